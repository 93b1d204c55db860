/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ys-correlation.h"
#include "ys-file.h"
#include "ys-simulate.h"

static YsResult *
run (const char *body)
{
  g_autofree char *text = g_strconcat ("<scenario xmlns='urn:yardstick:scenario' version='1' title='T' currency='EUR' "
                                       "periods='1'>", body, "</scenario>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (YsScenario) scenario = ys_file_read_bytes (bytes, &problems);
  g_autoptr (GError) error = NULL;
  YsResult *result;

  if (scenario == NULL)
    g_error ("%s", ((YsFileProblem *) problems->pdata[0])->message);
  result = ys_simulate (scenario, NULL, &error);
  g_assert_no_error (error);

  return result;
}

/* --- what is drawn ----------------------------------------------------------------------------- */

typedef struct
{
  double value;
  gsize  index;
} Ranked;

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  double first = ((const Ranked *) a)->value, second = ((const Ranked *) b)->value;

  return (first > second) - (first < second);
}

/* Ranks of the outcomes, equal ones sharing the middle of theirs. */
static double *
dup_ranks (const YsResult *result,
           gsize           alternative)
{
  gsize n = result->n_trials;
  g_autofree Ranked *sorted = g_new (Ranked, n);
  double *ranks = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    sorted[i] = (Ranked) { result->alternatives[alternative].outcomes[i], i };
  qsort (sorted, n, sizeof (Ranked), compare_values);

  for (gsize i = 0, end; i < n; i = end)
    {
      for (end = i + 1; end < n && sorted[end].value == sorted[i].value; end++)
        ;
      for (gsize k = i; k < end; k++)
        ranks[sorted[k].index] = ((double) (i + end) - 1.0) / 2.0;
    }

  return ranks;
}

/* Spearman's: Pearson's of the ranks. */
static double
rank_correlation (const YsResult *result,
                  gsize           first,
                  gsize           second)
{
  g_autofree double *a = dup_ranks (result, first);
  g_autofree double *b = dup_ranks (result, second);
  double middle = ((double) result->n_trials - 1.0) / 2.0;
  double ab = 0.0, aa = 0.0, bb = 0.0;

  for (gsize i = 0; i < result->n_trials; i++)
    {
      ab += (a[i] - middle) * (b[i] - middle);
      aa += (a[i] - middle) * (a[i] - middle);
      bb += (b[i] - middle) * (b[i] - middle);
    }

  return ab / sqrt (aa * bb);
}

/* Standard error of Spearman's coefficient: Bonett & Wright, Psychometrika 65 (2000). */
static void
assert_moves_together (const YsResult *result,
                       gsize           first,
                       gsize           second,
                       double          asked)
{
  double error = (1.0 - asked * asked) * sqrt ((1.0 + asked * asked / 2.0) / ((double) result->n_trials - 3.0));
  double got = rank_correlation (result, first, second);

  g_test_message ("%g, asked %g ± %g", got, asked, error);
  g_assert_cmpfloat_with_epsilon (got, asked, 4.0 * error + 1e-6);
}

#define NAMED(id, estimate) "<assumption id='" id "' name='" id "' " estimate "/>"
#define TOGETHER(a, b, rank) "<moves-with a='" a "' b='" b "' rank-correlation='" rank "'/>"
#define SHOWS(id) \
  "<alternative id='" id "' name='" id "'><benefit id='b' name='B'><amount formula='" id "'/></benefit></alternative>"
#define PAIR(estimate_a, estimate_b, rank) \
  "<assumptions>" NAMED ("a", estimate_a) NAMED ("b", estimate_b) TOGETHER ("a", "b", rank) "</assumptions>" \
  SHOWS ("a") SHOWS ("b")

#define NORMAL "shape='normal' mean='0' sd='3'"
#define LOGNORMAL "low='1' high='9'"
#define UNIFORM "low='-1' high='1' shape='uniform'"
#define TRIANGULAR "low='0' likely='3' high='4' shape='triangular'"
#define PERT "low='0' likely='1' high='10'"
#define METALOG "low='1' likely='2' high='4' shape='metalog'"
#define BETA "shape='beta' alpha='0.5' beta='3'"

static const struct
{
  const char *name;
  const char *body;
  double      asked;
} moves[] = {
  { "normal-normal", PAIR (NORMAL, NORMAL, "0.5"), 0.5 },
  { "lognormal-triangular", PAIR (LOGNORMAL, TRIANGULAR, "-0.6"), -0.6 },
  { "uniform-pert", PAIR (UNIFORM, PERT, "0.95"), 0.95 },
  { "metalog-beta", PAIR (METALOG, BETA, "-0.95"), -0.95 },
  { "beta-lognormal", PAIR (BETA, LOGNORMAL, "0.05"), 0.05 },
  { "none", PAIR (LOGNORMAL, PERT, "0"), 0.0 },
  { "always", PAIR (LOGNORMAL, PERT, "1"), 1.0 },
  { "never", PAIR (NORMAL, TRIANGULAR, "-1"), -1.0 },
};

static void
test_pair (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (YsResult) result = run (moves[i].body);

  assert_moves_together (result, 0, 1, moves[i].asked);
  g_assert_cmpuint (g_strv_length (result->notes), ==, 0);
}

/* Each pair as asked, also those that nothing was said about, and what stands beside them all. */
static void
test_several (void)
{
  g_autoptr (YsResult) result = run ("<assumptions>" NAMED ("a", LOGNORMAL) NAMED ("b", PERT) NAMED ("c", UNIFORM)
                                     NAMED ("d", NORMAL) TOGETHER ("a", "b", "0.7") TOGETHER ("c", "b", "-0.5")
                                     "</assumptions>" SHOWS ("a") SHOWS ("b") SHOWS ("c") SHOWS ("d"));

  assert_moves_together (result, 0, 1, 0.7);
  assert_moves_together (result, 1, 2, -0.5);
  assert_moves_together (result, 0, 2, 0.0);
  assert_moves_together (result, 0, 3, 0.0);
  assert_moves_together (result, 1, 3, 0.0);
  g_assert_cmpuint (g_strv_length (result->notes), ==, 0);
}

/* --- what cannot be ---------------------------------------------------------------------------- */

/* Turned round in one of them, these are three equal correlations; the nearest that can be are three
 * normal scores at −½: 6 / π asin ¼ = 0.48 as ranks. */
static void
test_impossible (void)
{
  g_autoptr (YsResult) result = run ("<assumptions>" NAMED ("Reach", LOGNORMAL) NAMED ("Margin", NORMAL)
                                     NAMED ("Price", UNIFORM) TOGETHER ("Reach", "Margin", "0.9")
                                     TOGETHER ("Margin", "Price", "0.9") TOGETHER ("Reach", "Price", "-0.9")
                                     "</assumptions>" SHOWS ("Reach") SHOWS ("Margin") SHOWS ("Price"));

  g_assert_cmpuint (g_strv_length (result->notes), ==, 1);
  g_assert_cmpstr (result->notes[0], ==,
                   "Not all assumptions can move together as asked; the nearest possible way is used. "
                   "Reach and Margin: 0.9 asked, 0.48 possible; Reach and Price: −0.9 asked, −0.48 possible; "
                   "Margin and Price: 0.9 asked, 0.48 possible.");
  assert_moves_together (result, 0, 1, 6.0 / G_PI * asin (0.25));
  assert_moves_together (result, 0, 2, -6.0 / G_PI * asin (0.25));
}

/* Higham 2002, section 5: scores of 0.7607 and, where nothing was asked, 0.1573. */
static void
test_note (void)
{
  const double asked[9] = { 1, 1, 0, 1, 1, 1, 0, 1, 1 };
  const char *const names[] = { "A", "B", "C" };
  double possible[9], root[9];
  g_autofree char *note = NULL;

  memcpy (possible, asked, sizeof asked);
  g_assert_true (ys_correlation_root (possible, root, 3));
  note = ys_correlation_note (asked, possible, names, 3);
  g_assert_cmpstr (strstr (note, "A and"), ==,
                   "A and B: 1 asked, 0.75 possible; B and C: 1 asked, 0.75 possible; A and C: 0 asked, 0.15 possible.");
}

static void
test_note_of_many (void)
{
  const char *const names[] = { "A", "B", "C", "D", "E" };
  double asked[25], possible[25];
  g_autofree char *note = NULL;
  g_autofree char *same = NULL;

  for (gsize i = 0; i < 25; i++)
    {
      asked[i] = i % 6 == 0 ? 1.0 : 0.0;
      possible[i] = i % 6 == 0 ? 1.0 : 0.2;
    }
  note = ys_correlation_note (asked, possible, names, 5);
  g_assert_true (g_str_has_suffix (note, "B and D: 0 asked, 0.19 possible; and 4 more pairs."));

  same = ys_correlation_note (asked, asked, names, 5);
  g_assert_true (g_str_has_suffix (same, "the nearest possible way is used."));
}

static void
test_ranks (void)
{
  for (double rank = -1.0; rank <= 1.0; rank += 0.125)
    g_assert_cmpfloat_with_epsilon (ys_correlation_to_rank (ys_correlation_from_rank (rank)), rank, 1e-14);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *path = g_strconcat ("/risk/correlation/pair/", moves[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_pair);
    }
  g_test_add_func ("/risk/correlation/several", test_several);
  g_test_add_func ("/risk/correlation/impossible", test_impossible);
  g_test_add_func ("/risk/correlation/note", test_note);
  g_test_add_func ("/risk/correlation/note-of-many", test_note_of_many);
  g_test_add_func ("/risk/correlation/ranks", test_ranks);

  return g_test_run ();
}
