/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ys_lock_file:
 * @mode: permissions if it is made
 * @wait: until nobody else holds it
 *
 * Makes the file if it is not there and holds it until the descriptor is closed or the program ends,
 * however it ends. What is held is the file of that name: if whoever held it before has removed or
 * renamed it, another one is made.
 *
 * Returns: a descriptor to read and write; −1: errno says why, EWOULDBLOCK that somebody else holds it
 */
int ys_lock_file (const char *path,
                  int         mode,
                  gboolean    wait) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
