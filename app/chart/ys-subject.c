/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-subject.h"

#include <math.h>
#include <string.h>

#include "ys-chart-alternatives.h"

static int
get_selected (const YsResult       *result,
              const YsChartOptions *options)
{
  return options->alternative < (int) result->n_alternatives ? options->alternative : -1;
}

YsSubject
ys_subject_of_worth (const YsResult       *result,
                     const YsChartOptions *options)
{
  g_autoptr(GArray) list = ys_alternatives_list_ranked (result);
  int selected = get_selected (result, options);

  for (guint i = 0; i < list->len; i++)
    if ((int) g_array_index (list, gsize, i) == selected)
      return (YsSubject) { selected, -1 };
  return (YsSubject) { list->len > 0 ? (int) g_array_index (list, gsize, 0) : -1, -1 };
}

YsSubject
ys_subject_of_lead (const YsResult       *result,
                    const YsChartOptions *options)
{
  int selected = get_selected (result, options);
  int other = selected >= 0 && selected != result->best ? selected : ys_result_get_runner_up (result);

  return other >= 0 ? (YsSubject) { result->best, other } : (YsSubject) { -1, -1 };
}

static double
get_worth (const YsResult *result,
           int             alternative)
{
  if (alternative < 0 || (alternative == result->baseline && result->n_alternatives > 1))
    return 0.0;
  return ys_finite_or_zero (ys_result_get_metric (result, (gsize) alternative, "npv"));
}

double
ys_subject_get_mean (const YsSubject *subject,
                     const YsResult  *result)
{
  return get_worth (result, subject->alternative) - get_worth (result, subject->other);
}

void
ys_subject_get_swing (const YsSubject *subject,
                      const YsResult  *result,
                      gsize            input,
                      double          *low,
                      double          *high)
{
  ys_result_get_swing (result, input, (gsize) subject->alternative, subject->other, low, high);
}

double
ys_subject_get_turn (const YsSubject *subject,
                     const YsResult  *result,
                     gsize            input)
{
  const YsInput *own = &result->inputs[input];
  gsize n = result->n_alternatives;

  if (subject->other >= 0)
    return own->changes != NULL
             ? own->changes[(gsize) subject->alternative * n + (gsize) subject->other]
             : NAN;
  return own->break_evens != NULL ? own->break_evens[subject->alternative] : NAN;
}

GArray *
ys_subject_rank_inputs (const YsSubject *subject,
                        const YsResult  *result)
{
  if (subject->alternative < 0)
    return g_array_new (FALSE, FALSE, sizeof (gsize));
  return ys_result_rank_by_swing (result, (gsize) subject->alternative, subject->other);
}

gboolean
ys_subject_find_before (const YsSubject *subject,
                        const YsResult  *result,
                        const YsResult  *before,
                        YsSubject       *out_before)
{
  gsize alternative, other = 0;

  if (!ys_alternatives_find_before (before, result, (gsize) subject->alternative, &alternative)
      || (subject->other >= 0
          && !ys_alternatives_find_before (before, result, (gsize) subject->other, &other)))
    return FALSE;

  *out_before = (YsSubject) { (int) alternative, subject->other >= 0 ? (int) other : -1 };
  return TRUE;
}

gboolean
ys_input_find_before (const YsResult *result,
                      gsize           input,
                      const YsResult *before,
                      gsize          *out_before)
{
  for (gsize i = 0; before != NULL && i < before->n_inputs; i++)
    if (strcmp (before->inputs[i].id, result->inputs[input].id) == 0)
      {
        *out_before = i;
        return TRUE;
      }
  return FALSE;
}
