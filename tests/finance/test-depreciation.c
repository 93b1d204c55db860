/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-depreciation.h"

static void
assert_shares (const YsDepreciation *depreciation,
               int                   periods_per_year,
               const double         *expected,
               gsize                 n)
{
  g_autofree double *shares = g_new (double, n);

  ys_depreciation_shares (depreciation, periods_per_year, shares, n);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (shares[i], expected[i], 1e-15);
}

static void
test_straight_line (void)
{
  const YsDepreciation line = { .method = YS_DEPRECIATION_STRAIGHT_LINE, .periods = 4 };

  assert_shares (&line, 1, (const double[]) { 0.25, 0.25, 0.25, 0.25, 0, 0 }, 6);
  assert_shares (&line, 12, (const double[]) { 0.25, 0.25 }, 2);
}

/* 0.4, then 0.4 of the 0.6 that is left, and so on without end. */
static void
test_declining_balance (void)
{
  const YsDepreciation balance = { .method = YS_DEPRECIATION_DECLINING_BALANCE, .rate = 0.4 };

  assert_shares (&balance, 4, (const double[]) { 0.4, 0.24, 0.144, 0.0864 }, 4);
}

static void
test_immediate (void)
{
  const YsDepreciation immediate = { .method = YS_DEPRECIATION_IMMEDIATE };

  assert_shares (&immediate, 1, (const double[]) { 1, 0, 0 }, 3);
}

static void
test_none (void)
{
  const YsDepreciation none = { .method = YS_DEPRECIATION_NONE };
  const YsDepreciation unset = { .method = YS_DEPRECIATION_UNSET };

  assert_shares (&none, 1, (const double[]) { 0, 0 }, 2);
  assert_shares (&unset, 1, (const double[]) { 0, 0 }, 2);
}

/* IRS Publication 946, table A-1, 3-year: 33.33, 44.45, 14.81, 7.41 %. */
static void
test_macrs_quarters (void)
{
  const YsDepreciation macrs = { .method = YS_DEPRECIATION_MACRS, .periods = 3 };

  assert_shares (&macrs, 4,
                 (const double[]) { 0.083325, 0.083325, 0.083325, 0.083325,
                                    0.111125, 0.111125, 0.111125, 0.111125,
                                    0.037025, 0.037025, 0.037025, 0.037025,
                                    0.018525, 0.018525, 0.018525, 0.018525, 0 }, 17);
}

/* Each column of the table adds up to 100 %, and has a year more than its class. */
static void
test_macrs_classes (gconstpointer data)
{
  int class_years = GPOINTER_TO_INT (data);
  gsize n_years;
  const double *shares = ys_macrs_table (class_years, &n_years);
  double sum = 0.0;

  g_assert_nonnull (shares);
  g_assert_cmpuint (n_years, ==, (gsize) class_years + 1);
  for (gsize i = 0; i < n_years; i++)
    sum += shares[i];
  g_assert_cmpfloat_with_epsilon (sum, 1.0, 1e-12);
}

/* The table is 200 % declining balance (150 % for 15 and 20 years) with a half-year at both ends,
 * changing to straight line when that is more, to within the IRS's rounding. */
static void
test_macrs_rule (gconstpointer data)
{
  int life = GPOINTER_TO_INT (data);
  gsize n_years;
  const double *shares = ys_macrs_table (life, &n_years);
  double rate = (life >= 15 ? 1.5 : 2.0) / life;
  double book = 1.0;

  for (gsize year = 0; year < n_years; year++)
    {
      double part = year == 0 ? 0.5 : 1.0;
      double left = year == 0 ? life : life - (double) year + 0.5;
      double share = MIN (book, MAX (book * rate, book / left) * part);

      g_assert_cmpfloat_with_epsilon (shares[year], share, 0.00011);
      book -= share;
    }
}

static void
test_macrs_other_class (void)
{
  gsize n_years;

  g_assert_null (ys_macrs_table (4, &n_years));
  g_assert_cmpuint (n_years, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  static const int classes[] = { 3, 5, 7, 10, 15, 20 };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/finance/depreciation/straight-line", test_straight_line);
  g_test_add_func ("/finance/depreciation/declining-balance", test_declining_balance);
  g_test_add_func ("/finance/depreciation/immediate", test_immediate);
  g_test_add_func ("/finance/depreciation/none", test_none);
  g_test_add_func ("/finance/depreciation/macrs-quarters", test_macrs_quarters);
  g_test_add_func ("/finance/depreciation/macrs-other-class", test_macrs_other_class);
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      const char *folder = "/finance/depreciation";
      g_autofree char *sum = g_strdup_printf ("%s/macrs-sum/%d-years", folder, classes[i]);
      g_autofree char *rule = g_strdup_printf ("%s/macrs-rule/%d-years", folder, classes[i]);

      g_test_add_data_func (sum, GINT_TO_POINTER (classes[i]), test_macrs_classes);
      g_test_add_data_func (rule, GINT_TO_POINTER (classes[i]), test_macrs_rule);
    }

  return g_test_run ();
}
