/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-export.h"

#include <glib/gi18n.h>

#include "ys-figures.h"
#include "ys-file.h"

static gboolean
csv_write (const YsResult  *result,
           const char      *path,
           GError         **error)
{
  g_autofree char *text = ys_figures_to_csv (result);

  return ys_file_replace (path, text, -1, error);
}

const YsExportFormat ys_export_csv = {
  .id     = "csv",
  .name   = N_("Table of figures (CSV)"),
  .suffix = ".csv",
  .write  = csv_write,
};
