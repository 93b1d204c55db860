/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-formula.h"
#include "ys-program.h"

G_BEGIN_DECLS

/**
 * YsCompiler:
 *
 * Writes a program. After the first error it goes on without harm and ys_compiler_finish() reports it.
 * Operations on constants are worked out while compiling.
 */
typedef struct
{
  YsProgram            *program;
  const YsWhatIf       *what_if;
  YsProgramAlternative *alternative;  /* the one being compiled, NULL: assumptions */
  YsRegister           *assumptions;  /* [assumptions] */
  guint8               *states;       /* [assumptions] not yet, under way, done */
  guint8               *rests;        /* [assumptions × assumptions] whether the one rests on the other, or is it */
  int                   under_way;    /* the assumption being compiled; −1: none */
  GPtrArray            *names;        /* (element-type utf8) formula names of the assumptions */
  GHashTable           *constants;    /* bits of a number → its register */
  gsize                 n_local;
  int                   leader;       /* number of the leader that the line keeps to; −1: none */
  GError               *error;
} YsCompiler;

void       ys_compiler_init        (YsCompiler      *compiler,
                                    YsProgram       *program,
                                    const YsWhatIf  *what_if);
gboolean   ys_compiler_finish      (YsCompiler      *compiler,
                                    GError         **error);

/* Everything between these two belongs to the alternative. */
void       ys_compile_enter        (YsCompiler           *compiler,
                                    YsProgramAlternative *alternative);
void       ys_compile_leave        (YsCompiler           *compiler);

void       ys_compile_assumptions  (YsCompiler          *compiler);
YsRegister ys_compile_assumption   (YsCompiler          *compiler,
                                    const char          *id);
YsRegister ys_compile_field        (YsCompiler          *compiler,
                                    const YsAlternative *alternative,
                                    const YsLine        *line,
                                    YsField              field);
/* FALSE when there is no such curve. */
gboolean   ys_compile_curve        (YsCompiler          *compiler,
                                    YsCurve             *curve,
                                    const YsEstimate    *estimate,
                                    const char          *owner,
                                    const YsLine        *line,
                                    YsField              field);

/* The number itself; in an adjustable program, an input that holds it. */
YsRegister ys_compile_number       (YsCompiler          *compiler,
                                    const char          *id,
                                    double               value);

YsRegister ys_compile_allocate     (YsCompiler          *compiler,
                                    gboolean             by_period);
YsRegister ys_compile_constant     (YsCompiler          *compiler,
                                    double               value);
gboolean   ys_compile_is_constant  (YsCompiler          *compiler,
                                    YsRegister           reg,
                                    double               value);
/* One operation on one register; k is its constant. */
YsRegister ys_compile_step         (YsCompiler          *compiler,
                                    YsCode               code,
                                    YsRegister           a,
                                    double               k);
YsRegister ys_compile_formula_step (YsCompiler          *compiler,
                                    YsOp                 op,
                                    YsRegister           a,
                                    YsRegister           b);
/* a + factor × b */
YsRegister ys_compile_scaled       (YsCompiler          *compiler,
                                    YsRegister           a,
                                    double               factor,
                                    YsRegister           b);
/* The streams that are made from here on keep to an assumption that the line rests on, if there is one. */
void       ys_compile_choose_leader (YsCompiler          *compiler,
                                     const YsAlternative *alternative,
                                     const YsLine        *line);
/* What the line draws; as ys_stream_init(). */
void       ys_compile_stream       (YsCompiler          *compiler,
                                    YsStream            *stream,
                                    const char          *path,
                                    const char          *part,
                                    guint                dimension);

/* Whether the line happens, 1 or 0 with its chance; one toss a trial, whatever the chance does from period
 * to period. */
YsRegister ys_compile_toss         (YsCompiler          *compiler,
                                    const YsAlternative *alternative,
                                    const YsLine        *line);

/* @resale: (nullable): the line of the alternative that takes the book value of its capital */
void       ys_compile_line         (YsCompiler          *compiler,
                                    const YsAlternative *alternative,
                                    const YsLine        *line,
                                    const YsLine        *resale,
                                    YsProgramLine       *self);

/* One operation of a formula on numbers; NAN-safe, shared by folding and running. */
double     ys_formula_operate      (YsOp                 op,
                                    double               a,
                                    double               b,
                                    double               c);

G_END_DECLS
