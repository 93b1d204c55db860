/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-chart-layout.h"
#include "ys-subject.h"

G_BEGIN_DECLS

/* The lowest row [em]. */
#define YS_TORNADO_ROW 1.9

/* A bar for each input from the worth with it low to the worth with it high, around the mean, the
 * longest first. caption says what it is about. */
void     ys_tornado_lay_out    (YsChartLayout   *layout,
                                const YsSubject *subject,
                                const char      *caption);

/* Share of the variance of the subject that an input explains, 0 … 1; NAN: not worked out. */
double   ys_tornado_get_share  (const YsResult  *result,
                                const YsSubject *subject,
                                gsize            input);
/* Whether the swing goes through 0: the subject turns with this input alone. */
gboolean ys_tornado_is_crossed (const YsResult  *result,
                                const YsSubject *subject,
                                gsize            input);

G_END_DECLS
