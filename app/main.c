/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include <glib/gi18n.h>

#include "ys-application.h"

/* Translations of a build that is not installed are found through the environment. */
static const char *
get_locale_dir (void)
{
  const char *dir = g_getenv ("YARDSTICK_LOCALE_DIR");

  return dir != NULL ? dir : YS_LOCALE_DIR;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (YsApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Yardstick"));

  application = ys_application_new (G_APPLICATION_DEFAULT_FLAGS);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
