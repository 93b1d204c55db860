/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-sort.h"

#include <string.h>

#define DIGIT_BITS 11
#define N_BUCKETS (1 << DIGIT_BITS)
#define N_DIGITS 3 /* 33 bits tell nearly all outcomes of a simulation apart */
#define SMALL 64
#define PATIENCE 8 /* moves a value that insertion may take before it gives up */

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

/* FALSE when the values are so far from their places that another way is quicker. */
static gboolean
insertion_sort (guint64 *keys,
                gsize    n)
{
  gsize moves = 0;

  for (gsize i = 1; i < n; i++)
    {
      guint64 key = keys[i];
      gsize j = i;

      for (; j > 0 && keys[j - 1] > key; j--)
        keys[j] = keys[j - 1];
      keys[j] = key;

      moves += i - j;
      if (moves > PATIENCE * n)
        return FALSE;
    }

  return TRUE;
}

static void
count_digits (const guint64 *keys,
              gsize          n,
              int            shift,
              guint32       (*counts)[N_BUCKETS])
{
  memset (counts, 0, sizeof (guint32) * N_DIGITS * N_BUCKETS);

  for (gsize i = 0; i < n; i++)
    for (int digit = 0; digit < N_DIGITS; digit++)
      counts[digit][(keys[i] >> (shift + digit * DIGIT_BITS)) & (N_BUCKETS - 1)]++;
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

/* By 33 bits from shift on; in the order they had where those are the same. */
static void
sort_by_digits (guint64 **keys,
                guint64 **spare,
                gsize     n,
                int       shift)
{
  g_autofree guint32 (*counts)[N_BUCKETS] = g_malloc (sizeof (guint32) * N_DIGITS * N_BUCKETS);

  count_digits (*keys, n, shift, counts);
  for (int digit = 0; digit < N_DIGITS; digit++)
    {
      guint64 *sorted = *spare;

      distribute (*keys, sorted, n, shift + digit * DIGIT_BITS, counts[digit]);
      *spare = *keys;
      *keys = sorted;
    }
}

/* Position of the highest bit in which the keys differ, counted from 1; 0 when they are all the same. */
static int
highest_difference (const guint64 *keys,
                    gsize          n)
{
  guint64 difference = 0;

  for (gsize i = 1; i < n; i++)
    difference |= keys[i] ^ keys[0];

  return difference == 0 ? 0 : 64 - __builtin_clzll (difference);
}

/* The 33 bits below the highest difference put nearly every key in its place, and insertion the rest.
 * Where that would take long (many values within a millionth of each other, and some far away) the
 * other bits are sorted by first. */
void
ys_sort_doubles (double *values,
                 gsize   n)
{
  g_autofree guint64 *keys = g_new (guint64, MAX (n, 1));
  g_autofree guint64 *spare = NULL;
  int shift;

  memcpy (keys, values, n * sizeof *keys);
  for (gsize i = 0; i < n; i++)
    keys[i] = key_from_bits (keys[i]);

  if (n > SMALL)
    {
      spare = g_new (guint64, n);
      shift = MAX (highest_difference (keys, n) - N_DIGITS * DIGIT_BITS, 0);
      sort_by_digits (&keys, &spare, n, shift);
    }

  if (!insertion_sort (keys, n))
    {
      spare = spare != NULL ? spare : g_new (guint64, n);
      sort_by_digits (&keys, &spare, n, 0);
      sort_by_digits (&keys, &spare, n, 64 - N_DIGITS * DIGIT_BITS);
    }

  for (gsize i = 0; i < n; i++)
    keys[i] = bits_from_key (keys[i]);
  memcpy (values, keys, n * sizeof *keys);
}
