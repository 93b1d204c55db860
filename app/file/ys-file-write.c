/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file.h"

#include "ys-file-grammar.h"
#include "ys-file-input.h"

/* By hand, not with libxml2: only so are line breaks and order ours, and files diff well. */

/* What XML cannot hold, not even escaped, is replaced by U+FFFD: seen, not silently lost. */
static gboolean
is_allowed (gunichar c)
{
  return (c >= 0x20 || c == '\t' || c == '\n' || c == '\r') && c != 0xfffe && c != 0xffff;
}

static void
append_escaped (GString    *out,
                const char *text,
                gboolean    in_attribute)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '&')
        g_string_append (out, "&amp;");
      else if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>' && !in_attribute)
        g_string_append (out, "&gt;");
      else if (c == '"' && in_attribute)
        g_string_append (out, "&quot;");
      else if (c == '\r' || (in_attribute && (c == '\n' || c == '\t')))
        g_string_append_printf (out, "&#%u;", c);
      else
        g_string_append_unichar (out, is_allowed (c) ? c : 0xfffd);
    }
}

static void
indent (GString *out,
        int      depth)
{
  g_string_append_printf (out, "%*s", 2 * depth, "");
}

static void
begin (GString    *out,
       int         depth,
       const char *name)
{
  indent (out, depth);
  g_string_append_printf (out, "<%s", name);
}

static void
finish (GString *out)
{
  g_string_append (out, "/>\n");
}

static void
finish_open (GString *out)
{
  g_string_append (out, ">\n");
}

static void
close_element (GString    *out,
               int         depth,
               const char *name)
{
  indent (out, depth);
  g_string_append_printf (out, "</%s>\n", name);
}

static void
append_attribute (GString    *out,
                  const char *name,
                  const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  append_escaped (out, value, TRUE);
  g_string_append_c (out, '"');
}

static void
append_field (GString          *out,
              const char       *name,
              const YsFileType *type,
              gconstpointer     field)
{
  g_autofree char *value = type->write (type, field);

  if (value != NULL)
    append_attribute (out, name, value);
}

static void
append_attributes (GString               *out,
                   const YsFileAttribute *attributes,
                   gconstpointer          object)
{
  for (; attributes->name != NULL; attributes++)
    append_field (out, attributes->name, attributes->type,
                  (const char *) object + attributes->offset);
}

static void
write_empty (GString               *out,
             int                    depth,
             const char            *name,
             const YsFileAttribute *attributes,
             gconstpointer          object)
{
  begin (out, depth, name);
  append_attributes (out, attributes, object);
  finish (out);
}

static void
write_text (GString    *out,
            int         depth,
            const char *name,
            const char *text)
{
  indent (out, depth);
  g_string_append_printf (out, "<%s>", name);
  append_escaped (out, text, FALSE);
  g_string_append_printf (out, "</%s>\n", name);
}

/* “--” may not stand in a comment, nor “-” at its end. */
static void
write_comment (GString    *out,
               int         depth,
               const char *comment)
{
  g_autofree char *valid = NULL;
  char before = '\0';

  if (comment == NULL)
    return;

  valid = g_utf8_make_valid (comment, -1);
  indent (out, depth);
  g_string_append (out, "<!--");
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '-' && before == '-')
        g_string_append_c (out, ' ');
      g_string_append_unichar (out, c == '\r' ? '\n' : is_allowed (c) ? c : 0xfffd);
      before = *at;
    }
  g_string_append (out, before == '-' ? " -->\n" : "-->\n");
}

static void
append_shape (GString          *out,
              const YsEstimate *estimate)
{
  append_field (out, "shape", &ys_file_shape, &estimate->shape);
}

/* shape="normal" mean="0.02" sd="0.02", but low="52" high="68" shape="normal": the shape leads
 * where the numbers mean nothing without it. */
static void
append_estimate (GString          *out,
                 const YsEstimate *estimate)
{
  gboolean leads = estimate->given >> YS_NUMBER_MEAN != 0;

  if (leads)
    append_shape (out, estimate);
  for (int i = 0; i < YS_N_NUMBERS; i++)
    if (ys_estimate_has (estimate, i))
      append_field (out, ys_number_get_id (i), &ys_file_number, &estimate->numbers[i]);
  if (!leads)
    append_shape (out, estimate);

  append_field (out, "bounds", &ys_file_bounds, &estimate->bounds);
  append_field (out, "formula", &ys_file_text, &estimate->formula);
}

/* The rest of an element that was begun: its estimate, as attributes or as cases. */
static void
finish_estimate (GString          *out,
                 int               depth,
                 const char       *name,
                 const YsEstimate *estimate)
{
  append_estimate (out, estimate);
  if (estimate->n_cases == 0)
    {
      finish (out);
      return;
    }

  finish_open (out);
  for (gsize i = 0; i < estimate->n_cases; i++)
    write_empty (out, depth + 1, "case", ys_file_case_attributes, &estimate->cases[i]);
  close_element (out, depth, name);
}

static void
write_drivers (GString          *out,
               const YsScenario *scenario)
{
  if (scenario->drivers->len == 0)
    return;

  begin (out, 1, "drivers");
  finish_open (out);
  for (guint i = 0; i < scenario->drivers->len; i++)
    {
      const YsDriver *driver = scenario->drivers->pdata[i];

      write_comment (out, 2, driver->comment);
      write_empty (out, 2, "driver", ys_file_driver_attributes, driver);
    }
  close_element (out, 1, "drivers");
}

static void
write_assumption (GString            *out,
                  const YsAssumption *assumption)
{
  write_comment (out, 2, assumption->comment);
  begin (out, 2, "assumption");
  append_attributes (out, ys_file_assumption_attributes, assumption);
  finish_estimate (out, 2, "assumption", assumption->estimate);
}

static void
write_assumptions (GString          *out,
                   const YsScenario *scenario)
{
  if (scenario->assumptions->len == 0 && scenario->moves_with->len == 0)
    return;

  begin (out, 1, "assumptions");
  finish_open (out);
  for (guint i = 0; i < scenario->assumptions->len; i++)
    write_assumption (out, scenario->assumptions->pdata[i]);
  for (guint i = 0; i < scenario->moves_with->len; i++)
    write_empty (out, 2, "moves-with", ys_file_moves_with_attributes,
                 scenario->moves_with->pdata[i]);
  close_element (out, 1, "assumptions");
}

static void
append_numbers (GString      *out,
                const char   *name,
                const double *numbers,
                gsize         n)
{
  g_string_append_c (out, '>');
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *number = ys_file_format_number (numbers[i]);

      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", number);
    }
  g_string_append_printf (out, "</%s>\n", name);
}

static void
write_by_period (GString      *out,
                 const YsLine *line)
{
  begin (out, 3, "by-period");
  append_attributes (out, ys_file_by_period_attributes, line);
  append_numbers (out, "by-period", line->by_period, line->n_by_period);
}

static void
write_estimate (GString      *out,
                const YsLine *line,
                YsField       field)
{
  const YsEstimate *estimate = line->estimates[field];

  if (estimate != NULL)
    {
      begin (out, 3, ys_field_get_id (field));
      finish_estimate (out, 3, ys_field_get_id (field), estimate);
    }

  if (field == YS_FIELD_GROWTH)
    for (gsize i = 0; i < line->n_follows; i++)
      write_empty (out, 3, "follows", ys_file_follows_attributes, &line->follows[i]);
}

static void
write_when (GString      *out,
            const YsLine *line)
{
  if (line->first >= 0 || line->last >= 0)
    write_empty (out, 3, "when", ys_file_when_attributes, line);

  if (line->ramp != NULL)
    {
      begin (out, 3, "ramp");
      append_numbers (out, "ramp", line->ramp, line->n_ramp);
    }
}

static void
write_line (GString      *out,
            const YsLine *line)
{
  write_comment (out, 2, line->comment);
  begin (out, 2, line->kind->id);
  append_attributes (out, ys_file_line_attributes, line);
  finish_open (out);

  if (line->by_period != NULL)
    write_by_period (out, line);
  for (int i = 0; i < YS_N_FIELDS; i++)
    write_estimate (out, line, i);
  write_when (out, line);
  if (line->depreciation.method != YS_DEPRECIATION_UNSET)
    write_empty (out, 3, "depreciation", ys_file_depreciation_attributes, &line->depreciation);

  close_element (out, 2, line->kind->id);
}

static void
write_alternative (GString             *out,
                   const YsAlternative *alternative)
{
  write_comment (out, 1, alternative->comment);
  begin (out, 1, "alternative");
  append_attributes (out, ys_file_alternative_attributes, alternative);
  if (alternative->summary == NULL && alternative->lines->len == 0)
    {
      finish (out);
      return;
    }

  finish_open (out);
  if (alternative->summary != NULL)
    write_text (out, 2, "summary", alternative->summary);
  for (guint i = 0; i < alternative->lines->len; i++)
    write_line (out, alternative->lines->pdata[i]);
  close_element (out, 1, "alternative");
}

static void
write_parts (GString               *out,
             const char            *name,
             const YsFileAttribute *attributes,
             const GPtrArray       *parts)
{
  for (guint i = 0; i < parts->len; i++)
    write_empty (out, 2, name, attributes, parts->pdata[i]);
}

static void
write_plan (GString          *out,
            const YsScenario *scenario)
{
  if (scenario->budgets->len + scenario->requires->len + scenario->excludes->len == 0)
    return;

  begin (out, 1, "plan");
  finish_open (out);
  write_parts (out, "budget", ys_file_budget_attributes, scenario->budgets);
  write_parts (out, "requires", ys_file_requires_attributes, scenario->requires);
  write_parts (out, "excludes", ys_file_excludes_attributes, scenario->excludes);
  close_element (out, 1, "plan");
}

static void
write_tolerance (GString          *out,
                 const YsScenario *scenario)
{
  if (scenario->tolerance->len == 0)
    return;

  begin (out, 1, "tolerance");
  finish_open (out);
  write_parts (out, "point", ys_file_point_attributes, scenario->tolerance);
  close_element (out, 1, "tolerance");
}

static void
write_rules (GString          *out,
             const YsScenario *scenario)
{
  g_autoptr (GString) given = g_string_new (NULL);

  append_attributes (given, ys_file_rules_attributes, &scenario->rules);
  if (given->len > 0)
    g_string_append_printf (out, "  <rules%s/>\n", given->str);

  if (scenario->has_simulation)
    write_empty (out, 1, "simulation", ys_file_simulation_attributes, scenario);
}

char *
ys_file_write_text (const YsScenario *scenario)
{
  GString *out;
  g_autofree char *understood = NULL;

  g_return_val_if_fail (scenario != NULL, NULL);

  out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  write_comment (out, 0, scenario->comment);
  g_string_append_printf (out, "<scenario xmlns=\"%s\" version=\"%d\"", YS_FILE_NAMESPACE,
                          YS_FILE_VERSION);
  append_attributes (out, ys_file_scenario_attributes, scenario);
  finish_open (out);

  write_rules (out, scenario);
  write_drivers (out, scenario);
  write_assumptions (out, scenario);
  for (guint i = 0; i < scenario->alternatives->len; i++)
    write_alternative (out, scenario->alternatives->pdata[i]);
  write_plan (out, scenario);
  write_tolerance (out, scenario);
  understood = ys_file_words.write (&ys_file_words, &scenario->understood);
  if (understood != NULL)
    write_text (out, 1, "understood", understood);

  close_element (out, 0, "scenario");
  return g_string_free (out, FALSE);
}
