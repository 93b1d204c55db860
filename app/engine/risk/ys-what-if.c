/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-simulate.h"

#include <math.h>

YsWhatIf *
ys_what_if_new (void)
{
  YsWhatIf *self = g_new0 (YsWhatIf, 1);

  self->discount_rate = NAN;
  return self;
}

YsWhatIf *
ys_what_if_copy (const YsWhatIf *what_if)
{
  YsWhatIf *self = g_memdup2 (what_if, sizeof *what_if);

  self->shifts = g_memdup2 (what_if->shifts, what_if->n_shifts * sizeof (YsShift));
  for (gsize i = 0; i < self->n_shifts; i++)
    self->shifts[i].assumption = g_strdup (what_if->shifts[i].assumption);

  return self;
}

void
ys_what_if_free (YsWhatIf *what_if)
{
  if (what_if == NULL)
    return;

  for (gsize i = 0; i < what_if->n_shifts; i++)
    g_free (what_if->shifts[i].assumption);
  g_free (what_if->shifts);
  g_free (what_if);
}

gboolean
ys_what_if_is_neutral (const YsWhatIf *what_if)
{
  return what_if == NULL ||
         (isnan (what_if->discount_rate) && what_if->delay == 0.0 && what_if->n_shifts == 0);
}

gboolean
ys_what_if_equal (const YsWhatIf *a,
                  const YsWhatIf *b)
{
  if (ys_what_if_is_neutral (a) || ys_what_if_is_neutral (b))
    return ys_what_if_is_neutral (a) && ys_what_if_is_neutral (b);

  if (isnan (a->discount_rate) != isnan (b->discount_rate) ||
      (!isnan (a->discount_rate) && a->discount_rate != b->discount_rate) ||
      a->delay != b->delay || a->n_shifts != b->n_shifts)
    return FALSE;

  for (gsize i = 0; i < a->n_shifts; i++)
    if (ys_what_if_get_shift (b, a->shifts[i].assumption) != a->shifts[i].factor)
      return FALSE;

  return TRUE;
}

static YsShift *
find_shift (const YsWhatIf *what_if,
            const char     *assumption)
{
  for (gsize i = 0; i < what_if->n_shifts; i++)
    if (g_str_equal (what_if->shifts[i].assumption, assumption))
      return &what_if->shifts[i];

  return NULL;
}

static void
remove_shift (YsWhatIf *what_if,
              YsShift  *shift)
{
  g_free (shift->assumption);
  *shift = what_if->shifts[--what_if->n_shifts];
}

void
ys_what_if_set_shift (YsWhatIf   *what_if,
                      const char *assumption,
                      double      factor)
{
  YsShift *shift = find_shift (what_if, assumption);

  if (shift != NULL && factor == 1.0)
    {
      remove_shift (what_if, shift);
    }
  else if (shift != NULL)
    {
      shift->factor = factor;
    }
  else if (factor != 1.0)
    {
      what_if->shifts = g_renew (YsShift, what_if->shifts, what_if->n_shifts + 1);
      what_if->shifts[what_if->n_shifts++] = (YsShift) { g_strdup (assumption), factor };
    }
}

double
ys_what_if_get_shift (const YsWhatIf *what_if,
                      const char     *assumption)
{
  const YsShift *shift = what_if != NULL ? find_shift (what_if, assumption) : NULL;

  return shift != NULL ? shift->factor : 1.0;
}
