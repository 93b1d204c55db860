/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-form.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <math.h>

#include "ys-error.h"
#include "ys-estimate-text.h"
#include "ys-parse.h"

gboolean
ys_form_applies (const YsFormField *field,
                 gconstpointer      part)
{
  return field->applies == NULL || field->applies (part);
}

static gconstpointer
get_at (const YsFormField *field,
        gconstpointer      part)
{
  return (const char *) part + field->offset;
}

/* Texts */

static char *
dup_estimate (const YsFormField *field,
              gconstpointer      part)
{
  const YsEstimate *estimate = ys_form_get_estimate (field, part);

  return estimate != NULL ? ys_estimate_format_for_editing (estimate, field->unit) : g_strdup ("");
}

char *
ys_form_dup_text (const YsFormField *field,
                  const YsScenario  *scenario,
                  gconstpointer      part)
{
  gconstpointer at = get_at (field, part);

  switch (field->type)
    {
    case YS_FORM_TEXT:
      return g_strdup (*(const char *const *) at != NULL ? *(const char *const *) at : "");

    case YS_FORM_NUMBER:
      return ys_format_for_editing (*(const double *) at, field->unit);

    case YS_FORM_COUNT:
      return g_strdup_printf ("%d", *(const int *) at);

    case YS_FORM_TRIALS:
      return ys_format_for_editing ((double) *(const gsize *) at, YS_UNIT_NUMBER);

    case YS_FORM_SEED:
      return g_strdup_printf ("%" G_GUINT64_FORMAT, *(const guint64 *) at);

    case YS_FORM_WORDS:
      return *(const GStrv *) at != NULL ? g_strjoinv (" ", *(const GStrv *) at) : g_strdup ("");

    case YS_FORM_ESTIMATE:
      return dup_estimate (field, part);

    case YS_FORM_OWN:
      return field->dup_text (scenario, part);

    case YS_FORM_CHOICE:
    case YS_FORM_NAME:
    case YS_FORM_KIND:
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
read_whole (const char  *text,
            double       most,
            double      *value,
            GError     **error)
{
  if (!ys_parse_number (text, YS_UNIT_NUMBER, NULL, value, error))
    return FALSE;

  if (*value >= 0.0 && *value <= most && *value == floor (*value))
    return TRUE;

  g_set_error (error, YS_ERROR, YS_ERROR_INVALID, _("“%s” is no whole number from 0 on"), text);
  return FALSE;
}

static gboolean
set_whole (const YsFormField  *field,
           gpointer            at,
           const char         *text,
           GError            **error)
{
  double value;

  if (!read_whole (text, field->type == YS_FORM_COUNT ? YS_MAX_PERIODS : YS_MAX_TRIALS, &value,
                   error))
    return FALSE;

  if (field->type == YS_FORM_COUNT)
    *(int *) at = (int) value;
  else
    *(gsize *) at = (gsize) value;

  return TRUE;
}

static gboolean
set_number (gpointer            at,
            const YsFormField  *field,
            const char         *text,
            const char         *currency,
            GError            **error)
{
  if (*text != '\0')
    return ys_parse_number (text, field->unit, currency, at, error);

  *(double *) at = NAN;
  return TRUE;
}

static void
set_words (GStrv      *at,
           const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (builder, words[i]);

  g_strfreev (*at);
  *at = g_strv_builder_end (builder);
}

static gboolean
set_estimate (const YsFormField  *field,
              gpointer            part,
              const char         *text,
              const char         *currency,
              GError            **error)
{
  g_autoptr (YsEstimate) estimate = NULL;

  if (*text != '\0' || field->needed)
    {
      estimate = ys_parse_estimate (text, field->unit, currency,
                                    ys_form_get_estimate (field, part), error);
      if (estimate == NULL)
        return FALSE;
    }

  ys_form_set_estimate (field, part, estimate);
  return TRUE;
}

static void
set_string (const YsFormField *field,
            gpointer           at,
            const char        *text,
            gboolean           given)
{
  g_free (*(char **) at);
  *(char **) at = field->needed || given ? g_strdup (text) : NULL;
}

gboolean
ys_form_set_text (const YsFormField  *field,
                  const YsScenario   *scenario,
                  gpointer            part,
                  const char         *text,
                  GError            **error)
{
  gpointer at = (char *) part + field->offset;
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  switch (field->type)
    {
    case YS_FORM_TEXT:
      set_string (field, at, text, *stripped != '\0');
      return TRUE;

    case YS_FORM_NUMBER:
      return set_number (at, field, stripped, scenario->currency, error);

    case YS_FORM_COUNT:
    case YS_FORM_TRIALS:
      return set_whole (field, at, stripped, error);

    case YS_FORM_SEED:
      return g_ascii_string_to_unsigned (stripped, 10, 0, G_MAXUINT64, at, error);

    case YS_FORM_WORDS:
      set_words (at, stripped);
      return TRUE;

    case YS_FORM_ESTIMATE:
      return set_estimate (field, part, stripped, scenario->currency, error);

    case YS_FORM_OWN:
      return field->set_text (scenario, part, stripped, error);

    case YS_FORM_CHOICE:
    case YS_FORM_NAME:
    case YS_FORM_KIND:
    default:
      g_return_val_if_reached (FALSE);
    }
}

const YsEstimate *
ys_form_get_estimate (const YsFormField *field,
                      gconstpointer      part)
{
  return *(YsEstimate *const *) get_at (field, part);
}

void
ys_form_set_estimate (const YsFormField *field,
                      gpointer           part,
                      const YsEstimate  *estimate)
{
  YsEstimate **at = (YsEstimate **) ((char *) part + field->offset);
  YsEstimate *newer = estimate != NULL ? ys_estimate_ref (estimate) : NULL;

  g_clear_pointer (at, ys_estimate_unref);
  *at = newer;
}

/* Choices */

gboolean
ys_form_is_chosen (const YsFormField *field)
{
  return field->type == YS_FORM_CHOICE || field->type == YS_FORM_NAME
         || field->type == YS_FORM_KIND;
}

static const char *
get_name_of (gconstpointer part,
             YsPart        kind)
{
  switch (kind)
    {
    case YS_PART_DRIVER:
      return ((const YsDriver *) part)->name;

    case YS_PART_ASSUMPTION:
      return ((const YsAssumption *) part)->name;

    case YS_PART_ALTERNATIVE:
      return ((const YsAlternative *) part)->name;

    default:
      g_return_val_if_reached (NULL);
    }
}

static void
list_names (GtkStringList     *list,
            const YsFormField *field,
            const YsScenario  *scenario)
{
  const GPtrArray *parts = ys_edit_get_parts (scenario, field->of);

  if (!field->needed)
    gtk_string_list_append (list, _("None"));
  for (guint i = 0; i < parts->len; i++)
    gtk_string_list_append (list, get_name_of (parts->pdata[i], field->of));
}

GListModel *
ys_form_list_choices (const YsFormField *field,
                      const YsScenario  *scenario)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  if (field->type == YS_FORM_CHOICE)
    for (guint i = 0; field->choices[i] != NULL; i++)
      gtk_string_list_append (list, _(field->choices[i]));
  else if (field->type == YS_FORM_KIND)
    for (guint i = 0; ys_line_kinds ()[i] != NULL; i++)
      gtk_string_list_append (list, _(ys_line_kinds ()[i]->name));
  else
    list_names (list, field, scenario);

  return G_LIST_MODEL (list);
}

static guint
get_position_of_name (const YsFormField *field,
                      const YsScenario  *scenario,
                      const char        *id)
{
  const GPtrArray *parts = ys_edit_get_parts (scenario, field->of);
  guint first = field->needed ? 0 : 1;

  for (guint i = 0; i < parts->len; i++)
    if (g_strcmp0 (*(const char *const *) parts->pdata[i], id) == 0)
      return first + i;

  return field->needed ? GTK_INVALID_LIST_POSITION : 0;
}

static guint
get_position_of_kind (const YsLineKind *kind)
{
  guint position = 0;

  while (ys_line_kinds ()[position] != kind)
    position++;

  return position;
}

guint
ys_form_get_chosen (const YsFormField *field,
                    const YsScenario  *scenario,
                    gconstpointer      part)
{
  gconstpointer at = get_at (field, part);

  if (field->type == YS_FORM_CHOICE)
    return *(const guint *) at;

  return field->type == YS_FORM_KIND
         ? get_position_of_kind (*(const YsLineKind *const *) at)
         : get_position_of_name (field, scenario, *(const char *const *) at);
}

static void
set_name (const YsFormField *field,
          const YsScenario  *scenario,
          char             **at,
          guint              chosen)
{
  const GPtrArray *parts = ys_edit_get_parts (scenario, field->of);
  guint first = field->needed ? 0 : 1;

  g_free (*at);
  *at = chosen >= first && chosen - first < parts->len
        ? g_strdup (*(const char *const *) parts->pdata[chosen - first]) : NULL;
}

void
ys_form_set_chosen (const YsFormField *field,
                    const YsScenario  *scenario,
                    gpointer           part,
                    guint              chosen)
{
  gpointer at = (char *) part + field->offset;

  if (field->type == YS_FORM_CHOICE)
    *(guint *) at = chosen;
  else if (field->type == YS_FORM_KIND)
    ys_edit_change_kind (part, ys_line_kinds ()[chosen]);
  else
    set_name (field, scenario, at, chosen);
}

/* Cells */

static char *
dup_shown_choice (const YsFormField *field,
                  const YsScenario  *scenario,
                  gconstpointer      part)
{
  guint chosen = ys_form_get_chosen (field, scenario, part);
  g_autoptr (GListModel) choices = NULL;

  if (chosen == GTK_INVALID_LIST_POSITION || (chosen == 0 && !field->needed))
    return g_strdup ("");

  choices = ys_form_list_choices (field, scenario);

  return g_strdup (gtk_string_list_get_string (GTK_STRING_LIST (choices), chosen));
}

char *
ys_form_dup_shown (const YsFormField *field,
                   const YsScenario  *scenario,
                   gconstpointer      part)
{
  const YsEstimate *estimate;

  if (!ys_form_applies (field, part))
    return field->dup_stand_in != NULL ? field->dup_stand_in (scenario, part) : g_strdup ("");
  if (ys_form_is_chosen (field))
    return dup_shown_choice (field, scenario, part);
  if (field->type != YS_FORM_ESTIMATE)
    return ys_form_dup_text (field, scenario, part);

  estimate = ys_form_get_estimate (field, part);

  return estimate != NULL ? ys_estimate_say_short (estimate, field->unit, scenario->currency)
                          : g_strdup ("");
}
