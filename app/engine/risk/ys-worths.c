/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-worths.h"

void
ys_worths_init (YsWorths *worths,
                YsHeld   *held)
{
  worths->held = held;
  worths->n_alternatives = held->result->n_alternatives;
  worths->values = g_array_new (FALSE, FALSE, sizeof (double));
  worths->worths = g_array_new (FALSE, FALSE, worths->n_alternatives * sizeof (double));
}

void
ys_worths_clear (YsWorths *worths)
{
  g_array_unref (worths->values);
  g_array_unref (worths->worths);
}

/* The first that is not below the value. */
static guint
find (const YsWorths *self,
      double          value)
{
  guint i = 0;

  while (i < self->values->len && g_array_index (self->values, double, i) < value)
    i++;
  return i;
}

const double *
ys_worths_get (YsWorths *worths,
               double    value)
{
  guint i = find (worths, value);

  if (i == worths->values->len || g_array_index (worths->values, double, i) != value)
    {
      g_autofree double *worth = g_new (double, worths->n_alternatives);

      ys_held_get_worth (worths->held, value, worth);
      g_array_insert_val (worths->values, i, value);
      g_array_insert_vals (worths->worths, i, worth, 1);
    }

  return (const double *) (gpointer) worths->worths->data + i * worths->n_alternatives;
}
