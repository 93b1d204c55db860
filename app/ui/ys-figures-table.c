/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-figures-table.h"

#include <glib/gi18n.h>

#include "ys-columns.h"
#include "ys-figures-heading.h"
#include "ys-figures-row.h"
#include "ys-settings.h"

struct _YsFiguresTable
{
  AdwBin          parent_instance;

  YsColumns      *headings;
  GtkBox         *corner;
  GtkBox         *choices;
  GtkListBox     *rows;
  GtkLabel       *meaning;

  YsResult       *result;
  GPtrArray      *columns;  /* (element-type YsMetric), NULL-terminated */
  const YsMetric *sorted_by; /* NULL: as the scenario has them */
  YsOrder         order;
  gsize           n_rows;
  int             selected;
};

enum
{
  PROP_SELECTED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YsFiguresTable, ys_figures_table, ADW_TYPE_BIN)

static const YsMetric *const *
get_columns (YsFiguresTable *self)
{
  return (const YsMetric *const *) self->columns->pdata;
}

/* What a figure means */

static void
explain (YsFiguresTable *self,
         const YsMetric *metric)
{
  g_autofree char *markup = NULL;

  if (metric != NULL)
    /* Translators: label of a figure, its standard term, and what it is in a sentence. */
    markup = g_markup_printf_escaped (_("<b>%s</b> · %s\n%s"), _(metric->label), _(metric->term),
                                      _(metric->sentence));

  gtk_label_set_markup (self->meaning, markup != NULL ? markup : "");
}

/* Sorting */

static YsFiguresRow *
get_row (YsFiguresTable *self,
         int             position)
{
  return YS_FIGURES_ROW (gtk_list_box_get_row_at_index (self->rows, position));
}

/* The baseline comes last, and what does not exist before it, whichever way round. */
static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       data)
{
  YsFiguresTable *self = data;
  gsize i = ys_figures_row_get_alternative (YS_FIGURES_ROW (a));
  gsize j = ys_figures_row_get_alternative (YS_FIGURES_ROW (b));
  double x, y;

  if (self->sorted_by == NULL || self->result == NULL)
    return i < j ? -1 : i > j;

  if ((int) i == self->result->baseline || (int) j == self->result->baseline)
    return (int) i == self->result->baseline ? 1 : -1;

  x = ys_result_get_metric (self->result, i, self->sorted_by->id);
  y = ys_result_get_metric (self->result, j, self->sorted_by->id);
  if (isnan (x) || isnan (y))
    return isnan (x) - isnan (y);

  return self->order == YS_ORDER_FALLING ? (x < y) - (x > y) : (x > y) - (x < y);
}

static void
update_order (YsFiguresTable *self)
{
  GtkWidget *child = gtk_widget_get_next_sibling (GTK_WIDGET (self->corner));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      YsFiguresHeading *heading = YS_FIGURES_HEADING (child);
      gboolean here = ys_figures_heading_get_metric (heading) == self->sorted_by;

      ys_figures_heading_set_order (heading, here ? self->order : YS_ORDER_NONE);
    }

  gtk_list_box_invalidate_sort (self->rows);
}

static void
point_cb (YsFiguresTable   *self,
          YsFiguresHeading *heading)
{
  explain (self, ys_figures_heading_get_metric (heading));
}

/* The first click puts the best first. */
static void
sort_cb (YsFiguresTable   *self,
         YsFiguresHeading *heading)
{
  const YsMetric *metric = ys_figures_heading_get_metric (heading);

  if (metric == self->sorted_by)
    self->order = self->order == YS_ORDER_FALLING ? YS_ORDER_RISING : YS_ORDER_FALLING;
  else
    self->order = metric->better == YS_BETTER_LOWER ? YS_ORDER_RISING : YS_ORDER_FALLING;

  self->sorted_by = metric;
  explain (self, metric);
  update_order (self);
}

/* Rows */

static void
remove_rows (YsFiguresTable *self)
{
  for (; self->n_rows > 0; self->n_rows--)
    gtk_list_box_remove (self->rows, GTK_WIDGET (get_row (self, 0)));
}

static void
select_row (YsFiguresTable *self)
{
  for (int i = 0; i < (int) self->n_rows; i++)
    if ((int) ys_figures_row_get_alternative (get_row (self, i)) == self->selected)
      {
        gtk_list_box_select_row (self->rows, GTK_LIST_BOX_ROW (get_row (self, i)));
        return;
      }

  gtk_list_box_unselect_all (self->rows);
}

static void
fill_rows (YsFiguresTable *self)
{
  gsize n_rows = self->result != NULL ? self->result->n_alternatives : 0;

  if (self->n_rows > n_rows)
    remove_rows (self);

  for (; self->n_rows < n_rows; self->n_rows++)
    gtk_list_box_append (self->rows, ys_figures_row_new (self->n_rows, self->columns->len - 1));

  for (int i = 0; i < (int) n_rows; i++)
    ys_figures_row_set_result (get_row (self, i), self->result, get_columns (self));

  gtk_list_box_invalidate_sort (self->rows);
  select_row (self);
}

static void
row_selected_cb (YsFiguresTable *self,
                 GtkListBoxRow  *row)
{
  gsize alternative;

  if (row == NULL)
    return;

  alternative = ys_figures_row_get_alternative (YS_FIGURES_ROW (row));
  ys_figures_table_set_selected (self, (int) alternative);
}

/* Columns */

static void
add_heading (YsFiguresTable *self,
             const YsMetric *metric)
{
  GtkWidget *heading = ys_figures_heading_new (metric);

  g_signal_connect_object (heading, "point", G_CALLBACK (point_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (heading, "sort", G_CALLBACK (sort_cb), self, G_CONNECT_SWAPPED);
  ys_columns_append (self->headings, heading);
}

static void
build_columns (YsFiguresTable *self)
{
  remove_rows (self);
  ys_columns_remove_all (self->headings);
  for (const YsMetric *const *column = get_columns (self); *column != NULL; column++)
    add_heading (self, *column);

  update_order (self);
  fill_rows (self);
}

static gboolean
is_shown (YsFiguresTable *self,
          const YsMetric *metric)
{
  return g_ptr_array_find (self->columns, metric, NULL);
}

static void
read_columns (YsFiguresTable *self)
{
  g_auto (GStrv) ids = ys_settings_dup_columns ();

  for (const YsMetric *const *metric = ys_metrics (); *metric != NULL; metric++)
    if (g_strv_contains ((const char *const *) ids, (*metric)->id))
      g_ptr_array_add (self->columns, (gpointer) *metric);

  g_ptr_array_add (self->columns, NULL);
}

static void
write_columns (YsFiguresTable *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (const YsMetric *const *column = get_columns (self); *column != NULL; column++)
    g_strv_builder_add (builder, (*column)->id);

  ids = g_strv_builder_end (builder);
  ys_settings_set_columns ((const char *const *) ids);
}

/* Columns stand in the order of the table of metrics, in whichever order they were chosen. */
static void
show_column (YsFiguresTable *self,
             const YsMetric *shown,
             gboolean        show)
{
  g_autoptr (GPtrArray) columns = g_steal_pointer (&self->columns);

  self->columns = g_ptr_array_new ();
  for (const YsMetric *const *metric = ys_metrics (); *metric != NULL; metric++)
    if (*metric == shown ? show : g_ptr_array_find (columns, *metric, NULL))
      g_ptr_array_add (self->columns, (gpointer) *metric);
  g_ptr_array_add (self->columns, NULL);

  if (!show && shown == self->sorted_by)
    self->sorted_by = NULL;
}

static void
choice_toggled_cb (YsFiguresTable *self,
                   GtkCheckButton *choice)
{
  show_column (self, g_object_get_data (G_OBJECT (choice), "metric"),
               gtk_check_button_get_active (choice));
  write_columns (self);
  build_columns (self);
}

static void
add_choice (YsFiguresTable *self,
            const YsMetric *metric)
{
  GtkWidget *choice = gtk_check_button_new_with_label (_(metric->label));

  g_object_set_data (G_OBJECT (choice), "metric", (gpointer) metric);
  gtk_widget_set_tooltip_text (choice, _(metric->term));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), is_shown (self, metric));
  g_signal_connect_object (choice, "toggled", G_CALLBACK (choice_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->choices, choice);
}

static void
ys_figures_table_finalize (GObject *object)
{
  YsFiguresTable *self = YS_FIGURES_TABLE (object);

  g_clear_pointer (&self->result, ys_result_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);

  G_OBJECT_CLASS (ys_figures_table_parent_class)->finalize (object);
}

static void
ys_figures_table_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SELECTED:
      g_value_set_int (value, YS_FIGURES_TABLE (object)->selected);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_figures_table_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_SELECTED:
      ys_figures_table_set_selected (YS_FIGURES_TABLE (object), g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_figures_table_class_init (YsFiguresTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = ys_figures_table_finalize;
  object_class->get_property = ys_figures_table_get_property;
  object_class->set_property = ys_figures_table_set_property;

  properties[PROP_SELECTED] =
    g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (YS_TYPE_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-figures-table.ui");
  gtk_widget_class_bind_template_child (widget_class, YsFiguresTable, headings);
  gtk_widget_class_bind_template_child (widget_class, YsFiguresTable, corner);
  gtk_widget_class_bind_template_child (widget_class, YsFiguresTable, choices);
  gtk_widget_class_bind_template_child (widget_class, YsFiguresTable, rows);
  gtk_widget_class_bind_template_child (widget_class, YsFiguresTable, meaning);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
ys_figures_table_init (YsFiguresTable *self)
{
  self->selected = -1;
  self->columns = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->rows, compare_rows, self, NULL);

  read_columns (self);
  self->sorted_by = is_shown (self, ys_metric_find ("npv")) ? ys_metric_find ("npv") : NULL;
  self->order = YS_ORDER_FALLING;
  explain (self, self->sorted_by);

  for (const YsMetric *const *metric = ys_metrics (); *metric != NULL; metric++)
    add_choice (self, *metric);
  build_columns (self);
}

void
ys_figures_table_set_result (YsFiguresTable *self,
                             const YsResult *result)
{
  YsResult *old;

  g_return_if_fail (YS_IS_FIGURES_TABLE (self));

  old = self->result;
  self->result = result != NULL ? ys_result_ref (result) : NULL;
  g_clear_pointer (&old, ys_result_unref);

  fill_rows (self);
}

int
ys_figures_table_get_selected (YsFiguresTable *self)
{
  g_return_val_if_fail (YS_IS_FIGURES_TABLE (self), -1);

  return self->selected;
}

void
ys_figures_table_set_selected (YsFiguresTable *self,
                               int             selected)
{
  g_return_if_fail (YS_IS_FIGURES_TABLE (self));

  if (selected == self->selected)
    return;

  self->selected = selected;
  select_row (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}
