/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-edit.h"

/* Two alternatives that exclude each other, two drivers, two assumptions that move together. */
static YsScenario *
build (void)
{
  YsScenario *scenario = ys_scenario_new ("Budget 2027", "EUR", 5);
  g_autoptr (YsEstimate) one = ys_estimate_new_exactly (1.0);
  g_autoptr (YsEstimate) range = ys_estimate_new ();
  YsAlternative *campaign = ys_alternative_new ("campaign", "Campaign");
  YsLine *orders = ys_line_new (ys_line_kind_find ("benefit"), "orders", "Orders");
  YsLine *print = ys_line_new (ys_line_kind_find ("cost"), "print", "Print");
  g_autoptr (YsEstimate) formula = ys_estimate_new ();

  ys_estimate_set_number (range, YS_NUMBER_LOW, 1.0);
  ys_estimate_set_number (range, YS_NUMBER_HIGH, 2.0);
  formula->formula = g_strdup ("take_up * 2");
  orders->driver = g_strdup ("repeat");
  ys_line_set_estimate (orders, YS_FIELD_AMOUNT, formula);
  ys_line_set_estimate (print, YS_FIELD_AMOUNT, one);
  g_ptr_array_add (campaign->lines, orders);
  g_ptr_array_add (campaign->lines, print);

  g_ptr_array_add (scenario->drivers, ys_driver_new ("speed", "Speed", 40.0));
  g_ptr_array_add (scenario->drivers, ys_driver_new ("repeat", "Repeat sales", 60.0));
  g_ptr_array_add (scenario->assumptions, ys_assumption_new ("take-up", "Take-up", range));
  g_ptr_array_add (scenario->assumptions, ys_assumption_new ("margin", "Margin", range));
  g_ptr_array_add (scenario->moves_with, ys_moves_with_new ("take-up", "margin", 0.5));
  g_ptr_array_add (scenario->alternatives, campaign);
  g_ptr_array_add (scenario->alternatives, ys_alternative_new ("line", "Production line"));
  g_ptr_array_add (scenario->excludes, ys_relation_new ("campaign", "line"));

  return scenario;
}

static const YsAlternative *
get_alternative (const YsScenario *scenario,
                 guint             index)
{
  return scenario->alternatives->pdata[index];
}

static const YsLine *
get_line (const YsScenario *scenario,
          guint             index)
{
  return get_alternative (scenario, 0)->lines->pdata[index];
}

static void
test_insert (void)
{
  g_autoptr (YsScenario) scenario = build ();
  g_autoptr (YsScenario) twin = build ();
  g_autoptr (YsDriver) margin = ys_driver_new ("margin-driver", "Margin", 10.0);
  g_autoptr (YsScenario) newer = ys_edit_insert (scenario, YS_PART_DRIVER, 1, margin);

  g_assert_true (ys_scenario_equal (scenario, twin));
  g_assert_cmpuint (newer->drivers->len, ==, 3);
  g_assert_true (newer->drivers->pdata[1] == margin);

  /* All the rest is shared. */
  g_assert_true (get_alternative (newer, 0) == get_alternative (scenario, 0));
}

static void
test_replace (void)
{
  g_autoptr (YsScenario) scenario = build ();
  g_autoptr (YsDriver) faster = ys_driver_new ("speed", "Faster", 40.0);
  g_autoptr (YsScenario) newer = ys_edit_replace (scenario, YS_PART_DRIVER, 0, faster);
  g_autoptr (YsScenario) back
    = ys_edit_replace (newer, YS_PART_DRIVER, 0, scenario->drivers->pdata[0]);

  g_assert_false (ys_scenario_equal (scenario, newer));
  g_assert_true (ys_scenario_equal (scenario, back));
}

static void
test_move (void)
{
  g_autoptr (YsScenario) scenario = build ();
  g_autoptr (YsScenario) newer = ys_edit_move (scenario, YS_PART_ALTERNATIVE, 0, 1);
  g_autoptr (YsScenario) back = ys_edit_move (newer, YS_PART_ALTERNATIVE, 1, 0);

  g_assert_cmpstr (get_alternative (newer, 1)->id, ==, "campaign");
  g_assert_true (ys_scenario_equal (scenario, back));
}

static void
test_remove_alternative (void)
{
  g_autoptr (YsScenario) scenario = build ();
  g_autoptr (YsScenario) newer = ys_edit_remove (scenario, YS_PART_ALTERNATIVE, 1);
  g_autoptr (GPtrArray) errors = ys_scenario_check (newer);

  g_assert_cmpuint (newer->alternatives->len, ==, 1);
  g_assert_cmpuint (newer->excludes->len, ==, 0);
  g_assert_cmpuint (scenario->excludes->len, ==, 1);
  g_assert_cmpuint (errors->len, ==, 0);
}

static void
test_duplicate_alternative (void)
{
  g_autoptr (YsScenario) scenario = build ();
  g_autoptr (YsScenario) linked = NULL;
  g_autoptr (YsScenario) newer = NULL;
  g_autoptr (YsRelation) needs = ys_relation_new ("line", "campaign");
  const YsRelation *excluded;
  const YsAlternative *copy;
  const YsLine *orders;

  linked = ys_edit_insert (scenario, YS_PART_REQUIRES, 0, needs);
  newer = ys_edit_duplicate_alternative (linked, 0, "Campaign (copy)");
  copy = get_alternative (newer, 1);
  orders = copy->lines->pdata[0];
  excluded = newer->excludes->pdata[1];

  g_assert_cmpuint (newer->alternatives->len, ==, 3);
  g_assert_cmpstr (copy->id, ==, "campaign-2");
  g_assert_cmpstr (copy->name, ==, "Campaign (copy)");

  /* Its lines are its own, but for the assumption and the driver that they rest on. */
  g_assert_cmpstr (orders->id, ==, "orders-2");
  g_assert_cmpstr (orders->name, ==, "Orders");
  g_assert_cmpstr (orders->driver, ==, "repeat");
  g_assert_cmpstr (orders->estimates[YS_FIELD_AMOUNT]->formula, ==, "take_up * 2");

  /* It excludes what the original does; what needs the original does not need the copy as well. */
  g_assert_cmpuint (newer->excludes->len, ==, 2);
  g_assert_cmpstr (excluded->alternative, ==, "campaign-2");
  g_assert_cmpstr (excluded->other, ==, "line");
  g_assert_cmpuint (newer->requires->len, ==, 1);
}

static void
test_duplicate_twice (void)
{
  g_autoptr (YsScenario) scenario = build ();
  g_autoptr (YsScenario) once = ys_edit_duplicate_alternative (scenario, 0, "Copy");
  g_autoptr (YsScenario) twice = ys_edit_duplicate_alternative (once, 1, "Copy of the copy");
  g_autoptr (GPtrArray) errors = ys_scenario_check (twice);

  g_assert_cmpuint (errors->len, ==, 0);
  g_assert_cmpstr (get_alternative (twice, 2)->name, ==, "Copy of the copy");
  g_assert_true (get_alternative (twice, 0) == get_alternative (scenario, 0));
}

static void
test_set_baseline (void)
{
  g_autoptr (YsScenario) scenario = build ();
  g_autoptr (YsScenario) first = ys_edit_set_baseline (scenario, 0);
  g_autoptr (YsScenario) second = ys_edit_set_baseline (first, 1);
  g_autoptr (YsScenario) copied = ys_edit_duplicate_alternative (second, 1, "Copy");
  g_autoptr (YsScenario) none = ys_edit_set_baseline (second, -1);

  g_assert_true (get_alternative (first, 0)->baseline);
  g_assert_false (get_alternative (second, 0)->baseline);
  g_assert_true (get_alternative (second, 1)->baseline);
  g_assert_false (get_alternative (copied, 2)->baseline);
  g_assert_true (ys_scenario_equal (none, scenario));
}

static void
test_remove_driver (void)
{
  g_autoptr (YsScenario) scenario = build ();
  g_autoptr (YsScenario) newer = ys_edit_remove (scenario, YS_PART_DRIVER, 1);
  g_autoptr (GPtrArray) errors = ys_scenario_check (newer);

  g_assert_null (get_line (newer, 0)->driver);
  g_assert_cmpstr (get_line (scenario, 0)->driver, ==, "repeat");
  g_assert_true (get_line (newer, 1) == get_line (scenario, 1));
  g_assert_true (get_alternative (newer, 1) == get_alternative (scenario, 1));
  g_assert_cmpuint (errors->len, ==, 0);
}

static void
test_remove_assumption (void)
{
  g_autoptr (YsScenario) scenario = build ();
  g_autoptr (YsScenario) newer = ys_edit_remove (scenario, YS_PART_ASSUMPTION, 1);

  g_assert_cmpuint (newer->assumptions->len, ==, 1);
  g_assert_cmpuint (newer->moves_with->len, ==, 0);
}

static void
test_find_user (void)
{
  g_autoptr (YsScenario) scenario = build ();
  g_autoptr (YsLine) follower = ys_line_new (ys_line_kind_find ("cost"), "f", "Follower");
  g_autoptr (YsScenario) newer = NULL;

  g_assert_cmpstr (ys_edit_find_user (scenario, "take-up"), ==, "Orders");
  g_assert_null (ys_edit_find_user (scenario, "margin"));

  ys_line_add_follows (follower, "margin", 1.0);
  newer = ys_edit_insert_line (scenario, 1, 0, follower);
  g_assert_cmpstr (ys_edit_find_user (newer, "margin"), ==, "Follower");
}

static void
test_lines (void)
{
  g_autoptr (YsScenario) scenario = build ();
  g_autoptr (YsScenario) twin = build ();
  g_autoptr (YsLine) line = ys_line_copy (get_line (scenario, 1));
  g_autoptr (YsScenario) longer = ys_edit_insert_line (scenario, 0, 2, line);
  g_autoptr (YsScenario) moved = ys_edit_move_line (longer, 0, 2, 0);
  g_autoptr (YsScenario) shorter = ys_edit_remove_line (moved, 0, 0);
  g_autoptr (YsScenario) other = ys_edit_replace_line (shorter, 0, 0, line);

  g_assert_true (ys_scenario_equal (scenario, twin));
  g_assert_cmpuint (get_alternative (longer, 0)->lines->len, ==, 3);
  g_assert_true (get_line (moved, 0) == line);
  g_assert_true (ys_scenario_equal (shorter, scenario));
  g_assert_true (get_line (other, 0) == line);
  g_assert_true (get_alternative (other, 1) == get_alternative (scenario, 1));
}

static void
test_make_id (void)
{
  static const struct
  {
    const char *name;
    const char *id;
  } cases[] = {
    { "Staff who take it up", "staff-who-take-it-up" },
    { "Take-up", "take-up-2" },       /* taken, by an assumption */
    { "take up", "take-up-2" },
    { "print", "print-2" },           /* by a line */
    { "Speed!", "speed-2" },          /* by a driver */
    { "2nd line", "nd-line" },        /* a name in a formula does not begin with a digit */
    { "Überstunden", "uberstunden" },
    { "  Fee / order ", "fee-order" },
    { "期間", "n" },
    { "", "n" },
    { "Period", "period-2" },         /* in a formula that is the number of the period */
    { "A name that is far too long for anybody to type", "a-name-that-is-far-too-long-for" },
  };
  g_autoptr (YsScenario) scenario = build ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = ys_edit_make_id (scenario, cases[i].name);

      g_assert_cmpstr (id, ==, cases[i].id);
    }
}

/* A line with all that a benefit may have. */
static YsLine *
build_full_line (void)
{
  YsLine *line = ys_line_new (ys_line_kind_find ("benefit"), "full", "Full");
  g_autoptr (YsEstimate) amount = ys_estimate_new_exactly (7.0);
  g_autoptr (YsEstimate) growth = ys_estimate_new_exactly (0.1);

  ys_line_set_estimate (line, YS_FIELD_AMOUNT, amount);
  ys_line_set_estimate (line, YS_FIELD_GROWTH, growth);
  ys_line_set_ramp (line, (const double[]) { 0.5, 1.0 }, 2);
  ys_line_add_follows (line, "margin", 0.5);
  line->first = 1;
  line->last = 3;
  line->source = g_strdup ("Quote");

  return line;
}

/* From each kind to each: what comes of it makes sense, and what both have is the same. */
static void
test_change_kind (void)
{
  for (int from = 0; ys_line_kinds ()[from] != NULL; from++)
    for (int to = 0; ys_line_kinds ()[to] != NULL; to++)
      {
        g_autoptr (YsScenario) scenario = build ();
        g_autoptr (YsLine) line = build_full_line ();
        g_autoptr (YsScenario) newer = NULL;
        g_autoptr (GPtrArray) errors = NULL;

        ys_edit_change_kind (line, ys_line_kinds ()[from]);
        ys_edit_change_kind (line, ys_line_kinds ()[to]);
        newer = ys_edit_insert_line (scenario, 0, 0, line);
        errors = ys_scenario_check (newer);

        g_assert_cmpuint (errors->len, ==, 0);
        g_assert_cmpstr (line->source, ==, "Quote");
        g_assert_cmpint (line->first, ==, 1);
      }
}

static void
test_change_kind_keeps (void)
{
  g_autoptr (YsLine) line = build_full_line ();

  ys_edit_change_kind (line, ys_line_kind_find ("cost"));
  g_assert_cmpfloat (line->estimates[YS_FIELD_AMOUNT]->numbers[YS_NUMBER_EXACTLY], ==, 7.0);
  g_assert_cmpfloat (line->estimates[YS_FIELD_GROWTH]->numbers[YS_NUMBER_EXACTLY], ==, 0.1);
  g_assert_cmpuint (line->n_ramp, ==, 2);
  g_assert_cmpuint (line->n_follows, ==, 1);
  g_assert_cmpint (line->last, ==, 3);

  ys_edit_change_kind (line, ys_line_kind_find ("capital"));
  g_assert_cmpfloat (line->estimates[YS_FIELD_AMOUNT]->numbers[YS_NUMBER_EXACTLY], ==, 7.0);
  g_assert_null (line->estimates[YS_FIELD_GROWTH]);
  g_assert_cmpuint (line->n_ramp, ==, 0);
  g_assert_cmpuint (line->n_follows, ==, 0);
  g_assert_cmpint (line->last, ==, YS_PERIOD_UNSET);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/edit/insert", test_insert);
  g_test_add_func ("/model/edit/replace", test_replace);
  g_test_add_func ("/model/edit/move", test_move);
  g_test_add_func ("/model/edit/remove-alternative", test_remove_alternative);
  g_test_add_func ("/model/edit/duplicate-alternative", test_duplicate_alternative);
  g_test_add_func ("/model/edit/duplicate-twice", test_duplicate_twice);
  g_test_add_func ("/model/edit/set-baseline", test_set_baseline);
  g_test_add_func ("/model/edit/remove-driver", test_remove_driver);
  g_test_add_func ("/model/edit/remove-assumption", test_remove_assumption);
  g_test_add_func ("/model/edit/find-user", test_find_user);
  g_test_add_func ("/model/edit/lines", test_lines);
  g_test_add_func ("/model/edit/make-id", test_make_id);
  g_test_add_func ("/model/edit/change-kind", test_change_kind);
  g_test_add_func ("/model/edit/change-kind-keeps", test_change_kind_keeps);

  return g_test_run ();
}
