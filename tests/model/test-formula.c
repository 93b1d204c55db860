/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ys-error.h"
#include "ys-formula.h"

/* a = 2, b = 5, take_up = 0.5, period = 3 */
static double
value_of (const char *name)
{
  if (g_str_equal (name, "a"))
    return 2.0;
  if (g_str_equal (name, "b"))
    return 5.0;

  g_assert_cmpstr (name, ==, "take_up");
  return 0.5;
}

static double
evaluate (const YsFormula *formula)
{
  double values[3];

  g_assert_cmpuint (g_strv_length (formula->names), <=, G_N_ELEMENTS (values));
  for (int i = 0; formula->names[i] != NULL; i++)
    values[i] = value_of (formula->names[i]);

  return ys_formula_evaluate (formula, values, 3.0);
}

static const struct
{
  const char *text;
  double      value; /* by hand */
} values[] = {
  { "1", 1.0 },
  { " 12.5 ", 12.5 },
  { ".5", 0.5 },
  { "12.", 12.0 },
  { "1.5e3", 1500.0 },
  { "1E-2", 0.01 },
  { "1 + 2 * 3", 7.0 },
  { "(1 + 2) * 3", 9.0 },
  { "8 - 3 - 2", 3.0 },
  { "24 / 4 / 2", 3.0 },
  { "24 / 4 * 2", 12.0 },
  { "2 ^ 3 ^ 2", 512.0 },
  { "(2 ^ 3) ^ 2", 64.0 },
  { "-2^2", -4.0 },
  { "(-2)^2", 4.0 },
  { "2^-1", 0.5 },
  { "2^-2^2", 0.0625 },
  { "-2 * -3", 6.0 },
  { "2 * -3^2", -18.0 },
  { "7 − 2", 5.0 },
  { "−3", -3.0 },
  { "+3", 3.0 },
  { "2 - -3", 5.0 },
  { "--3", 3.0 },
  { "1 + 1 = 2", 1.0 },
  { "1 = 2", 0.0 },
  { "1 <> 2", 1.0 },
  { "1 < 2", 1.0 },
  { "2 <= 2", 1.0 },
  { "2 > 2", 0.0 },
  { "2 >= 2", 1.0 },
  { "(1 < 2) + (3 < 2)", 1.0 },
  { "min(3, 2)", 2.0 },
  { "max(3, 2)", 3.0 },
  { "min(4, 3, 2, 5)", 2.0 },
  { "max(1, min(7, 6), 4)", 6.0 },
  { "abs(-3)", 3.0 },
  { "exp(0)", 1.0 },
  { "ln(exp(2))", 2.0 },
  { "sqrt(16)", 4.0 },
  { "if(1 < 2, 10, 20)", 10.0 },
  { "if(0, 10, 20)", 20.0 },
  { "if(a > b, ln(-1), 7)", 7.0 },
  { "a * b", 10.0 },
  { "a * a + b * a", 14.0 },
  { "a * take_up * 100", 100.0 },
  { "period", 3.0 },
  { "if(period < 4, 60, 50)", 60.0 },
  { "1/300", 1.0 / 300.0 },
};

static void
test_values (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsFormula) formula = ys_formula_new (values[i].text, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (evaluate (formula), values[i].value, 1e-12);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/formula/value/%02" G_GSIZE_FORMAT, i + 1);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_values);
    }

  return g_test_run ();
}
