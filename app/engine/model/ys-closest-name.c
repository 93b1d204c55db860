/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-checker.h"

#include <string.h>

/* Names longer than this are not compared: the work grows with the square. */
#define MAX_LENGTH 80

/* Levenshtein's distance in bytes: letters put in, left out or changed. */
static gsize
measure_distance (const char *a,
                  const char *b)
{
  gsize row[MAX_LENGTH + 1];
  gsize n_b = strlen (b);

  for (gsize j = 0; j <= n_b; j++)
    row[j] = j;

  for (gsize i = 1; a[i - 1] != '\0'; i++)
    {
      gsize diagonal = row[0];

      row[0] = i;
      for (gsize j = 1; j <= n_b; j++)
        {
          gsize changed = diagonal + (a[i - 1] != b[j - 1]);

          diagonal = row[j];
          row[j] = MIN (changed, MIN (row[j], row[j - 1]) + 1);
        }
    }

  return row[n_b];
}

/* Near: at most half of the longer name differs. */
const char *
ys_closest_name (const char        *name,
                 const char *const *candidates)
{
  const char *closest = NULL;
  gsize least = G_MAXSIZE;

  if (strlen (name) > MAX_LENGTH)
    return NULL;

  for (gsize i = 0; candidates[i] != NULL; i++)
    {
      gsize length = strlen (candidates[i]);
      gsize distance;

      if (length > MAX_LENGTH)
        continue;

      distance = measure_distance (name, candidates[i]);
      if (distance < least && distance * 2 <= MAX (length, strlen (name)))
        {
          least = distance;
          closest = candidates[i];
        }
    }

  return closest;
}
