/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-estimate.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-error.h"

#define BIT(number) (1u << YS_NUMBER_##number)

/* Numbers that belong together; those of two families exclude each other. */
static const guint families[] = {
  BIT (EXACTLY),
  BIT (LOW) | BIT (LIKELY) | BIT (HIGH) | BIT (CONFIDENCE),
  BIT (MEAN) | BIT (SD),
  BIT (LOG_MEAN) | BIT (LOG_SD),
  BIT (ALPHA) | BIT (BETA),
};

static const struct
{
  guint       given;
  const char *by; /* ends the sentence “shape “normal” is given by …” */
} shapes[YS_N_SHAPES] = {
  [YS_SHAPE_NORMAL] = { BIT (MEAN), N_("low and high, or by mean and sd") },
  [YS_SHAPE_LOGNORMAL] = { BIT (LOG_MEAN), N_("low and high, or by log-mean and log-sd") },
  [YS_SHAPE_UNIFORM] = { 0, N_("low and high") },
  [YS_SHAPE_PERT] = { BIT (LIKELY), N_("low, likely and high") },
  [YS_SHAPE_TRIANGULAR] = { BIT (LIKELY), N_("low, likely and high") },
  [YS_SHAPE_METALOG] = { BIT (LIKELY), N_("low, likely and high") },
  [YS_SHAPE_BETA] = { BIT (ALPHA), N_("alpha and beta, with or without low and high") },
};

static GError *complain (const YsEstimate *estimate,
                         const char       *name,
                         const char       *format,
                         ...) G_GNUC_PRINTF (3, 4);

static GError *
complain (const YsEstimate *estimate,
          const char       *name,
          const char       *format,
          ...)
{
  g_autofree char *problem = NULL;
  va_list arguments;

  va_start (arguments, format);
  problem = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return ys_error_new (YS_ERROR_INVALID, estimate->row, "%s: %s", name, problem);
}

static char *
write_number (const YsEstimate *estimate,
              YsNumber          number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.10g", estimate->numbers[number]));
}

/* What the estimate is given by in one family: the name of the first of its numbers, or NULL. */
static const char *
find_first (guint given,
            guint family)
{
  for (int number = 0; number < YS_N_NUMBERS; number++)
    if ((given & family & (1u << number)) != 0)
      return ys_number_get_id ((YsNumber) number);

  return NULL;
}

static GError *
check_finite (const YsEstimate *estimate,
              const char       *name)
{
  for (int number = 0; number < YS_N_NUMBERS; number++)
    if (ys_estimate_has (estimate, (YsNumber) number) && !isfinite (estimate->numbers[number]))
      return complain (estimate, name, _("“%s” is not a number; give one, such as 1500 or 0.25"),
                       ys_number_get_id ((YsNumber) number));

  return NULL;
}

/* One way of saying it, not two. */
static GError *
check_one_form (const YsEstimate *estimate,
                const char       *name)
{
  guint given = estimate->given;
  const char *found = NULL;

  /* low and high are also the ends of a beta distribution; of confidence, see check_bounds(). */
  if ((given & (BIT (ALPHA) | BIT (BETA))) != 0)
    given &= ~(BIT (LOW) | BIT (HIGH) | BIT (CONFIDENCE));

  for (gsize i = 0; i < G_N_ELEMENTS (families) + 2; i++)
    {
      const char *next = NULL;

      if (i < G_N_ELEMENTS (families))
        next = find_first (given, families[i]);
      else if (i == G_N_ELEMENTS (families))
        next = estimate->formula != NULL ? "formula" : NULL;
      else
        next = estimate->n_cases > 0 ? "case" : NULL;

      if (found != NULL && next != NULL)
        return complain (estimate, name,
                         _("“%s” and “%s” are two ways of giving one number; keep one of them"),
                         found, next);

      found = next != NULL ? next : found;
    }

  if (found == NULL)
    return complain (estimate, name,
                     _("no number is given; give exactly one, or low and high, "
                       "or low, likely and high, or a formula"));

  return NULL;
}

static GError *
check_complete (const YsEstimate *estimate,
                const char       *name)
{
  static const struct
  {
    YsNumber number;
    YsNumber needs;
  } needs[] = {
    { YS_NUMBER_LOW, YS_NUMBER_HIGH },        { YS_NUMBER_HIGH, YS_NUMBER_LOW },
    { YS_NUMBER_LIKELY, YS_NUMBER_LOW },      { YS_NUMBER_CONFIDENCE, YS_NUMBER_LOW },
    { YS_NUMBER_MEAN, YS_NUMBER_SD },         { YS_NUMBER_SD, YS_NUMBER_MEAN },
    { YS_NUMBER_LOG_MEAN, YS_NUMBER_LOG_SD }, { YS_NUMBER_LOG_SD, YS_NUMBER_LOG_MEAN },
    { YS_NUMBER_ALPHA, YS_NUMBER_BETA },      { YS_NUMBER_BETA, YS_NUMBER_ALPHA },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (needs); i++)
    if (ys_estimate_has (estimate, needs[i].number) && !ys_estimate_has (estimate, needs[i].needs))
      return complain (estimate, name, _("“%s” needs “%s” beside it"),
                       ys_number_get_id (needs[i].number), ys_number_get_id (needs[i].needs));

  return NULL;
}

/* The number that decides which shapes are possible. */
static guint
find_form (const YsEstimate *estimate)
{
  return estimate->given & (BIT (LIKELY) | BIT (MEAN) | BIT (LOG_MEAN) | BIT (ALPHA));
}

static gboolean
shape_is_possible (const YsEstimate *estimate)
{
  guint form = find_form (estimate);
  gboolean is_range = ys_estimate_has (estimate, YS_NUMBER_LOW);

  switch (estimate->shape)
    {
    case YS_SHAPE_UNSET:
      return (form & ~BIT (LIKELY)) == 0;

    case YS_SHAPE_NORMAL:
    case YS_SHAPE_LOGNORMAL:
      return form == shapes[estimate->shape].given || (form == 0 && is_range);

    case YS_SHAPE_UNIFORM:
      return form == 0 && is_range;

    case YS_SHAPE_PERT:
    case YS_SHAPE_TRIANGULAR:
    case YS_SHAPE_METALOG:
    case YS_SHAPE_BETA:
    default:
      return form == shapes[estimate->shape].given;
    }
}

static const char *
guess_shape (const YsEstimate *estimate)
{
  if (ys_estimate_has (estimate, YS_NUMBER_MEAN))
    return ys_shape_get_id (YS_SHAPE_NORMAL);

  return ys_shape_get_id (ys_estimate_has (estimate, YS_NUMBER_ALPHA) ? YS_SHAPE_BETA
                                                                      : YS_SHAPE_LOGNORMAL);
}

static GError *
check_shape (const YsEstimate *estimate,
             const char       *name)
{
  if (shape_is_possible (estimate))
    return NULL;

  if (estimate->shape == YS_SHAPE_UNSET)
    return complain (estimate, name, _("“%s” needs shape=\"%s\" beside it"),
                     find_first (find_form (estimate), ~0u), guess_shape (estimate));

  return complain (estimate, name, _("shape “%s” is given by %s"),
                   ys_shape_get_id (estimate->shape), _(shapes[estimate->shape].by));
}

static GError *
check_bounds (const YsEstimate *estimate,
              const char       *name)
{
  gboolean is_metalog = estimate->shape == YS_SHAPE_METALOG;
  gboolean is_hard = !is_metalog && estimate->bounds != YS_BOUNDS_LIKELY_RANGE;

  if (estimate->bounds != YS_BOUNDS_UNSET && !ys_estimate_has (estimate, YS_NUMBER_LIKELY))
    return complain (estimate, name, _("“bounds” is for low, likely and high; leave it out"));

  if (is_metalog && estimate->bounds == YS_BOUNDS_HARD)
    return complain (estimate, name,
                     _("with shape “metalog”, low and high are never the ends; "
                       "leave “bounds” out"));

  if (!ys_estimate_has (estimate, YS_NUMBER_CONFIDENCE))
    return NULL;

  if (ys_estimate_has (estimate, YS_NUMBER_ALPHA))
    return complain (estimate, name,
                     _("with shape “beta”, low and high are the ends; leave “confidence” out"));

  if (ys_estimate_has (estimate, YS_NUMBER_LIKELY) && is_hard)
    return complain (estimate, name,
                     _("“confidence” says that low and high are not the ends; "
                       "add bounds=\"likely-range\", or leave “confidence” out"));

  return NULL;
}

static GError *
check_order (const YsEstimate *estimate,
             const char       *name)
{
  g_autofree char *low = write_number (estimate, YS_NUMBER_LOW);
  g_autofree char *likely = write_number (estimate, YS_NUMBER_LIKELY);
  g_autofree char *high = write_number (estimate, YS_NUMBER_HIGH);
  const double *numbers = estimate->numbers;

  if (numbers[YS_NUMBER_LOW] > numbers[YS_NUMBER_HIGH])
    return complain (estimate, name, _("low (%s) is above high (%s); swap them"), low, high);

  if (ys_estimate_has (estimate, YS_NUMBER_LIKELY)
      && (numbers[YS_NUMBER_LIKELY] < numbers[YS_NUMBER_LOW]
          || numbers[YS_NUMBER_LIKELY] > numbers[YS_NUMBER_HIGH]))
    return complain (estimate, name, _("likely (%s) should lie between low (%s) and high (%s)"),
                     likely, low, high);

  if (estimate->shape == YS_SHAPE_LOGNORMAL && ys_estimate_has (estimate, YS_NUMBER_LOW)
      && numbers[YS_NUMBER_LOW] <= 0.0)
    return complain (estimate, name,
                     _("shape “lognormal” only has values above 0, but low is %s; "
                       "raise low or choose shape “normal”"),
                     low);

  return NULL;
}

static GError *
check_limits (const YsEstimate *estimate,
              const char       *name)
{
  const double *numbers = estimate->numbers;

  if (ys_estimate_has (estimate, YS_NUMBER_CONFIDENCE)
      && (numbers[YS_NUMBER_CONFIDENCE] <= 0.0 || numbers[YS_NUMBER_CONFIDENCE] >= 1.0))
    return complain (estimate, name,
                     _("“confidence” should lie between 0 and 1, such as 0.9 for 9 times in 10"));

  if (numbers[YS_NUMBER_SD] < 0.0)
    return complain (estimate, name, _("“sd” should not be below 0"));

  if (numbers[YS_NUMBER_LOG_SD] < 0.0)
    return complain (estimate, name, _("“log-sd” should not be below 0"));

  if (ys_estimate_has (estimate, YS_NUMBER_ALPHA)
      && (numbers[YS_NUMBER_ALPHA] <= 0.0 || numbers[YS_NUMBER_BETA] <= 0.0))
    return complain (estimate, name, _("“alpha” and “beta” should be above 0"));

  return NULL;
}

static GError *
check_cases (const YsEstimate *estimate,
             const char       *name)
{
  double total = 0.0;

  for (gsize i = 0; i < estimate->n_cases; i++)
    {
      const YsCase *one = &estimate->cases[i];

      if (!isfinite (one->value))
        return complain (estimate, name, _("the value of case %u is not a number"), (guint) i + 1);

      if (!isfinite (one->weight) || one->weight <= 0.0)
        return complain (estimate, name, _("the weight of case %u should be above 0"),
                         (guint) i + 1);

      total += one->weight;
    }

  if (!isfinite (total))
    return complain (estimate, name, _("the weights of the cases are too large to add up"));

  return NULL;
}

GError *
ys_estimate_check (const YsEstimate *estimate,
                   const char       *name)
{
  static GError *(*const checks[]) (const YsEstimate *estimate, const char *name) = {
    check_finite, check_one_form, check_complete, check_shape,
    check_bounds, check_order,    check_limits,   check_cases,
  };

  g_return_val_if_fail (estimate != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      GError *error = checks[i](estimate, name);

      if (error != NULL)
        return error;
    }

  return NULL;
}
