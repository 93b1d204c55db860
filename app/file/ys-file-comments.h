/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* Comments are kept with the whole scenario, a driver, an assumption, an alternative or a line:
 * with the one that follows the comment, else with the one around it. Element → GString, several
 * comments joined by line breaks. They are taken out of the tree, as are processing instructions,
 * so that only elements and text remain. */
GHashTable *ys_file_comments_take (xmlDoc *doc) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
