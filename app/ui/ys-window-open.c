/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-window-private.h"

#include <glib/gi18n.h>

#include "ys-recent.h"

static void
explain_failure (YsWindow     *self,
                 GFile        *file,
                 const GError *error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Cannot open this file"), NULL);

  /* Names may be long, and only the body wraps them anywhere. */
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), "%s\n%s\n\n%s", shown, error->message,
                                  _("The file has been left as it is."));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

YsWindow *
ys_window_show_document (YsWindow   *self,
                         YsDocument *document)
{
  GtkWidget *window;

  if (self->document == NULL)
    {
      ys_window_set_document (self, document);
      return self;
    }

  window = ys_window_new (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  ys_window_set_document (YS_WINDOW (window), document);
  gtk_window_present (GTK_WINDOW (window));

  return YS_WINDOW (window);
}

typedef struct
{
  YsWindow *window;
  GFile    *file;
  gboolean  dropped;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_object_unref (opening->file);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
opened_cb (GObject      *source,
           GAsyncResult *async,
           gpointer      data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsDocument) document = ys_document_open_finish (async, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (document == NULL && opening->dropped)
    ys_window_say_error (opening->window, error);
  else if (document == NULL)
    explain_failure (opening->window, opening->file, error);

  if (document == NULL)
    return;

  if (ys_document_get_file (document) != NULL)
    ys_recent_add (ys_document_get_file (document));
  ys_window_show_document (opening->window, document);
}

static void
open_file (YsWindow *self,
           GFile    *file,
           gboolean  dropped)
{
  Opening *opening;

  if (ys_window_is_sheet (file))
    {
      ys_window_import_file (self, file);
      return;
    }

  opening = g_new0 (Opening, 1);
  opening->window = g_object_ref (self);
  opening->file = g_object_ref (file);
  opening->dropped = dropped;
  ys_document_open_async (file, self->cancellable, opened_cb, opening);
}

static void
chooser_response_cb (YsWindow *self,
                     int       response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));

      ys_window_open_file (self, file);
    }

  g_clear_object (&self->chooser);
}

static void
add_filter (GtkFileChooser *chooser,
            const char     *name,
            const char     *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
ys_window_say_error (YsWindow     *self,
                     const GError *error)
{
  g_autoptr (AdwToast) toast = adw_toast_new (error->message);

  adw_toast_overlay_add_toast (self->toasts, g_steal_pointer (&toast));
}

gboolean
ys_window_drop_files (YsWindow     *self,
                      const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *l = files; l != NULL; l = l->next)
    open_file (self, l->data, TRUE);

  return files != NULL;
}

void
ys_window_choose_file (YsWindow *self)
{
  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_("Open a Scenario"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  add_filter (GTK_FILE_CHOOSER (self->chooser), _("Scenarios"), "*.yardstick");
  add_filter (GTK_FILE_CHOOSER (self->chooser), _("All files"), "*");
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

void
ys_window_open_file (YsWindow *self,
                     GFile    *file)
{
  g_return_if_fail (YS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  open_file (self, file, FALSE);
}
