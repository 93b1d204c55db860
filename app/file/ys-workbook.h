/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <xlsxwriter.h>

#include "ys-result.h"

G_BEGIN_DECLS

/* Pieces of the workbook, private to app/file. */

typedef enum
{
  YS_CELL_PLAIN,
  YS_CELL_TITLE,
  YS_CELL_HEADING,
  YS_CELL_NOTE,    /* text, wrapped */
  YS_CELL_MONEY,
  YS_CELL_TOTAL,   /* money, below a line */
  YS_CELL_PERCENT,
  YS_CELL_RATIO,
  YS_CELL_YEARS,
  YS_CELL_FACTOR,
} YsCellStyle;
#define YS_N_CELLS (YS_CELL_FACTOR + 1)

/* The last sheet, where every sheet finds the rules: rows of column B, counted from 1. */
#define YS_SHEET_RULES "Assumptions"
#define YS_SHEET_TRIALS "Trials"
#define YS_SHEET_FIGURES "Figures"
enum
{
  YS_RULE_RATE = 4,
  YS_RULE_TAX,
  YS_RULE_FINANCE,
  YS_RULE_REINVEST,
  YS_RULE_PER_YEAR,
  YS_RULE_LAST,  /* number of the last period */
  YS_RULE_SHIFT, /* 0.5: flows fall in the middle of their period */
};

/* Rows of the sheet of one alternative that others refer to, counted from 1; 0: there is none. */
typedef struct
{
  int   npv;
  int   benefits, costs, working, tax, forward, line_benefits; /* its own, before the baseline is taken off */
  int  *metrics; /* [ys_metrics_count ()] in the order of the table */
} YsSheetRows;

typedef struct
{
  const YsResult *result;
  gboolean        certain;                /* nothing is drawn: tax is worked out in the sheet */
  gsize           n;                      /* periods, period 0 among them */
  lxw_workbook   *book;
  lxw_format     *formats[YS_N_CELLS];
  lxw_worksheet  *figures, *trials, *rules;
  lxw_worksheet **sheets;                 /* [n_alternatives] */
  GPtrArray      *names;                  /* of those sheets, quoted for formulas */
  YsSheetRows    *rows;                   /* [n_alternatives] */
} YsWorkbook;

/* Text as text, whatever it begins with; what a cell cannot hold is left out. */
void  ys_workbook_put_text    (YsWorkbook    *self,
                               lxw_worksheet *sheet,
                               int            row,    /* from 1 */
                               int            column, /* from 0 */
                               const char    *text,
                               YsCellStyle         cell);
/* NAN: an empty cell. */
void  ys_workbook_put_number  (YsWorkbook    *self,
                               lxw_worksheet *sheet,
                               int            row,
                               int            column,
                               double         value,
                               YsCellStyle         cell);
/* A formula, and what it comes to for programs that do not work it out; NAN: nothing. */
void  ys_workbook_put_formula (YsWorkbook    *self,
                               lxw_worksheet *sheet,
                               int            row,
                               int            column,
                               const char    *formula,
                               double         value,
                               YsCellStyle         cell);
/* "AB" of column 27. */
char *ys_workbook_dup_column  (gsize column) G_GNUC_WARN_UNUSED_RESULT;
YsCellStyle ys_workbook_get_cell   (const YsMetric *metric);

/* One file each. */
gboolean ys_sheet_alternative_fill (YsWorkbook  *self,
                                    gsize        alternative,
                                    GError     **error);
void     ys_sheet_figures_fill     (YsWorkbook *self);
void     ys_sheet_trials_fill      (YsWorkbook *self);
void     ys_sheet_rules_fill       (YsWorkbook *self);

G_END_DECLS
