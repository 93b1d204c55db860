/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-form.h"

G_BEGIN_DECLS

/* What all alternatives of a scenario share, as tables: the sections of the Basis page, in the order
 * in which they are shown, and the fields of each. */

typedef struct
{
  const char         *id;       /* in places: "drivers/repeat/weight" */
  const char         *name;     /* marked */
  const char         *sentence; /* what it is for; marked */
  int                 part;     /* a YsPart, or −1: fields of the scenario itself */
  const char         *add;      /* “Add a driver”, also the label of the step; marked; NULL with −1 */
  const char         *added;    /* “new driver”, the step; marked */
  const char         *removed;  /* “removal of a driver”; marked */
  gpointer          (*make)   (const YsScenario *scenario); /* a new part; NULL: there is no room for one */
  void              (*unref)  (gpointer part);
  const char         *no_room;  /* why make() gave none; marked; NULL: it always does */
  const YsFormField  *fields;
  gsize               n_fields;
} YsBasisSection;

const YsBasisSection *ys_basis_sections   (gsize *n_sections);

guint                 ys_basis_get_count  (const YsBasisSection *section,
                                           const YsScenario     *scenario);
YsTarget              ys_basis_get_target (const YsBasisSection *section,
                                           guint                 index);
/* NULL: there is no room for another one. */
YsScenario           *ys_basis_add        (const YsBasisSection *section,
                                           const YsScenario     *scenario) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
