/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-line-cell.h"

#include <glib/gi18n.h>

#include "ys-form-entry.h"

struct _YsLineCell
{
  AdwBin             parent_instance;

  const YsFormField *field;
  GtkWidget         *label;
  YsFormEntry       *entry;       /* while it is edited; not owned */
  YsDocument        *document;    /* not owned: the table's */
  guint              alternative;
  YsLineItem        *item;
  guint              ending;
  gboolean           was_focused; /* before it was clicked */
};

enum
{
  SIGNAL_REFER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsLineCell, ys_line_cell, ADW_TYPE_BIN)

static YsTarget
get_target (YsLineCell *self)
{
  return (YsTarget) { "alternatives", YS_PART_ALTERNATIVE, self->alternative,
                      (int) ys_line_item_get_index (self->item) };
}

/* Words */

static void
tell_name (YsLineCell *self,
           const char *text)
{
  /* Translators: what a cell is for a screen reader: field, line, content */
  g_autofree char *name
    = g_strdup_printf (_("%s of “%s”: %s"), _(self->field->name),
                       ys_line_item_get_line (self->item)->name,
                       *text != '\0' ? text : _("nothing"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_text (YsLineCell *self)
{
  const YsLine *line = ys_line_item_get_line (self->item);
  const YsScenario *scenario = ys_document_get_scenario (self->document);
  g_autofree char *text = ys_form_dup_shown (self->field, scenario, line);

  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (self->label, *text != '\0' ? text : _(self->field->sentence));
  if (ys_form_applies (self->field, line))
    gtk_widget_remove_css_class (self->label, "dim-label");
  else
    gtk_widget_add_css_class (self->label, "dim-label");
  tell_name (self, text);
}

/* Editing */

static void
end (YsLineCell *self,
     gboolean    keep_focus)
{
  g_clear_handle_id (&self->ending, g_source_remove);
  if (self->entry == NULL)
    return;

  self->entry = NULL;
  adw_bin_set_child (ADW_BIN (self), self->label);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "edited");
  show_text (self);
  if (keep_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Only what makes sense can be left. */
static gboolean
end_cb (YsLineCell *self)
{
  GtkStateFlags flags = gtk_widget_get_state_flags (GTK_WIDGET (self));

  self->ending = 0;
  if ((flags & GTK_STATE_FLAG_FOCUS_WITHIN) == 0 && !ys_form_entry_is_wrong (self->entry))
    end (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
focus_left_cb (YsLineCell *self)
{
  if (self->entry != NULL && self->ending == 0)
    self->ending = g_idle_add (G_SOURCE_FUNC (end_cb), self);
}

static void
begin (YsLineCell *self,
       const char *text)
{
  YsTarget target = get_target (self);

  self->entry = YS_FORM_ENTRY (ys_form_entry_new (self->document, &target, self->field));
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "edited");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->entry));
  ys_form_entry_begin (self->entry, text);
}

void
ys_line_cell_edit (YsLineCell *self,
                   const char *text)
{
  g_return_if_fail (YS_IS_LINE_CELL (self));

  if (self->item == NULL || self->entry != NULL)
    return;

  if (!ys_form_applies (self->field, ys_line_item_get_line (self->item)))
    g_signal_emit (self, signals[SIGNAL_REFER], 0);
  else
    begin (self, ys_form_is_chosen (self->field) ? NULL : text);
}

static gboolean
begins_edit (YsLineCell      *self,
             guint            key,
             GdkModifierType  state)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  char text[7] = "";

  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_F2)
    {
      ys_line_cell_edit (self, NULL);
      return TRUE;
    }

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || !g_unichar_isgraph (letter))
    return FALSE;

  g_unichar_to_utf8 (letter, text);
  ys_line_cell_edit (self, text);
  return TRUE;
}

static gboolean
ends_edit (YsLineCell *self,
           guint       key)
{
  if (key == GDK_KEY_Escape)
    ys_form_entry_revert (self->entry);
  else if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return FALSE;
  else
    ys_form_entry_read (self->entry);

  if (!ys_form_entry_is_wrong (self->entry))
    end (self, TRUE);
  return TRUE;
}

/* Keys of what is open over the cell, such as a list to choose from, are its own. */
static gboolean
key_pressed_cb (YsLineCell            *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (self->entry == NULL)
    return begins_edit (self, key, state);

  return GTK_IS_TEXT (focus) && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) == NULL
         && ends_edit (self, key);
}

static void
pressed_cb (YsLineCell *self)
{
  self->was_focused = gtk_widget_has_focus (GTK_WIDGET (self));
}

/* The first click goes to a cell, the next one into it. */
static void
released_cb (YsLineCell      *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *click)
{
  GdkModifierType state
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));

  if (self->entry != NULL || (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return;

  if (n_press > 1 || self->was_focused)
    ys_line_cell_edit (self, NULL);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The item */

static void
line_changed_cb (YsLineCell *self)
{
  YsTarget target = get_target (self);

  if (self->entry != NULL)
    ys_form_entry_set_target (self->entry, &target);
  else
    show_text (self);
}

static void
ys_line_cell_dispose (GObject *object)
{
  YsLineCell *self = YS_LINE_CELL (object);

  g_clear_handle_id (&self->ending, g_source_remove);
  self->entry = NULL;
  g_clear_object (&self->item);
  g_clear_object (&self->label);

  G_OBJECT_CLASS (ys_line_cell_parent_class)->dispose (object);
}

static void
ys_line_cell_class_init (YsLineCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_line_cell_dispose;
  gtk_widget_class_set_css_name (widget_class, "linecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);

  signals[SIGNAL_REFER] = g_signal_new ("refer", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_controllers (YsLineCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
ys_line_cell_init (YsLineCell *self)
{
  self->label = g_object_ref_sink (gtk_label_new (NULL));
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  adw_bin_set_child (ADW_BIN (self), self->label);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_controllers (self);
}

GtkWidget *
ys_line_cell_new (const YsFormField *field)
{
  YsLineCell *self = g_object_new (YS_TYPE_LINE_CELL, NULL);

  self->field = field;
  if (field->type == YS_FORM_ESTIMATE)
    {
      gtk_label_set_xalign (GTK_LABEL (self->label), 1);
      gtk_widget_add_css_class (self->label, "numeric");
    }

  return GTK_WIDGET (self);
}

void
ys_line_cell_set (YsLineCell *self,
                  YsDocument *document,
                  guint       alternative,
                  YsLineItem *item)
{
  g_return_if_fail (YS_IS_LINE_CELL (self));
  g_return_if_fail (YS_IS_LINE_ITEM (item));

  if (item == self->item)
    return;

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);

  self->document = document;
  self->alternative = alternative;
  g_set_object (&self->item, item);
  end (self, FALSE);
  g_signal_connect_object (item, "notify::line", G_CALLBACK (line_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_text (self);
}

YsLineItem *
ys_line_cell_get_item (YsLineCell *self)
{
  g_return_val_if_fail (YS_IS_LINE_CELL (self), NULL);

  return self->item;
}

const YsFormField *
ys_line_cell_get_field (YsLineCell *self)
{
  g_return_val_if_fail (YS_IS_LINE_CELL (self), NULL);

  return self->field;
}

gboolean
ys_line_cell_is_edited (YsLineCell *self)
{
  g_return_val_if_fail (YS_IS_LINE_CELL (self), FALSE);

  return self->entry != NULL;
}
