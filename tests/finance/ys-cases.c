/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-cases.h"

#include <math.h>
#include <stdio.h>

static YsPublished *
case_new (const YsJsonValue *object)
{
  YsPublished *self = g_new0 (YsPublished, 1);

  self->id = ys_json_value_get_string (ys_json_value_get_member (object, "id"));
  self->kind = ys_json_value_get_string (ys_json_value_get_member (object, "kind"));
  self->inputs = ys_json_value_get_member (object, "inputs");
  self->expected = ys_json_value_get_member (object, "expected");
  self->tolerance = ys_json_value_get_number (ys_json_value_get_member (object, "tolerance"));

  return self;
}

static GPtrArray *
load_cases (void)
{
  static YsJsonValue *json; /* what the cases point to */
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "finance", "cases.json", NULL);
  GPtrArray *cases = g_ptr_array_new ();

  json = ys_json_value_read_file (path);
  for (gsize i = 0; i < ys_json_value_get_length (json); i++)
    g_ptr_array_add (cases, case_new (ys_json_value_get_item (json, i)));

  return cases;
}

GPtrArray *
ys_cases_get (void)
{
  static GPtrArray *cases;

  if (cases == NULL)
    cases = load_cases ();

  return cases;
}

static gboolean
is_left_out (const YsPublished *self,
             const YsLeftOut   *left_out,
             gsize              n_left_out)
{
  for (gsize i = 0; i < n_left_out; i++)
    if (g_str_equal (left_out[i].kind_or_id, self->id) ||
        g_str_equal (left_out[i].kind_or_id, self->kind))
      return TRUE;

  return FALSE;
}

void
ys_cases_add (const char            *folder,
              const YsPublishedKind *kinds,
              gsize                  n_kinds,
              const YsLeftOut       *left_out,
              gsize                  n_left_out)
{
  GPtrArray *cases = ys_cases_get ();

  for (guint i = 0; i < cases->len; i++)
    for (gsize k = 0; k < n_kinds; k++)
      {
        const YsPublished *self = cases->pdata[i];

        if (g_str_equal (kinds[k].kind, self->kind) && !is_left_out (self, left_out, n_left_out))
          {
            g_autofree char *path = g_build_path ("/", folder, "cases", self->kind, self->id, NULL);

            g_test_add_data_func (path, self, (GTestDataFunc) (void *) kinds[k].run);
          }
      }
}

gboolean
ys_published_has (const YsPublished *self,
                  const char        *input)
{
  return ys_json_value_get_member (self->inputs, input) != NULL;
}

static const YsJsonValue *
get_input (const YsPublished *self,
           const char        *input)
{
  if (!ys_published_has (self, input))
    g_error ("%s has no input “%s”", self->id, input);

  return ys_json_value_get_member (self->inputs, input);
}

double
ys_published_get_number (const YsPublished *self,
                         const char        *input)
{
  return ys_json_value_get_number (get_input (self, input));
}

double *
ys_published_dup_numbers (const YsPublished *self,
                          const char        *input,
                          gsize             *n)
{
  const YsJsonValue *array = get_input (self, input);
  double *numbers;

  *n = ys_json_value_get_length (array);
  numbers = g_new (double, MAX (*n, 1));
  for (gsize i = 0; i < *n; i++)
    numbers[i] = ys_json_value_get_number (ys_json_value_get_item (array, i));

  return numbers;
}

static int
parse_day (const YsJsonValue *dates,
           gsize              i)
{
  const char *text = ys_json_value_get_string (ys_json_value_get_item (dates, i));
  int year, month, day;
  GDate date;

  g_assert_cmpint (sscanf (text, "%d-%d-%d", &year, &month, &day), ==, 3);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return (int) g_date_get_julian (&date);
}

double *
ys_published_dup_years (const YsPublished *self,
                        const char        *input,
                        gsize             *n)
{
  const YsJsonValue *array = get_input (self, input);
  double *years;

  *n = ys_json_value_get_length (array);
  years = g_new (double, MAX (*n, 1));
  for (gsize i = 0; i < *n; i++)
    years[i] = (parse_day (array, i) - parse_day (array, 0)) / 365.0;

  return years;
}

static void
check_number (const YsPublished *self,
              const char        *what,
              double             actual,
              double             expected)
{
  double tolerance = MAX (self->tolerance, 1e-12 * fabs (expected));

  if (!(fabs (actual - expected) <= tolerance))
    g_test_fail_printf ("%s%s: %.17g, published %.17g ± %g", self->id, what,
                        actual, expected, tolerance);
}

void
ys_published_check (const YsPublished *self,
                    double             actual)
{
  check_number (self, "", actual, ys_json_value_get_number (self->expected));
}

gboolean
ys_published_expects (const YsPublished *self,
                      const char        *figure)
{
  return ys_json_value_get_member (self->expected, figure) != NULL;
}

void
ys_published_check_figure (const YsPublished *self,
                           const char        *figure,
                           double             actual)
{
  g_autofree char *what = g_strdup_printf (" %s", figure);

  g_assert_true (ys_published_expects (self, figure));
  check_number (self, what, actual,
                ys_json_value_get_number (ys_json_value_get_member (self->expected, figure)));
}

void
ys_published_check_first (const YsPublished *self,
                          const double      *actual,
                          gsize              n)
{
  g_assert_cmpuint (n, <=, ys_json_value_get_length (self->expected));
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *what = g_strdup_printf (" [%" G_GSIZE_FORMAT "]", i);

      check_number (self, what, actual[i],
                    ys_json_value_get_number (ys_json_value_get_item (self->expected, i)));
    }
}

void
ys_published_check_list (const YsPublished *self,
                         const double      *actual,
                         gsize              n)
{
  gsize n_expected = ys_json_value_get_length (self->expected);

  if (n != n_expected)
    g_test_fail_printf ("%s: %u values, published %u", self->id, (guint) n, (guint) n_expected);
  else
    ys_published_check_first (self, actual, n);
}
