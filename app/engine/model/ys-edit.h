/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-scenario.h"

G_BEGIN_DECLS

/* Editing a scenario: each function leaves the one it is given as it is, and returns a newer one that
 * shares all the rest with it. None of them judges whether the newer one makes sense: that is
 * ys_check()'s to say, of the whole. Numbers and texts of the scenario itself are set on a
 * ys_scenario_copy(), those of a part on a copy of the part, before it is handed on. */

/* The lists of parts that a scenario has, in the order of the file. */
typedef enum
{
  YS_PART_DRIVER,
  YS_PART_ASSUMPTION,
  YS_PART_MOVES_WITH,
  YS_PART_ALTERNATIVE,
  YS_PART_BUDGET,
  YS_PART_REQUIRES,
  YS_PART_EXCLUDES,
  YS_PART_TOLERANCE,
} YsPart;
#define YS_N_PARTS (YS_PART_TOLERANCE + 1)

/* Stays the scenario's. */
const GPtrArray *ys_edit_get_parts (const YsScenario *scenario,
                                    YsPart            kind);

/* @part: of the type that belongs to @kind; another reference is taken */
YsScenario *ys_edit_insert       (const YsScenario *scenario,
                                  YsPart            kind,
                                  guint             index,
                                  gconstpointer     part) G_GNUC_WARN_UNUSED_RESULT;
YsScenario *ys_edit_replace      (const YsScenario *scenario,
                                  YsPart            kind,
                                  guint             index,
                                  gconstpointer     part) G_GNUC_WARN_UNUSED_RESULT;
/* With it go the relations of an alternative, the correlations of an assumption, and a driver from the
 * lines that name it. Formulas and <follows> that name an assumption stay: the newer scenario makes no
 * sense until they are changed, see ys_edit_find_user(). */
YsScenario *ys_edit_remove       (const YsScenario *scenario,
                                  YsPart            kind,
                                  guint             index) G_GNUC_WARN_UNUSED_RESULT;
/* @to: where it stands afterwards */
YsScenario *ys_edit_move         (const YsScenario *scenario,
                                  YsPart            kind,
                                  guint             from,
                                  guint             to) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ys_edit_duplicate_alternative:
 * @name: of the copy
 *
 * The copy comes after the original, with ids of its own for it and its lines. It rests on the same
 * assumptions, needs the same alternatives and excludes the same ones; those that need the original go
 * on needing that one. It is not the baseline, and has no colour that was chosen for the original.
 */
YsScenario *ys_edit_duplicate_alternative (const YsScenario *scenario,
                                           guint             index,
                                           const char       *name) G_GNUC_WARN_UNUSED_RESULT;

/* @index: of the alternative that is to be “doing nothing”, the only one; −1: none is */
YsScenario *ys_edit_set_baseline (const YsScenario *scenario,
                                  int               index) G_GNUC_WARN_UNUSED_RESULT;

/* The same for the lines of the alternative of that index. */
YsScenario *ys_edit_insert_line  (const YsScenario *scenario,
                                  guint             alternative,
                                  guint             index,
                                  const YsLine     *line) G_GNUC_WARN_UNUSED_RESULT;
YsScenario *ys_edit_replace_line (const YsScenario *scenario,
                                  guint             alternative,
                                  guint             index,
                                  const YsLine     *line) G_GNUC_WARN_UNUSED_RESULT;
YsScenario *ys_edit_remove_line  (const YsScenario *scenario,
                                  guint             alternative,
                                  guint             index) G_GNUC_WARN_UNUSED_RESULT;
YsScenario *ys_edit_move_line    (const YsScenario *scenario,
                                  guint             alternative,
                                  guint             from,
                                  guint             to) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ys_edit_change_kind:
 * @line: one's own, not yet shared
 *
 * Keeps what both kinds may have, drops what the new one may not, and gives what it must have and
 * the old one had not: 0, or every 1 of put-to-use.
 */
void        ys_edit_change_kind  (YsLine           *line,
                                  const YsLineKind *kind);

/**
 * ys_edit_make_id:
 * @name: what the new thing is called; may be empty or in any script
 *
 * Returns: an id that no alternative, line, driver or assumption of @scenario has, made of the letters
 *   and digits of @name where it has some of those that ids are made of; fit for formulas
 */
char       *ys_edit_make_id      (const YsScenario *scenario,
                                  const char       *name) G_GNUC_WARN_UNUSED_RESULT;

/* The name of a line or assumption that rests on the assumption of this id, by its formula or by
 * <follows>; NULL: none does. Stays the scenario's. */
const char *ys_edit_find_user    (const YsScenario *scenario,
                                  const char       *assumption);

G_END_DECLS
