/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

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

static const struct
{
  const char *text;
  const char *error;
} errors[] = {
  { "", "the formula is empty: a number or a name should follow" },
  { "  ", "the formula is empty: a number or a name should follow" },
  { "price *", "the formula stops after “price *”: a number or a name should follow" },
  { "*", "the formula begins with “*”: a number or a name should follow" },
  { "2 + * 3", "in the formula, “*” comes after “2 +”: a number or a name should follow" },
  { "2 * (3 + 4", "the formula stops after “2 * (3 + 4”: a closing bracket ) should follow" },
  { "2 * 3)", "in the formula, “)” comes after “2 * 3”: there is no opening bracket ( for it" },
  { ")", "the formula begins with “)”: a number or a name should follow" },
  { "()", "in the formula, “)” comes after “(”: a number or a name should follow" },
  { "2 price", "in the formula, “price” comes after “2”: an operator such as + or * should stand "
               "between them" },
  { "2(3)", "in the formula, “(” comes after “2”: an operator such as + or * should stand between "
            "them" },
  { "1.2.3", "in the formula, “.3” comes after “1.2”: an operator such as + or * should stand "
             "between them" },
  { "0x10", "in the formula, “x10” comes after “0”: an operator such as + or * should stand between "
            "them" },
  { "0,5", "in the formula, “,” comes after “0”: a comma only stands between the values of a "
           "function; decimals are written with a point: 0.5" },
  { "(0,5)", "in the formula, “,” comes after “(0”: a comma only stands between the values of a "
             "function; decimals are written with a point: 0.5" },
  { "price(2)", "there is no function “price”: there are min, max, abs, exp, ln, sqrt and if; "
                "to multiply, write *" },
  { "IF(1, 2, 3)", "there is no function “IF”: there are min, max, abs, exp, ln, sqrt and if; "
                   "to multiply, write *" },
  { "min(2)", "in the formula, “)” comes after “min(2”: min takes two or more values: min(a, b)" },
  { "max(2)", "in the formula, “)” comes after “max(2”: max takes two or more values: max(a, b)" },
  { "abs(1, 2)", "in the formula, “)” comes after “abs(1, 2”: abs takes one value: abs(a)" },
  { "if(1, 2)", "in the formula, “)” comes after “if(1, 2”: if takes three values: "
                "if(condition, value if so, value if not)" },
  { "ln()", "in the formula, “)” comes after “ln(”: a number or a name should follow" },
  { "min(1, 2", "the formula stops after “min(1, 2”: a comma or a closing bracket ) should follow" },
  { "min(1 2)", "in the formula, “2” comes after “min(1”: a comma or a closing bracket ) should "
                "follow" },
  { "1 < 2 < 3", "in the formula, “<” comes after “1 < 2”: put brackets around one of the two "
                 "comparisons, or write if(a < b, b < c, 0)" },
  { "a == b", "in the formula, “=” comes after “a =”: a number or a name should follow" },
  { "2 ** 3", "in the formula, “*” comes after “2 *”: a number or a name should follow" },
  { "2 × 3", "the formula contains “×”: write * to multiply" },
  { "6 ÷ 3", "the formula contains “÷”: write / to divide" },
  { "5 %", "the formula contains “%”: write 5 % as 0.05" },
  { "min(1; 2)", "the formula contains “;”: put a comma between the values of a function" },
  { "a != b", "the formula contains “!”: write <> for “not equal”" },
  { "[1]", "the formula contains “[”: only round brackets ( ) are understood" },
  { "€5", "the formula contains “€”: only numbers, names of assumptions, + - * / ^ ( ) , and "
          "= <> < <= > >= are understood" },
  { "1e999", "the number 1e999 is too large" },
  { "a\xff", "the formula is not text in UTF-8" },
  { "100 + 200 + 300 + 400 + 500 + 600 + 700 + 800 +",
    "the formula stops after “…00 + 300 + 400 + 500 + 600 + 700 + 800 +”: "
    "a number or a name should follow" },
};

static void
test_error (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsFormula) formula = ys_formula_new (errors[i].text, &error);

  g_assert_null (formula);
  g_assert_error (error, YS_ERROR, YS_ERROR_FORMULA);
  g_assert_cmpstr (error->message, ==, errors[i].error);

  g_assert_null (ys_formula_new (errors[i].text, NULL));
}

static void
test_names (void)
{
  const char *const expected[] = { "take_up", "price", "größe", "v1.2", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (YsFormula) formula
      = ys_formula_new ("take_up * price + take_up * größe - period / v1.2", &error);

  g_assert_no_error (error);
  g_assert_cmpstrv (formula->names, expected);
  g_assert_true (formula->uses_period);
}

static void
test_no_period (void)
{
  g_autoptr (YsFormula) formula = ys_formula_new ("periods + 1", NULL);

  g_assert_false (formula->uses_period);
  g_assert_cmpstr (formula->names[0], ==, "periods");
}

static void
test_name_from_id (void)
{
  g_autofree char *name = ys_formula_name_from_id ("a-take-up");

  g_assert_cmpstr (name, ==, "a_take_up");
}

/* Outside its domain a function is not a number, and says so to whoever looks. */
static void
test_not_a_number (void)
{
  const char *const texts[] = { "ln(-1)", "sqrt(-1)", "0/0", "(-8)^0.5" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (YsFormula) formula = ys_formula_new (texts[i], NULL);

      g_assert_true (isnan (ys_formula_evaluate (formula, NULL, 0.0)));
    }
}

static char *
repeat (const char *before,
        const char *middle,
        const char *after,
        int         times)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < times; i++)
    g_string_append (text, before);
  g_string_append (text, middle);
  for (int i = 0; i < times; i++)
    g_string_append (text, after);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const struct
{
  const char *before;
  const char *middle;
  const char *after;
  double      value; /* nested 100 times */
} nests[] = {
  { "(", "7", ")", 7.0 },
  { "-", "7", "", 7.0 },
  { "", "1", "^1", 1.0 },
  { "abs(", "7", ")", 7.0 },
  { "min(8, 9, ", "7", ")", 7.0 },
  { "if(0, 1, ", "7", ")", 7.0 },
  { "2 * (1 = ", "0", ")", 0.0 },
};

/* A hundred deep is fine; a hundred thousand is refused, and no stack overflows. */
static void
test_nesting (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *deep = repeat (nests[i].before, nests[i].middle, nests[i].after, 100);
  g_autofree char *deeper = repeat (nests[i].before, nests[i].middle, nests[i].after, 100000);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsFormula) formula = ys_formula_new (deep, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat (ys_formula_evaluate (formula, NULL, 0.0), ==, nests[i].value);

  g_assert_null (ys_formula_new (deeper, &error));
  g_assert_error (error, YS_ERROR, YS_ERROR_FORMULA);
  g_assert_nonnull (strstr (error->message, "nested too deeply"));
}

/* Long, but not deep. */
static void
test_long (void)
{
  g_autofree char *sum = repeat ("1 + ", "1", "", 100000);
  g_autofree char *least = repeat ("", "min(1", ", 2", 100000);
  g_autofree char *least_closed = g_strconcat (least, ")", NULL);
  g_autoptr (YsFormula) formula = ys_formula_new (sum, NULL);

  g_assert_cmpfloat (ys_formula_evaluate (formula, NULL, 0.0), ==, 100001.0);
  g_assert_cmpuint (formula->depth, ==, 2);

  ys_formula_free (g_steal_pointer (&formula));
  formula = ys_formula_new (least_closed, NULL);
  g_assert_cmpfloat (ys_formula_evaluate (formula, NULL, 0.0), ==, 1.0);
  g_assert_cmpuint (formula->depth, ==, 2);
}

/* A random expression, written with no more brackets than the order of operations asks for, and
 * worked out at the same time without the parser. */
typedef enum
{
  LEVEL_COMPARISON,
  LEVEL_SUM,
  LEVEL_PRODUCT,
  LEVEL_SIGN,
  LEVEL_POWER,
  LEVEL_VALUE,
} Level;

static double write_random (GString *text,
                            Level    level,
                            int      depth);

static double
write_two (GString    *text,
           Level       left,
           const char *sign,
           Level       right,
           int         depth,
           double     *b)
{
  double a = write_random (text, left, depth - 1);

  g_string_append (text, sign);
  *b = write_random (text, right, depth - 1);

  return a;
}

static double
write_comparison (GString *text,
                  int      depth)
{
  static const char *const signs[] = { "=", " <> ", "<", " <=", "> ", ">=" };
  int sign = g_test_rand_int_range (0, 6);
  double b;
  double a = write_two (text, LEVEL_SUM, signs[sign], LEVEL_SUM, depth, &b);
  const gboolean results[] = { a == b, a != b, a < b, a <= b, a > b, a >= b };

  return results[sign] ? 1.0 : 0.0;
}

static double
write_sum (GString *text,
           int      depth)
{
  gboolean add = g_test_rand_bit ();
  double b;
  double a = write_two (text, LEVEL_SUM, add ? " + " : "-", LEVEL_PRODUCT, depth, &b);

  return add ? a + b : a - b;
}

static double
write_product (GString *text,
               int      depth)
{
  gboolean multiply = g_test_rand_bit ();
  double b;
  double a = write_two (text, LEVEL_PRODUCT, multiply ? "*" : " / ", LEVEL_SIGN, depth, &b);

  return multiply ? a * b : a / b;
}

static double
write_sign (GString *text,
            int      depth)
{
  g_string_append (text, g_test_rand_bit () ? "-" : "− ");
  return -write_random (text, LEVEL_SIGN, depth - 1);
}

static double
write_power (GString *text,
             int      depth)
{
  double b;
  double a = write_two (text, LEVEL_VALUE, "^", LEVEL_SIGN, depth, &b);

  return pow (a, b);
}

static double
write_call (GString *text,
            int      depth)
{
  double args[3];
  int f = g_test_rand_int_range (0, 7);
  static const char *const names[] = { "min", "max", "abs", "exp", "ln", "sqrt", "if" };
  static const int n_args[] = { 3, 2, 1, 1, 1, 1, 3 };

  g_string_append_printf (text, "%s(", names[f]);
  for (int i = 0; i < n_args[f]; i++)
    {
      g_string_append (text, i > 0 ? ", " : "");
      args[i] = write_random (text, LEVEL_COMPARISON, depth - 1);
    }
  g_string_append (text, ")");

  switch (f)
    {
    case 0:
      args[0] = args[0] < args[1] ? args[0] : args[1];
      return args[0] < args[2] ? args[0] : args[2];
    case 1:
      return args[0] > args[1] ? args[0] : args[1];
    case 2:
      return fabs (args[0]);
    case 3:
      return exp (args[0]);
    case 4:
      return log (args[0]);
    case 5:
      return sqrt (args[0]);
    default:
      return args[0] != 0.0 ? args[1] : args[2];
    }
}

static double
write_leaf (GString *text)
{
  static const char *const names[] = { "a", "b", "take_up" };
  int which = g_test_rand_int_range (0, 5);
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  double value = g_test_rand_int_range (0, 1000) / 64.0;

  if (which == 3)
    {
      g_string_append (text, "period");
      return 3.0;
    }

  if (which < 3)
    {
      g_string_append (text, names[which]);
      return value_of (names[which]);
    }

  g_string_append (text, g_ascii_dtostr (number, sizeof number, value));
  return value;
}

static double
write_at (GString *text,
          Level    level,
          int      depth)
{
  switch (level)
    {
    case LEVEL_COMPARISON:
      return write_comparison (text, depth);
    case LEVEL_SUM:
      return write_sum (text, depth);
    case LEVEL_PRODUCT:
      return write_product (text, depth);
    case LEVEL_SIGN:
      return write_sign (text, depth);
    case LEVEL_POWER:
      return write_power (text, depth);
    case LEVEL_VALUE:
    default:
      return write_call (text, depth);
    }
}

static double
write_random (GString *text,
              Level    level,
              int      depth)
{
  Level own = (Level) g_test_rand_int_range (LEVEL_COMPARISON, LEVEL_VALUE + 1);
  gboolean needs_brackets = own < level;
  double value;

  if (depth <= 0)
    return write_leaf (text);

  g_string_append (text, needs_brackets ? "(" : "");
  value = write_at (text, own, depth);
  g_string_append (text, needs_brackets ? ")" : "");

  return value;
}

static void
test_random (void)
{
  for (int i = 0; i < 5000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (YsFormula) formula = NULL;
      double expected = write_random (text, LEVEL_COMPARISON, g_test_rand_int_range (1, 6));
      double value;

      formula = ys_formula_new (text->str, &error);
      g_assert_no_error (error);
      value = evaluate (formula);
      if (value != expected && !(isnan (value) && isnan (expected)))
        g_error ("%s is %g, not %g", text->str, expected, value);
    }
}

/* Whatever it is given, it answers with a formula or a sentence. */
static void
test_noise (void)
{
  static const char *const words[] = {
    "1", "2.5", ".", "e", "a", "min", "if", "ln", "period", "(", ")", ",", "+", "-", "−", "*",
    "/", "^", "<", ">", "=", "<>", " ", "×", "\xc3", "\x80", "é", "_", "1e5", "1e999", "\t", "%",
  };

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (YsFormula) formula = NULL;

      for (int n = g_test_rand_int_range (0, 20); n > 0; n--)
        g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);

      formula = ys_formula_new (text->str, &error);
      g_assert_true ((formula == NULL) == (error != NULL));
      g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
    }
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

  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/formula/error/%02" G_GSIZE_FORMAT, i + 1);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_error);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (nests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/formula/nesting/%" G_GSIZE_FORMAT, i + 1);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_nesting);
    }

  g_test_add_func ("/model/formula/names", test_names);
  g_test_add_func ("/model/formula/no-period", test_no_period);
  g_test_add_func ("/model/formula/name-from-id", test_name_from_id);
  g_test_add_func ("/model/formula/not-a-number", test_not_a_number);
  g_test_add_func ("/model/formula/long", test_long);
  g_test_add_func ("/model/formula/random", test_random);
  g_test_add_func ("/model/formula/noise", test_noise);

  return g_test_run ();
}
