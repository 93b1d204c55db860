/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file-bar.h"

#include <glib/gi18n.h>

#include "ys-file-watch.h"

/* What there is to say, the most urgent last. */
typedef enum
{
  NOTHING,
  READ_ONLY,
  GONE,
  CHANGED,
} Subject;

struct _YsFileBar
{
  AdwBin       parent_instance;

  GtkInfoBar  *bar;
  GtkLabel    *words;
  GtkWidget   *reload;
  GtkWidget   *keep;
  GtkWidget   *save;
  GtkWidget   *save_as;

  YsDocument  *document;
  YsFileWatch *watch;
  Subject      subject;
};

G_DEFINE_FINAL_TYPE (YsFileBar, ys_file_bar, ADW_TYPE_BIN)

static char *
dup_file_name (YsFileBar *self)
{
  g_autofree char *name = g_file_get_basename (ys_document_get_file (self->document));

  return g_filename_display_name (name);
}

static Subject
find_subject (YsFileBar *self)
{
  if (self->document == NULL || ys_document_get_file (self->document) == NULL)
    return NOTHING;

  switch (ys_file_watch_get_state (self->watch))
    {
    case YS_FILE_CHANGED:
      return CHANGED;

    case YS_FILE_GONE:
      return GONE;

    case YS_FILE_UNCHANGED:
    default:
      return ys_document_get_read_only (self->document) ? READ_ONLY : NOTHING;
    }
}

static char *
make_words (YsFileBar *self)
{
  g_autofree char *name = NULL;

  if (self->subject == NOTHING)
    return NULL;

  name = dup_file_name (self);
  switch (self->subject)
    {
    case CHANGED:
      return g_strdup_printf (_("“%s” was changed by another program."), name);

    case GONE:
      return g_strdup_printf (_("“%s” was moved or deleted. What you see is in no file until you save it."),
                              name);

    case READ_ONLY:
      return g_strdup_printf (_("“%s” can only be read. To keep changes, save them under another name."),
                              name);

    case NOTHING:
    default:
      return NULL;
    }
}

/* The words stay while the bar goes out of sight. Only what is offered takes room: a narrow window has
 * none to spare. */
static void
say (YsFileBar *self)
{
  g_autofree char *words = make_words (self);

  if (words != NULL)
    {
      gtk_label_set_text (self->words, words);
      gtk_info_bar_set_message_type (self->bar, self->subject == READ_ONLY ? GTK_MESSAGE_OTHER
                                                                           : GTK_MESSAGE_WARNING);
      gtk_info_bar_set_show_close_button (self->bar, self->subject != CHANGED);
      gtk_widget_set_visible (self->reload, self->subject == CHANGED);
      gtk_widget_set_visible (self->keep, self->subject == CHANGED);
      gtk_widget_set_visible (self->save, self->subject == GONE);
      gtk_widget_set_visible (self->save_as, self->subject == READ_ONLY);
    }

  gtk_info_bar_set_revealed (self->bar, words != NULL);
}

/* What was closed stays closed until there is something else to say. */
static void
update (YsFileBar *self)
{
  Subject subject = find_subject (self);

  if (subject == self->subject)
    return;

  self->subject = subject;
  say (self);
}

/* Answers */

static void
response_cb (YsFileBar *self,
             int        response)
{
  if (response == GTK_RESPONSE_CLOSE)
    gtk_info_bar_set_revealed (self->bar, FALSE);
}

static void
say_unreadable (YsFileBar    *self,
                const GError *error)
{
  g_autofree char *name = dup_file_name (self);
  g_autofree char *words =
    /* Translators: the name of a file, then a sentence that says why. */
    g_strdup_printf (_("“%s” was changed by another program, and cannot be read. %s"), name,
                     error->message);

  gtk_label_set_text (self->words, words);
}

static void
reloaded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (YsFileBar) self = data;
  g_autoptr (GError) error = NULL;

  if (YS_DOCUMENT (source) != self->document)
    return;

  if (!ys_document_reload_finish (self->document, result, &error))
    say_unreadable (self, error);
  ys_file_watch_check (self->watch);
}

static void
reload_clicked_cb (YsFileBar *self)
{
  ys_document_reload_async (self->document, NULL, reloaded_cb, g_object_ref (self));
}

static void
keep_clicked_cb (YsFileBar *self)
{
  ys_file_watch_ignore (self->watch);
}

/* Life */

static void
ys_file_bar_dispose (GObject *object)
{
  YsFileBar *self = YS_FILE_BAR (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (ys_file_bar_parent_class)->dispose (object);
}

static void
ys_file_bar_class_init (YsFileBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_file_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-file-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, YsFileBar, bar);
  gtk_widget_class_bind_template_child (widget_class, YsFileBar, words);
  gtk_widget_class_bind_template_child (widget_class, YsFileBar, reload);
  gtk_widget_class_bind_template_child (widget_class, YsFileBar, keep);
  gtk_widget_class_bind_template_child (widget_class, YsFileBar, save);
  gtk_widget_class_bind_template_child (widget_class, YsFileBar, save_as);
  gtk_widget_class_bind_template_callback (widget_class, response_cb);
  gtk_widget_class_bind_template_callback (widget_class, reload_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_clicked_cb);
}

static void
ys_file_bar_init (YsFileBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ys_file_bar_set_document (YsFileBar  *self,
                          YsDocument *document)
{
  g_return_if_fail (YS_IS_FILE_BAR (self));
  g_return_if_fail (YS_IS_DOCUMENT (document));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (!g_set_object (&self->document, document))
    return;

  g_clear_object (&self->watch);
  self->watch = ys_file_watch_new (document);
  g_signal_connect_object (self->watch, "notify::state", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::read-only", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::file", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
ys_file_bar_check (YsFileBar *self)
{
  g_return_if_fail (YS_IS_FILE_BAR (self));

  if (self->watch != NULL)
    ys_file_watch_check (self->watch);
}
