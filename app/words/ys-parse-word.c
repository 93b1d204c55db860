/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-parse-digits.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  YsWordKind  kind;
  int         exponent;
  const char *words; /* with | between them */
} Words;

/* Looked at first: a German “Billion” is a million millions. */
static const Words local_words[] = {
  /* Translators: words people type behind a number for thousand, separated by |; not shown */
  { YS_WORD_SCALE, 3, N_("k|thousand|thousands") },
  /* Translators: words people type behind a number for million, separated by |; not shown */
  { YS_WORD_SCALE, 6, N_("m|mn|million|millions") },
  /* Translators: words people type for 10⁹ (in German Milliarde), separated by |; not shown */
  { YS_WORD_SCALE, 9, N_("b|bn|billion|billions") },
  /* Translators: words people type for 10¹² (in German Billion), separated by |; not shown */
  { YS_WORD_SCALE, 12, N_("t|tn|trillion|trillions") },
  /* Translators: words people type for per cent, separated by |; not shown */
  { YS_WORD_PERCENT, -2, N_("percent|pct") },
  /* Translators: words people type for years, separated by |; not shown */
  { YS_WORD_YEARS, 0, N_("y|yr|yrs|year|years") },
  /* Translators: words people type for months, separated by |; not shown */
  { YS_WORD_MONTHS, 0, N_("mo|month|months") },
};

/* Understood everywhere. */
static const Words common_words[] = {
  { YS_WORD_SCALE, 3, "k|tsd" },
  { YS_WORD_SCALE, 5, "lakh|lakhs|lac" },
  { YS_WORD_SCALE, 6, "m|mn|mm|mio" },
  { YS_WORD_SCALE, 7, "crore|crores|cr" },
  { YS_WORD_SCALE, 9, "bn|mrd" },
};

static gboolean
is_among (const char *folded,
          const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  for (gsize i = 0; list[i] != NULL; i++)
    {
      g_autofree char *candidate = g_utf8_casefold (list[i], -1);

      if (strcmp (candidate, folded) == 0)
        return TRUE;
    }

  return FALSE;
}

YsWordKind
ys_parse_word (const char *word,
               int        *exponent)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  if (g_str_has_suffix (folded, "."))
    folded[strlen (folded) - 1] = '\0';

  for (gsize i = 0; i < G_N_ELEMENTS (local_words) + G_N_ELEMENTS (common_words); i++)
    {
      gboolean local = i < G_N_ELEMENTS (local_words);
      const Words *words = local ? &local_words[i] : &common_words[i - G_N_ELEMENTS (local_words)];

      if (is_among (folded, local ? _(words->words) : words->words))
        {
          *exponent = words->exponent;
          return words->kind;
        }
    }

  return YS_WORD_NONE;
}

gsize
ys_parse_measure_word (const char *text)
{
  const char *end = text;

  while (g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  return (gsize) (end - text) + (end > text && *end == '.');
}
