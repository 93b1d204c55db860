/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-estimate-editor.h"

#include <math.h>
#include <string.h>

#include "ys-formula-entry.h"
#include "ys-number-entry.h"

/* Made by the build, without a header outside its folder. */
extern GResource *ys_get_resource (void);

static void
count_cb (int *count)
{
  ++*count;
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type,
      int       *nth)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*nth)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, nth);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Of those that are to be seen, by their order. */
static void
type_number (YsEstimateEditor *editor,
             int               nth,
             const char       *text)
{
  int place = -1;

  for (int i = 0; nth >= 0; i++)
    {
      int n = i;
      GtkWidget *entry = find (GTK_WIDGET (editor), YS_TYPE_NUMBER_ENTRY, &n);

      g_assert_nonnull (entry);
      if (gtk_widget_get_visible (gtk_widget_get_parent (entry)) && nth-- == 0)
        place = i;
    }

  gtk_editable_set_text (GTK_EDITABLE (find (GTK_WIDGET (editor), YS_TYPE_NUMBER_ENTRY, &place)), text);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
choose_mode (YsEstimateEditor *editor,
             int               mode)
{
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (find (GTK_WIDGET (editor), GTK_TYPE_TOGGLE_BUTTON, &mode)), TRUE);
}

/* What cannot be understood stays, says so, and the last good value goes on counting. */
static void
test_number (void)
{
  YsNumberEntry *entry = YS_NUMBER_ENTRY (g_object_ref_sink (ys_number_entry_new ()));
  int edited = 0, end = 4;

  ys_number_entry_set_unit (entry, YS_UNIT_MONEY, "EUR");
  g_assert_true (isnan (ys_number_entry_get_value (entry)));
  g_signal_connect_swapped (entry, "edited", G_CALLBACK (count_cb), &edited);

  gtk_editable_set_text (GTK_EDITABLE (entry), "1.2m");
  g_assert_cmpfloat (ys_number_entry_get_value (entry), ==, 1.2e6);
  g_assert_null (ys_number_entry_get_error (entry));
  g_assert_cmpint (edited, >=, 1);

  gtk_editable_insert_text (GTK_EDITABLE (entry), "xy", -1, &end);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "1.2mxy");
  g_assert_cmpfloat (ys_number_entry_get_value (entry), ==, 1.2e6);
  g_assert_nonnull (strstr (ys_number_entry_get_error (entry), "“mxy” is not understood"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));

  ys_number_entry_set_value (entry, 40000);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "40,000");
  g_assert_null (ys_number_entry_get_error (entry));

  g_assert_finalize_object (entry);
}

/* Typing over what is there passes through nothing, which must not count. */
static void
test_number_replaced (void)
{
  YsNumberEntry *entry = YS_NUMBER_ENTRY (g_object_ref_sink (ys_number_entry_new ()));
  int edited = 0;

  ys_number_entry_set_unit (entry, YS_UNIT_MONEY, "EUR");
  ys_number_entry_set_value (entry, 40000);
  g_signal_connect_swapped (entry, "edited", G_CALLBACK (count_cb), &edited);

  gtk_editable_set_text (GTK_EDITABLE (entry), "50k");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (edited, ==, 1);
  g_assert_cmpfloat (ys_number_entry_get_value (entry), ==, 50e3);

  g_assert_finalize_object (entry);
}

static void
test_modes (void)
{
  YsEstimateEditor *editor = YS_ESTIMATE_EDITOR (g_object_ref_sink (ys_estimate_editor_new ()));
  g_autoptr (YsEstimate) exactly = ys_estimate_new_exactly (100);
  const YsEstimate *estimate;
  int changes = 0;

  ys_estimate_editor_edit (editor, "Amount", exactly, YS_UNIT_MONEY, "EUR", NULL);
  g_signal_connect_swapped (editor, "notify::estimate", G_CALLBACK (count_cb), &changes);
  g_assert_true (ys_estimate_editor_get_estimate (editor) == exactly);

  /* Nothing is made up: until both ends are given, 100 counts. */
  choose_mode (editor, 1);
  type_number (editor, 0, "40k");
  g_assert_true (ys_estimate_editor_get_estimate (editor) == exactly);
  g_assert_cmpint (changes, ==, 0);

  type_number (editor, 1, "90k");
  estimate = ys_estimate_editor_get_estimate (editor);
  g_assert_cmpfloat (estimate->numbers[YS_NUMBER_LOW], ==, 40e3);
  g_assert_cmpfloat (estimate->numbers[YS_NUMBER_HIGH], ==, 90e3);
  g_assert_false (ys_estimate_has (estimate, YS_NUMBER_EXACTLY));
  g_assert_cmpint (changes, >, 0);

  /* The ends stay where they are when a likely value is asked for. */
  choose_mode (editor, 2);
  type_number (editor, 1, "60k");
  estimate = ys_estimate_editor_get_estimate (editor);
  g_assert_cmpfloat (estimate->numbers[YS_NUMBER_LOW], ==, 40e3);
  g_assert_cmpfloat (estimate->numbers[YS_NUMBER_LIKELY], ==, 60e3);

  /* What makes no sense is not taken. */
  changes = 0;
  type_number (editor, 1, "100k");
  g_assert_cmpfloat (ys_estimate_editor_get_estimate (editor)->numbers[YS_NUMBER_LIKELY], ==, 60e3);

  g_assert_finalize_object (editor);
}

static void
test_formula (void)
{
  YsFormulaEntry *entry = YS_FORMULA_ENTRY (g_object_ref_sink (g_object_new (YS_TYPE_FORMULA_ENTRY, NULL)));
  g_autoptr (YsScenario) scenario = ys_scenario_new ("", "EUR", 3);
  g_autoptr (YsEstimate) estimate = ys_estimate_new_exactly (3);
  int first = 0;
  GtkWidget *text = find (GTK_WIDGET (entry), GTK_TYPE_ENTRY, &first);

  g_ptr_array_add (scenario->assumptions, ys_assumption_new ("take-up", "Take-up", estimate));
  ys_formula_entry_edit (entry, NULL, scenario);
  g_assert_null (ys_formula_entry_get_formula (entry));

  gtk_editable_set_text (GTK_EDITABLE (text), "2 × take_up");
  g_assert_cmpstr (ys_formula_entry_get_formula (entry), ==, "2 * take_up");

  gtk_editable_set_text (GTK_EDITABLE (text), "2 * takeup");
  g_assert_null (ys_formula_entry_get_formula (entry));
  g_assert_nonnull (strstr (ys_formula_entry_get_error (entry), "did you mean “take_up”"));

  gtk_editable_set_text (GTK_EDITABLE (text), "2 *");
  g_assert_nonnull (ys_formula_entry_get_error (entry));

  g_assert_finalize_object (entry);
}

/* Whatever an estimate is given by, beginning to edit it does not change it. */
static void
test_untouched (void)
{
  YsEstimateEditor *editor = YS_ESTIMATE_EDITOR (g_object_ref_sink (ys_estimate_editor_new ()));
  static const struct
  {
    YsShapeId shape;
    YsBounds  bounds;
    YsNumber  numbers[3];
    double    values[3];
    gsize     n;
  } cases[] = {
    { YS_SHAPE_NORMAL, YS_BOUNDS_UNSET, { YS_NUMBER_MEAN, YS_NUMBER_SD }, { 5, 1 }, 2 },
    { YS_SHAPE_LOGNORMAL, YS_BOUNDS_UNSET, { YS_NUMBER_LOG_MEAN, YS_NUMBER_LOG_SD }, { 1, 0.5 }, 2 },
    { YS_SHAPE_BETA, YS_BOUNDS_UNSET, { YS_NUMBER_ALPHA, YS_NUMBER_BETA }, { 2, 3 }, 2 },
    { YS_SHAPE_UNIFORM, YS_BOUNDS_UNSET, { YS_NUMBER_LOW, YS_NUMBER_HIGH }, { 2, 3 }, 2 },
    { YS_SHAPE_UNSET, YS_BOUNDS_HARD, { YS_NUMBER_LOW, YS_NUMBER_LIKELY, YS_NUMBER_HIGH }, { 2, 3, 5 }, 3 },
    { YS_SHAPE_TRIANGULAR, YS_BOUNDS_LIKELY_RANGE,
      { YS_NUMBER_LOW, YS_NUMBER_LIKELY, YS_NUMBER_HIGH }, { 2, 3, 5 }, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YsEstimate) estimate = ys_estimate_new ();

      estimate->shape = cases[i].shape;
      estimate->bounds = cases[i].bounds;
      for (gsize j = 0; j < cases[i].n; j++)
        ys_estimate_set_number (estimate, cases[i].numbers[j], cases[i].values[j]);
      ys_estimate_editor_edit (editor, NULL, estimate, YS_UNIT_NUMBER, NULL, NULL);
      g_signal_emit_by_name (find (GTK_WIDGET (editor), YS_TYPE_FORMULA_ENTRY, &(int) { 0 }), "edited");
      g_assert_true (ys_estimate_equal (ys_estimate_editor_get_estimate (editor), estimate));
    }

  g_assert_finalize_object (editor);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (ys_get_resource ());

  g_test_add_func ("/ui/estimate/number", test_number);
  g_test_add_func ("/ui/estimate/number-replaced", test_number_replaced);
  g_test_add_func ("/ui/estimate/modes", test_modes);
  g_test_add_func ("/ui/estimate/formula", test_formula);
  g_test_add_func ("/ui/estimate/untouched", test_untouched);

  return g_test_run ();
}
