/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-origin.h"

#include <math.h>
#include <string.h>

#include "ys-scenario-parts.h"

YsOrigin *
ys_origin_new (const YsProgram *program,
               const YsWhatIf  *what_if,
               YsSums           sums)
{
  YsOrigin *self = g_new0 (YsOrigin, 1);
  gsize n = program->n_alternatives, n_assumptions = program->scenario->assumptions->len;

  self->what_if = what_if != NULL ? ys_what_if_copy (what_if) : NULL;
  self->pert_family = program->pert_family != NULL ? ys_pert_family_ref (program->pert_family) : NULL;
  self->sums = sums;
  self->first_group = g_new (gsize, n + 1);
  self->rests = g_new (guint8, MAX (n * n_assumptions, 1));

  for (gsize a = 0; a < n; a++)
    {
      self->first_group[a] = program->alternatives[a].first_group;
      memcpy (self->rests + a * n_assumptions, program->alternatives[a].rests, n_assumptions);
    }
  self->first_group[n] = program->n_groups;

  return self;
}

void
ys_origin_free (YsOrigin *origin)
{
  if (origin == NULL)
    return;

  g_clear_pointer (&origin->what_if, ys_what_if_free);
  g_clear_pointer (&origin->pert_family, ys_pert_family_unref);
  g_free (origin->sums.groups);
  g_free (origin->sums.cash);
  g_free (origin->first_group);
  g_free (origin->rests);
  g_free (origin);
}

/* --- what is the same ---------------------------------------------------------------------------- */

typedef struct
{
  const YsScenario *scenario;
  const YsWhatIf   *what_if;
} Side;

/* What moves every alternative. */
static gboolean
has_same_frame (const YsProgram *program,
                Side             now,
                const YsResult  *result,
                const YsResult  *previous)
{
  const YsScenario *before = previous->scenario;
  const YsWhatIf *earlier = previous->origin->what_if;

  return !program->certain && previous->n_trials == result->n_trials && previous->seed == result->seed
         && before->n_periods == now.scenario->n_periods
         && ys_scenario_get_per_year (before) == ys_scenario_get_per_year (now.scenario)
         && before->rules.timing == now.scenario->rules.timing
         && before->rules.losses == now.scenario->rules.losses
         && ys_optional_equal (before->rules.tax_rate, now.scenario->rules.tax_rate)
         && (earlier != NULL ? earlier->delay : 0.0) == (now.what_if != NULL ? now.what_if->delay : 0.0);
}

static gboolean
is_same_assumption (const YsAssumption *assumption,
                    Side                now,
                    Side                before)
{
  const YsAssumption *other = ys_scenario_find_assumption (before.scenario, assumption->id);

  return other != NULL && ys_assumption_equal (assumption, other)
         && ys_what_if_get_shift (now.what_if, assumption->id) == ys_what_if_get_shift (before.what_if, assumption->id);
}

static gboolean
moves_with_others (const YsScenario *scenario,
                   const char       *assumption)
{
  for (guint i = 0; i < scenario->moves_with->len; i++)
    {
      const YsMovesWith *pair = scenario->moves_with->pdata[i];

      if (g_str_equal (pair->a, assumption) || g_str_equal (pair->b, assumption))
        return TRUE;
    }

  return FALSE;
}

/* same[i] ← whether the draws of assumption i are the same. Those that move together are so together. */
static void
compare_assumptions (Side      now,
                     Side      before,
                     gboolean *same)
{
  const GPtrArray *assumptions = now.scenario->assumptions;
  gboolean together = ys_parts_equal (now.scenario->moves_with, before.scenario->moves_with,
                                      (GEqualFunc) ys_moves_with_equal);

  for (guint i = 0; i < assumptions->len; i++)
    {
      const YsAssumption *assumption = assumptions->pdata[i];

      same[i] = is_same_assumption (assumption, now, before);
      if (!same[i] && moves_with_others (now.scenario, assumption->id))
        together = FALSE;
    }

  for (guint i = 0; i < assumptions->len && !together; i++)
    {
      const char *id = ((const YsAssumption *) assumptions->pdata[i])->id;

      if (moves_with_others (now.scenario, id) || moves_with_others (before.scenario, id))
        same[i] = FALSE;
    }
}

static gboolean
is_same_alternative (const YsProgramAlternative *own,
                     gsize                       n_groups,
                     const gboolean             *same_assumptions,
                     const YsResult             *previous,
                     gsize                       index)
{
  const YsOrigin *origin = previous->origin;

  for (gsize i = 0; i < own->n_assumptions; i++)
    if (own->rests[i] && !same_assumptions[i])
      return FALSE;

  return own->rate == previous->alternatives[index].rate
         && n_groups == origin->first_group[index + 1] - origin->first_group[index]
         && ys_alternative_equal (own->alternative, previous->alternatives[index].alternative);
}

static GHashTable *
index_alternatives (const YsResult *result)
{
  GHashTable *indices = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize a = 0; a < result->n_alternatives; a++)
    g_hash_table_insert (indices, result->alternatives[a].alternative->id, GSIZE_TO_POINTER (a));
  return indices;
}

/* All of them, if the baseline is not the same; the baseline, if any other is not. */
static void
respect_baseline (const YsProgram *program,
                  const YsResult  *previous,
                  int             *same)
{
  gboolean all = TRUE;
  gboolean none = program->baseline < 0
    ? previous->baseline >= 0
    : previous->baseline < 0 || same[program->baseline] != previous->baseline;

  for (gsize a = 0; a < program->n_alternatives; a++)
    {
      if (none)
        same[a] = -1;
      all = all && same[a] >= 0;
    }
  if (program->baseline >= 0 && !all)
    same[program->baseline] = -1;
}

int *
ys_origin_find_same (const YsProgram *program,
                     const YsWhatIf  *what_if,
                     const YsResult  *result,
                     const YsResult  *previous)
{
  Side now = { program->scenario, what_if };
  int *same = g_new (int, MAX (program->n_alternatives, 1));
  g_autoptr(GHashTable) indices = NULL;
  g_autofree gboolean *assumptions = NULL;

  for (gsize a = 0; a < program->n_alternatives; a++)
    same[a] = -1;
  if (previous == NULL || previous->origin == NULL || !has_same_frame (program, now, result, previous))
    return same;

  assumptions = g_new0 (gboolean, MAX (now.scenario->assumptions->len, 1));
  compare_assumptions (now, (Side) { previous->scenario, previous->origin->what_if }, assumptions);
  indices = index_alternatives (previous);

  for (gsize a = 0; a < program->n_alternatives; a++)
    {
      const YsProgramAlternative *own = &program->alternatives[a];
      gpointer index;

      if (g_hash_table_lookup_extended (indices, own->alternative->id, NULL, &index)
          && is_same_alternative (own, own->groups->len, assumptions, previous, GPOINTER_TO_SIZE (index)))
        same[a] = GPOINTER_TO_INT (index);
    }
  respect_baseline (program, previous, same);

  return same;
}

/* --- taking over --------------------------------------------------------------------------------- */

void
ys_origin_take (const YsProgram *program,
                const YsResult  *previous,
                const int       *same,
                YsResult        *result,
                YsSums          *sums)
{
  gsize n = program->n_periods + 1;

  for (gsize a = 0; a < program->n_alternatives; a++)
    {
      const YsProgramAlternative *own = &program->alternatives[a];
      const YsOrigin *origin = previous != NULL ? previous->origin : NULL;

      if (same[a] < 0)
        continue;

      memcpy (sums->cash + a * n, origin->sums.cash + (gsize) same[a] * n, n * sizeof (double));
      /* without a line in any alternative there is no array of groups at all */
      if (own->groups->len > 0)
        memcpy (sums->groups + own->first_group * n, origin->sums.groups + origin->first_group[same[a]] * n,
                own->groups->len * n * sizeof (double));
      ys_result_take_outcomes (result, a, previous, (gsize) same[a]);
    }
}
