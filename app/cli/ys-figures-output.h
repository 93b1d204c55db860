/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-figures.h"
#include "ys-format.h"
#include "ys-json.h"

G_BEGIN_DECLS

/* Key and value; the internal rate of return is the list of all roots. */
void  ys_figures_write_json (YsJson         *json,
                             const YsMetric *metric,
                             double          value,
                             const double   *rates,
                             gsize           n_rates);

/* The same for people; of the internal rate of return all roots, since none is the right one. */
char *ys_figures_dup_text   (const YsMetric *metric,
                             double          value,
                             const double   *rates,
                             gsize           n_rates,
                             const char     *currency,
                             YsFormat        format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
