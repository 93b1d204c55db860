/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-stream.h"

#include <string.h>

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

/* Digits that the reversed four bits of a number, from bit from on, stand for. */
static void
fill_table (const YsStream *self,
            guint           from,
            guint32         table[16])
{
  for (guint k = 0; k < 16; k++)
    {
      table[k] = 0;
      for (guint j = 0; j < 4; j++)
        if (k >> (3 - j) & 1)
          table[k] ^= self->directions[from + j];
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

  stream->seed = (guint32) key;
  stream->factor = (guint32) (key >> 32) | 1;
  stream->shift = (guint32) ys_random_key (seed, own);
  ys_sobol_directions (place % YS_SOBOL_DIMENSIONS, stream->directions);
  fill_table (stream, 0, stream->low);
  fill_table (stream, 4, stream->high);
}

guint32
ys_stream_get_base (const YsStream *stream,
                    gsize           first_trial)
{
  guint32 point = ys_stream_reverse ((guint32) first_trial);
  guint32 base = stream->shift;

  YS_STREAM_SCRAMBLE (point, stream->seed, stream->factor);
  for (point = ys_stream_reverse (point) >> 8; point != 0; point &= point - 1)
    base ^= stream->directions[8 + __builtin_ctz (point)];

  return base;
}
