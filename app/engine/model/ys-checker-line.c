/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-checker.h"

#include <glib/gi18n.h>
#include <math.h>

/* One line under check, and how it is called: “Catalogue mailing: First orders”. */
typedef struct
{
  YsChecker    *checker;
  const YsLine *line;
  const char   *where;
} Subject;

/* What a number given exactly may be. */
static const struct
{
  double      least;
  double      most;
  const char *sentence;
} limits[YS_N_FIELDS] = {
  [YS_FIELD_AMOUNT] = { -INFINITY, INFINITY, NULL },
  [YS_FIELD_HOURS] = { -INFINITY, INFINITY, NULL },
  [YS_FIELD_HOURLY_RATE] = { -INFINITY, INFINITY, NULL },
  [YS_FIELD_PUT_TO_USE] = { 0.0, 1.0, N_("should lie between 0 and 1, such as 0.5 for half") },
  [YS_FIELD_EVENTS_PER_YEAR] = { 0.0, INFINITY, N_("should not be below 0") },
  [YS_FIELD_LOSS_EACH] = { -INFINITY, INFINITY, NULL },
  [YS_FIELD_FEWER] = { 0.0, 1.0, N_("should lie between 0 and 1, such as 0.5 for half") },
  [YS_FIELD_SMALLER] = { 0.0, 1.0, N_("should lie between 0 and 1, such as 0.5 for half") },
  /* xgettext:no-c-format */
  [YS_FIELD_GROWTH] = { -1.0, INFINITY, N_("should be above −1, such as 0.02 for 2 % a year") },
  [YS_FIELD_CHANCE] = { 0.0, 1.0, N_("should lie between 0 and 1, such as 0.9 for 9 in 10") },
};

static void
complain (const Subject *subject,
          const char    *message)
{
  ys_checker_add (subject->checker, subject->line->row, "%s: %s", subject->where, message);
}

static void
check_limits (const Subject    *subject,
              const char       *where,
              YsField           field,
              const YsEstimate *estimate)
{
  double value = estimate->numbers[YS_NUMBER_EXACTLY];
  gboolean is_total_loss = field == YS_FIELD_GROWTH && value == -1.0;

  if (!ys_estimate_has (estimate, YS_NUMBER_EXACTLY) || !isfinite (value))
    return;

  if (value < limits[field].least || value > limits[field].most || is_total_loss)
    ys_checker_add (subject->checker, estimate->row, "%s: %s", where, _(limits[field].sentence));
}

static void
check_missing (const Subject *subject,
               const char    *where,
               YsField        field)
{
  const YsLine *line = subject->line;
  gboolean may_list = (line->kind->traits & YS_LINE_MAY_LIST_PERIODS) != 0;

  if ((line->kind->required & YS_FIELD_BIT (field)) == 0)
    return;

  if (field != YS_FIELD_AMOUNT || !may_list)
    ys_checker_add (subject->checker, line->row, _("%s is missing; give it"), where);
  else if (line->by_period == NULL)
    ys_checker_add (subject->checker, line->row, _("%s is missing; give it, or by-period"), where);
}

static void
check_field (const Subject *subject,
             YsField        field)
{
  const YsLine *line = subject->line;
  const YsEstimate *estimate = line->estimates[field];
  g_autofree char *where = g_strdup_printf ("%s: %s", subject->where, ys_field_get_id (field));

  if (estimate == NULL)
    {
      check_missing (subject, where, field);
      return;
    }

  if ((line->kind->fields & YS_FIELD_BIT (field)) == 0)
    ys_checker_add (subject->checker, estimate->row,
                    _("%s: this kind of line takes none; leave it out"), where);

  if (field == YS_FIELD_AMOUNT && line->by_period != NULL)
    ys_checker_add (subject->checker, estimate->row,
                    _("%s is given, and by-period as well; keep one of them"), where);

  ys_checker_check_estimate (subject->checker, where, estimate);
  check_limits (subject, where, field, estimate);
}

static gboolean
all_finite (const double *values,
            gsize         n_values)
{
  for (gsize i = 0; i < n_values; i++)
    if (!isfinite (values[i]))
      return FALSE;

  return TRUE;
}

static void
check_by_period (const Subject *subject)
{
  const YsLine *line = subject->line;
  int n_periods = subject->checker->scenario->n_periods;
  int first = ys_line_get_first (line, n_periods);

  if (line->by_period == NULL)
    return;

  if ((line->kind->traits & YS_LINE_MAY_LIST_PERIODS) == 0)
    complain (subject, _("this kind of line takes no by-period; leave it out"));

  if (!all_finite (line->by_period, line->n_by_period))
    complain (subject, _("every value of by-period should be a number, such as 3000"));

  if (first >= 0 && first <= n_periods && line->n_by_period > (gsize) (n_periods - first + 1))
    ys_checker_add (subject->checker, line->row,
                    _("%s: by-period gives %u values from period %d on, but the last period is %d; "
                      "leave the rest out, or raise the number of periods"),
                    subject->where, (guint) line->n_by_period, first, n_periods);
}

static gboolean
check_is_in_horizon (const Subject *subject,
                     const char    *what,
                     int            period)
{
  int n_periods = subject->checker->scenario->n_periods;

  if (period >= 0 && period <= n_periods)
    return TRUE;

  ys_checker_add (subject->checker, subject->line->row,
                  _("%s: %s period is %d; it should lie between 0 and %d"), subject->where, what,
                  period, n_periods);
  return FALSE;
}

static void
check_when (const Subject *subject)
{
  const YsLine *line = subject->line;
  int first = ys_line_get_first (line, subject->checker->scenario->n_periods);
  gboolean fits = check_is_in_horizon (subject, _("the first"), first);

  if (line->last == YS_PERIOD_UNSET || line->last == YS_PERIOD_LAST)
    return;

  if ((line->kind->traits & YS_LINE_MAY_REPEAT) == 0)
    complain (subject, _("this kind of line happens once; leave the last period out"));
  else if (check_is_in_horizon (subject, _("the last"), line->last) && fits && first > line->last)
    ys_checker_add (subject->checker, line->row,
                    _("%s: the first period (%d) is after the last (%d); "
                      "give a first that is not later"),
                    subject->where, first, line->last);
}

static void
check_ramp (const Subject *subject)
{
  if (subject->line->ramp == NULL)
    return;

  if ((subject->line->kind->traits & YS_LINE_MAY_REPEAT) == 0)
    complain (subject, _("this kind of line happens once; leave the ramp out"));

  if (!all_finite (subject->line->ramp, subject->line->n_ramp))
    complain (subject, _("every share of the ramp should be a number, such as 0.5"));
}

static void
check_follows (const Subject *subject)
{
  const YsLine *line = subject->line;
  g_autofree char *where = g_strdup_printf ("%s: follows", subject->where);

  if (line->n_follows > 0 && (line->kind->traits & YS_LINE_MAY_REPEAT) == 0)
    complain (subject, _("this kind of line happens once; leave follows out"));

  for (gsize i = 0; i < line->n_follows; i++)
    {
      ys_checker_check_reference (subject->checker, where, line->row, line->follows[i].assumption,
                                  subject->checker->scenario->assumptions, _("assumption"));
      if (!isfinite (line->follows[i].factor))
        complain (subject, _("the factor of follows should be a number, such as 0.5"));
    }
}

static gboolean
is_macrs_class (int years)
{
  return years == 3 || years == 5 || years == 7 || years == 10 || years == 15 || years == 20;
}

/* What the method does not use is 0: a file could not say it. */
static gboolean
has_stray_numbers (const YsDepreciation *depreciation)
{
  gboolean straight = depreciation->method == YS_DEPRECIATION_STRAIGHT_LINE;
  gboolean macrs = depreciation->method == YS_DEPRECIATION_MACRS;
  gboolean declining = depreciation->method == YS_DEPRECIATION_DECLINING_BALANCE;

  return (depreciation->periods != 0 && !straight && !macrs) || (depreciation->rate != 0.0 && !declining)
         || (depreciation->residual != 0.0 && !straight);
}

static void
check_depreciation (const Subject *subject)
{
  const YsDepreciation *depreciation = &subject->line->depreciation;

  if (depreciation->method != YS_DEPRECIATION_UNSET
      && (subject->line->kind->traits & YS_LINE_MAY_DEPRECIATE) == 0)
    complain (subject, _("only capital is depreciated; leave depreciation out"));
  else if (has_stray_numbers (depreciation))
    complain (subject, _("the depreciation has numbers that its method does not use; leave them out"));

  if (depreciation->method == YS_DEPRECIATION_STRAIGHT_LINE && depreciation->periods < 1)
    complain (subject, _("straight-line depreciation needs periods of 1 or more"));

  if (depreciation->method == YS_DEPRECIATION_STRAIGHT_LINE && !isfinite (depreciation->residual))
    complain (subject, _("the residual of the depreciation should be a number, such as 0"));

  if (depreciation->method == YS_DEPRECIATION_MACRS && !is_macrs_class (depreciation->periods))
    complain (subject, _("macrs depreciation has periods of 3, 5, 7, 10, 15 or 20; "
                         "give one of them"));

  if (depreciation->method == YS_DEPRECIATION_DECLINING_BALANCE
      && !(depreciation->rate > 0.0 && depreciation->rate <= 1.0))
    complain (subject, _("declining-balance depreciation needs a rate above 0 and at most 1, "
                         "such as 0.3"));
}

void
ys_checker_check_line (YsChecker    *checker,
                       const char   *where,
                       const YsLine *line)
{
  const Subject subject = { checker, line, where };

  if (line->driver != NULL)
    ys_checker_check_reference (checker, where, line->row, line->driver,
                                checker->scenario->drivers, _("driver"));

  for (int field = 0; field < YS_N_FIELDS; field++)
    check_field (&subject, (YsField) field);

  check_by_period (&subject);
  check_when (&subject);
  check_ramp (&subject);
  check_follows (&subject);
  check_depreciation (&subject);
}
