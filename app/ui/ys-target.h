/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-edit.h"

G_BEGIN_DECLS

/* What a form is about: the scenario itself, one of its parts, or a line of an alternative. */
typedef struct
{
  const char *section; /* in places: "rules", "alternatives" */
  int         part;    /* a YsPart, or −1: the scenario itself */
  guint       index;   /* of the part */
  int         line;    /* of an alternative, or −1: the part itself */
} YsTarget;

/* NULL: it is no longer there. */
gconstpointer  ys_target_get       (const YsTarget   *target,
                                    const YsScenario *scenario);
/* A newer scenario, of which @part is its own: to be changed before it is handed on. */
YsScenario    *ys_target_copy      (const YsTarget   *target,
                                    const YsScenario *scenario,
                                    gpointer         *part) G_GNUC_WARN_UNUSED_RESULT;
/* "rules/discount-rate", "alternatives/campaign/c1/amount", "budgets/0/amount" */
char          *ys_target_dup_place (const YsTarget   *target,
                                    const YsScenario *scenario,
                                    const char       *field) G_GNUC_WARN_UNUSED_RESULT;
/* What people call it, or NULL. */
const char    *ys_target_get_name  (const YsTarget   *target,
                                    const YsScenario *scenario);

G_END_DECLS
