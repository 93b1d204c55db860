/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-input-break-even.h"

#include <float.h>
#include <math.h>

#include "ys-inputs.h"
#include "ys-shape.h"

#define STEP_GROWTH 4.0
#define STEPS 6           /* of what is uncertain: what comes later is beyond anybody's horizon */
#define CERTAIN_STEPS 20
#define MOST_GROWTH 10.0  /* 1000 % a year */
#define MOST_ROUNDS 100
#define NEVER 1e-3        /* quantile beyond which an estimate does not reach */

/* Where the worth of one alternative, less that of another, is looked for. */
typedef struct
{
  YsWorths *worths;
  gboolean  certain;
  double    start;
  double    step;
  double    least;
  double    most;
  gsize     a;
  int       b; /* −1: nothing */
} Search;

static double
evaluate (const Search *self,
          double        value)
{
  const double *worths = ys_worths_get (self->worths, value);

  return worths[self->a] - (self->b >= 0 ? worths[self->b] : 0.0);
}

/* --- within what bounds ------------------------------------------------------------------------ */

static void
set_bounds (Search         *self,
            const YsResult *result,
            const YsInput  *input)
{
  int field;
  const YsEstimate *estimate = ys_inputs_find (result->scenario, input->id, &field);
  double lowest = input->low, highest = input->high;
  YsCurve curve;

  if (input->uncertain && ys_curve_init (&curve, estimate, NULL))
    {
      lowest = ys_curve_get_quantile (&curve, NEVER);
      highest = ys_curve_get_quantile (&curve, 1.0 - NEVER);
      ys_curve_clear (&curve);
    }

  self->least = lowest > 0.0 || (field >= 0 && lowest == 0.0) ? 0.0 : -INFINITY;
  self->most = highest < 0.0 && field < 0 ? 0.0 : INFINITY;
  if (field == YS_FIELD_GROWTH)
    {
      self->least = -1.0;
      self->most = MOST_GROWTH;
    }
  else if (field >= 0 && ys_field_get_unit (field) == YS_UNIT_FRACTION)
    {
      self->least = 0.0;
      self->most = 1.0;
    }
}

static void
set_start (Search        *self,
           const YsInput *input)
{
  self->start = CLAMP (input->mean, self->least, self->most);
  self->step = MAX ((input->high - input->low) / 2.0, fabs (self->start) / STEP_GROWTH);
  if (self->step == 0.0)
    self->step = input->unit == YS_UNIT_FRACTION ? 0.1 : 1.0;
}

/* --- between two values of different sign ------------------------------------------------------ */

typedef struct
{
  double at;
  double worth;
} Point;

/* Where the parabola through three points, taken backwards, is zero; the line through the last two when
 * there is none. */
static double
interpolate (Point a,
             Point b,
             Point c)
{
  if (a.worth != b.worth && a.worth != c.worth && b.worth != c.worth)
    return a.at * b.worth * c.worth / ((a.worth - b.worth) * (a.worth - c.worth))
           + b.at * a.worth * c.worth / ((b.worth - a.worth) * (b.worth - c.worth))
           + c.at * a.worth * b.worth / ((c.worth - a.worth) * (c.worth - b.worth));
  return b.at - b.worth * (c.at - b.at) / (c.worth - b.worth);
}

static double
tolerance (const Search *self,
           double        value)
{
  return self->certain ? 2.0 * DBL_EPSILON * fabs (value) : 1e-4 * self->step;
}

/* Brent's idea: trust the parabola while it closes in at least as fast as halving does. The value where a
 * step has become short is as good as it gets; to work it out would only confirm it. */
static double
root_between (const Search *self,
              Point         low,
              Point         high)
{
  double last_step = high.at - low.at;
  Point last = low;

  for (int round = 0; round < MOST_ROUNDS && low.worth != 0.0 && high.worth != 0.0; round++)
    {
      Point nearer = fabs (low.worth) < fabs (high.worth) ? low : high, next;
      double at = round == 0 ? low.at - low.worth * (high.at - low.at) / (high.worth - low.worth)
                             : interpolate (last, low, high);

      if (!(at > low.at && at < high.at) || fabs (at - nearer.at) > fabs (last_step) / 2.0)
        at = (low.at + high.at) / 2.0;

      last_step = at - nearer.at;
      if (fabs (last_step) <= tolerance (self, at) || at == low.at || at == high.at)
        return at;

      next = (Point) { at, evaluate (self, at) };
      last = (next.worth > 0.0) == (low.worth > 0.0) ? low : high;
      if (last.at == low.at)
        low = next;
      else
        high = next;
    }

  return low.worth == 0.0 ? low.at : high.at;
}

/* --- outwards from the mean -------------------------------------------------------------------- */

static gboolean
crosses (Point a,
         Point b)
{
  return (a.worth < 0.0 && b.worth >= 0.0) || (a.worth > 0.0 && b.worth <= 0.0);
}

/* The last three points on the way out, the last one last. */
typedef struct
{
  Point points[3];
} Way;

/* Trials leave open whether the worth at a bound is zero or next to it. A root that close is the bound itself, be it on
 * this side or beyond: an investment that only brings money breaks even where that is nothing. */
static double
settle_at_bound (const Search *self,
                 Point         end,
                 Point         next,
                 double        root)
{
  double blur = (self->certain ? 1e-9 : 0.02) * self->step;

  if (next.at != self->least && next.at != self->most)
    return root;
  if (!isnan (root))
    return fabs (root - next.at) <= blur ? next.at : root;

  /* how far beyond, going on as straight as before */
  return fabs (next.worth * (next.at - end.at) / (next.worth - end.worth)) <= blur ? next.at : NAN;
}

/* One step further on a side. Returns the root in it, or NAN. */
static double
step_out (const Search *self,
          Way          *way,
          double        at)
{
  Point end = way->points[2];
  Point next = { CLAMP (at, self->least, self->most), NAN };

  if (next.at == end.at || isnan (end.worth))
    return NAN;

  next.worth = evaluate (self, next.at);
  if (!isfinite (next.worth))
    next.worth = NAN;
  *way = (Way) { { way->points[1], end, next } };

  if (!crosses (end, next))
    return settle_at_bound (self, end, next, NAN);
  return settle_at_bound (self, end, next,
                          next.at > end.at ? root_between (self, end, next) : root_between (self, next, end));
}

/* Where the worth bends back between the last two points, it may have been on the other side of zero meanwhile:
 * so it has if the parabola through all three says so, and is right. Returns the nearer root, or NAN. */
static double
root_in_bend (const Search *self,
              const Way    *way)
{
  Point a = way->points[0], b = way->points[1], c = way->points[2];
  double slope = (b.worth - a.worth) / (b.at - a.at);
  double bend = ((c.worth - b.worth) / (c.at - b.at) - slope) / (c.at - a.at);
  Point turn = { (a.at + b.at) / 2.0 - slope / (2.0 * bend), NAN };

  if (!(turn.at > MIN (b.at, c.at) && turn.at < MAX (b.at, c.at)))
    return NAN;

  turn.worth = a.worth + (turn.at - a.at) * (slope + bend * (turn.at - b.at));
  if (!crosses (b, turn))
    return NAN;

  turn.worth = evaluate (self, turn.at);
  if (!isfinite (turn.worth) || !crosses (b, turn))
    return NAN;
  return turn.at > b.at ? root_between (self, b, turn) : root_between (self, turn, b);
}

static double
find_root (const Search *self)
{
  Point start = { self->start, evaluate (self, self->start) };
  Way up = { { start, start, start } }, down = up;
  double distance = self->step;

  for (int k = 0; k < (self->certain ? CERTAIN_STEPS : STEPS); k++, distance *= STEP_GROWTH)
    {
      double above = step_out (self, &up, self->start + distance);
      double below = step_out (self, &down, self->start - distance);

      if (start.worth == 0.0 && (fabs (up.points[2].worth) > 0.0 || fabs (down.points[2].worth) > 0.0))
        return self->start;
      if (k == 0)
        {
          up.points[0] = down.points[2];
          down.points[0] = up.points[2];
        }
      if (isnan (above))
        above = root_in_bend (self, &up);
      if (isnan (below))
        below = root_in_bend (self, &down);
      if (!isnan (above) || !isnan (below))
        return isnan (below) || above - self->start <= self->start - below ? above : below;
    }

  return NAN;
}

/* --- of an input ------------------------------------------------------------------------------- */

static gboolean
is_moved (const YsResult *result,
          const YsInput  *input,
          gsize           alternative)
{
  return (int) alternative != result->baseline && (input->alternative < 0 || input->alternative == (int) alternative);
}

static double *
new_nans (gsize n)
{
  double *values = g_new (double, MAX (n, 1));

  for (gsize i = 0; i < n; i++)
    values[i] = NAN;
  return values;
}

static void
find_changes (Search         *search,
              const YsResult *result,
              YsInput        *input)
{
  gsize n = result->n_alternatives;

  input->changes = new_nans (n * n);
  for (gsize a = 0; a < n; a++)
    for (gsize b = a + 1; b < n; b++)
      if (is_moved (result, input, a) || is_moved (result, input, b))
        {
          search->a = a;
          search->b = (int) b;
          input->changes[a * n + b] = input->changes[b * n + a] = find_root (search);
        }
}

void
ys_input_break_even (YsWorths       *worths,
                     const YsResult *result,
                     YsInput        *input)
{
  Search search = { .worths = worths, .certain = ys_held_is_certain (worths->held), .b = -1 };

  set_bounds (&search, result, input);
  set_start (&search, input);

  input->break_evens = new_nans (result->n_alternatives);
  for (search.a = 0; search.a < result->n_alternatives; search.a++)
    if (is_moved (result, input, search.a))
      input->break_evens[search.a] = find_root (&search);

  if (result->n_alternatives <= YS_MAX_PAIRED)
    find_changes (&search, result, input);
}
