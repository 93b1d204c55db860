/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-window-private.h"

#include <glib/gi18n.h>

#include "ys-recent.h"

/* What is being saved, and whether the window closes when it is. */
typedef struct
{
  YsWindow   *window;
  YsDocument *document;
  GFile      *file; /* NULL: its own */
  gboolean    close;
} Saving;

static Saving *
saving_new (YsWindow *window,
            GFile    *file,
            gboolean  close)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (window);
  saving->document = g_object_ref (window->document);
  g_set_object (&saving->file, file);
  saving->close = close;

  return saving;
}

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_object_unref (saving->document);
  g_clear_object (&saving->file);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void save    (Saving   *saving,
                     gboolean  overwrite);
static void save_as (YsWindow *self,
                     gboolean  close);

/* When it cannot be saved */

static void
replace_response_cb (Saving     *saving,
                     const char *response)
{
  if (g_str_equal (response, "overwrite"))
    save (saving_new (saving->window, saving->file, saving->close), TRUE);
  else if (g_str_equal (response, "save-as"))
    save_as (saving->window, saving->close);
}

static void
explain_failure (Saving       *saving,
                 const GError *error)
{
  gboolean changed = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (saving->window),
                                              _("The scenario has not been saved"), NULL);
  Saving *again = saving_new (saving->window, saving->file, saving->close);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), "%s\n\n%s", error->message,
                                  _("Nothing has been written, and nothing of your work is lost."));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Cancel"));
  if (changed)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "overwrite", _("_Replace It"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "overwrite",
                                                  ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "save-as", _("Save _As…"));
  g_signal_connect_data (dialog, "response", G_CALLBACK (replace_response_cb), again,
                         (GClosureNotify) (void (*) (void)) saving_free, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Saving */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = ys_document_save_finish (saving->document, result, &error);

  /* The window may have been closed meanwhile. */
  if (saving->window->document == NULL)
    return;

  if (!saved)
    {
      explain_failure (saving, error);
      return;
    }

  ys_recent_add (ys_document_get_file (saving->document));
  if (saving->close)
    gtk_window_close (GTK_WINDOW (saving->window));
}

static void
save (Saving   *saving,
      gboolean  overwrite)
{
  ys_document_save_async (saving->document, saving->file, overwrite, NULL, saved_cb, saving);
}

static void
save_as_response_cb (GtkNativeDialog *dialog,
                     int              response,
                     Saving          *saving)
{
  YsWindow *self = saving->window;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      /* The dialog has asked before it names a file that is there. */
      save (saving_new (self, file, saving->close), TRUE);
    }

  g_clear_object (&self->chooser);
}

/* “Budget 2027: what first?” → "Budget 2027 what first.yardstick" */
static char *
propose_name (YsDocument *document)
{
  GFile *file = ys_document_get_file (document);
  g_autofree char *name = NULL;

  if (file != NULL)
    return g_file_get_basename (file);

  name = g_strstrip (g_strdelimit (g_strdup (ys_document_get_title (document)), "/\\:*?\"<>|", ' '));

  return g_strconcat (*name != '\0' ? name : _("New scenario"), ".yardstick", NULL);
}

static void
save_as (YsWindow *self,
         gboolean  close)
{
  g_autofree char *name = NULL;

  if (self->chooser != NULL)
    return;

  name = propose_name (self->document);
  self->chooser = gtk_file_chooser_native_new (_("Save the Scenario"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_data (self->chooser, "response", G_CALLBACK (save_as_response_cb),
                         saving_new (self, NULL, close),
                         (GClosureNotify) (void (*) (void)) saving_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
save_or_ask (YsWindow *self,
             gboolean  close)
{
  if (ys_document_get_file (self->document) == NULL || ys_document_get_read_only (self->document))
    save_as (self, close);
  else
    save (saving_new (self, NULL, close), FALSE);
}

void
ys_window_save (YsWindow *self)
{
  if (self->document != NULL)
    save_or_ask (self, FALSE);
}

void
ys_window_save_as (YsWindow *self)
{
  if (self->document != NULL)
    save_as (self, FALSE);
}

/* Closing */

static void
destroy_cb (gpointer data)
{
  gtk_window_destroy (data);
  g_object_unref (data);
}

/* The dialog that has just been answered still leans on the window. */
static void
close_response_cb (YsWindow   *self,
                   const char *response)
{
  if (g_str_equal (response, "save"))
    save_or_ask (self, TRUE);
  else if (g_str_equal (response, "discard"))
    {
      ys_autosave_discard (self->autosave);
      g_idle_add_once (destroy_cb, g_object_ref (self));
    }
}

/* TRUE: it stays open until the question is answered. */
gboolean
ys_window_ask_to_save (YsWindow *self)
{
  GtkWidget *dialog;

  if (self->document == NULL || !ys_document_get_modified (self->document))
    return FALSE;

  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Save the changes?"), NULL);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("What was changed in “%s” and is not saved will be lost."),
                                  ys_document_get_title (self->document));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard",
                                    _("_Discard"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));

  return TRUE;
}
