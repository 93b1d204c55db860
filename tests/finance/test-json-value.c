/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-json-value.h"

static void
test_values (void)
{
  g_autoptr (YsJsonValue) json = NULL;
  const YsJsonValue *array;

  json = ys_json_value_parse (" { \"a\": [1, -2.5e3, []], \"b\": {}, "
                              "\"c\": null, \"d\": true, \"e\": \"x\" } ");
  array = ys_json_value_get_member (json, "a");

  g_assert_cmpuint (ys_json_value_get_length (array), ==, 3);
  g_assert_cmpfloat (ys_json_value_get_number (ys_json_value_get_item (array, 0)), ==, 1.0);
  g_assert_cmpfloat (ys_json_value_get_number (ys_json_value_get_item (array, 1)), ==, -2500.0);
  g_assert_cmpuint (ys_json_value_get_length (ys_json_value_get_item (array, 2)), ==, 0);
  g_assert_cmpint (ys_json_value_get_member (json, "b")->type, ==, YS_JSON_OBJECT);
  g_assert_cmpint (ys_json_value_get_member (json, "c")->type, ==, YS_JSON_NULL);
  g_assert_cmpint (ys_json_value_get_member (json, "d")->type, ==, YS_JSON_BOOLEAN);
  g_assert_cmpfloat (ys_json_value_get_member (json, "d")->number, ==, 1.0);
  g_assert_cmpstr (ys_json_value_get_string (ys_json_value_get_member (json, "e")), ==, "x");
  g_assert_null (ys_json_value_get_member (json, "f"));
}

static void
test_strings (void)
{
  g_autoptr (YsJsonValue) json = NULL;

  json = ys_json_value_parse ("\"a\\n\\\"\\\\\\/ \\u00e9 \\ud83d\\ude00 ü\"");

  g_assert_cmpstr (ys_json_value_get_string (json), ==, "a\n\"\\/ é 😀 ü");
}

/* In a program of its own: what is not JSON must not be read as something else. */
static void
test_faults (gconstpointer text)
{
  if (g_test_subprocess ())
    {
      ys_json_value_free (ys_json_value_parse (text));
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*JSON*");
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    const char *text;
  } faults[] = {
    { "empty", "" },
    { "open-array", "[1, 2" },
    { "open-string", "\"abc" },
    { "no-colon", "{\"a\" 1}" },
    { "trailing-comma", "[1,]" },
    { "word", "nothing" },
    { "rest", "1 2" },
    { "escape", "\"\\x\"" },
  };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/finance/json-value/values", test_values);
  g_test_add_func ("/finance/json-value/strings", test_strings);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/finance/json-value/faults/", faults[i].name, NULL);

      g_test_add_data_func (path, faults[i].text, test_faults);
    }

  return g_test_run ();
}
