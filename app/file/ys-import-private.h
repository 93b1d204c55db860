/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-import.h"

G_BEGIN_DECLS

/* --- numbers ---------------------------------------------------------------------------------- */

/* How the cells write their numbers; FALSE: none of them tells, and it is as the user does. */
gboolean ys_import_find_digits (const YsCells *cells,
                                YsDigitsStyle *digits);
/* An amount as the cell writes it; a dash is 0. FALSE: it is none. @currency: (nullable) */
gboolean ys_import_read_amount (const YsCell  *cell,
                                YsDigitsStyle  digits,
                                const char    *currency,
                                double        *amount);

/* --- words ------------------------------------------------------------------------------------ */

typedef enum
{
  YS_SHEET_COST     = 1 << 0,
  YS_SHEET_BENEFIT  = 1 << 1,
  YS_SHEET_SAVING   = 1 << 2,
  YS_SHEET_CAPITAL  = 1 << 3,
  YS_SHEET_RESIDUAL = 1 << 4,
  YS_SHEET_TOTAL    = 1 << 5,
  YS_SHEET_SOURCE   = 1 << 6,
  YS_SHEET_KIND     = 1 << 7,
  YS_SHEET_NAME     = 1 << 8,
} YsSheetWord;

/* Which of these the text speaks of, in the languages that sheets are written in. */
YsSheetWord ys_import_find_words (const char *text);
/* 1000 for “in € k”; 0: it says nothing of a unit. */
double      ys_import_find_unit  (const char *text);

/* --- years ------------------------------------------------------------------------------------ */

/* The periods that a heading stands for: “2027”, “FY27”, “Year 1”, “Q3 2028”, “Dec 2029”, a date.
 * @bare: whether a small number is a year, counted from the decision. FALSE: none. */
gboolean ys_import_find_periods (const YsCell     *cell,
                                 const YsScenario *scenario,
                                 gboolean          bare,
                                 YsImportColumn   *column);

G_END_DECLS
