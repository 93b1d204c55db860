/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-line.h"

static void
follows_free (YsFollows *follows,
              gsize      n_follows)
{
  for (gsize i = 0; i < n_follows; i++)
    g_free (follows[i].assumption);

  g_free (follows);
}

static YsFollows *
follows_copy (const YsFollows *follows,
              gsize            n_follows)
{
  YsFollows *copy = g_memdup2 (follows, n_follows * sizeof *follows);

  for (gsize i = 0; i < n_follows; i++)
    copy[i].assumption = g_strdup (follows[i].assumption);

  return copy;
}

static gboolean
follows_equal (const YsLine *a,
               const YsLine *b)
{
  if (a->n_follows != b->n_follows)
    return FALSE;

  for (gsize i = 0; i < a->n_follows; i++)
    if (g_strcmp0 (a->follows[i].assumption, b->follows[i].assumption) != 0
        || a->follows[i].factor != b->follows[i].factor)
      return FALSE;

  return TRUE;
}

static gboolean
numbers_equal (const double *a,
               gsize         n_a,
               const double *b,
               gsize         n_b)
{
  if (n_a != n_b)
    return FALSE;

  for (gsize i = 0; i < n_a; i++)
    if (a[i] != b[i])
      return FALSE;

  return TRUE;
}

static gboolean
estimates_equal (const YsLine *a,
                 const YsLine *b)
{
  for (int field = 0; field < YS_N_FIELDS; field++)
    if (!ys_estimate_equal (a->estimates[field], b->estimates[field]))
      return FALSE;

  return TRUE;
}

static gboolean
depreciation_equal (const YsDepreciation *a,
                    const YsDepreciation *b)
{
  return a->method == b->method
         && a->periods == b->periods
         && a->rate == b->rate
         && a->residual == b->residual;
}

static gboolean
texts_equal (const YsLine *a,
             const YsLine *b)
{
  return g_strcmp0 (a->id, b->id) == 0
         && g_strcmp0 (a->name, b->name) == 0
         && g_strcmp0 (a->driver, b->driver) == 0
         && g_strcmp0 (a->source, b->source) == 0
         && g_strcmp0 (a->comment, b->comment) == 0;
}

static void
line_clear (gpointer data)
{
  YsLine *line = data;

  g_free (line->id);
  g_free (line->name);
  g_free (line->driver);
  g_free (line->source);
  g_free (line->by_period);
  g_free (line->ramp);
  g_free (line->comment);
  follows_free (line->follows, line->n_follows);

  for (int field = 0; field < YS_N_FIELDS; field++)
    g_clear_pointer (&line->estimates[field], ys_estimate_unref);
}

YsLine *
ys_line_new (const YsLineKind *kind,
             const char       *id,
             const char       *name)
{
  YsLine *line;

  g_return_val_if_fail (kind != NULL, NULL);

  line = g_atomic_rc_box_new0 (YsLine);
  line->kind = kind;
  line->id = g_strdup (id);
  line->name = g_strdup (name);
  line->by_period_first = YS_PERIOD_UNSET;
  line->first = YS_PERIOD_UNSET;
  line->last = YS_PERIOD_UNSET;

  return line;
}

YsLine *
ys_line_copy (const YsLine *line)
{
  YsLine *copy;

  g_return_val_if_fail (line != NULL, NULL);

  copy = ys_line_new (line->kind, NULL, NULL);
  *copy = *line;
  copy->id = g_strdup (line->id);
  copy->name = g_strdup (line->name);
  copy->driver = g_strdup (line->driver);
  copy->source = g_strdup (line->source);
  copy->by_period = g_memdup2 (line->by_period, line->n_by_period * sizeof *line->by_period);
  copy->ramp = g_memdup2 (line->ramp, line->n_ramp * sizeof *line->ramp);
  copy->follows = follows_copy (line->follows, line->n_follows);
  copy->comment = g_strdup (line->comment);

  for (int field = 0; field < YS_N_FIELDS; field++)
    if (line->estimates[field] != NULL)
      copy->estimates[field] = ys_estimate_ref (line->estimates[field]);

  return copy;
}

YsLine *
ys_line_ref (const YsLine *line)
{
  g_return_val_if_fail (line != NULL, NULL);

  return g_atomic_rc_box_acquire ((YsLine *) line);
}

void
ys_line_unref (YsLine *line)
{
  g_return_if_fail (line != NULL);

  g_atomic_rc_box_release_full (line, line_clear);
}

gboolean
ys_line_equal (const YsLine *a,
               const YsLine *b)
{
  if (a == b)
    return TRUE;

  if (a == NULL || b == NULL)
    return FALSE;

  return a->kind == b->kind
         && texts_equal (a, b)
         && a->nature == b->nature
         && a->lean == b->lean
         && estimates_equal (a, b)
         && numbers_equal (a->by_period, a->n_by_period, b->by_period, b->n_by_period)
         && a->by_period_first == b->by_period_first
         && a->first == b->first
         && a->last == b->last
         && numbers_equal (a->ramp, a->n_ramp, b->ramp, b->n_ramp)
         && follows_equal (a, b)
         && depreciation_equal (&a->depreciation, &b->depreciation);
}

void
ys_line_set_estimate (YsLine     *line,
                      YsField     field,
                      YsEstimate *estimate)
{
  YsEstimate *old;

  g_return_if_fail (line != NULL);
  g_return_if_fail (field < YS_N_FIELDS);

  old = line->estimates[field];
  line->estimates[field] = estimate != NULL ? ys_estimate_ref (estimate) : NULL;
  g_clear_pointer (&old, ys_estimate_unref);
}

void
ys_line_set_by_period (YsLine       *line,
                       int           first,
                       const double *values,
                       gsize         n_values)
{
  g_return_if_fail (line != NULL);

  g_free (line->by_period);
  line->by_period = g_memdup2 (values, n_values * sizeof *values);
  line->n_by_period = n_values;
  line->by_period_first = n_values > 0 ? first : YS_PERIOD_UNSET;
}

void
ys_line_set_ramp (YsLine       *line,
                  const double *shares,
                  gsize         n_shares)
{
  g_return_if_fail (line != NULL);

  g_free (line->ramp);
  line->ramp = g_memdup2 (shares, n_shares * sizeof *shares);
  line->n_ramp = n_shares;
}

void
ys_line_clear_follows (YsLine *line)
{
  g_return_if_fail (line != NULL);

  follows_free (line->follows, line->n_follows);
  line->follows = NULL;
  line->n_follows = 0;
}

void
ys_line_add_follows (YsLine     *line,
                     const char *assumption,
                     double      factor)
{
  g_return_if_fail (line != NULL);
  g_return_if_fail (assumption != NULL);

  line->follows = g_renew (YsFollows, line->follows, line->n_follows + 1);
  line->follows[line->n_follows++] = (YsFollows) { g_strdup (assumption), factor };
}

int
ys_line_get_first (const YsLine *line,
                   int           n_periods)
{
  int first;

  g_return_val_if_fail (line != NULL, 0);

  first = line->kind->default_first;
  if (line->first != YS_PERIOD_UNSET)
    first = line->first;
  if (line->by_period != NULL && line->by_period_first != YS_PERIOD_UNSET)
    first = line->by_period_first;

  return first == YS_PERIOD_LAST ? n_periods : first;
}

int
ys_line_get_last (const YsLine *line,
                  int           n_periods)
{
  int first;
  int last;

  g_return_val_if_fail (line != NULL, 0);

  first = ys_line_get_first (line, n_periods);
  last = line->last >= 0 ? line->last : n_periods;

  if (line->by_period != NULL)
    return MIN (last, first + (int) line->n_by_period - 1);

  return (line->kind->traits & YS_LINE_MAY_REPEAT) ? last : first;
}
