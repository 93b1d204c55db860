/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-match.h"

#include <glib/gi18n.h>

#include "ys-chart-alternatives.h"
#include "ys-format.h"

static const YsPair *
get_pair (const YsResult *result,
          gsize           first,
          gsize           second)
{
  return &result->pairs[first * result->n_alternatives + second];
}

/* Two that are spread alike dominate each other, which says nothing. */
void
ys_match_init (YsMatch        *match,
               const YsResult *result,
               gsize           upper,
               gsize           lower)
{
  YsDominance over = get_pair (result, upper, lower)->dominance;
  YsDominance under = get_pair (result, lower, upper)->dominance;

  *match = (YsMatch) {
    .upper = upper,
    .lower = lower,
    .beats = ys_finite_or_zero (get_pair (result, upper, lower)->beats),
    .dominance = YS_DOMINANCE_NONE,
    .dominating = -1,
  };
  if (over != under)
    {
      match->dominance = MAX (over, under);
      match->dominating = (int) (over > under ? upper : lower);
    }
}

const char *
ys_dominance_get_words (YsDominance dominance)
{
  return dominance == YS_DOMINANCE_FIRST ? _("better at every amount")
                                         : _("better for any cautious owner");
}

/* --- sentences ------------------------------------------------------------------------------- */

static void
append_beats (GString        *text,
              const YsResult *result,
              const YsMatch  *match)
{
  g_autofree char *times = ys_format_times (match->beats);

  /* Translators: 1, 2: names of alternatives, 3: how often: “7 times in 10” */
  g_string_append_printf (text,
                          _("%1$s is worth more than %2$s %3$s"),
                          ys_alternative_get_name (result, match->upper),
                          ys_alternative_get_name (result, match->lower),
                          times);
}

static void
append_dominance (GString        *text,
                  const YsResult *result,
                  const YsMatch  *match)
{
  if (match->dominating < 0)
    return;

  g_string_append_printf (text,
                          match->dominance == YS_DOMINANCE_FIRST
                            /* Translators: follows “A is worth more than B 9 times in 10” */
                            ? _("; %s is better at every amount (first-order dominance)")
                            : _("; %s is better for any cautious owner (second-order dominance)"),
                          ys_alternative_get_name (result, (gsize) match->dominating));
}

/* “12.5%”, or “4% and 12.5%”: NULL when there is none. */
static char *
format_crossovers (const YsResult *result,
                   const YsMatch  *match)
{
  const YsPair *own = get_pair (result, match->upper, match->lower);
  g_autoptr(GStrvBuilder) rates = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;

  for (gsize i = 0; i < own->n_crossovers; i++)
    {
      g_autofree char *rate = ys_format_percent (own->crossovers[i], YS_FORMAT_SHORT);

      g_strv_builder_add (rates, rate);
    }
  parts = g_strv_builder_end (rates);
  /* Translators: between the rates of a list */
  return own->n_crossovers > 0 ? g_strjoinv (_(" and "), parts) : NULL;
}

static void
append_crossovers (GString        *text,
                   const YsResult *result,
                   const YsMatch  *match)
{
  g_autofree char *rates = format_crossovers (result, match);

  if (rates != NULL)
    /* Translators: %s is a rate, or several */
    g_string_append_printf (
        text, _("; worth the same at a required return of %s (crossover rate)"), rates);
}

char *
ys_match_read (const YsMatch  *match,
               const YsResult *result)
{
  GString *text = g_string_new (NULL);

  append_beats (text, result, match);
  append_dominance (text, result, match);
  append_crossovers (text, result, match);
  return g_string_free (text, FALSE);
}

/* All pairs of a few; of many those of the selected one, or of the one worth most. */
static gboolean
is_told (const YsResult       *result,
         const YsChartOptions *options,
         const GArray         *list,
         const YsMatch           *match)
{
  gsize subject = g_array_index (list, gsize, 0);

  if (options->alternative >= 0 && (gsize) options->alternative < result->n_alternatives)
    subject = (gsize) options->alternative;
  return list->len <= 4 || match->upper == subject || match->lower == subject;
}

char *
ys_matches_describe (const YsResult       *result,
                     const YsChartOptions *options)
{
  g_autoptr(GArray) list = ys_alternatives_list_choices (result);
  GString *text = g_string_new (_("How often one is worth more than the other, in pairs."));

  for (guint column = 0; column < list->len; column++)
    for (guint row = column + 1; row < list->len; row++)
      {
        YsMatch match;

        ys_match_init (&match,
                   result,
                   g_array_index (list, gsize, column),
                   g_array_index (list, gsize, row));
        if (!is_told (result, options, list, &match))
          continue;
        g_string_append_c (text, ' ');
        append_beats (text, result, &match);
        append_dominance (text, result, &match);
        g_string_append_c (text, '.');
      }
  return g_string_free (text, FALSE);
}

static GStrv
make_row (const YsResult *result,
          const YsMatch  *match)
{
  g_autofree char *chance = ys_format_chance (match->beats, YS_FORMAT_SHORT);
  g_autofree char *rates = format_crossovers (result, match);
  const char *cells[] = {
    ys_alternative_get_name (result, match->upper),
    ys_alternative_get_name (result, match->lower),
    chance,
    match->dominating >= 0 ? ys_dominance_get_words (match->dominance) : "",
    match->dominating >= 0 ? ys_alternative_get_name (result, (gsize) match->dominating) : "",
    rates != NULL ? rates : "",
    NULL,
  };

  return g_strdupv ((char **) cells);
}

GPtrArray *
ys_matches_tabulate (const YsResult       *result,
                     const YsChartOptions *options)
{
  g_autoptr(GArray) list = ys_alternatives_list_choices (result);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *headings[] = {
    _("Alternative"),
    _("Beside"),
    _("Worth more"),
    _("Dominance"),
    _("Dominant one"),
    _("Crossover rate"),
    NULL,
  };

  g_ptr_array_add (rows, g_strdupv ((char **) headings));
  for (guint column = 0; result->pairs != NULL && column < list->len; column++)
    for (guint row = column + 1; row < list->len; row++)
      {
        YsMatch match;

        ys_match_init (&match,
                   result,
                   g_array_index (list, gsize, column),
                   g_array_index (list, gsize, row));
        g_ptr_array_add (rows, make_row (result, &match));
      }
  return rows;
}
