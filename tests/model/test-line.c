/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-line.h"

/* The table of the file format's documentation, said once more. */
static const struct
{
  const char *id;
  double      sign;
  YsSide      side;
  gboolean    taxed;
  const char *required;
  const char *optional;
  gboolean    lists_periods;
  int         first;
} kinds[] = {
  { "capital", -1.0, YS_SIDE_COST, FALSE, "amount", "chance", TRUE, 0 },
  { "cost", -1.0, YS_SIDE_COST, TRUE, "amount", "growth chance", TRUE, 1 },
  { "benefit", 1.0, YS_SIDE_BENEFIT, TRUE, "amount", "growth chance", TRUE, 1 },
  { "saving", 1.0, YS_SIDE_BENEFIT, TRUE, "amount", "growth chance", TRUE, 1 },
  { "staff-time", 1.0, YS_SIDE_BENEFIT, TRUE, "hours hourly-rate put-to-use", "growth chance",
    FALSE, 1 },
  { "loss", -1.0, YS_SIDE_COST, TRUE, "events-per-year loss-each", "growth chance", FALSE, 1 },
  { "avoided-loss", 1.0, YS_SIDE_BENEFIT, TRUE, "events-per-year loss-each",
    "fewer smaller growth chance", FALSE, 1 },
  { "working-capital", -1.0, YS_SIDE_NEITHER, FALSE, "amount", "growth chance", TRUE, 0 },
  { "residual", 1.0, YS_SIDE_BENEFIT, TRUE, "amount", "chance", FALSE, YS_PERIOD_LAST },
};

static char *
list_fields (guint bits)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (int field = 0; field < YS_N_FIELDS; field++)
    if ((bits & YS_FIELD_BIT (field)) != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "",
                              ys_field_get_id ((YsField) field));

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
test_kinds (void)
{
  const YsLineKind *const *table = ys_line_kinds ();

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const YsLineKind *kind = table[i];
      g_autofree char *required = list_fields (kind->required);
      g_autofree char *optional = list_fields (kind->fields & ~kind->required);

      g_assert_cmpstr (kind->id, ==, kinds[i].id);
      g_assert_true (ys_line_kind_find (kinds[i].id) == kind);
      g_assert_cmpfloat (kind->sign, ==, kinds[i].sign);
      g_assert_cmpint ((int) kind->side, ==, (int) kinds[i].side);
      g_assert_cmpint (kind->taxed, ==, kinds[i].taxed);
      g_assert_cmpstr (required, ==, kinds[i].required);
      g_assert_cmpstr (optional, ==, kinds[i].optional);
      g_assert_cmpint ((kind->traits & YS_LINE_MAY_LIST_PERIODS) != 0, ==, kinds[i].lists_periods);
      g_assert_cmpint (kind->default_first, ==, kinds[i].first);
      g_assert_nonnull (kind->name);
      g_assert_nonnull (kind->sentence);
    }

  g_assert_null (table[G_N_ELEMENTS (kinds)]);
  g_assert_null (ys_line_kind_find ("dividend"));
}

static void
test_fields (void)
{
  g_assert_cmpstr (ys_field_get_id (YS_FIELD_EVENTS_PER_YEAR), ==, "events-per-year");
  g_assert_cmpint ((int) ys_field_get_unit (YS_FIELD_AMOUNT), ==, (int) YS_UNIT_MONEY);
  g_assert_cmpint ((int) ys_field_get_unit (YS_FIELD_CHANCE), ==, (int) YS_UNIT_FRACTION);

  for (int field = 0; field < YS_N_FIELDS; field++)
    g_assert_nonnull (ys_field_get_name ((YsField) field));
}

static void
test_ids (void)
{
  YsNature nature;
  YsLean lean;
  YsDepreciationMethod method;

  for (int i = 1; i < YS_N_NATURES; i++)
    g_assert_true (ys_nature_from_id (ys_nature_get_id ((YsNature) i), &nature)
                   && (int) nature == i);
  for (int i = 1; i < YS_N_LEANS; i++)
    g_assert_true (ys_lean_from_id (ys_lean_get_id ((YsLean) i), &lean) && (int) lean == i);
  for (int i = 1; i < YS_N_DEPRECIATION_METHODS; i++)
    g_assert_true (ys_depreciation_method_from_id (
                     ys_depreciation_method_get_id ((YsDepreciationMethod) i), &method)
                   && (int) method == i);

  g_assert_null (ys_lean_get_id (YS_LEAN_UNSET));
  g_assert_false (ys_lean_from_id ("drop", &lean));
  g_assert_false (ys_nature_from_id ("", &nature));
  g_assert_false (ys_depreciation_method_from_id ("sum-of-years", &method));
}

static const struct
{
  const char *name;
  const char *kind;
  int         when_first;
  int         when_last;
  gsize       n_by_period;
  int         by_period_first;
  int         first;
  int         last;
} whens[] = { /* of a scenario of 10 periods */
  { "benefit", "benefit", -1, -1, 0, -1, 1, 10 },
  { "benefit-given", "benefit", 2, 4, 0, -1, 2, 4 },
  { "benefit-last-only", "benefit", -1, 4, 0, -1, 1, 4 },
  { "benefit-at-0", "benefit", 0, 0, 0, -1, 0, 0 },
  { "benefit-list", "benefit", -1, -1, 3, -1, 1, 3 },
  { "benefit-list-from", "benefit", 2, -1, 3, -1, 2, 4 },
  { "benefit-list-own-first", "benefit", 2, -1, 3, 5, 5, 7 },
  { "benefit-list-cut", "benefit", -1, 2, 3, -1, 1, 2 },
  { "capital", "capital", -1, -1, 0, -1, 0, 0 },
  { "capital-later", "capital", 3, -1, 0, -1, 3, 3 },
  { "capital-list", "capital", -1, -1, 3, -1, 0, 2 },
  { "working-capital", "working-capital", -1, -1, 0, -1, 0, 10 },
  { "residual", "residual", -1, -1, 0, -1, 10, 10 },
  { "residual-earlier", "residual", 6, -1, 0, -1, 6, 6 },
};

static void
test_when (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  const double values[8] = { 0.0 };
  g_autoptr (YsLine) line = ys_line_new (ys_line_kind_find (whens[i].kind), "l", "Line");

  line->first = whens[i].when_first;
  line->last = whens[i].when_last;
  if (whens[i].n_by_period > 0)
    ys_line_set_by_period (line, whens[i].by_period_first, values, whens[i].n_by_period);

  g_assert_cmpint (ys_line_get_first (line, 10), ==, whens[i].first);
  g_assert_cmpint (ys_line_get_last (line, 10), ==, whens[i].last);
}

static YsLine *
build (void)
{
  const double shares[] = { 0.5, 1.0 };
  const double values[] = { 3000.0, 5000.0 };
  g_autoptr (YsEstimate) amount = ys_estimate_new_exactly (3.0);
  YsLine *line = ys_line_new (ys_line_kind_find ("benefit"), "b1", "Orders");

  line->driver = g_strdup ("repeat");
  line->source = g_strdup ("Offer");
  line->comment = g_strdup ("checked");
  line->row = 7;
  ys_line_set_estimate (line, YS_FIELD_AMOUNT, amount);
  ys_line_set_by_period (line, 2, values, 2);
  ys_line_set_ramp (line, shares, 2);
  ys_line_add_follows (line, "market", 0.5);
  ys_line_add_follows (line, "weather", 0.1);

  return line;
}

static void
replace (char       **text,
         const char  *other)
{
  g_free (*text);
  *text = g_strdup (other);
}

static void
change_kind (YsLine *line)
{
  line->kind = ys_line_kind_find ("saving");
}

static void
change_id (YsLine *line)
{
  replace (&line->id, "b2");
}

static void
change_name (YsLine *line)
{
  replace (&line->name, "More orders");
}

static void
change_driver (YsLine *line)
{
  replace (&line->driver, NULL);
}

static void
change_source (YsLine *line)
{
  replace (&line->source, "");
}

static void
change_comment (YsLine *line)
{
  replace (&line->comment, "unchecked");
}

static void
change_nature (YsLine *line)
{
  line->nature = YS_NATURE_FORWARD;
}

static void
change_lean (YsLine *line)
{
  line->lean = YS_LEAN_KEEP;
}

static void
change_estimate (YsLine *line)
{
  g_autoptr (YsEstimate) amount = ys_estimate_new_exactly (4.0);

  ys_line_set_estimate (line, YS_FIELD_AMOUNT, amount);
}

static void
remove_estimate (YsLine *line)
{
  ys_line_set_estimate (line, YS_FIELD_AMOUNT, NULL);
}

static void
change_by_period (YsLine *line)
{
  line->by_period[1] = 1.0;
}

static void
shorten_by_period (YsLine *line)
{
  line->n_by_period = 1;
}

static void
change_by_period_first (YsLine *line)
{
  line->by_period_first = 3;
}

static void
change_first (YsLine *line)
{
  line->first = 1;
}

static void
change_last (YsLine *line)
{
  line->last = 9;
}

static void
change_ramp (YsLine *line)
{
  line->ramp[0] = 0.25;
}

static void
change_follows (YsLine *line)
{
  line->follows[1].factor = 0.2;
}

static void
change_followed (YsLine *line)
{
  replace (&line->follows[0].assumption, "other");
}

static void
add_follows (YsLine *line)
{
  ys_line_add_follows (line, "third", 1.0);
}

static void
change_depreciation (YsLine *line)
{
  line->depreciation.method = YS_DEPRECIATION_NONE;
}

static void
change_depreciation_rate (YsLine *line)
{
  line->depreciation.rate = 0.3;
}

static void (*const changes[]) (YsLine *line) = {
  change_kind,         change_id,
  change_name,         change_driver,
  change_source,       change_comment,
  change_nature,       change_lean,
  change_estimate,     remove_estimate,
  change_by_period,    shorten_by_period,
  change_by_period_first, change_first,
  change_last,         change_ramp,
  change_follows,      change_followed,
  add_follows,         change_depreciation,
  change_depreciation_rate,
};

static void
test_equal (void)
{
  g_autoptr (YsLine) line = build ();

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (YsLine) other = build ();

      g_assert_true (ys_line_equal (line, other));
      changes[i](other);
      g_assert_false (ys_line_equal (line, other));
      g_assert_false (ys_line_equal (other, line));
    }

  g_assert_false (ys_line_equal (line, NULL));
}

/* A copy may be changed in any way without the original noticing. */
static void
test_copy (void)
{
  g_autoptr (YsLine) line = build ();
  g_autoptr (YsLine) same = build ();

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (YsLine) copy = ys_line_copy (line);

      g_assert_true (ys_line_equal (line, copy));
      g_assert_true (copy->estimates[YS_FIELD_AMOUNT] == line->estimates[YS_FIELD_AMOUNT]);
      g_assert_cmpint (copy->row, ==, 7);
      changes[i](copy);
      g_assert_true (ys_line_equal (line, same));
    }
}

static void
test_row_does_not_count (void)
{
  g_autoptr (YsLine) a = build ();
  g_autoptr (YsLine) b = build ();

  b->row = 99;
  g_assert_true (ys_line_equal (a, b));
}

static void
test_set_estimate_takes_ref (void)
{
  g_autoptr (YsLine) line = build ();
  YsEstimate *growth = ys_estimate_new_exactly (0.02);

  ys_line_set_estimate (line, YS_FIELD_GROWTH, growth);
  ys_line_set_estimate (line, YS_FIELD_GROWTH, growth);
  ys_estimate_unref (growth);
  g_assert_cmpfloat (line->estimates[YS_FIELD_GROWTH]->numbers[YS_NUMBER_EXACTLY], ==, 0.02);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/line/kinds", test_kinds);
  g_test_add_func ("/model/line/fields", test_fields);
  g_test_add_func ("/model/line/ids", test_ids);

  for (gsize i = 0; i < G_N_ELEMENTS (whens); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/line/when/%s", whens[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_when);
    }

  g_test_add_func ("/model/line/equal", test_equal);
  g_test_add_func ("/model/line/copy", test_copy);
  g_test_add_func ("/model/line/row-does-not-count", test_row_does_not_count);
  g_test_add_func ("/model/line/set-estimate-takes-ref", test_set_estimate_takes_ref);

  return g_test_run ();
}
