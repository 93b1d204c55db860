/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-alternative-row.h"

#include <glib/gi18n.h>

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

/* Kinds that files use, as people say them; any other kind is shown as it is written, but for the
 * capital. */
static const struct
{
  const char *id;
  const char *name;
} kinds[] = {
  { "it",         N_("IT") },
  { "marketing",  N_("Marketing") },
  { "production", N_("Production") },
  { "people",     N_("People") },
  { "service",    N_("Service") },
};

static char *
capitalise (const char *text)
{
  char first[7] = "";

  if (*text == '\0')
    return g_strdup (text);

  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

static char *
dup_kind_name (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (id, kinds[i].id) == 0)
      return g_strdup (_(kinds[i].name));

  return id != NULL ? capitalise (id) : g_strdup ("");
}

static char *
make_worth_text (const YsResult *result,
                 gsize           alternative)
{
  g_autofree char *kind = dup_kind_name (result->alternatives[alternative].alternative->kind);
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
