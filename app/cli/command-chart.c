/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-argument.h"
#include "ys-chart.h"
#include "ys-command.h"
#include "ys-file.h"
#include "ys-simulate.h"

#define DEFAULT_WIDTH 1280
#define DEFAULT_HEIGHT 720

typedef struct
{
  const YsChart *chart;
  const char    *alternative; /* id, or NULL */
  const char    *output;
  int            width;
  int            height;      /* 0: what the alternatives need */
  YsTheme        theme;
} Request;

static const struct
{
  const char *id;
  YsTheme     theme;
} themes[] = {
  { "light", YS_THEME_LIGHT },
  { "dark", YS_THEME_DARK },
  { "contrast", YS_THEME_CONTRAST },
  { "print", YS_THEME_PRINT },
};

static const char *const endings[] = { ".png", ".svg", ".pdf" };

/* --- what is asked ---------------------------------------------------------------------------- */

static YsExit
print_charts (void)
{
  const YsChart *const *charts = ys_charts ();
  g_autoptr (GString) text = g_string_new (NULL);
  gsize width = 0;

  for (gsize i = 0; charts[i] != NULL; i++)
    width = MAX (width, strlen (ys_chart_get_id (charts[i])));
  for (gsize i = 0; charts[i] != NULL; i++)
    g_string_append_printf (text, "%-*s  %s\n", (int) width, ys_chart_get_id (charts[i]),
                            ys_chart_get_name (charts[i]));

  return ys_command_print (text->str);
}

static gboolean
read_kind (Request    *request,
           const char *kind)
{
  const YsChart *const *charts = ys_charts ();
  g_autoptr (GString) known = g_string_new (NULL);

  request->chart = kind != NULL ? ys_chart_find (kind) : NULL;
  if (request->chart != NULL)
    return TRUE;

  for (gsize i = 0; charts[i] != NULL; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", ys_chart_get_id (charts[i]));

  if (kind == NULL)
    ys_command_usage_error (&ys_command_chart, _("Which --kind? There is %s."), known->str);
  else
    ys_command_usage_error (&ys_command_chart, _("There is no chart “%s”; there is %s."), kind,
                            known->str);
  return FALSE;
}

static gboolean
read_theme (Request    *request,
            const char *theme)
{
  if (theme == NULL)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    if (strcmp (themes[i].id, theme) == 0)
      {
        request->theme = themes[i].theme;
        return TRUE;
      }

  ys_command_usage_error (&ys_command_chart, _("There is no theme “%s”; there is %s."), theme,
                          "light, dark, contrast, print");
  return FALSE;
}

static gboolean
read_output (Request    *request,
             const char *output)
{
  if (output == NULL)
    {
      ys_command_usage_error (&ys_command_chart, _("Where to? Name a file with --output."));
      return FALSE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (output, endings[i]))
      {
        request->output = output;
        return TRUE;
      }

  ys_command_usage_error (&ys_command_chart,
                          _("--output: “%s” ends neither with .png, .svg nor .pdf."), output);
  return FALSE;
}

/* --- what is done ----------------------------------------------------------------------------- */

static gboolean
find_alternative (const YsResult *result,
                  const char     *id,
                  int            *out_index)
{
  g_autoptr (GString) known = g_string_new (NULL);

  *out_index = -1;
  if (id == NULL)
    return TRUE;

  for (gsize i = 0; i < result->n_alternatives; i++)
    {
      const char *own = result->alternatives[i].alternative->id;

      if (strcmp (own, id) == 0)
        *out_index = (int) i;
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", own);
    }
  if (*out_index >= 0)
    return TRUE;

  ys_command_usage_error (&ys_command_chart,
                          _("--alternative: there is no “%s” in this file; there is %s."),
                          id, known->str);
  return FALSE;
}

static int
least_height (const Request      *request,
              const YsResult     *result,
              const YsChartStyle *style)
{
  return (int) ceil (ys_chart_get_height_for_width (request->chart, result, style, request->width));
}

static YsExit
draw (const Request  *request,
      const YsResult *result)
{
  YsChartStyle style = { .theme = request->theme };
  YsChartOptions options;
  g_autoptr (GError) error = NULL;
  int height = request->height;

  ys_chart_options_init (&options);
  if (!find_alternative (result, request->alternative, &options.alternative))
    return YS_EXIT_USAGE;

  if (height == 0)
    height = MAX (DEFAULT_HEIGHT, least_height (request, result, &style));
  if (ys_chart_save (request->chart, result, &options, &style, request->width, height,
                     request->output, &error))
    return YS_EXIT_FINE;

  return ys_command_input_error (request->output, error);
}

static YsExit
draw_file (const Request *request,
           const char    *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsScenario) scenario = ys_file_read (path, &error);
  g_autoptr (YsResult) result = NULL;
  YsSimulateOptions options = { .analyses = ys_chart_get_analyses (request->chart) };

  if (scenario != NULL)
    result = ys_simulate (scenario, &options, &error);
  if (result == NULL)
    return ys_command_input_error (path, error);

  return draw (request, result);
}

/* --- the command ------------------------------------------------------------------------------ */

static YsExit
run (int    argc,
     char **argv)
{
  Request request = { .width = DEFAULT_WIDTH };
  g_autofree char *kind = NULL;
  g_autofree char *alternative = NULL;
  g_autofree char *size = NULL;
  g_autofree char *theme = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) rest = NULL;
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &kind, N_("Which chart; “list” names them all"), "ID" },
    { "alternative", 0, 0, G_OPTION_ARG_FILENAME, &alternative,
      N_("The alternative to show or to bring out"), "ID" },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &size,
      N_("Pixels; 1280x720 or higher if not given"), "WxH" },
    { "theme", 0, 0, G_OPTION_ARG_FILENAME, &theme, N_("Colours"), "light|dark|contrast|print" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output,
      N_("The picture; its ending says in what format"), "OUT.{png,svg,pdf}" },
    { NULL }
  };
  const char *path;
  YsExit code;

  if (!ys_command_parse (&ys_command_chart, entries, argc, argv, &rest, &code))
    return code;
  if (g_strcmp0 (kind, "list") == 0)
    return print_charts ();
  if (!read_kind (&request, kind)
      || !ys_argument_size (&ys_command_chart, size, &request.width, &request.height)
      || !read_theme (&request, theme)
      || !read_output (&request, output)
      || (path = ys_command_get_file (&ys_command_chart, rest)) == NULL)
    return YS_EXIT_USAGE;

  request.alternative = alternative;
  return draw_file (&request, path);
}

const YsCommand ys_command_chart = {
  .name = "chart",
  .arguments = "FILE",
  .summary = N_("Draws a chart into a file"),
  .run = run,
};
