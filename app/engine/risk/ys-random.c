/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-random.h"

#include <math.h>

static guint64
mix (guint64 x)
{
  x ^= x >> 30;
  x *= G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  x ^= x >> 27;
  x *= G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return x ^ (x >> 31);
}

guint64
ys_random_key (guint64     seed,
               const char *path)
{
  guint64 hash = G_GUINT64_CONSTANT (0xCBF29CE484222325); /* FNV-1a */

  for (const char *p = path; *p != '\0'; p++)
    {
      hash ^= (guint8) *p;
      hash *= G_GUINT64_CONSTANT (0x100000001B3);
    }

  return mix (hash ^ mix (seed + G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)));
}

void
ys_random_words (guint64 key,
                 guint32 c0,
                 guint32 c1,
                 guint32 c2,
                 guint32 words[4])
{
  words[0] = c0;
  words[1] = c1;
  words[2] = c2;
  words[3] = YS_RANDOM_TRIAL;
  ys_random_mix ((guint32) key, (guint32) (key >> 32), words);
}

void
ys_poisson_add_step (YsPoisson *self)
{
  guint n = self->n_steps++;

  if (n > 0)
    self->probability *= MIN (self->rate, YS_POISSON_PART) / n;
  self->sum += self->probability;
  self->starts[n + 1] = n + 1 < YS_POISSON_STEPS ? floor (self->sum * 0x1p32 + 0.5) : 0x1p32;
}

void
ys_poisson_init (YsPoisson *self,
                 double     rate)
{
  self->rate = rate;
  self->probability = exp (-MIN (rate, YS_POISSON_PART));
  self->sum = 0.0;
  self->n_steps = 0;
  self->starts[0] = 0.0;
  ys_poisson_add_step (self);
}

/* A sum of Poisson numbers is a Poisson number of the summed rate. */
guint32
ys_random_more_events (guint64 key,
                       gsize   trial,
                       guint32 period,
                       double  rate)
{
  guint32 count = 0, ignored;

  for (guint32 part = 1; part * YS_POISSON_PART < rate; part++)
    {
      guint32 words[4] = { (guint32) trial, period, part, YS_RANDOM_COUNT };
      YsPoisson rest;

      ys_random_mix ((guint32) key, (guint32) (key >> 32), words);
      ys_poisson_init (&rest, rate - part * YS_POISSON_PART);
      count += ys_poisson_count (&rest, words[0], &ignored);
    }

  return count;
}
