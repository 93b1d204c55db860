/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-window-private.h"

#include <glib/gi18n.h>

#include "ys-error.h"
#include "ys-import-dialog.h"
#include "ys-lines-text.h"

/* Larger files are no sheets of a comparison. */
#define MOST_BYTES (64 * 1024 * 1024)

/* --- the proposal ----------------------------------------------------------------------------- */

static void
added_cb (YsWindow *self,
          int       alternative)
{
  g_object_set (self, "selected", alternative, NULL);
}

static void
show_sheets (YsWindow  *self,
             GPtrArray *sheets)
{
  GtkWidget *dialog;

  if (self->document == NULL)
    ys_window_new_blank (self);

  dialog = ys_import_dialog_new (GTK_WINDOW (self), self->document, sheets, self->selected);
  g_signal_connect_object (dialog, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- pasting ---------------------------------------------------------------------------------- */

static void
text_read_cb (GObject      *source,
              GAsyncResult *async,
              gpointer      data)
{
  g_autoptr (YsWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), async, NULL);
  YsCells *cells = NULL;

  if (text == NULL || *text == '\0')
    error = ys_error_new (YS_ERROR_INVALID, 0,
                          _("Nothing to paste: copy some rows of a spreadsheet first, names and amounts."));
  else
    cells = ys_cells_read_text (text, &error);

  if (cells == NULL)
    {
      ys_window_say_error (self, error);
      return;
    }

  {
    g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_cells_free);

    g_ptr_array_add (sheets, cells);
    show_sheets (self, sheets);
  }
}

void
ys_window_paste_lines (YsWindow *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->cancellable, text_read_cb,
                                 g_object_ref (self));
}

/* --- copying ---------------------------------------------------------------------------------- */

/* Those selected in the table where there is one, else all of the alternative. */
static GPtrArray *
dup_lines (YsWindow *self)
{
  const YsScenario *scenario = ys_document_get_scenario (self->document);
  const YsAlternative *own = scenario->alternatives->pdata[self->selected];

  return g_str_equal (self->page, "alternative") ? ys_alternative_page_get_selected_lines (self->alternative)
                                                 : g_ptr_array_ref (own->lines);
}

static void
say_copied (YsWindow *self,
            guint     n)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u line copied. Paste it into a spreadsheet.",
                                                      "%u lines copied. Paste them into a spreadsheet.", n), n);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (words));
}

void
ys_window_copy_lines (YsWindow *self)
{
  const YsResult *result = self->document != NULL ? ys_document_get_before (self->document) : NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (result == NULL || self->selected < 0 || (gsize) self->selected >= result->n_alternatives)
    return;

  lines = dup_lines (self);
  text = lines->len > 0 ? ys_lines_to_text (result, (gsize) self->selected, lines, &error) : NULL;
  if (error != NULL)
    ys_window_say_error (self, error);
  if (text == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  say_copied (self, lines->len);
}

/* --- files ------------------------------------------------------------------------------------ */

typedef struct
{
  YsWindow *window;
  GFile    *file;
} Importing;

static void
importing_free (Importing *importing)
{
  g_object_unref (importing->window);
  g_object_unref (importing->file);
  g_free (importing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Importing, importing_free)

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GFile *file = source;
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  GPtrArray *sheets;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, &error);
  if (info != NULL && g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE) > MOST_BYTES)
    error = ys_error_new (YS_ERROR_INVALID, 0, _("“%s” is too large to be a sheet of a comparison."), name);
  if (error == NULL)
    bytes = g_file_load_bytes (file, cancellable, NULL, &error);
  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  sheets = ys_cells_read_bytes (bytes, name, &error);
  if (sheets != NULL)
    g_task_return_pointer (task, sheets, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *async,
         gpointer      data)
{
  g_autoptr (Importing) importing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = g_task_propagate_pointer (G_TASK (async), &error);

  if (sheets != NULL)
    show_sheets (importing->window, sheets);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ys_window_say_error (importing->window, error);
}

void
ys_window_import_file (YsWindow *self,
                       GFile    *file)
{
  Importing *importing = g_new0 (Importing, 1);
  g_autoptr (GTask) task = g_task_new (file, self->cancellable, read_cb, importing);

  importing->window = g_object_ref (self);
  importing->file = g_object_ref (file);
  g_task_run_in_thread (task, read_in_thread);
}

gboolean
ys_window_is_sheet (GFile *file)
{
  static const char *const endings[] = { ".csv", ".tsv", ".tab", ".txt", ".ods", ".xlsx", ".xlsm" };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_utf8_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;

  return FALSE;
}

static void
chooser_response_cb (YsWindow *self,
                     int       response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));

      ys_window_import_file (self, file);
    }

  g_clear_object (&self->chooser);
}

void
ys_window_choose_sheet (YsWindow *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_("Import a Sheet"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (filter, _("Spreadsheets"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "tsv");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_filter_add_suffix (filter, "ods");
  gtk_file_filter_add_suffix (filter, "xlsx");
  gtk_file_filter_add_suffix (filter, "xlsm");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
