/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Kinds of alternative that files use (“it”), as people say them (“IT”); any other kind is shown as it
 * is written, but for the capital. */
char *ys_alternative_kind_dup_name (const char *id) G_GNUC_WARN_UNUSED_RESULT;
/* What people typed, as files write it; NULL for nothing. */
char *ys_alternative_kind_dup_id   (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
