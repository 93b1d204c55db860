/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-break-even.h"
#include "ys-chart-alternatives.h"
#include "ys-format.h"
#include "ys-input-rows.h"
#include "ys-risk-text.h"

/* As many are told in a sentence. */
#define TOLD 3

static const YsEmptyState *
find_empty_state (const YsResult       *result,
                  const YsChartOptions *options)
{
  static const YsEmptyState no_inputs = {
    N_("Nothing that could be different"),
    N_("Give this alternative a line, and what needs to be true of it appears here."),
  };
  YsBreakEven subject = ys_break_even_of (result, options);
  g_autoptr(GArray) inputs = ys_break_even_rank_inputs (&subject, result);

  return inputs->len == 0 ? &no_inputs : NULL;
}

static char *
read_input (const YsFacts     *facts,
            const YsBreakEven *subject,
            gsize              input)
{
  gsize alternative = (gsize) subject->worth.alternative;
  g_autofree char *pays = ys_risk_say_break_even (facts, input, alternative);
  g_autofree char *beats = NULL;

  if (subject->lead.alternative < 0)
    return g_steal_pointer (&pays);
  beats = ys_risk_say_change (facts, input, alternative, (gsize) subject->lead.other);
  return g_strjoin (" ", pays, beats, NULL);
}

static char *
read_mark (const YsResult       *result,
           const YsChartOptions *options,
           const YsMark         *mark)
{
  YsBreakEven subject = ys_break_even_of (result, options);
  YsFacts facts;
  char *text;

  ys_facts_init (&facts, result);
  text = read_input (&facts, &subject, ys_input_rows_get_input (mark));
  ys_facts_clear (&facts);
  return text;
}

static char *
describe (const YsResult       *result,
          const YsChartOptions *options)
{
  YsBreakEven subject = ys_break_even_of (result, options);
  g_autoptr(GArray) inputs = ys_break_even_rank_inputs (&subject, result);
  GString *text = g_string_new (NULL);
  YsFacts facts;

  g_string_append_printf (
      text, _("What needs to be true for “%s” (break-even), the nearest first."),
      ys_alternative_get_name (result, (gsize) subject.worth.alternative));
  ys_facts_init (&facts, result);
  for (guint i = 0; i < MIN (inputs->len, TOLD); i++)
    {
      g_autofree char *sentence = read_input (&facts, &subject, g_array_index (inputs, gsize, i));

      g_string_append_printf (text, " %s", sentence);
    }
  ys_facts_clear (&facts);
  return g_string_free (text, FALSE);
}

static char *
format_turn (const YsSubject *subject,
             const YsResult  *result,
             gsize            input)
{
  double turn = subject->alternative < 0 ? NAN : ys_subject_get_turn (subject, result, input);

  if (isnan (turn))
    return g_strdup (_("no value does"));
  return ys_format_value (
      turn, result->inputs[input].unit, ys_result_get_currency (result), YS_FORMAT_SHORT);
}

static GStrv
make_row (const YsResult    *result,
          const YsBreakEven *subject,
          gsize              input)
{
  const YsInput *own = &result->inputs[input];
  const char *currency = ys_result_get_currency (result);
  GStrv cells = g_new0 (char *, 7);

  cells[0] = g_strdup (own->name);
  cells[1] = ys_format_value (own->low, own->unit, currency, YS_FORMAT_SHORT);
  cells[2] = ys_format_value (own->mean, own->unit, currency, YS_FORMAT_SHORT);
  cells[3] = ys_format_value (own->high, own->unit, currency, YS_FORMAT_SHORT);
  cells[4] = format_turn (&subject->worth, result, input);
  if (subject->lead.alternative >= 0)
    cells[5] = format_turn (&subject->lead, result, input);
  return cells;
}

static GStrv
make_headings (const YsResult    *result,
               const YsBreakEven *subject)
{
  GStrv cells = g_new0 (char *, 7);

  cells[0] = g_strdup (_("Input"));
  cells[1] = g_strdup (_("10th percentile"));
  cells[2] = g_strdup (_("Average"));
  cells[3] = g_strdup (_("90th percentile"));
  cells[4] = g_strdup (_("Breaks even at"));
  if (subject->lead.alternative >= 0)
    /* Translators: heading of a column, %s is an alternative */
    cells[5] = g_strdup_printf (_("Changes places with “%s” at"),
                                ys_alternative_get_name (result, (gsize) subject->lead.other));
  return cells;
}

static GPtrArray *
tabulate (const YsResult       *result,
          const YsChartOptions *options)
{
  YsBreakEven subject = ys_break_even_of (result, options);
  g_autoptr(GArray) inputs = ys_break_even_rank_inputs (&subject, result);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_ptr_array_add (rows, make_headings (result, &subject));
  for (guint i = 0; i < inputs->len; i++)
    g_ptr_array_add (rows, make_row (result, &subject, g_array_index (inputs, gsize, i)));
  return rows;
}

static double
get_height (const YsResult *result,
            double          em,
            double          width)
{
  YsChartOptions options;
  YsBreakEven subject;
  g_autoptr(GArray) inputs = NULL;

  ys_chart_options_init (&options);
  subject = ys_break_even_of (result, &options);
  inputs = ys_break_even_rank_inputs (&subject, result);
  return ys_input_rows_get_height (inputs->len, YS_BREAK_EVEN_ROW, em) + 6.0 * em;
}

const YsChart ys_chart_break_even = {
  .id = "break-even",
  .name = N_("What needs to be true"),
  .sentence = N_("The value of each number at which an alternative breaks even, and at which it "
                  "changes places with its nearest rival."),
  .highlight = YS_HIGHLIGHT_BAND,
  .analyses = YS_ANALYSE_BREAK_EVENS | YS_ANALYSE_SWINGS,
  .find_empty_state = find_empty_state,
  .lay_out = ys_break_even_lay_out,
  .read_mark = read_mark,
  .describe = describe,
  .tabulate = tabulate,
  .get_height = get_height,
};
