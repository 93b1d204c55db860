/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every chart in every dress, as pictures to be looked at: gallery DIR [ID]. */
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "sample-result.h"
#include "ys-chart.h"

typedef struct
{
  const char *name;
  int         width;
  int         height;
  YsTheme     theme;
  gboolean    right_to_left;
  int         selected;
  gboolean    before;
  gboolean    pointed_at;
} Dress;

static const Dress dresses[] = {
  { "light", 728, 334, YS_THEME_LIGHT, FALSE, -1 },
  { "selected", 728, 334, YS_THEME_LIGHT, FALSE, 1 },
  { "dark", 900, 600, YS_THEME_DARK, FALSE, -1 },
  { "print", 900, 600, YS_THEME_PRINT, FALSE, -1 },
  { "contrast", 728, 334, YS_THEME_CONTRAST, FALSE, -1 },
  { "black", 728, 334, YS_THEME_CONTRAST_DARK, FALSE, 0 },
  { "mirrored", 728, 334, YS_THEME_LIGHT, TRUE, -1 },
  { "before", 728, 400, YS_THEME_LIGHT, FALSE, -1, TRUE },
  { "pointer", 728, 400, YS_THEME_DARK, FALSE, -1, FALSE, TRUE },
  { "small", 300, 200, YS_THEME_LIGHT, FALSE, -1 },
  { "large", 1920, 1080, YS_THEME_LIGHT, FALSE, -1 },
};

static gboolean failed = FALSE;

static void
save (const YsChart  *chart,
      const YsResult *result,
      const YsResult *before,
      const Dress    *dress,
      const char     *folder,
      const char     *subject)
{
  g_autofree char *name =
      g_strdup_printf ("%s-%s-%s.png", ys_chart_get_id (chart), subject, dress->name);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  YsChartStyle style = { .theme = dress->theme, .right_to_left = dress->right_to_left };
  YsChartOptions options;

  ys_chart_options_init (&options);
  options.alternative = dress->selected;
  options.before = dress->before ? before : NULL;
  options.has_hover = options.has_focus = dress->pointed_at;
  options.hover_x = 0.55 * dress->width;
  options.hover_y = 0.4 * dress->height;
  options.focus_mark = 1;
  if (!ys_chart_save (chart, result, &options, &style, dress->width, dress->height, path, &error))
    {
      g_printerr ("%s\n", error->message);
      failed = TRUE;
    }
}

static void
save_all (const YsChart *chart,
          const char    *folder)
{
  g_autoptr(YsResult) one_scale = sample_result_new_one_scale ();
  g_autoptr(YsResult) before = sample_result_new_many (4);
  g_autoptr(YsResult) monthly = sample_result_new_monthly (3);
  const gsize numbers[] = { 0, 1, 2, 9, 20 };
  const char *name;

  for (gsize i = 0; i < 4; i++)
    for (int t = 1; t <= 8; t++)
      before->alternatives[i].cash[t] *= 0.8;
  for (gsize i = 0; i < 4; i++)
    for (gsize k = 0; k < before->n_trials; k++)
      before->alternatives[i].outcomes[k] *= 0.6;
  ys_result_finish (before);

  for (gsize i = 0; i < G_N_ELEMENTS (dresses); i++)
    save (chart, one_scale, before, &dresses[i], folder, "four");
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr(YsResult) many = sample_result_new_many (numbers[i]);
      g_autofree char *subject = g_strdup_printf ("n%zu", numbers[i]);

      save (chart, many, NULL, &dresses[3], folder, subject);
      save (chart, many, NULL, &dresses[9], folder, subject);
    }
  for (gsize i = 0; ; i++)
    {
      g_autoptr(YsResult) result = sample_result_new_hard (i, &name);

      if (result == NULL)
        break;
      save (chart, result, NULL, &dresses[0], folder, name);
    }
  save (chart, monthly, NULL, &dresses[3], folder, "monthly");
  save (chart, monthly, NULL, &dresses[1], folder, "monthly");
}

int
main (int    argc,
      char **argv)
{
  int n = 0;

  setlocale (LC_ALL, "");
  if (argc < 2)
    {
      g_printerr ("Usage: gallery DIR [ID]\n");
      return 2;
    }
  g_mkdir_with_parents (argv[1], 0755);
  for (gsize i = 0; ys_charts ()[i] != NULL; i++)
    if (argc < 3 || strcmp (argv[2], ys_chart_get_id (ys_charts ()[i])) == 0)
      {
        save_all (ys_charts ()[i], argv[1]);
        printf ("%s %d /chart/gallery/%s\n",
                failed ? "not ok" : "ok",
                ++n,
                ys_chart_get_id (ys_charts ()[i]));
      }
  printf ("1..%d\n", n);
  return failed;
}
