/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-pace.h"

#define LEAST 10 /* 1,024 trials */
/* While nothing is known: smooth enough, and done in time by slow machines as well. */
#define FIRST 12 /* 4,096 */
#define FORGIVEN 0.95

static int
get_size (gsize trials)
{
  return CLAMP ((int) g_bit_storage (trials) - 1, 0, YS_PACE_SIZES - 1);
}

/* FALSE when nothing is known from which it could be told. */
static gboolean
predict (const YsPace *self,
         int           size,
         double       *seconds)
{
  for (int known = size; known >= 0; known--)
    if (self->took[known] > 0)
      {
        *seconds = self->took[known] * (double) ((gsize) 1 << (size - known));
        return TRUE;
      }

  return FALSE;
}

void
ys_pace_note (YsPace *self,
              gsize   trials,
              double  seconds)
{
  int size = get_size (trials);
  double *took = &self->took[size];

  *took = *took == 0 || seconds < *took ? seconds : (*took + seconds) / 2;
  for (int larger = size + 1; larger < YS_PACE_SIZES; larger++)
    self->took[larger] *= FORGIVEN;
}

gsize
ys_pace_fit (const YsPace *self,
             gsize         trials,
             double        seconds)
{
  int all = get_size (trials);
  double predicted;

  for (int size = all; size > LEAST; size--)
    {
      gsize n = size == all ? trials : (gsize) 1 << size;

      if (predict (self, size, &predicted) ? predicted <= seconds : size <= FIRST)
        return n;
    }

  return MIN (trials, (gsize) 1 << LEAST);
}
