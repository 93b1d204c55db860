/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "ys-alternative-page.h"
#include "ys-application.h"
#include "ys-form-entry.h"
#include "ys-line-cell.h"
#include "ys-line-table.h"
#include "ys-parse.h"
#include "ys-window.h"

/* The page of one alternative, as a user works with it: cells are gone to, typed into and left. */

static YsApplication *application;

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Frames bring rows into being. */
static void
wait_for_frame (gpointer widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gint64 frame = gdk_frame_clock_get_frame_counter (clock);

  gtk_widget_queue_draw (widget);
  while (gdk_frame_clock_get_frame_counter (clock) < frame + 2)
    {
      gtk_widget_queue_draw (widget);
      g_main_context_iteration (NULL, TRUE);
    }
  spin ();
}

static YsDocument *
get_document (YsWindow *window)
{
  return ys_window_get_document (window);
}

static const YsScenario *
get_scenario (YsWindow *window)
{
  return ys_document_get_scenario (get_document (window));
}

/* The example, with the page of the alternative of that index. */
static YsWindow *
open_alternative (int selected)
{
  YsWindow *window = YS_WINDOW (ys_window_new (ADW_APPLICATION (application)));
  g_autofree char *path = g_build_filename (g_getenv ("YS_EXAMPLES_DIR"), "one-scale.yardstick",
                                            NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gtk_window_present (GTK_WINDOW (window));
  ys_window_open_file (window, file);
  while (get_document (window) == NULL || ys_document_get_evaluating (get_document (window)))
    g_main_context_iteration (NULL, TRUE);
  spin ();

  g_object_set (window, "selected", selected, NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.edit-alternative", NULL);
  wait_for_frame (window);

  return window;
}

static void
close_window (YsWindow *window)
{
  while (ys_document_get_evaluating (get_document (window)))
    g_main_context_iteration (NULL, TRUE);
  g_object_set (window, "page", "compare", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  spin ();
}

static gpointer
find_where (GtkWidget  *widget,
            GType       type,
            gboolean  (*is_it) (gpointer widget,
                                gpointer data),
            gpointer    data)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (is_it == NULL || is_it (widget, data)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_where (child, type, is_it, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gpointer
find (gpointer widget,
      GType    type)
{
  gpointer found = find_where (widget, type, NULL, NULL);

  g_assert_nonnull (found);

  return found;
}

typedef struct
{
  guint       line;
  const char *field;
} Place;

static gboolean
is_cell_at (gpointer widget,
            gpointer data)
{
  const Place *place = data;
  YsLineItem *item = ys_line_cell_get_item (widget);

  return item != NULL && ys_line_item_get_index (item) == place->line
         && g_str_equal (ys_line_cell_get_field (widget)->id, place->field);
}

static YsLineCell *
find_cell (YsWindow   *window,
           guint       line,
           const char *field)
{
  YsLineCell *cell = find_where (find (window, YS_TYPE_LINE_TABLE), YS_TYPE_LINE_CELL, is_cell_at,
                                 &(Place) { line, field });

  g_assert_nonnull (cell);

  return cell;
}

static gboolean
is_entry_of (gpointer widget,
             gpointer place)
{
  g_autofree char *own = ys_form_entry_dup_place (widget);

  return g_str_equal (own, place);
}

/* An entry beside the table: of the alternative itself, or of the line that is selected. */
static GtkWidget *
find_entry (YsWindow   *window,
            const char *place)
{
  GtkWidget *entry = find_where (find (window, YS_TYPE_ALTERNATIVE_PAGE), YS_TYPE_FORM_ENTRY,
                                 is_entry_of, (gpointer) place);

  g_assert_nonnull (entry);

  return entry;
}

static void
type_into (gpointer    entry,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (entry, GTK_TYPE_ENTRY)), text);
  spin ();
}

/* As a person does: goes to the cell, types, and goes elsewhere. */
static void
type_into_cell (YsWindow   *window,
                guint       line,
                const char *field,
                const char *text)
{
  YsLineCell *cell = find_cell (window, line, field);

  gtk_widget_grab_focus (GTK_WIDGET (cell));
  ys_line_cell_edit (cell, NULL);
  g_assert_true (ys_line_cell_is_edited (cell));
  type_into (cell, text);
  gtk_widget_grab_focus (GTK_WIDGET (find_cell (window, line, "name")));
  spin ();
}

static void
choose_in_cell (YsWindow   *window,
                guint       line,
                const char *field,
                guint       position)
{
  YsLineCell *cell = find_cell (window, line, field);

  gtk_widget_grab_focus (GTK_WIDGET (cell));
  ys_line_cell_edit (cell, NULL);
  gtk_drop_down_set_selected (find (cell, GTK_TYPE_DROP_DOWN), position);
  spin ();
  gtk_widget_grab_focus (GTK_WIDGET (find_cell (window, line, "name")));
  spin ();
}

static const YsAlternative *
get_alternative (YsWindow *window)
{
  int selected;

  g_object_get (window, "selected", &selected, NULL);

  return get_scenario (window)->alternatives->pdata[selected];
}

static const YsLine *
get_line (YsWindow *window,
          guint     index)
{
  g_assert_cmpuint (index, <, get_alternative (window)->lines->len);

  return get_alternative (window)->lines->pdata[index];
}

static void
undo (YsWindow *window)
{
  ys_document_undo (get_document (window));
  spin ();
}

static const char *
get_page (YsWindow *window)
{
  g_autofree char *page = NULL;

  g_object_get (window, "page", &page, NULL);

  return g_intern_string (page);
}

/* Tests. The 2nd alternative: two costs, a benefit by formula, staff time. */

static void
test_open_and_back (void)
{
  YsWindow *window = open_alternative (1);

  g_assert_cmpstr (get_page (window), ==, "alternative");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_cmpstr (get_page (window), ==, "compare");

  close_window (window);
}

static void
test_alternative_fields (void)
{
  YsWindow *window = open_alternative (1);
  const char *id = get_alternative (window)->id;
  const struct
  {
    const char *field;
    const char *text;
    gsize       offset;
  } texts[] = {
    { "name", "Sellers call first", G_STRUCT_OFFSET (YsAlternative, name) },
    { "technical-name", "SEP", G_STRUCT_OFFSET (YsAlternative, technical_name) },
    { "sponsor", "Sales", G_STRUCT_OFFSET (YsAlternative, sponsor) },
    { "summary", "Calls whoever is likely to buy.", G_STRUCT_OFFSET (YsAlternative, summary) },
    { "notes", "As asked for", G_STRUCT_OFFSET (YsAlternative, comment) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *place = g_strdup_printf ("alternatives/%s/%s", id, texts[i].field);

      type_into (find_entry (window, place), texts[i].text);
      g_assert_cmpstr (G_STRUCT_MEMBER (char *, get_alternative (window), texts[i].offset), ==,
                       texts[i].text);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    undo (window);
  g_assert_false (ys_document_get_modified (get_document (window)));

  close_window (window);
}

static void
test_cells (void)
{
  YsWindow *window = open_alternative (1);
  const YsLine *line;

  type_into_cell (window, 0, "name", "Teaching everybody");
  type_into_cell (window, 0, "amount", "40k–90k");
  type_into_cell (window, 0, "when", "1-2");
  type_into_cell (window, 0, "growth", "3 %");
  type_into_cell (window, 0, "chance", "90 %");
  type_into_cell (window, 0, "source", "Quote, 12 May");
  choose_in_cell (window, 0, "driver", 1);
  choose_in_cell (window, 0, "nature", YS_NATURE_FORWARD);

  line = get_line (window, 0);
  g_assert_cmpstr (line->name, ==, "Teaching everybody");
  g_assert_cmpfloat (line->estimates[YS_FIELD_AMOUNT]->numbers[YS_NUMBER_LOW], ==, 40000.0);
  g_assert_cmpfloat (line->estimates[YS_FIELD_AMOUNT]->numbers[YS_NUMBER_HIGH], ==, 90000.0);
  g_assert_cmpint (line->first, ==, 1);
  g_assert_cmpint (line->last, ==, 2);
  g_assert_cmpfloat (line->estimates[YS_FIELD_GROWTH]->numbers[YS_NUMBER_EXACTLY], ==, 0.03);
  g_assert_cmpfloat (line->estimates[YS_FIELD_CHANCE]->numbers[YS_NUMBER_EXACTLY], ==, 0.9);
  g_assert_cmpstr (line->source, ==, "Quote, 12 May");
  g_assert_cmpstr (line->driver, ==, ((YsDriver *) get_scenario (window)->drivers->pdata[0])->id);
  g_assert_cmpint (line->nature, ==, YS_NATURE_FORWARD);

  for (int i = 0; i < 8; i++)
    undo (window);
  g_assert_false (ys_document_get_modified (get_document (window)));

  close_window (window);
}

/* Wherever one is, undo goes to where it was done. */
static void
test_undo_goes_there (void)
{
  YsWindow *window = open_alternative (1);
  GtkWidget *focus;

  type_into_cell (window, 2, "chance", "80 %");
  g_object_set (window, "page", "risk", "selected", 0, NULL);
  spin ();

  undo (window);
  wait_for_frame (window);
  g_assert_cmpstr (get_page (window), ==, "alternative");
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (focus == GTK_WIDGET (find_cell (window, 2, "chance")));

  close_window (window);
}

/* What makes no sense stays in sight, and what did goes on counting. */
static void
test_wrong_text (void)
{
  YsWindow *window = open_alternative (1);
  YsLineCell *cell = find_cell (window, 1, "amount");
  const YsEstimate *before = get_line (window, 1)->estimates[YS_FIELD_AMOUNT];

  type_into_cell (window, 1, "amount", "many");
  g_assert_true (ys_line_cell_is_edited (cell));
  g_assert_true (ys_form_entry_is_wrong (find (cell, YS_TYPE_FORM_ENTRY)));
  g_assert_true (get_line (window, 1)->estimates[YS_FIELD_AMOUNT] == before);

  /* Other cells can be changed meanwhile, and it still stands there. */
  type_into_cell (window, 0, "source", "Quote");
  g_assert_cmpstr (gtk_editable_get_text (find (cell, GTK_TYPE_ENTRY)), ==, "many");

  gtk_widget_grab_focus (find (cell, GTK_TYPE_ENTRY));
  type_into (cell, "70k");
  gtk_widget_grab_focus (GTK_WIDGET (find_cell (window, 0, "name")));
  spin ();
  g_assert_false (ys_line_cell_is_edited (cell));
  g_assert_cmpfloat (get_line (window, 1)->estimates[YS_FIELD_AMOUNT]->numbers[YS_NUMBER_EXACTLY],
                     ==, 70000.0);

  close_window (window);
}

/* Typing over it passes through nothing, which must not count. */
static void
test_typing_over (void)
{
  YsWindow *window = open_alternative (1);

  type_into_cell (window, 0, "growth", "3 %");
  type_into_cell (window, 0, "growth", "4 %");
  undo (window);
  g_assert_cmpfloat (get_line (window, 0)->estimates[YS_FIELD_GROWTH]->numbers[YS_NUMBER_EXACTLY],
                     ==, 0.03);
  undo (window);
  g_assert_null (get_line (window, 0)->estimates[YS_FIELD_GROWTH]);
  g_assert_false (ys_document_get_modified (get_document (window)));

  close_window (window);
}

static void
act (YsWindow   *window,
     guint       line,
     const char *action)
{
  gtk_widget_grab_focus (GTK_WIDGET (find_cell (window, line, "name")));
  spin ();
  g_assert_true (gtk_widget_activate_action (find (window, YS_TYPE_LINE_TABLE), action, NULL));
  wait_for_frame (window);
}

static void
assert_order (YsWindow   *window,
              const char *names)
{
  GString *found = g_string_new (NULL);
  const GPtrArray *lines = get_alternative (window)->lines;

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (found, "%s%c", i > 0 ? " " : "",
                            ((const YsLine *) lines->pdata[i])->name[0]);
  g_assert_cmpstr (found->str, ==, names);
  g_string_free (found, TRUE);
}

/* Roll-out, Subscription, Margin, Time freed (“Selling time freed”). */
static void
test_lines (void)
{
  YsWindow *window = open_alternative (1);

  assert_order (window, "R S M S");
  act (window, 1, "lines.move-up");
  assert_order (window, "S R M S");
  act (window, 0, "lines.move-down");
  assert_order (window, "R S M S");
  act (window, 3, "lines.move-down");
  assert_order (window, "R S M S");
  act (window, 2, "lines.duplicate");
  assert_order (window, "R S M M S");
  g_assert_cmpstr (get_line (window, 2)->id, !=, get_line (window, 3)->id);
  act (window, 0, "lines.remove");
  assert_order (window, "S M M S");

  for (int i = 0; i < 4; i++)
    undo (window);
  assert_order (window, "R S M S");
  g_assert_false (ys_document_get_modified (get_document (window)));

  close_window (window);
}

static void
test_several_lines (void)
{
  YsWindow *window = open_alternative (1);
  GtkColumnView *view = find (window, GTK_TYPE_COLUMN_VIEW);
  GtkSelectionModel *selection = gtk_column_view_get_model (view);
  g_autoptr (GPtrArray) selected = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (find_cell (window, 0, "name")));
  spin ();
  gtk_selection_model_select_item (selection, 2, FALSE);
  selected = ys_alternative_page_get_selected_lines (find (window, YS_TYPE_ALTERNATIVE_PAGE));
  g_assert_cmpuint (selected->len, ==, 2);
  g_assert_true (selected->pdata[1] == get_line (window, 2));

  gtk_widget_activate_action (find (window, YS_TYPE_LINE_TABLE), "lines.move-to", "u", 4);
  assert_order (window, "S S R M");
  gtk_widget_activate_action (find (window, YS_TYPE_LINE_TABLE), "lines.remove", NULL);
  assert_order (window, "S S");
  undo (window);
  undo (window);
  assert_order (window, "R S M S");

  close_window (window);
}

/* Of every kind, and it makes sense as it is. */
static void
test_add_lines (void)
{
  YsWindow *window = open_alternative (1);
  guint before = get_alternative (window)->lines->len;
  guint n_kinds = 0;

  for (; ys_line_kinds ()[n_kinds] != NULL; n_kinds++)
    {
      gtk_widget_activate_action (find (window, YS_TYPE_LINE_TABLE), "lines.add", "s",
                                  ys_line_kinds ()[n_kinds]->id);
      wait_for_frame (window);
      g_assert_cmpuint (get_alternative (window)->lines->len, ==, before + n_kinds + 1);
    }

  for (guint i = 0; i < n_kinds; i++)
    undo (window);
  g_assert_false (ys_document_get_modified (get_document (window)));

  close_window (window);
}

static void
select_cell (YsWindow *window,
             guint     line)
{
  gtk_widget_grab_focus (GTK_WIDGET (find_cell (window, line, "name")));
  wait_for_frame (window);
}

/* A cost becomes a loss, and the other way round. */
static void
test_change_kind (void)
{
  YsWindow *window = open_alternative (1);
  guint loss = 0;
  const YsLine *line;

  while (!g_str_equal (ys_line_kinds ()[loss]->id, "loss"))
    loss++;

  type_into_cell (window, 1, "growth", "2 %");
  choose_in_cell (window, 1, "kind", loss);
  line = get_line (window, 1);
  g_assert_cmpstr (line->kind->id, ==, "loss");
  g_assert_null (line->estimates[YS_FIELD_AMOUNT]);
  g_assert_nonnull (line->estimates[YS_FIELD_LOSS_EACH]);
  g_assert_cmpfloat (line->estimates[YS_FIELD_GROWTH]->numbers[YS_NUMBER_EXACTLY], ==, 0.02);

  undo (window);
  g_assert_nonnull (get_line (window, 1)->estimates[YS_FIELD_AMOUNT]);

  close_window (window);
}

static void
type_into_detail (YsWindow   *window,
                  guint       index,
                  const char *field,
                  const char *text)
{
  g_autofree char *place = g_strdup_printf ("alternatives/%s/%s/%s", get_alternative (window)->id,
                                            get_line (window, index)->id, field);

  type_into (find_entry (window, place), text);
}

/* What the table has no columns for, of the line that is selected. */
static void
test_details (void)
{
  YsWindow *window = open_alternative (1);
  const YsAssumption *assumption = get_scenario (window)->assumptions->pdata[0];
  g_autofree char *follows = g_strdup_printf ("%s × 0.5", assumption->name);
  const YsLine *line;

  select_cell (window, 3);
  type_into_detail (window, 3, "hours", "1k - 2k");
  type_into_detail (window, 3, "hourly-rate", "45");
  type_into_detail (window, 3, "put-to-use", "60 %");
  type_into_detail (window, 3, "ramp", "50%; 100%");
  type_into_detail (window, 3, "follows", follows);
  type_into_detail (window, 3, "notes", "Counted in May");

  line = get_line (window, 3);
  g_assert_cmpfloat (line->estimates[YS_FIELD_HOURS]->numbers[YS_NUMBER_HIGH], ==, 2000.0);
  g_assert_cmpfloat (line->estimates[YS_FIELD_HOURLY_RATE]->numbers[YS_NUMBER_EXACTLY], ==, 45.0);
  g_assert_cmpfloat (line->estimates[YS_FIELD_PUT_TO_USE]->numbers[YS_NUMBER_EXACTLY], ==, 0.6);
  g_assert_cmpuint (line->n_ramp, ==, 2);
  g_assert_cmpfloat (line->ramp[0], ==, 0.5);
  g_assert_cmpuint (line->n_follows, ==, 1);
  g_assert_cmpstr (line->follows[0].assumption, ==, assumption->id);
  g_assert_cmpfloat (line->follows[0].factor, ==, 0.5);
  g_assert_cmpstr (line->comment, ==, "Counted in May");

  close_window (window);
}

/* Amounts period by period stand instead of the amount, and give way to it again. */
static void
test_by_period (void)
{
  YsWindow *window = open_alternative (1);
  const YsLine *line;

  select_cell (window, 1);
  type_into_detail (window, 1, "by-period", "60k; 62k; 64k");
  line = get_line (window, 1);
  g_assert_null (line->estimates[YS_FIELD_AMOUNT]);
  g_assert_cmpuint (line->n_by_period, ==, 3);
  g_assert_cmpfloat (line->by_period[2], ==, 64000.0);

  type_into_detail (window, 1, "by-period", "");
  line = get_line (window, 1);
  g_assert_null (line->by_period);
  g_assert_cmpfloat (line->estimates[YS_FIELD_AMOUNT]->numbers[YS_NUMBER_EXACTLY], ==, 60000.0);

  close_window (window);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("yardstick-test-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CACHE_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  application = ys_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);

  g_test_add_func ("/ui/alternative/open-and-back", test_open_and_back);
  g_test_add_func ("/ui/alternative/fields", test_alternative_fields);
  g_test_add_func ("/ui/alternative/cells", test_cells);
  g_test_add_func ("/ui/alternative/undo-goes-there", test_undo_goes_there);
  g_test_add_func ("/ui/alternative/wrong-text", test_wrong_text);
  g_test_add_func ("/ui/alternative/typing-over", test_typing_over);
  g_test_add_func ("/ui/alternative/lines", test_lines);
  g_test_add_func ("/ui/alternative/several-lines", test_several_lines);
  g_test_add_func ("/ui/alternative/add-lines", test_add_lines);
  g_test_add_func ("/ui/alternative/change-kind", test_change_kind);
  g_test_add_func ("/ui/alternative/details", test_details);
  g_test_add_func ("/ui/alternative/by-period", test_by_period);

  status = g_test_run ();
  g_clear_object (&application);

  return status;
}
