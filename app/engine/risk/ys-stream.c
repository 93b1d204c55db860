/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-stream.h"

#include <string.h>

/* The number of a trial's point in the family's order, its bits reversed: flips each bit by a hash of
 * the bits below it, which are those before it in the trial's number. */
static guint32
scramble (guint32 reversed,
          guint32 seed,
          guint32 factor)
{
  reversed ^= reversed * 0x3D20ADEAu;
  reversed += seed;
  reversed *= factor;
  reversed ^= reversed * 0x05526C56u;
  return reversed ^ reversed * 0x53A22864u;
}

static guint32
reverse (guint32 x)
{
  x = (x >> 16) | (x << 16);
  x = ((x >> 8) & 0x00FF00FFu) | ((x & 0x00FF00FFu) << 8);
  x = ((x >> 4) & 0x0F0F0F0Fu) | ((x & 0x0F0F0F0Fu) << 4);
  x = ((x >> 2) & 0x33333333u) | ((x & 0x33333333u) << 2);
  return ((x >> 1) & 0x55555555u) | ((x & 0x55555555u) << 1);
}

/* Longer numbers are names. */
#define MAX_DIGITS 3

/* "alternative/line12" → 12, *length ← that of "alternative/line"; FALSE without a number. Zeros in front
 * belong to the name: line7 and line07 must not meet. */
static gboolean
split_number (const char *path,
              gsize      *length,
              guint      *number)
{
  gsize end = strlen (path);
  gsize start = end;

  while (start > 0 && end - start < MAX_DIGITS && g_ascii_isdigit (path[start - 1]))
    start--;
  while (start + 1 < end && path[start] == '0')
    start++;

  *length = start;
  *number = start < end ? (guint) g_ascii_strtoull (path + start, NULL, 10) : 0;
  return start < end;
}

guint
ys_stream_get_distance (const char *earlier,
                        const char *later)
{
  gsize length, other_length;
  guint number, other_number;

  if (!split_number (earlier, &length, &number) || !split_number (later, &other_length, &other_number)
      || length != other_length || strncmp (earlier, later, length) != 0 || number >= other_number)
    return 0;

  return other_number - number;
}

/* What the three reversed bits of a number from bit from on add; the number has eight bits. */
static void
fill_digits (const YsStream *self,
             guint           from,
             guint32         digits[8])
{
  for (guint k = 0; k < 8; k++)
    {
      digits[k] = 0;
      for (guint j = 0; j < 3 && from + j < 8; j++)
        if (k >> j & 1)
          digits[k] ^= self->directions[7 - from - j];
    }
}

void
ys_stream_init (YsStream   *stream,
                guint64     seed,
                const char *path,
                const char *part,
                guint       dimension)
{
  gsize length;
  guint number;
  gboolean numbered = split_number (path, &length, &number);
  guint place = 2 * number + dimension;
  g_autofree char *family = g_strdup_printf ("%.*s%s/%s/%u", (int) length, path, numbered ? "#" : "", part,
                                             place / YS_SOBOL_DIMENSIONS);
  g_autofree char *own = g_strdup_printf ("%s/%s/%u", path, part, dimension);
  guint64 key = ys_random_key (seed, family);

  stream->leader = -1;
  stream->seed = (guint32) key;
  stream->factor = (guint32) (key >> 32) | 1;
  stream->shift = (guint32) ys_random_key (seed, own);
  ys_sobol_directions (place % YS_SOBOL_DIMENSIONS, stream->directions);
  for (guint k = 0; k < 3; k++)
    fill_digits (stream, 3 * k, stream->digits[k]);
}

guint32
ys_stream_get_block (const YsStream *stream,
                     gsize           first_trial)
{
  return reverse (scramble (reverse ((guint32) first_trial), stream->seed, stream->factor)) >> 8;
}

/* SplitMix64, counted in blocks. Source: Steele, Lea & Flood, Fast splittable pseudorandom number
 * generators (2014). */
void
ys_stream_get_order (const YsStream *stream,
                     gsize           first_trial,
                     guint32         order[YS_STREAM_ROUNDS])
{
  guint64 state = (guint64) stream->factor << 32 | stream->seed;

  state += YS_STREAM_ROUNDS * (first_trial / YS_STREAM_BLOCK) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  for (guint round = 0; round < YS_STREAM_ROUNDS; round++)
    {
      guint64 x = state += G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

      x = (x ^ x >> 30) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
      x = (x ^ x >> 27) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
      order[round] = (guint32) (x >> 32);
    }
}
