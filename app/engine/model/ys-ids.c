/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-ids.h"

const char *
ys_ids_get (const char *const *ids,
            gsize              n_ids,
            int                value)
{
  g_return_val_if_fail (value >= 0 && (gsize) value < n_ids, NULL);

  return ids[value];
}

int
ys_ids_find (const char *const *ids,
             gsize              n_ids,
             const char        *id)
{
  g_return_val_if_fail (id != NULL, -1);

  for (gsize i = 0; i < n_ids; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      return (int) i;

  return -1;
}
