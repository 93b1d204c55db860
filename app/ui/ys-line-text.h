/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-scenario.h"

G_BEGIN_DECLS

/* Fields of a line that take a few words of their own, for a YsFormField; @part is a YsLine. */

/* “0”, “1–3”, “from 2” */
char     *ys_line_dup_when      (const YsScenario  *scenario,
                                 gconstpointer      part) G_GNUC_WARN_UNUSED_RESULT;
gboolean  ys_line_set_when      (const YsScenario  *scenario,
                                 gpointer           part,
                                 const char        *text,
                                 GError           **error);

/* “3000; 5000; 6000”, instead of the amount; none: the amount */
char     *ys_line_dup_periods   (const YsScenario  *scenario,
                                 gconstpointer      part) G_GNUC_WARN_UNUSED_RESULT;
gboolean  ys_line_set_periods   (const YsScenario  *scenario,
                                 gpointer           part,
                                 const char        *text,
                                 GError           **error);

/* “50%; 100%” */
char     *ys_line_dup_ramp      (const YsScenario  *scenario,
                                 gconstpointer      part) G_GNUC_WARN_UNUSED_RESULT;
gboolean  ys_line_set_ramp_text (const YsScenario  *scenario,
                                 gpointer           part,
                                 const char        *text,
                                 GError           **error);

/* “Market growth × 0.5; Prices × 1”: growth a year for each 1 of an assumption */
char     *ys_line_dup_follows   (const YsScenario  *scenario,
                                 gconstpointer      part) G_GNUC_WARN_UNUSED_RESULT;
gboolean  ys_line_set_follows   (const YsScenario  *scenario,
                                 gpointer           part,
                                 const char        *text,
                                 GError           **error);

G_END_DECLS
