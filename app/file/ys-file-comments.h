/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-file-input.h"

G_BEGIN_DECLS

/* Comments are kept with the whole scenario, a driver, an assumption, an alternative or a line: with
 * the one that follows the comment, else with the one around it. Element → text, several comments
 * joined by line breaks. */
GHashTable *ys_file_comments_new (const xmlDoc *doc) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
