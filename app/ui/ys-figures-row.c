/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-figures-row.h"

#include <glib/gi18n.h>

#include "ys-columns.h"
#include "ys-format.h"
#include "ys-swatch.h"

struct _YsFiguresRow
{
  GtkListBoxRow  parent_instance;

  YsColumns     *cells;
  YsSwatch      *swatch;
  GtkBox        *subject;
  GtkLabel      *name;
  GtkLabel      *remark;
  gsize          alternative;
};

G_DEFINE_FINAL_TYPE (YsFiguresRow, ys_figures_row, GTK_TYPE_LIST_BOX_ROW)

static GtkWidget *
cell_new (void)
{
  GtkWidget *cell = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (cell), 1);
  gtk_label_set_wrap (GTK_LABEL (cell), TRUE);
  gtk_label_set_justify (GTK_LABEL (cell), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (cell, "numeric");

  return cell;
}

/* To the unit, or why there is no such figure. */
static char *
make_cell_tooltip (const YsResult *result,
                   gsize           alternative,
                   const YsMetric *metric,
                   double          value)
{
  if (isnan (value))
    return ys_result_dup_reason (result, alternative, metric->id);

  return ys_format_metric (metric, value, result->scenario->currency, YS_FORMAT_EXACT);
}

/* Read out as a whole, a row says what its figures are. */
/* Where nothing is uncertain a chance is 0 or 1, and “under 1%” would say less than that. */
static YsFormat
choose_format (const YsResult *result,
               const YsMetric *metric)
{
  gboolean certain = result->n_trials == 1 && g_str_has_suffix (metric->id, "-probability");

  return certain ? YS_FORMAT_EXACT : YS_FORMAT_SHORT;
}

static void
set_cell (GtkLabel       *cell,
          const YsResult *result,
          gsize           alternative,
          const YsMetric *metric,
          GString        *spoken)
{
  double value = ys_result_get_metric (result, alternative, metric->id);
  g_autofree char *text =
    ys_format_metric (metric, value, result->scenario->currency, choose_format (result, metric));
  g_autofree char *tooltip = make_cell_tooltip (result, alternative, metric, value);

  gtk_label_set_text (cell, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (cell), tooltip);
  /* Translators: a figure and its value, in a row of them that is read out. */
  g_string_append_printf (spoken, _("; %s: %s"), _(metric->label), text);
}

static void
ys_figures_row_class_init (YsFiguresRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (YS_TYPE_COLUMNS);
  g_type_ensure (YS_TYPE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-figures-row.ui");
  gtk_widget_class_bind_template_child (widget_class, YsFiguresRow, cells);
  gtk_widget_class_bind_template_child (widget_class, YsFiguresRow, subject);
  gtk_widget_class_bind_template_child (widget_class, YsFiguresRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, YsFiguresRow, name);
  gtk_widget_class_bind_template_child (widget_class, YsFiguresRow, remark);
}

static void
ys_figures_row_init (YsFiguresRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_figures_row_new (gsize alternative,
                    gsize n_columns)
{
  YsFiguresRow *self = g_object_new (YS_TYPE_FIGURES_ROW, NULL);

  self->alternative = alternative;
  for (gsize i = 0; i < n_columns; i++)
    ys_columns_append (self->cells, cell_new ());

  return GTK_WIDGET (self);
}

gsize
ys_figures_row_get_alternative (YsFiguresRow *self)
{
  g_return_val_if_fail (YS_IS_FIGURES_ROW (self), 0);

  return self->alternative;
}

/* The baseline's figures are its own, the others' what they add to it: not to be read as one. */
static void
set_baseline (YsFiguresRow *self,
              gboolean      baseline)
{
  gtk_widget_set_visible (GTK_WIDGET (self->remark), baseline);
  if (baseline)
    gtk_widget_add_css_class (GTK_WIDGET (self), "baseline");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "baseline");
}

void
ys_figures_row_set_result (YsFiguresRow          *self,
                           const YsResult        *result,
                           const YsMetric *const *columns)
{
  g_autoptr (GString) spoken = NULL;
  const char *name;
  GtkWidget *cell;

  g_return_if_fail (YS_IS_FIGURES_ROW (self));
  g_return_if_fail (result != NULL && self->alternative < result->n_alternatives);

  name = result->alternatives[self->alternative].alternative->name;
  spoken = g_string_new (name);
  ys_swatch_set_alternative (self->swatch, result, self->alternative);
  gtk_label_set_text (self->name, name);
  set_baseline (self, (int) self->alternative == result->baseline);

  cell = gtk_widget_get_next_sibling (GTK_WIDGET (self->subject));
  for (; *columns != NULL; columns++, cell = gtk_widget_get_next_sibling (cell))
    set_cell (GTK_LABEL (cell), result, self->alternative, *columns, spoken);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str, -1);
}
