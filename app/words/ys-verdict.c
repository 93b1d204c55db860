/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-verdict.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-facts.h"
#include "ys-format.h"

/* Sentences are made once and dressed twice. What stands out (names, figures) is put between marks
 * that no name can hold, because XML does not allow them. */
#define NAME_BEGIN '\1'
#define NAME_END '\2'
#define FIGURE_BEGIN '\3'
#define FIGURE_END '\4'

/* Differences between chances that nobody should be asked to weigh. */
#define SMALL_CHANCE 0.02
/* Finding out is not worth a sentence below this share of what is at stake. */
#define SMALL_VALUE 0.01

typedef struct
{
  const char *id;
  char     *(*say) (const YsFacts *facts); /* the sentence, or NULL when there is nothing to say */
} Rule;

static char *
name_of (const YsFacts *facts,
         gsize          alternative)
{
  const char *name = facts->result->alternatives[alternative].alternative->name;

  return g_strdup_printf ("%c%s%c", NAME_BEGIN, name, NAME_END);
}

static char *
figure (char *text)
{
  g_autofree char *own = text;

  return g_strdup_printf ("%c%s%c", FIGURE_BEGIN, own, FIGURE_END);
}

static char *
money (const YsFacts *facts,
       double         value)
{
  return figure (ys_format_money (value, facts->result->scenario->currency, YS_FORMAT_TEXT));
}

static char *
chance (double fraction)
{
  return figure (ys_format_chance (fraction, YS_FORMAT_TEXT));
}

/* How often, so that it can follow a verb: “6 times in 10”. */
static char *
times (double fraction)
{
  gboolean tenths = fraction >= 0.095 && fraction < 0.905;
  gulong count = (gulong) round (fraction * (tenths ? 10.0 : 100.0));

  if (fraction < 0.01)
    return figure (g_strdup (_("less than once in 100 times")));
  if (fraction > 0.99)
    return figure (g_strdup (_("nearly every time")));
  if (tenths)
    return figure (g_strdup_printf (ngettext ("%lu time in 10", "%lu times in 10", count), count));

  return figure (g_strdup_printf (ngettext ("%lu time in 100", "%lu times in 100", count), count));
}

/* --- the rules -------------------------------------------------------------------------------- */

static char *
say_empty (const YsFacts *facts)
{
  if (facts->n > 0)
    return NULL;

  return g_strdup (_("There is nothing to compare yet: add an alternative."));
}

static char *
say_single (const YsFacts *facts)
{
  gsize only = facts->order[0];
  double mean = facts->n == 1 ? ys_facts_mean (facts, only) : NAN;
  g_autofree char *name = NULL;
  g_autofree char *worth = NULL;
  g_autofree char *loss = NULL;

  if (facts->n != 1)
    return NULL;

  name = name_of (facts, only);
  worth = money (facts, fabs (mean));
  loss = chance (ys_facts_chance_of_loss (facts, only));

  if (ys_facts_is_nothing (facts, mean))
    /* Translators: %s is the name of an alternative */
    return g_strdup_printf (_("%s just gets its money back, and no more."), name);
  if (mean > 0.0 && facts->certain)
    /* Translators: 1: name of an alternative, 2: amount of money; here and below */
    return g_strdup_printf (_("%1$s is worth %2$s today."), name, worth);
  if (mean > 0.0)
    /* Translators: 3: a chance: “4%” or “2 in 10”; here and below */
    return g_strdup_printf (_("%1$s is worth %2$s today, on average. "
                              "Its chance of losing money is %3$s."), name, worth, loss);
  if (facts->certain)
    return g_strdup_printf (_("%1$s loses %2$s in today’s money."), name, worth);

  return g_strdup_printf (_("%1$s loses %2$s in today’s money, on average. "
                            "Its chance of losing money is %3$s."), name, worth, loss);
}

/* A return beyond this is true of small outlays, and says nothing to anybody. */
#define LARGEST_RETURN 10.0

/* When the money is back, and the yearly return where there is exactly one. */
static char *
say_when_it_pays (const YsFacts *facts)
{
  gsize only = facts->order[0];
  const YsAlternativeResult *own = facts->n == 1 ? &facts->result->alternatives[only] : NULL;
  double payback = own != NULL ? ys_result_get_metric (facts->result, only, "payback") : NAN;
  g_autofree char *wait = NULL;
  g_autofree char *yearly = NULL;
  g_autofree char *required = NULL;

  if (!(payback > 0.0) || !ys_facts_something_pays (facts)
      || ys_facts_pays_only_when_it_goes_wrong (facts, only))
    return NULL;

  wait = figure (ys_format_years (payback, YS_FORMAT_TEXT));
  if (own->n_rates != 1 || own->rates[0] > LARGEST_RETURN || own->rate <= 0.0)
    /* Translators: 1: a time: “4.1 years” */
    return g_strdup_printf (_("It pays for itself in %s."), wait);

  yearly = figure (ys_format_percent (own->rates[0], YS_FORMAT_TEXT));
  required = ys_format_percent (own->rate, YS_FORMAT_TEXT);
  /* Translators: 1: a time: “4.1 years”, 2, 3: “17%”, the return there is and the one required */
  return g_strdup_printf (_("It pays for itself in %1$s and returns %2$s a year, against "
                            "%3$s required."), wait, yearly, required);
}

static char *
say_doing_nothing (const YsFacts *facts)
{
  g_autofree char *name = NULL;
  g_autofree char *worth = NULL;
  g_autofree char *baseline = NULL;

  if (facts->n < 2 || ys_facts_something_pays (facts))
    return NULL;

  name = name_of (facts, facts->order[0]);
  worth = money (facts, fabs (ys_facts_mean (facts, facts->order[0])));

  if (ys_facts_is_nothing (facts, ys_facts_mean (facts, facts->order[0])))
    return g_strdup_printf (_("Doing nothing is as good as any of these: even the best, %s, "
                              "just gets its money back."), name);
  if (facts->result->baseline < 0)
    return facts->certain
           ? g_strdup_printf (_("Doing nothing is the better choice: even the best of these, %1$s, "
                                "loses %2$s."), name, worth)
           : g_strdup_printf (_("Doing nothing is the better choice: even the best of these, %1$s, "
                                "loses %2$s on average."), name, worth);

  baseline = name_of (facts, (gsize) facts->result->baseline);
  return facts->certain
         /* Translators: 3: name of the alternative the others are measured against */
         ? g_strdup_printf (_("None of these beats %3$s: even the best, %1$s, is %2$s worse."),
                            name, worth, baseline)
         : g_strdup_printf (_("None of these beats %3$s: even the best, %1$s, is %2$s worse "
                              "on average."), name, worth, baseline);
}

static char *
say_two_too_close (const YsFacts *facts)
{
  g_autofree char *first = name_of (facts, facts->order[0]);
  g_autofree char *second = name_of (facts, facts->order[1]);
  g_autofree char *more = money (facts, ys_facts_mean (facts, facts->order[0]));
  g_autofree char *less = money (facts, ys_facts_mean (facts, facts->order[1]));

  if (facts->certain)
    return g_strdup_printf (_("%1$s and %2$s are worth the same: %3$s."), first, second, more);
  if (strcmp (more, less) == 0)
    return g_strdup_printf (_("%1$s and %2$s are too close to call: both are worth %3$s "
                              "on average."), first, second, more);

  /* Translators: 1, 2: names of alternatives, 3, 4: what each is worth */
  return g_strdup_printf (_("%1$s and %2$s are too close to call: %3$s and %4$s on average."),
                          first, second, more, less);
}

static char *
say_too_close (const YsFacts *facts)
{
  g_autofree char *first = NULL;
  g_autofree char *worth = NULL;

  if (facts->n_close == 0 || !ys_facts_something_pays (facts))
    return NULL;
  if (facts->n_close == 1)
    return say_two_too_close (facts);

  first = name_of (facts, facts->order[0]);
  worth = money (facts, ys_facts_mean (facts, facts->order[0]));
  /* Translators: 3: how many other alternatives, 2 or more */
  return g_strdup_printf (ngettext ("%1$s is worth most on average, %2$s, but %3$lu other comes "
                                    "too close behind it to call.",
                                    "%1$s is worth most on average, %2$s, but %3$lu others come "
                                    "too close behind it to call.", facts->n_close),
                          first, worth, (gulong) facts->n_close);
}

static char *
say_certain_best (const YsFacts *facts)
{
  g_autofree char *first = name_of (facts, facts->order[0]);
  g_autofree char *second = name_of (facts, facts->order[1]);
  g_autofree char *worth = money (facts, ys_facts_mean (facts, facts->order[0]));
  g_autofree char *next = money (facts, ys_facts_mean (facts, facts->order[1]));

  if (ys_facts_mean (facts, facts->order[1]) <= 0.0)
    return g_strdup_printf (_("%1$s is worth most: %2$s. Nothing else here pays."), first, worth);

  /* Translators: 3: name of the second best alternative, 4: what that is worth */
  return g_strdup_printf (_("%1$s is worth most: %2$s. %3$s comes next with %4$s."),
                          first, worth, second, next);
}

static char *
say_worth_most (const YsFacts *facts)
{
  double surely;
  g_autofree char *name = NULL;
  g_autofree char *worth = NULL;
  g_autofree char *often = NULL;

  if (facts->n < 2 || facts->n_close > 0 || !ys_facts_something_pays (facts))
    return NULL;
  if (facts->certain)
    return say_certain_best (facts);

  surely = ys_facts_chance_of_best (facts, facts->order[0]);
  name = name_of (facts, facts->order[0]);
  worth = money (facts, ys_facts_mean (facts, facts->order[0]));
  often = times (surely);

  if (surely == 1.0)
    return g_strdup_printf (_("%1$s is surely worth most: %2$s on average."), name, worth);
  if (surely >= 0.5)
    /* Translators: 3: how often: “6 times in 10” */
    return g_strdup_printf (_("%1$s is worth most: %2$s on average, and it comes out on top %3$s."),
                            name, worth, often);

  return g_strdup_printf (_("%1$s is worth most: %2$s on average, though it comes out on top "
                            "only %3$s."), name, worth, often);
}

static char *
say_oftener (const YsFacts *facts)
{
  gsize most;
  g_autofree char *name = NULL;
  g_autofree char *often = NULL;
  g_autofree char *worth = NULL;

  if (facts->certain || facts->n < 2 || facts->n_close > 0 || !ys_facts_something_pays (facts))
    return NULL;

  most = ys_facts_most_often_best (facts);
  if (ys_facts_chance_of_best (facts, most) - ys_facts_chance_of_best (facts, facts->order[0])
      < SMALL_CHANCE)
    return NULL;

  name = name_of (facts, most);
  often = times (ys_facts_chance_of_best (facts, most));
  if ((int) most == facts->result->baseline)
    return g_strdup_printf (_("%1$s is the best choice more often: %2$s."), name, often);

  worth = money (facts, ys_facts_mean (facts, most));
  return g_strdup_printf (_("%1$s comes out on top more often, %2$s, but is worth less: %3$s "
                            "on average."), name, often, worth);
}

static char *
say_safest (const YsFacts *facts)
{
  gsize safest;
  double loss;
  g_autofree char *best = NULL;
  g_autofree char *name = NULL;
  g_autofree char *often = NULL;
  g_autofree char *worth = NULL;

  if (facts->certain || facts->n < 2 || !ys_facts_something_pays (facts))
    return NULL;

  safest = ys_facts_safest (facts);
  loss = ys_facts_chance_of_loss (facts, facts->order[0]);
  best = name_of (facts, facts->order[0]);
  name = name_of (facts, safest);
  worth = money (facts, ys_facts_mean (facts, safest));

  if (loss - ys_facts_chance_of_loss (facts, safest) >= SMALL_CHANCE)
    {
      often = chance (ys_facts_chance_of_loss (facts, safest));
      return g_strdup_printf (_("%1$s is the safest: its chance of losing money is %3$s, and it is "
                                "worth %2$s on average."), name, worth, often);
    }

  often = chance (loss);
  if (loss < 0.01 || facts->n_close > 0)
    return NULL;
  if (safest == facts->order[0])
    return g_strdup_printf (_("%1$s is also the safest: its chance of losing money is %2$s."),
                            best, often);

  return g_strdup_printf (_("The chance that %1$s loses money is %2$s."), best, often);
}

static char *
say_pays_only_when (const YsFacts *facts)
{
  double gain;
  gsize i = 0;
  g_autofree char *name = NULL;
  g_autofree char *often = NULL;
  g_autofree char *worth = NULL;

  while (i < facts->n && !ys_facts_pays_only_when_it_goes_wrong (facts, facts->order[i]))
    i++;
  if (i == facts->n)
    return NULL;

  name = name_of (facts, facts->order[i]);
  often = times (ys_facts_share_of_gains (facts, facts->order[i], &gain));
  worth = money (facts, gain);

  if (facts->n == 1)
    /* Translators: “it” is the alternative that the sentence before spoke of; 1: how often */
    return g_strdup_printf (_("It pays only when something bad happens, %1$s, and then it is worth "
                              "%2$s on average."), often, worth);

  /* Translators: 2: how often: “2 times in 10”, 3: amount of money */
  return g_strdup_printf (_("%1$s pays only when something bad happens, %2$s, and then it is worth "
                            "%3$s on average."), name, often, worth);
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

  return g_strdup_printf ("%c%s%c", NAME_BEGIN, line->name, NAME_END);
}

/* An assumption by its name, an estimate by its line and, where there are more, its alternative. */
static char *
name_of_input (const YsFacts      *facts,
               const YsInput *input)
{
  g_auto (GStrv) path = g_strsplit (input->id, "/", 3);
  const YsAlternative *alternative =
    g_strv_length (path) == 3
    ? ys_scenario_find_alternative (facts->result->scenario, path[0]) : NULL;
  const YsLine *line = alternative != NULL ? find_line (alternative, path[1]) : NULL;
  g_autofree char *name = NULL;

  if (line == NULL)
    return g_strdup_printf ("%c%s%c", NAME_BEGIN, input->name, NAME_END);

  name = line_and_field (line, path[2]);
  if (facts->n == 1)
    return g_steal_pointer (&name);

  /* Translators: a line of a proposal, and the proposal it belongs to */
  return g_strdup_printf (_("%1$s (%2$s)"), name, alternative->name);
}

static char *
say_find_out_first (const YsFacts *facts)
{
  const YsResult *result = facts->result;
  g_autoptr (GArray) ranks = ys_result_rank_by_value (result);
  const YsInput *input;
  double value;
  double stake;
  g_autofree char *name = NULL;
  g_autofree char *worth = NULL;

  if (facts->certain || facts->n == 0 || ranks->len == 0)
    return NULL;

  input = &result->inputs[g_array_index (ranks, gsize, 0)];
  value = input->value;
  stake = fabs (ys_facts_mean (facts, facts->order[0]))
          + ys_result_get_metric (result, facts->order[0], "sd");
  if (!(value >= SMALL_VALUE * stake) || ys_facts_is_nothing (facts, value))
    return NULL;

  name = name_of_input (facts, input);
  worth = money (facts, value);
  /* Translators: 1: amount of money, 2: name of an uncertain number: “Sellers who really use it” */
  return g_strdup_printf (_("Before deciding, it is worth up to %1$s to find out more about %2$s."),
                          worth, name);
}

/* In the order in which they are said. */
static const Rule rules[] = {
  { "empty", say_empty },
  { "single", say_single },
  { "when-it-pays", say_when_it_pays },
  { "doing-nothing", say_doing_nothing },
  { "too-close", say_too_close },
  { "worth-most", say_worth_most },
  { "oftener", say_oftener },
  { "safest", say_safest },
  { "pays-only-when", say_pays_only_when },
  { "find-out-first", say_find_out_first },
};

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

static char *
say_all (const YsResult *result)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  YsFacts facts;

  ys_facts_init (&facts, result);
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      char *sentence = rules[i].say (&facts);

      if (sentence != NULL)
        g_ptr_array_add (sentences, sentence);
    }
  ys_facts_clear (&facts);

  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

char *
ys_verdict_text (const YsResult *result)
{
  /* Translators: how your language quotes the name of an alternative in a sentence */
  g_auto (GStrv) quotes = g_strsplit (_("“%s”"), "%s", 2);
  const Dress plain[] = {
    { NAME_BEGIN, quotes[0] },
    { NAME_END, quotes[1] },
    { FIGURE_BEGIN, "" },
    { FIGURE_END, "" },
  };
  g_autofree char *marked = NULL;

  g_return_val_if_fail (result != NULL, NULL);

  marked = say_all (result);
  return dress (marked, plain, G_N_ELEMENTS (plain));
}

char *
ys_verdict_markup (const YsResult *result)
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
  g_autofree char *marked = NULL;

  g_return_val_if_fail (result != NULL, NULL);

  marked = say_all (result);
  return dress (marked, markup, G_N_ELEMENTS (markup));
}
