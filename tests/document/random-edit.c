/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edit.h"

#include <math.h>

/* Beyond these a further one replaces another. */
#define MOST_PARTS 6
#define MOST_LINES 5

static gboolean
toss (GRand  *random,
      double  chance)
{
  return g_rand_double (random) < chance;
}

static guint
below (GRand *random,
       guint  n)
{
  return n == 0 ? 0 : (guint) g_rand_int_range (random, 0, (int) n);
}

/* Also such as have to be escaped, are no name in any language, or are missing. */
static const char *
some_name (GRand *random)
{
  static const char *const names[] = {
    "Spring campaign", "Line 4", "Größe", "顧客", "a < b & \"c\"", "=1+1", "x", "It’s ours", "  ", "",
  };

  return names[below (random, G_N_ELEMENTS (names))];
}

/* A text that may be missing. */
static void
change_text (GRand  *random,
             char  **text)
{
  g_free (*text);
  *text = toss (random, 0.2) ? NULL : g_strdup (some_name (random));
}

static const char *
some_id (GRand            *random,
         const YsScenario *scenario,
         YsPart            kind)
{
  const GPtrArray *parts = ys_edit_get_parts (scenario, kind);

  if (parts->len == 0 || toss (random, 0.02))
    return "nobody";

  /* each begins with its id */
  return *(char *const *) parts->pdata[below (random, parts->len)];
}

/* --- estimates -------------------------------------------------------------------------------- */

static double
some_number (GRand  *random,
             YsUnit  unit)
{
  double share = floor (g_rand_double (random) * 1000.0) / 1000.0;

  if (toss (random, 0.02))
    return -share;

  return unit == YS_UNIT_FRACTION ? share : unit == YS_UNIT_MONEY ? floor (share * 1e6) : share * 10.0;
}

static void
give (YsEstimate *estimate,
      GRand      *random,
      YsUnit      unit,
      YsNumber    first,
      guint       n)
{
  double value = some_number (random, unit);

  for (guint i = 0; i < n; i++)
    {
      ys_estimate_set_number (estimate, first + i, value);
      value += fabs (some_number (random, unit)) * (toss (random, 0.03) ? -1.0 : 1.0);
    }
}

static void
give_formula (YsEstimate       *estimate,
              GRand            *random,
              const YsScenario *scenario)
{
  g_auto (GStrv) words = g_strsplit (some_id (random, scenario, YS_PART_ASSUMPTION), "-", -1);
  g_autofree char *name = g_strjoinv ("_", words);

  estimate->formula = toss (random, 0.05) ? g_strdup ("2 *")
                                          : g_strdup_printf ("min(%s, 1) * 0.25 + 0.5", name);
}

static void
give_cases (YsEstimate *estimate,
            GRand      *random,
            YsUnit      unit)
{
  const YsCase cases[] = {
    { some_number (random, unit), 1.0 + below (random, 3) },
    { some_number (random, unit), toss (random, 0.05) ? 0.0 : 2.0 },
    { some_number (random, unit), 0.5 },
  };

  ys_estimate_set_cases (estimate, cases, 1 + below (random, G_N_ELEMENTS (cases)));
}

static YsEstimate *
some_estimate (GRand            *random,
               const YsScenario *scenario,
               YsUnit            unit)
{
  YsEstimate *estimate = ys_estimate_new ();

  switch (below (random, 9))
    {
    case 0:
    case 1:
      give (estimate, random, unit, YS_NUMBER_EXACTLY, 1);
      break;
    case 2:
      give (estimate, random, unit, YS_NUMBER_LOW, 1);
      ys_estimate_set_number (estimate, YS_NUMBER_HIGH,
                              estimate->numbers[YS_NUMBER_LOW] + fabs (some_number (random, unit)));
      estimate->shape = below (random, YS_SHAPE_UNIFORM + 1);
      break;
    case 3:
      give (estimate, random, unit, YS_NUMBER_LOW, 3);
      estimate->shape = YS_SHAPE_PERT + below (random, 3);
      estimate->bounds = below (random, YS_N_BOUNDS);
      break;
    case 4:
      give (estimate, random, unit, YS_NUMBER_LOW, 3);
      ys_estimate_set_number (estimate, YS_NUMBER_CONFIDENCE, 0.8);
      break;
    case 5:
      give (estimate, random, unit, YS_NUMBER_MEAN, 2);
      estimate->shape = YS_SHAPE_NORMAL;
      break;
    case 6:
      ys_estimate_set_number (estimate, YS_NUMBER_ALPHA, 1.0 + below (random, 4));
      ys_estimate_set_number (estimate, YS_NUMBER_BETA, 1.0 + below (random, 4));
      estimate->shape = YS_SHAPE_BETA;
      break;
    case 7:
      give_cases (estimate, random, unit);
      break;
    default:
      give_formula (estimate, random, scenario);
    }

  return estimate;
}

/* --- lines ------------------------------------------------------------------------------------ */

static void
change_field (GRand            *random,
              const YsScenario *scenario,
              YsLine           *line,
              YsField           field)
{
  g_autoptr (YsEstimate) estimate = NULL;

  if (!toss (random, 0.05))
    estimate = some_estimate (random, scenario, field == YS_FIELD_GROWTH ? YS_UNIT_FRACTION
                                                                         : ys_field_get_unit (field));

  ys_line_set_estimate (line, field, estimate);
}

static void
change_list (GRand  *random,
             YsLine *line)
{
  const double values[] = { some_number (random, YS_UNIT_MONEY), 0.1, some_number (random, YS_UNIT_MONEY) };
  gsize n = below (random, G_N_ELEMENTS (values) + 1);

  if (toss (random, 0.5))
    {
      const double shares[] = { 0.25, some_number (random, YS_UNIT_FRACTION), 1.0 };

      ys_line_set_ramp (line, shares, n);
      return;
    }

  ys_line_set_estimate (line, YS_FIELD_AMOUNT, NULL);
  ys_line_set_by_period (line, (int) below (random, 4) + YS_PERIOD_UNSET, values, n);
}

static void
change_trait (GRand            *random,
              const YsScenario *scenario,
              YsLine           *line)
{
  switch (below (random, 8))
    {
    case 0:
      change_text (random, &line->source);
      break;
    case 1:
      line->nature = below (random, YS_N_NATURES);
      break;
    case 2:
      line->lean = below (random, YS_N_LEANS);
      break;
    case 3:
      line->first = (int) below (random, 4) + YS_PERIOD_UNSET;
      break;
    case 4:
      line->last = (int) below (random, 8) + YS_PERIOD_UNSET;
      break;
    case 5:
      g_free (line->driver);
      line->driver = g_strdup (some_id (random, scenario, YS_PART_DRIVER));
      break;
    case 6:
      ys_line_add_follows (line, some_id (random, scenario, YS_PART_ASSUMPTION), 0.01);
      break;
    default:
      line->depreciation = (YsDepreciation) { .method = below (random, YS_N_DEPRECIATION_METHODS) };
      if (line->depreciation.method == YS_DEPRECIATION_DECLINING_BALANCE)
        line->depreciation.rate = some_number (random, YS_UNIT_FRACTION);
      else
        line->depreciation.periods = (int) below (random, 8);
    }
}

static YsLine *
some_line (GRand            *random,
           const YsScenario *scenario)
{
  g_autofree char *id = ys_edit_make_id (scenario, some_name (random));
  const YsLineKind *const *kinds = ys_line_kinds ();
  YsLine *line;
  guint n = 0;

  while (kinds[n] != NULL)
    n++;

  line = ys_line_new (kinds[below (random, n)], id, some_name (random));
  for (YsField field = 0; field < YS_N_FIELDS; field++)
    if ((line->kind->required & YS_FIELD_BIT (field)) != 0)
      change_field (random, scenario, line, field);

  return line;
}

static YsLine *
change_line (GRand            *random,
             const YsScenario *scenario,
             const YsLine     *old)
{
  YsLine *line = ys_line_copy (old);
  YsField field = below (random, YS_N_FIELDS);

  if (toss (random, 0.15))
    change_list (random, line);
  else if (toss (random, 0.4))
    change_trait (random, scenario, line);
  else if ((line->kind->fields & YS_FIELD_BIT (field)) != 0)
    change_field (random, scenario, line, field);
  else
    {
      g_free (line->name);
      line->name = g_strdup (some_name (random));
    }

  return line;
}

static YsScenario *
edit_lines (GRand            *random,
            const YsScenario *scenario)
{
  guint alternative = below (random, scenario->alternatives->len);
  const GPtrArray *lines = ((YsAlternative *) scenario->alternatives->pdata[alternative])->lines;
  guint at = below (random, lines->len);
  g_autoptr (YsLine) line = NULL;

  if (lines->len == 0 || (lines->len < MOST_LINES && toss (random, 0.2)))
    {
      line = some_line (random, scenario);
      return ys_edit_insert_line (scenario, alternative, below (random, lines->len + 1), line);
    }
  if (toss (random, 0.1))
    return ys_edit_remove_line (scenario, alternative, at);
  if (toss (random, 0.1))
    return ys_edit_move_line (scenario, alternative, at, below (random, lines->len));

  line = change_line (random, scenario, lines->pdata[at]);
  return ys_edit_replace_line (scenario, alternative, at, line);
}

/* --- parts ------------------------------------------------------------------------------------ */

static gpointer
make_assumption (GRand            *random,
                 const YsScenario *scenario,
                 const char       *id)
{
  g_autoptr (YsEstimate) estimate = some_estimate (random, scenario, YS_UNIT_NUMBER);
  YsAssumption *assumption = ys_assumption_new (id, some_name (random), estimate);

  change_text (random, &assumption->source);

  return assumption;
}

static gpointer
make_alternative (GRand            *random,
                  const char       *id)
{
  YsAlternative *alternative = ys_alternative_new (id, some_name (random));

  change_text (random, &alternative->technical_name);
  change_text (random, &alternative->summary);
  alternative->baseline = toss (random, 0.2);
  alternative->discount_rate = toss (random, 0.2) ? some_number (random, YS_UNIT_FRACTION) : NAN;

  return alternative;
}

static gpointer
make_part (GRand            *random,
           const YsScenario *scenario,
           YsPart            kind)
{
  g_autofree char *id = ys_edit_make_id (scenario, some_name (random));
  const char *one = some_id (random, scenario, YS_PART_ALTERNATIVE);
  const char *other = some_id (random, scenario, YS_PART_ALTERNATIVE);

  switch (kind)
    {
    case YS_PART_DRIVER:
      return ys_driver_new (id, some_name (random), some_number (random, YS_UNIT_NUMBER));
    case YS_PART_ASSUMPTION:
      return make_assumption (random, scenario, id);
    case YS_PART_MOVES_WITH:
      return ys_moves_with_new (some_id (random, scenario, YS_PART_ASSUMPTION),
                                some_id (random, scenario, YS_PART_ASSUMPTION),
                                some_number (random, YS_UNIT_FRACTION));
    case YS_PART_ALTERNATIVE:
      return make_alternative (random, id);
    case YS_PART_BUDGET:
      return ys_budget_new ((int) below (random, 6), some_number (random, YS_UNIT_MONEY));
    case YS_PART_REQUIRES:
    case YS_PART_EXCLUDES:
      return ys_relation_new (one, other);
    case YS_PART_TOLERANCE:
      return ys_tolerance_new (some_number (random, YS_UNIT_MONEY), some_number (random, YS_UNIT_FRACTION));
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
part_unref (YsPart   kind,
            gpointer part)
{
  static void (*const unref[YS_N_PARTS]) (gpointer) = {
    [YS_PART_DRIVER] = (GDestroyNotify) ys_driver_unref,
    [YS_PART_ASSUMPTION] = (GDestroyNotify) ys_assumption_unref,
    [YS_PART_MOVES_WITH] = (GDestroyNotify) ys_moves_with_unref,
    [YS_PART_ALTERNATIVE] = (GDestroyNotify) ys_alternative_unref,
    [YS_PART_BUDGET] = (GDestroyNotify) ys_budget_unref,
    [YS_PART_REQUIRES] = (GDestroyNotify) ys_relation_unref,
    [YS_PART_EXCLUDES] = (GDestroyNotify) ys_relation_unref,
    [YS_PART_TOLERANCE] = (GDestroyNotify) ys_tolerance_unref,
  };

  unref[kind] (part);
}

static YsScenario *
edit_parts (GRand            *random,
            const YsScenario *scenario)
{
  YsPart kind = below (random, YS_N_PARTS);
  guint n = ys_edit_get_parts (scenario, kind)->len;
  guint at = below (random, n);
  YsScenario *newer;
  gpointer part;

  if (n > 0 && toss (random, 0.15))
    return ys_edit_remove (scenario, kind, at);
  if (n > 0 && toss (random, 0.15))
    return ys_edit_move (scenario, kind, at, below (random, n));

  part = make_part (random, scenario, kind);
  newer = n == 0 || (n < MOST_PARTS && toss (random, 0.6))
            ? ys_edit_insert (scenario, kind, below (random, n + 1), part)
            : ys_edit_replace (scenario, kind, at, part);
  part_unref (kind, part);

  return newer;
}

/* --- what all share --------------------------------------------------------------------------- */

static YsScenario *
edit_rules (GRand            *random,
            const YsScenario *scenario)
{
  YsScenario *newer = ys_scenario_copy (scenario);

  switch (below (random, 8))
    {
    case 0:
      g_free (newer->title);
      newer->title = g_strdup (some_name (random));
      break;
    case 1:
      newer->n_periods = (int) below (random, 12);
      break;
    case 2:
      newer->period = below (random, YS_N_PERIODS);
      break;
    case 3:
      newer->rules.discount_rate = some_number (random, YS_UNIT_FRACTION);
      break;
    case 4:
      newer->rules.tax_rate = toss (random, 0.3) ? NAN : some_number (random, YS_UNIT_FRACTION);
      break;
    case 5:
      newer->rules.timing = below (random, YS_N_TIMINGS);
      newer->rules.losses = below (random, YS_N_LOSSES);
      break;
    case 6:
      newer->has_simulation = TRUE;
      newer->seed = g_rand_int (random);
      newer->trials = below (random, 5000);
      break;
    default:
      g_strfreev (newer->understood);
      newer->understood = toss (random, 0.3) ? NULL : g_strsplit ("ERP CRM", " ", -1);
    }

  return newer;
}

YsScenario *
random_edit (GRand            *random,
             const YsScenario *scenario)
{
  double what = g_rand_double (random);

  if (what < 0.1)
    return edit_rules (random, scenario);
  if (what < 0.4 || scenario->alternatives->len == 0)
    return edit_parts (random, scenario);

  return edit_lines (random, scenario);
}
