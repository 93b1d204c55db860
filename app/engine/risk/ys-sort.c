/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-sort.h"

#include <string.h>

#define DIGIT_BITS 11
#define N_BUCKETS (1 << DIGIT_BITS)
#define N_PASSES 6 /* 6 × 11 bits cover 64 */
#define SMALL 64

/* An order-preserving map from doubles to unsigned integers, and back: negative numbers have all
 * bits flipped, the others the sign bit. */
static guint64
key_from_bits (guint64 bits)
{
  return bits ^ (-(bits >> 63) | G_GUINT64_CONSTANT (0x8000000000000000));
}

static guint64
bits_from_key (guint64 key)
{
  return key ^ (((key >> 63) - 1) | G_GUINT64_CONSTANT (0x8000000000000000));
}

static void
insertion_sort (double *values,
                gsize   n)
{
  for (gsize i = 1; i < n; i++)
    {
      double value = values[i];
      gsize j = i;

      for (; j > 0 && values[j - 1] > value; j--)
        values[j] = values[j - 1];
      values[j] = value;
    }
}

static void
count_digits (const guint64 *keys,
              gsize          n,
              guint32       (*counts)[N_BUCKETS])
{
  memset (counts, 0, sizeof (guint32) * N_PASSES * N_BUCKETS);

  for (gsize i = 0; i < n; i++)
    for (int pass = 0; pass < N_PASSES; pass++)
      counts[pass][(keys[i] >> (pass * DIGIT_BITS)) & (N_BUCKETS - 1)]++;
}

static void
distribute (const guint64 *from,
            guint64       *to,
            gsize          n,
            int            shift,
            guint32       *counts)
{
  guint32 start = 0;

  for (int bucket = 0; bucket < N_BUCKETS; bucket++)
    {
      guint32 count = counts[bucket];

      counts[bucket] = start;
      start += count;
    }

  for (gsize i = 0; i < n; i++)
    to[counts[(from[i] >> shift) & (N_BUCKETS - 1)]++] = from[i];
}

void
ys_sort_doubles (double *values,
                 gsize   n)
{
  g_autofree guint64 *keys = NULL;
  g_autofree guint64 *spare = NULL;
  g_autofree guint32 (*counts)[N_BUCKETS] = NULL;

  if (n <= SMALL)
    {
      insertion_sort (values, n);
      return;
    }

  keys = g_new (guint64, n);
  spare = g_new (guint64, n);
  counts = g_malloc (sizeof (guint32) * N_PASSES * N_BUCKETS);

  memcpy (keys, values, n * sizeof *keys);
  for (gsize i = 0; i < n; i++)
    keys[i] = key_from_bits (keys[i]);

  count_digits (keys, n, counts);
  for (int pass = 0; pass < N_PASSES; pass++)
    {
      guint64 *sorted = spare;

      distribute (keys, spare, n, pass * DIGIT_BITS, counts[pass]);
      spare = keys;
      keys = sorted;
    }

  for (gsize i = 0; i < n; i++)
    keys[i] = bits_from_key (keys[i]);
  memcpy (values, keys, n * sizeof *keys);
}
