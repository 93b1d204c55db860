/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-correlation.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_NAMED 6
#define VISIBLE 0.005 /* a change that two decimals show */

typedef struct
{
  gsize  a;
  gsize  b;
  double asked;    /* rank correlation */
  double possible;
} Change;

/* In millionths: what is the same but for rounding stays in the order of the pairs. */
static double
get_size (const Change *change)
{
  return round (1e6 * fabs (change->asked - change->possible));
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const Change *first = a, *second = b;

  if (get_size (first) != get_size (second))
    return get_size (first) < get_size (second) ? 1 : -1;
  if (first->a != second->a)
    return first->a < second->a ? -1 : 1;
  return first->b < second->b ? -1 : 1;
}

/* −0.9, 0.72, 0: two decimals at most, in any language as the file has them. */
static char *
format_correlation (double correlation)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = round (100.0 * correlation) / 100.0;

  g_ascii_formatd (digits, sizeof digits, "%.2g", fabs (rounded));
  return g_strconcat (rounded < 0.0 ? "−" : "", digits, NULL);
}

static GArray *
list_changes (const double *asked,
              const double *possible,
              gsize         n)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));

  for (gsize a = 0; a < n; a++)
    for (gsize b = a + 1; b < n; b++)
      {
        Change change = { a, b, ys_correlation_to_rank (asked[a * n + b]), ys_correlation_to_rank (possible[a * n + b]) };

        if (fabs (change.asked - change.possible) >= VISIBLE)
          g_array_append_val (changes, change);
      }

  g_array_sort (changes, compare_changes);
  return changes;
}

static void
append_change (GString           *text,
               const Change      *change,
               const char *const *names)
{
  g_autofree char *asked = format_correlation (change->asked);
  g_autofree char *possible = format_correlation (change->possible);

  /* Translators: “Customers reached and Margin: −0.9 asked, −0.72 possible” */
  g_string_append_printf (text, _("%s and %s: %s asked, %s possible"), names[change->a], names[change->b], asked,
                          possible);
}

char *
ys_correlation_note (const double      *asked,
                     const double      *possible,
                     const char *const *names,
                     gsize              n)
{
  g_autoptr (GArray) changes = list_changes (asked, possible, n);
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_named = MIN (changes->len, MOST_NAMED);
  guint n_more = changes->len - n_named;

  if (n_named == 0)
    return g_strdup (_("Not all assumptions can move together as asked; the nearest possible way is used."));

  for (guint i = 0; i < n_named; i++)
    {
      g_string_append (list, i > 0 ? "; " : "");
      append_change (list, &g_array_index (changes, Change, i), names);
    }
  if (n_more > 0)
    g_string_append_printf (list, ngettext ("; and %u more pair", "; and %u more pairs", n_more), n_more);

  return g_strdup_printf (_("Not all assumptions can move together as asked; the nearest possible way is used. %s."),
                          list->str);
}
