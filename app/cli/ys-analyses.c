/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-analyses.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-format.h"
#include "ys-risk-text.h"
#include "ys-table.h"

/* As many rows of a table as anybody reads. */
#define MOST_ROWS 10

static const struct
{
  const char *name;
  YsAnalyses  analyses;
} names[] = {
  { "all", YS_ANALYSE_ALL },
  { "values", YS_ANALYSE_VALUES },
  { "swings", YS_ANALYSE_SWINGS },
  { "break-evens", YS_ANALYSE_BREAK_EVENS },
  { "pairs", YS_ANALYSE_PAIRS },
  { "losses", YS_ANALYSE_LOSSES },
};

static YsAnalyses
find_analyses (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].name, name) == 0)
      return names[i].analyses;

  return 0;
}

gboolean
ys_analyses_read (const YsCommand *command,
                  const char      *text,
                  YsAnalyses      *analyses)
{
  g_auto (GStrv) asked = g_strsplit (text != NULL ? text : "", ",", -1);

  for (gsize i = 0; asked[i] != NULL; i++)
    {
      YsAnalyses own = find_analyses (asked[i]);

      if (own == 0)
        {
          ys_command_usage_error (command, _("There is no analysis “%s”; there is %s."), asked[i],
                                  "all, values, swings, break-evens, pairs, losses");
          return FALSE;
        }
      *analyses |= own;
    }

  return TRUE;
}

/* --- text ------------------------------------------------------------------------------------- */

/* Takes the sentence; NULL says nothing. */
static void
append_line (GString *text,
             char    *line,
             int      width)
{
  g_autofree char *own = line;
  g_autofree char *wrapped = own != NULL ? ys_table_wrap (own, width) : NULL;

  if (wrapped != NULL && *wrapped != '\0')
    g_string_append_printf (text, "%s\n", wrapped);
}

static char *
money (const YsFacts *facts,
       double         value)
{
  return ys_format_money (value, facts->result->scenario->currency, YS_FORMAT_SHORT);
}

static char *
value_of (const YsFacts *facts,
          const YsInput *input,
          double         value)
{
  if (isnan (value))
    return g_strdup ("–");
  return ys_format_value (value, input->unit, facts->result->scenario->currency, YS_FORMAT_SHORT);
}

static YsTable *
begin_table (const char *const *headings)
{
  YsTable *table = ys_table_new ();

  ys_table_begin_row (table);
  for (gsize i = 0; headings[i] != NULL; i++)
    ys_table_take_cell (table, g_strdup (headings[i]));

  return table;
}

static void
append_table (GString       *text,
              const YsTable *table)
{
  g_autofree char *rows = ys_table_to_text (table);

  if (table->rows->len > 1)
    g_string_append_printf (text, "\n%s", rows);
}

/* What the best is worth where each input is low, and where it is high. */
static void
append_swings (GString       *text,
               const YsFacts *facts)
{
  gsize best = facts->order[0];
  const char *const headings[] = { _("What matters most"), _("low"), _("high"), _("worth if low"),
                                   _("worth if high"), NULL };
  g_autoptr (YsTable) table = begin_table (headings);
  g_autoptr (GArray) ranks = ys_result_rank_by_swing (facts->result, best, -1);

  for (guint i = 0; i < MIN (ranks->len, MOST_ROWS); i++)
    {
      const YsInput *input = &facts->result->inputs[g_array_index (ranks, gsize, i)];

      ys_table_begin_row (table);
      ys_table_take_cell (table, g_strdup (input->name));
      ys_table_take_cell (table, value_of (facts, input, input->low));
      ys_table_take_cell (table, value_of (facts, input, input->high));
      ys_table_take_cell (table, money (facts, input->worth_low[best]));
      ys_table_take_cell (table, money (facts, input->worth_high[best]));
    }
  append_table (text, table);
}

static void
append_values (GString       *text,
               const YsFacts *facts)
{
  const char *const headings[] = { _("Worth finding out first"), _("up to"), _("give or take"),
                                   NULL };
  g_autoptr (YsTable) table = begin_table (headings);
  g_autoptr (GArray) ranks = ys_result_rank_by_value (facts->result);

  for (guint i = 0; i < MIN (ranks->len, MOST_ROWS); i++)
    {
      const YsInput *input = &facts->result->inputs[g_array_index (ranks, gsize, i)];

      if (!ys_input_is_worth_checking (input))
        break;
      ys_table_begin_row (table);
      ys_table_take_cell (table, g_strdup (input->name));
      ys_table_take_cell (table, money (facts, input->value));
      ys_table_take_cell (table, money (facts, input->value_error));
    }
  append_table (text, table);
}

static void
append_break_evens (GString       *text,
                    const YsFacts *facts)
{
  const char *const headings[] = { _("What needs to be true"), _("break-even"), _("on average"),
                                   NULL };
  g_autoptr (YsTable) table = begin_table (headings);
  gsize best = facts->order[0];

  for (gsize i = 0; i < facts->result->n_inputs; i++)
    {
      const YsInput *input = &facts->result->inputs[i];

      if (input->break_evens == NULL || isnan (input->break_evens[best]))
        continue;
      ys_table_begin_row (table);
      ys_table_take_cell (table, g_strdup (input->name));
      ys_table_take_cell (table, value_of (facts, input, input->break_evens[best]));
      ys_table_take_cell (table, value_of (facts, input, input->mean));
    }
  append_table (text, table);
}

/* The best beside each of the others, the best of those first. */
static void
append_pairs (GString       *text,
              const YsFacts *facts,
              int            width)
{
  if (facts->n > 1 && facts->result->pairs != NULL)
    g_string_append_c (text, '\n');
  for (gsize i = 1; i < facts->n; i++)
    append_line (text, ys_risk_say_pair (facts, facts->order[0], facts->order[i]), width);
}

static void
append_losses (GString       *text,
               const YsFacts *facts,
               int            width)
{
  if (facts->result->losses != NULL)
    g_string_append_c (text, '\n');
  for (gsize i = 0; i < facts->n; i++)
    append_line (text, ys_risk_say_losses (facts, facts->order[i]), width);
}

char *
ys_analyses_to_text (const YsResult *result,
                     int             width)
{
  g_autoptr (GString) text = g_string_new (NULL);
  YsFacts facts;

  ys_facts_init (&facts, result);
  if (facts.n > 0)
    {
      append_line (text, ys_risk_text (result), width);
      if (result->analyses & YS_ANALYSE_SWINGS)
        append_swings (text, &facts);
      if (result->analyses & YS_ANALYSE_VALUES)
        append_values (text, &facts);
      append_break_evens (text, &facts);
      append_pairs (text, &facts, width);
      append_losses (text, &facts, width);
    }
  ys_facts_clear (&facts);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
