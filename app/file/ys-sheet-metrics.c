/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <float.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-figures.h"
#include "ys-sheet-rows.h"

/* Letters in a template, and the cell or range they stand for. */
typedef struct
{
  char  letter;
  char *cells;
} Name;

#define MOST_NAMES 24

typedef struct
{
  Name  names[MOST_NAMES];
  gsize n;
} Names;

/* The formula of every metric, where {x} is a cell or a range:
 * c cash, k its running total, p payback and d discounted payback by period, t years to it, f discount
 * factors, s costs, b benefits, w forward benefits, l benefit lines, i internal rates;
 * r required return, a finance rate, e reinvestment rate, y years; n NPV;
 * z trials, x largest of each, v how many are as large, o what counts here. */
static const struct
{
  const char *id;
  const char *formula;
} formulas[] = {
  { "npv", "=SUMPRODUCT({c},{f})" },
  { "irr", "=IF(COUNT({i})=1,SUM({i}),\"\")" },
  { "mirr", "=IF(OR(MIN({c})>=0,MAX({c})<=0,MAX({t})<=0),\"\",(SUMPRODUCT(({c}>0)*{c}*(1+{e})^(MAX({t})-{t}))"
            "/-SUMPRODUCT(({c}<0)*{c}*(1+{a})^(-{t})))^(1/MAX({t}))-1)" },
  { "payback", "=IF(COUNT({p})=0,\"\",SUM({p}))" },
  { "discounted-payback", "=IF(COUNT({d})=0,\"\",SUM({d}))" },
  { "roi", "=IF(SUMPRODUCT({s},{f})=0,\"\",(SUMPRODUCT({b},{f})-SUMPRODUCT({s},{f}))/SUMPRODUCT({s},{f}))" },
  { "profitability-index", "=IF({0}<0,1+{n}/-{0},\"\")" },
  { "equivalent-annual", "=IF({y}<=0,\"\",{n}/IF({r}=0,{y},(1-(1+{r})^(-{y}))/{r}))" },
  { "total-cost", "=SUMPRODUCT({s},{f})" },
  { "peak-funding", "=MAX(0,-MIN({k}))" },
  { "forward-share", "=IF(SUMPRODUCT({l},{f})=0,\"\",SUMPRODUCT({w},{f})/SUMPRODUCT({l},{f}))" },
  { "mean", "={n}" },
  { "sd", "=STDEVP({z})" },
  { "p5", "=SMALL({z},ROUNDUP(5*COUNT({z})/100,0))" },
  { "p50", "=SMALL({z},ROUNDUP(50*COUNT({z})/100,0))" },
  { "p95", "=SMALL({z},ROUNDUP(95*COUNT({z})/100,0))" },
  { "loss-probability", "=COUNTIF({z},\"<0\")/COUNT({z})" },
  { "cvar5", "=(SUMPRODUCT(({z}<{5})*{z})+(ROUNDUP(5*COUNT({z})/100,0)-SUMPRODUCT(--({z}<{5})))*{5})"
             "/ROUNDUP(5*COUNT({z})/100,0)" },
  { "best-probability", "=SUMPRODUCT(({o}={x})/{v})/COUNT({z})" },
};

static const char *
find_formula (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formulas); i++)
    if (strcmp (formulas[i].id, id) == 0)
      return formulas[i].formula;

  g_return_val_if_reached ("=\"\"");
}

static void
take_name (Names *names,
           char   letter,
           char  *cells)
{
  g_return_if_fail (names->n < MOST_NAMES);

  names->names[names->n++] = (Name) { letter, cells };
}

static char *
fill_in (const Names *names,
         const char  *formula)
{
  GString *text = g_string_new (NULL);

  for (const char *c = formula; *c != '\0'; c++)
    if (*c != '{')
      g_string_append_c (text, *c);
    else
      {
        for (gsize i = 0; i < names->n; i++)
          if (names->names[i].letter == c[1])
            g_string_append (text, names->names[i].cells);
        c += 2;
      }

  return g_string_free (text, FALSE);
}

static char *
cell (int row)
{
  return g_strdup_printf ("$B$%d", row);
}

/* Rows of column @column of the trials. */
static char *
trials_range (YsSheet *self,
              gsize    column)
{
  g_autofree char *letters = ys_workbook_dup_column (column);

  return g_strdup_printf (YS_SHEET_TRIALS "!$%s$2:$%s$%" G_GSIZE_FORMAT, letters, letters,
                          self->book->result->n_trials + 1);
}

/* --- running totals, paybacks ----------------------------------------------------------------- */

static double *
running_total (const double *values,
               gsize         n)
{
  double *total = g_new (double, n);

  for (gsize t = 0; t < n; t++)
    total[t] = (t > 0 ? total[t - 1] : 0.0) + values[t];

  return total;
}

static int
put_running_total (YsSheet      *self,
                   const char   *label,
                   int           row,
                   const double *values)
{
  g_autofree char *first = g_strdup_printf ("=@%d", row);
  g_autofree char *next = g_strdup_printf ("=~%d+@%d", self->row, row);

  return ys_sheet_row (self, label, first, next, values, YS_CELL_MONEY);
}

/* Years until the running total is back at 0, in the column of the period in which it is: rounding of
 * thirds that add up to one does not count. */
static int
put_payback (YsSheet      *self,
             const char   *label,
             int           flows,
             int           total,
             const double *flow_values,
             double        years)
{
  g_autofree double *values = g_new (double, self->n);
  g_autofree char *moved = g_strdup_printf ("SUMPRODUCT(ABS($C%d:@%d))", flows, flows);
  g_autofree char *back = g_strdup_printf ("AND(%s>0,@%d>=-1.7763568394002505E-15*%s)", moved, total, moved);
  g_autofree char *first = g_strdup_printf ("=IF(%s,0,\"\")", back);
  g_autofree char *next
    = g_strdup_printf ("=IF(COUNT($C%d:~%d)>0,\"\",IF(%s,IF(~%d>=0,0,~%d+MIN(-~%d/@%d,1)*(@%d-~%d)),\"\"))",
                       self->row, self->row, back, total, self->end, total, flows, self->end, self->end);
  double so_far = 0.0, turnover = 0.0;
  gboolean found = FALSE;

  for (gsize t = 0; t < self->n; t++)
    {
      so_far += flow_values[t];
      turnover += fabs (flow_values[t]);
      values[t] = !found && turnover > 0.0 && so_far >= -8.0 * DBL_EPSILON * turnover ? years : NAN;
      found = found || !isnan (values[t]);
    }

  return ys_sheet_row (self, label, first, next, values, YS_CELL_YEARS);
}

/* --- internal rates --------------------------------------------------------------------------- */

/* Flows in the middle of their periods are a row of half periods, every other one empty. */
static char *
put_half_periods (YsSheet *self,
                  int      cash)
{
  g_autofree char *last = ys_workbook_dup_column (2 * self->n);
  int row = self->row++;

  ys_workbook_put_text (self->book, self->sheet, row, 0, _("Cash by half period"), YS_CELL_PLAIN);
  for (gsize i = 0; i + 1 < 2 * self->n; i++)
    {
      g_autofree char *column = ys_workbook_dup_column ((i + 1) / 2 + 2);
      g_autofree char *formula = g_strdup_printf ("=%s%d", column, cash);
      gboolean is_flow = i == 0 || i % 2 == 1;

      ys_workbook_put_formula (self->book, self->sheet, row, (int) i + 2, is_flow ? formula : "=0",
                               is_flow ? self->own->cash[(i + 1) / 2] : 0.0, YS_CELL_MONEY);
    }

  return g_strdup_printf ("$C$%d:$%s$%d", row, last, row);
}

/* One row for each rate: a spreadsheet finds the one next to where it begins to look. */
static char *
put_rates (YsSheet *self,
           int      cash)
{
  const YsScenario *scenario = self->book->result->scenario;
  gboolean middle = scenario->rules.timing == YS_TIMING_MIDDLE && self->n > 1;
  int per_year = ys_scenario_get_per_year (scenario) * (middle ? 2 : 1);
  g_autofree char *range = middle ? put_half_periods (self, cash) : ys_sheet_dup_range (self, cash);
  int first = self->row;

  for (gsize i = 0; i < MAX (self->own->n_rates, 1); i++)
    {
      double rate = self->own->n_rates > 0 ? self->own->rates[i] : NAN;
      double guess = isnan (rate) ? 0.1 : pow (1.0 + rate, 1.0 / per_year) - 1.0;
      char digits[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *formula = NULL;

      g_ascii_formatd (digits, sizeof digits, "%.6g", guess);
      formula = g_strdup_printf ("=IF(OR(MIN(%s)>=0,MAX(%s)<=0),\"\",IFERROR((1+IRR(%s,%s))^%d-1,\"\"))",
                                 range, range, range, digits, per_year);
      ys_sheet_value (self, _("Rate at which all cash is worth nothing"), formula, rate, YS_CELL_PERCENT);
    }

  return g_strdup_printf ("$B$%d:$B$%d", first, self->row - 1);
}

/* --- figures ---------------------------------------------------------------------------------- */

static void
put_metric (YsSheet        *self,
            const Names    *names,
            const YsMetric *metric)
{
  g_autofree char *formula = fill_in (names, find_formula (metric->id));
  double value = ys_result_get_metric (self->book->result, self->index, metric->id);

  ys_workbook_put_text (self->book, self->sheet, self->row, 2, _(metric->term), YS_CELL_PLAIN);
  self->book->rows[self->index].metrics[ys_metric_index (metric->id)]
    = ys_sheet_value (self, _(metric->label), formula, value, ys_workbook_get_cell (metric));
}

static void
take_rules (YsSheet *self,
            Names   *names)
{
  take_name (names, 'r', cell (self->rate));
  take_name (names, 'a', cell (self->finance));
  take_name (names, 'e', cell (self->reinvest));
  take_name (names, 'y', g_strdup_printf ("$%s$%d", self->last, self->end));
  take_name (names, 't', ys_sheet_dup_range (self, self->time));
  take_name (names, 'f', ys_sheet_dup_range (self, self->factor));
}

static void
take_trials (YsSheet *self,
             Names   *names)
{
  const YsResult *result = self->book->result;
  char *own = trials_range (self, self->index + 1);

  take_name (names, 'z', own);
  take_name (names, 'o', (int) self->index == result->baseline ? g_strdup ("0") : g_strdup (own));
  take_name (names, 'x', trials_range (self, result->n_alternatives + 1));
  take_name (names, 'v', trials_range (self, result->n_alternatives + 2));
}

static void
take_cash (YsSheet *self,
           Names   *names,
           int      cash)
{
  const double *flows = self->own->cash;
  g_autofree double *worths = g_new (double, self->n);
  g_autofree double *total = running_total (flows, self->n);
  g_autofree double *discounted = NULL;
  g_autofree char *worth = g_strdup_printf ("=@%d*@%d", cash, self->factor);
  int present, row;

  for (gsize t = 0; t < self->n; t++)
    worths[t] = flows[t] * self->discount[t];
  discounted = running_total (worths, self->n);

  take_name (names, 'c', ys_sheet_dup_range (self, cash));
  take_name (names, '0', g_strdup_printf ("$C$%d", cash));
  row = put_running_total (self, _("Cash so far"), cash, total);
  take_name (names, 'k', ys_sheet_dup_range (self, row));
  present = ys_sheet_row (self, _("Present value"), NULL, worth, worths, YS_CELL_MONEY);

  row = put_payback (self, _("Paid back after, years"), cash, row, flows,
                     ys_result_get_metric (self->book->result, self->index, "payback"));
  take_name (names, 'p', ys_sheet_dup_range (self, row));
  row = put_running_total (self, _("Present value so far"), present, discounted);
  row = put_payback (self, _("Paid back after, counting the wait"), present, row, worths,
                     ys_result_get_metric (self->book->result, self->index, "discounted-payback"));
  take_name (names, 'd', ys_sheet_dup_range (self, row));
  take_name (names, 'i', put_rates (self, cash));
}

void
ys_sheet_metrics_fill (YsSheet *self,
                       int      cash,
                       int      costs,
                       int      benefits,
                       int      forward,
                       int      line_benefits)
{
  g_autofree const YsMetric **metrics = ys_figures_list ();
  Names names = { .n = 0 };

  take_rules (self, &names);
  take_trials (self, &names);
  take_cash (self, &names, cash);
  take_name (&names, 's', ys_sheet_dup_range (self, costs));
  take_name (&names, 'b', ys_sheet_dup_range (self, benefits));
  take_name (&names, 'w', ys_sheet_dup_range (self, forward));
  take_name (&names, 'l', ys_sheet_dup_range (self, line_benefits));

  ys_sheet_heading (self, _("Figures"));
  take_name (&names, 'n', cell (self->row));  /* the first one */
  for (gsize i = 0; metrics[i] != NULL; i++)
    {
      if (strcmp (metrics[i]->id, "p5") == 0)
        take_name (&names, '5', cell (self->row));
      put_metric (self, &names, metrics[i]);
    }
  self->book->rows[self->index].npv = self->book->rows[self->index].metrics[ys_metric_index ("npv")];

  for (gsize i = 0; i < names.n; i++)
    g_free (names.names[i].cells);
}
