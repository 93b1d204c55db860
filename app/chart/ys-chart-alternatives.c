/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-alternatives.h"

#include <math.h>

GArray *
ys_alternatives_list (const YsResult *result)
{
  GArray *list = g_array_sized_new (FALSE, FALSE, sizeof (gsize), (guint) result->n_alternatives);

  for (gsize i = 0; i < result->n_alternatives; i++)
    if ((int) i != result->baseline || result->n_alternatives == 1)
      g_array_append_val (list, i);
  return list;
}

/* The baseline counts as 0: the others are differences from it. */
static double
get_worth (const YsResult *result,
           gsize           alternative)
{
  if ((int) alternative == result->baseline)
    return 0.0;
  return ys_finite_or_zero (ys_result_get_metric (result, alternative, "npv"));
}

static int
compare_worth (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const YsResult *result = user_data;
  gsize first = *(const gsize *) a, second = *(const gsize *) b;
  double first_worth = get_worth (result, first), second_worth = get_worth (result, second);

  if (first_worth != second_worth)
    return first_worth > second_worth ? -1 : 1;
  return first < second ? -1 : first > second;
}

GArray *
ys_alternatives_list_ranked (const YsResult *result)
{
  GArray *list = ys_alternatives_list (result);

  g_array_sort_with_data (list, compare_worth, (gpointer) result);
  return list;
}

GArray *
ys_alternatives_list_choices (const YsResult *result)
{
  GArray *list = g_array_sized_new (FALSE, FALSE, sizeof (gsize), (guint) result->n_alternatives);

  for (gsize i = 0; i < result->n_alternatives; i++)
    g_array_append_val (list, i);
  g_array_sort_with_data (list, compare_worth, (gpointer) result);
  return list;
}

const char *
ys_alternative_get_name (const YsResult *result,
                         gsize           alternative)
{
  const YsAlternative *own = result->alternatives[alternative].alternative;

  return own->name != NULL ? own->name : own->id;
}

const char *
ys_result_get_currency (const YsResult *result)
{
  return result->scenario->currency;
}

GStrv
ys_alternatives_make_headings (const YsResult *result,
                               const GArray   *list,
                               const char     *first)
{
  GStrv cells = g_new0 (char *, list->len + 2);

  cells[0] = g_strdup (first);
  for (guint i = 0; i < list->len; i++)
    cells[i + 1] = g_strdup (ys_alternative_get_name (result, g_array_index (list, gsize, i)));
  return cells;
}

gboolean
ys_alternatives_find_before (const YsResult *before,
                             const YsResult *result,
                             gsize           alternative,
                             gsize          *out_before)
{
  const char *id = result->alternatives[alternative].alternative->id;

  if (before == NULL)
    return FALSE;

  for (gsize i = 0; i < before->n_alternatives; i++)
    if (g_strcmp0 (before->alternatives[i].alternative->id, id) == 0)
      {
        *out_before = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
ys_alternative_is_calm (int   selected,
                        gsize alternative)
{
  return selected >= 0 && selected != (int) alternative;
}

double
ys_finite_or_zero (double value)
{
  return isfinite (value) ? value : 0.0;
}
