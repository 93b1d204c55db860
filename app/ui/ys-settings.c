/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-settings.h"

#include <locale.h>
#include <string.h>

#include "ys-scenario.h"

static const char *const default_columns[] = {
  "npv", "payback", "peak-funding", "loss-probability", "best-probability", NULL
};

static GSettings *
settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, YS_APPLICATION_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static GSettings *
get_settings (void)
{
  static GSettings *settings = NULL;
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      settings = settings_new ();
      g_once_init_leave (&once, 1);
    }

  return settings;
}

GStrv
ys_settings_dup_columns (void)
{
  GSettings *settings = get_settings ();

  return settings != NULL ? g_settings_get_strv (settings, "compare-columns")
                          : g_strdupv ((char **) default_columns);
}

void
ys_settings_set_columns (const char *const *columns)
{
  GSettings *settings = get_settings ();

  if (settings != NULL)
    g_settings_set_strv (settings, "compare-columns", columns);
}

/* Of the country that the desktop is set to; there may be none. */
static char *
dup_local_currency (void)
{
  const char *code = localeconv ()->int_curr_symbol;

  return strlen (code) >= 3 ? g_strndup (code, 3) : g_strdup ("USD");
}

char *
ys_settings_dup_currency (void)
{
  GSettings *settings = get_settings ();
  g_autofree char *code =
    settings != NULL ? g_settings_get_string (settings, "default-currency") : g_strdup ("");

  return *code != '\0' ? g_steal_pointer (&code) : dup_local_currency ();
}

gsize
ys_settings_get_trials (void)
{
  GSettings *settings = get_settings ();

  return settings != NULL ? g_settings_get_uint (settings, "default-trials") : YS_DEFAULT_TRIALS;
}

char *
ys_settings_dup_page (void)
{
  GSettings *settings = get_settings ();

  return settings != NULL ? g_settings_get_string (settings, "last-page") : g_strdup ("");
}

void
ys_settings_set_page (const char *page)
{
  GSettings *settings = get_settings ();

  if (settings != NULL)
    g_settings_set_string (settings, "last-page", page);
}

void
ys_settings_remember_window (GtkWindow *window)
{
  GSettings *settings = get_settings ();

  if (settings == NULL)
    return;

  g_settings_bind (settings, "window-width", window, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", window, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", window, "maximized", G_SETTINGS_BIND_DEFAULT);
}
