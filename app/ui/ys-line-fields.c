/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-line-fields.h"

#include <glib/gi18n.h>

#include "ys-estimate-text.h"
#include "ys-format.h"
#include "ys-line-text.h"

#define FIELD(member) .offset = G_STRUCT_OFFSET (YsLine, member)
#define ESTIMATE(field) YS_FORM_ESTIMATE, .offset = G_STRUCT_OFFSET (YsLine, estimates[field])

/* Choices, in the order of their enumerations */

static const char *const natures[] = {
  /* Translators: it moves the business forward, or keeps it running */
  N_("Not said"), N_("Forward"), N_("Running"), NULL,
};

static const char *const leans[] = {
  N_("Not said"), N_("Keep"), N_("Cut back"), N_("Automate"), N_("Buy in"), NULL,
};

static const char *const methods[] = {
  N_("Not said"), N_("Evenly"), N_("A share of what is left"), N_("By the American tables (MACRS)"),
  N_("All at once"), N_("Not at all"), NULL,
};

/* Which kinds have what */

static gboolean
may_have (const YsLine *line,
          YsField       field)
{
  return (line->kind->fields & YS_FIELD_BIT (field)) != 0;
}

#define HAS(name, field)                  \
  static gboolean                         \
  has_##name (gconstpointer part)         \
  {                                       \
    return may_have (part, YS_FIELD_##field); \
  }

HAS (hours, HOURS)
HAS (hourly_rate, HOURLY_RATE)
HAS (put_to_use, PUT_TO_USE)
HAS (events, EVENTS_PER_YEAR)
HAS (loss_each, LOSS_EACH)
HAS (fewer, FEWER)
HAS (smaller, SMALLER)
HAS (growth, GROWTH)

static gboolean
has_amount (gconstpointer part)
{
  const YsLine *line = part;

  return may_have (line, YS_FIELD_AMOUNT) && line->by_period == NULL;
}

static gboolean
may_list_periods (gconstpointer part)
{
  return (((const YsLine *) part)->kind->traits & YS_LINE_MAY_LIST_PERIODS) != 0;
}

static gboolean
may_repeat (gconstpointer part)
{
  return (((const YsLine *) part)->kind->traits & YS_LINE_MAY_REPEAT) != 0;
}

static gboolean
may_depreciate (gconstpointer part)
{
  return (((const YsLine *) part)->kind->traits & YS_LINE_MAY_DEPRECIATE) != 0;
}

static gboolean
is_written_off_over_periods (gconstpointer part)
{
  YsDepreciationMethod method = ((const YsLine *) part)->depreciation.method;

  return method == YS_DEPRECIATION_STRAIGHT_LINE || method == YS_DEPRECIATION_MACRS;
}

static gboolean
is_written_off_by_share (gconstpointer part)
{
  return ((const YsLine *) part)->depreciation.method == YS_DEPRECIATION_DECLINING_BALANCE;
}

static gboolean
is_written_off_evenly (gconstpointer part)
{
  return ((const YsLine *) part)->depreciation.method == YS_DEPRECIATION_STRAIGHT_LINE;
}

/* What a change brings with it */

/* So that the new method makes sense as it is. */
static void
settle_depreciation (YsScenario *newer,
                     gpointer    part)
{
  YsDepreciation *depreciation = &((YsLine *) part)->depreciation;
  YsDepreciationMethod method = depreciation->method;

  if (!is_written_off_over_periods (part))
    depreciation->periods = 0;
  else if (depreciation->periods == 0 || method == YS_DEPRECIATION_MACRS)
    depreciation->periods = 5;

  if (method != YS_DEPRECIATION_DECLINING_BALANCE)
    depreciation->rate = 0.0;
  else if (depreciation->rate == 0.0)
    depreciation->rate = 0.2;

  if (method != YS_DEPRECIATION_STRAIGHT_LINE)
    depreciation->residual = 0.0;
}

/* What stands for an amount */

static char *
say_short (const YsScenario *scenario,
           const YsLine     *line,
           YsField           field)
{
  const YsEstimate *estimate = line->estimates[field];

  return estimate != NULL
         ? ys_estimate_say_short (estimate, ys_field_get_unit (field), scenario->currency)
         : g_strdup ("");
}

static char *
say_product (const YsScenario *scenario,
             const YsLine     *line,
             YsField           often,
             YsField           each)
{
  g_autofree char *how_often = say_short (scenario, line, often);
  g_autofree char *how_much = say_short (scenario, line, each);

  return g_strdup_printf ("%s × %s", how_often, how_much);
}

static char *
say_periods (const YsScenario *scenario,
             const YsLine     *line)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < line->n_by_period; i++)
    {
      g_autofree char *amount
        = ys_format_money (line->by_period[i], scenario->currency, YS_FORMAT_SHORT);

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", amount);
    }

  return g_string_free (text, FALSE);
}

static char *
dup_instead_of_amount (const YsScenario *scenario,
                       gconstpointer     part)
{
  const YsLine *line = part;

  if (line->by_period != NULL)
    return say_periods (scenario, line);
  if (may_have (line, YS_FIELD_HOURS))
    return say_product (scenario, line, YS_FIELD_HOURS, YS_FIELD_HOURLY_RATE);

  return say_product (scenario, line, YS_FIELD_EVENTS_PER_YEAR, YS_FIELD_LOSS_EACH);
}

/* The tables */

static const YsFormField columns[] = {
  { "name", N_("Line"), NULL, N_("What it is for"), YS_FORM_TEXT, FIELD (name), .needed = TRUE,
    .width = 23 },
  { "kind", N_("Kind"), NULL, N_("What sort of money it is"), YS_FORM_KIND, FIELD (kind),
    .needed = TRUE, .width = 13 },
  { "amount", N_("Amount"), NULL, N_("Such as 40k, 40k – 90k, 40k 60k 90k or =0.3*reach"),
    ESTIMATE (YS_FIELD_AMOUNT), .unit = YS_UNIT_MONEY, .needed = TRUE, .width = 19,
    .applies = has_amount, .dup_stand_in = dup_instead_of_amount },
  { "when", N_("When"), N_("period"), N_("Such as 0, 1–3 or from 2"), YS_FORM_OWN,
    .dup_text = ys_line_dup_when, .set_text = ys_line_set_when, .width = 9 },
  { "driver", N_("Driver"), NULL, N_("Where in the business the money comes from"), YS_FORM_NAME,
    FIELD (driver), .of = YS_PART_DRIVER, .width = 15 },
  { "nature", N_("Nature"), NULL, N_("Whether it moves the business forward or keeps it running"),
    YS_FORM_CHOICE, FIELD (nature), .choices = natures, .width = 12 },
  { "growth", N_("Growth"), N_("a year"), N_("A year; left empty there is none"),
    ESTIMATE (YS_FIELD_GROWTH), .unit = YS_UNIT_FRACTION, .width = 12, .applies = has_growth },
  { "chance", N_("Chance"), NULL, N_("Left empty it is certain"), ESTIMATE (YS_FIELD_CHANCE),
    .unit = YS_UNIT_FRACTION, .width = 11 },
  { "source", N_("Source"), NULL, N_("Where the figures are from"), YS_FORM_TEXT, FIELD (source),
    .width = 24 },
};

static const YsFormField details[] = {
  { "hours", N_("Hours"), N_("in a period"), NULL, ESTIMATE (YS_FIELD_HOURS), .needed = TRUE,
    .width = 14, .applies = has_hours },
  { "hourly-rate", N_("Cost of an hour"), NULL, NULL, ESTIMATE (YS_FIELD_HOURLY_RATE),
    .unit = YS_UNIT_MONEY, .needed = TRUE, .width = 14, .applies = has_hourly_rate },
  { "put-to-use", N_("Share put to use"), NULL, N_("Of the hours set free"),
    ESTIMATE (YS_FIELD_PUT_TO_USE), .unit = YS_UNIT_FRACTION, .needed = TRUE, .width = 14,
    .applies = has_put_to_use },
  { "events-per-year", N_("Events a year"), N_("frequency"), NULL,
    ESTIMATE (YS_FIELD_EVENTS_PER_YEAR), .needed = TRUE, .width = 14, .applies = has_events },
  { "loss-each", N_("Loss each time"), N_("severity"), NULL, ESTIMATE (YS_FIELD_LOSS_EACH),
    .unit = YS_UNIT_MONEY, .needed = TRUE, .width = 14, .applies = has_loss_each },
  { "fewer", N_("Share of events prevented"), NULL, N_("Left empty: none"),
    ESTIMATE (YS_FIELD_FEWER), .unit = YS_UNIT_FRACTION, .width = 14, .applies = has_fewer },
  { "smaller", N_("Share of each loss spared"), NULL, N_("Left empty: none"),
    ESTIMATE (YS_FIELD_SMALLER), .unit = YS_UNIT_FRACTION, .width = 14, .applies = has_smaller },
  { "by-period", N_("Amounts period by period"), NULL,
    N_("Such as 3k; 5k; 6k. Left empty, the amount counts"), YS_FORM_OWN,
    .dup_text = ys_line_dup_periods, .set_text = ys_line_set_periods, .width = 24,
    .applies = may_list_periods },
  { "ramp", N_("Share reached"), N_("ramp"),
    N_("In its 1st, 2nd … period; the last one holds: 50%; 100%"), YS_FORM_OWN,
    .dup_text = ys_line_dup_ramp, .set_text = ys_line_set_ramp_text, .width = 18,
    .applies = may_repeat },
  { "follows", N_("Grows with"), NULL, N_("Such as Market growth × 0.5"), YS_FORM_OWN,
    .dup_text = ys_line_dup_follows, .set_text = ys_line_set_follows, .width = 24,
    .applies = may_repeat },
  { "depreciation", N_("Written off"), N_("depreciation"), NULL, YS_FORM_CHOICE,
    FIELD (depreciation.method), .choices = methods, .applies = may_depreciate,
    .settle = settle_depreciation },
  { "depreciation-periods", N_("Over"), N_("periods"), N_("MACRS: 3, 5, 7, 10, 15 or 20 years"),
    YS_FORM_COUNT, FIELD (depreciation.periods), .width = 8,
    .applies = is_written_off_over_periods },
  { "depreciation-rate", N_("Share each period"), NULL, NULL, YS_FORM_NUMBER,
    FIELD (depreciation.rate), .unit = YS_UNIT_FRACTION, .width = 8,
    .applies = is_written_off_by_share },
  { "depreciation-residual", N_("Left at the end"), N_("residual value"), NULL, YS_FORM_NUMBER,
    FIELD (depreciation.residual), .unit = YS_UNIT_MONEY, .width = 12,
    .applies = is_written_off_evenly },
  { "lean", N_("What becomes of this work"), NULL, N_("Work that customers do not pay for"),
    YS_FORM_CHOICE, FIELD (lean), .choices = leans },
  { "notes", N_("Notes"), NULL, NULL, YS_FORM_TEXT, FIELD (comment) },
};

const YsFormField *
ys_line_columns (gsize *n_fields)
{
  *n_fields = G_N_ELEMENTS (columns);

  return columns;
}

const YsFormField *
ys_line_details (gsize *n_fields)
{
  *n_fields = G_N_ELEMENTS (details);

  return details;
}
