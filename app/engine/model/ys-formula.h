/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  YS_OP_NUMBER, /* push number */
  YS_OP_NAME,   /* push names[index] */
  YS_OP_PERIOD, /* push the number of the period */
  YS_OP_NEGATE,
  YS_OP_ADD,
  YS_OP_SUBTRACT,
  YS_OP_MULTIPLY,
  YS_OP_DIVIDE,
  YS_OP_POWER,
  YS_OP_EQUAL,
  YS_OP_NOT_EQUAL,
  YS_OP_LESS,
  YS_OP_LESS_EQUAL,
  YS_OP_MORE,
  YS_OP_MORE_EQUAL,
  YS_OP_MIN,
  YS_OP_MAX,
  YS_OP_ABS,
  YS_OP_EXP,
  YS_OP_LN,
  YS_OP_SQRT,
  YS_OP_IF,     /* condition, then, else: all three are worked out; only the chosen one counts */
} YsOp;

typedef struct
{
  YsOp   op;
  double number;
  gsize  index;
} YsFormulaStep;

/**
 * YsFormula:
 *
 * A formula in postfix order: n_steps operations on a stack that is never deeper than depth.
 * Binding from loose to tight: comparisons; + −; * /; sign; ^ (to the right: 2^3^2 = 512, −2^2 = −4).
 * Comparisons give 1 or 0, and one of them at most stands between two brackets. min and max take two
 * or more values; their steps work on two: min(a, b, c) is a b MIN c MIN. A function outside its
 * domain, such as ln(−1), gives NAN. “period” is the number of the period; a function's name
 * without a bracket behind it is a name like any other.
 */
typedef struct
{
  YsFormulaStep *steps;
  gsize          n_steps;
  gsize          depth;
  GStrv          names;       /* as written, underscores for hyphens; each once */
  gboolean       uses_period;
} YsFormula;

/**
 * ys_formula_new:
 *
 * Errors: YS_ERROR_FORMULA, a sentence that says after which words what should follow; without a row.
 * Brackets within brackets may go 200 deep.
 */
YsFormula *ys_formula_new      (const char  *text,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same, and where it went wrong: length bytes from at, 0 at the end of the text. */
YsFormula *ys_formula_new_located (const char  *text,
                                   gsize       *at,
                                   gsize       *length,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void       ys_formula_free     (YsFormula *formula);

/* For one set of values: values[i] belongs to names[i]; period is the number of the period. */
double     ys_formula_evaluate (const YsFormula *formula,
                                const double    *values,
                                double           period);

/* "take-up" → "take_up". */
char      *ys_formula_name_from_id (const char *id) G_GNUC_WARN_UNUSED_RESULT;

/* Where a name first stands in a formula that can be read [bytes]; its end if nowhere. */
gsize      ys_formula_find_name    (const char *text,
                                    const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsFormula, ys_formula_free)

G_END_DECLS
