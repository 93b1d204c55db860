/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ys-document.h"

G_BEGIN_DECLS

/**
 * ys_line_edit:
 * @alternative: index of it
 * @selected: indices of lines
 * @what: "lines.add", "lines.remove", "lines.duplicate", "lines.move-up", "lines.move-down" or
 *   "lines.move-to"
 * @parameter: (nullable): of "lines.add" the id of a kind of line, to come after what is selected; of
 *   "lines.move-to" the index of the line before which they come, or how many there are
 *
 * One step of the document.
 *
 * Returns: (nullable): the lines to be selected afterwards; NULL: there was nothing to do, or @error
 *   says why it makes no sense
 */
GtkBitset *ys_line_edit (YsDocument       *document,
                         guint             alternative,
                         const GtkBitset  *selected,
                         const char       *what,
                         GVariant         *parameter,
                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
