/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-result.h"

G_BEGIN_DECLS

/**
 * ys_lines_to_text:
 * @alternative: index in the result
 * @lines: (element-type YsLine): of that alternative
 *
 * Lines as a spreadsheet takes them: parted by tabs, a row of headings, then name, kind, an amount for
 * each year (of ranges the mean) and source, numbers as the user's locale writes them. ys_import_new()
 * makes the same lines of it, as far as these are amounts by year. Text that looks like a formula has an
 * apostrophe in front.
 *
 * Errors: as ys_simulate()
 */
char *ys_lines_to_text (const YsResult   *result,
                        gsize             alternative,
                        const GPtrArray  *lines,
                        GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
