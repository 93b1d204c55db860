/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-cash.h"

#include <float.h>
#include <math.h>

/* With s = ln (1 + rate) the present value is a sum of exponentials, Σ amount · e^(−time · s),
 * and Descartes' rule holds for it as for polynomials, whatever the times: at most as many roots
 * as the amounts, in the order of time, change sign. One change: exactly one root.
 *
 * With more, multiply by e^(ζ · s) for a ζ inside one of the changes, which moves no root. The
 * derivative of the product is again a sum of exponentials, with amounts · (ζ − time): one
 * change of sign less. Its roots, found in the same way, cut the axis into stretches on which
 * the product only rises or only falls, so that the signs at the ends of a stretch tell whether
 * there is a root in it.
 *
 * Source: Jameson, Counting zeros of generalised polynomials, Mathematical Gazette 90 (2006),
 * 223-234. */
typedef struct
{
  long double    *amounts; /* none is 0 */
  const double   *times;   /* ascending, no two equal */
  const gboolean *steady;  /* time is one unit after the one before; see mark_steady() */
  double          unit;
  gsize           n;
} Series;

/* No double lies beyond these but −1 and infinity, as ln (1 + rate). */
#define LOWEST  (-36.73)
#define HIGHEST (709.78)

/* Of the largest amount: no amount of money is smaller, but the rounding of sums is. */
#define LEAST_SHARE 1e-14L

typedef struct
{
  long double in;        /* worth of the positive amounts … */
  long double out;       /* … and of the others, positive; both times one factor */
  long double in_slope;  /* their derivatives by s */
  long double out_slope;
} Balance;

/* Counted from the flow that weighs most, so that nothing overflows. */
static Balance
balance_at (const Series *series,
            long double   s)
{
  double origin = s > 0.0 ? series->times[0] : series->times[series->n - 1];
  long double unit_factor = expl (-series->unit * s);
  long double factor = 1.0L;
  Balance balance = { 0, };

  for (gsize i = 0; i < series->n; i++)
    {
      long double time = series->times[i] - origin;
      long double worth;

      factor = series->steady[i] ? factor * unit_factor : expl (-time * s);
      worth = fabsl (series->amounts[i]) * factor;

      if (series->amounts[i] > 0.0)
        {
          balance.in += worth;
          balance.in_slope -= time * worth;
        }
      else
        {
          balance.out += worth;
          balance.out_slope -= time * worth;
        }
    }

  return balance;
}

/* 0 when the sum is no more than what rounding of the amounts can make. */
static int
balance_get_sign (const Balance *balance)
{
  long double value = balance->in - balance->out;

  if (fabsl (value) <= 4.0L * DBL_EPSILON * (balance->in + balance->out))
    return 0;

  return value > 0.0L ? 1 : -1;
}

static int
sign_at (const Series *series,
         long double   s)
{
  Balance balance = balance_at (series, s);

  return balance_get_sign (&balance);
}

/* The one root between two points of different sign. The logarithm of in / out is nearly
 * straight, so Newton's steps on it go home fast; the bracket is halved where they would leave
 * it or linger. */
static long double
root_between (const Series *series,
              long double   low,
              long double   high,
              int           sign_low)
{
  long double s = low < 0.0L && high > 0.0L ? 0.0L : (low + high) / 2.0L;
  long double step = high - low;

  for (int i = 0; i < 200; i++)
    {
      Balance at = balance_at (series, s);
      long double last_step = step;
      long double next;

      if (at.in == at.out)
        break;

      if ((at.in > at.out) == (sign_low > 0))
        low = s;
      else
        high = s;

      next = s - logl (at.in / at.out) / (at.in_slope / at.in - at.out_slope / at.out);
      if (!(next > low && next < high) || fabsl (next - s) > fabsl (last_step) / 2.0L)
        next = (low + high) / 2.0L;

      step = next - s;
      s = next;
      if (fabsl (step) <= 2.0L * LDBL_EPSILON * (fabsl (s) + 1e-6L))
        break;
    }

  return s;
}

/* The last amount before the middle one of the changes of sign, or −1 when there is none. */
static gssize
find_sign_change (const Series *series,
                  gsize        *n_changes)
{
  g_autofree gsize *changes = g_new (gsize, series->n);

  *n_changes = 0;
  for (gsize i = 0; i + 1 < series->n; i++)
    if ((series->amounts[i] > 0.0L) != (series->amounts[i + 1] > 0.0L))
      changes[(*n_changes)++] = i;

  return *n_changes > 0 ? (gssize) changes[*n_changes / 2] : -1;
}

static GArray *series_find_roots (const Series *series);

/* Roots of the derivative of e^(ζ · s) times the series, ζ in the middle of the change after
 * amount k. */
static GArray *
find_turning_points (const Series *series,
                     gsize         k)
{
  g_autofree long double *amounts = g_new (long double, series->n);
  double middle = (series->times[k] + series->times[k + 1]) / 2.0;
  double span = series->times[series->n - 1] - series->times[0];
  Series derivative = *series;

  derivative.amounts = amounts;
  for (gsize i = 0; i < series->n; i++)
    amounts[i] = series->amounts[i] * (middle - series->times[i]) / span;

  return series_find_roots (&derivative);
}

/* A root at a turning point is one that touches; it stands for all that rounding cannot part
 * from it. */
static GArray *
series_find_roots (const Series *series)
{
  GArray *roots = g_array_new (FALSE, FALSE, sizeof (long double));
  g_autoptr (GArray) ends = NULL;
  long double low = LOWEST;
  long double highest = HIGHEST;
  gsize n_changes;
  gssize k;
  int sign_low;

  k = find_sign_change (series, &n_changes);
  if (k < 0)
    return roots;

  ends = n_changes > 1 ? find_turning_points (series, (gsize) k)
                       : g_array_new (FALSE, FALSE, sizeof (long double));
  g_array_append_val (ends, highest);
  sign_low = sign_at (series, low);

  for (guint i = 0; i < ends->len; i++)
    {
      long double high = g_array_index (ends, long double, i);
      int sign_high = sign_at (series, high);

      if (sign_low * sign_high < 0)
        {
          long double root = root_between (series, low, high, sign_low);

          g_array_append_val (roots, root);
        }
      else if (sign_high == 0 && i + 1 < ends->len)
        g_array_append_val (roots, high);

      low = high;
      sign_low = sign_high;
    }

  return roots;
}

typedef struct
{
  double time;
  double amount;
} Flow;

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double left = ((const Flow *) a)->time;
  double right = ((const Flow *) b)->time;

  return (left > right) - (left < right);
}

static Flow *
sort_flows (const double *flows,
            const double *times,
            gsize         n)
{
  Flow *sorted = g_new (Flow, MAX (n, 1));

  for (gsize i = 0; i < n; i++)
    sorted[i] = (Flow) { times[i], flows[i] };
  qsort (sorted, n, sizeof (Flow), compare_times);

  return sorted;
}

/* What is left where amounts cancel, such as 0.7 + 0.1 − 0.8, would make a root next to −1 or near
 * infinity. Where nothing else is there to weigh against the largest, it is no residue. */
static gsize
drop_residues (long double *amounts,
               double      *times,
               gsize        n)
{
  long double highest = 0.0L;
  long double lowest = 0.0L;
  gsize n_kept = 0;

  for (gsize i = 0; i < n; i++)
    {
      highest = MAX (highest, amounts[i]);
      lowest = MIN (lowest, amounts[i]);
    }
  if (MIN (highest, -lowest) <= LEAST_SHARE * MAX (highest, -lowest))
    return n;

  for (gsize i = 0; i < n; i++)
    if (fabsl (amounts[i]) > LEAST_SHARE * MAX (highest, -lowest))
      {
        amounts[n_kept] = amounts[i];
        times[n_kept] = times[i];
        n_kept++;
      }

  return n_kept;
}

/* Adds up what falls on one day and leaves out what comes to nothing. */
static gsize
merge_flows (const Flow  *sorted,
             gsize        n,
             long double *amounts,
             double      *times)
{
  gsize n_merged = 0;

  for (gsize i = 0; i < n;)
    {
      long double sum = 0.0L;
      long double gross = 0.0L;
      double time = sorted[i].time;

      for (; i < n && sorted[i].time == time; i++)
        {
          sum += sorted[i].amount;
          gross += fabs (sorted[i].amount);
        }

      if (fabsl (sum) > DBL_EPSILON * gross)
        {
          amounts[n_merged] = sum;
          times[n_merged] = time;
          n_merged++;
        }
    }

  return drop_residues (amounts, times, n_merged);
}

/* Along a steady stretch each factor is the last one times that of a unit, which saves an
 * exponential; every 16th is taken afresh, so that no rounding builds up. */
static void
mark_steady (const double *times,
             gsize         n,
             double       *unit,
             gboolean     *steady)
{
  *unit = n > 1 ? times[1] - times[0] : 0.0;
  for (gsize i = 0; i < n; i++)
    steady[i] = i % 16 != 0 && fabs (times[i] - times[i - 1] - *unit) <= 1e-12 * *unit;
}

static double *
rates_from_logarithms (const GArray *roots,
                       gsize        *n_rates)
{
  g_autofree double *rates = g_new (double, MAX (roots->len, 1));

  *n_rates = 0;
  for (guint i = 0; i < roots->len; i++)
    {
      double rate = (double) expm1l (g_array_index (roots, long double, i));

      if (rate > -1.0 && isfinite (rate))
        rates[(*n_rates)++] = rate;
    }

  return *n_rates > 0 ? g_steal_pointer (&rates) : NULL;
}

static gboolean
all_finite (const double *values,
            gsize         n)
{
  for (gsize i = 0; i < n; i++)
    if (!isfinite (values[i]))
      return FALSE;

  return TRUE;
}

double *
ys_internal_rates (const double *flows,
                   const double *times,
                   gsize         n,
                   gsize        *n_rates)
{
  g_autofree Flow *sorted = sort_flows (flows, times, n);
  g_autofree long double *amounts = g_new (long double, MAX (n, 1));
  g_autofree double *merged_times = g_new (double, MAX (n, 1));
  g_autofree gboolean *steady = g_new (gboolean, MAX (n, 1));
  g_autoptr (GArray) roots = NULL;
  Series series = { amounts, merged_times, steady, 0.0, 0 };

  *n_rates = 0;
  if (!all_finite (flows, n) || !all_finite (times, n))
    return NULL;

  series.n = merge_flows (sorted, n, amounts, merged_times);
  mark_steady (merged_times, series.n, &series.unit, steady);
  roots = series_find_roots (&series);

  return rates_from_logarithms (roots, n_rates);
}
