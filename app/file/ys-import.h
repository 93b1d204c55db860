/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-cells.h"
#include "ys-scenario.h"

G_BEGIN_DECLS

/* What lines a spreadsheet would make: a proposal that says why, and follows what is chosen instead. */

typedef enum
{
  YS_DIGITS_POINT, /* 1,234.50 */
  YS_DIGITS_COMMA, /* 1.234,50 */
} YsDigitsStyle;

/* What can be meant by a sheet; a proposal begins with what is most likely. */
typedef struct
{
  YsDigitsStyle digits; /* of cells that are text */
  int           names;  /* column of the names of lines */
  int           years;  /* row that says the years; −1: none, amounts are of every year */
  double        unit;   /* 1, 1000 or 1000000 of the currency */
} YsImportChoices;

/* What becomes of one row of the sheet. */
typedef struct
{
  gsize             row;
  char             *name;
  char             *source;    /* NULL: none */
  const YsLineKind *kind;      /* NULL: it has no amounts, and cannot be a line */
  gboolean          wanted;    /* else it is left out, unless somebody wants it after all */
  char             *why;       /* it is left out, or what is to be said of it: a sentence; or NULL */
  double           *amounts;   /* [n_periods + 1] by period [currency], above 0 as its kind counts them */
  gboolean          each_year; /* amounts[1] is of every year */
} YsImportRow;

/* What one column of the sheet is. */
typedef struct
{
  int first;   /* period, −1: it is no year */
  int n;       /* periods that it is spread over evenly */
  gboolean outside; /* a year that the comparison does not have */
} YsImportColumn;

typedef struct
{
  YsImportChoices  choices;
  int              n_periods;
  GPtrArray       *rows;    /* (element-type YsImportRow) those of the sheet with something in them, in order;
                               whoever has the proposal may change what is wanted, and the kind */
  YsImportColumn  *columns; /* [n_columns] */
  int              sources; /* column, −1: none */
  int              kinds;   /* column, −1: none */
  GPtrArray       *notes;   /* (element-type utf8) what was taken for granted, and what is left out; sentences */
} YsImport;

/**
 * ys_import_new:
 * @choices: (nullable): NULL: what is most likely
 */
YsImport  *ys_import_new        (const YsCells         *cells,
                                 const YsScenario      *scenario,
                                 const YsImportChoices *choices) G_GNUC_WARN_UNUSED_RESULT;
void       ys_import_free       (YsImport *import);

/**
 * ys_import_make_lines:
 *
 * Returns: (element-type YsLine): of the rows that are wanted, with ids that @scenario does not have
 */
GPtrArray *ys_import_make_lines (const YsImport   *import,
                                 const YsScenario *scenario) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsImport, ys_import_free)

G_END_DECLS
