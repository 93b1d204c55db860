/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-window-private.h"

#include <glib/gi18n.h>

#include "ys-recovery.h"

#define MOST_ROWS 4 /* without scrolling */

/* While it is edited */

static void
say_not_kept (YsWindow     *self,
              const GError *reason)
{
  g_autofree char *words =
    g_strdup_printf (_("Unsaved work cannot be kept for recovery; please save. %s"), reason->message);
  g_autoptr (GError) error = g_error_new_literal (reason->domain, reason->code, words);

  ys_window_say_error (self, error);
}

static void
set_autosave (YsWindow   *self,
              YsAutosave *autosave)
{
  g_clear_object (&self->autosave);
  self->autosave = autosave;
  g_signal_connect_object (autosave, "failed", G_CALLBACK (say_not_kept), self, G_CONNECT_SWAPPED);
}

void
ys_window_start_autosave (YsWindow *self)
{
  set_autosave (self, ys_autosave_new (self->document));
}

/* Who turns to another program may change the file there, or never come back. */
void
ys_window_active_changed (YsWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    ys_file_bar_check (self->file_bar);
  else if (self->autosave != NULL)
    ys_autosave_keep_now (self->autosave);
}

/* After a crash */

typedef struct
{
  YsWindow  *window;
  GPtrArray *claimed; /* (element-type YsRecovery) */
} Offer;

static void
offer_free (Offer *offer)
{
  g_object_unref (offer->window);
  g_ptr_array_unref (offer->claimed);
  g_free (offer);
}

typedef struct
{
  YsWindow   *window;
  YsRecovery *recovery;
} Opening;

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Opening *opening = data;
  g_autoptr (YsDocument) document = ys_recovery_open_finish (result);
  YsWindow *window = ys_window_show_document (opening->window, document);

  set_autosave (window, ys_autosave_take_over (document, opening->recovery));
  g_object_unref (opening->window);
  ys_recovery_unref (opening->recovery);
  g_free (opening);
}

static void
open_recovered (YsWindow   *self,
                YsRecovery *recovery)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (self);
  opening->recovery = ys_recovery_ref (recovery);
  ys_recovery_open_async (recovery, NULL, opened_cb, opening);
}

/* Any other answer keeps them until the next start. */
static void
response_cb (Offer      *offer,
             const char *response)
{
  for (guint i = 0; i < offer->claimed->len; i++)
    {
      YsRecovery *recovery = offer->claimed->pdata[i];

      if (ys_recovery_get_scenario (recovery) == NULL)
        continue;

      if (g_str_equal (response, "recover"))
        open_recovered (offer->window, recovery);
      else if (g_str_equal (response, "discard"))
        ys_recovery_drop (recovery);
    }
}

/* “today, 09:12” */
static char *
format_time (GDateTime *time)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean today = g_date_time_get_year (time) == g_date_time_get_year (now) &&
                   g_date_time_get_day_of_year (time) == g_date_time_get_day_of_year (now);

  /* Translators: a time of today; a day of another month or year. See g_date_time_format(). */
  return g_date_time_format (time, today ? _("today, %H:%M") : _("%-d %B %Y, %H:%M"));
}

static char *
describe (YsRecovery *recovery)
{
  GFile *file = ys_recovery_get_file (recovery);
  g_autofree char *time = format_time (ys_recovery_get_time (recovery));
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : NULL;

  if (ys_recovery_get_scenario (recovery) == NULL)
    return g_strdup_printf (_("Cannot be read, and is kept as %s"), ys_recovery_get_path (recovery));
  if (shown == NULL)
    return g_strdup_printf (_("In no file yet; last changed %s"), time);

  /* Translators: the name of a file, then a time. */
  return g_strdup_printf (_("“%s”; last changed %s"), shown, time);
}

static const char *
get_title (YsRecovery *recovery)
{
  const YsScenario *scenario = ys_recovery_get_scenario (recovery);

  if (scenario == NULL)
    return _("Damaged");

  return scenario->title != NULL && *scenario->title != '\0' ? scenario->title : _("New scenario");
}

static GtkWidget *
row_new (YsRecovery *recovery)
{
  g_autofree char *words = describe (recovery);

  return g_object_new (ADW_TYPE_ACTION_ROW,
                       "title", get_title (recovery),
                       "subtitle", words,
                       "use-markup", FALSE,
                       "subtitle-lines", 3,
                       NULL);
}

static guint
count_whole (GPtrArray *claimed)
{
  guint n = 0;

  for (guint i = 0; i < claimed->len; i++)
    n += ys_recovery_get_scenario (claimed->pdata[i]) != NULL;

  return n;
}

static GtkWidget *
list_new (GPtrArray *claimed)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX,
                                  "selection-mode", GTK_SELECTION_NONE,
                                  "margin-top", 6,
                                  "css-classes", (const char *[]) { "boxed-list", NULL },
                                  NULL);

  for (guint i = 0; i < claimed->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), row_new (claimed->pdata[i]));

  if (claimed->len <= MOST_ROWS)
    return list;

  return g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                       "child", list,
                       "hscrollbar-policy", GTK_POLICY_NEVER,
                       "min-content-height", 280,
                       NULL);
}

static GtkWidget *
dialog_new (YsWindow  *self,
            GPtrArray *claimed)
{
  gboolean whole = count_whole (claimed) > 0;
  GtkWidget *widget = adw_message_dialog_new (
      GTK_WINDOW (self), whole ? _("Recover unsaved work?") : _("Unsaved work is damaged"),
      _("Yardstick was ended before this was saved. The files are as they were saved last."));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_set_extra_child (dialog, list_new (claimed));
  adw_message_dialog_add_response (dialog, "later", whole ? _("_Not Now") : _("_Close"));
  adw_message_dialog_set_close_response (dialog, "later");
  if (!whole)
    return widget;

  adw_message_dialog_add_responses (dialog, "discard", _("_Discard"), "recover", _("_Recover"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "recover", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "recover");

  return widget;
}

static void
claim_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  g_task_return_pointer (task, ys_recovery_claim_all (), (GDestroyNotify) g_ptr_array_unref);
}

static void
claimed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  YsWindow *self = YS_WINDOW (source);
  g_autoptr (GPtrArray) claimed = g_task_propagate_pointer (G_TASK (result), NULL);
  GtkWidget *dialog;
  Offer *offer;

  if (claimed == NULL || claimed->len == 0)
    return;

  offer = g_new0 (Offer, 1);
  offer->window = g_object_ref (self);
  offer->claimed = g_ptr_array_ref (claimed);
  dialog = dialog_new (self, claimed);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), offer,
                         (GClosureNotify) (void (*) (void)) offer_free, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ys_window_offer_recovery (YsWindow *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (YS_IS_WINDOW (self));

  task = g_task_new (self, self->cancellable, claimed_cb, NULL);
  g_task_run_in_thread (task, claim_in_thread);
}
