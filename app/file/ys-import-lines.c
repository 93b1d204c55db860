/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-import.h"

#include "ys-edit.h"

/* The periods with amounts, and whether they are all alike. */
typedef struct
{
  int      first;
  int      last;
  gboolean even;
} Span;

static Span
find_span (const double *amounts,
           int           n_periods)
{
  Span span = { .first = 0, .last = n_periods, .even = TRUE };

  while (span.first < n_periods && amounts[span.first] == 0.0)
    span.first++;
  while (span.last > span.first && amounts[span.last] == 0.0)
    span.last--;
  for (int t = span.first; t <= span.last; t++)
    span.even = span.even && amounts[t] == amounts[span.first];

  return span;
}

static void
set_amount (YsLine *line,
            double  amount)
{
  g_autoptr (YsEstimate) estimate = ys_estimate_new_exactly (amount);

  ys_line_set_estimate (line, YS_FIELD_AMOUNT, estimate);
}

/* What its kind takes for granted is not said again. */
static void
set_span (YsLine *line,
          Span    span,
          int     n_periods)
{
  if (span.first != ys_line_get_first (line, n_periods))
    line->first = span.first;
  if ((line->kind->traits & YS_LINE_MAY_REPEAT) != 0 && span.last != ys_line_get_last (line, n_periods))
    line->last = span.last;
}

static void
set_amounts (YsLine            *line,
             const YsImportRow *row,
             int                n_periods)
{
  Span span = find_span (row->amounts, n_periods);
  gboolean repeats = (line->kind->traits & YS_LINE_MAY_REPEAT) != 0;
  gboolean lists = (line->kind->traits & YS_LINE_MAY_LIST_PERIODS) != 0;

  if (row->each_year)
    set_amount (line, row->amounts[1]);
  else if ((span.even && (repeats || span.first == span.last)) || !lists)
    {
      set_amount (line, row->amounts[span.first]);
      set_span (line, span, n_periods);
    }
  else
    ys_line_set_by_period (line, span.first, row->amounts + span.first, (gsize) (span.last - span.first + 1));
}

/* Ids have to differ from each other as well. */
static char *
make_id (const YsScenario *scenario,
         const GPtrArray  *lines,
         const char       *name)
{
  g_autofree char *own = ys_edit_make_id (scenario, name);

  for (guint n = 2;; n++)
    {
      g_autofree char *more = NULL;
      gboolean taken = FALSE;

      for (guint i = 0; i < lines->len && !taken; i++)
        taken = g_str_equal (((const YsLine *) lines->pdata[i])->id, own);
      if (!taken)
        return g_steal_pointer (&own);

      more = g_strdup_printf ("%s %u", name, n);
      g_free (own);
      own = ys_edit_make_id (scenario, more);
    }
}

GPtrArray *
ys_import_make_lines (const YsImport   *import,
                      const YsScenario *scenario)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_line_unref);

  for (guint i = 0; i < import->rows->len; i++)
    {
      const YsImportRow *row = import->rows->pdata[i];
      g_autofree char *id = NULL;
      YsLine *line;

      if (row->kind == NULL || !row->wanted)
        continue;

      id = make_id (scenario, lines, row->name);
      line = ys_line_new (row->kind, id, row->name);
      line->source = g_strdup (row->source);
      set_amounts (line, row, import->n_periods);
      g_ptr_array_add (lines, line);
    }

  return lines;
}
