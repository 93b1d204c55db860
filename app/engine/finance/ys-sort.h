/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ascending, in place; no NaN. Radix sort on the bits: its time depends on n alone. */
void ys_sort_doubles (double *values,
                      gsize   n);

G_END_DECLS
