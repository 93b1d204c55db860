/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-line-table.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ys-line-cell.h"
#include "ys-line-edit.h"
#include "ys-line-fields.h"
#include "ys-line-list.h"

struct _YsLineTable
{
  AdwBin             parent_instance;

  GtkColumnView     *view;
  GtkWidget         *menu;
  YsDocument        *document;    /* not owned: the page's */
  int                alternative;
  YsLineList        *lines;
  GtkMultiSelection *selection;
  GPtrArray         *cells;       /* (element-type YsLineCell), those that show a line */
  int                line;
};

enum
{
  PROP_LINE = 1,
  N_PROPS
};

enum
{
  SIGNAL_REFER,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsLineTable, ys_line_table, ADW_TYPE_BIN)

#define PIXELS_A_CHARACTER 8

static const YsAlternative *
get_alternative (YsLineTable *self)
{
  const YsScenario *scenario;

  if (self->document == NULL || self->alternative < 0)
    return NULL;

  scenario = ys_document_get_scenario (self->document);

  return self->alternative < (int) scenario->alternatives->len
         ? scenario->alternatives->pdata[self->alternative] : NULL;
}

/* Cells */

static YsLineCell *
find_cell (YsLineTable *self,
           guint        index,
           const char  *field)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      YsLineCell *cell = self->cells->pdata[i];

      if (ys_line_item_get_index (ys_line_cell_get_item (cell)) == index
          && g_str_equal (ys_line_cell_get_field (cell)->id, field))
        return cell;
    }

  return NULL;
}

static YsLineCell *
get_focused_cell (YsLineTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    return NULL;

  return (YsLineCell *) gtk_widget_get_ancestor (focus, YS_TYPE_LINE_CELL);
}

/* Selection */

static void
update_line (YsLineTable *self)
{
  g_autoptr (GtkBitset) selected
    = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  YsLineCell *cell = get_focused_cell (self);
  int line = gtk_bitset_is_empty (selected) ? -1 : (int) gtk_bitset_get_minimum (selected);

  if (cell != NULL
      && gtk_bitset_contains (selected, ys_line_item_get_index (ys_line_cell_get_item (cell))))
    line = (int) ys_line_item_get_index (ys_line_cell_get_item (cell));
  if (line == self->line)
    return;

  self->line = line;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINE]);
}

static void
select_line (YsLineTable *self,
             guint        index,
             gboolean     only)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), index, only);
}

/* A row comes to be, if it does, with the next frame. */
typedef struct
{
  YsLineTable *table;
  guint        index;
  const char  *field;
} Destination;

static gboolean
go_cb (Destination *destination)
{
  YsLineTable *self = destination->table;
  YsLineCell *cell = find_cell (self, destination->index, destination->field);

  if (cell != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (cell));

  return G_SOURCE_REMOVE;
}

static void
destination_free (Destination *destination)
{
  g_object_unref (destination->table);
  g_free (destination);
}

static void
go_soon (YsLineTable *self,
         guint        index,
         const char  *field)
{
  Destination *destination = g_new (Destination, 1);

  *destination = (Destination) { g_object_ref (self), index, field };
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", index);
  g_idle_add_full (GDK_PRIORITY_REDRAW + 10, G_SOURCE_FUNC (go_cb), destination,
                   (GDestroyNotify) destination_free);
}

static void
go_to_cell (YsLineTable *self,
            guint        index,
            const char  *field)
{
  YsLineCell *cell = find_cell (self, index, field);

  if (cell != NULL && gtk_widget_get_mapped (GTK_WIDGET (cell)))
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  else
    go_soon (self, index, field);
}

/* Keys */

static const YsFormField *
get_neighbour (const YsFormField *field,
               int                step)
{
  gsize n_fields;
  const YsFormField *fields = ys_line_columns (&n_fields);
  gssize i = field - fields + step;

  return i >= 0 && i < (gssize) n_fields ? &fields[i] : NULL;
}

static gboolean
move_across (YsLineTable *self,
             YsLineCell  *cell,
             int          step)
{
  const YsFormField *field;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    step = -step;

  field = get_neighbour (ys_line_cell_get_field (cell), step);
  if (field != NULL)
    go_to_cell (self, ys_line_item_get_index (ys_line_cell_get_item (cell)), field->id);

  return TRUE;
}

/* FALSE at the first and the last line: the keyboard goes on to what is above or below the table. */
static gboolean
move_along (YsLineTable     *self,
            YsLineCell      *cell,
            int              step,
            GdkModifierType  state)
{
  int index = (int) ys_line_item_get_index (ys_line_cell_get_item (cell)) + step;

  if (index < 0 || index >= (int) g_list_model_get_n_items (G_LIST_MODEL (self->lines)))
    return FALSE;

  go_to_cell (self, (guint) index, ys_line_cell_get_field (cell)->id);
  if ((state & GDK_CONTROL_MASK) == 0)
    select_line (self, (guint) index, (state & GDK_SHIFT_MASK) == 0);

  return TRUE;
}

static gboolean
key_pressed_cb (YsLineTable     *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  YsLineCell *cell = get_focused_cell (self);

  if (cell == NULL || ys_line_cell_is_edited (cell) || (state & GDK_ALT_MASK) != 0)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Left:
      return move_across (self, cell, -1);

    case GDK_KEY_Right:
      return move_across (self, cell, +1);

    case GDK_KEY_Up:
      return move_along (self, cell, -1, state);

    case GDK_KEY_Down:
      return move_along (self, cell, +1, state);

    default:
      return FALSE;
    }
}

/* The line the keyboard is in is selected, unless it is one of several. */
static void
focus_changed_cb (YsLineTable *self)
{
  YsLineCell *cell = get_focused_cell (self);
  guint index;

  if (cell == NULL || ys_line_cell_get_item (cell) == NULL)
    return;

  index = ys_line_item_get_index (ys_line_cell_get_item (cell));
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), index))
    select_line (self, index, TRUE);
  update_line (self);
}

static void
root_changed_cb (YsLineTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

/* Actions */

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YsLineTable *self = YS_LINE_TABLE (widget);
  g_autoptr (GtkBitset) selected
    = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (GtkBitset) after = NULL;
  g_autoptr (GtkBitset) all = NULL;
  g_autoptr (GError) error = NULL;

  if (get_alternative (self) == NULL)
    return;

  after = ys_line_edit (self->document, (guint) self->alternative, selected, name, parameter,
                        &error);
  if (after == NULL)
    {
      gtk_widget_error_bell (widget);
      return;
    }

  all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)));
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), after, all);
  if (!gtk_bitset_is_empty (after))
    go_to_cell (self, gtk_bitset_get_minimum (after), "name");
}

/* Menu */

static const struct
{
  const char *label;
  const char *action;
  gboolean    begins_section;
} menu_items[] = {
  { N_("_Duplicate"), "lines.duplicate", FALSE },
  { N_("_Remove"), "lines.remove", FALSE },
  { N_("Move _Up"), "lines.move-up", TRUE },
  { N_("Move D_own"), "lines.move-down", FALSE },
};

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (menu_items); i++)
    {
      if (section == NULL || menu_items[i].begins_section)
        {
          g_clear_object (&section);
          section = g_menu_new ();
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        }
      g_menu_append (section, _(menu_items[i].label), menu_items[i].action);
    }

  return G_MENU_MODEL (menu);
}

static void
pop_up_menu (YsLineTable *self,
             double       x,
             double       y)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* By the keyboard: where the keyboard is. */
static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YsLineCell *cell = get_focused_cell (YS_LINE_TABLE (widget));
  double x, y;

  if (cell != NULL
      && gtk_widget_translate_coordinates (GTK_WIDGET (cell), widget, 12.0,
                                           gtk_widget_get_height (GTK_WIDGET (cell)), &x, &y))
    pop_up_menu (YS_LINE_TABLE (widget), x, y);
}

static YsLineCell *
pick_cell (YsLineTable *self,
           double       x,
           double       y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = picked != NULL ? gtk_widget_get_ancestor (picked, YS_TYPE_LINE_CELL) : NULL;

  return cell != NULL && ys_line_cell_get_item (YS_LINE_CELL (cell)) != NULL
         ? YS_LINE_CELL (cell) : NULL;
}

static void
secondary_click_cb (YsLineTable *self,
                    int          n_press,
                    double       x,
                    double       y,
                    GtkGesture  *click)
{
  YsLineCell *cell = pick_cell (self, x, y);

  if (cell == NULL || ys_line_cell_is_edited (cell))
    return;

  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  pop_up_menu (self, x, y);
}

static void
add_menu (YsLineTable *self)
{
  g_autoptr (GMenuModel) menu = make_menu ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (secondary_click_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* Dragging: the lines that are selected go before or after the one they are dropped on. */

static GdkContentProvider *
drag_prepare_cb (YsLineTable   *self,
                 double         x,
                 double         y,
                 GtkDragSource *source)
{
  YsLineCell *cell
    = YS_LINE_CELL (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));
  guint index;

  if (ys_line_cell_is_edited (cell) || ys_line_cell_get_item (cell) == NULL)
    return NULL;

  index = ys_line_item_get_index (ys_line_cell_get_item (cell));
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), index))
    select_line (self, index, TRUE);

  return gdk_content_provider_new_typed (YS_TYPE_LINE_TABLE, self);
}

/* Lines of another window stay there. */
static gboolean
drop_cb (YsLineTable   *self,
         const GValue  *value,
         double         x,
         double         y,
         GtkDropTarget *target)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  YsLineItem *item = ys_line_cell_get_item (YS_LINE_CELL (cell));
  guint before;

  if (g_value_get_object (value) != self || item == NULL)
    return FALSE;

  before = ys_line_item_get_index (item) + (y > 0.5 * gtk_widget_get_height (cell) ? 1 : 0);
  gtk_widget_activate_action (GTK_WIDGET (self), "lines.move-to", "u", before);

  return TRUE;
}

static void
make_draggable (YsLineTable *self,
                GtkWidget   *cell)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (YS_TYPE_LINE_TABLE, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (source));

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (target));
}

/* Columns */

static void
refer_cb (YsLineTable *self,
          YsLineCell  *cell)
{
  g_signal_emit (self, signals[SIGNAL_REFER], 0, ys_line_cell_get_field (cell)->id);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          YsLineTable        *self)
{
  const YsFormField *field = g_object_get_data (G_OBJECT (factory), "field");
  GtkWidget *cell = ys_line_cell_new (field);

  g_signal_connect_object (cell, "refer", G_CALLBACK (refer_cb), self, G_CONNECT_SWAPPED);
  make_draggable (self, cell);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         YsLineTable        *self)
{
  YsLineCell *cell = YS_LINE_CELL (gtk_list_item_get_child (item));

  ys_line_cell_set (cell, self->document, (guint) self->alternative,
                    gtk_list_item_get_item (item));
  g_ptr_array_add (self->cells, cell);
}

/* GTK binds anew whatever is selected, too: so what is being typed is left in peace. */
static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item,
           YsLineTable        *self)
{
  YsLineCell *cell = YS_LINE_CELL (gtk_list_item_get_child (item));

  g_ptr_array_remove_fast (self->cells, cell);
}

static void
add_column (YsLineTable       *self,
            const YsFormField *field)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (_(field->name), factory);

  g_object_set_data (G_OBJECT (factory), "field", (gpointer) field);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_column_view_column_set_fixed_width (column, field->width * PIXELS_A_CHARACTER);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, g_str_equal (field->id, "name"));
  gtk_column_view_append_column (self->view, column);
  g_object_unref (column);
}

/* Life */

static void
ys_line_table_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LINE:
      g_value_set_int (value, YS_LINE_TABLE (object)->line);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_line_table_dispose (GObject *object)
{
  YsLineTable *self = YS_LINE_TABLE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (ys_line_table_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "lines.add", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "lines.remove", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "lines.duplicate", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "lines.move-up", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "lines.move-down", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "lines.move-to", "u", edit_action);
  gtk_widget_class_install_action (widget_class, "lines.menu", NULL, menu_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "lines.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK,
                                       "lines.duplicate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "lines.move-up",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "lines.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "lines.menu",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "lines.menu", NULL);
}

static void
ys_line_table_class_init (YsLineTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ys_line_table_get_property;
  object_class->dispose = ys_line_table_dispose;

  properties[PROP_LINE] = g_param_spec_int ("line", NULL, NULL, -1, G_MAXINT, -1,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_REFER] = g_signal_new ("refer", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
add_view (YsLineTable *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection))));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "lines");
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Lines"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), window);
}

static void
ys_line_table_init (YsLineTable *self)
{
  gsize n_fields;
  const YsFormField *fields = ys_line_columns (&n_fields);

  self->alternative = -1;
  self->line = -1;
  self->cells = g_ptr_array_new ();
  self->lines = ys_line_list_new ();
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->lines)));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (update_line), self,
                           G_CONNECT_SWAPPED);
  add_view (self);
  add_menu (self);
  for (gsize i = 0; i < n_fields; i++)
    add_column (self, &fields[i]);
  g_signal_connect (self, "notify::root", G_CALLBACK (root_changed_cb), NULL);
}

void
ys_line_table_set (YsLineTable *self,
                   YsDocument  *document,
                   int          alternative)
{
  g_return_if_fail (YS_IS_LINE_TABLE (self));

  if (document == self->document && alternative == self->alternative)
    return;

  ys_line_list_set (self->lines, NULL);
  self->document = document;
  self->alternative = alternative;
  ys_line_table_update (self);
}

void
ys_line_table_update (YsLineTable *self)
{
  g_return_if_fail (YS_IS_LINE_TABLE (self));

  ys_line_list_set (self->lines, get_alternative (self));
  update_line (self);
}

int
ys_line_table_get_line (YsLineTable *self)
{
  g_return_val_if_fail (YS_IS_LINE_TABLE (self), -1);

  return self->line;
}

GPtrArray *
ys_line_table_dup_selected (YsLineTable *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_line_unref);
  guint n_lines;

  g_return_val_if_fail (YS_IS_LINE_TABLE (self), lines);

  n_lines = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  for (guint i = 0; i < n_lines; i++)
    if (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), i))
      g_ptr_array_add (lines,
                       ys_line_ref (ys_line_item_get_line (ys_line_list_get_item (self->lines, i))));

  return lines;
}

static const char *
get_column_id (const char *field)
{
  gsize n_fields;
  const YsFormField *fields = ys_line_columns (&n_fields);

  for (gsize i = 0; i < n_fields; i++)
    if (field == NULL || g_str_equal (fields[i].id, field))
      return fields[i].id;

  return NULL;
}

gboolean
ys_line_table_go_to (YsLineTable *self,
                     const char  *line,
                     const char  *field)
{
  guint n_lines;
  const char *column;

  g_return_val_if_fail (YS_IS_LINE_TABLE (self), FALSE);

  column = get_column_id (field);
  n_lines = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  for (guint i = 0; i < n_lines; i++)
    if (g_str_equal (ys_line_item_get_line (ys_line_list_get_item (self->lines, i))->id, line))
      {
        select_line (self, i, TRUE);
        update_line (self);
        if (column != NULL)
          go_to_cell (self, i, column);
        return column != NULL;
      }

  return FALSE;
}
