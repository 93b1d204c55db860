/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-what-if-panel.h"

#include <glib/gi18n.h>

#include "ys-what-if-row.h"

/* So many assumptions are in view; the others are behind “More”. */
#define N_IN_VIEW 4

struct _YsWhatIfPanel
{
  AdwBin      parent_instance;

  GtkBox     *first;
  GtkBox     *others;
  GtkWidget  *more;
  GtkBox     *always;

  YsDocument *document;
  GPtrArray  *rows;      /* (element-type YsWhatIfRow), borrowed from the boxes */
};

G_DEFINE_FINAL_TYPE (YsWhatIfPanel, ys_what_if_panel, ADW_TYPE_BIN)

/* From sliders to the question … */

static void
ask (YsWhatIf    *what_if,
     YsWhatIfRow *row)
{
  double value = ys_what_if_row_get_value (row);

  if (value == ys_what_if_row_get_start (row))
    return;

  switch (ys_what_if_row_get_question (row))
    {
    case YS_QUESTION_SHIFT:
      ys_what_if_set_shift (what_if, ys_what_if_row_get_id (row), 1 + value);
      break;

    case YS_QUESTION_MONTHS:
      what_if->delay = value / 12;
      break;

    case YS_QUESTION_RATE:
      what_if->discount_rate = value;
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
moved_cb (YsWhatIfPanel *self)
{
  g_autoptr (YsWhatIf) what_if = ys_what_if_new ();

  for (guint i = 0; i < self->rows->len; i++)
    ask (what_if, g_ptr_array_index (self->rows, i));

  ys_document_set_what_if (self->document, what_if);
}

/* … and back. */

static double
get_asked (const YsWhatIf *what_if,
           YsWhatIfRow    *row)
{
  switch (ys_what_if_row_get_question (row))
    {
    case YS_QUESTION_SHIFT:
      return ys_what_if_get_shift (what_if, ys_what_if_row_get_id (row)) - 1;

    case YS_QUESTION_MONTHS:
      return what_if->delay * 12;

    case YS_QUESTION_RATE:
      return isnan (what_if->discount_rate) ? ys_what_if_row_get_start (row)
                                            : what_if->discount_rate;

    default:
      g_assert_not_reached ();
    }
}

static void
what_if_changed_cb (YsWhatIfPanel *self)
{
  const YsWhatIf *what_if = ys_document_get_what_if (self->document);

  for (guint i = 0; i < self->rows->len; i++)
    {
      YsWhatIfRow *row = g_ptr_array_index (self->rows, i);

      ys_what_if_row_set_value (row, what_if != NULL ? get_asked (what_if, row)
                                                     : ys_what_if_row_get_start (row));
    }
}

/* Rows */

static YsWhatIfRow *
add_row (YsWhatIfPanel *self,
         GtkBox        *box,
         YsQuestion     question,
         const char    *id,
         const char    *title)
{
  GtkWidget *row = ys_what_if_row_new (question, id, title);

  g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, row);
  g_ptr_array_add (self->rows, row);

  return YS_WHAT_IF_ROW (row);
}

static void
empty_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
build_rows (YsWhatIfPanel *self)
{
  const YsScenario *scenario = ys_document_get_scenario (self->document);
  GPtrArray *assumptions = scenario->assumptions;
  YsWhatIfRow *rate;

  g_ptr_array_set_size (self->rows, 0);
  empty_box (self->first);
  empty_box (self->others);
  empty_box (self->always);

  for (guint i = 0; i < assumptions->len; i++)
    {
      const YsAssumption *assumption = g_ptr_array_index (assumptions, i);

      add_row (self, i < N_IN_VIEW ? self->first : self->others,
               YS_QUESTION_SHIFT, assumption->id, assumption->name);
    }

  add_row (self, self->always, YS_QUESTION_MONTHS, NULL, _("Start later by"));
  rate = add_row (self, self->always, YS_QUESTION_RATE, NULL, _("Required return"));
  ys_what_if_row_set_start (rate, ys_scenario_get_rate (scenario, NULL));

  gtk_widget_set_visible (GTK_WIDGET (self->first), assumptions->len > 0);
  gtk_widget_set_visible (self->more, assumptions->len > N_IN_VIEW);
}

static void
scenario_changed_cb (YsWhatIfPanel *self)
{
  build_rows (self);
  what_if_changed_cb (self);
}

static void
ys_what_if_panel_dispose (GObject *object)
{
  YsWhatIfPanel *self = YS_WHAT_IF_PANEL (object);

  g_clear_object (&self->document);

  G_OBJECT_CLASS (ys_what_if_panel_parent_class)->dispose (object);
}

static void
ys_what_if_panel_finalize (GObject *object)
{
  g_clear_pointer (&YS_WHAT_IF_PANEL (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ys_what_if_panel_parent_class)->finalize (object);
}

static void
ys_what_if_panel_class_init (YsWhatIfPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_what_if_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_what_if_panel_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-what-if-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, YsWhatIfPanel, first);
  gtk_widget_class_bind_template_child (widget_class, YsWhatIfPanel, others);
  gtk_widget_class_bind_template_child (widget_class, YsWhatIfPanel, more);
  gtk_widget_class_bind_template_child (widget_class, YsWhatIfPanel, always);
}

static void
ys_what_if_panel_init (YsWhatIfPanel *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ys_what_if_panel_set_document (YsWhatIfPanel *self,
                               YsDocument    *document)
{
  g_return_if_fail (YS_IS_WHAT_IF_PANEL (self));
  g_return_if_fail (YS_IS_DOCUMENT (document));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);

  g_signal_connect_object (document, "notify::what-if",
                           G_CALLBACK (what_if_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::scenario",
                           G_CALLBACK (scenario_changed_cb), self, G_CONNECT_SWAPPED);
  scenario_changed_cb (self);
}
