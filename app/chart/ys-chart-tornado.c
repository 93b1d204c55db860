/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-chart-alternatives.h"
#include "ys-format.h"
#include "ys-input-rows.h"
#include "ys-risk-text.h"
#include "ys-tornado.h"

/* What matters most, twice: for the worth of one alternative, and for the lead of one over another. */

/* As many are told in a sentence. */
#define TOLD 3

static const YsEmptyState certain = {
  N_("Nothing in this scenario is uncertain"),
  N_("Give an estimate a range instead of one number, and what it moves appears here."),
};

/* Once what is uncertain is known to leave the subject alone. */
static const YsEmptyState unmoved = {
  N_("Nothing uncertain makes a difference here"),
  N_("Select another alternative, or give an estimate of this one a range."),
};

static const YsEmptyState *
find_empty_state_of (const YsResult  *result,
                     const YsSubject *subject)
{
  g_autoptr(GArray) inputs = ys_subject_rank_inputs (subject, result);

  if (result->n_trials == 1)
    return &certain;
  return inputs->len == 0 ? &unmoved : NULL;
}

/* --- figures as text ------------------------------------------------------------------------- */

/* An input at both ends and what it leads to. */
typedef struct
{
  char *low_value;
  char *low_worth;
  char *high_value;
  char *high_worth;
  char *share;
} Figures;

static void
figures_init (Figures         *figures,
              const YsResult  *result,
              const YsSubject *subject,
              gsize            input)
{
  const YsInput *own = &result->inputs[input];
  const char *currency = ys_result_get_currency (result);
  double low, high;

  ys_subject_get_swing (subject, result, input, &low, &high);
  figures->low_value = ys_format_value (own->low, own->unit, currency, YS_FORMAT_SHORT);
  figures->high_value = ys_format_value (own->high, own->unit, currency, YS_FORMAT_SHORT);
  figures->low_worth = ys_format_money (low, currency, YS_FORMAT_SHORT);
  figures->high_worth = ys_format_money (high, currency, YS_FORMAT_SHORT);
  figures->share =
      ys_format_chance (ys_tornado_get_share (result, subject, input), YS_FORMAT_SHORT);
}

static void
figures_clear (Figures *figures)
{
  g_free (figures->low_value);
  g_free (figures->low_worth);
  g_free (figures->high_value);
  g_free (figures->high_worth);
  g_free (figures->share);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Figures, figures_clear)

/* The value at which the subject turns, where the swing goes through it. */
static char *
dup_turn (const YsResult  *result,
          const YsSubject *subject,
          gsize            input)
{
  double turn = ys_subject_get_turn (subject, result, input);

  if (isnan (turn) || !ys_tornado_is_crossed (result, subject, input))
    return NULL;
  return ys_format_value (
      turn, result->inputs[input].unit, ys_result_get_currency (result), YS_FORMAT_SHORT);
}

static char *
read_input (const YsResult  *result,
            const YsSubject *subject,
            gsize            input)
{
  g_auto(Figures) figures = { NULL };
  g_autofree char *turn = dup_turn (result, subject, input);
  GString *text = g_string_new (NULL);

  figures_init (&figures, result, subject, input);
  /* Translators: “Units sold: −$12K at 40K, $420K at 110K” */
  g_string_append_printf (text, _("%1$s: %2$s at %3$s, %4$s at %5$s"),
                          result->inputs[input].name,
                          figures.low_worth, figures.low_value,
                          figures.high_worth, figures.high_value);
  if (turn != NULL && subject->other < 0)
    /* Translators: goes on after a sentence: the value at which the worth is zero */
    g_string_append_printf (text, _("; breaks even at %s"), turn);
  else if (turn != NULL)
    g_string_append_printf (text, _("; they change places at %s"), turn);
  if (!isnan (ys_tornado_get_share (result, subject, input)))
    g_string_append_printf (text, _("; %s of the variance"), figures.share);
  return g_string_free (text, FALSE);
}

static void
append_inputs (GString         *text,
               const YsResult  *result,
               const YsSubject *subject)
{
  g_autoptr(GArray) inputs = ys_subject_rank_inputs (subject, result);
  guint told = MIN (inputs->len, TOLD);

  for (guint i = 0; i < told; i++)
    {
      g_autofree char *sentence = read_input (result, subject, g_array_index (inputs, gsize, i));

      g_string_append_printf (text, " %s.", sentence);
    }
  if (inputs->len > told)
    {
      gulong n = inputs->len - told;

      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%lu more input matters less.",
                                              "%lu more inputs matter less.", n), n);
    }
}

static GStrv
make_row (const YsResult  *result,
          const YsSubject *subject,
          gsize            input)
{
  g_auto(Figures) figures = { NULL };
  g_autofree char *turn = NULL;
  double at = ys_subject_get_turn (subject, result, input);
  char *cells[8];

  figures_init (&figures, result, subject, input);
  turn = ys_format_value (
      at, result->inputs[input].unit, ys_result_get_currency (result), YS_FORMAT_SHORT);
  cells[0] = result->inputs[input].name;
  cells[1] = figures.low_value;
  cells[2] = figures.low_worth;
  cells[3] = figures.high_value;
  cells[4] = figures.high_worth;
  cells[5] = isnan (at) ? _("no value does") : turn;
  cells[6] = figures.share;
  cells[7] = NULL;
  return g_strdupv (cells);
}

static GPtrArray *
make_table (const YsResult  *result,
            const YsSubject *subject)
{
  g_autoptr(GArray) inputs = ys_subject_rank_inputs (subject, result);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  gboolean lead = subject->other >= 0;
  const char *headings[] = {
    _("Input"),
    _("10th percentile"),
    lead ? _("Lead with that") : _("Worth with that"),
    _("90th percentile"),
    lead ? _("Lead with that") : _("Worth with that"),
    lead ? _("They change places at") : _("Breaks even at"),
    _("Share of variance"),
    NULL,
  };

  g_ptr_array_add (rows, g_strdupv ((char **) headings));
  for (guint i = 0; i < inputs->len; i++)
    g_ptr_array_add (rows, make_row (result, subject, g_array_index (inputs, gsize, i)));
  return rows;
}

static double
get_height_of (const YsResult  *result,
               const YsSubject *subject,
               double           em)
{
  g_autoptr(GArray) inputs = ys_subject_rank_inputs (subject, result);

  return ys_input_rows_get_height (inputs->len, YS_TORNADO_ROW, em) + 6.5 * em;
}

/* --- worth ----------------------------------------------------------------------------------- */

static const YsEmptyState *
find_empty_state (const YsResult       *result,
                  const YsChartOptions *options)
{
  YsSubject subject = ys_subject_of_worth (result, options);

  return find_empty_state_of (result, &subject);
}

static void
lay_out (YsChartLayout *layout)
{
  YsSubject subject = ys_subject_of_worth (layout->result, &layout->options);
  /* Translators: %s is an alternative */
  g_autofree char *caption = g_strdup_printf (
      _("Worth today of “%s” with one input low or high, the others as they are"),
      ys_alternative_get_name (layout->result, (gsize) subject.alternative));

  ys_tornado_lay_out (layout, &subject, caption);
}

static char *
read_mark (const YsResult       *result,
           const YsChartOptions *options,
           const YsMark         *mark)
{
  YsSubject subject = { mark->alternative, mark->other };

  return read_input (result, &subject, ys_input_rows_get_input (mark));
}

static char *
describe (const YsResult       *result,
          const YsChartOptions *options)
{
  YsSubject subject = ys_subject_of_worth (result, options);
  g_autofree char *money = ys_format_money (
      ys_subject_get_mean (&subject, result), ys_result_get_currency (result), YS_FORMAT_TEXT);
  GString *text = g_string_new (NULL);

  /* Translators: %1$s is an alternative, %2$s an amount of money */
  g_string_append_printf (text,
                          _("What the worth of “%1$s” today depends on most (tornado): %2$s on "
                            "average."),
                          ys_alternative_get_name (result, (gsize) subject.alternative), money);
  append_inputs (text, result, &subject);
  return g_string_free (text, FALSE);
}

static GPtrArray *
tabulate (const YsResult       *result,
          const YsChartOptions *options)
{
  YsSubject subject = ys_subject_of_worth (result, options);

  return make_table (result, &subject);
}

static double
get_height (const YsResult *result,
            double          em,
            double          width)
{
  YsChartOptions options;
  YsSubject subject;

  ys_chart_options_init (&options);
  subject = ys_subject_of_worth (result, &options);
  return get_height_of (result, &subject, em);
}

const YsChart ys_chart_tornado = {
  .id = "tornado",
  .name = N_("What matters most"),
  .sentence = N_("How far each uncertain number moves what an alternative is worth today, from "
                  "low to high (sensitivity, tornado)."),
  .highlight = YS_HIGHLIGHT_BAND,
  .analyses = YS_ANALYSE_SWINGS | YS_ANALYSE_VALUES | YS_ANALYSE_BREAK_EVENS,
  .find_empty_state = find_empty_state,
  .lay_out = lay_out,
  .read_mark = read_mark,
  .describe = describe,
  .tabulate = tabulate,
  .get_height = get_height,
};

/* --- lead ------------------------------------------------------------------------------------ */

static const YsEmptyState *
find_empty_state_of_lead (const YsResult       *result,
                          const YsChartOptions *options)
{
  static const YsEmptyState alone = {
    N_("Only one alternative"),
    N_("Add another, and what decides between them appears here."),
  };
  YsSubject subject = ys_subject_of_lead (result, options);

  return subject.alternative < 0 ? &alone : find_empty_state_of (result, &subject);
}

static void
lay_out_lead (YsChartLayout *layout)
{
  YsSubject subject = ys_subject_of_lead (layout->result, &layout->options);
  /* Translators: both are alternatives */
  g_autofree char *caption = g_strdup_printf (
      _("Lead of “%1$s” over “%2$s” with one input low or high"),
      ys_alternative_get_name (layout->result, (gsize) subject.alternative),
      ys_alternative_get_name (layout->result, (gsize) subject.other));

  ys_tornado_lay_out (layout, &subject, caption);
}

static char *
describe_lead (const YsResult       *result,
               const YsChartOptions *options)
{
  YsSubject subject = ys_subject_of_lead (result, options);
  g_autofree char *money = ys_format_money (
      ys_subject_get_mean (&subject, result), ys_result_get_currency (result), YS_FORMAT_TEXT);
  GString *text = g_string_new (NULL);

  /* Translators: %1$s and %2$s are alternatives, %3$s an amount of money */
  g_string_append_printf (text,
                          _("What the lead of “%1$s” over “%2$s” depends on most (tornado of the "
                            "difference): %3$s on average."),
                          ys_alternative_get_name (result, (gsize) subject.alternative),
                          ys_alternative_get_name (result, (gsize) subject.other), money);
  append_inputs (text, result, &subject);
  return g_string_free (text, FALSE);
}

static GPtrArray *
tabulate_lead (const YsResult       *result,
               const YsChartOptions *options)
{
  YsSubject subject = ys_subject_of_lead (result, options);

  return make_table (result, &subject);
}

static double
get_height_of_lead (const YsResult *result,
                    double          em,
                    double          width)
{
  YsChartOptions options;
  YsSubject subject;

  ys_chart_options_init (&options);
  subject = ys_subject_of_lead (result, &options);
  return get_height_of (result, &subject, em);
}

const YsChart ys_chart_tornado_difference = {
  .id = "tornado-difference",
  .name = N_("What decides between the two best"),
  .sentence = N_("How far each uncertain number moves the lead of the best alternative over the "
                  "next, or over the one selected (tornado of the difference)."),
  .highlight = YS_HIGHLIGHT_BAND,
  .analyses = YS_ANALYSE_SWINGS | YS_ANALYSE_VALUES | YS_ANALYSE_BREAK_EVENS,
  .find_empty_state = find_empty_state_of_lead,
  .lay_out = lay_out_lead,
  .read_mark = read_mark,
  .describe = describe_lead,
  .tabulate = tabulate_lead,
  .get_height = get_height_of_lead,
};
