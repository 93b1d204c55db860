/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file-type.h"

#include <float.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-scenario.h"

static gboolean
is_all_digits (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

static const char *
skip_digits (const char *text,
             int        *n)
{
  const char *end = text + strspn (text, "0123456789");

  *n += (int) (end - text);
  return end;
}

/* As in the schema. g_ascii_strtod() alone would also take “inf”, “nan” and “0x1p3”. */
static gboolean
is_number (const char *text)
{
  int n_digits = 0, n_exponent = 0;

  text += strspn (text, "+-") == 1;
  text = skip_digits (text, &n_digits);
  if (*text == '.')
    text = skip_digits (text + 1, &n_digits);
  if (n_digits == 0)
    return FALSE;

  if (*text == 'e' || *text == 'E')
    {
      text++;
      text += strspn (text, "+-") == 1;
      text = skip_digits (text, &n_exponent);
      if (n_exponent == 0)
        return FALSE;
    }

  return *text == '\0';
}

static gboolean
in_range (const YsFileType *type,
          double            value)
{
  return (type->above ? value > type->low : value >= type->low) && value <= type->high;
}

static gboolean
accepts_number (const YsFileType *type,
                const char       *text)
{
  g_autofree char *stripped = ys_file_strip (text);

  return is_number (stripped) && in_range (type, g_ascii_strtod (stripped, NULL));
}

static gboolean
accepts_integer (const YsFileType *type,
                 const char       *text)
{
  g_autofree char *stripped = ys_file_strip (text);

  return is_all_digits (stripped) && in_range (type, g_ascii_strtod (stripped, NULL));
}

static gboolean
accepts_seed (const YsFileType *type,
              const char       *text)
{
  g_autofree char *stripped = ys_file_strip (text);
  guint64 value;

  return is_all_digits (stripped)
         && g_ascii_string_to_unsigned (stripped, 10, 0, G_MAXUINT64, &value, NULL);
}

/* “12%” is the slip made most often: say what it would be. */
static char *
explain_per_cent (const char *where,
                  const char *stripped)
{
  g_autofree char *digits = g_strndup (stripped, strlen (stripped) - 1);
  g_autofree char *number = ys_file_strip (digits);
  g_autofree char *fraction = NULL;

  if (!is_number (number))
    return NULL;

  fraction = ys_file_format_number (g_ascii_strtod (number, NULL) / 100.0);
  return g_strdup_printf (_("%s is not a number; rates are written as fractions: %s"), where,
                          fraction);
}

static char *
explain_range (const YsFileType *type,
               const char       *where)
{
  g_autofree char *low = ys_file_format_number (type->low);
  g_autofree char *high = ys_file_format_number (type->high);

  if (type->low <= -DBL_MAX)
    return g_strdup_printf (_("%s is too large a number"), where);
  if (type->above && type->high < DBL_MAX)
    return g_strdup_printf (_("%s must be above %s and at most %s"), where, low, high);
  if (type->above)
    return g_strdup_printf (_("%s must be above %s"), where, low);
  if (type->high >= DBL_MAX)
    return g_strdup_printf (_("%s must be %s or more"), where, low);

  return g_strdup_printf (_("%s must be between %s and %s"), where, low, high);
}

static char *
explain_number (const YsFileType *type,
                const char       *where,
                const char       *text)
{
  g_autofree char *stripped = ys_file_strip (text);

  if (is_number (stripped))
    return explain_range (type, where);

  if (g_str_has_suffix (stripped, "%"))
    {
      char *sentence = explain_per_cent (where, stripped);

      if (sentence != NULL)
        return sentence;
    }

  if (strchr (stripped, ',') != NULL)
    return g_strdup_printf (_("%s is not a number; write it with a point and without separators: "
                              "1200.5"),
                            where);

  return g_strdup_printf (_("%s is not a number such as 1200 or 0.12"), where);
}

static char *
explain_integer (const YsFileType *type,
                 const char       *where,
                 const char       *text)
{
  return g_strdup_printf (_("%s is not a whole number from %.0f to %.0f"), where, type->low,
                          type->high);
}

static void
read_number (const YsFileType *type,
             const char       *text,
             gpointer          field)
{
  g_autofree char *stripped = ys_file_strip (text);

  *(double *) field = g_ascii_strtod (stripped, NULL);
}

static guint64
parse_integer (const char *text)
{
  g_autofree char *stripped = ys_file_strip (text);

  return g_ascii_strtoull (stripped, NULL, 10);
}

static void
read_int (const YsFileType *type,
          const char       *text,
          gpointer          field)
{
  *(int *) field = (int) parse_integer (text);
}

static void
read_trials (const YsFileType *type,
             const char       *text,
             gpointer          field)
{
  *(gsize *) field = parse_integer (text);
}

static void
read_seed (const YsFileType *type,
           const char       *text,
           gpointer          field)
{
  *(guint64 *) field = parse_integer (text);
}

static char *
write_number (const YsFileType *type,
              gconstpointer     field)
{
  double value = *(const double *) field;

  return isfinite (value) ? ys_file_format_number (value) : NULL;
}

static char *
write_number_unless_0 (const YsFileType *type,
                       gconstpointer     field)
{
  return *(const double *) field != 0.0 ? write_number (type, field) : NULL;
}

static char *
write_int (const YsFileType *type,
           gconstpointer     field)
{
  int value = *(const int *) field;

  return value >= (int) type->low ? g_strdup_printf ("%d", value) : NULL;
}

static char *
write_trials (const YsFileType *type,
              gconstpointer     field)
{
  return g_strdup_printf ("%" G_GSIZE_FORMAT, *(const gsize *) field);
}

static char *
write_seed (const YsFileType *type,
            gconstpointer     field)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT, *(const guint64 *) field);
}

#define NUMBER(low_, high_, write_)                                                             \
  { .accepts = accepts_number, .explain = explain_number, .read = read_number, .write = write_, \
    .low = low_, .high = high_ }
#define NUMBER_ABOVE(low_, high_)                                                                     \
  { .accepts = accepts_number, .explain = explain_number, .read = read_number, .write = write_number, \
    .low = low_, .above = TRUE, .high = high_ }
#define INTEGER(low_, high_, read_, write_)                                                  \
  { .accepts = accepts_integer, .explain = explain_integer, .read = read_, .write = write_, \
    .low = low_, .high = high_ }

const YsFileType ys_file_number = NUMBER (-DBL_MAX, DBL_MAX, write_number);
const YsFileType ys_file_number_or_0 = NUMBER (-DBL_MAX, DBL_MAX, write_number_unless_0);
const YsFileType ys_file_rate = NUMBER_ABOVE (-1.0, DBL_MAX);
const YsFileType ys_file_share = NUMBER (0.0, 1.0, write_number);
const YsFileType ys_file_share_or_0 = NUMBER (0.0, 1.0, write_number_unless_0);
const YsFileType ys_file_weight = NUMBER (0.0, DBL_MAX, write_number);
const YsFileType ys_file_positive = NUMBER_ABOVE (0.0, DBL_MAX);
const YsFileType ys_file_part = NUMBER_ABOVE (0.0, 1.0);
const YsFileType ys_file_correlation = NUMBER (-1.0, 1.0, write_number);
const YsFileType ys_file_period_number = INTEGER (0, YS_MAX_PERIODS, read_int, write_int);
const YsFileType ys_file_n_periods = INTEGER (1, YS_MAX_PERIODS, read_int, write_int);
const YsFileType ys_file_trials = INTEGER (1, YS_MAX_TRIALS, read_trials, write_trials);
const YsFileType ys_file_seed = {
  .accepts = accepts_seed,
  .explain = ys_file_explain_form,
  .read = read_seed,
  .write = write_seed,
  .form = N_("a whole number of 0 or more (and below 2⁶⁴)"),
};
const YsFileType ys_file_numbers = {
  .accepts = accepts_number,
  .explain = explain_number,
  .low = -DBL_MAX,
  .high = DBL_MAX,
};

char *
ys_file_format_number (double value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }

  return g_strdup (buffer);
}

double *
ys_file_parse_numbers (const char *text,
                       gsize      *n)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (double));
  const char *at = text + strspn (text, YS_FILE_SPACES);

  while (*at != '\0')
    {
      double number = g_ascii_strtod (at, NULL);

      g_array_append_val (numbers, number);
      at += strcspn (at, YS_FILE_SPACES);
      at += strspn (at, YS_FILE_SPACES);
    }

  return g_array_steal (numbers, n);
}
