/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-formula.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ys-error.h"
#include "ys-formula-token.h"

/* Brackets, signs and powers within each other: far more than anybody writes, and far fewer than
 * the stack of the process holds. */
#define MAX_NESTING 200

/* How much of a formula an error message repeats, in characters. */
#define MAX_QUOTED 40

typedef struct
{
  const char  *text;
  const char  *done;   /* end of what was understood */
  YsToken      token;  /* the next one */
  GArray      *steps;
  GPtrArray   *names;
  GHashTable  *places; /* name → index in names */
  gsize        height; /* of the stack, after the steps so far */
  gsize        depth;
  int          nesting;
  gboolean     uses_period;
  GError     **error;
} Parser;

static const struct
{
  const char *name;
  YsOp        op;
  guint       min_values;
  guint       max_values;
  const char *usage;
} functions[] = {
  { "min", YS_OP_MIN, 2, G_MAXUINT, N_("min takes two or more values: min(a, b)") },
  { "max", YS_OP_MAX, 2, G_MAXUINT, N_("max takes two or more values: max(a, b)") },
  { "abs", YS_OP_ABS, 1, 1, N_("abs takes one value: abs(a)") },
  { "exp", YS_OP_EXP, 1, 1, N_("exp takes one value: exp(a)") },
  { "ln", YS_OP_LN, 1, 1, N_("ln takes one value: ln(a)") },
  { "sqrt", YS_OP_SQRT, 1, 1, N_("sqrt takes one value: sqrt(a)") },
  { "if", YS_OP_IF, 3, 3, N_("if takes three values: if(condition, value if so, value if not)") },
};

static gboolean parse_comparison (Parser *parser);

/* The end of what was understood, for a message: “… demand * 310”. */
static char *
quote_done (const Parser *parser)
{
  g_autofree char *done = g_strndup (parser->text, (gsize) (parser->done - parser->text));
  g_autofree char *tail = NULL;
  glong length = g_utf8_strlen (g_strstrip (done), -1);

  if (length <= MAX_QUOTED)
    return g_steal_pointer (&done);

  tail = g_utf8_substring (done, length - MAX_QUOTED, length);
  return g_strconcat ("…", tail, NULL);
}

static char *
quote (const char *start,
       gsize       length)
{
  g_autofree char *text = g_strndup (start, length);
  g_autofree char *head = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_QUOTED)
    return g_steal_pointer (&text);

  head = g_utf8_substring (text, 0, MAX_QUOTED);
  return g_strconcat (head, "…", NULL);
}

/* @wanted ends the sentence: “a number or a name should follow”. */
static gboolean
fail (Parser     *parser,
      const char *wanted)
{
  g_autofree char *done = quote_done (parser);
  g_autofree char *next = quote (parser->token.start, parser->token.length);

  if (*done == '\0' && *next == '\0')
    ys_error_set (parser->error, YS_ERROR_FORMULA, 0, _("the formula is empty: %s"), wanted);
  else if (*done == '\0')
    ys_error_set (parser->error, YS_ERROR_FORMULA, 0, _("the formula begins with “%s”: %s"), next,
                  wanted);
  else if (*next == '\0')
    ys_error_set (parser->error, YS_ERROR_FORMULA, 0, _("the formula stops after “%s”: %s"), done,
                  wanted);
  else
    ys_error_set (parser->error, YS_ERROR_FORMULA, 0,
                  _("in the formula, “%s” comes after “%s”: %s"), next, done, wanted);

  return FALSE;
}

static gboolean
advance (Parser *parser)
{
  parser->done = parser->token.start + parser->token.length;
  return ys_token_read (parser->done, &parser->token, parser->error);
}

static gboolean
next_is (const Parser *parser,
         YsTokenKind   kind)
{
  return parser->token.kind == kind;
}

static gboolean
next_is_sign (const Parser *parser,
              YsOp          first,
              YsOp          last)
{
  return next_is (parser, YS_TOKEN_SIGN) && parser->token.op >= first && parser->token.op <= last;
}

/* @taken values come off the stack, one goes on. */
static void
emit (Parser        *parser,
      YsFormulaStep  step,
      gsize          taken)
{
  g_array_append_val (parser->steps, step);
  parser->height += 1 - taken;
  parser->depth = MAX (parser->depth, parser->height);
}

static void
emit_op (Parser *parser,
         YsOp    op,
         gsize   taken)
{
  emit (parser, (YsFormulaStep) { .op = op }, taken);
}

static void
emit_name (Parser     *parser,
           const char *name)
{
  gpointer place;

  if (strcmp (name, "period") == 0)
    {
      parser->uses_period = TRUE;
      emit_op (parser, YS_OP_PERIOD, 0);
      return;
    }

  if (!g_hash_table_lookup_extended (parser->places, name, NULL, &place))
    {
      char *own = g_strdup (name);

      place = GUINT_TO_POINTER (parser->names->len);
      g_hash_table_insert (parser->places, own, place);
      g_ptr_array_add (parser->names, own);
    }

  emit (parser, (YsFormulaStep) { .op = YS_OP_NAME, .index = GPOINTER_TO_UINT (place) }, 0);
}

static int
find_function (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    if (strcmp (functions[i].name, name) == 0)
      return (int) i;

  return -1;
}

/* min and max are worked out in pairs: min(a, b, c) is a b min c min. */
static gboolean
parse_values (Parser *parser,
              YsOp    op,
              guint  *n_values)
{
  gboolean in_pairs = op == YS_OP_MIN || op == YS_OP_MAX;

  do
    {
      if (!advance (parser) || !parse_comparison (parser))
        return FALSE;

      if (++*n_values > 1 && in_pairs)
        emit_op (parser, op, 2);
    }
  while (next_is (parser, YS_TOKEN_COMMA));

  if (!next_is (parser, YS_TOKEN_CLOSE))
    return fail (parser, _("a comma or a closing bracket ) should follow"));

  return TRUE;
}

static gboolean
parse_call (Parser        *parser,
            const char    *name,
            const YsToken *token)
{
  guint n_values = 0;
  int f = find_function (name);

  if (f < 0)
    {
      g_autofree char *quoted = quote (name, strlen (name));

      parser->token = *token;
      ys_error_set (parser->error, YS_ERROR_FORMULA, 0,
                    _("there is no function “%s”: there are min, max, abs, exp, ln, sqrt and if; "
                      "to multiply, write *"),
                    quoted);
      return FALSE;
    }

  if (!parse_values (parser, functions[f].op, &n_values))
    return FALSE;

  if (n_values < functions[f].min_values || n_values > functions[f].max_values)
    return fail (parser, _(functions[f].usage));

  if (functions[f].max_values != G_MAXUINT)
    emit_op (parser, functions[f].op, n_values);

  return advance (parser);
}

static gboolean
parse_name (Parser *parser)
{
  YsToken token = parser->token;
  g_autofree char *name = g_strndup (token.start, token.length);

  if (!advance (parser))
    return FALSE;

  if (next_is (parser, YS_TOKEN_OPEN))
    return parse_call (parser, name, &token);

  emit_name (parser, name);
  return TRUE;
}

static gboolean
parse_number (Parser *parser)
{
  emit (parser, (YsFormulaStep) { .op = YS_OP_NUMBER, .number = parser->token.number }, 0);
  return advance (parser);
}

static gboolean
parse_brackets (Parser *parser)
{
  if (!advance (parser) || !parse_comparison (parser))
    return FALSE;

  if (next_is (parser, YS_TOKEN_COMMA))
    return fail (parser, _("a comma only stands between the values of a function; "
                           "decimals are written with a point: 0.5"));

  if (!next_is (parser, YS_TOKEN_CLOSE))
    return fail (parser, _("a closing bracket ) should follow"));

  return advance (parser);
}

static gboolean
parse_value (Parser *parser)
{
  switch (parser->token.kind)
    {
    case YS_TOKEN_NUMBER:
      return parse_number (parser);

    case YS_TOKEN_NAME:
      return parse_name (parser);

    case YS_TOKEN_OPEN:
      return parse_brackets (parser);

    case YS_TOKEN_END:
    case YS_TOKEN_SIGN:
    case YS_TOKEN_CLOSE:
    case YS_TOKEN_COMMA:
    default:
      return fail (parser, _("a number or a name should follow"));
    }
}

static gboolean parse_signed (Parser *parser);

static gboolean
parse_power (Parser *parser)
{
  if (!parse_value (parser))
    return FALSE;

  if (!next_is_sign (parser, YS_OP_POWER, YS_OP_POWER))
    return TRUE;

  if (!advance (parser) || !parse_signed (parser))
    return FALSE;

  emit_op (parser, YS_OP_POWER, 2);
  return TRUE;
}

static gboolean
parse_sign (Parser *parser)
{
  YsOp op = parser->token.op;

  if (!next_is_sign (parser, YS_OP_ADD, YS_OP_SUBTRACT))
    return parse_power (parser);

  if (!advance (parser) || !parse_signed (parser))
    return FALSE;

  if (op == YS_OP_SUBTRACT)
    emit_op (parser, YS_OP_NEGATE, 1);

  return TRUE;
}

/* Every way in which a formula goes deeper passes here. */
static gboolean
parse_signed (Parser *parser)
{
  gboolean done;

  if (parser->nesting == MAX_NESTING)
    return fail (parser, _("the formula is nested too deeply here; "
                           "make a part of it an assumption of its own"));

  parser->nesting++;
  done = parse_sign (parser);
  parser->nesting--;

  return done;
}

static gboolean
parse_product (Parser *parser)
{
  if (!parse_signed (parser))
    return FALSE;

  while (next_is_sign (parser, YS_OP_MULTIPLY, YS_OP_DIVIDE))
    {
      YsOp op = parser->token.op;

      if (!advance (parser) || !parse_signed (parser))
        return FALSE;

      emit_op (parser, op, 2);
    }

  return TRUE;
}

static gboolean
parse_sum (Parser *parser)
{
  if (!parse_product (parser))
    return FALSE;

  while (next_is_sign (parser, YS_OP_ADD, YS_OP_SUBTRACT))
    {
      YsOp op = parser->token.op;

      if (!advance (parser) || !parse_product (parser))
        return FALSE;

      emit_op (parser, op, 2);
    }

  return TRUE;
}

/* One comparison, not a chain: a < b < c would read as “between” and work out as something else. */
static gboolean
parse_comparison (Parser *parser)
{
  YsOp op;

  if (!parse_sum (parser))
    return FALSE;

  if (!next_is_sign (parser, YS_OP_EQUAL, YS_OP_MORE_EQUAL))
    return TRUE;

  op = parser->token.op;
  if (!advance (parser) || !parse_sum (parser))
    return FALSE;

  emit_op (parser, op, 2);
  if (next_is_sign (parser, YS_OP_EQUAL, YS_OP_MORE_EQUAL))
    return fail (parser, _("put brackets around one of the two comparisons, "
                           "or write if(a < b, b < c, 0)"));

  return TRUE;
}

static gboolean
parse_all (Parser *parser)
{
  if (!ys_token_read (parser->text, &parser->token, parser->error) || !parse_comparison (parser))
    return FALSE;

  switch (parser->token.kind)
    {
    case YS_TOKEN_END:
      return TRUE;

    case YS_TOKEN_CLOSE:
      return fail (parser, _("there is no opening bracket ( for it"));

    case YS_TOKEN_COMMA:
      return fail (parser, _("a comma only stands between the values of a function; "
                             "decimals are written with a point: 0.5"));

    case YS_TOKEN_NUMBER:
    case YS_TOKEN_NAME:
    case YS_TOKEN_SIGN:
    case YS_TOKEN_OPEN:
    default:
      return fail (parser, _("an operator such as + or * should stand between them"));
    }
}

static YsFormula *
formula_new_from_parser (Parser *parser)
{
  YsFormula *formula = g_new0 (YsFormula, 1);

  formula->n_steps = parser->steps->len;
  formula->steps = (YsFormulaStep *) g_array_free (g_steal_pointer (&parser->steps), FALSE);
  formula->depth = parser->depth;
  g_ptr_array_add (parser->names, NULL);
  formula->names = (GStrv) g_ptr_array_free (g_steal_pointer (&parser->names), FALSE);
  formula->uses_period = parser->uses_period;

  return formula;
}

YsFormula *
ys_formula_new (const char  *text,
                GError     **error)
{
  gsize at, length;

  return ys_formula_new_located (text, &at, &length, error);
}

YsFormula *
ys_formula_new_located (const char  *text,
                        gsize       *at,
                        gsize       *length,
                        GError     **error)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (YsFormulaStep));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  Parser parser = {
    .text = text,
    .done = text,
    .steps = steps,
    .names = names,
    .places = places,
    .error = error,
  };

  g_return_val_if_fail (text != NULL, NULL);

  *at = 0;
  *length = 0;
  if (!g_utf8_validate (text, -1, NULL))
    {
      ys_error_set (error, YS_ERROR_FORMULA, 0, _("the formula is not text in UTF-8"));
      return NULL;
    }

  if (!parse_all (&parser))
    {
      *at = (gsize) (parser.token.start - text);
      *length = parser.token.length;
      return NULL;
    }

  steps = NULL;
  names = NULL;
  return formula_new_from_parser (&parser);
}

void
ys_formula_free (YsFormula *formula)
{
  g_return_if_fail (formula != NULL);

  g_free (formula->steps);
  g_strfreev (formula->names);
  g_free (formula);
}

char *
ys_formula_name_from_id (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_strdelimit (g_strdup (id), "-", '_');
}

gsize
ys_formula_find_name (const char *text,
                      const char *name)
{
  const char *at = text;
  YsToken token = { .kind = YS_TOKEN_NUMBER };

  while (ys_token_read (at, &token, NULL) && token.kind != YS_TOKEN_END)
    {
      if (token.kind == YS_TOKEN_NAME && strlen (name) == token.length
          && strncmp (token.start, name, token.length) == 0)
        return (gsize) (token.start - text);
      at = token.start + token.length;
    }

  return strlen (text);
}
