/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every chart in the table must keep, at every size and in every dress. */
#include <math.h>

#include "sample-result.h"
#include "ys-chart-private.h"

static const gsize numbers[] = { 0, 1, 2, 9, 20 };
static const struct
{
  double width;
  double height;
} sizes[] = { { 300, 200 }, { 900, 600 }, { 3840, 2160 } };
#define N_THEMES (YS_THEME_PRINT + 1)

/* --- walking over all dresses ----------------------------------------------------------------- */

typedef struct
{
  const YsChart  *chart;
  YsResult       *result;
  YsChartOptions  options;
  YsChartStyle    style;
  double          width;
  double          height;
} Case;

typedef void (*CaseFunc) (const Case *c);

static void
visit_dresses (Case     *c,
               CaseFunc  func)
{
  for (int theme = 0; theme < N_THEMES; theme++)
    for (int rtl = 0; rtl < 2; rtl++)
      for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
        {
          c->style = (YsChartStyle) { .theme = theme, .right_to_left = rtl };
          c->width = sizes[s].width;
          c->height = sizes[s].height;
          func (c);
        }
}

static void
visit_result (const YsChart *chart,
              YsResult      *result,
              CaseFunc       func)
{
  Case c = { .chart = chart, .result = result };

  ys_chart_options_init (&c.options);
  visit_dresses (&c, func);
  if (result->n_alternatives > 1)
    {
      c.options.alternative = 1;
      visit_dresses (&c, func);
    }
}

static void
visit_all (const YsChart *chart,
           CaseFunc       func)
{
  g_autoptr(YsResult) monthly = sample_result_new_monthly (2);
  YsResult *hard;
  const char *name;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr(YsResult) result = sample_result_new_many (numbers[i]);

      visit_result (chart, result, func);
    }
  for (gsize i = 0; (hard = sample_result_new_hard (i, &name)) != NULL; i++)
    {
      visit_result (chart, hard, func);
      ys_result_unref (hard);
    }
  visit_result (chart, monthly, func);
}

static YsChartLayout *
lay_out (const Case *c)
{
  return ys_chart_lay_out (c->chart, c->result, &c->options, &c->style, c->width, c->height);
}

/* --- labels ----------------------------------------------------------------------------------- */

static void
report (const Case *c,
        const char *what,
        YsItem     *a,
        YsItem     *b)
{
  g_test_message ("%s: %zu alternatives, %g × %g, theme %d, rtl %d: %s: “%s” “%s”",
                  ys_chart_get_id (c->chart), c->result->n_alternatives, c->width, c->height,
                  c->style.theme, c->style.right_to_left, what,
                  pango_layout_get_text (a->label->layout),
                  b != NULL ? pango_layout_get_text (b->label->layout) : "");
  g_test_fail ();
}

static void
check_labels (const Case *c)
{
  g_autoptr(YsChartLayout) layout = lay_out (c);
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < layout->items->len; i++)
    {
      YsItem *item = &g_array_index (layout->items, YsItem, i);

      if (item->kind == YS_ITEM_LABEL)
        g_ptr_array_add (labels, item);
    }
  for (guint i = 0; i < labels->len; i++)
    {
      YsItem *a = labels->pdata[i];

      if (a->area.x < -0.1 || a->area.y < -0.1 || a->area.x + a->area.width > c->width + 0.1
          || a->area.y + a->area.height > c->height + 0.1)
        report (c, "leaves the canvas", a, NULL);
      for (guint j = 0; j < i; j++)
        if (ys_rectangle_overlaps (&a->area, &((YsItem *) labels->pdata[j])->area))
          report (c, "overlap", a, labels->pdata[j]);
    }
}

static void
test_labels (gconstpointer chart)
{
  visit_all (chart, check_labels);
}

static guint
count_labels (const YsChartLayout *layout,
              const char          *text)
{
  guint n = 0;

  for (guint i = 0; i < layout->items->len; i++)
    {
      const YsItem *item = &g_array_index (layout->items, YsItem, i);

      if (item->kind == YS_ITEM_LABEL
          && g_strcmp0 (pango_layout_get_text (item->label->layout), text) == 0)
        n++;
    }
  return n;
}

/* Not of inputs, nor of one alternative only. */
static gboolean
shows_all_alternatives (const YsChart *chart)
{
  return (chart->analyses & ~YS_ANALYSE_PAIRS) == 0;
}

/* Keeping labels apart by leaving them out would be too easy. */
static void
test_names_are_all_there (gconstpointer chart)
{
  const gsize some[] = { 1, 2, 9 };
  YsChartOptions options;

  ys_chart_options_init (&options);
  for (gsize k = 0; k < G_N_ELEMENTS (some); k++)
    {
      g_autoptr(YsResult) result = sample_result_new_many (some[k]);
      g_autoptr(YsChartLayout) layout = ys_chart_lay_out (chart, result, &options, NULL, 900, 600);

      if (!shows_all_alternatives (chart) || ys_chart_layout_count_stops (layout) == 0)
        continue;
      for (gsize i = 0; i < some[k]; i++)
        g_assert_cmpuint (count_labels (layout, result->alternatives[i].alternative->name), ==, 1);
    }
}

/* --- numbers ---------------------------------------------------------------------------------- */

static gboolean
is_finite_rectangle (const cairo_rectangle_t *area)
{
  return isfinite (area->x) && isfinite (area->y) && isfinite (area->width)
         && isfinite (area->height) && area->width >= 0.0 && area->height >= 0.0;
}

static void
check_numbers (const Case *c)
{
  g_autoptr(YsChartLayout) layout = lay_out (c);

  for (guint i = 0; i < layout->items->len; i++)
    g_assert_true (is_finite_rectangle (&g_array_index (layout->items, YsItem, i).area));
  for (guint i = 0; i < layout->points->len; i++)
    {
      const YsPoint *point = &g_array_index (layout->points, YsPoint, i);

      g_assert_true (isfinite (point->x) && isfinite (point->y));
    }
  for (guint i = 0; i < layout->marks->len; i++)
    {
      g_assert_true (is_finite_rectangle (&g_array_index (layout->marks, YsMark, i).area));
      g_assert_true (is_finite_rectangle (&g_array_index (layout->marks, YsMark, i).reach));
    }
}

static void
test_numbers (gconstpointer chart)
{
  visit_all (chart, check_numbers);
}

/* --- marks ------------------------------------------------------------------------------------ */

static void
get_center (const cairo_rectangle_t *area,
            double                  *x,
            double                  *y)
{
  *x = area->x + area->width / 2.0;
  *y = area->y + area->height / 2.0;
}

/* Pointing at the middle of a mark finds it, or another one in the very same place. */
static void
check_marks (const Case *c)
{
  g_autoptr(YsChartLayout) layout = lay_out (c);
  gsize n = ys_chart_layout_count_stops (layout);

  g_assert_cmpuint (ys_chart_count_marks (c->chart, c->result, &c->options), ==, n);
  for (gsize i = 0; i < n; i++)
    {
      const YsMark *mark = &g_array_index (layout->marks, YsMark, i), *found;
      double x, y, found_x, found_y;
      int index;

      get_center (&mark->area, &x, &y);
      index = ys_chart_layout_find_mark (layout, x, y);
      g_assert_cmpint (index, >=, 0);
      found = &g_array_index (layout->marks, YsMark, index);
      get_center (&found->area, &found_x, &found_y);
      g_assert_cmpfloat_with_epsilon (found_x, x, 0.5);
      g_assert_cmpfloat_with_epsilon (found_y, y, 0.5);
    }
}

static void
test_marks (gconstpointer chart)
{
  visit_all (chart, check_marks);
}

/* The same through the front door, with what is said. */
static void
test_pick (gconstpointer chart)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  YsChartOptions options;
  gsize n;

  ys_chart_options_init (&options);
  n = ys_chart_count_marks (chart, result, &options);
  g_assert_cmpuint (n, >=, 4);
  for (gsize i = 0; i < n; i++)
    {
      YsChartHit mark, hit;
      double x, y;

      g_assert_true (ys_chart_get_mark (chart, result, &options, NULL, 900, 600, i, &mark));
      get_center (&mark.area, &x, &y);
      g_assert_true (ys_chart_pick (chart, result, &options, NULL, 900, 600, x, y, &hit));
      g_assert_nonnull (mark.text);
      g_assert_true (g_utf8_validate (mark.text, -1, NULL));
      if (hypot (hit.area.x - mark.area.x, hit.area.y - mark.area.y) < 1e-9
          && hit.value == mark.value && hit.alternative == mark.alternative)
        g_assert_cmpstr (hit.text, ==, mark.text);
      ys_chart_hit_clear (&mark);
      ys_chart_hit_clear (&hit);
    }

  {
    YsChartHit hit;

    g_assert_false (ys_chart_get_mark (chart, result, &options, NULL, 900, 600, n, &hit));
    g_assert_false (ys_chart_pick (chart, result, &options, NULL, 900, 600, -5, -5, &hit));
    g_assert_null (hit.text);
    g_assert_cmpint (hit.alternative, ==, -1);
  }
}

/* --- drawing ---------------------------------------------------------------------------------- */

static guint32
hash_pixels (const YsChart        *chart,
             const YsResult       *result,
             const YsChartOptions *options,
             const YsChartStyle   *style)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 600, 400);
  cairo_t *cr = cairo_create (surface);
  g_autofree char *sum = NULL;
  guint32 hash;

  ys_chart_draw (chart, result, options, style, cr, 600, 400);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  sum = g_compute_checksum_for_data (G_CHECKSUM_MD5,
                                     cairo_image_surface_get_data (surface),
                                     (gsize) cairo_image_surface_get_stride (surface) * 400);
  hash = g_str_hash (sum);
  cairo_surface_destroy (surface);
  return hash;
}

/* Each of these is seen: the picture is not the one without it; drawing twice draws the same. */
static void
test_options_show (gconstpointer chart)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  g_autoptr(YsResult) before = sample_result_new_many (4);
  YsChartStyle style = { 0 };
  YsChartOptions options;
  YsChartHit mark;
  guint32 plain;

  for (int t = 1; t <= 8; t++)
    before->alternatives[0].cash[t] *= 0.7;
  for (gsize k = 0; k < before->n_trials; k++)
    before->alternatives[0].outcomes[k] *= 0.7;
  for (gsize i = 0; i < before->n_inputs; i++)
    {
      before->inputs[i].value *= 0.7;
      before->inputs[i].high *= 1.1;
      for (gsize a = 0; a < before->n_alternatives; a++)
        before->inputs[i].break_evens[a] *= 1.1;
      for (gsize a = 0; a < before->n_alternatives; a++)
        before->inputs[i].worth_high[a] *= 1.1;
    }
  for (gsize i = 0; i < 4 * 4; i++)
    before->pairs[i].beats *= 0.7;
  for (gsize i = 0; i < before->losses[3]->with[YS_SPAN_YEAR].n_points; i++)
    before->losses[3]->with[YS_SPAN_YEAR].chances[i] *= 0.7;
  ys_result_finish (before);

  ys_chart_options_init (&options);
  plain = hash_pixels (chart, result, &options, &style);
  g_assert_cmpuint (hash_pixels (chart, result, &options, &style), ==, plain);

  options.alternative = 2;
  g_assert_cmpuint (hash_pixels (chart, result, &options, &style), !=, plain);

  plain = hash_pixels (chart, result, &options, &style);
  options.before = before;
  g_assert_cmpuint (hash_pixels (chart, result, &options, &style), !=, plain);
  options.before = NULL;

  options.has_focus = TRUE;
  g_assert_cmpuint (hash_pixels (chart, result, &options, &style), !=, plain);
  options.has_focus = FALSE;

  g_assert_true (ys_chart_get_mark (chart, result, &options, &style, 600, 400, 0, &mark));
  get_center (&mark.area, &options.hover_x, &options.hover_y);
  options.has_hover = TRUE;
  g_assert_cmpuint (hash_pixels (chart, result, &options, &style), !=, plain);
  options.has_hover = FALSE;
  ys_chart_hit_clear (&mark);

  style.right_to_left = TRUE;
  g_assert_cmpuint (hash_pixels (chart, result, &options, &style), !=, plain);
}

static void
test_no_room (gconstpointer chart)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  const double none[][2] = { { 0, 0 }, { 1, 1 }, { 12, 300 }, { 300, 12 }, { 40, 40 } };
  YsChartOptions options;

  ys_chart_options_init (&options);
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    {
      Case c = { chart, result, options, { 0 }, none[i][0], none[i][1] };

      check_labels (&c);
      check_numbers (&c);
    }
}

/* A window of that height shows every name. */
static void
test_height_for_width (gconstpointer chart)
{
  g_autoptr(YsResult) few = sample_result_new_many (2);
  g_autoptr(YsResult) many = sample_result_new_many (20);

  g_assert_cmpfloat (ys_chart_get_height_for_width (chart, few, NULL, 700), >, 50);
  g_assert_cmpfloat (ys_chart_get_height_for_width (chart, many, NULL, 700), >=,
                     ys_chart_get_height_for_width (chart, few, NULL, 700));
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char     *name;
    GTestDataFunc   func;
  } tests[] = {
    { "labels-keep-apart", test_labels },
    { "names-are-all-there", test_names_are_all_there },
    { "numbers-are-numbers", test_numbers },
    { "marks-are-found", test_marks },
    { "pick-says-what-it-is", test_pick },
    { "options-show", test_options_show },
    { "no-room", test_no_room },
    { "height-for-width", test_height_for_width },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; ys_charts ()[i] != NULL; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (tests); k++)
      {
        g_autofree char *path =
            g_strdup_printf ("/chart/%s/%s", ys_chart_get_id (ys_charts ()[i]), tests[k].name);

        g_test_add_data_func (path, ys_charts ()[i], tests[k].func);
      }
  return g_test_run ();
}
