/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-alternative-editor.h"

#include <glib/gi18n.h>

#include "ys-form-grid.h"
#include "ys-line-fields.h"
#include "ys-line-table.h"

struct _YsAlternativeEditor
{
  AdwBin       parent_instance;

  YsFormGrid  *fields;
  YsLineTable *table;
  GtkWidget   *empty;
  GtkWidget   *more;    /* what the table has no columns for */
  GtkLabel    *heading;
  YsFormGrid  *details;
  GtkBox      *kinds;
  GtkWidget   *add;

  YsDocument  *document;
  int          selected;
  int          shown;   /* the alternative in fields, or −1 */
  gboolean     has_details;
};

enum
{
  PROP_SELECTED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YsAlternativeEditor, ys_alternative_editor, ADW_TYPE_BIN)

static const YsAlternative *
get_alternative (YsAlternativeEditor *self)
{
  const YsScenario *scenario;

  if (self->document == NULL || self->selected < 0)
    return NULL;

  scenario = ys_document_get_scenario (self->document);

  return self->selected < (int) scenario->alternatives->len
         ? scenario->alternatives->pdata[self->selected] : NULL;
}

static YsTarget
get_target (YsAlternativeEditor *self,
            int                  line)
{
  return (YsTarget) { "alternatives", YS_PART_ALTERNATIVE, (guint) self->selected, line };
}

/* What is shown */

static void
show_fields (YsAlternativeEditor *self)
{
  YsTarget target = get_target (self, -1);
  gsize n_fields;
  const YsFormField *fields = ys_alternative_fields (&n_fields);

  if (self->shown >= 0)
    ys_form_grid_update (self->fields, &target);
  else
    ys_form_grid_set (self->fields, self->document, &target, fields, n_fields);
  self->shown = self->selected;
}

static void
show_heading (YsAlternativeEditor *self,
              const YsLine        *line)
{
  /* Translators: of a line: its name and kind */
  g_autofree char *heading = g_strdup_printf (_("More on “%s” (%s)"), line->name,
                                              _(line->kind->name));

  gtk_label_set_text (self->heading, heading);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->heading), _(line->kind->sentence));
}

static void
show_details (YsAlternativeEditor *self)
{
  const YsAlternative *alternative = get_alternative (self);
  int line = ys_line_table_get_line (self->table);
  gboolean there = alternative != NULL && line >= 0 && line < (int) alternative->lines->len;
  YsTarget target = get_target (self, line);
  gsize n_fields;
  const YsFormField *fields = ys_line_details (&n_fields);

  gtk_widget_set_visible (self->more, there);
  if (!there)
    return;

  show_heading (self, alternative->lines->pdata[line]);
  if (self->has_details)
    ys_form_grid_update (self->details, &target);
  else
    ys_form_grid_set (self->details, self->document, &target, fields, n_fields);
  self->has_details = TRUE;
}

static void
update (YsAlternativeEditor *self)
{
  const YsAlternative *alternative = get_alternative (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self), alternative != NULL);
  if (alternative == NULL)
    return;

  show_fields (self);
  ys_line_table_set (self->table, self->document, self->selected);
  ys_line_table_update (self->table);
  gtk_widget_set_visible (GTK_WIDGET (self->table), alternative->lines->len > 0);
  gtk_widget_set_visible (self->empty, alternative->lines->len == 0);
  show_details (self);
}

/* Nothing is brought up to date out of sight. */
static void
update_if_seen (YsAlternativeEditor *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

/* A field that is no column is beneath; of what stands instead of an amount, the first of those. */
static void
refer_cb (YsAlternativeEditor *self,
          const char          *field)
{
  if (g_str_equal (field, "amount"))
    gtk_widget_child_focus (GTK_WIDGET (self->details), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Adding a line */

static void
add_cb (YsAlternativeEditor *self,
        GtkWidget           *row)
{
  const YsLineKind *kind = g_object_get_data (G_OBJECT (row), "kind");

  gtk_popover_popdown (GTK_POPOVER (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->add))));
  gtk_widget_activate_action (GTK_WIDGET (self->table), "lines.add", "s", kind->id);
}

static GtkWidget *
make_kind_row (const YsLineKind *kind)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (_(kind->name));
  GtkWidget *sentence = gtk_label_new (_(kind->sentence));

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (sentence), 0);
  gtk_widget_add_css_class (name, "heading");
  gtk_widget_add_css_class (sentence, "caption");
  gtk_widget_add_css_class (sentence, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), sentence);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(kind->name), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _(kind->sentence), -1);
  g_object_set_data (G_OBJECT (button), "kind", (gpointer) kind);

  return button;
}

static void
add_kinds (YsAlternativeEditor *self)
{
  for (int i = 0; ys_line_kinds ()[i] != NULL; i++)
    {
      GtkWidget *row = make_kind_row (ys_line_kinds ()[i]);

      g_signal_connect_object (row, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->kinds, row);
    }
}

/* Life */

static void
set_selected (YsAlternativeEditor *self,
              int                  selected)
{
  if (selected == self->selected)
    return;

  self->selected = selected;
  update_if_seen (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
ys_alternative_editor_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SELECTED:
      g_value_set_int (value, YS_ALTERNATIVE_EDITOR (object)->selected);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_alternative_editor_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_SELECTED:
      set_selected (YS_ALTERNATIVE_EDITOR (object), g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_alternative_editor_map (GtkWidget *widget)
{
  update (YS_ALTERNATIVE_EDITOR (widget));

  GTK_WIDGET_CLASS (ys_alternative_editor_parent_class)->map (widget);
}

static void
ys_alternative_editor_dispose (GObject *object)
{
  g_clear_object (&YS_ALTERNATIVE_EDITOR (object)->document);

  G_OBJECT_CLASS (ys_alternative_editor_parent_class)->dispose (object);
}

static void
ys_alternative_editor_class_init (YsAlternativeEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ys_alternative_editor_get_property;
  object_class->set_property = ys_alternative_editor_set_property;
  object_class->dispose = ys_alternative_editor_dispose;
  widget_class->map = ys_alternative_editor_map;

  properties[PROP_SELECTED] =
    g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (YS_TYPE_FORM_GRID);
  g_type_ensure (YS_TYPE_LINE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               YS_RESOURCES "ys-alternative-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, YsAlternativeEditor, fields);
  gtk_widget_class_bind_template_child (widget_class, YsAlternativeEditor, table);
  gtk_widget_class_bind_template_child (widget_class, YsAlternativeEditor, empty);
  gtk_widget_class_bind_template_child (widget_class, YsAlternativeEditor, more);
  gtk_widget_class_bind_template_child (widget_class, YsAlternativeEditor, heading);
  gtk_widget_class_bind_template_child (widget_class, YsAlternativeEditor, details);
  gtk_widget_class_bind_template_child (widget_class, YsAlternativeEditor, kinds);
  gtk_widget_class_bind_template_child (widget_class, YsAlternativeEditor, add);
  gtk_widget_class_bind_template_callback (widget_class, show_details);
  gtk_widget_class_bind_template_callback (widget_class, refer_cb);
}

static void
ys_alternative_editor_init (YsAlternativeEditor *self)
{
  self->selected = -1;
  self->shown = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_kinds (self);
}

void
ys_alternative_editor_set_document (YsAlternativeEditor *self,
                                    YsDocument          *document)
{
  g_return_if_fail (YS_IS_ALTERNATIVE_EDITOR (self));
  g_return_if_fail (YS_IS_DOCUMENT (document));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (!g_set_object (&self->document, document))
    return;

  self->shown = -1;
  self->has_details = FALSE;
  g_signal_connect_object (document, "notify::scenario", G_CALLBACK (update_if_seen), self,
                           G_CONNECT_SWAPPED);
  update_if_seen (self);
}

GPtrArray *
ys_alternative_editor_dup_selected (YsAlternativeEditor *self)
{
  g_return_val_if_fail (YS_IS_ALTERNATIVE_EDITOR (self), NULL);

  return ys_line_table_dup_selected (self->table);
}

gboolean
ys_alternative_editor_go_to (YsAlternativeEditor *self,
                             const char          *line,
                             const char          *field)
{
  g_return_val_if_fail (YS_IS_ALTERNATIVE_EDITOR (self), FALSE);

  update (self);
  if (line == NULL)
    return field != NULL ? ys_form_grid_go_to (self->fields, field)
                         : gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_TAB_FORWARD);

  return ys_line_table_go_to (self->table, line, field) ||
         ys_form_grid_go_to (self->details, field);
}
