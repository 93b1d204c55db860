/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-estimate-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-digits.h"
#include "ys-error.h"
#include "ys-formula.h"
#include "ys-parse-digits.h"
#include "ys-parse.h"

/* Low, likely, high. */
#define MOST_PARTS 3

typedef struct
{
  YsUnit      unit;
  const char *currency;
  GError    **error;
} Wanted;

static gboolean
is_word_for_to (const char *word)
{
  /* Translators: words people type between two numbers, separated by |; not shown: “40k to 90k” */
  g_auto (GStrv) words = g_strsplit (_("to|and|or"), "|", -1);

  return g_strv_contains ((const char *const *) words, word);
}

static gboolean
is_any_dash (gunichar c)
{
  return c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2212;
}

/* A dash between two numbers, not the sign of the second or of an exponent. */
static gboolean
is_dash (const char *text,
         const char *at)
{
  const char *before = at;
  gunichar last;

  if (!is_any_dash (g_utf8_get_char (at)))
    return FALSE;

  while (before > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (before))))
    before = g_utf8_prev_char (before);
  if (before == text)
    return FALSE;

  last = g_utf8_get_char (g_utf8_prev_char (before));
  if (is_any_dash (last) || last == '(' || last == ';')
    return FALSE;

  return !((at[-1] == 'e' || at[-1] == 'E') && at > text + 1 && g_ascii_isdigit (at[-2])
           && g_ascii_isdigit (at[1]));
}

static void
finish (GPtrArray *parts,
        GString   *part)
{
  char *text = g_strstrip (g_strdup (part->str));

  if (*text != '\0')
    g_ptr_array_add (parts, text);
  else
    g_free (text);
  g_string_truncate (part, 0);
}

/* At dashes, semicolons and words such as “to”. */
static GPtrArray *
split (const char *text)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) part = g_string_new (NULL);
  const char *at = text;

  while (*at != '\0')
    {
      gsize length = ys_parse_measure_word (at);
      g_autofree char *word = g_strndup (at, length);
      const char *next = length > 0 ? at + length : g_utf8_next_char (at);

      if (is_dash (text, at) || *at == ';' || (length > 0 && is_word_for_to (word)))
        finish (parts, part);
      else
        g_string_append_len (part, at, next - at);
      at = next;
    }

  finish (parts, part);
  return parts;
}

static GPtrArray *
split_at_spaces (const char *text)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) words = g_strsplit_set (text, " \t", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (parts, g_strdup (words[i]));

  return parts;
}

/* What stands behind the digits: “k” of “90k”, “ %” of “12 %”. */
static const char *
get_ending (const char *part)
{
  const char *end = part + strlen (part);

  while (end > part && !g_unichar_isdigit (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return end;
}

/* “40 – 90k” means 40k, as everybody says it; “1,500 – 2k” does not mean 1,500k. */
static gboolean
parse_parts (const Wanted    *wanted,
             const GPtrArray *parts,
             double          *values)
{
  guint last = parts->len - 1;
  const char *ending = get_ending (parts->pdata[last]);

  if (!ys_parse_number (parts->pdata[last], wanted->unit, wanted->currency, &values[last],
                        wanted->error))
    return FALSE;

  for (guint i = 0; i < last; i++)
    {
      const char *part = parts->pdata[i];
      g_autofree char *same = g_strconcat (part, ending, NULL);
      double scaled;

      if (!ys_parse_number (part, wanted->unit, wanted->currency, &values[i], wanted->error))
        return FALSE;
      if (*ending != '\0' && *get_ending (part) == '\0' && fabs (values[i]) < 1000.0
          && ys_parse_number (same, wanted->unit, wanted->currency, &scaled, NULL)
          && scaled <= values[last])
        values[i] = scaled;
    }

  return TRUE;
}

static gboolean
is_given_alike (const YsEstimate *a,
                const YsEstimate *b)
{
  guint ignored = 1u << YS_NUMBER_CONFIDENCE;

  return b != NULL && (a->given & ~ignored) == (b->given & ~ignored);
}

/* Checked with what it keeps; if that does not fit the new numbers, without. */
static YsEstimate *
settle (YsEstimate        *made,
        const YsEstimate  *before,
        GError           **error)
{
  g_autoptr (YsEstimate) plain = made;
  g_autofree char *problem = NULL;

  if (is_given_alike (plain, before))
    {
      g_autoptr (YsEstimate) kept = ys_estimate_copy (plain);
      g_autofree char *misfit = NULL;

      kept->shape = before->shape;
      kept->bounds = before->bounds;
      if (ys_estimate_has (before, YS_NUMBER_CONFIDENCE))
        ys_estimate_set_number (kept, YS_NUMBER_CONFIDENCE, before->numbers[YS_NUMBER_CONFIDENCE]);
      misfit = ys_estimate_complain (kept, NULL);
      if (misfit == NULL)
        return g_steal_pointer (&kept);
    }

  problem = ys_estimate_complain (plain, NULL);
  if (problem == NULL)
    return g_steal_pointer (&plain);

  ys_error_set (error, YS_ERROR_INVALID, 0, "%s", problem);
  return NULL;
}

static YsEstimate *
make_range (const Wanted     *wanted,
            const GPtrArray  *parts,
            const YsEstimate *before)
{
  double values[MOST_PARTS];
  YsEstimate *made;

  if (!parse_parts (wanted, parts, values))
    return NULL;

  made = ys_estimate_new ();
  ys_estimate_set_number (made, YS_NUMBER_LOW, values[0]);
  if (parts->len == 3)
    ys_estimate_set_number (made, YS_NUMBER_LIKELY, values[1]);
  ys_estimate_set_number (made, YS_NUMBER_HIGH, values[parts->len - 1]);

  return settle (made, before, wanted->error);
}

static YsEstimate *
make_formula (const char  *text,
              GError     **error)
{
  g_autofree char *plain = ys_parse_formula (text, NULL, error);
  g_autoptr (YsFormula) formula = plain != NULL ? ys_formula_new (plain, error) : NULL;
  YsEstimate *made;

  if (formula == NULL)
    return NULL;

  made = ys_estimate_new ();
  made->formula = g_steal_pointer (&plain);
  return made;
}

/* “400 600 900”: three numbers, or one where people part thousands by spaces? */
static gboolean
is_one_or_three (const char *text)
{
  g_autoptr (GPtrArray) parts = split_at_spaces (text);
  gunichar point, separator;
  gboolean in_twos;

  ys_digits_get_signs (&point, &separator, &in_twos);
  return parts->len == MOST_PARTS && !g_unichar_isspace (separator)
         && strspn (text, "0123456789 ") == strlen (text);
}

static YsEstimate *
make_by_spaces (const Wanted     *wanted,
                const char       *text,
                const YsEstimate *before)
{
  Wanted quietly = { wanted->unit, wanted->currency, NULL };
  g_autoptr (GPtrArray) parts = split_at_spaces (text);

  return parts->len == 2 || parts->len == 3 ? make_range (&quietly, parts, before) : NULL;
}

YsEstimate *
ys_parse_estimate (const char        *text,
                   YsUnit             unit,
                   const char        *currency,
                   const YsEstimate  *before,
                   GError           **error)
{
  Wanted wanted = { unit, currency, error };
  g_autofree char *stripped = g_strstrip (g_utf8_make_valid (text, -1));
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GError) problem = NULL;
  YsEstimate *made;
  double value;

  if (ys_parse_number (stripped, unit, currency, &value, &problem) && !is_one_or_three (stripped))
    return ys_estimate_new_exactly (value);
  if (*stripped == '=')
    return make_formula (stripped, error);

  parts = split (stripped);
  if (parts->len == 2 || parts->len == 3)
    return make_range (&wanted, parts, before);

  if (problem == NULL)
    {
      ys_error_set (error, YS_ERROR_INVALID, 0,
                    _("“%s” could be one number or three; for three, write – between them"),
                    stripped);
      return NULL;
    }

  made = make_by_spaces (&wanted, stripped, before);
  if (made == NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return made;
}
