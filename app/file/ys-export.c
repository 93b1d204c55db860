/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-export.h"

#include <string.h>

static const YsExportFormat *const formats[] = {
  &ys_export_xlsx,
  &ys_export_csv,
  &ys_export_trials,
  NULL,
};

const YsExportFormat *const *
ys_export_formats (void)
{
  return formats;
}

const YsExportFormat *
ys_export_find (const char *id)
{
  for (gsize i = 0; formats[i] != NULL; i++)
    if (strcmp (formats[i]->id, id) == 0)
      return formats[i];

  return NULL;
}

gboolean
ys_export (const YsExportFormat  *format,
           const YsResult        *result,
           const char            *path,
           GError               **error)
{
  g_return_val_if_fail (format != NULL && result != NULL && path != NULL, FALSE);

  return format->write (result, path, error);
}
