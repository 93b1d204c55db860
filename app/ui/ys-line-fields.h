/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-form.h"

G_BEGIN_DECLS

/* Everything that can be said of a line, of whatever kind: what the table of lines has in columns, and
 * what it has beneath for the line that is selected. In the order in which they are shown. */
const YsFormField *ys_line_columns       (gsize *n_fields);
const YsFormField *ys_line_details       (gsize *n_fields);

/* Everything that can be said of an alternative, but for its lines. */
const YsFormField *ys_alternative_fields (gsize *n_fields);

G_END_DECLS
