/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "ys-command.h"
#include "ys-file.h"

/* Whether writing would not change a byte. */
static gboolean
is_current (const YsScenario *scenario,
            const char       *path)
{
  g_autofree char *written = ys_file_write_text (scenario);
  g_autofree char *contents = NULL;

  return g_file_get_contents (path, &contents, NULL, NULL)
         && g_strcmp0 (contents, written) == 0;
}

static YsExit
upgrade_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsScenario) scenario = ys_file_read (path, &error);
  g_autofree char *report = NULL;

  if (scenario == NULL)
    return ys_command_input_error (path, error);

  if (is_current (scenario, path))
    report = g_strdup_printf (_("%s: already as version %d writes it; nothing changed.\n"), path,
                              YS_FILE_VERSION);
  else if (ys_file_write (scenario, path, &error))
    report = g_strdup_printf (_("%s: rewritten in version %d.\n"), path, YS_FILE_VERSION);
  else
    return ys_command_input_error (path, error);

  return ys_command_print (report);
}

static YsExit
run (int    argc,
     char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_auto (GStrv) rest = NULL;
  const char *path;
  YsExit code;

  if (!ys_command_parse (&ys_command_upgrade, entries, argc, argv, &rest, &code))
    return code;

  path = ys_command_get_file (&ys_command_upgrade, rest);
  return path != NULL ? upgrade_file (path) : YS_EXIT_USAGE;
}

const YsCommand ys_command_upgrade = {
  .name = "upgrade",
  .arguments = "FILE",
  .summary = N_("Rewrites a scenario in the current version of the file format"),
  .details = N_("The old file is whole until the new one is on disk. A file already written "
                "as Yardstick would write it today stays untouched; one in the current version but "
                "laid out otherwise is laid out anew. Its figures do not change."),
  .run = run,
};
