/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <math.h>

#include "ys-format.h"
#include "ys-line-cash.h"
#include "ys-sheet-rows.h"

#define OWN(field) ys_line_cash_dup_own (self->book->result, self->index, \
                                         G_STRUCT_OFFSET (YsAlternativeResult, field))
/* Less than this part of the cash is rounding of doubles. */
#define ROUNDING 1e-12

static gboolean
is_compared (YsSheet *self)
{
  int baseline = self->book->result->baseline;

  return baseline >= 0 && baseline != (int) self->index;
}

/* --- rules and periods ------------------------------------------------------------------------ */

static int
put_rule (YsSheet    *self,
          const char *label,
          int         rule,
          double      value)
{
  g_autofree char *formula = g_strdup_printf ("=" YS_SHEET_RULES "!$B$%d", rule);

  return ys_sheet_value (self, label, formula, value, YS_CELL_PERCENT);
}

/* One that is not given is the required return of the alternative. */
static int
put_rate (YsSheet    *self,
          const char *label,
          int         rule,
          double      value)
{
  g_autofree char *formula = g_strdup_printf ("=$B$%d", self->rate);

  return isnan (value) ? ys_sheet_value (self, label, formula, self->own->rate, YS_CELL_PERCENT)
                       : put_rule (self, label, rule, value);
}

static void
put_rules (YsSheet *self)
{
  const YsRules *rules = &self->book->result->scenario->rules;

  if (isnan (self->own->alternative->discount_rate))
    {
      self->rate = put_rule (self, _("Required return a year"), YS_RULE_RATE, self->own->rate);
    }
  else
    {
      self->rate = self->row++;
      ys_workbook_put_text (self->book, self->sheet, self->rate, 0, _("Required return a year, its own"), YS_CELL_PLAIN);
      ys_workbook_put_number (self->book, self->sheet, self->rate, 1, self->own->rate, YS_CELL_PERCENT);
    }
  self->tax_rate = put_rule (self, _("Tax rate"), YS_RULE_TAX, isnan (rules->tax_rate) ? 0.0 : rules->tax_rate);
  self->finance = put_rate (self, _("Finance rate a year"), YS_RULE_FINANCE, rules->finance_rate);
  self->reinvest = put_rate (self, _("Reinvestment rate a year"), YS_RULE_REINVEST, rules->reinvest_rate);
}

static void
put_periods (YsSheet *self)
{
  const YsResult *result = self->book->result;
  double per_year = ys_scenario_get_per_year (result->scenario);
  g_autofree double *numbers = g_new (double, self->n);
  g_autofree double *ends = g_new (double, self->n);
  g_autofree char *end = NULL, *time = NULL, *factor = NULL;

  for (gsize t = 0; t < self->n; t++)
    {
      numbers[t] = (double) t;
      ends[t] = (double) t / per_year;
      self->discount[t] = pow (1.0 + self->own->rate, -result->times[t]);
    }

  self->period = ys_sheet_numbers (self, _("Period"), numbers, YS_CELL_PLAIN);
  end = g_strdup_printf ("=@%d/" YS_SHEET_RULES "!$B$%d", self->period, YS_RULE_PER_YEAR);
  self->end = ys_sheet_row (self, _("Its end, in years"), NULL, end, ends, YS_CELL_YEARS);
  time = g_strdup_printf ("=IF(@%d=0,0,(@%d-" YS_SHEET_RULES "!$B$%d)/" YS_SHEET_RULES "!$B$%d)", self->period,
                          self->period, YS_RULE_SHIFT, YS_RULE_PER_YEAR);
  self->time = ys_sheet_row (self, _("Its cash, in years"), NULL, time, result->times, YS_CELL_YEARS);
  factor = g_strdup_printf ("=1/(1+$B$%d)^@%d", self->rate, self->time);
  self->factor = ys_sheet_row (self, _("Discount factor"), NULL, factor, self->discount, YS_CELL_FACTOR);
}

static void
put_headings (YsSheet *self)
{
  const YsScenario *scenario = self->book->result->scenario;
  const YsAlternative *own = self->own->alternative;

  ys_workbook_put_text (self->book, self->sheet, 1, 0, own->name, YS_CELL_TITLE);
  ys_workbook_put_text (self->book, self->sheet, 2, 0, own->summary, YS_CELL_PLAIN);
  ys_workbook_put_text (self->book, self->sheet, 3, 0, self->book->certain ? "" : _("Means of the trials"),
                        YS_CELL_HEADING);
  ys_workbook_put_text (self->book, self->sheet, 3, 1, _("Present value"), YS_CELL_HEADING);
  for (gsize t = 0; t < self->n; t++)
    {
      g_autofree char *name = ys_format_period (scenario->start, ys_scenario_get_per_year (scenario), (int) t);

      ys_workbook_put_text (self->book, self->sheet, 3, (int) t + 2, name, YS_CELL_HEADING);
    }
  self->row = 4;
}

/* --- lines ------------------------------------------------------------------------------------ */

typedef gboolean (*Belongs) (const YsLine *line);

static gboolean
is_benefit (const YsLine *line)
{
  return line->kind->side == YS_SIDE_BENEFIT;
}

static gboolean
is_capital (const YsLine *line)
{
  return line->kind->cash == YS_CASH_OUTLAY;
}

static gboolean
is_other_cost (const YsLine *line)
{
  return line->kind->side == YS_SIDE_COST && !is_capital (line);
}

static gboolean
is_working (const YsLine *line)
{
  return line->kind->side == YS_SIDE_NEITHER;
}

/* How many there are. */
static int
put_lines (YsSheet         *self,
           const GPtrArray *cash,
           Belongs          belongs)
{
  const GPtrArray *lines = self->own->alternative->lines;
  int n = 0;

  for (guint i = 0; i < lines->len; i++)
    if (belongs (lines->pdata[i]))
      {
        int row = ys_sheet_numbers (self, ((const YsLine *) lines->pdata[i])->name, cash->pdata[i], YS_CELL_MONEY);

        ys_sheet_add_present_value (self, row, cash->pdata[i]);
        n++;
      }

  return n;
}

static int
put_sum (YsSheet      *self,
         const char   *label,
         int           n_rows,
         const double *values)
{
  g_autofree char *formula = n_rows > 0 ? g_strdup_printf ("=SUM(@%d:@%d)", self->row - n_rows, self->row - 1)
                                        : g_strdup ("=0");
  int row = ys_sheet_row (self, label, NULL, formula, values, YS_CELL_TOTAL);

  ys_sheet_add_present_value (self, row, values);
  return row;
}

/* What is left of a row when the baseline's is taken off; the row itself without one. */
static int
compare (YsSheet      *self,
         const char   *label,
         int           row,
         int           other, /* the same in the sheet of the baseline */
         const double *values)
{
  const YsResult *result = self->book->result;
  g_autofree char *formula = NULL;
  g_autofree char *name = NULL;
  int compared;

  if (!is_compared (self))
    return row;

  /* Translators: %1$s is a row such as “Benefits”, %2$s the alternative that stands for doing nothing */
  name = g_strdup_printf (_("%1$s beyond “%2$s”"), label,
                          result->alternatives[result->baseline].alternative->name);
  formula = g_strdup_printf ("=@%d-%s!@%d", row, (const char *) self->book->names->pdata[result->baseline], other);
  compared = ys_sheet_row (self, name, NULL, formula, values, YS_CELL_TOTAL);
  ys_sheet_add_present_value (self, compared, values);
  return compared;
}

/* Benefit lines for the share that moves the business forward. */
static int
put_share (YsSheet         *self,
           const char      *label,
           gboolean         forward,
           int              first,
           const double    *values)
{
  const GPtrArray *lines = self->own->alternative->lines;
  g_autoptr (GString) formula = g_string_new ("=0");

  for (guint i = 0; i < lines->len; i++)
    {
      const YsLine *line = lines->pdata[i];

      if (!is_benefit (line))
        continue;
      if (line->kind->cash != YS_CASH_RESALE && (!forward || line->nature == YS_NATURE_FORWARD))
        g_string_append_printf (formula, "+@%d", first);
      first++;
    }

  return ys_sheet_row (self, label, NULL, formula->str, values, YS_CELL_MONEY);
}

/* --- cash ------------------------------------------------------------------------------------- */

static int
put_tax (YsSheet         *self,
         const GPtrArray *cash,
         int              first_capital,
         int              n_capital)
{
  g_autofree double *tax = OWN (tax);
  int row;

  ys_sheet_heading (self, _("Tax"));
  row = self->book->certain ? ys_sheet_tax_fill (self, cash, first_capital, n_capital, tax)
                            : ys_sheet_numbers (self, _("Tax, mean of the trials"), tax, YS_CELL_MONEY);
  ys_sheet_add_present_value (self, row, tax);
  return row;
}

/* Trials are in single precision: what their means leave over. 0: nothing. */
static int
put_rounding (YsSheet *self)
{
  const YsAlternativeResult *own = self->own;
  g_autofree double *left = g_new (double, self->n);
  gboolean any = FALSE;

  for (gsize t = 0; t < self->n; t++)
    {
      left[t] = own->cash[t] - (own->benefits[t] - own->costs[t] + own->working[t] - own->tax[t]);
      any = any || fabs (left[t]) > ROUNDING * (fabs (own->benefits[t]) + fabs (own->costs[t]) + fabs (own->tax[t]));
    }

  return any ? ys_sheet_numbers (self, _("Rounding of the trials"), left, YS_CELL_MONEY) : 0;
}

static int
put_cash (YsSheet *self,
          int      benefits,
          int      costs,
          int      working,
          int      tax)
{
  int rounding, row;
  g_autoptr (GString) formula = g_string_new (NULL);

  ys_sheet_heading (self, _("Cash"));
  rounding = put_rounding (self);
  g_string_printf (formula, "=@%d-@%d+@%d-@%d", benefits, costs, working, tax);
  if (rounding > 0)
    g_string_append_printf (formula, "+@%d", rounding);

  row = ys_sheet_row (self, _("Cash after tax"), NULL, formula->str, self->own->cash, YS_CELL_TOTAL);
  ys_sheet_add_present_value (self, row, self->own->cash);
  return row;
}

static void
put_all (YsSheet         *self,
         const GPtrArray *cash)
{
  const YsResult *result = self->book->result;
  const YsSheetRows none = { 0 };
  const YsSheetRows *other = result->baseline >= 0 ? &self->book->rows[result->baseline] : &none;
  YsSheetRows *own = &self->book->rows[self->index];
  g_autofree double *benefits = OWN (benefits), *costs = OWN (costs), *working = OWN (working);
  g_autofree double *forward = OWN (forward), *line_benefits = OWN (line_benefits);
  int first_benefit, first_capital, n_capital, n;
  int all_benefits, all_costs, all_working, all_tax, all_forward, all_lines;

  first_benefit = ys_sheet_heading (self, _("Benefits")) + 1;
  n = put_lines (self, cash, is_benefit);
  own->benefits = put_sum (self, _("Benefits, in all"), n, benefits);
  all_benefits = compare (self, _("Benefits"), own->benefits, other->benefits, self->own->benefits);
  own->forward = put_share (self, _("Of these: move the business forward"), TRUE, first_benefit, forward);
  all_forward = compare (self, _("Of these: move the business forward"), own->forward, other->forward, self->own->forward);
  own->line_benefits = put_share (self, _("Of these: all but resale"), FALSE, first_benefit, line_benefits);
  all_lines = compare (self, _("Of these: all but resale"), own->line_benefits, other->line_benefits, self->own->line_benefits);

  first_capital = ys_sheet_heading (self, _("Costs")) + 1;
  n_capital = put_lines (self, cash, is_capital);
  n = put_lines (self, cash, is_other_cost);
  own->costs = put_sum (self, _("Costs, in all"), n_capital + n, costs);
  all_costs = compare (self, _("Costs"), own->costs, other->costs, self->own->costs);

  ys_sheet_heading (self, _("Working capital"));
  n = put_lines (self, cash, is_working);
  own->working = put_sum (self, _("Cash from working capital"), n, working);
  all_working = compare (self, _("Cash from working capital"), own->working, other->working, self->own->working);

  own->tax = put_tax (self, cash, first_capital, n_capital);
  all_tax = compare (self, _("Tax"), own->tax, other->tax, self->own->tax);
  ys_sheet_metrics_fill (self, put_cash (self, all_benefits, all_costs, all_working, all_tax), all_costs,
                         all_benefits, all_forward, all_lines);
}

static void
lay_out (YsSheet *self)
{
  worksheet_set_column (self->sheet, 0, 0, 42, NULL);
  worksheet_set_column (self->sheet, 1, (lxw_col_t) self->n + 1, 16, NULL);
  worksheet_freeze_panes (self->sheet, 3, 2);
  worksheet_repeat_rows (self->sheet, 2, 2);
  worksheet_repeat_columns (self->sheet, 0, 0);
}

gboolean
ys_sheet_alternative_fill (YsWorkbook  *book,
                           gsize        alternative,
                           GError     **error)
{
  g_autoptr (GPtrArray) cash = ys_line_cash_new (book->result, alternative, error);
  g_autofree double *discount = g_new (double, book->n);
  g_autofree char *last = ys_workbook_dup_column (book->n + 1);
  YsSheet self = {
    .book = book,
    .own = &book->result->alternatives[alternative],
    .sheet = book->sheets[alternative],
    .index = alternative,
    .n = book->n,
    .last = last,
    .discount = discount,
  };

  if (cash == NULL)
    return FALSE;

  book->rows[alternative].metrics = g_new0 (int, ys_metrics_count ());
  put_headings (&self);
  put_rules (&self);
  put_periods (&self);
  put_all (&self, cash);
  lay_out (&self);
  return TRUE;
}
