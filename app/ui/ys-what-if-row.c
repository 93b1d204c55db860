/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-what-if-row.h"

#include <glib/gi18n.h>

#include "ys-format.h"

struct _YsWhatIfRow
{
  AdwBin      parent_instance;

  GtkLabel   *title;
  GtkLabel   *text;
  GtkScale   *scale;

  YsQuestion  question;
  char       *id;
  double      start;
  gboolean    setting;
};

enum
{
  SIGNAL_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsWhatIfRow, ys_what_if_row, ADW_TYPE_BIN)

static char *
format_shift (double shift)
{
  g_autofree char *percent = ys_format_percent (shift, YS_FORMAT_SHORT);

  return shift > 0 ? g_strconcat ("+", percent, NULL) : g_steal_pointer (&percent);
}

static char *
format_months (double months)
{
  int n = (int) lround (months);

  return g_strdup_printf (ngettext ("%d month", "%d months", n), n);
}

static char *
format_rate (double rate)
{
  return ys_format_percent (rate, YS_FORMAT_SHORT);
}

static const struct
{
  double   lower;
  double   upper;
  double   step;
  double   page;
  char  *(*format) (double value);
} questions[] = {
  [YS_QUESTION_SHIFT]  = { -0.5, 0.5, 0.01,  0.1,  format_shift },
  [YS_QUESTION_MONTHS] = { 0,    24,  1,     6,    format_months },
  [YS_QUESTION_RATE]   = { 0,    0.3, 0.005, 0.02, format_rate },
};

static double
round_to_step (YsWhatIfRow *self,
               double       value)
{
  double step = questions[self->question].step;

  return round (value / step) * step;
}

static void
update_text (YsWhatIfRow *self)
{
  g_autofree char *text = questions[self->question].format (ys_what_if_row_get_value (self));

  gtk_label_set_text (self->text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static void
value_changed_cb (YsWhatIfRow *self)
{
  update_text (self);
  if (!self->setting)
    g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

/* Scrolling the panel must not move the sliders that pass under the pointer. */
static void
ignore_wheel (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
ys_what_if_row_finalize (GObject *object)
{
  g_clear_pointer (&YS_WHAT_IF_ROW (object)->id, g_free);

  G_OBJECT_CLASS (ys_what_if_row_parent_class)->finalize (object);
}

static void
ys_what_if_row_class_init (YsWhatIfRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = ys_what_if_row_finalize;

  signals[SIGNAL_MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-what-if-row.ui");
  gtk_widget_class_bind_template_child (widget_class, YsWhatIfRow, title);
  gtk_widget_class_bind_template_child (widget_class, YsWhatIfRow, text);
  gtk_widget_class_bind_template_child (widget_class, YsWhatIfRow, scale);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
}

static void
ys_what_if_row_init (YsWhatIfRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ignore_wheel (GTK_WIDGET (self->scale));
}

GtkWidget *
ys_what_if_row_new (YsQuestion  question,
                    const char *id,
                    const char *title)
{
  YsWhatIfRow *self = g_object_new (YS_TYPE_WHAT_IF_ROW, NULL);
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self->scale));

  self->question = question;
  self->id = g_strdup (id);
  self->setting = TRUE;
  gtk_adjustment_configure (adjustment, 0, questions[question].lower, questions[question].upper,
                            questions[question].step, questions[question].page, 0);
  self->setting = FALSE;
  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  ys_what_if_row_set_start (self, 0);

  return GTK_WIDGET (self);
}

YsQuestion
ys_what_if_row_get_question (YsWhatIfRow *self)
{
  g_return_val_if_fail (YS_IS_WHAT_IF_ROW (self), YS_QUESTION_SHIFT);

  return self->question;
}

const char *
ys_what_if_row_get_id (YsWhatIfRow *self)
{
  g_return_val_if_fail (YS_IS_WHAT_IF_ROW (self), NULL);

  return self->id;
}

/* A start beyond the end of the slider stretches it. */
void
ys_what_if_row_set_start (YsWhatIfRow *self,
                          double       start)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (YS_IS_WHAT_IF_ROW (self));

  adjustment = gtk_range_get_adjustment (GTK_RANGE (self->scale));
  if (start > gtk_adjustment_get_upper (adjustment))
    gtk_adjustment_set_upper (adjustment, start);
  if (start < gtk_adjustment_get_lower (adjustment))
    gtk_adjustment_set_lower (adjustment, start);

  self->start = start;
  gtk_scale_clear_marks (self->scale);
  gtk_scale_add_mark (self->scale, start, GTK_POS_BOTTOM, NULL);
  ys_what_if_row_set_value (self, start);
}

double
ys_what_if_row_get_start (YsWhatIfRow *self)
{
  g_return_val_if_fail (YS_IS_WHAT_IF_ROW (self), 0);

  return self->start;
}

/* Within half a step of its start the slider stands on it, to the last digit. */
double
ys_what_if_row_get_value (YsWhatIfRow *self)
{
  double value;

  g_return_val_if_fail (YS_IS_WHAT_IF_ROW (self), 0);

  value = gtk_range_get_value (GTK_RANGE (self->scale));
  if (fabs (value - self->start) < questions[self->question].step / 2)
    return self->start;

  return round_to_step (self, value);
}

void
ys_what_if_row_set_value (YsWhatIfRow *self,
                          double       value)
{
  g_return_if_fail (YS_IS_WHAT_IF_ROW (self));

  self->setting = TRUE;
  gtk_range_set_value (GTK_RANGE (self->scale), value);
  self->setting = FALSE;
  update_text (self);
}
