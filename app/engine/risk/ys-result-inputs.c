/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-result.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* An input and what it is ranked by. */
typedef struct
{
  gsize       index;
  double      size;
  const char *id;
} Rank;

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const Rank *first = a, *second = b;

  if (first->size != second->size)
    return first->size < second->size ? 1 : -1;
  return strcmp (first->id, second->id);
}

/* Indices of the inputs with a size of at least this, the largest first. */
static GArray *
rank_inputs (const YsResult *result,
             const double   *sizes,
             double          least)
{
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree Rank *ranks = g_new (Rank, MAX (result->n_inputs, 1));
  gsize n = 0;

  for (gsize i = 0; i < result->n_inputs; i++)
    if (sizes[i] >= least)
      ranks[n++] = (Rank) { .index = i, .size = sizes[i], .id = result->inputs[i].id };

  qsort (ranks, n, sizeof (Rank), compare_ranks);
  for (gsize i = 0; i < n; i++)
    g_array_append_val (indices, ranks[i].index);

  return indices;
}

gboolean
ys_input_is_worth_checking (const YsInput *input)
{
  return input->value > 0.0 && input->value > 2.0 * input->value_error;
}

GArray *
ys_result_rank_by_value (const YsResult *result)
{
  g_autofree double *sizes = g_new (double, MAX (result->n_inputs, 1));

  for (gsize i = 0; i < result->n_inputs; i++)
    sizes[i] = result->inputs[i].value;

  return rank_inputs (result, sizes, 0.0);
}

GArray *
ys_result_rank_by_swing (const YsResult *result,
                         gsize           alternative,
                         int             other)
{
  g_autofree double *sizes = g_new (double, MAX (result->n_inputs, 1));

  for (gsize i = 0; i < result->n_inputs; i++)
    {
      double low, high;

      ys_result_get_swing (result, i, alternative, other, &low, &high);
      sizes[i] = fabs (high - low);
    }

  return rank_inputs (result, sizes, G_MINDOUBLE);
}

static double
get_worth (const YsResult *result,
           const double   *worth,
           int             alternative)
{
  if (worth == NULL)
    return NAN;
  return alternative < 0 || alternative == result->baseline ? 0.0 : worth[alternative];
}

void
ys_result_get_swing (const YsResult *result,
                     gsize           input,
                     gsize           alternative,
                     int             other,
                     double         *low,
                     double         *high)
{
  const YsInput *own;

  g_return_if_fail (input < result->n_inputs);
  g_return_if_fail (alternative < result->n_alternatives);

  own = &result->inputs[input];
  *low = get_worth (result, own->worth_low, (int) alternative) - get_worth (result, own->worth_low, other);
  *high = get_worth (result, own->worth_high, (int) alternative) - get_worth (result, own->worth_high, other);
}

int
ys_result_get_runner_up (const YsResult *result)
{
  int found = -1;
  double largest = -INFINITY;

  for (gsize a = 0; a < result->n_alternatives; a++)
    {
      double mean = (int) a == result->baseline ? 0.0 : ys_result_get_metric (result, a, "npv");

      if ((int) a != result->best && mean > largest)
        {
          largest = mean;
          found = (int) a;
        }
    }

  return found;
}
