/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ys-export.h"
#include "ys-simulate.h"

/* What a thread needs to write a file; values, so that the window may change or go meanwhile. */
typedef struct
{
  const YsExportFormat *format;
  YsScenario           *scenario;
  GFile                *file;
} Export;

static void
export_free (Export *export)
{
  ys_scenario_unref (export->scenario);
  g_object_unref (export->file);
  g_free (export);
}

static void
export_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  const Export *export = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsResult) result = ys_simulate (export->scenario, NULL, &error);

  if (result != NULL && ys_export (export->format, result, g_file_peek_path (export->file), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
exported_cb (GObject      *source,
             GAsyncResult *async,
             gpointer      data)
{
  YsWindow *self = YS_WINDOW (source);
  const Export *export = g_task_get_task_data (G_TASK (async));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (export->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *escaped = g_markup_escape_text (shown, -1);
  g_autofree char *uri = g_file_get_uri (export->file);
  g_autofree char *text = g_strdup_printf (_("“%s” was written"), escaped);
  AdwToast *toast;

  if (!g_task_propagate_boolean (G_TASK (async), &error))
    {
      ys_window_say_error (self, error);
      return;
    }

  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _("Open"));
  adw_toast_set_action_name (toast, "win.show-file");
  adw_toast_set_action_target_value (toast, g_variant_new_string (uri));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
export_to (YsWindow             *self,
           const YsExportFormat *format,
           GFile                *file)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, exported_cb, NULL);
  Export *export = g_new0 (Export, 1);

  export->format = format;
  export->scenario = ys_scenario_ref (ys_document_get_scenario (self->document));
  export->file = g_object_ref (file);
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  g_task_run_in_thread (task, export_in_thread);
}

static void
response_cb (YsWindow             *self,
             int                   response,
             GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  const YsExportFormat *format = g_object_get_data (G_OBJECT (chooser), "format");

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && self->document != NULL)
    export_to (self, format, file);
  g_object_unref (chooser);
}

static char *
propose_name (YsWindow             *self,
              const YsExportFormat *format)
{
  g_autofree char *title = g_strdelimit (g_strdup (ys_document_get_title (self->document)), "/\\:", '-');

  return g_strconcat (title, format->suffix, NULL);
}

static GtkFileFilter *
filter_new (const YsExportFormat *format)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _(format->name));
  gtk_file_filter_add_suffix (filter, strrchr (format->suffix, '.') + 1);
  return filter;
}

void
ys_window_export (YsWindow   *self,
                  const char *format_id)
{
  const YsExportFormat *format = ys_export_find (format_id);
  g_autoptr (GtkFileFilter) filter = NULL;
  g_autofree char *proposal = NULL;
  GtkFileChooserNative *chooser;

  if (format == NULL || self->document == NULL)
    return;

  filter = filter_new (format);
  proposal = propose_name (self, format);
  chooser = gtk_file_chooser_native_new (_("Export"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                         NULL, NULL);
  g_object_set_data (G_OBJECT (chooser), "format", (gpointer) format);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), proposal);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
