/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "ys-argument.h"
#include "ys-command.h"
#include "ys-file.h"
#include "ys-json.h"

/* Money without a driver: nobody can say through what in the business it comes. */
typedef struct
{
  const YsAlternative *alternative;
  const YsLine        *line;
} Finding;

/* Selling the equipment at the end is no benefit to a customer: it needs no driver. */
static gboolean
wants_driver (const YsLine *line)
{
  return line->kind->side == YS_SIDE_BENEFIT && line->kind->cash != YS_CASH_RESALE
         && line->driver == NULL;
}

static GArray *
find_missing_drivers (const YsScenario *scenario)
{
  GArray *findings = g_array_new (FALSE, FALSE, sizeof (Finding));

  for (guint i = 0; scenario != NULL && i < scenario->alternatives->len; i++)
    {
      const YsAlternative *alternative = scenario->alternatives->pdata[i];

      for (guint j = 0; j < alternative->lines->len; j++)
        {
          Finding finding = { alternative, alternative->lines->pdata[j] };

          if (wants_driver (finding.line))
            g_array_append_val (findings, finding);
        }
    }

  return findings;
}

static const char *
driver_question (void)
{
  return _("Through which business driver does this money come?");
}

/* --- JSON ------------------------------------------------------------------------------------- */

/* Counted from 1; a problem of the whole file has no place. */
static void
write_place (YsJson     *json,
             const char *key,
             int         place)
{
  ys_json_key (json, key);
  if (place > 0)
    ys_json_integer (json, (guint64) place);
  else
    ys_json_null (json);
}

static void
write_problem (YsJson              *json,
               const YsFileProblem *problem)
{
  ys_json_begin_object (json);
  write_place (json, "line", problem->line);
  write_place (json, "column", problem->column);
  ys_json_key (json, "message");
  ys_json_string (json, problem->message);
  ys_json_end_object (json);
}

static void
write_finding (YsJson        *json,
               const Finding *finding)
{
  ys_json_begin_object (json);
  ys_json_key (json, "alternative");
  ys_json_string (json, finding->alternative->id);
  ys_json_key (json, "line-id");
  ys_json_string (json, finding->line->id);
  ys_json_key (json, "field");
  ys_json_string (json, "driver");
  ys_json_key (json, "offset");
  ys_json_integer (json, 0);
  ys_json_key (json, "length");
  ys_json_integer (json, 0);
  ys_json_key (json, "text");
  ys_json_string (json, "");
  ys_json_key (json, "kind");
  ys_json_string (json, "no-driver");
  ys_json_key (json, "wording");
  ys_json_null (json);
  ys_json_key (json, "driver");
  ys_json_null (json);
  ys_json_key (json, "question");
  ys_json_string (json, driver_question ());
  ys_json_end_object (json);
}

static char *
report_to_json (const GPtrArray *problems,
                const GArray    *findings)
{
  g_autoptr (YsJson) json = ys_json_new ();

  ys_json_begin_object (json);
  ys_json_key (json, "errors");
  ys_json_begin_array (json);
  for (guint i = 0; i < problems->len; i++)
    write_problem (json, problems->pdata[i]);
  ys_json_end_array (json);
  ys_json_key (json, "findings");
  ys_json_begin_array (json);
  for (guint i = 0; i < findings->len; i++)
    write_finding (json, &g_array_index (findings, Finding, i));
  ys_json_end_array (json);
  ys_json_key (json, "scores");
  ys_json_begin_array (json);
  ys_json_end_array (json);
  ys_json_end_object (json);

  return ys_json_dup_text (json);
}

/* --- text ------------------------------------------------------------------------------------- */

static char *
findings_to_text (const char   *path,
                  const GArray *findings)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const Finding *finding = &g_array_index (findings, Finding, i);

      /* Translators: 1: name of an alternative, 2: name of one of its lines, 3: a question */
      g_autofree char *advice = g_strdup_printf (_("%1$s, “%2$s”: %3$s"),
                                                 finding->alternative->name, finding->line->name,
                                                 driver_question ());

      g_string_append_printf (text, "%s:%d: %s\n", path, finding->line->row, advice);
    }
  if (findings->len == 0)
    g_string_append_printf (text, _("%s: nothing to say against it.\n"), path);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- the command ------------------------------------------------------------------------------ */

/* In JSON the errors are on stdout; the first one is enough for whoever only watches stderr. */
static void
print_problems (const char      *path,
                const GPtrArray *problems,
                YsOutput         output)
{
  for (guint i = 0; i < problems->len && (i == 0 || output == YS_OUTPUT_TEXT); i++)
    {
      const YsFileProblem *problem = problems->pdata[i];

      ys_command_print_problem (path, problem->line, problem->message);
    }
}

static YsExit
check_file (const char *path,
            YsOutput    output)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (YsScenario) scenario = ys_file_read_all (path, &problems);
  g_autoptr (GArray) findings = find_missing_drivers (scenario);
  g_autofree char *text = NULL;
  YsExit code = YS_EXIT_FINE;

  print_problems (path, problems, output);
  if (output == YS_OUTPUT_JSON)
    text = report_to_json (problems, findings);
  else if (scenario != NULL)
    text = findings_to_text (path, findings);

  if (text != NULL)
    code = ys_command_print (text);
  return problems->len > 0 ? YS_EXIT_INPUT : code;
}

static YsExit
run (int    argc,
     char **argv)
{
  g_autofree char *format = NULL;
  g_auto (GStrv) rest = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("How to write it"), "text|json" },
    { NULL }
  };
  YsOutput output;
  const char *path;
  YsExit code;

  if (!ys_command_parse (&ys_command_check, entries, argc, argv, &rest, &code))
    return code;
  if (!ys_argument_output (&ys_command_check, format, FALSE, &output)
      || (path = ys_command_get_file (&ys_command_check, rest)) == NULL)
    return YS_EXIT_USAGE;

  return check_file (path, output);
}

const YsCommand ys_command_check = {
  .name = "check",
  .arguments = "FILE",
  .summary = N_("Says what is wrong with a scenario, and what could be better"),
  .details = N_("Errors make it end with 1; advice alone does not."),
  .run = run,
};
