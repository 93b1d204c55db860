/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-workbook.h"

G_BEGIN_DECLS

/**
 * YsSheet:
 *
 * The sheet of one alternative while it is filled from top to bottom: labels in column A, one value or
 * the present value in B, periods from C on. In formulas “@” stands for the column of the period and “~” for
 * the one before.
 */
typedef struct
{
  YsWorkbook                *book;
  const YsAlternativeResult *own;
  lxw_worksheet             *sheet;
  gsize                      index;
  gsize                      n;      /* periods */
  int                        row;    /* next one, from 1 */
  char                      *last;   /* letters of the last period's column */
  double                    *discount;
  int                        rate, tax_rate, finance, reinvest, period, end, time, factor;
} YsSheet;

/* Each returns the row it has filled. */
int   ys_sheet_heading (YsSheet    *self,
                        const char *label);
int   ys_sheet_value   (YsSheet    *self,
                        const char *label,
                        const char *formula,
                        double      value,
                        YsCellStyle      cell);
/* @first: formula of period 0, NULL: as the others. @values: what it comes to */
int   ys_sheet_row     (YsSheet      *self,
                        const char   *label,
                        const char   *first,
                        const char   *next,
                        const double *values,
                        YsCellStyle        cell);
int   ys_sheet_numbers (YsSheet      *self,
                        const char   *label,
                        const double *values,
                        YsCellStyle        cell);
/* Present value of a row of money, in its column B. */
void  ys_sheet_add_present_value (YsSheet      *self,
                                  int           row,
                                  const double *values);
/* "$C$12:$M$12" */
char *ys_sheet_dup_range (YsSheet *self,
                          int      row) G_GNUC_WARN_UNUSED_RESULT;

/* Rows of depreciation and of the tax that follows from them; the row of what is due. @first_capital,
 * @n_capital: rows of what is paid. @cash: of every line; see ys_line_cash_new() */
int   ys_sheet_tax_fill     (YsSheet         *self,
                             const GPtrArray *cash,
                             int              first_capital,
                             int              n_capital,
                             const double    *tax);
/* Every metric, below the rows it is worked out from. */
void  ys_sheet_metrics_fill (YsSheet *self,
                             int      cash,
                             int      costs,
                             int      benefits,
                             int      forward,
                             int      line_benefits);

G_END_DECLS
