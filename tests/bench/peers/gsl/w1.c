/* SPDX-License-Identifier: GPL-3.0-or-later */
/* w1 TRIALS SEED [MODEL]: W1 with the GNU Scientific Library, a trial at a time. */
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define N_ALTERNATIVES 6
#define N_LINES 8
#define YEARS 10
#define WRITTEN_OFF_IN 5
#define RATE 0.09
#define TAX 0.25
#define STRUCK 5 /* the alternative that outages strike */

typedef struct
{
  char   shape[16];
  double sign, p1, p2, p3, chance, growth_mean, growth_sd, market_factor;
  int    first;
} Line;

static Line lines[N_ALTERNATIVES][N_LINES];
static double capital[N_ALTERNATIVES];
static double *worth[N_ALTERNATIVES];

static int
read_model (const char *path)
{
  FILE *file = fopen (path, "r");
  char row[512];
  int counts[N_ALTERNATIVES] = { 0 };

  if (file == NULL || fgets (row, sizeof row, file) == NULL)
    return 0;
  while (fgets (row, sizeof row, file) != NULL)
    {
      Line line;
      double own;
      int a;

      if (sscanf (row, "%d,%lf,%lf,%15[a-z],%lf,%lf,%lf,%lf,%d,%lf,%lf,%lf", &a, &own, &line.sign,
                  line.shape, &line.p1, &line.p2, &line.p3, &line.chance, &line.first,
                  &line.growth_mean, &line.growth_sd, &line.market_factor) != 12)
        return 0;
      capital[a] = own;
      lines[a][counts[a]++] = line;
    }
  fclose (file);
  return 1;
}

static double
draw_amount (const gsl_rng *random,
             const Line    *line)
{
  double p1 = line->p1, p2 = line->p2, p3 = line->p3, width = p3 - p1, u;

  switch (line->shape[0])
    {
    case 'n':
      return p1 + gsl_ran_gaussian (random, p2);
    case 'l':
      return gsl_ran_lognormal (random, p1, p2);
    case 't':
      u = gsl_rng_uniform (random);
      return u * width < p2 - p1 ? p1 + sqrt (u * width * (p2 - p1))
                                 : p3 - sqrt ((1.0 - u) * width * (p3 - p2));
    default:
      return p1 + width * gsl_ran_beta (random, 1.0 + 4.0 * (p2 - p1) / width,
                                        1.0 + 4.0 * (p3 - p2) / width);
    }
}

static void
add_line (const gsl_rng *random,
          const Line    *line,
          double         market,
          double        *cash)
{
  double flow = line->sign * draw_amount (random, line) * gsl_ran_bernoulli (random, line->chance);
  double growth = 1.0 + line->growth_mean + gsl_ran_gaussian (random, line->growth_sd)
                  + line->market_factor * market;

  for (int t = line->first - 1; t < YEARS; t++)
    {
      cash[t] += flow;
      flow *= growth;
    }
}

static double
settle (const double *cash,
        double        outlay,
        const double *discount)
{
  double npv = -outlay, carried = 0.0;

  for (int t = 0; t < YEARS; t++)
    {
      double taxable = cash[t] - carried - (t < WRITTEN_OFF_IN ? outlay / WRITTEN_OFF_IN : 0.0);

      carried = taxable < 0.0 ? -taxable : 0.0;
      npv += (cash[t] - TAX * (taxable > 0.0 ? taxable : 0.0)) * discount[t];
    }

  return npv;
}

static void
simulate (const gsl_rng *random,
          size_t         trials)
{
  double discount[YEARS];

  for (int t = 0; t < YEARS; t++)
    discount[t] = pow (1.0 + RATE, -(t + 1));

  for (size_t i = 0; i < trials; i++)
    {
      double market = 0.02 + gsl_ran_gaussian (random, 0.02);

      for (int a = 0; a < N_ALTERNATIVES; a++)
        {
          double cash[YEARS] = { 0.0 };

          for (int k = 0; k < N_LINES; k++)
            add_line (random, &lines[a][k], market, cash);
          for (int t = 0; a == STRUCK && t < YEARS; t++)
            for (unsigned events = gsl_ran_poisson (random, 0.35); events > 0; events--)
              cash[t] -= gsl_ran_lognormal (random, 4.2, 0.9);
          worth[a][i] = settle (cash, capital[a], discount);
        }
    }
}

/* --- figures ---------------------------------------------------------------------------------- */

typedef struct
{
  double mean[N_ALTERNATIVES], p5[N_ALTERNATIVES], p50[N_ALTERNATIVES], p95[N_ALTERNATIVES];
  double pneg[N_ALTERNATIVES], cvar5[N_ALTERNATIVES], pbest[N_ALTERNATIVES];
  double evpi;
} Figures;

static size_t
rank (double share,
      size_t trials)
{
  size_t own = (size_t) ceil (share * (double) trials - 1e-9);

  return own > 0 ? own - 1 : 0;
}

static void
choose (Figures *figures,
        size_t   trials)
{
  double total = 0.0, most = -INFINITY;

  for (size_t i = 0; i < trials; i++)
    {
      int best = 0;

      for (int a = 1; a < N_ALTERNATIVES; a++)
        if (worth[a][i] > worth[best][i])
          best = a;
      total += worth[best][i];
      figures->pbest[best] += 1.0 / (double) trials;
    }
  for (int a = 0; a < N_ALTERNATIVES; a++)
    most = fmax (most, figures->mean[a]);
  figures->evpi = total / (double) trials - most;
}

/* The k-th smallest to its place, the smaller ones before it (Hoare 1961). */
static void
part (double *values,
      long    n,
      long    k)
{
  long left = 0, right = n - 1;

  while (left < right)
    {
      double pivot = values[left + (right - left) / 2];
      long i = left, j = right;

      while (i <= j)
        {
          while (values[i] < pivot)
            i++;
          while (pivot < values[j])
            j--;
          if (i <= j)
            {
              double other = values[i];

              values[i++] = values[j];
              values[j--] = other;
            }
        }
      if (j < k)
        left = i;
      if (k < i)
        right = j;
    }
}

static void
summarise (Figures *figures,
           size_t   trials)
{
  double n = (double) trials;

  memset (figures, 0, sizeof *figures);
  for (int a = 0; a < N_ALTERNATIVES; a++)
    for (size_t i = 0; i < trials; i++)
      {
        figures->mean[a] += worth[a][i] / n;
        figures->pneg[a] += worth[a][i] < 0.0 ? 1.0 / n : 0.0;
      }
  choose (figures, trials);

  for (int a = 0; a < N_ALTERNATIVES; a++)
    {
      size_t low = rank (0.05, trials), middle = rank (0.5, trials), high = rank (0.95, trials);
      double *own = worth[a];

      part (own, (long) trials, (long) middle);
      part (own, (long) middle, (long) low);
      part (own + middle, (long) (trials - middle), (long) (high - middle));
      figures->p5[a] = own[low];
      figures->p50[a] = own[middle];
      figures->p95[a] = own[high];
      for (size_t i = 0; i <= low; i++)
        figures->cvar5[a] += own[i] / (double) (low + 1);
    }
}

static void
print_figure (const char   *key,
              const double *values)
{
  printf (", \"%s\": [", key);
  for (int a = 0; a < N_ALTERNATIVES; a++)
    printf ("%s%.12g", a > 0 ? ", " : "", values[a]);
  printf ("]");
}

static double
seconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec + 1e-9 * (double) now.tv_nsec;
}

int
main (int    argc,
      char **argv)
{
  size_t trials = argc > 2 ? strtoul (argv[1], NULL, 10) : 0;
  gsl_rng *random = gsl_rng_alloc (gsl_rng_mt19937);
  double wall, cpu;
  Figures figures;

  if (trials == 0 || !read_model (argc > 3 ? argv[3] : "model.csv"))
    return 2;
  gsl_rng_set (random, strtoul (argv[2], NULL, 10));
  for (int a = 0; a < N_ALTERNATIVES; a++)
    worth[a] = malloc (trials * sizeof (double));

  wall = seconds (CLOCK_MONOTONIC);
  cpu = seconds (CLOCK_PROCESS_CPUTIME_ID);
  simulate (random, trials);
  summarise (&figures, trials);
  printf ("{\"wall\": %.9f, \"cpu\": %.9f, \"n\": %zu", seconds (CLOCK_MONOTONIC) - wall,
          seconds (CLOCK_PROCESS_CPUTIME_ID) - cpu, trials);
  print_figure ("mean", figures.mean);
  print_figure ("p5", figures.p5);
  print_figure ("p50", figures.p50);
  print_figure ("p95", figures.p95);
  print_figure ("cvar5", figures.cvar5);
  print_figure ("pneg", figures.pneg);
  print_figure ("pbest", figures.pbest);
  printf (", \"evpi\": %.12g}\n", figures.evpi);

  for (int a = 0; a < N_ALTERNATIVES; a++)
    free (worth[a]);
  gsl_rng_free (random);
  return 0;
}
