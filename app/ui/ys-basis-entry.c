/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-basis-entry.h"

#include <glib/gi18n.h>

#include "ys-estimate-editor.h"
#include "ys-estimate-text.h"

struct _YsBasisEntry
{
  AdwBin                parent_instance;

  YsDocument           *document; /* not owned: the page's */
  const YsBasisSection *section;
  guint                 index;
  const YsBasisField   *field;
  GtkWidget            *widget;   /* entry or drop-down */
  char                 *counting; /* the text of what counts, of an entry */
  guint                 pending;  /* what was typed is to be read */
  gboolean              updating;
};

G_DEFINE_FINAL_TYPE (YsBasisEntry, ys_basis_entry, ADW_TYPE_BIN)

static const YsScenario *
get_scenario (YsBasisEntry *self)
{
  return ys_document_get_scenario (self->document);
}

static gconstpointer
get_part (YsBasisEntry *self)
{
  return ys_basis_get (self->section, get_scenario (self), self->index);
}

static gconstpointer
get_value (YsBasisEntry *self)
{
  return (const char *) get_part (self) + self->field->offset;
}

char *
ys_basis_entry_dup_place (YsBasisEntry *self)
{
  if (self->section->part == YS_PART_DRIVER || self->section->part == YS_PART_ASSUMPTION)
    return g_strdup_printf ("%s/%s/%s", self->section->id, *(const char *const *) get_part (self),
                            self->field->id);
  if (self->section->part >= 0)
    return g_strdup_printf ("%s/%u/%s", self->section->id, self->index, self->field->id);

  return g_strdup_printf ("%s/%s", self->section->id, self->field->id);
}

/* What is wrong */

static const YsEstimate *
get_estimate (YsBasisEntry *self)
{
  return *(YsEstimate *const *) get_value (self);
}

static char *
dup_hint (YsBasisEntry *self)
{
  if (self->field->type == YS_BASIS_ESTIMATE)
    return ys_estimate_say (get_estimate (self), YS_UNIT_NUMBER, get_scenario (self)->currency,
                            NULL);

  return self->field->sentence != NULL ? g_strdup (_(self->field->sentence)) : NULL;
}

static void
mark (YsBasisEntry *self,
      const GError *error)
{
  g_autofree char *hint = dup_hint (self);

  if (error != NULL)
    gtk_widget_add_css_class (self->widget, "error");
  else
    gtk_widget_remove_css_class (self->widget, "error");

  gtk_widget_set_tooltip_text (self->widget, error != NULL ? error->message : hint);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* In one line of text if it fits there, else in short. */
static char *
dup_estimate_text (YsBasisEntry *self)
{
  char *text = ys_estimate_format_for_editing (get_estimate (self), YS_UNIT_NUMBER);

  return text != NULL ? text : ys_estimate_say_short (get_estimate (self), YS_UNIT_NUMBER,
                                                      get_scenario (self)->currency);
}

static char *
dup_text (YsBasisEntry *self)
{
  if (self->field->type != YS_BASIS_ESTIMATE)
    return ys_basis_dup_text (self->field, get_part (self));

  return dup_estimate_text (self);
}

/* Changes */

static gboolean
apply (YsBasisEntry  *self,
       YsScenario    *newer,
       GError       **error)
{
  g_autofree char *place = ys_basis_entry_dup_place (self);
  g_autofree char *name = g_utf8_strdown (_(self->field->name), -1);
  /* Translators: a step in “Undo change of tax on profit”. */
  g_autofree char *label = g_strdup_printf (_("change of %s"), name);

  if (self->field->type == YS_BASIS_TRIALS || self->field->type == YS_BASIS_SEED)
    newer->has_simulation = TRUE;

  return ys_document_apply (self->document, newer, label, place, error);
}

static gboolean
set_estimate (gpointer           part,
              YsBasisEntry      *self,
              const char        *text,
              GError           **error)
{
  YsAssumption *assumption = part;
  YsEstimate *estimate = ys_parse_estimate (text, YS_UNIT_NUMBER, get_scenario (self)->currency,
                                            assumption->estimate, error);

  if (estimate == NULL)
    return FALSE;

  ys_estimate_unref (assumption->estimate);
  assumption->estimate = estimate;
  return TRUE;
}

static gboolean
set_text (YsBasisEntry  *self,
          const char    *text,
          GError       **error)
{
  gpointer part;
  g_autoptr (YsScenario) newer
    = ys_basis_copy (self->section, get_scenario (self), self->index, &part);
  gboolean read = self->field->type == YS_BASIS_ESTIMATE
                  ? set_estimate (part, self, text, error)
                  : ys_basis_set_text (self->field, part, text, newer->currency, error);

  return read && apply (self, newer, error);
}

static gboolean
read_cb (YsBasisEntry *self)
{
  g_autoptr (GError) error = NULL;

  self->pending = 0;
  self->updating = TRUE;
  set_text (self, gtk_editable_get_text (GTK_EDITABLE (self->widget)), &error);
  self->updating = FALSE;
  mark (self, error);

  if (error == NULL)
    {
      g_free (self->counting);
      self->counting = dup_text (self);
    }

  return G_SOURCE_REMOVE;
}

/* What replaces a selection is told twice: in between, nothing is there, which must not count. */
static void
text_changed_cb (YsBasisEntry *self)
{
  if (!self->updating && self->pending == 0)
    self->pending = g_idle_add_full (GDK_PRIORITY_EVENTS, G_SOURCE_FUNC (read_cb), self, NULL);
}

/* Of what names another part: the ids, in the order of the drop-down. */
static const char *
get_id_at (YsBasisEntry *self,
           guint         position)
{
  const GPtrArray *parts = ys_edit_get_parts (get_scenario (self), self->field->of);

  return position < parts->len ? *(const char *const *) parts->pdata[position] : NULL;
}

static void
set_choice (YsBasisEntry *self,
            guint         position)
{
  gpointer part;
  g_autoptr (YsScenario) newer
    = ys_basis_copy (self->section, get_scenario (self), self->index, &part);
  g_autoptr (GError) error = NULL;

  if (self->field->type == YS_BASIS_NAME)
    ys_basis_set_text (self->field, part, get_id_at (self, position), NULL, NULL);
  else
    *(int *) ((char *) part + self->field->offset) = (int) position;

  self->updating = TRUE;
  apply (self, newer, &error);
  self->updating = FALSE;
  ys_document_end_step (self->document);
  mark (self, error);
}

static void
chosen_cb (YsBasisEntry *self)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->widget));

  if (!self->updating && position != GTK_INVALID_LIST_POSITION)
    set_choice (self, position);
}

static void
left_cb (YsBasisEntry *self)
{
  if (self->pending != 0)
    {
      g_clear_handle_id (&self->pending, g_source_remove);
      read_cb (self);
    }

  ys_document_end_step (self->document);
  if (!gtk_widget_has_css_class (self->widget, "error"))
    ys_basis_entry_update (self);
}

/* What it shows */

static const char *
get_name_of (gconstpointer part,
             YsPart        kind)
{
  return kind == YS_PART_ALTERNATIVE ? ((const YsAlternative *) part)->name
                                     : ((const YsAssumption *) part)->name;
}

static GListModel *
make_names (YsBasisEntry *self)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  if (self->field->type == YS_BASIS_CHOICE)
    {
      for (int i = 0; self->field->choices[i] != NULL; i++)
        gtk_string_list_append (list, _(self->field->choices[i]));
    }
  else
    {
      const GPtrArray *parts = ys_edit_get_parts (get_scenario (self), self->field->of);

      for (guint i = 0; i < parts->len; i++)
        gtk_string_list_append (list, get_name_of (parts->pdata[i], self->field->of));
    }

  return G_LIST_MODEL (list);
}

static guint
get_position (YsBasisEntry *self)
{
  const char *id;

  if (self->field->type == YS_BASIS_CHOICE)
    return *(const guint *) get_value (self);

  id = *(const char *const *) get_value (self);
  for (guint i = 0; get_id_at (self, i) != NULL; i++)
    if (g_strcmp0 (get_id_at (self, i), id) == 0)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static void
update_drop_down (YsBasisEntry *self)
{
  g_autoptr (GListModel) names = make_names (self);

  gtk_drop_down_set_model (GTK_DROP_DOWN (self->widget), names);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->widget), get_position (self));
}

/* What a line of text cannot hold is changed in the editor. */
static void
update_estimate (YsBasisEntry *self)
{
  g_autofree char *text = ys_estimate_format_for_editing (get_estimate (self), YS_UNIT_NUMBER);

  gtk_editable_set_editable (GTK_EDITABLE (self->widget), text != NULL);
}

static void
update_text (YsBasisEntry *self)
{
  g_autofree char *text = dup_text (self);

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->widget))))
    gtk_editable_set_text (GTK_EDITABLE (self->widget), text);
  g_free (self->counting);
  self->counting = g_steal_pointer (&text);

  if (self->field->type == YS_BASIS_ESTIMATE)
    update_estimate (self);
}

/* What was typed and makes no sense stays until what counts is another. */
static gboolean
is_waiting (YsBasisEntry *self)
{
  g_autofree char *text = NULL;

  if (!gtk_widget_has_css_class (self->widget, "error") || !GTK_IS_ENTRY (self->widget))
    return FALSE;

  text = dup_text (self);

  return g_strcmp0 (text, self->counting) == 0;
}

void
ys_basis_entry_update (YsBasisEntry *self)
{
  g_return_if_fail (YS_IS_BASIS_ENTRY (self));

  if (self->updating || is_waiting (self))
    return;

  self->updating = TRUE;
  if (GTK_IS_DROP_DOWN (self->widget))
    update_drop_down (self);
  else
    update_text (self);
  self->updating = FALSE;
  mark (self, NULL);
}

/* Life */

static void
ys_basis_entry_dispose (GObject *object)
{
  YsBasisEntry *self = YS_BASIS_ENTRY (object);

  g_clear_handle_id (&self->pending, g_source_remove);
  g_clear_pointer (&self->counting, g_free);

  G_OBJECT_CLASS (ys_basis_entry_parent_class)->dispose (object);
}

static void
ys_basis_entry_class_init (YsBasisEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ys_basis_entry_dispose;
}

static void
ys_basis_entry_init (YsBasisEntry *self)
{
}

static gboolean
is_chosen (const YsBasisField *field)
{
  return field->type == YS_BASIS_CHOICE || field->type == YS_BASIS_NAME;
}

static void
make_drop_down (YsBasisEntry *self)
{
  self->widget = gtk_drop_down_new (NULL, NULL);
  g_signal_connect_swapped (self->widget, "notify::selected", G_CALLBACK (chosen_cb), self);
}

static void
make_entry (YsBasisEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->widget = gtk_entry_new ();
  if (self->field->width > 0)
    {
      gtk_editable_set_width_chars (GTK_EDITABLE (self->widget), self->field->width);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (self->widget), self->field->width);
    }
  g_signal_connect_swapped (self->widget, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->widget, focus);
}

/* Estimates: the editor, a click away */

static void
estimate_changed_cb (YsBasisEntry     *self,
                     GParamSpec       *pspec,
                     YsEstimateEditor *editor)
{
  const YsEstimate *estimate = ys_estimate_editor_get_estimate (editor);
  gpointer part;
  g_autoptr (YsScenario) newer = NULL;
  g_autoptr (GError) error = NULL;

  if (estimate == NULL)
    return;

  newer = ys_basis_copy (self->section, get_scenario (self), self->index, &part);
  ys_estimate_unref (((YsAssumption *) part)->estimate);
  ((YsAssumption *) part)->estimate = ys_estimate_ref (estimate);
  apply (self, newer, &error);
  mark (self, error);
}

static void
editor_shown_cb (YsBasisEntry *self,
                 GtkWidget    *popover)
{
  GtkWidget *editor = gtk_popover_get_child (GTK_POPOVER (popover));

  ys_estimate_editor_edit (YS_ESTIMATE_EDITOR (editor),
                           ((const YsAssumption *) get_part (self))->name, get_estimate (self),
                           YS_UNIT_NUMBER, get_scenario (self)->currency, get_scenario (self));
}

static GtkWidget *
make_editor_button (YsBasisEntry *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *editor = ys_estimate_editor_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), editor);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-edit-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Draw and edit this estimate"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Draw and edit this estimate"), -1);
  g_signal_connect_object (editor, "notify::estimate", G_CALLBACK (estimate_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (editor_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
put_beside_editor (YsBasisEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), self->widget);
  gtk_box_append (GTK_BOX (box), make_editor_button (self));

  return box;
}

GtkWidget *
ys_basis_entry_new (YsDocument           *document,
                    const YsBasisSection *section,
                    guint                 index,
                    const YsBasisField   *field)
{
  YsBasisEntry *self = g_object_new (YS_TYPE_BASIS_ENTRY, NULL);

  self->document = document;
  self->section = section;
  self->index = index;
  self->field = field;

  if (is_chosen (field))
    make_drop_down (self);
  else
    make_entry (self);

  gtk_widget_set_valign (self->widget, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->widget, field->width == 0 && field->type != YS_BASIS_CHOICE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(field->name), -1);
  adw_bin_set_child (ADW_BIN (self), field->type == YS_BASIS_ESTIMATE ? put_beside_editor (self)
                                                                     : self->widget);
  ys_basis_entry_update (self);

  return GTK_WIDGET (self);
}
