/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-window-private.h"

#include <glib/gi18n.h>

#include "ys-edit.h"

#define PLACE "alternatives/"

static const YsScenario *
get_scenario (YsWindow *self)
{
  return self->document != NULL ? ys_document_get_scenario (self->document) : NULL;
}

/* NULL: none is selected, or it is no longer there. */
static const YsAlternative *
get_selected (YsWindow *self)
{
  const YsScenario *scenario = get_scenario (self);

  return scenario != NULL && self->selected >= 0 &&
         self->selected < (int) scenario->alternatives->len
         ? scenario->alternatives->pdata[self->selected] : NULL;
}

/* A step of its own, at the alternative of that id. */
static gboolean
apply (YsWindow         *self,
       const YsScenario *newer,
       const char       *label,
       const char       *id)
{
  g_autofree char *place = g_strconcat (PLACE, id, NULL);
  g_autoptr (GError) error = NULL;

  if (!ys_document_apply (self->document, newer, label, place, &error))
    {
      ys_window_say_error (self, error);
      return FALSE;
    }

  ys_document_end_step (self->document);

  return TRUE;
}

/* Duplicating */

static gboolean
is_taken (const YsScenario *scenario,
          const char       *name)
{
  for (guint i = 0; i < scenario->alternatives->len; i++)
    if (g_strcmp0 (((const YsAlternative *) scenario->alternatives->pdata[i])->name, name) == 0)
      return TRUE;

  return FALSE;
}

static char *
make_copy_name (const YsScenario *scenario,
                const char       *name)
{
  /* Translators: the name of an alternative. */
  char *copy = g_strdup_printf (_("%s (copy)"), name);

  for (int i = 2; is_taken (scenario, copy); i++)
    {
      g_free (copy);
      /* Translators: the name of an alternative, and the number of the copy. */
      copy = g_strdup_printf (_("%s (copy %d)"), name, i);
    }

  return copy;
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  YsWindow *self = YS_WINDOW (widget);
  const YsScenario *scenario = get_scenario (self);
  const YsAlternative *alternative = get_selected (self);
  const guint index = (guint) self->selected;
  g_autofree char *name = make_copy_name (scenario, alternative->name);
  g_autofree char *label = g_strdup_printf (_("duplication of “%s”"), alternative->name);
  g_autoptr (YsScenario) newer = ys_edit_duplicate_alternative (scenario, index, name);
  const YsAlternative *copy = newer->alternatives->pdata[index + 1];

  if (apply (self, newer, label, copy->id))
    g_object_set (self, "selected", (int) index + 1, NULL);
}

/* Deleting */

static guint
count_relations (const YsScenario *scenario)
{
  return scenario->requires->len + scenario->excludes->len;
}

/* What was done, and what went with it, as long as nothing else is done. */
static void
offer_undo (YsWindow   *self,
            const char *name,
            guint       n_relations)
{
  g_autofree char *words = NULL;
  g_autofree char *title = NULL;
  AdwToast *toast;

  if (n_relations == 0)
    words = g_strdup_printf (_("“%s” is deleted"), name);
  else
    /* Translators: the name of an alternative, and how many rules such as “this one needs that one”. */
    words = g_strdup_printf (ngettext ("“%s” is deleted, and %u limit that names it",
                                       "“%s” is deleted, and %u limits that name it", n_relations),
                             name, n_relations);

  title = g_markup_escape_text (words, -1);
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_signal_connect_object (self->document, "notify::scenario", G_CALLBACK (adw_toast_dismiss), toast,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  YsWindow *self = YS_WINDOW (widget);
  g_autoptr (YsScenario) before = ys_scenario_ref (get_scenario (self));
  const YsAlternative *alternative = get_selected (self);
  g_autofree char *label = g_strdup_printf (_("deletion of “%s”"), alternative->name);
  g_autoptr (YsScenario) newer
    = ys_edit_remove (before, YS_PART_ALTERNATIVE, (guint) self->selected);

  if (apply (self, newer, label, alternative->id))
    offer_undo (self, alternative->name, count_relations (before) - count_relations (newer));
}

/* Moving */

static void
move_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  YsWindow *self = YS_WINDOW (widget);
  const YsScenario *scenario = get_scenario (self);
  const YsAlternative *alternative = get_selected (self);
  const int last = (int) scenario->alternatives->len - 1;
  const int to = CLAMP (self->selected + g_variant_get_int32 (parameter), 0, last);
  g_autofree char *label = g_strdup_printf (_("move of “%s”"), alternative->name);
  g_autoptr (YsScenario) newer
    = ys_edit_move (scenario, YS_PART_ALTERNATIVE, (guint) self->selected, (guint) to);

  if (apply (self, newer, label, alternative->id))
    g_object_set (self, "selected", to, NULL);
}

/* Doing nothing */

static void
set_baseline_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  YsWindow *self = YS_WINDOW (widget);
  const YsAlternative *alternative = get_selected (self);
  g_autoptr (YsScenario) newer = ys_edit_set_baseline (get_scenario (self), self->selected);

  apply (self, newer, _("choice of what the others are measured against"), alternative->id);
}

static void
clear_baseline_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  YsWindow *self = YS_WINDOW (widget);
  const YsAlternative *alternative = get_selected (self);
  g_autoptr (YsScenario) newer = ys_edit_set_baseline (get_scenario (self), -1);

  apply (self, newer, _("choice of what the others are measured against"), alternative->id);
}

void
ys_window_install_alternatives (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.duplicate-alternative", NULL,
                                   duplicate_action);
  gtk_widget_class_install_action (widget_class, "win.remove-alternative", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "win.move-alternative", "i", move_action);
  gtk_widget_class_install_action (widget_class, "win.set-baseline", NULL, set_baseline_action);
  gtk_widget_class_install_action (widget_class, "win.clear-baseline", NULL, clear_baseline_action);
}

void
ys_window_update_alternatives (YsWindow *self)
{
  const YsAlternative *alternative = get_selected (self);
  const gboolean baseline = alternative != NULL && alternative->baseline;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "win.duplicate-alternative", alternative != NULL);
  gtk_widget_action_set_enabled (widget, "win.remove-alternative", alternative != NULL);
  gtk_widget_action_set_enabled (widget, "win.move-alternative", alternative != NULL);
  gtk_widget_action_set_enabled (widget, "win.set-baseline", alternative != NULL && !baseline);
  gtk_widget_action_set_enabled (widget, "win.clear-baseline", baseline);
}

void
ys_window_select_alternative (YsWindow   *self,
                              const char *place)
{
  g_auto (GStrv) parts = g_strsplit (place, "/", 3);
  const YsScenario *scenario = get_scenario (self);

  if (!g_str_has_prefix (place, PLACE))
    return;

  for (guint i = 0; i < scenario->alternatives->len; i++)
    if (g_str_equal (((const YsAlternative *) scenario->alternatives->pdata[i])->id, parts[1]))
      g_object_set (self, "selected", (int) i, NULL);
}
