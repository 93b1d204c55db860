/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for all analyses: the order of things in a file says nothing, nor does the number of threads, and
 * they can be stopped. */
#include <math.h>

#include "scenario-text.h"
#include "ys-error.h"
#include "ys-simulate.h"

#define HEAD "period='year' periods='5'"
#define RULES "<rules discount-rate='0.08' tax-rate='0.25'/><simulation trials='8192' seed='3'/>"
#define PRICE "<assumption id='price' name='Price' unit='EUR' low='8' high='14'/>"
#define DEMAND "<assumption id='demand' name='Demand' unit='pieces' shape='normal' mean='1000' sd='150'/>"
#define UNIT_COST "<assumption id='unit-cost' name='Cost' unit='EUR' shape='uniform' low='4' high='7'/>"
#define TOGETHER "<moves-with a='price' b='demand' rank-correlation='-0.5'/>"
#define CAPITAL "<capital id='machine' name='Machine'><amount low='9000' high='12000'/>" \
  "<depreciation method='straight-line' periods='4'/></capital>"
#define SALES "<benefit id='sales' name='Sales'><amount formula='price * demand'/><growth low='-0.02' high='0.06'/></benefit>"
#define WORK "<cost id='work' name='Work'><amount formula='unit_cost * demand'/></cost>"
#define OUTAGE "<loss id='outage' name='Outage'><events-per-year low='0.2' high='0.8'/><loss-each low='500' high='4000'/></loss>"
#define BONUS "<benefit id='bonus' name='Bonus'><amount low='2000' high='9000'/><chance exactly='0.4'/></benefit>"
#define CAMPAIGN "<cost id='campaign' name='Campaign'><amount low='1000' high='3000'/></cost>"
#define FACTORY(lines) "<alternative id='factory' name='Factory'>" lines "</alternative>"
#define MAILING(lines) "<alternative id='mailing' name='Mailing'>" lines "</alternative>"
#define NOTHING(lines) "<alternative id='nothing' name='Nothing' baseline='yes'>" lines "</alternative>"

static const char forwards[] =
  RULES "<assumptions>" PRICE DEMAND UNIT_COST TOGETHER "</assumptions>"
  NOTHING (OUTAGE) FACTORY (CAPITAL SALES WORK OUTAGE) MAILING (BONUS CAMPAIGN);

static const char backwards[] =
  RULES "<assumptions>" UNIT_COST DEMAND PRICE TOGETHER "</assumptions>"
  MAILING (CAMPAIGN BONUS) FACTORY (OUTAGE WORK SALES CAPITAL) NOTHING (OUTAGE);

#define OF_INPUTS (YS_ANALYSE_VALUES | YS_ANALYSE_SWINGS | YS_ANALYSE_BREAK_EVENS)

static YsResult *
analyse (const char *contents,
         YsAnalyses  analyses,
         int         threads)
{
  g_autoptr(YsScenario) scenario = scenario_from_text (HEAD, contents);
  g_autoptr(GError) error = NULL;
  YsResult *result = ys_simulate (scenario, &(YsSimulateOptions) { .analyses = analyses, .threads = threads }, &error);

  g_assert_no_error (error);
  return result;
}

/* --- order --------------------------------------------------------------------------------------- */

static const YsInput *
find_input (const YsResult *result,
            const char     *id)
{
  for (gsize i = 0; i < result->n_inputs; i++)
    if (g_str_equal (result->inputs[i].id, id))
      return &result->inputs[i];

  g_error ("there is no input “%s”", id);
}

static gsize
find_alternative (const YsResult *result,
                  const char     *id)
{
  for (gsize a = 0; a < result->n_alternatives; a++)
    if (g_str_equal (result->alternatives[a].alternative->id, id))
      return a;

  g_error ("there is no alternative “%s”", id);
}

/* Draws are the same; sums are added up in another order, in single precision. */
static void
assert_near (double a,
             double b,
             double size)
{
  g_assert_cmpint (isnan (a), ==, isnan (b));
  if (!isnan (a))
    g_assert_cmpfloat_with_epsilon (a, b, 1e-4 * size);
}

static void
compare_inputs (const YsResult *result,
                const YsInput  *input,
                const YsResult *other_result,
                const YsInput  *other)
{
  double spread = ys_result_get_metric (result, find_alternative (result, "factory"), "sd");
  double range = MAX (input->high - input->low, fabs (input->mean));
  gsize n = result->n_alternatives;

  assert_near (input->value, other->value, spread);
  assert_near (input->gap_share, other->gap_share, 1.0);

  for (gsize a = 0; a < n; a++)
    {
      gsize b = find_alternative (other_result, result->alternatives[a].alternative->id);

      assert_near (input->break_evens[a], other->break_evens[b], range);
      for (gsize c = 0; c < n; c++)
        assert_near (input->changes[a * n + c],
                     other->changes[b * n + find_alternative (other_result, result->alternatives[c].alternative->id)],
                     range);
      if (input->shares != NULL) /* not of what is drawn anew for every event */
        assert_near (input->shares[a], other->shares[b], 1.0);
      if (input->uncertain)
        {
          assert_near (input->worth_low[a], other->worth_low[b], spread);
          assert_near (input->worth_high[a], other->worth_high[b], spread);
        }
    }
}

static void
test_order (void)
{
  g_autoptr(YsResult) result = analyse (forwards, OF_INPUTS, 0);
  g_autoptr(YsResult) other = analyse (backwards, OF_INPUTS, 0);

  g_assert_cmpstr (result->inputs[0].id, !=, other->inputs[0].id);
  g_assert_cmpuint (result->n_inputs, ==, other->n_inputs);
  for (gsize i = 0; i < result->n_inputs; i++)
    compare_inputs (result, &result->inputs[i], other, find_input (other, result->inputs[i].id));
}

/* --- threads ------------------------------------------------------------------------------------- */

static void
assert_same_bytes (const double *a,
                   const double *b,
                   gsize         n)
{
  g_assert_cmpint (a == NULL, ==, b == NULL);
  if (a != NULL)
    g_assert_cmpmem (a, n * sizeof (double), b, n * sizeof (double));
}

static void
assert_same_input (const YsInput *a,
                   const YsInput *b,
                   gsize          n)
{
  assert_same_bytes (&a->value, &b->value, 1);
  assert_same_bytes (&a->value_error, &b->value_error, 1);
  assert_same_bytes (&a->gap_share, &b->gap_share, 1);
  assert_same_bytes (a->shares, b->shares, n);
  assert_same_bytes (a->worth_low, b->worth_low, n);
  assert_same_bytes (a->worth_high, b->worth_high, n);
  assert_same_bytes (a->break_evens, b->break_evens, n);
  assert_same_bytes (a->changes, b->changes, n * n);
}

static void
test_threads (void)
{
  static const int threads[] = { 2, 5 };
  const YsAnalyses analyses = OF_INPUTS | YS_ANALYSE_PAIRS;
  g_autoptr(YsResult) one = analyse (forwards, analyses, 1);

  for (gsize k = 0; k < G_N_ELEMENTS (threads); k++)
    {
      g_autoptr(YsResult) many = analyse (forwards, analyses, threads[k]);
      gsize n = one->n_alternatives;

      for (gsize i = 0; i < one->n_inputs; i++)
        assert_same_input (&one->inputs[i], &many->inputs[i], n);
      for (gsize i = 0; i < n * n; i++)
        {
          assert_same_bytes (&one->pairs[i].beats, &many->pairs[i].beats, 1);
          g_assert_cmpuint (one->pairs[i].n_crossovers, ==, many->pairs[i].n_crossovers);
          assert_same_bytes (one->pairs[i].crossovers, many->pairs[i].crossovers, one->pairs[i].n_crossovers);
        }
    }
}

/* --- stopping ------------------------------------------------------------------------------------ */

typedef struct
{
  const char *name;
  YsAnalyses  analysis;
} Stopped;

static const Stopped stopped[] = {
  { "values", YS_ANALYSE_VALUES },
  { "swings", YS_ANALYSE_SWINGS },
  { "break-evens", YS_ANALYSE_BREAK_EVENS },
  { "pairs", YS_ANALYSE_PAIRS },
  { "losses", YS_ANALYSE_LOSSES },
};

typedef struct
{
  const YsScenario *scenario;
  YsSimulateOptions options;
  GError           *error;
} Attempt;

static gpointer
attempt (gpointer data)
{
  Attempt *self = data;

  return ys_simulate (self->scenario, &self->options, &self->error);
}

/* Stops after a while. Returns whether it was in time; if it was not, the answer is there. */
static gboolean
stop_after (Attempt *self,
            gulong   microseconds)
{
  int cancelled = 0;
  GThread *thread;
  g_autoptr(YsResult) result = NULL;

  self->options.cancelled = &cancelled;
  thread = g_thread_new ("attempt", attempt, self);
  g_usleep (microseconds);
  g_atomic_int_set (&cancelled, 1);
  result = g_thread_join (thread);

  if (result == NULL)
    g_assert_error (self->error, YS_ERROR, YS_ERROR_CANCELLED);
  else
    g_assert_no_error (self->error);
  g_clear_error (&self->error);
  return result == NULL;
}

/* The trials are there already, so that the analysis is what takes time. That nothing is left behind, the
 * sanitizers see. */
static void
test_stop (gconstpointer data)
{
  const Stopped *c = data;
  g_autoptr(YsScenario) scenario = scenario_from_text (HEAD, forwards);
  YsSimulateOptions options = { .trials = 65536, .threads = 2 };
  g_autoptr(YsResult) trials = ys_simulate (scenario, &options, NULL);
  g_autoptr(YsResult) whole = NULL;
  Attempt self = { .scenario = scenario, .options = options };
  gint64 start = g_get_monotonic_time ();
  gboolean any = FALSE;

  self.options.analyses = c->analysis;
  self.options.previous = trials;
  whole = ys_simulate (scenario, &self.options, NULL);

  for (gulong wait = (gulong) (g_get_monotonic_time () - start); wait > 0; wait /= 2)
    any |= stop_after (&self, wait);
  g_assert_true (any);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/risk/analyses/order", test_order);
  g_test_add_func ("/risk/analyses/threads", test_threads);
  for (gsize i = 0; i < G_N_ELEMENTS (stopped); i++)
    {
      g_autofree char *path = g_strconcat ("/risk/analyses/stop/", stopped[i].name, NULL);

      g_test_add_data_func (path, &stopped[i], test_stop);
    }

  return g_test_run ();
}
