/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-form-entry.h"

#include <glib/gi18n.h>

#include "ys-checked-entry.h"
#include "ys-estimate-editor.h"
#include "ys-estimate-text.h"

struct _YsFormEntry
{
  AdwBin             parent_instance;

  YsDocument        *document; /* not owned: the page's */
  YsTarget           target;
  char              *place;    /* when it was set */
  const YsFormField *field;
  GtkWidget         *widget;   /* YsTypedField or GtkDropDown */
  gboolean           updating; /* its own doing */
  gboolean           changed;  /* since it was gone to */
};

G_DEFINE_FINAL_TYPE (YsFormEntry, ys_form_entry, ADW_TYPE_BIN)

static const YsScenario *
get_scenario (YsFormEntry *self)
{
  return ys_document_get_scenario (self->document);
}

static gconstpointer
get_part (YsFormEntry *self)
{
  return ys_target_get (&self->target, get_scenario (self));
}

char *
ys_form_entry_dup_place (YsFormEntry *self)
{
  return ys_target_dup_place (&self->target, get_scenario (self), self->field->id);
}

/* What is wrong */

static char *
dup_hint (YsFormEntry *self)
{
  const YsEstimate *estimate = self->field->type == YS_FORM_ESTIMATE
                               ? ys_form_get_estimate (self->field, get_part (self)) : NULL;

  if (estimate != NULL)
    return ys_estimate_say (estimate, self->field->unit, get_scenario (self)->currency, NULL);

  return self->field->sentence != NULL ? g_strdup (_(self->field->sentence)) : NULL;
}

static void
mark (YsFormEntry  *self,
      const GError *error)
{
  g_autofree char *hint = dup_hint (self);

  ys_mark_checked (self->widget, error != NULL ? error->message : NULL, hint);
}

/* In one line of text if it fits there, else in short. */
static char *
dup_text (YsFormEntry *self)
{
  char *text = ys_form_dup_text (self->field, get_scenario (self), get_part (self));

  return text != NULL ? text
                      : ys_form_dup_shown (self->field, get_scenario (self), get_part (self));
}

/* Changes */

static gboolean
apply (YsFormEntry  *self,
       YsScenario   *newer,
       gpointer      part,
       GError      **error)
{
  g_autofree char *place = ys_form_entry_dup_place (self);
  g_autofree char *name = g_utf8_strdown (_(self->field->name), -1);
  /* Translators: a step in “Undo change of tax on profit”. */
  g_autofree char *label = g_strdup_printf (_("change of %s"), name);

  if (self->field->settle != NULL)
    self->field->settle (newer, part);

  if (!ys_document_apply (self->document, newer, label, place, error))
    return FALSE;

  self->changed = TRUE;
  return TRUE;
}

/* A newer scenario, of which @part is its own. */
static YsScenario *
copy_part (YsFormEntry *self,
           gpointer    *part)
{
  return ys_target_copy (&self->target, get_scenario (self), part);
}

static gboolean
set_text (YsFormEntry  *self,
          const char   *text,
          GError      **error)
{
  gpointer part;
  g_autoptr (YsScenario) newer = copy_part (self, &part);

  return ys_form_set_text (self->field, newer, part, text, error) &&
         apply (self, newer, part, error);
}

/* What was typed or chosen since the keyboard came is one step. */

static void
end_step (YsFormEntry *self)
{
  ys_document_end_step (self->document);
  self->changed = FALSE;
}

static gboolean
undo_step (YsFormEntry *self)
{
  gboolean changed = self->changed;

  self->changed = FALSE;
  if (changed)
    ys_document_undo (self->document);

  return changed;
}

/* What was typed belongs to one part, which may be gone or have moved since. */
static gboolean
is_at_its_place (YsFormEntry *self)
{
  g_autofree char *place = get_part (self) != NULL ? ys_form_entry_dup_place (self) : NULL;

  return g_strcmp0 (place, self->place) == 0;
}

/* The entry of a field that is typed */

#define YS_TYPE_TYPED_FIELD (ys_typed_field_get_type ())
G_DECLARE_FINAL_TYPE (YsTypedField, ys_typed_field, YS, TYPED_FIELD, YsCheckedEntry)

struct _YsTypedField
{
  YsCheckedEntry  parent_instance;

  YsFormEntry    *form; /* not owned: it stands in it */
};

G_DEFINE_FINAL_TYPE (YsTypedField, ys_typed_field, YS_TYPE_CHECKED_ENTRY)

static gboolean
ys_typed_field_read (YsCheckedEntry  *entry,
                     const char      *text,
                     GError         **error)
{
  YsFormEntry *form = YS_TYPED_FIELD (entry)->form;

  return !is_at_its_place (form) || set_text (form, text, error);
}

static char *
ys_typed_field_dup_text (YsCheckedEntry *entry)
{
  YsFormEntry *form = YS_TYPED_FIELD (entry)->form;

  return get_part (form) != NULL ? dup_text (form) : g_strdup ("");
}

static char *
ys_typed_field_dup_hint (YsCheckedEntry *entry)
{
  YsFormEntry *form = YS_TYPED_FIELD (entry)->form;

  return get_part (form) != NULL ? dup_hint (form) : NULL;
}

static void
ys_typed_field_begin (YsCheckedEntry *entry)
{
  YS_TYPED_FIELD (entry)->form->changed = FALSE;
}

static void
ys_typed_field_end (YsCheckedEntry *entry)
{
  end_step (YS_TYPED_FIELD (entry)->form);
}

static gboolean
ys_typed_field_restore (YsCheckedEntry *entry)
{
  return undo_step (YS_TYPED_FIELD (entry)->form);
}

static void
ys_typed_field_class_init (YsTypedFieldClass *klass)
{
  YsCheckedEntryClass *entry_class = YS_CHECKED_ENTRY_CLASS (klass);

  entry_class->read = ys_typed_field_read;
  entry_class->dup_text = ys_typed_field_dup_text;
  entry_class->dup_hint = ys_typed_field_dup_hint;
  entry_class->begin = ys_typed_field_begin;
  entry_class->end = ys_typed_field_end;
  entry_class->restore = ys_typed_field_restore;
}

static void
ys_typed_field_init (YsTypedField *self)
{
}

static GtkWidget *
typed_field_new (YsFormEntry *form)
{
  YsTypedField *self = g_object_new (YS_TYPE_TYPED_FIELD, NULL);

  self->form = form;

  return GTK_WIDGET (self);
}

/* What is chosen */

static void
set_choice (YsFormEntry *self,
            guint        chosen)
{
  gpointer part;
  g_autoptr (YsScenario) newer = copy_part (self, &part);
  g_autoptr (GError) error = NULL;

  ys_form_set_chosen (self->field, newer, part, chosen);

  self->updating = TRUE;
  apply (self, newer, part, &error);
  self->updating = FALSE;
  ys_document_end_step (self->document);
  mark (self, error);
}

static void
chosen_cb (YsFormEntry *self)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->widget));

  if (!self->updating && position != GTK_INVALID_LIST_POSITION)
    set_choice (self, position);
}

void
ys_form_entry_read (YsFormEntry *self)
{
  g_return_if_fail (YS_IS_FORM_ENTRY (self));

  if (YS_IS_CHECKED_ENTRY (self->widget))
    ys_checked_entry_read (YS_CHECKED_ENTRY (self->widget));
}

/* What it shows */

static void
update_drop_down (YsFormEntry *self)
{
  const YsScenario *scenario = get_scenario (self);
  g_autoptr (GListModel) choices = ys_form_list_choices (self->field, scenario);

  gtk_drop_down_set_model (GTK_DROP_DOWN (self->widget), choices);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->widget),
                              ys_form_get_chosen (self->field, scenario, get_part (self)));
}

/* What a line of text cannot hold is changed in the editor. */
static void
update_estimate (YsFormEntry *self)
{
  g_autofree char *text = ys_form_dup_text (self->field, get_scenario (self), get_part (self));

  gtk_editable_set_editable (GTK_EDITABLE (self->widget), text != NULL);
}

void
ys_form_entry_update (YsFormEntry *self)
{
  g_return_if_fail (YS_IS_FORM_ENTRY (self));

  if (self->updating || get_part (self) == NULL)
    return;

  if (YS_IS_CHECKED_ENTRY (self->widget))
    {
      ys_checked_entry_show (YS_CHECKED_ENTRY (self->widget));
      if (self->field->type == YS_FORM_ESTIMATE)
        update_estimate (self);
      return;
    }

  self->updating = TRUE;
  update_drop_down (self);
  self->updating = FALSE;
  mark (self, NULL);
}

void
ys_form_entry_set_target (YsFormEntry    *self,
                          const YsTarget *target)
{
  g_autofree char *before = NULL;

  g_return_if_fail (YS_IS_FORM_ENTRY (self));

  before = g_steal_pointer (&self->place);
  self->target = *target;
  self->place = ys_form_entry_dup_place (self);
  if (g_strcmp0 (before, self->place) != 0 && YS_IS_CHECKED_ENTRY (self->widget))
    ys_checked_entry_reset (YS_CHECKED_ENTRY (self->widget));
  ys_form_entry_update (self);
}

static void
setup_choice_cb (GtkListItemFactory *factory,
                 GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_choice_cb (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* What is chosen is cut short; in the list it is there in full. */
static void
narrow_drop_down (GtkDropDown *drop_down)
{
  GtkListItemFactory *list = g_object_ref (gtk_drop_down_get_factory (drop_down));
  GtkListItemFactory *chosen = gtk_signal_list_item_factory_new ();

  g_signal_connect (chosen, "setup", G_CALLBACK (setup_choice_cb), NULL);
  g_signal_connect (chosen, "bind", G_CALLBACK (bind_choice_cb), NULL);
  gtk_drop_down_set_factory (drop_down, chosen);
  gtk_drop_down_set_list_factory (drop_down, list);
  g_object_unref (chosen);
  g_object_unref (list);
}

static void
narrow (YsFormEntry *self)
{
  gtk_widget_set_hexpand (self->widget, TRUE);
  if (GTK_IS_DROP_DOWN (self->widget))
    narrow_drop_down (GTK_DROP_DOWN (self->widget));
  else
    gtk_editable_set_width_chars (GTK_EDITABLE (self->widget), 3);
}

void
ys_form_entry_begin (YsFormEntry *self,
                     const char  *text)
{
  g_return_if_fail (YS_IS_FORM_ENTRY (self));

  narrow (self);
  gtk_widget_grab_focus (self->widget);
  self->changed = FALSE;
  if (GTK_IS_DROP_DOWN (self->widget))
    gtk_widget_activate (self->widget);
  else if (!gtk_editable_get_editable (GTK_EDITABLE (self->widget)))
    gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_next_sibling (self->widget)));
  else if (text != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->widget), text);
      gtk_editable_set_position (GTK_EDITABLE (self->widget), -1);
    }
}

void
ys_form_entry_revert (YsFormEntry *self)
{
  g_return_if_fail (YS_IS_FORM_ENTRY (self));

  ys_form_entry_read (self);
  undo_step (self);
  if (YS_IS_CHECKED_ENTRY (self->widget))
    ys_checked_entry_reset (YS_CHECKED_ENTRY (self->widget));
}

gboolean
ys_form_entry_is_wrong (YsFormEntry *self)
{
  g_return_val_if_fail (YS_IS_FORM_ENTRY (self), FALSE);

  return gtk_widget_has_css_class (self->widget, "error");
}

/* Life */

static void
ys_form_entry_dispose (GObject *object)
{
  YsFormEntry *self = YS_FORM_ENTRY (object);

  g_clear_pointer (&self->place, g_free);

  G_OBJECT_CLASS (ys_form_entry_parent_class)->dispose (object);
}

static void
ys_form_entry_class_init (YsFormEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ys_form_entry_dispose;
}

static void
ys_form_entry_init (YsFormEntry *self)
{
}

static void
make_drop_down (YsFormEntry *self)
{
  self->widget = gtk_drop_down_new (NULL, NULL);
  g_signal_connect_swapped (self->widget, "notify::selected", G_CALLBACK (chosen_cb), self);
}

static void
make_entry (YsFormEntry *self)
{
  self->widget = typed_field_new (self);
  if (self->field->width > 0)
    {
      gtk_editable_set_width_chars (GTK_EDITABLE (self->widget), self->field->width);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (self->widget), self->field->width);
    }
}

/* Estimates: the editor, a click away */

static void
estimate_changed_cb (YsFormEntry     *self,
                     GParamSpec       *pspec,
                     YsEstimateEditor *editor)
{
  const YsEstimate *estimate = ys_estimate_editor_get_estimate (editor);
  gpointer part;
  g_autoptr (YsScenario) newer = NULL;
  g_autoptr (GError) error = NULL;

  if (estimate == NULL)
    return;

  newer = copy_part (self, &part);
  ys_form_set_estimate (self->field, part, estimate);
  apply (self, newer, part, &error);
  mark (self, error);
}

/* Made when it is first asked for: it is much, for a field that most often is typed. */
static GtkWidget *
make_editor (YsFormEntry   *self,
             GtkMenuButton *button)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *editor = ys_estimate_editor_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), editor);
  gtk_menu_button_set_popover (button, popover);
  g_signal_connect_object (editor, "notify::estimate", G_CALLBACK (estimate_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (end_step), self, G_CONNECT_SWAPPED);

  return editor;
}

/* “Subscription: amount” */
static char *
dup_title (YsFormEntry *self)
{
  const char *name = ys_target_get_name (&self->target, get_scenario (self));
  g_autofree char *field = g_utf8_strdown (_(self->field->name), -1);

  if (self->target.line < 0)
    return g_strdup (name);

  /* Translators: a line of an alternative, and its field: “Subscription: amount” */
  return g_strdup_printf (_("%s: %s"), name, field);
}

static void
popup_cb (GtkMenuButton *button,
          gpointer       data)
{
  YsFormEntry *self = data;
  const YsScenario *scenario = get_scenario (self);
  GtkPopover *popover = gtk_menu_button_get_popover (button);
  GtkWidget *editor = popover != NULL ? gtk_popover_get_child (popover)
                                      : make_editor (self, button);
  g_autofree char *title = dup_title (self);

  ys_estimate_editor_edit (YS_ESTIMATE_EDITOR (editor), title,
                           ys_form_get_estimate (self->field, get_part (self)), self->field->unit,
                           scenario->currency, scenario);
}

static GtkWidget *
make_editor_button (YsFormEntry *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), popup_cb, self, NULL);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-edit-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Draw and edit this estimate"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Draw and edit this estimate"), -1);

  return button;
}

static GtkWidget *
put_beside_editor (YsFormEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), self->widget);
  gtk_box_append (GTK_BOX (box), make_editor_button (self));

  return box;
}

GtkWidget *
ys_form_entry_new (YsDocument        *document,
                   const YsTarget    *target,
                   const YsFormField *field)
{
  YsFormEntry *self = g_object_new (YS_TYPE_FORM_ENTRY, NULL);

  self->document = document;
  self->target = *target;
  self->field = field;
  self->place = ys_form_entry_dup_place (self);

  if (ys_form_is_chosen (field))
    make_drop_down (self);
  else
    make_entry (self);

  gtk_widget_set_valign (self->widget, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->widget, field->width == 0 && field->type != YS_FORM_CHOICE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(field->name), -1);
  adw_bin_set_child (ADW_BIN (self), field->type == YS_FORM_ESTIMATE ? put_beside_editor (self)
                                                                    : self->widget);
  ys_form_entry_update (self);

  return GTK_WIDGET (self);
}
