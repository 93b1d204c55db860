/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The names in files of an enumeration's values: ids[value], NULL where a value has none. */

const char *ys_ids_get  (const char *const *ids,
                         gsize              n_ids,
                         int                value);
/* The value of that name, or −1. */
int         ys_ids_find (const char *const *ids,
                         gsize              n_ids,
                         const char        *id);

G_END_DECLS
