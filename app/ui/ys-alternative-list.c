/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-alternative-list.h"

#include "ys-alternative-item.h"
#include "ys-alternative-row.h"

struct _YsAlternativeList
{
  AdwBin              parent_instance;

  GtkListView        *rows;
  GtkSingleSelection *selection;
  GMenuModel         *menu_model;
  GtkWidget          *menu;
  GListStore         *items;
  GPtrArray          *bound;    /* (element-type GtkListItem) those that have a row just now */
  YsResult           *result;
  int                 selected;
};

enum
{
  PROP_SELECTED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YsAlternativeList, ys_alternative_list, ADW_TYPE_BIN)

static YsAlternativeRow *
get_row (GtkListItem *item)
{
  return YS_ALTERNATIVE_ROW (gtk_list_item_get_child (item));
}

/* NULL: it is out of sight. */
static YsAlternativeRow *
find_row (YsAlternativeList *self,
          int                alternative)
{
  for (guint i = 0; i < self->bound->len; i++)
    if ((int) gtk_list_item_get_position (self->bound->pdata[i]) == alternative)
      return get_row (self->bound->pdata[i]);

  return NULL;
}

static void
fill_row (YsAlternativeList *self,
          GtkListItem       *item)
{
  gsize alternative = gtk_list_item_get_position (item);

  if (self->result != NULL && alternative < self->result->n_alternatives)
    ys_alternative_row_set_result (get_row (item), self->result, alternative);
}

/* The item is what can have the focus. */
static gboolean
focus_selected (YsAlternativeList *self)
{
  YsAlternativeRow *row = find_row (self, self->selected);

  return row != NULL && gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
}

static void
select_row (YsAlternativeList *self)
{
  GtkStateFlags flags = gtk_widget_get_state_flags (GTK_WIDGET (self->rows));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  if (self->selected < 0 || self->selected >= (int) n)
    {
      gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
      return;
    }

  gtk_single_selection_set_selected (self->selection, (guint) self->selected);
  gtk_widget_activate_action (GTK_WIDGET (self->rows), "list.scroll-to-item", "u",
                              (guint) self->selected);
  /* Arrows go on from what is selected, wherever that was done. */
  if ((flags & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    focus_selected (self);
}

static void
selected_cb (YsAlternativeList *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (selected != GTK_INVALID_LIST_POSITION)
    ys_alternative_list_set_selected (self, (int) selected);
}

/* What can be done with one */

static void
menu_cb (YsAlternativeList *self,
         double             x,
         double             y,
         YsAlternativeRow  *row)
{
  double x_here, y_here;

  ys_alternative_list_set_selected (self, (int) ys_alternative_row_get_alternative (row));
  gtk_widget_translate_coordinates (GTK_WIDGET (row), GTK_WIDGET (self), x, y, &x_here, &y_here);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) x_here, (int) y_here, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
moved_cb (YsAlternativeList *self,
          int                from,
          int                to)
{
  ys_alternative_list_set_selected (self, from);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.move-alternative", "i", to - from);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YsAlternativeList *self = YS_ALTERNATIVE_LIST (widget);
  YsAlternativeRow *row = find_row (self, self->selected);

  if (row != NULL)
    ys_alternative_row_ask_menu (row);
}

/* Rows */

static void
setup_cb (YsAlternativeList *self,
          GtkListItem       *item)
{
  GtkWidget *row = ys_alternative_row_new ();

  g_signal_connect_object (row, "menu", G_CALLBACK (menu_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (YsAlternativeList *self,
         GtkListItem       *item)
{
  g_ptr_array_add (self->bound, item);
  fill_row (self, item);
}

static void
unbind_cb (YsAlternativeList *self,
           GtkListItem       *item)
{
  g_ptr_array_remove_fast (self->bound, item);
}

static void
ys_alternative_list_dispose (GObject *object)
{
  YsAlternativeList *self = YS_ALTERNATIVE_LIST (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (ys_alternative_list_parent_class)->dispose (object);
}

static void
ys_alternative_list_finalize (GObject *object)
{
  YsAlternativeList *self = YS_ALTERNATIVE_LIST (object);

  g_clear_pointer (&self->bound, g_ptr_array_unref);
  g_clear_pointer (&self->result, ys_result_unref);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (ys_alternative_list_parent_class)->finalize (object);
}

static gboolean
ys_alternative_list_grab_focus (GtkWidget *widget)
{
  return focus_selected (YS_ALTERNATIVE_LIST (widget)) ||
         GTK_WIDGET_CLASS (ys_alternative_list_parent_class)->grab_focus (widget);
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

  object_class->dispose = ys_alternative_list_dispose;
  object_class->finalize = ys_alternative_list_finalize;
  object_class->get_property = ys_alternative_list_get_property;
  object_class->set_property = ys_alternative_list_set_property;
  widget_class->grab_focus = ys_alternative_list_grab_focus;

  properties[PROP_SELECTED] =
    g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-alternative-list.ui");
  gtk_widget_class_bind_template_child (widget_class, YsAlternativeList, rows);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_child (widget_class, YsAlternativeList, selection);
  gtk_widget_class_bind_template_child (widget_class, YsAlternativeList, menu_model);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_install_action (widget_class, "alternatives.menu", NULL, menu_action);
}

static void
ys_alternative_list_init (YsAlternativeList *self)
{
  self->selected = -1;
  self->items = ys_alternative_items_new ();
  self->bound = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->items));

  self->menu = gtk_popover_menu_new_from_model (self->menu_model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

void
ys_alternative_list_set_result (YsAlternativeList *self,
                                const YsResult    *result)
{
  YsResult *old;

  g_return_if_fail (YS_IS_ALTERNATIVE_LIST (self));

  old = self->result;
  self->result = result != NULL ? ys_result_ref (result) : NULL;
  g_clear_pointer (&old, ys_result_unref);

  ys_alternative_items_resize (self->items, result != NULL ? result->n_alternatives : 0);
  for (guint i = 0; i < self->bound->len; i++)
    fill_row (self, self->bound->pdata[i]);
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
