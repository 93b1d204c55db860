/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-command.h"
#include "ys-json.h"
#include "ys-result.h"

G_BEGIN_DECLS

/* What may be asked of a comparison beyond the figures of each alternative. */

/* "all", or names separated by commas; says what is wrong on stderr and gives FALSE when there is no
 * such analysis. A NULL text leaves the value as it is. */
gboolean ys_analyses_read       (const YsCommand *command,
                                 const char      *text,
                                 YsAnalyses      *analyses);

/* The keys inputs, pairs, losses and tolerance of the open object; what was not asked for is empty. */
void     ys_analyses_write_json (YsJson         *json,
                                 const YsResult *result);

/* The same for people: sentences and short tables on what the choice rests on. */
char    *ys_analyses_to_text    (const YsResult *result,
                                 int             width) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
