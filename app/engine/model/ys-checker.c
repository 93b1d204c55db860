/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-checker.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-scenario-parts.h"

void
ys_checker_take (YsChecker *checker,
                 GError    *error)
{
  if (error != NULL)
    g_ptr_array_add (checker->errors, error);
}

void
ys_checker_add (YsChecker  *checker,
                int         row,
                const char *format,
                ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  ys_checker_take (checker, ys_error_new (YS_ERROR_INVALID, row, "%s", message));
}

const char *
ys_known_as (const char *name,
             const char *id)
{
  if (name != NULL && *name != '\0')
    return name;

  return id != NULL ? id : "";
}

gboolean
ys_checker_add_id (YsChecker  *checker,
                   GHashTable *seen,
                   const char *where,
                   int         row,
                   const char *id)
{
  if (id == NULL || *id == '\0')
    {
      ys_checker_add (checker, row, _("%s: the id is missing; give it one of its own"), where);
      return FALSE;
    }

  if (g_hash_table_add (seen, (gpointer) id))
    return TRUE;

  ys_checker_add (checker, row, _("%s: the id “%s” is taken already; choose another"), where, id);
  return FALSE;
}

static const char **
list_ids (const GPtrArray *parts)
{
  const char **ids = g_new0 (const char *, parts->len + 1);
  gsize n_ids = 0;

  for (guint i = 0; i < parts->len; i++)
    if (ys_part_get_id (parts->pdata[i]) != NULL)
      ids[n_ids++] = ys_part_get_id (parts->pdata[i]);

  return ids;
}

void
ys_checker_check_reference (YsChecker       *checker,
                            const char      *where,
                            int              row,
                            const char      *id,
                            const GPtrArray *known,
                            const char      *what)
{
  g_autofree const char **ids = list_ids (known);
  const char *closest;

  if (id != NULL && g_strv_contains (ids, id))
    return;

  closest = ys_closest_name (id != NULL ? id : "", ids);
  if (closest != NULL)
    ys_checker_add (checker, row, _("%s: there is no %s “%s”; did you mean “%s”?"), where, what, id,
                    closest);
  else
    ys_checker_add (checker, row, _("%s: there is no %s “%s”; add it, or name one there is"), where,
                    what, id != NULL ? id : "");
}

void
ys_checker_check_rate (YsChecker  *checker,
                       const char *where,
                       int         row,
                       double      rate)
{
  if (!isnan (rate) && (!isfinite (rate) || rate <= -1.0))
    ys_checker_add (checker, row, _("%s should be above −1, such as 0.09 for 9 %%"), where);
}

/* In a formula, take-up is “take” less “up”: the name meant is take_up. */
static char *
find_meant_with_hyphen (YsChecker  *checker,
                        const char *formula,
                        const char *name)
{
  for (guint i = 0; i < checker->scenario->assumptions->len; i++)
    {
      const YsAssumption *assumption = checker->scenario->assumptions->pdata[i];

      if (assumption->id != NULL
          && strchr (assumption->id, '-') != NULL
          && strstr (assumption->id, name) != NULL
          && strstr (formula, assumption->id) != NULL)
        return ys_formula_name_from_id (assumption->id);
    }

  return NULL;
}

/* FALSE when the other unknown names of the formula are parts of the same slip. */
static gboolean
refuse_name (YsChecker        *checker,
             const char       *where,
             const YsEstimate *estimate,
             const char       *name)
{
  g_autofree char *meant = find_meant_with_hyphen (checker, estimate->formula, name);
  g_autofree const char **known
      = (const char **) g_hash_table_get_keys_as_array (checker->assumptions, NULL);
  const char *closest = ys_closest_name (name, known);

  if (meant != NULL)
    ys_checker_add (checker, estimate->row,
                    _("%s: there is no assumption “%s” for the formula; "
                      "in formulas, hyphens become underscores: %s"),
                    where, name, meant);
  else if (closest != NULL)
    ys_checker_add (checker, estimate->row,
                    _("%s: there is no assumption “%s” for the formula; did you mean “%s”?"), where,
                    name, closest);
  else
    ys_checker_add (checker, estimate->row,
                    _("%s: there is no assumption “%s” for the formula; "
                      "add it, or name one there is"),
                    where, name);

  return meant == NULL;
}

static void
check_formula (YsChecker        *checker,
               const char       *where,
               const YsEstimate *estimate)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsFormula) formula = ys_formula_new (estimate->formula, &error);

  if (formula == NULL)
    {
      ys_checker_take (checker, ys_error_new (YS_ERROR_FORMULA, estimate->row, "%s: %s", where,
                                              error->message));
      return;
    }

  for (gsize i = 0; formula->names[i] != NULL; i++)
    if (!g_hash_table_contains (checker->assumptions, formula->names[i])
        && !refuse_name (checker, where, estimate, formula->names[i]))
      return;
}

void
ys_checker_check_estimate (YsChecker        *checker,
                           const char       *where,
                           const YsEstimate *estimate)
{
  ys_checker_take (checker, ys_estimate_check (estimate, where));

  if (estimate->formula != NULL)
    check_formula (checker, where, estimate);
}
