/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-lanes.h"
#include "ys-stream.h"

/* The draws of a stream for a block of trials. Included once for each processor, like ys-draw.h. */

/* Numbers below 256, in the first byte. */
#define NUMBERS_4(n) (n) << 24, ((n) + 1) << 24, ((n) + 2) << 24, ((n) + 3) << 24
#define NUMBERS_16(n) NUMBERS_4 (n), NUMBERS_4 ((n) + 4), NUMBERS_4 ((n) + 8), NUMBERS_4 ((n) + 12)
#define NUMBERS_64(n) NUMBERS_16 (n), NUMBERS_16 ((n) + 16), NUMBERS_16 ((n) + 32), NUMBERS_16 ((n) + 48)

static const guint32 numbers[YS_STREAM_BLOCK] __attribute__ ((aligned (64))) = {
  NUMBERS_64 (0u), NUMBERS_64 (64u), NUMBERS_64 (128u), NUMBERS_64 (192u),
};

/* One to one in the first byte: an odd multiple, moved on, its upper half added to the lower one. */
INLINE Words
shuffle_byte (Words   number,
              guint32 order)
{
  number = number * (order >> 8 | 1) + (order << 24);
  return number ^ (number >> 4 & 0x0F000000u);
}

/* @first_trial: a multiple of YS_STREAM_BLOCK; @bits: aligned, all YS_STREAM_BLOCK of them are filled */
static inline void
fill_stream (const YsStream *stream,
             gsize           first_trial,
             guint32        *bits)
{
  const guint32 base = ys_stream_get_base (stream, first_trial);
  guint32 order[YS_STREAM_ROUNDS];

  ys_stream_get_order (stream, first_trial, order);
  for (gsize i = 0; i < YS_STREAM_BLOCK; i += LANES)
    {
      Words point = *(const Words *) (numbers + i);

      for (gsize round = 0; round < YS_STREAM_ROUNDS; round++)
        point = shuffle_byte (point, order[round]);
      *(Words *) (bits + i) = base ^ look_up_word (stream->low, point >> 28)
                                   ^ look_up_word (stream->high, (point >> 24) & 15);
    }
}
