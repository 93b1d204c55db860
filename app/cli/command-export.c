/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "ys-argument.h"
#include "ys-command.h"
#include "ys-export.h"
#include "ys-file.h"
#include "ys-simulate.h"

typedef struct
{
  const YsExportFormat *format;
  const char           *output;
  YsSimulateOptions     simulate;
} Request;

static gboolean
read_format (Request    *request,
             const char *to)
{
  const YsExportFormat *const *formats = ys_export_formats ();
  g_autoptr (GString) known = g_string_new (NULL);

  request->format = to != NULL ? ys_export_find (to) : NULL;
  if (request->format != NULL)
    return TRUE;

  for (gsize i = 0; formats[i] != NULL; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", formats[i]->id);

  if (to == NULL)
    ys_command_usage_error (&ys_command_export, _("Which format? Name one with --to: %s."), known->str);
  else
    ys_command_usage_error (&ys_command_export, _("--to: there is no “%s”; there is %s."), to, known->str);
  return FALSE;
}

static gboolean
read_output (Request    *request,
             const char *output)
{
  request->output = output;
  if (output == NULL)
    ys_command_usage_error (&ys_command_export, _("Where to? Name a file with --output."));

  return output != NULL;
}

static YsExit
export_file (const Request *request,
             const char    *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsScenario) scenario = ys_file_read (path, &error);
  g_autoptr (YsResult) result = NULL;

  if (scenario != NULL)
    result = ys_simulate (scenario, &request->simulate, &error);
  if (result == NULL)
    return ys_command_input_error (path, error);
  if (!ys_export (request->format, result, request->output, &error))
    return ys_command_input_error (request->output, error);

  return YS_EXIT_FINE;
}

static YsExit
run (int    argc,
     char **argv)
{
  const YsCommand *command = &ys_command_export;
  Request request = { .simulate = { .analyses = YS_ANALYSE_VALUES } };
  g_autofree char *to = NULL;
  g_autofree char *output = NULL;
  g_autofree char *trials = NULL;
  g_autofree char *seed = NULL;
  g_autofree char *threads = NULL;
  g_auto (GStrv) rest = NULL;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_("What to write"), "xlsx|csv|trials" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write"), "OUT" },
    YS_ARGUMENT_SIMULATE (&trials, &seed, &threads),
    { NULL }
  };
  const char *path;
  YsExit code;

  if (!ys_command_parse (command, entries, argc, argv, &rest, &code))
    return code;
  if (!read_format (&request, to)
      || !read_output (&request, output)
      || !ys_argument_simulate (command, trials, seed, threads, &request.simulate)
      || (path = ys_command_get_file (command, rest)) == NULL)
    return YS_EXIT_USAGE;

  return export_file (&request, path);
}

const YsCommand ys_command_export = {
  .name = "export",
  .arguments = "FILE",
  .summary = N_("Writes a workbook, the table of figures, or every trial"),
  .details = N_("xlsx: a workbook in which cash flows, tax and every figure are live formulas.\n"
                "csv: the table of figures, as “compare --format=csv” writes it.\n"
                "trials: the net present value of each alternative in each trial, as CSV.\n"
                "In CSV, text that a spreadsheet would take for a formula has an apostrophe in front."),
  .run = run,
};
