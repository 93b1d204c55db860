/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-window-private.h"

#include <glib/gi18n.h>

#include "ys-blank.h"
#include "ys-settings.h"
#include "ys-starter-dialog.h"

static void
say_assumed (YsWindow   *self,
             const char *currency,
             int         year)
{
  g_autofree char *words =
    /* Translators: a year, then a currency such as EUR. */
    g_strdup_printf (_("Assumed for a start: five years from January %1$d, a required return of "
                       "8 %%, a tax of 25 %%, %2$s"), year, currency);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (words));
}

void
ys_window_new_blank (YsWindow *self)
{
  g_autofree char *currency = ys_settings_dup_currency ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year = g_date_time_get_year (now) + 1;
  g_autoptr (YsScenario) scenario = ys_blank_new (currency, ys_settings_get_trials (), year);
  g_autoptr (YsDocument) document = ys_document_new (scenario, NULL);

  say_assumed (ys_window_show_document (self, document), currency, year);
}

static void
add_alternative (YsWindow   *self,
                 const char *id)
{
  const YsScenario *before = ys_document_get_scenario (self->document);
  const YsStarter *starter = ys_starter_find (id);
  g_autoptr (YsScenario) scenario = ys_starter_make (starter, before);
  g_autoptr (GError) error = NULL;

  if (ys_document_apply (self->document, scenario, _("new alternative"), NULL, &error))
    g_object_set (self, "selected", (int) scenario->alternatives->len - 1, NULL);
  else
    ys_window_say_error (self, error);
}

void
ys_window_choose_starter (YsWindow *self)
{
  GtkWidget *dialog = ys_starter_dialog_new (GTK_WINDOW (self));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (add_alternative), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
