/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <math.h>

#include "ys-file-type.h"
#include "ys-workbook.h"

static void
put_rule (YsWorkbook *self,
          int         rule,
          const char *label,
          double      value,
          YsCellStyle      cell)
{
  ys_workbook_put_text (self, self->rules, rule, 0, label, YS_CELL_PLAIN);
  ys_workbook_put_number (self, self->rules, rule, 1, value, cell);
}

static void
put_rules (YsWorkbook *self)
{
  const YsScenario *scenario = self->result->scenario;
  const YsRules *rules = &scenario->rules;
  double rate = isnan (rules->discount_rate) ? 0.0 : rules->discount_rate;

  ys_workbook_put_text (self, self->rules, 1, 0, scenario->title, YS_CELL_TITLE);
  ys_workbook_put_text (self, self->rules, 3, 0, _("Rules"), YS_CELL_HEADING);
  put_rule (self, YS_RULE_RATE, _("Required return a year"), rate, YS_CELL_PERCENT);
  put_rule (self, YS_RULE_TAX, _("Tax rate"), isnan (rules->tax_rate) ? 0.0 : rules->tax_rate, YS_CELL_PERCENT);
  put_rule (self, YS_RULE_FINANCE, _("Finance rate a year"),
            isnan (rules->finance_rate) ? rate : rules->finance_rate, YS_CELL_PERCENT);
  put_rule (self, YS_RULE_REINVEST, _("Reinvestment rate a year"),
            isnan (rules->reinvest_rate) ? rate : rules->reinvest_rate, YS_CELL_PERCENT);
  put_rule (self, YS_RULE_PER_YEAR, _("Periods a year"), ys_scenario_get_per_year (scenario), YS_CELL_PLAIN);
  put_rule (self, YS_RULE_LAST, _("Last period"), scenario->n_periods, YS_CELL_PLAIN);
  put_rule (self, YS_RULE_SHIFT, _("Cash falls before the end of its period by, periods"),
            rules->timing == YS_TIMING_MIDDLE ? 0.5 : 0.0, YS_CELL_PLAIN);
}

/* "low 40000, high 110000, normal", as it was given. */
static char *
describe (const YsEstimate *estimate)
{
  GString *text = g_string_new (NULL);

  if (estimate->formula != NULL)
    g_string_append (text, estimate->formula);
  for (int i = 0; i < YS_N_NUMBERS; i++)
    if (ys_estimate_has (estimate, (YsNumber) i))
      {
        g_autofree char *digits = ys_file_format_number (estimate->numbers[i]);

        g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", ys_number_get_id ((YsNumber) i), digits);
      }
  for (gsize i = 0; i < estimate->n_cases; i++)
    {
      g_autofree char *value = ys_file_format_number (estimate->cases[i].value);
      g_autofree char *weight = ys_file_format_number (estimate->cases[i].weight);

      g_string_append_printf (text, "%s%s × %s", text->len > 0 ? ", " : "", value, weight);
    }
  if (estimate->shape != YS_SHAPE_UNSET)
    g_string_append_printf (text, ", %s", ys_shape_get_id (estimate->shape));

  return g_string_free (text, FALSE);
}

static void
put_input (YsWorkbook       *self,
           int               row,
           const char       *id,
           const char       *name,
           const YsEstimate *estimate,
           const char       *source)
{
  g_autofree char *given = describe (estimate);

  ys_workbook_put_text (self, self->rules, row, 0, name, YS_CELL_PLAIN);
  ys_workbook_put_text (self, self->rules, row, 1, id, YS_CELL_PLAIN);
  ys_workbook_put_text (self, self->rules, row, 2, given, YS_CELL_PLAIN);
  ys_workbook_put_text (self, self->rules, row, 3, source, YS_CELL_PLAIN);
}

static int
put_line (YsWorkbook          *self,
          int                  row,
          const YsAlternative *alternative,
          const YsLine        *line)
{
  for (int field = 0; field < YS_N_FIELDS; field++)
    if (line->estimates[field] != NULL)
      {
        g_autofree char *id = g_strdup_printf ("%s/%s/%s", alternative->id, line->id, ys_field_get_id ((YsField) field));
        g_autofree char *name = g_strdup_printf ("%s: %s", line->name, _(ys_field_get_name ((YsField) field)));

        put_input (self, row++, id, name, line->estimates[field], line->source);
      }

  return row;
}

static void
put_inputs (YsWorkbook *self,
            int         row)
{
  const YsScenario *scenario = self->result->scenario;

  ys_workbook_put_text (self, self->rules, row, 0, _("Assumptions and estimates"), YS_CELL_HEADING);
  ys_workbook_put_text (self, self->rules, row, 2, _("As given"), YS_CELL_HEADING);
  ys_workbook_put_text (self, self->rules, row++, 3, _("Source"), YS_CELL_HEADING);
  for (guint i = 0; i < scenario->assumptions->len; i++)
    {
      const YsAssumption *own = scenario->assumptions->pdata[i];

      put_input (self, row++, own->id, own->name, own->estimate, own->source);
    }
  for (guint a = 0; a < scenario->alternatives->len; a++)
    {
      const YsAlternative *alternative = scenario->alternatives->pdata[a];

      for (guint i = 0; i < alternative->lines->len; i++)
        row = put_line (self, row, alternative, alternative->lines->pdata[i]);
    }
}

/* What the numbers that are no formulas are. */
static int
put_simulation (YsWorkbook *self,
                int         row)
{
  const char *const sentences[] = {
    _("Every line’s cash is its mean over the trials: each trial draws every assumption and estimate once and works the whole case out."),
    _("The sheet “Trials” has what each alternative is worth in each of them; ranges and chances are formulas over it."),
    _("Tax is worked out in every trial, for losses carried forward make it differ from the tax of the mean; its mean is given."),
  };

  ys_workbook_put_text (self, self->rules, row++, 0, _("How it was worked out"), YS_CELL_HEADING);
  put_rule (self, row++, _("Trials"), (double) self->result->n_trials, YS_CELL_PLAIN);
  put_rule (self, row++, _("The draws start from"), (double) self->result->seed, YS_CELL_PLAIN);
  if (self->certain)
    ys_workbook_put_text (self, self->rules, row++, 0,
                          _("Nothing in this scenario is uncertain: every figure is worked out once."), YS_CELL_PLAIN);
  for (gsize i = 0; i < G_N_ELEMENTS (sentences) && !self->certain; i++)
    ys_workbook_put_text (self, self->rules, row++, 0, sentences[i], YS_CELL_PLAIN);
  for (gsize i = 0; self->result->notes[i] != NULL; i++)
    ys_workbook_put_text (self, self->rules, row++, 0, self->result->notes[i], YS_CELL_PLAIN);

  return row + 1;
}

void
ys_sheet_rules_fill (YsWorkbook *self)
{
  put_rules (self);
  put_inputs (self, put_simulation (self, YS_RULE_SHIFT + 2));

  worksheet_set_column (self->rules, 0, 0, 48, NULL);
  worksheet_set_column (self->rules, 1, 1, 30, NULL);
  worksheet_set_column (self->rules, 2, 3, 44, NULL);
}
