/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-held.h"

G_BEGIN_DECLS

/* What the alternatives are worth while an input is held at a value; each value is worked out once. */
typedef struct
{
  YsHeld *held;
  gsize   n_alternatives;
  GArray *values;  /* (element-type double) ascending */
  GArray *worths;  /* (element-type double) n_alternatives for each value */
} YsWorths;

void          ys_worths_init  (YsWorths *worths,
                               YsHeld   *held);
void          ys_worths_clear (YsWorths *worths);

/* Mean NPV by alternative, the baseline's 0; lent until the next call. [currency] */
const double *ys_worths_get   (YsWorths *worths,
                               double    value);

G_END_DECLS
