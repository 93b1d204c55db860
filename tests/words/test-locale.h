/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <locale.h>

/* Made in the build folder, so that the test does not depend on what is installed. */
static inline gboolean
use_locale (const char *language)
{
  g_autofree char *directory = g_test_build_filename (G_TEST_BUILT, "words", "locale", NULL);
  g_autofree char *name = g_strconcat (language, ".UTF-8", NULL);
  g_autofree char *path = g_build_filename (directory, name, NULL);
  const char *argv[] = { "localedef", "-i", language, "-f", "UTF-8", path, NULL };

  g_mkdir_with_parents (directory, 0755);
  if (!g_spawn_sync (NULL, (char **) argv, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, NULL, NULL))
    return FALSE;

  g_setenv ("LOCPATH", directory, TRUE);
  return setlocale (LC_ALL, name) != NULL;
}
