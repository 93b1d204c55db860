/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-alternative-row.h"

#include <glib/gi18n.h>

#include "ys-alternative-drag.h"
#include "ys-alternative-kind.h"
#include "ys-format.h"
#include "ys-swatch.h"

struct _YsAlternativeRow
{
  AdwBin     parent_instance;

  YsSwatch  *swatch;
  GtkLabel  *name;
  GtkLabel  *worth;
  GtkWidget *more;
  gsize      alternative;
};

enum
{
  SIGNAL_MENU,
  SIGNAL_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsAlternativeRow, ys_alternative_row, ADW_TYPE_BIN)

static char *
make_worth_text (const YsResult *result,
                 gsize           alternative)
{
  g_autofree char *kind = ys_alternative_kind_dup_name (result->alternatives[alternative].alternative->kind);
  g_autofree char *worth =
    ys_format_money (ys_result_get_metric (result, alternative, "npv"),
                     result->scenario->currency, YS_FORMAT_TEXT);

  if ((int) alternative == result->baseline)
    return g_strdup (_("What the others are measured against"));

  if (*kind == '\0')
    return g_steal_pointer (&worth);

  /* Translators: kind of an alternative, and what it is worth: “Marketing · $88,000”. */
  return g_strdup_printf (_("%s · %s"), kind, worth);
}

static void
pressed_cb (YsAlternativeRow *self,
            int               n_press,
            double            x,
            double            y)
{
  g_signal_emit (self, signals[SIGNAL_MENU], 0, x, y);
}

/* It is the item of the list that has the focus and is read out. */
static void
describe_item (YsAlternativeRow *self,
               const char       *name,
               const char       *worth)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, worth,
                                    -1);
}

/* The one in this row, whichever was selected. */
static void
edit_clicked_cb (YsAlternativeRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "listitem.select", "(bb)", FALSE, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-alternative", NULL);
}

static void
ys_alternative_row_class_init (YsAlternativeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_MENU] = g_signal_new ("menu", YS_TYPE_ALTERNATIVE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[SIGNAL_MOVED] = g_signal_new ("moved", YS_TYPE_ALTERNATIVE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  g_type_ensure (YS_TYPE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-alternative-row.ui");
  gtk_widget_class_bind_template_child (widget_class, YsAlternativeRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, YsAlternativeRow, name);
  gtk_widget_class_bind_template_child (widget_class, YsAlternativeRow, worth);
  gtk_widget_class_bind_template_child (widget_class, YsAlternativeRow, more);
  gtk_widget_class_bind_template_callback (widget_class, edit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, ys_alternative_row_ask_menu);
}

static void
ys_alternative_row_init (YsAlternativeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ys_alternative_drag_attach (self);
}

GtkWidget *
ys_alternative_row_new (void)
{
  return g_object_new (YS_TYPE_ALTERNATIVE_ROW, NULL);
}

void
ys_alternative_row_set_result (YsAlternativeRow *self,
                               const YsResult   *result,
                               gsize             alternative)
{
  const YsAlternative *subject;
  g_autofree char *worth = NULL;

  g_return_if_fail (YS_IS_ALTERNATIVE_ROW (self));
  g_return_if_fail (result != NULL && alternative < result->n_alternatives);

  self->alternative = alternative;
  subject = result->alternatives[alternative].alternative;
  worth = make_worth_text (result, alternative);

  ys_swatch_set_alternative (self->swatch, result, alternative);
  gtk_label_set_text (self->name, subject->name);
  gtk_label_set_text (self->worth, worth);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), subject->summary);
  describe_item (self, subject->name, worth);
}

gsize
ys_alternative_row_get_alternative (YsAlternativeRow *self)
{
  g_return_val_if_fail (YS_IS_ALTERNATIVE_ROW (self), 0);

  return self->alternative;
}

void
ys_alternative_row_ask_menu (YsAlternativeRow *self)
{
  double x, y;

  g_return_if_fail (YS_IS_ALTERNATIVE_ROW (self));

  gtk_widget_translate_coordinates (self->more, GTK_WIDGET (self),
                                    gtk_widget_get_width (self->more) / 2.0,
                                    gtk_widget_get_height (self->more), &x, &y);
  g_signal_emit (self, signals[SIGNAL_MENU], 0, x, y);
}
