/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-import-private.h"

#include <string.h>

/* A sheet is written in the language of whoever made it, not of whoever reads it: so these are not
 * translated but all looked for. Beginnings of words, in lower case, in English, German, French and
 * Spanish. */
static const struct
{
  YsSheetWord word;
  const char *beginnings; /* parted by spaces */
} words[] = {
  { YS_SHEET_COST, "cost costs expense expenses expenditure spending spend outflow outflows opex outgoings "
                   "kosten ausgaben aufwand aufwendungen auszahlungen coût coûts dépense dépenses charges "
                   "coste costes gasto gastos" },
  { YS_SHEET_BENEFIT, "benefit benefits revenue revenues income inflow inflows sales gains receipts nutzen "
                      "einnahmen ertrag erträge erlös erlöse umsatz umsätze einzahlungen recettes revenus gain "
                      "bénéfice bénéfices ingresos beneficios ventas" },
  { YS_SHEET_SAVING, "saving savings saved einsparung einsparungen ersparnis ersparnisse économie économies "
                     "ahorro ahorros" },
  { YS_SHEET_CAPITAL, "capex capital investment investments investition investitionen anschaffung "
                      "anschaffungen investissement investissements inversión inversiones" },
  { YS_SHEET_RESIDUAL, "residual resale salvage restwert wiederverkauf verkaufserlös résiduelle residuales" },
  { YS_SHEET_TOTAL, "total totals subtotal sum net cumulative summe gesamt gesamtsumme zwischensumme saldo "
                    "netto kumuliert cumul solde cumulé suma neto acumulado npv irr roi payback" },
  { YS_SHEET_SOURCE, "source sources note notes comment comments remark remarks quelle quellen anmerkung "
                     "anmerkungen bemerkung bemerkungen kommentar remarque remarques fuente notas" },
  { YS_SHEET_KIND, "kind type category art typ kategorie catégorie tipo categoría" },
  { YS_SHEET_NAME, "name line item position description posten bezeichnung libellé poste concepto partida" },
};

static gboolean
contains (const char *list,
          const char *word)
{
  g_auto (GStrv) all = g_strsplit (list, " ", -1);

  return g_strv_contains ((const char *const *) all, word);
}

static YsSheetWord
find_word (const char *word)
{
  YsSheetWord found = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (contains (words[i].beginnings, word))
      found |= words[i].word;

  return found;
}

YsSheetWord
ys_import_find_words (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_autofree char *composed = g_utf8_normalize (lower, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autoptr (GString) word = g_string_new (NULL);
  YsSheetWord found = 0;

  for (const char *at = composed;; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalpha (c))
        {
          g_string_append_unichar (word, c);
          continue;
        }
      found |= find_word (word->str);
      g_string_truncate (word, 0);
      if (c == 0)
        return found;
    }
}

/* A sign by itself, “k€”, “€ k”, “in thousands”, “(000)”: but not a “k” within a word. */
double
ys_import_find_unit (const char *text)
{
  static const struct
  {
    const char *pattern;
    double      unit;
  } units[] = {
    { "\\bthousands?\\b|\\btausend\\b|\\btsd\\b|\\bmilliers\\b|\\bmiles\\b|[’']000\\b|\\(000s?\\)|\\b000s\\b", 1e3 },
    { "\\b[kt](€|£|\\$|eur|usd|gbp|chf)|(€|£|\\$|\\b(eur|usd|gbp|chf))\\s?k\\b", 1e3 },
    { "\\bmillions?\\b|\\bmillionen\\b|\\bmio\\b|\\bmillones\\b", 1e6 },
    { "\\bm(€|£|\\$|eur|usd|gbp|chf)|(€|£|\\$|\\b(eur|usd|gbp|chf))\\s?m(n|m)?\\b", 1e6 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_regex_match_simple (units[i].pattern, text, G_REGEX_CASELESS, 0))
      return units[i].unit;

  return 0.0;
}
