/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-line-text.h"

#include <glib/gi18n.h>

#include "ys-error.h"
#include "ys-parse.h"

/* Lists of numbers */

static char *
join_numbers (const double *values,
              gsize         n_values,
              YsUnit        unit)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n_values; i++)
    {
      g_autofree char *value = ys_format_for_editing (values[i], unit);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", value);
    }

  return g_string_free (text, FALSE);
}

/* Parted by “;”, which no number has in it, or else by spaces. */
static GArray *
split_numbers (const char  *text,
               YsUnit       unit,
               const char  *currency,
               GError     **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_auto (GStrv) words = g_strsplit_set (text, strchr (text, ';') != NULL ? ";" : " \t\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      double value;

      if (*g_strstrip (words[i]) == '\0')
        continue;
      if (!ys_parse_number (words[i], unit, currency, &value, error))
        return NULL;
      g_array_append_val (values, value);
    }

  return g_steal_pointer (&values);
}

char *
ys_line_dup_periods (const YsScenario *scenario,
                     gconstpointer     part)
{
  const YsLine *line = part;

  return join_numbers (line->by_period, line->n_by_period, YS_UNIT_MONEY);
}

/* What the list began with goes on as the amount. */
static void
return_to_amount (YsLine *line)
{
  g_autoptr (YsEstimate) amount = NULL;

  if (line->by_period == NULL)
    return;

  amount = ys_estimate_new_exactly (line->by_period[0]);
  ys_line_set_estimate (line, YS_FIELD_AMOUNT, amount);
  ys_line_set_by_period (line, YS_PERIOD_UNSET, NULL, 0);
}

gboolean
ys_line_set_periods (const YsScenario  *scenario,
                     gpointer           part,
                     const char        *text,
                     GError           **error)
{
  YsLine *line = part;
  g_autoptr (GArray) values = split_numbers (text, YS_UNIT_MONEY, scenario->currency, error);

  if (values == NULL)
    return FALSE;

  if (values->len == 0)
    {
      return_to_amount (line);
      return TRUE;
    }

  ys_line_set_estimate (line, YS_FIELD_AMOUNT, NULL);
  ys_line_set_by_period (line, line->by_period_first, (const double *) (gpointer) values->data,
                         values->len);
  return TRUE;
}

char *
ys_line_dup_ramp (const YsScenario *scenario,
                  gconstpointer     part)
{
  const YsLine *line = part;

  return join_numbers (line->ramp, line->n_ramp, YS_UNIT_FRACTION);
}

gboolean
ys_line_set_ramp_text (const YsScenario  *scenario,
                       gpointer           part,
                       const char        *text,
                       GError           **error)
{
  g_autoptr (GArray) shares = split_numbers (text, YS_UNIT_FRACTION, NULL, error);

  if (shares == NULL)
    return FALSE;

  ys_line_set_ramp (part, (const double *) (gpointer) shares->data, shares->len);
  return TRUE;
}

/* What it grows with */

static const char *
get_name (const YsScenario *scenario,
          const char       *assumption)
{
  const YsAssumption *found = ys_scenario_find_assumption (scenario, assumption);

  return found != NULL ? found->name : assumption;
}

char *
ys_line_dup_follows (const YsScenario *scenario,
                     gconstpointer     part)
{
  const YsLine *line = part;
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < line->n_follows; i++)
    {
      g_autofree char *factor = ys_format_for_editing (line->follows[i].factor, YS_UNIT_NUMBER);

      g_string_append_printf (text, "%s%s × %s", i > 0 ? "; " : "",
                              get_name (scenario, line->follows[i].assumption), factor);
    }

  return g_string_free (text, FALSE);
}

/* By its name or its id, in capitals or not. */
static const YsAssumption *
find_assumption (const YsScenario *scenario,
                 const char       *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < scenario->assumptions->len; i++)
    {
      const YsAssumption *assumption = scenario->assumptions->pdata[i];
      g_autofree char *folded = g_utf8_casefold (assumption->name, -1);

      if (g_str_equal (folded, wanted) || g_str_equal (assumption->id, name))
        return assumption;
    }

  return NULL;
}

/* “Market growth × 0.5”, “Market growth * 0.5”, “Market growth” */
static gboolean
add_follows (const YsScenario  *scenario,
             YsLine            *line,
             const char        *text,
             GError           **error)
{
  g_auto (GStrv) factors = g_regex_split_simple ("\\s*[×*]\\s*(?=[^×*]*$)", text, 0, 0);
  const YsAssumption *assumption = find_assumption (scenario, factors[0]);
  double factor = 1.0;

  if (assumption == NULL)
    {
      g_set_error (error, YS_ERROR, YS_ERROR_INVALID,
                   _("“%s” is none of the assumptions; right would be the name of one, and how much "
                     "of it: “Market growth × 0.5”"), factors[0]);
      return FALSE;
    }

  if (factors[1] != NULL
      && !ys_parse_number (factors[1], YS_UNIT_NUMBER, NULL, &factor, error))
    return FALSE;

  ys_line_add_follows (line, assumption->id, factor);
  return TRUE;
}

gboolean
ys_line_set_follows (const YsScenario  *scenario,
                     gpointer           part,
                     const char        *text,
                     GError           **error)
{
  YsLine *line = part;
  g_auto (GStrv) each = g_strsplit (text, ";", -1);

  ys_line_clear_follows (line);
  for (guint i = 0; each[i] != NULL; i++)
    if (*g_strstrip (each[i]) != '\0' && !add_follows (scenario, line, each[i], error))
      return FALSE;

  return TRUE;
}

/* When */

static gboolean
repeats (const YsLine *line)
{
  return (line->kind->traits & YS_LINE_MAY_REPEAT) != 0;
}

char *
ys_line_dup_when (const YsScenario *scenario,
                  gconstpointer     part)
{
  const YsLine *line = part;
  int first = ys_line_get_first (line, scenario->n_periods);
  int last = ys_line_get_last (line, scenario->n_periods);

  if (repeats (line) && line->by_period == NULL && line->last == YS_PERIOD_UNSET)
    /* Translators: periods of a line: “from 2”, without an end */
    return g_strdup_printf (_("from %d"), first);
  if (first == last)
    return g_strdup_printf ("%d", first);

  return g_strdup_printf ("%d–%d", first, last);
}

/* “from 2”, “2–”, “1–3”, “1 to 3”, “2”: up to two whole numbers, and whether there is an end. */
static gboolean
read_when (const char *text,
           int        *first,
           int        *last)
{
  g_autoptr (GRegex) regex
    = g_regex_new ("^(?:(\\p{L}+)\\s+)?(\\d{1,4})\\s*(?:([-–—]|\\.\\.+|\\p{L}+)\\s*(\\d{1,4})?)?$", 0,
                   0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *word = NULL, *begin = NULL, *dash = NULL, *end = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return FALSE;

  word = g_match_info_fetch (match, 1);
  begin = g_match_info_fetch (match, 2);
  dash = g_match_info_fetch (match, 3);
  end = g_match_info_fetch (match, 4);
  *first = atoi (begin);
  *last = *first;
  if (end != NULL && *end != '\0')
    *last = atoi (end);
  else if ((word != NULL && *word != '\0') || (dash != NULL && *dash != '\0'))
    *last = YS_PERIOD_UNSET;

  return TRUE;
}

static gboolean
set_periods_of_list (YsLine  *line,
                     int      first,
                     int      last,
                     GError **error)
{
  if (last > first && (gsize) (last - first + 1) != line->n_by_period)
    {
      g_set_error_literal (error, YS_ERROR, YS_ERROR_INVALID,
                           _("How many amounts there are says when it ends; give the first period"));
      return FALSE;
    }

  if (line->by_period_first != YS_PERIOD_UNSET)
    line->by_period_first = first;
  else
    line->first = first;

  return TRUE;
}

gboolean
ys_line_set_when (const YsScenario  *scenario,
                  gpointer           part,
                  const char        *text,
                  GError           **error)
{
  YsLine *line = part;
  int first = YS_PERIOD_UNSET;
  int last = YS_PERIOD_UNSET;

  if (*text != '\0' && !read_when (text, &first, &last))
    {
      g_set_error (error, YS_ERROR, YS_ERROR_INVALID,
                   _("“%s” is no period; right would be 2, 1–3 or from 2"), text);
      return FALSE;
    }

  if (line->by_period != NULL)
    return set_periods_of_list (line, first, last, error);

  line->first = first;
  line->last = repeats (line) || last != first ? last : YS_PERIOD_UNSET;
  return TRUE;
}
