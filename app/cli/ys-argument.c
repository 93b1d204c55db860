/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-argument.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* A picture smaller than this shows nothing, a larger one does not fit into memory. */
#define LEAST_PIXELS 64
#define MOST_PIXELS 8192

#define MOST_TRIALS 10000000
#define MOST_THREADS 1024

gboolean
ys_argument_is_number (const char *text,
                       double     *out_value)
{
  char *end;
  double value;

  /* g_ascii_strtod() also reads infinities, hexadecimal digits and leading spaces. */
  if (*text == '\0' || strspn (text, "+-.0123456789eE") != strlen (text))
    return FALSE;

  value = g_ascii_strtod (text, &end);
  if (*end != '\0' || !isfinite (value))
    return FALSE;

  *out_value = value;
  return TRUE;
}

gboolean
ys_argument_output (const YsCommand *command,
                    const char      *text,
                    gboolean         with_csv,
                    YsOutput        *out_value)
{
  if (text == NULL || strcmp (text, "text") == 0)
    *out_value = YS_OUTPUT_TEXT;
  else if (strcmp (text, "json") == 0)
    *out_value = YS_OUTPUT_JSON;
  else if (with_csv && strcmp (text, "csv") == 0)
    *out_value = YS_OUTPUT_CSV;
  else
    {
      ys_command_usage_error (command, _("There is no format “%s”; there is %s."), text,
                              with_csv ? "text, json, csv" : "text, json");
      return FALSE;
    }

  return TRUE;
}

gboolean
ys_argument_rate (const YsCommand *command,
                  const char      *option,
                  const char      *text,
                  double          *out_value)
{
  double value;

  if (text == NULL)
    return TRUE;

  if (!ys_argument_is_number (text, &value))
    ys_command_usage_error (command, _("--%s: “%s” is not a rate; 8 per cent is written 0.08."),
                            option, text);
  else if (value <= -1.0)
    ys_command_usage_error (command, _("--%s: a rate must be above −1, and %s is not."),
                            option, text);
  else
    {
      *out_value = value;
      return TRUE;
    }

  return FALSE;
}

gboolean
ys_argument_count (const YsCommand *command,
                   const char      *option,
                   const char      *text,
                   guint64          least,
                   guint64          most,
                   guint64         *out_value)
{
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;

  if (text == NULL || g_ascii_string_to_unsigned (text, 10, least, most, out_value, NULL))
    return TRUE;

  lowest = g_strdup_printf ("%" G_GUINT64_FORMAT, least);
  highest = g_strdup_printf ("%" G_GUINT64_FORMAT, most);
  ys_command_usage_error (command, _("--%s: “%s” is not a whole number from %s to %s."),
                          option, text, lowest, highest);
  return FALSE;
}

gboolean
ys_argument_simulate (const YsCommand   *command,
                      const char        *trials,
                      const char        *seed,
                      const char        *threads,
                      YsSimulateOptions *out_options)
{
  guint64 n_trials = 0;
  guint64 n_threads = 0;

  if (!ys_argument_count (command, "trials", trials, 1, MOST_TRIALS, &n_trials)
      || !ys_argument_count (command, "seed", seed, 0, G_MAXUINT64, &out_options->seed)
      || !ys_argument_count (command, "threads", threads, 1, MOST_THREADS, &n_threads))
    return FALSE;

  out_options->trials = (gsize) n_trials;
  out_options->has_seed = seed != NULL;
  out_options->threads = (int) n_threads;
  return TRUE;
}

gboolean
ys_argument_timing (const YsCommand *command,
                    const char      *text,
                    YsTiming        *out_value)
{
  if (text == NULL || ys_timing_from_id (text, out_value))
    return TRUE;

  ys_command_usage_error (command, _("--timing: “%s” is neither “end” nor “middle”."), text);
  return FALSE;
}

static gboolean
parse_day (const char *text,
           int        *out_day)
{
  GDate date;
  int year, month, day, length = 0;

  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3 || length != 10
      || text[length] != '\0' || !g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, month, (GDateYear) year);
  *out_day = (int) g_date_get_julian (&date);
  return TRUE;
}

gboolean
ys_argument_dates (const YsCommand *command,
                   const char      *text,
                   gsize            n,
                   double          *out_days)
{
  g_auto (GStrv) dates = g_strsplit (text, ",", -1);
  int first = 0;

  if (g_strv_length (dates) != n)
    {
      ys_command_usage_error (command, _("--dates: %u dates for %u flows; give one for each."),
                              g_strv_length (dates), (guint) n);
      return FALSE;
    }

  for (gsize i = 0; i < n; i++)
    {
      int day;

      if (!parse_day (dates[i], &day))
        {
          ys_command_usage_error (command, _("--dates: “%s” is not a date like 2027-01-31."),
                                  dates[i]);
          return FALSE;
        }
      if (i == 0)
        first = day;
      if (day < first)
        {
          ys_command_usage_error (command, _("--dates: %s is before the first date, %s."), dates[i],
                                  dates[0]);
          return FALSE;
        }
      out_days[i] = day - first;
    }

  return TRUE;
}

gboolean
ys_argument_size (const YsCommand *command,
                  const char      *text,
                  int             *out_width,
                  int             *out_height)
{
  int length = 0;

  if (text == NULL)
    return TRUE;

  if (strspn (text, "0123456789x") == strlen (text)
      && sscanf (text, "%5dx%5d%n", out_width, out_height, &length) == 2 && text[length] == '\0'
      && MIN (*out_width, *out_height) >= LEAST_PIXELS
      && MAX (*out_width, *out_height) <= MOST_PIXELS)
    return TRUE;

  ys_command_usage_error (command,
                          _("--size: “%s” is not a size like 1280x720, from %d to %d pixels."),
                          text, LEAST_PIXELS, MOST_PIXELS);
  return FALSE;
}
