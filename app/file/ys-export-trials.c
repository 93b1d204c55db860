/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-export.h"

#include <glib/gi18n.h>

#include "ys-file-type.h"
#include "ys-file.h"
#include "ys-table.h"

static void
append_heading (GString        *text,
                const YsResult *result)
{
  g_autoptr (YsTable) table = ys_table_new ();
  g_autofree char *line = NULL;

  ys_table_begin_row (table);
  ys_table_take_cell (table, g_strdup ("trial"));
  for (gsize a = 0; a < result->n_alternatives; a++)
    ys_table_take_cell (table, g_strdup (result->alternatives[a].alternative->id));

  line = ys_table_to_csv (table);
  g_string_append (text, line);
}

/* One line a trial: its number, from 1, and what each alternative came to in it. */
static gboolean
trials_write (const YsResult  *result,
              const char      *path,
              GError         **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_heading (text, result);
  for (gsize i = 0; i < result->n_trials; i++)
    {
      g_string_append_printf (text, "%" G_GSIZE_FORMAT, i + 1);
      for (gsize a = 0; a < result->n_alternatives; a++)
        {
          g_autofree char *number = ys_file_format_number (result->alternatives[a].outcomes[i]);

          g_string_append_printf (text, ",%s", number);
        }
      g_string_append (text, "\r\n");
    }

  return ys_file_replace (path, text->str, (gssize) text->len, error);
}

const YsExportFormat ys_export_trials = {
  .id     = "trials",
  .name   = N_("Net present value of every trial (CSV)"),
  .suffix = "-trials.csv",
  .write  = trials_write,
};
