/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-verdict.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-format.h"
#include "ys-sentence.h"

/* Differences between chances that nobody should be asked to weigh. */
#define SMALL_CHANCE 0.02
/* Finding out is not worth a sentence below this share of what is at stake. */
#define SMALL_VALUE 0.01

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

  name = ys_sentence_alternative (facts, only);
  worth = ys_sentence_money (facts, fabs (mean));
  loss = ys_sentence_chance (ys_facts_chance_of_loss (facts, only));

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

  wait = ys_sentence_figure (ys_format_years (payback, YS_FORMAT_TEXT));
  if (own->n_rates != 1 || own->rates[0] > LARGEST_RETURN || own->rate <= 0.0)
    /* Translators: 1: a time: “4.1 years” */
    return g_strdup_printf (_("It pays for itself in %s."), wait);

  yearly = ys_sentence_figure (ys_format_percent (own->rates[0], YS_FORMAT_TEXT));
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

  name = ys_sentence_alternative (facts, facts->order[0]);
  worth = ys_sentence_money (facts, fabs (ys_facts_mean (facts, facts->order[0])));

  if (ys_facts_is_nothing (facts, ys_facts_mean (facts, facts->order[0])))
    return g_strdup_printf (_("Doing nothing is as good as any of these: even the best, %s, "
                              "just gets its money back."), name);
  if (facts->result->baseline < 0)
    return facts->certain
           ? g_strdup_printf (_("Doing nothing is the better choice: even the best of these, %1$s, "
                                "loses %2$s."), name, worth)
           : g_strdup_printf (_("Doing nothing is the better choice: even the best of these, %1$s, "
                                "loses %2$s on average."), name, worth);

  baseline = ys_sentence_alternative (facts, (gsize) facts->result->baseline);
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
  g_autofree char *first = ys_sentence_alternative (facts, facts->order[0]);
  g_autofree char *second = ys_sentence_alternative (facts, facts->order[1]);
  g_autofree char *more = ys_sentence_money (facts, ys_facts_mean (facts, facts->order[0]));
  g_autofree char *less = ys_sentence_money (facts, ys_facts_mean (facts, facts->order[1]));

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

  first = ys_sentence_alternative (facts, facts->order[0]);
  worth = ys_sentence_money (facts, ys_facts_mean (facts, facts->order[0]));
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
  g_autofree char *first = ys_sentence_alternative (facts, facts->order[0]);
  g_autofree char *second = ys_sentence_alternative (facts, facts->order[1]);
  g_autofree char *worth = ys_sentence_money (facts, ys_facts_mean (facts, facts->order[0]));
  g_autofree char *next = ys_sentence_money (facts, ys_facts_mean (facts, facts->order[1]));

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
  name = ys_sentence_alternative (facts, facts->order[0]);
  worth = ys_sentence_money (facts, ys_facts_mean (facts, facts->order[0]));
  often = ys_sentence_times (surely);

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

  name = ys_sentence_alternative (facts, most);
  often = ys_sentence_times (ys_facts_chance_of_best (facts, most));
  if ((int) most == facts->result->baseline)
    return g_strdup_printf (_("%1$s is the best choice more often: %2$s."), name, often);

  worth = ys_sentence_money (facts, ys_facts_mean (facts, most));
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
  best = ys_sentence_alternative (facts, facts->order[0]);
  name = ys_sentence_alternative (facts, safest);
  worth = ys_sentence_money (facts, ys_facts_mean (facts, safest));

  if (loss - ys_facts_chance_of_loss (facts, safest) >= SMALL_CHANCE)
    {
      often = ys_sentence_chance (ys_facts_chance_of_loss (facts, safest));
      return g_strdup_printf (_("%1$s is the safest: its chance of losing money is %3$s, and it is "
                                "worth %2$s on average."), name, worth, often);
    }

  often = ys_sentence_chance (loss);
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

  name = ys_sentence_alternative (facts, facts->order[i]);
  often = ys_sentence_times (ys_facts_share_of_gains (facts, facts->order[i], &gain));
  worth = ys_sentence_money (facts, gain);

  if (facts->n == 1)
    /* Translators: “it” is the alternative that the sentence before spoke of; 1: how often */
    return g_strdup_printf (_("It pays only when something bad happens, %1$s, and then it is worth "
                              "%2$s on average."), often, worth);

  /* Translators: 2: how often: “2 times in 10”, 3: amount of money */
  return g_strdup_printf (_("%1$s pays only when something bad happens, %2$s, and then it is worth "
                            "%3$s on average."), name, often, worth);
}

/* What the choice is about: the worth of the best, and how far that may be off. */
static double
stake (const YsFacts *facts)
{
  return fabs (ys_facts_mean (facts, facts->order[0]))
         + ys_result_get_metric (facts->result, facts->order[0], "sd");
}

static char *
say_find_out_first (const YsFacts *facts)
{
  const YsResult *result = facts->result;
  g_autoptr (GArray) ranks = ys_result_rank_by_value (result);
  const YsInput *input;
  g_autofree char *name = NULL;
  g_autofree char *worth = NULL;

  if (facts->certain || facts->n == 0 || ranks->len == 0)
    return NULL;

  input = &result->inputs[g_array_index (ranks, gsize, 0)];
  if (!ys_input_is_worth_checking (input) || input->value < SMALL_VALUE * stake (facts)
      || ys_facts_is_nothing (facts, input->value))
    return NULL;

  name = ys_sentence_input (facts, input);
  worth = ys_sentence_money (facts, input->value);
  /* Translators: 1: amount of money, 2: name of an uncertain number: “Sellers who really use it” */
  return g_strdup_printf (_("Before deciding, it is worth up to %1$s to find out more about %2$s."),
                          worth, name);
}

/* In the order in which they are said. */
static const YsRule rules[] = {
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

char *
ys_verdict_text (const YsResult *result)
{
  g_autofree char *marked = NULL;

  g_return_val_if_fail (result != NULL, NULL);

  marked = ys_rules_say (rules, G_N_ELEMENTS (rules), result);
  return ys_sentence_dup_text (marked);
}

char *
ys_verdict_markup (const YsResult *result)
{
  g_autofree char *marked = NULL;

  g_return_val_if_fail (result != NULL, NULL);

  marked = ys_rules_say (rules, G_N_ELEMENTS (rules), result);
  return ys_sentence_dup_markup (marked);
}
