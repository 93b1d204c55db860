/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-result.h"

G_BEGIN_DECLS

/**
 * ys_verdict_text:
 *
 * What the figures come to, in a few sentences an executive can repeat: who is worth most and how
 * surely, who is safest, what is worth finding out first. Chosen by rules from a table.
 *
 * Returns: (transfer full): translated plain text
 */
char *ys_verdict_text   (const YsResult *result) G_GNUC_WARN_UNUSED_RESULT;

/* The same as Pango markup: names and figures in bold. */
char *ys_verdict_markup (const YsResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
