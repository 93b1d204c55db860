/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-estimate.h"

G_BEGIN_DECLS

/* The estimates a line may carry, in the order in which they are written. */
typedef enum
{
  YS_FIELD_AMOUNT,
  YS_FIELD_HOURS,
  YS_FIELD_HOURLY_RATE,
  YS_FIELD_PUT_TO_USE,
  YS_FIELD_EVENTS_PER_YEAR,
  YS_FIELD_LOSS_EACH,
  YS_FIELD_FEWER,
  YS_FIELD_SMALLER,
  YS_FIELD_GROWTH,
  YS_FIELD_CHANCE,
} YsField;
#define YS_N_FIELDS (YS_FIELD_CHANCE + 1)
#define YS_FIELD_BIT(field) (1u << (field))

typedef enum
{
  YS_UNIT_NUMBER,
  YS_UNIT_MONEY,
  YS_UNIT_FRACTION, /* shown as per cent */
  YS_UNIT_YEARS,
} YsUnit;

/* Name in files ("events-per-year"), name on screen (marked for translation), unit. */
const char *ys_field_get_id   (YsField field);
const char *ys_field_get_name (YsField field);
YsUnit      ys_field_get_unit (YsField field);

typedef enum
{
  YS_NATURE_UNSET,
  YS_NATURE_FORWARD, /* moves the business forward */
  YS_NATURE_RUNNING, /* keeps it running */
} YsNature;
#define YS_N_NATURES (YS_NATURE_RUNNING + 1)

typedef enum
{
  YS_LEAN_UNSET,
  YS_LEAN_KEEP,
  YS_LEAN_CUT_BACK,
  YS_LEAN_AUTOMATE,
  YS_LEAN_BUY_IN,
} YsLean;
#define YS_N_LEANS (YS_LEAN_BUY_IN + 1)

typedef enum
{
  YS_DEPRECIATION_UNSET, /* not said: none */
  YS_DEPRECIATION_STRAIGHT_LINE,
  YS_DEPRECIATION_DECLINING_BALANCE,
  YS_DEPRECIATION_MACRS,
  YS_DEPRECIATION_IMMEDIATE,
  YS_DEPRECIATION_NONE,
} YsDepreciationMethod;
#define YS_N_DEPRECIATION_METHODS (YS_DEPRECIATION_NONE + 1)

const char *ys_nature_get_id                 (YsNature nature);
gboolean    ys_nature_from_id                (const char *id,
                                              YsNature   *nature);
const char *ys_lean_get_id                   (YsLean lean);
gboolean    ys_lean_from_id                  (const char *id,
                                              YsLean     *lean);
const char *ys_depreciation_method_get_id    (YsDepreciationMethod method);
gboolean    ys_depreciation_method_from_id   (const char           *id,
                                              YsDepreciationMethod *method);

typedef struct
{
  YsDepreciationMethod method;
  int                  periods;  /* straight-line: periods; macrs: class of 3, 5, 7, 10, 15 or 20 years; else 0 */
  double               rate;     /* declining-balance: share of the book value written off each period; else 0 */
  double               residual; /* straight-line: what is left at the end [currency]; else 0 */
} YsDepreciation;

typedef struct
{
  char   *assumption; /* id */
  double  factor;     /* growth a year for each 1 of the assumption */
} YsFollows;

/* How a kind of line turns into cash; see the table in the schema's documentation. */
typedef enum
{
  YS_CASH_OUTLAY,     /* amounts paid once, depreciated */
  YS_CASH_FLOW,       /* happens × amount × ramp × growth */
  YS_CASH_STAFF_TIME, /* the same with hours × hourly rate × put to use as the amount */
  YS_CASH_EVENTS,     /* Poisson number of losses */
  YS_CASH_AVOIDED,    /* what the same events would have cost, less what they still cost */
  YS_CASH_LEVEL,      /* changes of a level, released in the last period, untaxed */
  YS_CASH_RESALE,     /* an amount received once, taxed on what exceeds the book value */
} YsCash;

typedef enum
{
  YS_SIDE_BENEFIT,
  YS_SIDE_COST,
  YS_SIDE_NEITHER,
} YsSide;

typedef enum
{
  YS_LINE_MAY_REPEAT       = 1 << 0, /* <when last>, <ramp>, <growth>, <follows> make sense */
  YS_LINE_MAY_LIST_PERIODS = 1 << 1, /* <by-period> may stand instead of <amount> */
  YS_LINE_MAY_DEPRECIATE   = 1 << 2, /* <depreciation> */
} YsLineTraits;

#define YS_PERIOD_UNSET (-1)
#define YS_PERIOD_LAST  (-2)

/**
 * YsLineKind:
 *
 * One kind of line: what it is called, which estimates it carries, and how it turns into cash.
 * One file each, one table (ys_line_kinds()); reader, writer, editor and engine walk the table.
 */
typedef struct
{
  const char   *id;            /* element in files */
  const char   *name;          /* on screen, marked for translation */
  const char   *sentence;      /* what it is, for somebody who sees it for the first time; marked */
  YsCash        cash;
  double        sign;          /* +1 money in, −1 money out */
  YsSide        side;
  gboolean      taxed;
  guint         fields;        /* YS_FIELD_BIT of every estimate it may carry */
  guint         required;      /* … and must (amount: or <by-period>) */
  YsLineTraits  traits;
  int           default_first; /* period, or YS_PERIOD_LAST */
} YsLineKind;

/* NULL-terminated, in display order. */
const YsLineKind *const *ys_line_kinds     (void);
const YsLineKind        *ys_line_kind_find (const char *id);

typedef struct
{
  const YsLineKind *kind;
  char             *id;
  char             *name;
  char             *driver;                 /* id, or NULL */
  YsNature          nature;
  YsLean            lean;
  char             *source;                 /* NULL if not given */
  YsEstimate       *estimates[YS_N_FIELDS]; /* NULL where not given */
  double           *by_period;              /* [n_by_period] from its first period on [currency]; NULL if not given */
  gsize             n_by_period;
  int               by_period_first;        /* <by-period first>, or YS_PERIOD_UNSET */
  int               first;                  /* <when first>, or YS_PERIOD_UNSET */
  int               last;                   /* <when last>, or YS_PERIOD_UNSET */
  double           *ramp;                   /* [n_ramp] share reached in its 1st, 2nd … period; NULL if not given */
  gsize             n_ramp;
  YsFollows        *follows;                /* [n_follows] */
  gsize             n_follows;
  YsDepreciation    depreciation;
  char             *comment;                /* XML comments that stood before it, or NULL */
  int               row;                    /* line of the file, 0 if none; no part of its value */
} YsLine;

YsLine   *ys_line_new           (const YsLineKind *kind,
                                 const char       *id,
                                 const char       *name) G_GNUC_WARN_UNUSED_RESULT;
YsLine   *ys_line_copy          (const YsLine *line) G_GNUC_WARN_UNUSED_RESULT;
YsLine   *ys_line_ref           (const YsLine *line) G_GNUC_WARN_UNUSED_RESULT;
void      ys_line_unref         (YsLine *line);
gboolean  ys_line_equal         (const YsLine *a,
                                 const YsLine *b);

/* The setters below copy what they are given, and serve only while the line is not yet shared. */
void      ys_line_set_estimate  (YsLine     *line,
                                 YsField     field,
                                 YsEstimate *estimate);
void      ys_line_set_by_period (YsLine       *line,
                                 int           first,
                                 const double *values,
                                 gsize         n_values);
void      ys_line_set_ramp      (YsLine       *line,
                                 const double *shares,
                                 gsize         n_shares);
void      ys_line_add_follows   (YsLine     *line,
                                 const char *assumption,
                                 double      factor);
void      ys_line_clear_follows (YsLine     *line);

/* First and last period with an amount, defaults resolved, for a scenario of n_periods (the last
 * period's number). <by-period first> goes before <when first>; a list ends with its last value; a
 * line that does not repeat has one period. */
int       ys_line_get_first     (const YsLine *line,
                                 int           n_periods);
int       ys_line_get_last      (const YsLine *line,
                                 int           n_periods);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsLine, ys_line_unref)

G_END_DECLS
