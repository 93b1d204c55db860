/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-format.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-digits.h"

/* Beyond this a figure says nothing any more but “too much”. */
#define LARGEST 999.5e12

/* Thousands, millions …: what to divide by, how the quotient reads in a table and in a sentence. */
typedef struct
{
  double      size;
  double      from;        /* the least rounded magnitude it is used for */
  const char *short_text;
  const char *long_text;   /* NULL: written out, 351,000 */
} Scale;

static const Scale scales[] = {
  /* Translators: trillion, 10¹², in a table or chart: $2.1T */
  { 1e12, 1e12, N_("%sT"), N_("%s trillion") },
  /* Translators: billion, 10⁹: $2.1B */
  { 1e9, 1e9, N_("%sB"), N_("%s billion") },
  /* Translators: million, 10⁶: $2.1M */
  { 1e6, 1e6, N_("%sM"), N_("%s million") },
  /* Translators: thousand, 10³: $351K; sentences write $351,000 */
  { 1e3, 1e4, N_("%sK"), NULL },
};

/* The steps figures are rounded to, chosen so that two or three digits stay. Each limit is where
 * the figure would be rounded up into the next step, so that 999,950 is 1M and never 1000K. */
static double
rounding_step (double magnitude,
               int    coin_decimals)
{
  double unit = 1e6;

  if (magnitude < 99.95 && coin_decimals > 0)
    return magnitude < 9.995 ? 0.01 : 0.1;
  if (magnitude < 999.5)
    return 1.0;
  if (magnitude < 9995.0)
    return 10.0;
  if (magnitude < 999500.0)
    return 1e3;

  while (magnitude >= 999.5 * unit)
    unit *= 1000.0;

  return magnitude < 99.95 * unit ? 0.1 * unit : unit;
}

static double
round_to (double value,
          double step)
{
  /* Dividing by 100 is exact where multiplying by 0.01 is not. */
  return step < 1.0 ? round (value * round (1.0 / step)) / round (1.0 / step)
                    : round (value / step) * step;
}

static const Scale *
scale_for (double magnitude)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    if (magnitude >= scales[i].from)
      return &scales[i];

  return NULL;
}

/* A pattern from the table above, with its one %s. */
static char *
fill_pattern (const char *pattern,
              const char *digits)
{
  g_auto (GStrv) parts = g_strsplit (_(pattern), "%s", 2);

  return g_strjoinv (digits, parts);
}

/* 12.5 is 12.50 in coins. */
static char *
coin_digits (double value,
             int    coin_decimals)
{
  gboolean whole = value == round (value);

  return ys_digits_fixed (value, whole ? 0 : coin_decimals);
}

static char *
rounded_digits (double   magnitude,
                YsFormat format,
                int      coin_decimals)
{
  double rounded = round_to (magnitude, rounding_step (magnitude, coin_decimals));
  const Scale *scale = scale_for (rounded);
  const char *pattern = NULL;
  g_autofree char *digits = NULL;

  if (scale != NULL)
    pattern = format == YS_FORMAT_TEXT ? scale->long_text : scale->short_text;
  if (pattern == NULL)
    return coin_digits (rounded, coin_decimals);

  digits = ys_digits_trimmed (rounded / scale->size, 1);
  return fill_pattern (pattern, digits);
}

static char *
exact_digits (double magnitude,
              int    coin_decimals)
{
  return coin_digits (magnitude < 1000.0 ? round_to (magnitude, 0.01) : round (magnitude),
                      coin_decimals);
}

/* What stays of the sign when the figure is rounded: “−0” is no figure. */
static gboolean
rounds_to_nothing (double magnitude,
                   int    coin_decimals)
{
  return round_to (magnitude, coin_decimals == 0 ? 1.0 : 0.01) == 0.0;
}

static char *
beyond_words (gboolean    negative,
              const char *currency)
{
  g_autofree char *digits = fill_pattern (scales[0].short_text, "999");
  g_autofree char *money = ys_digits_with_money (digits, negative, currency);

  /* Translators: %s is an amount of money, the largest (or lowest) that is still written out */
  return negative ? g_strdup_printf (_("below %s"), money) : g_strdup_printf (_("over %s"), money);
}

char *
ys_format_money (double      value,
                 const char *currency,
                 YsFormat    format)
{
  int coin_decimals = ys_digits_get_coin_decimals (currency);
  double magnitude = fabs (value);
  gboolean negative = value < 0.0 && !rounds_to_nothing (magnitude, coin_decimals);
  g_autofree char *digits = NULL;

  if (isnan (value))
    return g_strdup (_("none"));
  if (magnitude >= LARGEST)
    return beyond_words (negative, currency);

  digits = format == YS_FORMAT_EXACT ? exact_digits (magnitude, coin_decimals)
                                     : rounded_digits (magnitude, format, coin_decimals);
  return ys_digits_with_money (digits, negative, currency);
}

/* As many decimals as leave three digits that count. */
static int
decimals_for_three (double magnitude,
                    int    most)
{
  int decimals = 0;

  while (decimals < most && magnitude * pow (10.0, decimals) < 99.95)
    decimals++;

  return decimals;
}

static char *
signed_digits (double value,
               int    decimals)
{
  g_autofree char *digits = ys_digits_trimmed (value, decimals);
  gboolean negative = value < 0.0 && round (fabs (value) * pow (10.0, decimals)) > 0.0;

  return g_strconcat (negative ? YS_MINUS : "", digits, NULL);
}

static int
percent_decimals (double   magnitude,
                  YsFormat format)
{
  if (format == YS_FORMAT_EXACT)
    return 2;
  if (magnitude < 0.995)
    return 2;
  if (magnitude < 9.95)
    return 1;

  return format == YS_FORMAT_TEXT || magnitude >= 99.95 ? 0 : 1;
}

char *
ys_format_percent (double   fraction,
                   YsFormat format)
{
  double percent = 100.0 * fraction;
  g_autofree char *digits = NULL;

  if (isnan (fraction))
    return g_strdup (_("none"));
  if (fabs (percent) >= LARGEST)
    return beyond_words (percent < 0.0, NULL);

  if (format != YS_FORMAT_EXACT && fabs (percent) >= 999.5)
    percent = round_to (percent, pow (10.0, floor (log10 (fabs (percent) * 1.0005)) - 2.0));

  digits = signed_digits (percent, percent_decimals (fabs (percent), format));
  /* Translators: as your language writes it; with a no-break space before %% if it wants one */
  return g_strdup_printf (_("%s%%"), digits);
}

char *
ys_format_chance (double   fraction,
                  YsFormat format)
{
  int tenths = (int) round (10.0 * CLAMP (fraction, 0.0, 1.0));
  g_autofree char *percent = NULL;

  if (isnan (fraction))
    return g_strdup (_("none"));
  if (format == YS_FORMAT_EXACT)
    return ys_format_percent (fraction, format);
  if (fraction < 0.01)
    return g_strdup (_("under 1%"));
  if (fraction > 0.99)
    return g_strdup (_("over 99%"));

  if (format == YS_FORMAT_TEXT && fraction >= 0.095 && fraction < 0.905)
    /* Translators: a chance: 7 in 10 */
    return g_strdup_printf (_("%d in 10"), tenths);

  percent = ys_digits_fixed (100.0 * fraction, 0);
  return g_strdup_printf (_("%s%%"), percent);
}

char *
ys_format_times (double fraction)
{
  gboolean tenths = fraction >= 0.095 && fraction < 0.905;
  gulong count = (gulong) round (fraction * (tenths ? 10.0 : 100.0));

  if (isnan (fraction))
    return g_strdup (_("none"));
  if (fraction < 0.01)
    return g_strdup (_("less than once in 100 times"));
  if (fraction > 0.99)
    return g_strdup (_("nearly every time"));
  if (tenths)
    return g_strdup_printf (ngettext ("%lu time in 10", "%lu times in 10", count), count);

  return g_strdup_printf (ngettext ("%lu time in 100", "%lu times in 100", count), count);
}

static char *
format_months (double years)
{
  int months = (int) round (12.0 * years);

  if (months == 0)
    return g_strdup (_("under a month"));

  return g_strdup_printf (ngettext ("%d month", "%d months", (gulong) months), months);
}

static char *
format_whole_years (double years)
{
  gulong count = (gulong) MIN (years, 1e9);
  g_autofree char *digits = ys_digits_fixed (years, 0);

  return g_strdup_printf (ngettext ("%s year", "%s years", count), digits);
}

char *
ys_format_years (double   years,
                 YsFormat format)
{
  double rounded = format == YS_FORMAT_EXACT ? round_to (years, 0.01) : round_to (years, 0.1);
  g_autofree char *digits = NULL;

  if (isnan (years))
    return g_strdup (_("never"));
  if (years <= 0.0)
    return g_strdup (_("at once"));
  if (format != YS_FORMAT_EXACT && round (12.0 * years) < 12.0)
    return format_months (years);
  if (rounded == round (rounded) || years >= 99.95)
    return format_whole_years (round (rounded));

  digits = ys_digits_trimmed (rounded, format == YS_FORMAT_EXACT ? 2 : 1);
  /* Translators: a number of years that is not whole: 3.7 years */
  return g_strdup_printf (_("%s years"), digits);
}

static char *
format_small_number (double   value,
                     YsFormat format)
{
  int decimals = format == YS_FORMAT_EXACT ? 6 : decimals_for_three (fabs (value), 4);

  return signed_digits (value, decimals);
}

char *
ys_format_number (double   value,
                  YsFormat format)
{
  double magnitude = fabs (value);

  if (isnan (value))
    return g_strdup (_("none"));
  if (magnitude < 999.5)
    return format_small_number (value, format);

  /* From here on a number is money without a currency. */
  return ys_format_money (value, NULL, format);
}

char *
ys_format_value (double      value,
                 YsUnit      unit,
                 const char *currency,
                 YsFormat    format)
{
  switch (unit)
    {
    case YS_UNIT_MONEY:
      return ys_format_money (value, currency, format);
    case YS_UNIT_YEARS:
      return ys_format_years (value, format);
    case YS_UNIT_FRACTION:
      return ys_format_percent (value, format);
    case YS_UNIT_NUMBER:
    default:
      return ys_format_number (value, format);
    }
}

char *
ys_format_metric (const YsMetric *metric,
                  double          value,
                  const char     *currency,
                  YsFormat        format)
{
  g_return_val_if_fail (metric != NULL, NULL);

  if (g_str_has_suffix (metric->id, "-probability"))
    return ys_format_chance (value, format);
  return ys_format_value (value, metric->unit, currency, format);
}

/* The fewest decimals with which every multiple of the step is told from the next. */
static int
decimals_for_step (double step)
{
  for (int decimals = 0; decimals < 6; decimals++)
    {
      double scaled = step * pow (10.0, decimals);

      if (scaled >= 0.5 && fabs (scaled - round (scaled)) < 1e-6 * scaled)
        return decimals;
    }

  return step >= 1.0 ? 0 : 6;
}

char *
ys_format_axis_money (double      value,
                      double      largest,
                      double      step,
                      const char *currency)
{
  const Scale *scale = scale_for (fabs (largest) * (1.0 + 1e-9));
  double size = scale != NULL ? scale->size : 1.0;
  gboolean zero = fabs (value) < 1e-6 * fabs (step);
  int decimals = zero ? 0 : decimals_for_step (fabs (step) / size);
  g_autofree char *digits = NULL;
  g_autofree char *text = NULL;

  if (isnan (value))
    return g_strdup (_("none"));
  if (fabs (value) >= LARGEST)
    return beyond_words (value < 0.0, currency);

  digits = ys_digits_fixed (zero ? 0.0 : value / size, decimals);
  text = scale != NULL && !zero ? fill_pattern (scale->short_text, digits) : g_strdup (digits);

  return ys_digits_with_money (text, value < 0.0 && !zero, currency);
}
