/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <locale.h>

#include "ys-command.h"

int
main (int   argc,
      char *argv[])
{
  const char *locale_dir = g_getenv ("YARDSTICK_LOCALE_DIR");   /* set where it is not installed */

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : YS_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  return ys_commands_run (argc, argv);
}
