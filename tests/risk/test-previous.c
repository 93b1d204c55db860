/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "ys-file.h"
#include "ys-simulate.h"

/* What was worked out before makes no difference to any figure, and what is the same is not run again:
 * two results then have the same array of outcomes. */

static const char scenario_text[] =
  "<scenario xmlns=\"urn:yardstick:scenario\" version=\"1\" title=\"T\" currency=\"EUR\" period=\"year\" periods=\"4\">"
  "<rules discount-rate=\"0.08\" tax-rate=\"0.25\" losses=\"carry-forward\"/>"
  "<drivers><driver id=\"speed\" name=\"Speed\" weight=\"1\"/></drivers>"
  "<assumptions>"
  "<assumption id=\"growth\" name=\"Growth\" shape=\"normal\" mean=\"0.02\" sd=\"0.02\"/>"
  "<assumption id=\"volume\" name=\"Volume\" low=\"80\" likely=\"100\" high=\"150\"/>"
  "<assumption id=\"price\" name=\"Price\" low=\"5\" high=\"9\"/>"
  "<assumption id=\"sales\" name=\"Sales\" formula=\"volume * price\"/>"
  "<assumption id=\"wages\" name=\"Wages\" low=\"20\" high=\"30\"/>"
  "<moves-with a=\"growth\" b=\"wages\" rank-correlation=\"0.5\"/>"
  "</assumptions>"
  "<alternative id=\"shop\" kind=\"other\" name=\"Shop\"%s>"
  "<capital id=\"c\" name=\"C\"><amount low=\"900\" likely=\"1000\" high=\"1500\"/></capital>"
  "<benefit id=\"b\" name=\"B\" driver=\"speed\"><amount formula=\"sales\"/></benefit>"
  "</alternative>"
  "<alternative id=\"staff\" kind=\"other\" name=\"Staff\">"
  "<capital id=\"c\" name=\"C\"><amount low=\"400\" high=\"600\"/></capital>"
  "<saving id=\"s\" name=\"S\"><amount formula=\"8 * wages\"/></saving>"
  "</alternative>"
  "<alternative id=\"plan\" kind=\"other\" name=\"Plan\">"
  "<capital id=\"c\" name=\"C\"><amount exactly=\"300\"/></capital>"
  "<avoided-loss id=\"a\" name=\"A\" driver=\"speed\"><events-per-year low=\"0.2\" high=\"0.6\"/>"
  "<loss-each low=\"50\" high=\"2000\"/><fewer exactly=\"0.5\"/></avoided-loss>"
  "</alternative>"
  "</scenario>";

#define SHOP 1
#define STAFF 2
#define PLAN 4

/* An edit is what stands in the file, and what then does; a what-if, a discount rate, a delay and a shift.
 * Alternatives that it leaves alone by the way they stood in the file. */
typedef struct
{
  const char *name;
  const char *from;
  const char *to;
  double      rate;
  double      delay;
  const char *shifted;
  int         same;         /* without a baseline */
  int         same_beside;  /* with the shop as the baseline */
} Edit;

static const Edit edits[] = {
  { "nothing", NULL, NULL, NAN, 0, NULL, SHOP | STAFF | PLAN, SHOP | STAFF | PLAN },
  { "title", "title=\"T\"", "title=\"U\"", NAN, 0, NULL, SHOP | STAFF | PLAN, SHOP | STAFF | PLAN },
  { "shift", NULL, NULL, NAN, 0, "price", STAFF | PLAN, 0 },
  { "shift-behind-a-formula", NULL, NULL, NAN, 0, "volume", STAFF | PLAN, 0 },
  { "shift-of-one-beside-the-baseline", NULL, NULL, NAN, 0, "wages", SHOP | PLAN, PLAN },
  { "shift-of-one-that-moves-with-it", NULL, NULL, NAN, 0, "growth", SHOP | PLAN, PLAN },
  { "discount-rate", NULL, NULL, 0.11, 0, NULL, 0, 0 },
  { "same-discount-rate", NULL, NULL, 0.08, 0, NULL, SHOP | STAFF | PLAN, SHOP | STAFF | PLAN },
  { "delay", NULL, NULL, NAN, 0.5, NULL, 0, 0 },
  { "tax", "tax-rate=\"0.25\"", "tax-rate=\"0.3\"", NAN, 0, NULL, 0, 0 },
  { "reinvest-rate", "tax-rate", "reinvest-rate=\"0.2\" tax-rate", NAN, 0, NULL, SHOP | STAFF | PLAN,
    SHOP | STAFF | PLAN },
  { "assumption", "low=\"5\" high=\"9\"", "low=\"5\" high=\"8\"", NAN, 0, NULL, STAFF | PLAN, 0 },
  { "correlation", "rank-correlation=\"0.5\"", "rank-correlation=\"0.4\"", NAN, 0, NULL, SHOP | PLAN, PLAN },
  { "correlation-of-another", "a=\"growth\"", "a=\"price\"", NAN, 0, NULL, PLAN, 0 },
  { "line", "exactly=\"300\"", "exactly=\"310\"", NAN, 0, NULL, SHOP | STAFF, STAFF },
  { "line-of-the-baseline", "low=\"900\"", "low=\"910\"", NAN, 0, NULL, STAFF | PLAN, 0 },
  { "line-id", "saving id=\"s\"", "saving id=\"s2\"", NAN, 0, NULL, SHOP | PLAN, PLAN },
  { "added-line", "<saving", "<cost id=\"n\" name=\"N\"><amount low=\"1\" high=\"2\"/></cost><saving", NAN, 0, NULL,
    SHOP | PLAN, PLAN },
  { "added-assumption", "<assumptions>", "<assumptions><assumption id=\"new\" name=\"N\" low=\"1\" high=\"7.5\"/>",
    NAN, 0, NULL, SHOP | STAFF | PLAN, SHOP | STAFF | PLAN },
  { "added-alternative", "</scenario>", "<alternative id=\"new\" kind=\"other\" name=\"New\"><cost id=\"n\" name=\"N\">"
    "<amount low=\"1\" high=\"3\"/></cost></alternative></scenario>", NAN, 0, NULL, SHOP | STAFF | PLAN, STAFF | PLAN },
  { "added-driver", "<drivers>", "<drivers><driver id=\"first\" name=\"First\" weight=\"1\"/>", NAN, 0, NULL, SHOP | STAFF | PLAN,
    SHOP | STAFF | PLAN },
  { "seed", "<assumptions>", "<simulation seed=\"9\" trials=\"65536\"/><assumptions>", NAN, 0, NULL, 0, 0 },
  { "baseline", "name=\"Staff\"", "name=\"Staff\" baseline=\"yes\"", NAN, 0, NULL, 0, -1 },
};

static YsScenario *
read_text (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GPtrArray) problems = NULL;
  YsScenario *scenario = ys_file_read_bytes (bytes, &problems);

  if (scenario == NULL)
    g_error ("%s", ((YsFileProblem *) problems->pdata[0])->message);
  return scenario;
}

static char *
edit_text (const char *text,
           const Edit *edit)
{
  GString *edited = g_string_new (text);

  if (edit->from != NULL)
    g_assert_cmpuint (g_string_replace (edited, edit->from, edit->to, 1), ==, 1);
  return g_string_free (edited, FALSE);
}

static YsWhatIf *
what_if_of (const Edit *edit)
{
  YsWhatIf *what_if = ys_what_if_new ();

  what_if->discount_rate = edit->rate;
  what_if->delay = edit->delay;
  if (edit->shifted != NULL)
    ys_what_if_set_shift (what_if, edit->shifted, 1.1);
  return what_if;
}

static YsResult *
simulate (const char     *text,
          const YsWhatIf *what_if,
          const YsResult *previous,
          gsize           trials)
{
  g_autoptr(YsScenario) scenario = read_text (text);
  g_autoptr(GError) error = NULL;
  YsSimulateOptions options = { .trials = trials, .what_if = what_if, .previous = previous };
  YsResult *result = ys_simulate (scenario, &options, &error);

  g_assert_no_error (error);
  return result;
}

static void
check_same_figures (const YsResult *a,
                    const YsResult *b)
{
  gsize n = (gsize) a->scenario->n_periods + 1;

  g_assert_cmpint (a->best, ==, b->best);
  g_assert_cmpmem (&a->evpi, sizeof (double), &b->evpi, sizeof (double));
  for (gsize i = 0; i < a->n_drivers; i++)
    g_assert_cmpmem (&a->drivers[i].present_value, sizeof (double), &b->drivers[i].present_value, sizeof (double));

  for (gsize i = 0; i < a->n_alternatives; i++)
    {
      const YsAlternativeResult *x = &a->alternatives[i], *y = &b->alternatives[i];

      g_assert_cmpmem (x->outcomes, a->n_trials * sizeof (double), y->outcomes, b->n_trials * sizeof (double));
      g_assert_cmpmem (&x->summary, sizeof (YsSummary), &y->summary, sizeof (YsSummary));
      g_assert_cmpmem (x->cash, n * sizeof (double), y->cash, n * sizeof (double));
      g_assert_cmpmem (x->tax, n * sizeof (double), y->tax, n * sizeof (double));
      g_assert_cmpmem (x->benefits, n * sizeof (double), y->benefits, n * sizeof (double));
      g_assert_cmpmem (x->costs, n * sizeof (double), y->costs, n * sizeof (double));
      g_assert_cmpmem (x->metrics, ys_metrics_count () * sizeof (double),
                       y->metrics, ys_metrics_count () * sizeof (double));
    }
}

static void
check_edit (const char *text,
            const Edit *edit,
            int         same)
{
  g_autofree char *edited = edit_text (text, edit);
  g_autoptr(YsWhatIf) what_if = what_if_of (edit);
  g_autoptr(YsResult) before = simulate (text, NULL, NULL, 3000);
  g_autoptr(YsResult) anew = simulate (edited, what_if, NULL, 3000);
  g_autoptr(YsResult) after = simulate (edited, what_if, before, 3000);
  g_autoptr(YsResult) back = simulate (text, NULL, after, 3000);

  check_same_figures (after, anew);
  check_same_figures (back, before);
  for (gsize a = 0; a < before->n_alternatives; a++)
    g_assert_cmpint (after->alternatives[a].outcomes == before->alternatives[a].outcomes, ==, (same >> a) & 1);
}

static void
test_edit (gconstpointer data)
{
  const Edit *edit = data;
  g_autofree char *alone = g_strdup_printf (scenario_text, "");
  g_autofree char *beside = g_strdup_printf (scenario_text, " baseline=\"yes\"");

  check_edit (alone, edit, edit->same);
  if (edit->same_beside >= 0)
    check_edit (beside, edit, edit->same_beside);
}

/* Another number of trials takes nothing over but what curves are made from. */
static void
test_other_trials (void)
{
  g_autofree char *text = g_strdup_printf (scenario_text, "");
  g_autoptr(YsResult) few = simulate (text, NULL, NULL, 1000);
  g_autoptr(YsResult) anew = simulate (text, NULL, NULL, 3000);
  g_autoptr(YsResult) after = simulate (text, NULL, few, 3000);

  check_same_figures (after, anew);
}

/* A slider's way: each answer from the one before. */
static void
test_chain (void)
{
  g_autofree char *text = g_strdup_printf (scenario_text, "");
  g_autoptr(YsResult) result = NULL;

  for (gsize i = 0; i < 3 * G_N_ELEMENTS (edits); i++)
    {
      const Edit *edit = &edits[(i * 7) % G_N_ELEMENTS (edits)];
      g_autofree char *edited = edit_text (text, edit);
      g_autoptr(YsWhatIf) what_if = what_if_of (edit);
      g_autoptr(YsResult) anew = simulate (edited, what_if, NULL, 1000);
      YsResult *next = simulate (edited, what_if, result, 1000);

      check_same_figures (next, anew);
      g_clear_pointer (&result, ys_result_unref);
      result = next;
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/risk/previous/%s", edits[i].name);

      g_test_add_data_func (path, &edits[i], test_edit);
    }
  g_test_add_func ("/risk/previous/other-trials", test_other_trials);
  g_test_add_func ("/risk/previous/chain", test_chain);

  return g_test_run ();
}
