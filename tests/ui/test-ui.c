/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "newer-gtk.h"
#include "ys-alternative-list.h"
#include "ys-alternative-row.h"
#include "ys-application.h"
#include "ys-basis-page.h"
#include "ys-cards.h"
#include "ys-chart-card.h"
#include "ys-chart-view.h"
#include "ys-choice-card.h"
#include "ys-compare-page.h"
#include "ys-examples.h"
#include "ys-figures-heading.h"
#include "ys-figures-row.h"
#include "ys-figures-table.h"
#include "ys-form-entry.h"
#include "ys-page.h"
#include "ys-risk-page.h"
#include "ys-starter-dialog.h"
#include "ys-verdict.h"
#include "ys-welcome-page.h"
#include "ys-what-if-panel.h"
#include "ys-what-if-row.h"
#include "ys-window.h"

static YsApplication *application;

/* Running the main loop */

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
settle (YsWindow *window)
{
  YsDocument *document = ys_window_get_document (window);

  while (ys_document_get_evaluating (document))
    g_main_context_iteration (NULL, TRUE);
  spin ();
}

static GFile *
get_example (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("YS_EXAMPLES_DIR"), name, NULL);

  return g_file_new_for_path (path);
}

static YsWindow *
window_new (void)
{
  return YS_WINDOW (ys_window_new (ADW_APPLICATION (application)));
}

static YsWindow *
open_example (const char *name)
{
  YsWindow *window = window_new ();
  g_autoptr (GFile) file = get_example (name);

  gtk_window_present (GTK_WINDOW (window));
  ys_window_open_file (window, file);
  while (ys_window_get_document (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  settle (window);

  return window;
}

static void
close_window (YsWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  spin ();
}

/* Finding widgets */

static GtkWidget *
find (GtkWidget *widget,
      GType      type,
      int       *nth)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*nth)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, nth);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static int
count (GtkWidget *widget,
       GType      type)
{
  int nth = G_MAXINT;

  find (widget, type, &nth);

  return G_MAXINT - nth;
}

static gpointer
find_nth (gpointer widget,
          GType    type,
          int      nth)
{
  GtkWidget *found = find (widget, type, &nth);

  g_assert_nonnull (found);

  return found;
}

static gpointer
find_child (gpointer    ancestor,
            GType       type,
            const char *name)
{
  GtkWidget *widget = find_nth (ancestor, type, 0);

  return gtk_widget_get_template_child (widget, type, name);
}

static const char *
get_verdict (YsWindow *window)
{
  return gtk_label_get_label (find_child (window, YS_TYPE_PAGE, "words"));
}

static YsWhatIfRow *
find_question (YsWindow   *window,
               YsQuestion  question)
{
  for (int i = 0;; i++)
    {
      YsWhatIfRow *row = find_nth (window, YS_TYPE_WHAT_IF_ROW, i);

      if (ys_what_if_row_get_question (row) == question)
        return row;
    }
}

/* As the user does it: by way of the slider. */
static void
move_slider (YsWhatIfRow *row,
             double       value)
{
  gtk_range_set_value (find_nth (row, GTK_TYPE_SCALE, 0), value);
}

static double
get_worth (YsWindow *window,
           gsize     alternative)
{
  YsDocument *document = ys_window_get_document (window);

  return ys_result_get_metric (ys_document_get_result (document), alternative, "npv");
}

/* Templates */

static void
test_template (gconstpointer data)
{
  GType (*get_type) (void) = data;
  GtkWidget *widget = g_object_ref_sink (g_object_new (get_type (), NULL));

  g_assert_finalize_object (widget);
}

/* Window */

static GtkWindow *
find_dialog (YsWindow *window,
             GType     type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (toplevel, type) &&
          gtk_window_get_transient_for (toplevel) == GTK_WINDOW (window))
        return toplevel;
    }

  return NULL;
}

static void
test_window_welcome (void)
{
  YsWindow *window = window_new ();
  GtkFlowBox *examples = find_child (window, YS_TYPE_WELCOME_PAGE, "examples");

  gtk_window_present (GTK_WINDOW (window));
  spin ();
  g_assert_null (ys_window_get_document (window));

  g_signal_emit_by_name (examples, "child-activated",
                         gtk_flow_box_get_child_at_index (examples, 1));
  while (ys_window_get_document (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  settle (window);

  g_assert_null (ys_document_get_file (ys_window_get_document (window)));
  g_assert_cmpstr (get_verdict (window), !=, "");
  close_window (window);
}

static void
choose_starter (YsWindow   *window,
                const char *id)
{
  GtkFlowBox *kinds;
  int index = (int) (ys_starter_find (id) - ys_starters);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-alternative", NULL);
  spin ();
  kinds = find_child (find_dialog (window, YS_TYPE_STARTER_DIALOG),
                      YS_TYPE_STARTER_DIALOG, "kinds");
  g_signal_emit_by_name (kinds, "child-activated",
                         gtk_flow_box_get_child_at_index (kinds, index));
  settle (window);
  g_assert_null (find_dialog (window, YS_TYPE_STARTER_DIALOG));
}

static void
turn_pages (YsWindow *window)
{
  static const char *const pages[] = { "cash", "risk", "compare" };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_object_set (window, "page", pages[i], NULL);
      settle (window);
    }
}

/* From nothing: a blank comparison says what to do, what is added is selected, and every page copes
 * with none, one and more. */
static void
test_window_start (void)
{
  static const char *const kinds[] = { "empty", "campaign", "recovery" };
  YsWindow *window = window_new ();
  int selected;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_null (ys_window_get_document (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new", NULL);
  settle (window);
  g_assert_false (ys_document_get_modified (ys_window_get_document (window)));
  turn_pages (window);
  g_assert_true (gtk_widget_get_visible (find_child (window, YS_TYPE_COMPARE_PAGE, "empty")));

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      choose_starter (window, kinds[k]);
      g_object_get (window, "selected", &selected, NULL);
      g_assert_cmpint (selected, ==, 1 + (int) k);
      turn_pages (window);
    }

  g_assert_false (gtk_widget_get_visible (find_child (window, YS_TYPE_COMPARE_PAGE, "empty")));
  g_assert_true (ys_document_get_modified (ys_window_get_document (window)));
  close_window (window);
}

static void
test_window_examples (void)
{
  for (const YsExample *example = ys_examples + 1; example->id != NULL; example++)
    {
      g_autofree char *name = g_strconcat (example->id, ".yardstick", NULL);
      YsWindow *window = open_example (name);

      g_assert_null (ys_document_get_error (ys_window_get_document (window)));
      close_window (window);
    }
}

static void
test_window_verdict (void)
{
  YsWindow *window = open_example ("one-scale.yardstick");
  YsDocument *document = ys_window_get_document (window);
  g_autofree char *verdict = ys_verdict_markup (ys_document_get_result (document));

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==,
                   "Where should next year's money go?");
  g_assert_cmpstr (verdict, !=, "");
  g_assert_cmpstr (get_verdict (window), ==, verdict);
  close_window (window);
}

static void
test_window_selected (void)
{
  YsWindow *window = open_example ("one-scale.yardstick");
  YsAlternativeList *list = find_nth (window, YS_TYPE_ALTERNATIVE_LIST, 0);
  YsFiguresTable *figures = find_nth (window, YS_TYPE_FIGURES_TABLE, 0);
  GtkSingleSelection *rows = find_child (window, YS_TYPE_ALTERNATIVE_LIST, "selection");
  int selected;

  /* The best, to begin with. */
  g_object_get (window, "selected", &selected, NULL);
  g_assert_cmpint (selected, ==, ys_document_get_result (ys_window_get_document (window))->best);

  gtk_single_selection_set_selected (rows, 2);
  g_object_get (window, "selected", &selected, NULL);
  g_assert_cmpint (selected, ==, 2);
  g_assert_cmpint (ys_figures_table_get_selected (figures), ==, 2);
  for (int i = 0; i < count (GTK_WIDGET (window), YS_TYPE_CHART_VIEW); i++)
    g_assert_cmpint (ys_chart_view_get_selected (find_nth (window, YS_TYPE_CHART_VIEW, i)), ==, 2);

  ys_chart_view_set_selected (find_nth (window, YS_TYPE_CHART_VIEW, 0), 3);
  g_assert_cmpint (ys_alternative_list_get_selected (list), ==, 3);
  g_assert_cmpuint (gtk_single_selection_get_selected (rows), ==, 3);
  close_window (window);
}

static void
test_window_pages (void)
{
  YsWindow *window = open_example ("production-line.yardstick");
  GtkStack *pages = find_child (window, YS_TYPE_WINDOW, "pages");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "cash"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (pages), ==, "cash");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "nowhere"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (pages), ==, "cash");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "risk"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (pages), ==, "risk");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "compare"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (pages), ==, "compare");
  close_window (window);
}

static YsChartCard *
find_card (YsWindow   *window,
           const char *chart)
{
  for (int i = 0; i < count (GTK_WIDGET (window), YS_TYPE_CHART_CARD); i++)
    {
      YsChartCard *card = find_nth (window, YS_TYPE_CHART_CARD, i);
      g_autofree char *id = NULL;

      g_object_get (card, "chart", &id, NULL);
      if (g_str_equal (id, chart))
        return card;
    }

  g_assert_not_reached ();
}

/* The page is remembered, from one test to the next as well. */
static void
turn_to (YsWindow   *window,
         const char *page)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", page));
}

static void
test_risk_page (void)
{
  YsWindow *window = open_example ("one-scale.yardstick");
  GtkWidget *page = find_nth (window, YS_TYPE_RISK_PAGE, 0);
  const char *words;

  /* Nothing is worked out for a page that nobody looks at. */
  g_assert_cmpuint (ys_document_get_result (ys_window_get_document (window))->analyses, ==,
                    YS_ANALYSE_VALUES);

  turn_to (window, "risk");
  settle (window);
  g_assert_cmpuint (ys_document_get_result (ys_window_get_document (window))->analyses, ==,
                    YS_ANALYSE_ALL);
  words = gtk_label_get_text (GTK_LABEL (gtk_widget_get_template_child (page, YS_TYPE_PAGE, "words")));
  g_assert_cmpstr (words, !=, "");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (find_card (window, "s-curve"))));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (find_card (window, "loss-curve"))));
  turn_to (window, "compare");
  close_window (window);
}

/* Nothing is uncertain in a textbook's production line, and nothing can strike. */
static void
test_risk_nothing (void)
{
  YsWindow *window = open_example ("production-line.yardstick");

  turn_to (window, "risk");
  settle (window);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find_card (window, "loss-curve"))));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find_card (window, "worth-finding-out"))));
  turn_to (window, "compare");
  close_window (window);
}

static const char nothing[] =
  "<scenario xmlns=\"urn:yardstick:scenario\" version=\"1\" title=\"Nothing yet\" currency=\"EUR\""
  " period=\"year\" periods=\"5\"><rules discount-rate=\"0.09\"/></scenario>";

/* Every page says so, and no empty card. */
static void
test_window_nothing (void)
{
  static const char *const pages[] = { "cash", "risk", "compare" };
  YsWindow *window = window_new ();
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "nothing.yardstick", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkStack *stack = find_child (window, YS_TYPE_WINDOW, "pages");

  g_assert_true (g_file_set_contents (path, nothing, -1, NULL));
  gtk_window_present (GTK_WINDOW (window));
  ys_window_open_file (window, file);
  while (ys_window_get_document (window) == NULL)
    g_main_context_iteration (NULL, TRUE);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      turn_to (window, pages[i]);
      settle (window);
      g_assert_cmpstr (gtk_label_get_text (find_child (gtk_stack_get_visible_child (stack), YS_TYPE_PAGE, "words")),
                       ==, "There is nothing to compare yet: add an alternative.");
    }
  for (int i = 0; i < count (GTK_WIDGET (window), YS_TYPE_CHART_VIEW); i++)
    g_assert_false (gtk_widget_get_mapped (find_nth (window, YS_TYPE_CHART_VIEW, i)));

  close_window (window);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_risk_choice (void)
{
  YsWindow *window = open_example ("one-scale.yardstick");
  YsChartCard *card = find_card (window, "tornado");
  YsChartView *view = find_nth (card, YS_TYPE_CHART_VIEW, 0);
  GtkToggleButton *other = find_nth (card, GTK_TYPE_TOGGLE_BUTTON, 1);

  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (other)), ==, "The two best");
  gtk_toggle_button_set_active (other, TRUE);
  g_assert_true (ys_chart_view_get_chart (view) == ys_chart_find ("tornado-difference"));
  gtk_toggle_button_set_active (find_nth (card, GTK_TYPE_TOGGLE_BUTTON, 0), TRUE);
  g_assert_true (ys_chart_view_get_chart (view) == ys_chart_find ("tornado"));
  close_window (window);
}

/* What was asked on one page is there on the next. */
static void
test_window_turn_page (void)
{
  YsWindow *window = open_example ("one-scale.yardstick");
  YsDocument *document = ys_window_get_document (window);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "cash"));
  move_slider (find_question (window, YS_QUESTION_RATE), 0.25);
  settle (window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "compare"));
  settle (window);
  g_assert_true (ys_chart_view_get_result (find_nth (window, YS_TYPE_CHART_VIEW, 0)) ==
                 ys_document_get_result (document));
  close_window (window);
}

static void
test_window_unreadable (void)
{
  YsWindow *window = window_new ();
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "unreadable.yardstick", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWindow *dialog;

  g_assert_true (g_file_set_contents (path, "a shopping list", -1, NULL));
  gtk_window_present (GTK_WINDOW (window));
  ys_window_open_file (window, file);
  while ((dialog = find_dialog (window, ADW_TYPE_MESSAGE_DIALOG)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, "Cannot open this file");
  g_assert_true (g_str_has_prefix (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)),
                                   "unreadable.yardstick\n"));
  g_assert_null (ys_window_get_document (window));
  gtk_window_destroy (dialog);
  close_window (window);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_window_another (void)
{
  YsWindow *window = open_example ("production-line.yardstick");
  YsDocument *document = ys_window_get_document (window);
  g_autoptr (GFile) file = get_example ("catalogue-campaign.yardstick");
  GtkWindow *other;

  ys_window_open_file (window, file);
  while ((other = gtk_application_get_active_window (GTK_APPLICATION (application))) ==
         GTK_WINDOW (window))
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (ys_window_get_document (window) == document);
  g_assert_cmpstr (gtk_window_get_title (other), ==, "A catalogue to 100,000 people");
  close_window (YS_WINDOW (other));
  close_window (window);
}

static void
test_window_finalize (void)
{
  YsWindow *window = g_object_ref (open_example ("one-scale.yardstick"));

  move_slider (find_question (window, YS_QUESTION_SHIFT), -0.2);
  g_assert_true (ys_document_get_evaluating (ys_window_get_document (window)));
  close_window (window);
  g_assert_finalize_object (window);
}

/* What if */

static void
test_what_if_and_back (void)
{
  YsWindow *window = open_example ("one-scale.yardstick");
  YsWhatIfRow *rate = find_question (window, YS_QUESTION_RATE);
  g_autofree char *verdict = g_strdup (get_verdict (window));
  double worth = get_worth (window, 0);

  move_slider (rate, 0.25);
  settle (window);
  g_assert_cmpfloat (get_worth (window, 0), <, worth);
  g_assert_cmpstr (get_verdict (window), !=, verdict);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "before"));
  g_assert_cmpstr (get_verdict (window), ==, verdict);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "after"));
  g_assert_cmpstr (get_verdict (window), !=, verdict);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.reset", NULL));
  settle (window);
  g_assert_cmpfloat (get_worth (window, 0), ==, worth);
  g_assert_cmpstr (get_verdict (window), ==, verdict);
  g_assert_cmpfloat (ys_what_if_row_get_value (rate), ==, 0.1);
  close_window (window);
}

static void
test_what_if_questions (void)
{
  YsWindow *window = open_example ("one-scale.yardstick");
  const YsWhatIf *what_if;

  move_slider (find_question (window, YS_QUESTION_SHIFT), -0.1);
  move_slider (find_question (window, YS_QUESTION_MONTHS), 6);
  what_if = ys_document_get_what_if (ys_window_get_document (window));

  g_assert_cmpfloat_with_epsilon (ys_what_if_get_shift (what_if, "demand"), 0.9, 1e-9);
  g_assert_cmpfloat (ys_what_if_get_shift (what_if, "take-up"), ==, 1);
  g_assert_cmpfloat (what_if->delay, ==, 0.5);
  g_assert_true (isnan (what_if->discount_rate));

  move_slider (find_question (window, YS_QUESTION_SHIFT), 0);
  move_slider (find_question (window, YS_QUESTION_MONTHS), 0);
  g_assert_null (ys_document_get_what_if (ys_window_get_document (window)));
  close_window (window);
}

static void
test_what_if_words (void)
{
  static const struct
  {
    YsQuestion  question;
    double      value;
    const char *text;
  } cases[] = {
    { YS_QUESTION_SHIFT,  -0.1,  "−10%" },
    { YS_QUESTION_SHIFT,  0.25,  "+25%" },
    { YS_QUESTION_SHIFT,  0,     "0%" },
    { YS_QUESTION_MONTHS, 1,     "1 month" },
    { YS_QUESTION_MONTHS, 18,    "18 months" },
    { YS_QUESTION_RATE,   0.085, "8.5%" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *row = g_object_ref_sink (ys_what_if_row_new (cases[i].question, NULL, "Question"));
      GtkLabel *text = find_child (row, YS_TYPE_WHAT_IF_ROW, "text");

      ys_what_if_row_set_value (YS_WHAT_IF_ROW (row), cases[i].value);
      g_assert_cmpstr (gtk_label_get_text (text), ==, cases[i].text);
      g_assert_finalize_object (row);
    }
}

/* Figures */

static YsFiguresHeading *
find_heading (YsWindow   *window,
              const char *metric)
{
  for (int i = 0; i < count (GTK_WIDGET (window), YS_TYPE_FIGURES_HEADING); i++)
    {
      YsFiguresHeading *heading = find_nth (window, YS_TYPE_FIGURES_HEADING, i);

      if (g_str_equal (ys_figures_heading_get_metric (heading)->id, metric))
        return heading;
    }

  return NULL;
}

static void
click_heading (YsWindow   *window,
               const char *metric)
{
  g_signal_emit_by_name (find_nth (find_heading (window, metric), GTK_TYPE_BUTTON, 0), "clicked");
}

/* Whether the rows follow each other by this metric, from top to bottom. */
static gboolean
is_sorted (YsWindow   *window,
           const char *metric,
           gboolean    rising)
{
  const YsResult *result = ys_document_get_result (ys_window_get_document (window));

  for (int i = 1; i < count (GTK_WIDGET (window), YS_TYPE_FIGURES_ROW); i++)
    {
      YsFiguresRow *above = find_nth (window, YS_TYPE_FIGURES_ROW, i - 1);
      YsFiguresRow *row = find_nth (window, YS_TYPE_FIGURES_ROW, i);
      double a = ys_result_get_metric (result, ys_figures_row_get_alternative (above), metric);
      double b = ys_result_get_metric (result, ys_figures_row_get_alternative (row), metric);

      if (rising ? a > b : a < b)
        return FALSE;
    }

  return TRUE;
}

static void
test_figures_sort (void)
{
  YsWindow *window = open_example ("one-scale.yardstick");
  GtkLabel *meaning = find_child (window, YS_TYPE_FIGURES_TABLE, "meaning");

  g_assert_cmpint (count (GTK_WIDGET (window), YS_TYPE_FIGURES_ROW), ==, 4);
  g_assert_true (is_sorted (window, "npv", FALSE));

  /* The sooner the better. */
  click_heading (window, "payback");
  g_assert_true (is_sorted (window, "payback", TRUE));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (meaning),
                                   ys_metric_find ("payback")->label));

  click_heading (window, "payback");
  g_assert_true (is_sorted (window, "payback", FALSE));
  close_window (window);
}

static GtkCheckButton *
find_choice (YsWindow   *window,
             const char *metric)
{
  GtkWidget *choices = find_child (window, YS_TYPE_FIGURES_TABLE, "choices");

  return find_nth (choices, GTK_TYPE_CHECK_BUTTON, ys_metric_index (metric));
}

static void
test_figures_columns (void)
{
  YsWindow *window = open_example ("production-line.yardstick");
  YsWindow *next;

  g_assert_null (find_heading (window, "irr"));
  gtk_check_button_set_active (find_choice (window, "irr"), TRUE);
  g_assert_nonnull (find_heading (window, "irr"));

  /* Remembered for the next window. */
  next = open_example ("production-line.yardstick");
  g_assert_nonnull (find_heading (next, "irr"));
  close_window (next);

  gtk_check_button_set_active (find_choice (window, "irr"), FALSE);
  g_assert_null (find_heading (window, "irr"));
  close_window (window);
}

/* Charts */

static void
test_chart_copy (void)
{
  YsWindow *window = open_example ("one-scale.yardstick");
  GtkWidget *view = find_nth (window, YS_TYPE_CHART_VIEW, 0);
  GdkContentFormats *formats;

  g_assert_true (gtk_widget_activate_action (view, "chart.copy", NULL));
  formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (view));
  g_assert_true (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE));
  g_assert_true (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING));
  close_window (window);
}

static void
test_chart_accessible (void)
{
  YsWindow *window = open_example ("one-scale.yardstick");

  for (int i = 0; i < count (GTK_WIDGET (window), YS_TYPE_CHART_VIEW); i++)
    {
      YsChartView *view = find_nth (window, YS_TYPE_CHART_VIEW, i);
      g_autofree char *id = NULL;

      g_object_get (view, "chart", &id, NULL);
      if (id == NULL)
        continue; /* no such chart yet */

      gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
      gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           ys_chart_get_name (ys_chart_find (id)));
      g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (view)));
    }

  close_window (window);
}

/* Cards */

static GtkWidget *
add_card (YsCards *cards,
          int      height)
{
  GtkWidget *card = gtk_label_new (NULL);

  gtk_widget_set_size_request (card, 300, height);
  ys_cards_append (cards, card);

  return card;
}

static void
assert_place (GtkWidget *card,
              int        x,
              int        y,
              int        width,
              int        height)
{
  GtkAllocation place;

  gtk_widget_get_allocation (card, &place);
  g_assert_cmpint (place.x, ==, x);
  g_assert_cmpint (place.y, ==, y);
  g_assert_cmpint (place.width, ==, width);
  g_assert_cmpint (place.height, ==, height);
}

static void
allocate_for_width (GtkWidget *widget,
                    int        width,
                    int        extra)
{
  int least, height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &(GtkAllocation) { 0, 0, width, height + extra }, -1);
}

static void
test_cards_columns (void)
{
  GtkWidget *cards = g_object_ref_sink (g_object_new (YS_TYPE_CARDS, "columns", 2, NULL));
  GtkWidget *a = add_card (YS_CARDS (cards), 100);
  GtkWidget *hidden = add_card (YS_CARDS (cards), 500);
  GtkWidget *b = add_card (YS_CARDS (cards), 200);
  GtkWidget *c = add_card (YS_CARDS (cards), 50);

  gtk_widget_set_visible (hidden, FALSE);

  /* Two of 300 and 18 between them. */
  allocate_for_width (cards, 618, 0);
  assert_place (a, 0, 0, 300, 200);
  assert_place (b, 318, 0, 300, 200);
  assert_place (c, 0, 218, 618, 50);

  allocate_for_width (cards, 617, 0);
  assert_place (a, 0, 0, 617, 100);
  assert_place (b, 0, 118, 617, 200);
  assert_place (c, 0, 336, 617, 50);

  gtk_widget_set_vexpand (c, TRUE);
  allocate_for_width (cards, 1000, 30);
  assert_place (b, 509, 0, 491, 200);
  assert_place (c, 0, 218, 1000, 80);
  g_assert_finalize_object (cards);
}

/* One home for the whole program: the list of recent files lives as long as it does. */
static char *
make_home (void)
{
  static const char *const variables[] = { "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME" };
  char *home = g_dir_make_tmp ("yardstick-test-XXXXXX", NULL);

  g_assert_nonnull (home);
  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    g_assert_true (g_setenv (variables[i], home, TRUE));

  return home;
}

static void
remove_home (const char *home)
{
  g_autoptr (GDir) dir = g_dir_open (home, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (home, name, NULL);

      g_remove (path);
    }
  g_rmdir (home);
}

/* Basis */

static YsFormEntry *
find_entry (gpointer    page,
            const char *place)
{
  YsFormEntry *entry;

  for (int i = 0; (entry = find_nth (page, YS_TYPE_FORM_ENTRY, i)) != NULL; i++)
    {
      g_autofree char *own = ys_form_entry_dup_place (entry);

      if (g_str_equal (own, place))
        return entry;
    }

  return NULL;
}

static const char *
get_typed (YsFormEntry *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (adw_bin_get_child (ADW_BIN (entry))));
}

static void
type_into (YsFormEntry *entry,
           const char   *text)
{
  gtk_editable_set_text (GTK_EDITABLE (adw_bin_get_child (ADW_BIN (entry))), text);
  spin ();
}

static void
test_basis_typing (void)
{
  YsWindow *window = open_example ("one-scale.yardstick");
  YsDocument *document = ys_window_get_document (window);
  gpointer page = find_nth (window, YS_TYPE_BASIS_PAGE, 0);
  YsFormEntry *rate = find_entry (page, "rules/discount-rate");
  GtkWidget *widget = adw_bin_get_child (ADW_BIN (rate));

  g_assert_cmpstr (get_typed (rate), ==, "10%");

  type_into (rate, "12.5");
  g_assert_cmpfloat (ys_document_get_scenario (document)->rules.discount_rate, ==, 0.125);
  g_assert_cmpstr (get_typed (rate), ==, "12.5");

  /* What makes no sense stays in sight, and the last that did goes on counting. */
  type_into (rate, "12.5 apples");
  g_assert_true (gtk_widget_has_css_class (widget, "error"));
  g_assert_nonnull (gtk_widget_get_tooltip_text (widget));
  g_assert_cmpfloat (ys_document_get_scenario (document)->rules.discount_rate, ==, 0.125);

  type_into (find_entry (page, "rules/tax-rate"), "20");
  g_assert_cmpstr (get_typed (rate), ==, "12.5 apples");
  ys_document_undo (document);

  type_into (rate, "13%");
  g_assert_false (gtk_widget_has_css_class (widget, "error"));

  ys_document_undo (document);
  ys_document_undo (document);
  g_assert_cmpstr (get_typed (rate), ==, "10%");
  g_assert_false (ys_document_get_modified (document));

  turn_to (window, "compare");
  settle (window);
  close_window (window);
}

/* The range of an assumption, typed into its cell and by the editor. */
static void
test_basis_estimate (void)
{
  YsWindow *window = open_example ("one-scale.yardstick");
  YsDocument *document = ys_window_get_document (window);
  gpointer page = find_nth (window, YS_TYPE_BASIS_PAGE, 0);
  const YsAssumption *assumption = ys_document_get_scenario (document)->assumptions->pdata[0];
  g_autofree char *place = g_strdup_printf ("assumptions/%s/estimate", assumption->id);
  GtkWidget *cell = find_nth (find_entry (page, place), GTK_TYPE_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (cell), "0.9 - 1.3");
  spin ();
  assumption = ys_document_get_scenario (document)->assumptions->pdata[0];
  g_assert_cmpfloat (assumption->estimate->numbers[YS_NUMBER_LOW], ==, 0.9);
  g_assert_cmpfloat (assumption->estimate->numbers[YS_NUMBER_HIGH], ==, 1.3);

  gtk_editable_set_text (GTK_EDITABLE (cell), "1.3 - 0.9");
  spin ();
  g_assert_true (gtk_widget_has_css_class (cell, "error"));
  assumption = ys_document_get_scenario (document)->assumptions->pdata[0];
  g_assert_cmpfloat (assumption->estimate->numbers[YS_NUMBER_LOW], ==, 0.9);

  turn_to (window, "compare");
  ys_document_undo (document);
  g_assert_false (ys_document_get_modified (document));
  turn_to (window, "compare");
  settle (window);
  close_window (window);
}

static void
click_add (gpointer    page,
           const char *label)
{
  GtkWidget *button;

  for (int i = 0; (button = find_nth (page, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      break;

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  spin ();
}

static void
test_basis_add (void)
{
  static const char *const labels[] = {
    "Add an Assumption", "Add a Pair", "Add a Driver", "Add a Budget", "Add a Need",
    "Add an Exclusion", "Add a Point",
  };
  YsWindow *window = open_example ("one-scale.yardstick");
  YsDocument *document = ys_window_get_document (window);
  gpointer page = find_nth (window, YS_TYPE_BASIS_PAGE, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      int before = count (page, YS_TYPE_FORM_ENTRY);

      click_add (page, labels[i]);
      g_assert_cmpint (count (page, YS_TYPE_FORM_ENTRY), >, before);
      click_add (page, labels[i]);
    }

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (labels); i++)
    ys_document_undo (document);
  g_assert_false (ys_document_get_modified (document));

  turn_to (window, "compare");
  settle (window);
  close_window (window);
}

static void
test_basis_go_to (void)
{
  YsWindow *window = open_example ("one-scale.yardstick");
  YsBasisPage *page = find_nth (window, YS_TYPE_BASIS_PAGE, 0);

  g_object_set (window, "page", "basis", NULL);
  spin ();
  g_assert_true (ys_basis_page_go_to (page, "rules/tax-rate"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         GTK_WIDGET (find_entry (page, "rules/tax-rate"))));
  g_assert_false (ys_basis_page_go_to (page, "alternatives/x"));

  turn_to (window, "compare");
  close_window (window);
}

/* What is not saved */

static void
test_window_ask_to_save (void)
{
  YsWindow *window = open_example ("one-scale.yardstick");
  gpointer page = find_nth (window, YS_TYPE_BASIS_PAGE, 0);
  GtkWindow *dialog;

  type_into (find_entry (page, "rules/tax-rate"), "20");
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "• "));

  gtk_window_close (GTK_WINDOW (window));
  spin ();
  dialog = find_dialog (window, ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_destroy (dialog);
  spin ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpstr (get_typed (find_entry (page, "rules/tax-rate")), ==, "25%");
  g_assert_false (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "• "));

  turn_to (window, "compare");
  settle (window);
  gtk_window_close (GTK_WINDOW (window));
  spin ();
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    GType     (*get_type) (void);
  } templates[] = {
    { "alternative-list", ys_alternative_list_get_type },
    { "alternative-row",  ys_alternative_row_get_type },
    { "chart-card",       ys_chart_card_get_type },
    { "choice-card",      ys_choice_card_get_type },
    { "compare-page",     ys_compare_page_get_type },
    { "figures-heading",  ys_figures_heading_get_type },
    { "figures-row",      ys_figures_row_get_type },
    { "figures-table",    ys_figures_table_get_type },
    { "page",             ys_page_get_type },
    { "risk-page",        ys_risk_page_get_type },
    { "welcome-page",     ys_welcome_page_get_type },
    { "what-if-panel",    ys_what_if_panel_get_type },
    { "what-if-row",      ys_what_if_row_get_type },
  };

  g_autofree char *home = make_home ();
  int status;

  g_test_init (&argc, &argv, NULL);
  pass_over_known_warnings ();
  application = ys_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/template/", templates[i].name, NULL);

      g_test_add_data_func (path, templates[i].get_type, test_template);
    }

  g_test_add_func ("/ui/window/welcome", test_window_welcome);
  g_test_add_func ("/ui/window/start", test_window_start);
  g_test_add_func ("/ui/window/examples", test_window_examples);
  g_test_add_func ("/ui/window/verdict", test_window_verdict);
  g_test_add_func ("/ui/window/selected", test_window_selected);
  g_test_add_func ("/ui/window/pages", test_window_pages);
  g_test_add_func ("/ui/window/turn-page", test_window_turn_page);
  g_test_add_func ("/ui/window/nothing", test_window_nothing);
  g_test_add_func ("/ui/risk/page", test_risk_page);
  g_test_add_func ("/ui/risk/nothing", test_risk_nothing);
  g_test_add_func ("/ui/risk/choice", test_risk_choice);
  g_test_add_func ("/ui/window/unreadable", test_window_unreadable);
  g_test_add_func ("/ui/window/another", test_window_another);
  g_test_add_func ("/ui/window/finalize", test_window_finalize);
  g_test_add_func ("/ui/what-if/and-back", test_what_if_and_back);
  g_test_add_func ("/ui/what-if/questions", test_what_if_questions);
  g_test_add_func ("/ui/what-if/words", test_what_if_words);
  g_test_add_func ("/ui/figures/sort", test_figures_sort);
  g_test_add_func ("/ui/figures/columns", test_figures_columns);
  g_test_add_func ("/ui/cards/columns", test_cards_columns);
  g_test_add_func ("/ui/chart/accessible", test_chart_accessible);
  g_test_add_func ("/ui/chart/copy", test_chart_copy);
  g_test_add_func ("/ui/basis/typing", test_basis_typing);
  g_test_add_func ("/ui/basis/estimate", test_basis_estimate);
  g_test_add_func ("/ui/basis/add", test_basis_add);
  g_test_add_func ("/ui/basis/go-to", test_basis_go_to);
  g_test_add_func ("/ui/window/ask-to-save", test_window_ask_to_save);

  status = g_test_run ();
  remove_home (home);

  return status;
}
