/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-lanes.h"
#include "ys-stream.h"

/* The draws of a stream for a block of trials. Included once for each processor, like ys-draw.h. */

/**
 * Points:
 * @block: the bits of their numbers that all have in common
 * @numbers: the eight others, reversed, for each trial
 *
 * Which points a family takes in a block of trials. Its streams have them in common.
 */
typedef struct
{
  guint32 block;
  guint32 numbers[YS_STREAM_BLOCK] __attribute__ ((aligned (64)));
} Points;

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

/* @stream: any of the family; @first_trial: a multiple of YS_STREAM_BLOCK */
static inline void
fill_points (const YsStream *stream,
             gsize           first_trial,
             Points         *points)
{
  guint32 order[YS_STREAM_ROUNDS];

  points->block = ys_stream_get_block (stream, first_trial);
  ys_stream_get_order (stream, first_trial, order);
  for (gsize i = 0; i < YS_STREAM_BLOCK; i += LANES)
    {
      Words point = *(const Words *) (numbers + i);

      for (gsize round = 0; round < YS_STREAM_ROUNDS; round++)
        point = shuffle_byte (point, order[round]);
      *(Words *) (points->numbers + i) = point >> 24;
    }
}

/* One to one on the numbers below 16: as above, on half a byte, in two rounds; any bits will do for turn. */
INLINE Words
shuffle_nibble (Words number,
                Words turn)
{
  number = ((number ^ turn) * (turn >> 8 | 1) + (turn >> 4)) & 15;
  number ^= number >> 2;
  number = (number * (turn >> 20 | 1) + (turn >> 28)) & 15;
  return number ^ number >> 2;
}

/* Another random word for each of sixteen numbers. Source: Mueller's integer hash with Ellis's constants
 * (hash prospector, 2018). */
INLINE Words
hash_words (Words number,
            guint32 seed)
{
  number = number * 0x9E3779B9u + seed;
  number = (number ^ number >> 16) * 0x7FEB352Du;
  number = (number ^ number >> 15) * 0x846CA68Bu;
  return number ^ number >> 16;
}

/* The same for a family that keeps to a leader. Points of a block that agree in their last four bits lie in
 * different sixteenths, in every dimension: so these bits are the leader's sixteenth, in an order of the block,
 * and those that are left go by an order of each sixteenth.
 * @leader: its YS_STREAM_BLOCK draws for the same trials */
static inline void
fill_led_points (const YsStream *stream,
                 gsize           first_trial,
                 const guint32  *leader,
                 Points         *points)
{
  guint32 order[YS_STREAM_ROUNDS];
  guint32 turns[16] __attribute__ ((aligned (64)));

  points->block = ys_stream_get_block (stream, first_trial);
  ys_stream_get_order (stream, first_trial, order);
  for (gsize k = 0; k < 16; k += LANES)
    *(Words *) (turns + k) = hash_words (*(const Words *) (numbers + k) >> 24, order[0]) ^ order[1];

  for (gsize i = 0; i < YS_STREAM_BLOCK; i += LANES)
    {
      Words led = *(const Words *) (leader + i);
      Words sixteenth = led >> 28;
      Words rest = shuffle_nibble (led >> 24 & 15, look_up_16 (turns, sixteenth));

      *(Words *) (points->numbers + i) = rest << 4 | shuffle_nibble (sixteenth, (Words) {} + order[2]);
    }
}

/* @bits: aligned, all YS_STREAM_BLOCK of them are filled */
static inline void
fill_stream (const YsStream *stream,
             const Points   *points,
             guint32        *bits)
{
  guint32 base = stream->shift;
  guint32 last[8] __attribute__ ((aligned (32)));

  for (guint k = 0; k < YS_SOBOL_BITS - 8; k++)
    base ^= stream->directions[8 + k] & -(points->block >> k & 1);
  for (guint k = 0; k < 8; k++)
    last[k] = base ^ stream->digits[2][k];

#pragma GCC unroll 2
  for (gsize i = 0; i < YS_STREAM_BLOCK; i += LANES)
    {
      Words number = *(const Words *) (points->numbers + i);

      *(Words *) (bits + i) = look_up_8 (stream->digits[0], number) ^ look_up_8 (stream->digits[1], number >> 3)
                              ^ look_up_8 (last, number >> 6);
    }
}
