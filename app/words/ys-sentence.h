/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-facts.h"

G_BEGIN_DECLS

/* What sentences about a result are made of. They are made once and dressed twice, as plain text and
 * as markup: what stands out (names, figures) is put between marks that no name can hold, because
 * XML does not allow them. */

/* Names and figures, marked. */
char *ys_sentence_alternative (const YsFacts *facts,
                               gsize          alternative) G_GNUC_WARN_UNUSED_RESULT;
/* An assumption by its name, an estimate by its line and, where there are more, its alternative. */
char *ys_sentence_input       (const YsFacts *facts,
                               const YsInput *input) G_GNUC_WARN_UNUSED_RESULT;
char *ys_sentence_figure      (char *text) G_GNUC_WARN_UNUSED_RESULT; /* (transfer full) */
char *ys_sentence_money       (const YsFacts *facts,
                               double         value) G_GNUC_WARN_UNUSED_RESULT;
/* A value of an input, in its unit. */
char *ys_sentence_value       (const YsFacts *facts,
                               const YsInput *input,
                               double         value) G_GNUC_WARN_UNUSED_RESULT;
char *ys_sentence_chance      (double fraction) G_GNUC_WARN_UNUSED_RESULT;
/* How often, so that it can follow a verb: “6 times in 10”. */
char *ys_sentence_times       (double fraction) G_GNUC_WARN_UNUSED_RESULT;

/* A marked sentence as plain text, and as Pango markup with names and figures in bold; NULL of NULL. */
char *ys_sentence_dup_text    (const char *marked) G_GNUC_WARN_UNUSED_RESULT;
char *ys_sentence_dup_markup  (const char *marked) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  const char *id;
  char     *(*say) (const YsFacts *facts); /* a marked sentence, or NULL when there is nothing to say */
} YsRule;

/* All that the rules have to say of a result, in their order; marked. */
char *ys_rules_say            (const YsRule   *rules,
                               gsize           n_rules,
                               const YsResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
