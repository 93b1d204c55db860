/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-risk-text.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-format.h"
#include "ys-sentence.h"

/* What an alternative counts as when it is chosen: the baseline is where the others begin. */
static double
worth_of (const YsFacts *facts,
          gsize          alternative)
{
  return (int) alternative == facts->result->baseline ? 0.0 : ys_facts_mean (facts, alternative);
}

/* --- what matters most ------------------------------------------------------------------------ */

typedef struct
{
  double least, at_least; /* what it is worth at the worse end, and the input there */
  double most, at_most;
} Swing;

static gboolean
get_swing (const YsFacts *facts,
           gsize          input,
           gsize          alternative,
           int            other,
           Swing         *swing)
{
  const YsInput *own = &facts->result->inputs[input];
  double low, high;

  ys_result_get_swing (facts->result, input, alternative, other, &low, &high);
  *swing = low <= high ? (Swing) { low, own->low, high, own->high }
                       : (Swing) { high, own->high, low, own->low };
  return isfinite (swing->least) && isfinite (swing->most) && swing->least < swing->most;
}

static char *
say_from_less_to_more (const YsFacts *facts,
                       const YsInput *input,
                       gsize          alternative,
                       const Swing   *swing,
                       gboolean       first)
{
  double mean = worth_of (facts, alternative);
  gboolean around = swing->least < mean && mean < swing->most;
  g_autofree char *name = ys_sentence_alternative (facts, alternative);
  g_autofree char *what = ys_sentence_input (facts, input);
  g_autofree char *less = ys_sentence_money (facts, around ? mean - swing->least : swing->least);
  g_autofree char *more = ys_sentence_money (facts, around ? swing->most - mean : swing->most);
  g_autofree char *at_less = ys_sentence_value (facts, input, swing->at_least);
  g_autofree char *at_more = ys_sentence_value (facts, input, swing->at_most);

  if (around && first)
    /* Translators: 1: an alternative, 2: an uncertain number, 3, 5: amounts of money, 4, 6: values
     * of that number */
    return g_strdup_printf (_("%1$s depends most on %2$s: from %3$s less (at %4$s) to %5$s more "
                              "(at %6$s)."), name, what, less, at_less, more, at_more);
  if (around)
    return g_strdup_printf (_("%1$s depends on %2$s: from %3$s less (at %4$s) to %5$s more "
                              "(at %6$s)."), name, what, less, at_less, more, at_more);

  return g_strdup_printf (_("With %2$s, what %1$s is worth goes from %3$s (at %4$s) to %5$s "
                            "(at %6$s)."), name, what, less, at_less, more, at_more);
}

static char *
say_swing (const YsFacts *facts,
           gsize          input,
           gsize          alternative,
           gboolean       first)
{
  Swing swing;

  if (!get_swing (facts, input, alternative, -1, &swing))
    return NULL;

  return say_from_less_to_more (facts, &facts->result->inputs[input], alternative, &swing, first);
}

/* --- what is worth finding out ---------------------------------------------------------------- */

static char *
say_value (const YsFacts *facts,
           gsize          input)
{
  const YsInput *own = &facts->result->inputs[input];
  g_autofree char *what = ys_sentence_input (facts, own);
  g_autofree char *worth = NULL;

  if (!(facts->result->analyses & YS_ANALYSE_VALUES) || !isfinite (own->value))
    return NULL;
  if (!ys_input_is_worth_checking (own))
    return g_strdup_printf (_("%s is not worth checking."), what);

  worth = ys_sentence_money (facts, own->value);
  /* Translators: 1: amount of money, 2: name of an uncertain number: “Sellers who really use it” */
  return g_strdup_printf (_("Before deciding, it is worth up to %1$s to find out more about %2$s."),
                          worth, what);
}

/* --- what needs to be true -------------------------------------------------------------------- */

static char *
say_break_even (const YsFacts *facts,
                gsize          input,
                gsize          alternative)
{
  const YsInput *own = &facts->result->inputs[input];
  double value = own->break_evens != NULL ? own->break_evens[alternative] : NAN;
  gboolean pays = worth_of (facts, alternative) > 0.0;
  g_autofree char *name = ys_sentence_alternative (facts, alternative);
  g_autofree char *what = ys_sentence_input (facts, own);
  g_autofree char *least = NULL;
  g_autofree char *mean = NULL;

  if (own->break_evens == NULL)
    return NULL;
  if (isnan (value))
    return pays ? g_strdup_printf (_("%1$s pays at every value of %2$s."), name, what)
                : g_strdup_printf (_("No value of %2$s by itself makes %1$s pay."), name, what);

  least = ys_sentence_value (facts, own, value);
  mean = ys_sentence_value (facts, own, own->mean);
  /* It pays on the side of the mean if it pays on average. */
  if ((value < own->mean) == pays)
    /* Translators: 1: an alternative, 2: an uncertain number, 3, 4: values of that number */
    return g_strdup_printf (_("%1$s breaks even when %2$s is at least %3$s; it is %4$s "
                              "on average."), name, what, least, mean);

  return g_strdup_printf (_("%1$s breaks even when %2$s is at most %3$s; it is %4$s on average."),
                          name, what, least, mean);
}

static char *
say_change (const YsFacts *facts,
            gsize          input,
            gsize          first,
            gsize          second)
{
  gboolean ahead = worth_of (facts, first) >= worth_of (facts, second);
  gsize better = ahead ? first : second;
  gsize worse = ahead ? second : first;
  const YsInput *own = &facts->result->inputs[input];
  gsize n = facts->result->n_alternatives;
  double value = own->changes != NULL ? own->changes[better * n + worse] : NAN;
  g_autofree char *leader = ys_sentence_alternative (facts, better);
  g_autofree char *follower = ys_sentence_alternative (facts, worse);
  g_autofree char *what = ys_sentence_input (facts, own);
  g_autofree char *limit = NULL;
  g_autofree char *mean = NULL;

  if (own->changes == NULL)
    return NULL;
  if (isnan (value))
    /* Translators: 1, 2: alternatives, 3: an uncertain number */
    return g_strdup_printf (_("No value of %3$s by itself puts %2$s ahead of %1$s."),
                            leader, follower, what);

  limit = ys_sentence_value (facts, own, value);
  mean = ys_sentence_value (facts, own, own->mean);
  if (value > own->mean)
    /* Translators: 1, 2: alternatives, 3: an uncertain number, 4, 5: values of that number */
    return g_strdup_printf (_("%2$s overtakes %1$s when %3$s is above %4$s; it is %5$s "
                              "on average."), leader, follower, what, limit, mean);

  return g_strdup_printf (_("%2$s overtakes %1$s when %3$s is below %4$s; it is %5$s on average."),
                          leader, follower, what, limit, mean);
}

/* --- one beside another ----------------------------------------------------------------------- */

static const YsPair *
get_pair (const YsFacts *facts,
          gsize          first,
          gsize          second)
{
  const YsResult *result = facts->result;

  return result->pairs != NULL ? &result->pairs[first * result->n_alternatives + second] : NULL;
}

/* The baseline counts as 0 beside the others. */
static double
worth_beside (const YsFacts *facts,
              gsize          alternative)
{
  return (int) alternative == facts->result->baseline ? 0.0 : ys_facts_mean (facts, alternative);
}

static char *
say_pair (const YsFacts *facts,
          gsize          first,
          gsize          second)
{
  const YsPair *pair = get_pair (facts, first, second);
  const YsPair *reverse = get_pair (facts, second, first);
  g_autofree char *winner = NULL;
  g_autofree char *loser = NULL;
  g_autofree char *often = NULL;

  if (pair == NULL || first == second)
    return NULL;
  if (reverse->dominance > pair->dominance)
    return say_pair (facts, second, first);

  winner = ys_sentence_alternative (facts, first);
  loser = ys_sentence_alternative (facts, second);
  often = ys_sentence_times (pair->beats);

  if (facts->certain && ys_facts_is_nothing (facts, worth_beside (facts, first) - worth_beside (facts, second)))
    {
      g_autofree char *worth = ys_sentence_money (facts, worth_beside (facts, first));

      return g_strdup_printf (_("%1$s and %2$s are worth the same: %3$s."), winner, loser, worth);
    }
  if (pair->dominance == YS_DOMINANCE_FIRST)
    /* Translators: first-order stochastic dominance; 1, 2: alternatives */
    return g_strdup_printf (_("Everybody would prefer %1$s to %2$s: whatever the amount, its chance "
                              "of reaching it is at least as good."), winner, loser);
  if (pair->dominance == YS_DOMINANCE_SECOND)
    /* Translators: second-order stochastic dominance */
    return g_strdup_printf (_("Whoever dislikes risk would prefer %1$s to %2$s: it is worth at least "
                              "as much on average, and its bad outcomes are less bad."),
                            winner, loser);

  /* Translators: 3: how often: “7 times in 10” */
  return g_strdup_printf (_("In the same circumstances %1$s is worth more than %2$s %3$s."),
                          winner, loser, often);
}

/* --- losses that strike ----------------------------------------------------------------------- */

/* Every other time that something strikes, it costs at least this. */
static double
middle_loss (const YsExceedance *curve)
{
  for (gsize i = 0; i < curve->n_points; i++)
    if (curve->chances[i] <= 0.5 * curve->chances[0])
      return curve->losses[i];

  return NAN;
}

/* The point of what the board accepts that the curve comes nearest to, or goes beyond furthest. */
static const YsTolerance *
find_tightest (const YsScenario   *scenario,
               const YsExceedance *curve)
{
  const YsTolerance *tightest = NULL;
  double most = -INFINITY;

  for (guint i = 0; i < scenario->tolerance->len; i++)
    {
      const YsTolerance *point = scenario->tolerance->pdata[i];
      double share = ys_exceedance_get_chance (curve, point->loss) / point->chance;

      if (share > most)
        {
          most = share;
          tightest = point;
        }
    }

  return tightest;
}

/* In per cent: tenths are too coarse for what is rare. */
static char *
rare_chance (double fraction)
{
  return ys_sentence_figure (ys_format_chance (fraction, YS_FORMAT_SHORT));
}

/* Where the investment changes nothing about it, there is no “without” to speak of. */
static char *
say_loss_that_stays (const char *name,
                     const char *amount,
                     const char *chance,
                     const char *limit)
{
  if (limit == NULL)
    /* Translators: 1: an alternative, 2: amount of money, 3: a chance */
    return g_strdup_printf (_("With %1$s, the chance of losing at least %2$s in any one year is %3$s."),
                            name, amount, chance);

  /* Translators: 4: the chance that the board accepts */
  return g_strdup_printf (_("With %1$s, the chance of losing at least %2$s in any one year is %3$s. "
                            "The board accepts %4$s."), name, amount, chance, limit);
}

static char *
say_losses (const YsFacts *facts,
            gsize          alternative)
{
  const YsLossCurves *curves = facts->result->losses != NULL
                               ? facts->result->losses[alternative] : NULL;
  const YsExceedance *before = curves != NULL ? &curves->without[YS_SPAN_YEAR] : NULL;
  const YsTolerance *accepted = before != NULL ? find_tightest (facts->result->scenario, before)
                                               : NULL;
  double loss = accepted != NULL ? accepted->loss : before != NULL ? middle_loss (before) : NAN;
  g_autofree char *name = ys_sentence_alternative (facts, alternative);
  g_autofree char *amount = NULL;
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;
  g_autofree char *limit = NULL;
  double chance_before, chance_after;

  if (isnan (loss))
    return NULL;

  chance_before = ys_exceedance_get_chance (before, loss);
  chance_after = ys_exceedance_get_chance (&curves->with[YS_SPAN_YEAR], loss);
  amount = ys_sentence_money (facts, loss);
  without = rare_chance (chance_before);
  with = rare_chance (chance_after);
  limit = accepted != NULL ? rare_chance (accepted->chance) : NULL;
  if (chance_before == chance_after)
    return say_loss_that_stays (name, amount, with, limit);
  if (accepted == NULL)
    /* Translators: 1: an alternative, 2: amount of money, 3, 4: chances */
    return g_strdup_printf (_("Without %1$s, the chance of losing at least %2$s in any one year is "
                              "%3$s; with it, %4$s."), name, amount, without, with);

  /* Translators: 5: the chance that the board accepts */
  return g_strdup_printf (_("Without %1$s, the chance of losing at least %2$s in any one year is "
                            "%3$s; with it, %4$s. The board accepts %5$s."),
                          name, amount, without, with, limit);
}

/* --- the rules -------------------------------------------------------------------------------- */

/* Inputs that move an alternative, or the difference between two, the largest swing first. */
static GArray *
rank_by_swing (const YsFacts *facts,
               gsize          alternative,
               int            other)
{
  if (facts->result->analyses & YS_ANALYSE_SWINGS)
    return ys_result_rank_by_swing (facts->result, alternative, other);

  return g_array_new (FALSE, FALSE, sizeof (gsize));
}

static char *
say_what_matters_most (const YsFacts *facts)
{
  g_autoptr (GArray) ranks = facts->n > 0 ? rank_by_swing (facts, facts->order[0], -1) : NULL;

  if (ranks == NULL || ranks->len == 0)
    return NULL;

  return say_swing (facts, g_array_index (ranks, gsize, 0), facts->order[0], TRUE);
}

static char *
say_enough_to_turn (const YsFacts *facts)
{
  g_autoptr (GArray) ranks = facts->n > 0 ? rank_by_swing (facts, facts->order[0], -1) : NULL;
  Swing swing;

  if (ranks == NULL || ranks->len == 0
      || !get_swing (facts, g_array_index (ranks, gsize, 0), facts->order[0], -1, &swing)
      || swing.least >= 0.0 || swing.most <= 0.0)
    return NULL;

  return worth_of (facts, facts->order[0]) > 0.0
         ? g_strdup (_("That is enough to turn its gain into a loss."))
         : g_strdup (_("That is enough to turn its loss into a gain."));
}

static char *
say_what_decides (const YsFacts *facts)
{
  g_autoptr (GArray) ranks = facts->n > 1
                             ? rank_by_swing (facts, facts->order[0], (int) facts->order[1]) : NULL;
  const YsInput *input;
  Swing swing;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *what = NULL;
  g_autofree char *ahead = NULL;
  g_autofree char *behind = NULL;

  if (ranks == NULL || ranks->len == 0
      || !get_swing (facts, g_array_index (ranks, gsize, 0), facts->order[0],
                     (int) facts->order[1], &swing)
      || swing.least >= 0.0 || swing.most <= 0.0)
    return NULL;

  input = &facts->result->inputs[g_array_index (ranks, gsize, 0)];
  first = ys_sentence_alternative (facts, facts->order[0]);
  second = ys_sentence_alternative (facts, facts->order[1]);
  what = ys_sentence_input (facts, input);
  ahead = ys_sentence_value (facts, input, swing.at_most);
  behind = ys_sentence_value (facts, input, swing.at_least);
  /* Translators: 1, 2: alternatives, 3: an uncertain number, 4, 5: values of that number */
  return g_strdup_printf (_("Which of them is better depends most on %3$s: at %4$s it is %1$s, "
                            "at %5$s %2$s."), first, second, what, ahead, behind);
}

static char *
say_find_out_first (const YsFacts *facts)
{
  g_autoptr (GArray) ranks = NULL;

  if (facts->certain || facts->n == 0 || !(facts->result->analyses & YS_ANALYSE_VALUES))
    return NULL;

  ranks = ys_result_rank_by_value (facts->result);
  if (ranks->len > 0
      && ys_input_is_worth_checking (&facts->result->inputs[g_array_index (ranks, gsize, 0)]))
    return say_value (facts, g_array_index (ranks, gsize, 0));

  return g_strdup (_("Nothing is worth checking before deciding: no single answer would change the "
                     "choice often enough to pay for it."));
}

/* How far the value is from what is expected, in ranges of the input. */
static double
distance (const YsInput *input,
          double         value)
{
  double range = input->high > input->low ? input->high - input->low : fabs (input->mean);

  return isnan (value) || !(range > 0.0) ? INFINITY : fabs (value - input->mean) / range;
}

static double
distance_of_break_even (const YsFacts *facts,
                        const YsInput *input)
{
  return input->break_evens != NULL ? distance (input, input->break_evens[facts->order[0]])
                                    : INFINITY;
}

static double
distance_of_change (const YsFacts *facts,
                    const YsInput *input)
{
  gsize n = facts->result->n_alternatives;

  return input->changes != NULL
         ? distance (input, input->changes[facts->order[0] * n + facts->order[1]]) : INFINITY;
}

/* The input that has to move least for it; −1: none does it. */
static int
find_nearest (const YsFacts *facts,
              double       (*measure) (const YsFacts *facts,
                                       const YsInput *input))
{
  int nearest = -1;
  double least = INFINITY;

  for (gsize i = 0; i < facts->result->n_inputs; i++)
    {
      double own = measure (facts, &facts->result->inputs[i]);

      if (own < least)
        {
          least = own;
          nearest = (int) i;
        }
    }

  return nearest;
}

static gboolean
has_break_evens (const YsResult *result)
{
  return (result->analyses & YS_ANALYSE_BREAK_EVENS) && result->n_inputs > 0
         && result->inputs[0].break_evens != NULL;
}

static char *
say_needs_to_be_true (const YsFacts *facts)
{
  int input;
  g_autofree char *name = NULL;

  if (facts->n == 0 || !has_break_evens (facts->result))
    return NULL;

  input = find_nearest (facts, distance_of_break_even);
  if (input >= 0)
    return say_break_even (facts, (gsize) input, facts->order[0]);

  name = ys_sentence_alternative (facts, facts->order[0]);
  return ys_facts_something_pays (facts)
         ? g_strdup_printf (_("No single number turns %s into a loss."), name)
         : g_strdup_printf (_("No single number makes %s pay."), name);
}

static char *
say_changes_place (const YsFacts *facts)
{
  int input;

  if (facts->n < 2 || !has_break_evens (facts->result))
    return NULL;

  input = find_nearest (facts, distance_of_change);
  return input >= 0 ? say_change (facts, (gsize) input, facts->order[0], facts->order[1]) : NULL;
}

/* The best beside the next best. */
static char *
say_who_prefers (const YsFacts *facts)
{
  return facts->n > 1 && !facts->certain ? say_pair (facts, facts->order[0], facts->order[1]) : NULL;
}

/* The alternative that is worth most of those that something can strike. */
static char *
say_how_losses_strike (const YsFacts *facts)
{
  for (gsize i = 0; i < facts->n; i++)
    {
      char *sentence = say_losses (facts, facts->order[i]);

      if (sentence != NULL)
        return sentence;
    }

  return NULL;
}

/* In the order in which they are said. */
static const YsRule rules[] = {
  { "matters-most", say_what_matters_most },
  { "enough-to-turn", say_enough_to_turn },
  { "needs-to-be-true", say_needs_to_be_true },
  { "decides", say_what_decides },
  { "changes-place", say_changes_place },
  { "find-out-first", say_find_out_first },
  { "prefers", say_who_prefers },
  { "losses", say_how_losses_strike },
};

/* The few of them that lead the page; the rest stands on its cards. */
static const YsRule lead[] = {
  { "matters-most", say_what_matters_most },
  { "find-out-first", say_find_out_first },
  { "losses", say_how_losses_strike },
};

char *
ys_risk_text (const YsResult *result)
{
  g_autofree char *marked = NULL;

  g_return_val_if_fail (result != NULL, NULL);

  marked = ys_rules_say (rules, G_N_ELEMENTS (rules), result);
  return ys_sentence_dup_text (marked);
}

char *
ys_risk_markup (const YsResult *result)
{
  g_autofree char *marked = NULL;

  g_return_val_if_fail (result != NULL, NULL);

  marked = ys_rules_say (lead, G_N_ELEMENTS (lead), result);
  return ys_sentence_dup_markup (marked);
}

/* --- by themselves ---------------------------------------------------------------------------- */

static char *
to_text (char *marked)
{
  g_autofree char *own = marked;

  return ys_sentence_dup_text (own);
}

char *
ys_risk_say_swing (const YsFacts *facts,
                   gsize          input,
                   gsize          alternative)
{
  return to_text (say_swing (facts, input, alternative, FALSE));
}

char *
ys_risk_say_value (const YsFacts *facts,
                   gsize          input)
{
  return to_text (say_value (facts, input));
}

char *
ys_risk_say_break_even (const YsFacts *facts,
                        gsize          input,
                        gsize          alternative)
{
  return to_text (say_break_even (facts, input, alternative));
}

char *
ys_risk_say_change (const YsFacts *facts,
                    gsize          input,
                    gsize          first,
                    gsize          second)
{
  return to_text (say_change (facts, input, first, second));
}

char *
ys_risk_say_pair (const YsFacts *facts,
                  gsize          first,
                  gsize          second)
{
  return to_text (say_pair (facts, first, second));
}

char *
ys_risk_say_losses (const YsFacts *facts,
                    gsize          alternative)
{
  return to_text (say_losses (facts, alternative));
}
