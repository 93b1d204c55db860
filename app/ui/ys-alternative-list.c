/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-alternative-list.h"

#include "ys-alternative-row.h"

struct _YsAlternativeList
{
  AdwBin      parent_instance;

  GtkListBox *rows;
  gsize       n_rows;
  int         selected;
};

enum
{
  PROP_SELECTED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YsAlternativeList, ys_alternative_list, ADW_TYPE_BIN)

static void
set_n_rows (YsAlternativeList *self,
            gsize              n_rows)
{
  for (; self->n_rows < n_rows; self->n_rows++)
    gtk_list_box_append (self->rows, ys_alternative_row_new ());

  for (; self->n_rows > n_rows; self->n_rows--)
    gtk_list_box_remove (self->rows,
                         GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows,
                                                                    (int) self->n_rows - 1)));
}

static void
select_row (YsAlternativeList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, self->selected);
  GtkStateFlags flags = gtk_widget_get_state_flags (GTK_WIDGET (self->rows));

  gtk_list_box_select_row (self->rows, row);
  /* Arrows go on from what is selected, wherever that was done. */
  if (row != NULL && (flags & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
row_selected_cb (YsAlternativeList *self,
                 GtkListBoxRow     *row)
{
  if (row != NULL)
    ys_alternative_list_set_selected (self, gtk_list_box_row_get_index (row));
}

static void
row_activated_cb (YsAlternativeList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-alternative", NULL);
}

static void
ys_alternative_list_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  YsAlternativeList *self = YS_ALTERNATIVE_LIST (object);

  switch (id)
    {
    case PROP_SELECTED:
      g_value_set_int (value, self->selected);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_alternative_list_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_SELECTED:
      ys_alternative_list_set_selected (YS_ALTERNATIVE_LIST (object), g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_alternative_list_class_init (YsAlternativeListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ys_alternative_list_get_property;
  object_class->set_property = ys_alternative_list_set_property;

  properties[PROP_SELECTED] =
    g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-alternative-list.ui");
  gtk_widget_class_bind_template_child (widget_class, YsAlternativeList, rows);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ys_alternative_list_init (YsAlternativeList *self)
{
  self->selected = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ys_alternative_list_set_result (YsAlternativeList *self,
                                const YsResult    *result)
{
  g_return_if_fail (YS_IS_ALTERNATIVE_LIST (self));

  set_n_rows (self, result != NULL ? result->n_alternatives : 0);
  for (gsize i = 0; i < self->n_rows; i++)
    ys_alternative_row_set_result (
      YS_ALTERNATIVE_ROW (gtk_list_box_get_row_at_index (self->rows, (int) i)), result, i);
  select_row (self);
}

int
ys_alternative_list_get_selected (YsAlternativeList *self)
{
  g_return_val_if_fail (YS_IS_ALTERNATIVE_LIST (self), -1);

  return self->selected;
}

void
ys_alternative_list_set_selected (YsAlternativeList *self,
                                  int                selected)
{
  g_return_if_fail (YS_IS_ALTERNATIVE_LIST (self));

  if (selected == self->selected)
    return;

  self->selected = selected;
  select_row (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}
