/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-exceedance.h"

#include <math.h>

#include "ys-sort.h"

#define MOST_POINTS 512
#define DIGITS 6
#define SAME 5e-6 /* relative: what rounding to so many digits may do to a loss */

typedef struct
{
  const double *samples; /* [n_samples] ascending */
  gsize         n_samples;
  GArray       *losses;  /* (element-type double) */
} Points;

static double
round_off (double loss)
{
  int places = DIGITS - 1 - (int) floor (log10 (loss));
  double scale = pow (10.0, abs (places));

  return places >= 0 ? round (loss * scale) / scale : round (loss / scale) * scale;
}

/* Index of the first sample that is not below a rounded loss. */
static gsize
find_first (const Points *self,
            double        loss)
{
  gsize from = 0, end = self->n_samples;

  while (from < end)
    {
      gsize middle = from + (end - from) / 2;

      if (round_off (self->samples[middle]) >= loss)
        end = middle;
      else
        from = middle + 1;
    }

  return from;
}

static void
add_point (Points *self,
           double  loss)
{
  loss = round_off (loss);
  g_array_append_val (self->losses, loss);
}

/* Every size there is; FALSE when there are too many. */
static gboolean
add_sizes (Points *self)
{
  for (gsize i = 0; i < self->n_samples;)
    {
      double loss = round_off (self->samples[i]);

      if (self->losses->len == MOST_POINTS)
        return FALSE;
      add_point (self, loss);
      i = find_first (self, nextafter (loss, INFINITY));
    }

  return TRUE;
}

static void
add_ranks (Points *self)
{
  const gsize half = MOST_POINTS / 2;

  g_array_set_size (self->losses, 0);
  for (gsize k = 0; k < half; k++)
    {
      double share = (double) k / (double) (half - 1);
      gsize from_top = (gsize) pow ((double) self->n_samples, 1.0 - share);

      add_point (self, self->samples[self->n_samples * k / half]);
      add_point (self, self->samples[self->n_samples - CLAMP (from_top, 1, self->n_samples)]);
    }
}

static void
add_tolerance (Points          *self,
               const GPtrArray *tolerance)
{
  for (guint i = 0; i < tolerance->len; i++)
    {
      double loss = ((const YsTolerance *) tolerance->pdata[i])->loss;

      if (round_off (loss) <= round_off (self->samples[self->n_samples - 1]))
        add_point (self, loss);
    }
}

void
ys_exceedance_init (YsExceedance    *self,
                    double          *samples,
                    gsize            n_samples,
                    gsize            n,
                    const GPtrArray *tolerance)
{
  g_autoptr (GArray) losses = g_array_new (FALSE, FALSE, sizeof (double));
  Points points = { samples, n_samples, losses };

  if (n_samples == 0)
    return;

  ys_sort_doubles (samples, n_samples);
  if (!add_sizes (&points))
    add_ranks (&points);
  add_tolerance (&points, tolerance);
  ys_sort_doubles ((double *) losses->data, losses->len);

  self->losses = g_new (double, losses->len);
  self->chances = g_new (double, losses->len);
  for (guint i = 0; i < losses->len; i++)
    {
      double loss = g_array_index (losses, double, i);

      if (self->n_points > 0 && loss == self->losses[self->n_points - 1])
        continue;
      self->losses[self->n_points] = loss;
      self->chances[self->n_points++] = (double) (n_samples - find_first (&points, loss)) / (double) n;
    }
}

double
ys_exceedance_get_chance (const YsExceedance *curve,
                          double              loss)
{
  gsize from = 0, end = curve->n_points;

  while (from < end)
    {
      gsize middle = from + (end - from) / 2;

      if (curve->losses[middle] >= loss * (1.0 - SAME))
        end = middle;
      else
        from = middle + 1;
    }

  return from < curve->n_points ? curve->chances[from] : 0.0;
}
