/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-starter.h"

G_BEGIN_DECLS

/* How an amount in the table turns into one of a period. */
typedef enum
{
  YS_PER_CASE, /* once, or a level: as it is */
  YS_PER_YEAR, /* spread evenly over the periods of a year */
} YsPer;

/* By a formula over the keys of the assumptions; else low and high, with likely between them unless it
 * is 0; exactly when low is high. All zero: not given. */
typedef struct
{
  double      low;
  double      likely;
  double      high;
  const char *formula;
} YsStarterRange;

typedef struct _YsStarterNumber
{
  const char     *key;  /* in the formulas of the table */
  const char     *name; /* marked for translation */
  YsStarterRange  range;
} YsStarterNumber;

#define YS_STARTER_MAX_RAMP 3

typedef struct _YsStarterLine
{
  const char      *kind;   /* element in files */
  const char      *name;   /* marked for translation */
  YsNature         nature;
  YsLean           lean;
  YsPer            per;
  YsStarterRange   ranges[YS_N_FIELDS];
  gboolean         now;    /* only at the moment of decision */
  int              first;  /* year, from 1 on; 0: first and last are the kind's own */
  int              last;   /* year */
  double           ramp[YS_STARTER_MAX_RAMP]; /* share reached in the 1st, 2nd … year; 0 ends it */
  int              life;   /* years of straight-line depreciation; 0: none */
} YsStarterLine;

G_END_DECLS
