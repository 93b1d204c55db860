/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-loss-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-chart-alternatives.h"
#include "ys-chart-years.h"
#include "ys-format.h"
#include "ys-ticks.h"

/* --- figures --------------------------------------------------------------------------------- */

static gboolean
can_be_struck (const YsResult *result,
               int             alternative)
{
  const YsLossCurves *curves;

  if (result->losses == NULL || alternative < 0 || (gsize) alternative >= result->n_alternatives)
    return FALSE;

  curves = result->losses[alternative];
  return curves != NULL
         && (curves->without[YS_SPAN_YEAR].n_points > 0 || curves->with[YS_SPAN_YEAR].n_points > 0);
}

int
ys_losses_find_subject (const YsResult       *result,
                        const YsChartOptions *options)
{
  if (can_be_struck (result, options->alternative))
    return options->alternative;
  for (gsize i = 0; i < result->n_alternatives; i++)
    if (can_be_struck (result, (int) i))
      return (int) i;
  return -1;
}

static int
compare_losses (gconstpointer a,
                gconstpointer b)
{
  const YsTolerance *first = *(const YsTolerance *const *) a;
  const YsTolerance *second = *(const YsTolerance *const *) b;

  return first->loss < second->loss ? -1 : first->loss > second->loss;
}

GPtrArray *
ys_losses_list_accepted (const YsResult *result)
{
  GPtrArray *list = g_ptr_array_copy (
      result->scenario->tolerance, (GCopyFunc) (void (*) (void)) ys_tolerance_ref, NULL);

  g_ptr_array_set_free_func (list, (GDestroyNotify) ys_tolerance_unref);
  g_ptr_array_sort (list, compare_losses);
  return list;
}

double
ys_exceedance_get_loss (const YsExceedance *curve,
                        double              chance)
{
  gsize i = 0;

  while (i < curve->n_points && curve->chances[i] > chance)
    i++;
  return i > 0 ? curve->losses[i - 1] : NAN;
}

gboolean
ys_exceedance_equal (const YsExceedance *a,
                     const YsExceedance *b)
{
  if (a->n_points != b->n_points)
    return FALSE;
  for (gsize i = 0; i < a->n_points; i++)
    if (a->losses[i] != b->losses[i] || a->chances[i] != b->chances[i])
      return FALSE;
  return TRUE;
}

char *
ys_losses_name_span (const YsResult *result,
                     YsSpan          span)
{
  g_autofree char *years = NULL;

  if (span == YS_SPAN_YEAR)
    return g_strdup (_("any one year"));

  years = ys_format_years (ys_years_of_period (result, result->scenario->n_periods),
                           YS_FORMAT_TEXT);
  /* Translators: %s is a time: “8 years” */
  return g_strdup_printf (_("all %s"), years);
}

/* --- sentences ------------------------------------------------------------------------------- */

char *
ys_losses_read_amount (const YsResult *result,
                       gsize           alternative,
                       YsSpan          span,
                       double          loss)
{
  const YsLossCurves *curves = result->losses[alternative];
  g_autofree char *money = ys_format_money (loss, ys_result_get_currency (result), YS_FORMAT_SHORT);
  g_autofree char *where = ys_losses_name_span (result, span);
  g_autofree char *without =
      ys_format_chance (ys_exceedance_get_chance (&curves->without[span], loss), YS_FORMAT_SHORT);
  g_autofree char *with =
      ys_format_chance (ys_exceedance_get_chance (&curves->with[span], loss), YS_FORMAT_SHORT);

  /* Translators: 1: amount of money, 2: “any one year” or “all 8 years”, 3, 4: chances, 5: name of
   * an alternative */
  return g_strdup_printf (_("Losing at least %1$s in %2$s: %3$s without %5$s, %4$s with it"),
                          money, where, without, with,
                          ys_alternative_get_name (result, alternative));
}

char *
ys_losses_read_accepted (const YsResult    *result,
                         gsize              alternative,
                         const YsTolerance *accepted)
{
  const YsExceedance *with = &result->losses[alternative]->with[YS_SPAN_YEAR];
  g_autofree char *money =
      ys_format_money (accepted->loss, ys_result_get_currency (result), YS_FORMAT_SHORT);
  g_autofree char *chance =
      ys_format_chance (ys_exceedance_get_chance (with, accepted->loss), YS_FORMAT_SHORT);
  g_autofree char *limit = ys_format_chance (accepted->chance, YS_FORMAT_SHORT);

  /* Translators: 1: name of an alternative, 2: amount of money, 3, 4: chances */
  return g_strdup_printf (_("With %1$s, a loss of at least %2$s in a year has a chance of %3$s; the "
                            "board accepts %4$s"),
                          ys_alternative_get_name (result, alternative), money, chance, limit);
}

/* The point of the board's line that is hardest to keep below. */
static const YsTolerance *
find_tightest (const YsExceedance *curve,
               const GPtrArray    *accepted,
               double             *share)
{
  const YsTolerance *tightest = NULL;

  for (guint i = 0; i < accepted->len; i++)
    {
      const YsTolerance *own = accepted->pdata[i];
      double used = ys_exceedance_get_chance (curve, own->loss) / own->chance;

      if (tightest == NULL || used > *share)
        {
          tightest = own;
          *share = used;
        }
    }
  return tightest;
}

static void
append_accepted (GString        *text,
                 const YsResult *result,
                 gsize           alternative)
{
  const YsLossCurves *curves = result->losses[alternative];
  g_autoptr(GPtrArray) accepted = ys_losses_list_accepted (result);
  double share = 0.0;
  const YsTolerance *tightest = find_tightest (&curves->with[YS_SPAN_YEAR], accepted, &share);
  g_autofree char *sentence = NULL;

  if (tightest == NULL)
    return;

  sentence = ys_losses_read_accepted (result, alternative, tightest);
  g_string_append_printf (text, " %s.", sentence);
  g_string_append_c (text, ' ');
  g_string_append (text, share <= 1.0 ? _("It keeps to what the board accepts.")
                                      : _("That is more than the board accepts."));
}

static void
append_means (GString        *text,
              const YsResult *result,
              gsize           alternative)
{
  const YsLossCurves *curves = result->losses[alternative];
  const char *currency = ys_result_get_currency (result);
  g_autofree char *without =
      ys_format_money (curves->without[YS_SPAN_YEAR].mean, currency, YS_FORMAT_TEXT);
  g_autofree char *with =
      ys_format_money (curves->with[YS_SPAN_YEAR].mean, currency, YS_FORMAT_TEXT);

  /* Translators: 1: name of an alternative, 2, 3: amounts of money */
  g_string_append_printf (text,
                          _("What strikes in a year comes to %2$s on average without %1$s, and to "
                            "%3$s with it."),
                          ys_alternative_get_name (result, alternative), without, with);
}

/* Losses worth a sentence: those that are met once in ten years or runs of years. */
static void
append_example (GString        *text,
                const YsResult *result,
                gsize           alternative,
                YsSpan          span)
{
  const YsLossCurves *curves = result->losses[alternative];
  const YsExceedance *curve =
      curves->without[span].n_points > 0 ? &curves->without[span] : &curves->with[span];
  double loss = ys_exceedance_get_loss (curve, 0.1);
  g_autofree char *sentence = NULL;

  if (isnan (loss) && curve->n_points > 0)
    loss = curve->losses[0];
  if (isnan (loss))
    return;

  sentence = ys_losses_read_amount (result, alternative, span, loss);
  g_string_append_printf (text, " %s.", sentence);
}

char *
ys_losses_describe (const YsResult       *result,
                    const YsChartOptions *options)
{
  gsize alternative = (gsize) ys_losses_find_subject (result, options);
  GString *text = g_string_new (NULL);

  append_means (text, result, alternative);
  for (YsSpan span = YS_SPAN_YEAR; span < YS_N_SPANS; span++)
    append_example (text, result, alternative, span);
  append_accepted (text, result, alternative);
  return g_string_free (text, FALSE);
}

/* --- table ----------------------------------------------------------------------------------- */

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
include_rare (YsRange            *range,
              const YsExceedance *curve)
{
  ys_range_include (range, ys_exceedance_get_loss (curve, 0.001));
  if (curve->n_points > 0)
    ys_range_include (range, curve->losses[0]);
}

/* Round amounts up to what strikes once in a thousand times, and the board's. (element-type double) */
static GArray *
list_amounts (const YsResult *result,
              gsize           alternative)
{
  const YsLossCurves *curves = result->losses[alternative];
  GArray *amounts = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GPtrArray) accepted = ys_losses_list_accepted (result);
  YsRange range = YS_RANGE_EMPTY;
  YsTicks ticks;

  ys_range_include (&range, 0.0);
  for (YsSpan span = YS_SPAN_YEAR; span < YS_N_SPANS; span++)
    {
      include_rare (&range, &curves->without[span]);
      include_rare (&range, &curves->with[span]);
    }
  ys_range_settle (&range, 0.0);
  ys_ticks_choose (&ticks, &range, 12);
  for (int i = 0; i < ticks.n; i++)
    {
      double amount = ys_ticks_get (&ticks, i);

      if (amount > 0.0)
        g_array_append_val (amounts, amount);
    }
  for (guint i = 0; i < accepted->len; i++)
    g_array_append_val (amounts, ((const YsTolerance *) accepted->pdata[i])->loss);
  g_array_sort (amounts, compare_doubles);
  return amounts;
}

static char *
format_accepted (const YsResult *result,
                 double          loss)
{
  const GPtrArray *accepted = result->scenario->tolerance;

  for (guint i = 0; i < accepted->len; i++)
    {
      const YsTolerance *own = accepted->pdata[i];

      if (own->loss == loss)
        return ys_format_chance (own->chance, YS_FORMAT_SHORT);
    }
  return g_strdup ("");
}

static GStrv
make_row (const YsResult *result,
          gsize           alternative,
          double          loss)
{
  const YsLossCurves *curves = result->losses[alternative];
  GStrvBuilder *cells = g_strv_builder_new ();
  g_autofree char *money = ys_format_money (loss, ys_result_get_currency (result), YS_FORMAT_SHORT);
  g_autofree char *accepted = format_accepted (result, loss);
  GStrv row;

  g_strv_builder_add (cells, money);
  for (YsSpan span = YS_SPAN_YEAR; span < YS_N_SPANS; span++)
    {
      g_autofree char *without = ys_format_chance (
          ys_exceedance_get_chance (&curves->without[span], loss), YS_FORMAT_SHORT);
      g_autofree char *with = ys_format_chance (
          ys_exceedance_get_chance (&curves->with[span], loss), YS_FORMAT_SHORT);

      g_strv_builder_add (cells, without);
      g_strv_builder_add (cells, with);
    }
  g_strv_builder_add (cells, accepted);
  row = g_strv_builder_end (cells);
  g_strv_builder_unref (cells);
  return row;
}

static GStrv
make_headings (const YsResult *result)
{
  GStrvBuilder *cells = g_strv_builder_new ();
  GStrv row;

  g_strv_builder_add (cells, _("Losing at least"));
  for (YsSpan span = YS_SPAN_YEAR; span < YS_N_SPANS; span++)
    {
      g_autofree char *where = ys_losses_name_span (result, span);
      /* Translators: heading of a column: “any one year, without it” */
      g_autofree char *without = g_strdup_printf (_("%s, without it"), where);
      g_autofree char *with = g_strdup_printf (_("%s, with it"), where);

      g_strv_builder_add (cells, without);
      g_strv_builder_add (cells, with);
    }
  g_strv_builder_add (cells, _("What the board accepts in a year"));
  row = g_strv_builder_end (cells);
  g_strv_builder_unref (cells);
  return row;
}

GPtrArray *
ys_losses_tabulate (const YsResult       *result,
                    const YsChartOptions *options)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  int alternative = ys_losses_find_subject (result, options);
  g_autoptr(GArray) amounts = NULL;

  g_ptr_array_add (rows, make_headings (result));
  if (alternative < 0)
    return rows;

  amounts = list_amounts (result, (gsize) alternative);
  for (guint i = 0; i < amounts->len; i++)
    {
      double amount = g_array_index (amounts, double, i);

      if (i == 0 || amount != g_array_index (amounts, double, i - 1))
        g_ptr_array_add (rows, make_row (result, (gsize) alternative, amount));
    }
  return rows;
}
