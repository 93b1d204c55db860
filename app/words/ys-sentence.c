/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-sentence.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-format.h"

#define NAME_BEGIN '\1'
#define NAME_END '\2'
#define FIGURE_BEGIN '\3'
#define FIGURE_END '\4'

/* --- names and figures ------------------------------------------------------------------------ */

static char *
mark_name (const char *name)
{
  return g_strdup_printf ("%c%s%c", NAME_BEGIN, name, NAME_END);
}

char *
ys_sentence_alternative (const YsFacts *facts,
                         gsize          alternative)
{
  return mark_name (facts->result->alternatives[alternative].alternative->name);
}

static const YsLine *
find_line (const YsAlternative *alternative,
           const char          *id)
{
  for (guint i = 0; alternative != NULL && i < alternative->lines->len; i++)
    if (strcmp (((const YsLine *) alternative->lines->pdata[i])->id, id) == 0)
      return alternative->lines->pdata[i];

  return NULL;
}

/* An amount goes by the name of its line; of other figures both are said. */
static char *
line_and_field (const YsLine *line,
                const char   *field)
{
  for (YsField i = YS_FIELD_AMOUNT + 1; i < YS_N_FIELDS; i++)
    if (strcmp (ys_field_get_id (i), field) == 0)
      return g_strdup_printf ("%c%s: %s%c", NAME_BEGIN, line->name, _(ys_field_get_name (i)),
                              NAME_END);

  return mark_name (line->name);
}

char *
ys_sentence_input (const YsFacts *facts,
                   const YsInput *input)
{
  g_auto (GStrv) path = g_strsplit (input->id, "/", 3);
  const YsAlternative *alternative =
    g_strv_length (path) == 3
    ? ys_scenario_find_alternative (facts->result->scenario, path[0]) : NULL;
  const YsLine *line = alternative != NULL ? find_line (alternative, path[1]) : NULL;
  g_autofree char *name = NULL;

  if (line == NULL)
    return mark_name (input->name);

  name = line_and_field (line, path[2]);
  if (facts->n == 1)
    return g_steal_pointer (&name);

  /* Translators: a line of a proposal, and the proposal it belongs to */
  return g_strdup_printf (_("%1$s (%2$s)"), name, alternative->name);
}

char *
ys_sentence_figure (char *text)
{
  g_autofree char *own = text;

  return g_strdup_printf ("%c%s%c", FIGURE_BEGIN, own, FIGURE_END);
}

char *
ys_sentence_money (const YsFacts *facts,
                   double         value)
{
  const char *currency = facts->result->scenario->currency;

  return ys_sentence_figure (ys_format_money (value, currency, YS_FORMAT_TEXT));
}

char *
ys_sentence_value (const YsFacts *facts,
                   const YsInput *input,
                   double         value)
{
  const char *currency = facts->result->scenario->currency;

  return ys_sentence_figure (ys_format_value (value, input->unit, currency, YS_FORMAT_TEXT));
}

char *
ys_sentence_chance (double fraction)
{
  return ys_sentence_figure (ys_format_chance (fraction, YS_FORMAT_TEXT));
}

char *
ys_sentence_times (double fraction)
{
  return ys_sentence_figure (ys_format_times (fraction));
}

/* --- the dress -------------------------------------------------------------------------------- */

typedef struct
{
  char        mark;
  const char *text;
} Dress;

static char *
dress (const char  *marked,
       const Dress *dresses,
       gsize        n_dresses)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *c = marked; *c != '\0'; c++)
    {
      gsize i = 0;

      while (i < n_dresses && dresses[i].mark != *c)
        i++;
      if (i < n_dresses)
        g_string_append (text, dresses[i].text);
      else
        g_string_append_c (text, *c);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
ys_sentence_dup_text (const char *marked)
{
  /* Translators: how your language quotes the name of an alternative in a sentence */
  g_auto (GStrv) quotes = g_strsplit (_("“%s”"), "%s", 2);
  const Dress plain[] = {
    { NAME_BEGIN, quotes[0] },
    { NAME_END, quotes[1] },
    { FIGURE_BEGIN, "" },
    { FIGURE_END, "" },
  };

  return marked != NULL ? dress (marked, plain, G_N_ELEMENTS (plain)) : NULL;
}

char *
ys_sentence_dup_markup (const char *marked)
{
  static const Dress markup[] = {
    { NAME_BEGIN, "<b>" },
    { NAME_END, "</b>" },
    { FIGURE_BEGIN, "<b>" },
    { FIGURE_END, "</b>" },
    { '&', "&amp;" },
    { '<', "&lt;" },
    { '>', "&gt;" },
  };

  return marked != NULL ? dress (marked, markup, G_N_ELEMENTS (markup)) : NULL;
}

/* --- the rules -------------------------------------------------------------------------------- */

char *
ys_rules_say (const YsRule   *rules,
              gsize           n_rules,
              const YsResult *result)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  YsFacts facts;

  ys_facts_init (&facts, result);
  for (gsize i = 0; i < n_rules; i++)
    {
      char *sentence = rules[i].say (&facts);

      if (sentence != NULL)
        g_ptr_array_add (sentences, sentence);
    }
  ys_facts_clear (&facts);

  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}
