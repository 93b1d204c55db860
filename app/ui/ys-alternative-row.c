/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-alternative-row.h"

#include <glib/gi18n.h>

#include "ys-alternative-kind.h"
#include "ys-format.h"
#include "ys-swatch.h"

struct _YsAlternativeRow
{
  GtkListBoxRow  parent_instance;

  YsSwatch      *swatch;
  GtkLabel      *name;
  GtkLabel      *worth;
};

G_DEFINE_FINAL_TYPE (YsAlternativeRow, ys_alternative_row, GTK_TYPE_LIST_BOX_ROW)

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
ys_alternative_row_class_init (YsAlternativeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (YS_TYPE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-alternative-row.ui");
  gtk_widget_class_bind_template_child (widget_class, YsAlternativeRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, YsAlternativeRow, name);
  gtk_widget_class_bind_template_child (widget_class, YsAlternativeRow, worth);
}

static void
ys_alternative_row_init (YsAlternativeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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

  subject = result->alternatives[alternative].alternative;
  worth = make_worth_text (result, alternative);

  ys_swatch_set_alternative (self->swatch, result, alternative);
  gtk_label_set_text (self->name, subject->name);
  gtk_label_set_text (self->worth, worth);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), subject->summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, subject->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, worth,
                                  -1);
}
