/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-lanes.h"
#include "ys-stream.h"

/* The draws of a stream for a block of trials. Included once for each processor, like ys-draw.h. */

/* Numbers below 256 with their bits reversed, first bit last: two bits, four, six, eight. */
#define REVERSED_2(n) (n), (n) + 0x80000000u, (n) + 0x40000000u, (n) + 0xC0000000u
#define REVERSED_4(n) REVERSED_2 (n), REVERSED_2 ((n) + 0x20000000u), REVERSED_2 ((n) + 0x10000000u), REVERSED_2 ((n) + 0x30000000u)
#define REVERSED_6(n) REVERSED_4 (n), REVERSED_4 ((n) + 0x08000000u), REVERSED_4 ((n) + 0x04000000u), REVERSED_4 ((n) + 0x0C000000u)

static const guint32 reversed_numbers[YS_STREAM_BLOCK] __attribute__ ((aligned (64))) = {
  REVERSED_6 (0u), REVERSED_6 (0x02000000u), REVERSED_6 (0x01000000u), REVERSED_6 (0x03000000u),
};

/* @first_trial: a multiple of YS_STREAM_BLOCK; @bits: aligned, all YS_STREAM_BLOCK of them are filled */
static inline void
fill_stream (const YsStream *stream,
             gsize           first_trial,
             guint32        *bits)
{
  const guint32 base = ys_stream_get_base (stream, first_trial);
  const guint32 first = ys_stream_reverse ((guint32) first_trial);

  for (gsize i = 0; i < YS_STREAM_BLOCK; i += LANES)
    {
      Words point = *(const Words *) (reversed_numbers + i) + first;

      YS_STREAM_SCRAMBLE (point, stream->seed, stream->factor);
      *(Words *) (bits + i) = base ^ look_up_word (stream->low, point >> 28)
                                   ^ look_up_word (stream->high, (point >> 24) & 15);
    }
}
