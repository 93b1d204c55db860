/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-program.h"
#include "ys-result.h"
#include "ys-summary.h"

G_BEGIN_DECLS

/* Trials are worked out in blocks of this many, whatever the processor: together they fill the
 * first cache, and a chunk of blocks begins at a multiple of it. */
#define YS_BLOCK 256

/**
 * YsSums:
 *
 * Sums over trials, from which the means by period are made.
 */
typedef struct
{
  double *groups;  /* [n_groups × (n_periods + 1)] cash before tax, with its sign [currency] */
  double *cash;    /* [n_alternatives × (n_periods + 1)] after tax, the baseline's taken away [currency] */
} YsSums;

/* What strikes an alternative, and what does not: three parts of its losses. */
typedef enum
{
  YS_STRIKE_THREATENED, /* avoided-loss lines: what their events would cost without the plan … */
  YS_STRIKE_AVOIDED,    /* … and what of it is avoided */
  YS_STRIKE_SUFFERED,   /* loss lines */
} YsStrike;
#define YS_N_STRIKES (YS_STRIKE_SUFFERED + 1)

typedef struct _YsWorkspace YsWorkspace;

/**
 * YsRunner:
 * @run_block: works @n trials out from @first_trial, a multiple of YS_BLOCK; @outcomes has an array for
 *   each alternative, of which n NPVs are written from first_trial on; NULL: it is left out, which the
 *   baseline may be only with all others; @sums is added to
 * @add_certain: adds to each group's @cash, before tax, and to what each alternative has @written off, by
 *   period, what is the same in all trials
 * @fill_uniforms: the uniforms of one draw for a block of trials, before they took their shape
 * @run_strikes: the same events as in run_block, of one alternative for a block of trials: @strikes ←
 *   [YS_N_STRIKES × (n_periods + 1) × YS_BLOCK] before tax, all of them positive when they cost [currency];
 *   not of what is certain, which has no events
 * @find_undefined: (nullable): the first formula without a value (division by zero, logarithm of a
 *   negative number) in a block; a sentence
 *
 * @summarize: see ys_summary_init
 * @choose: fills best and evpi from outcomes and their means, and @shares with the share of trials in which
 *   each alternative is worth most, ties shared equally; the baseline counts as 0: the others are differences
 *   from it
 *
 * One way to run a program. All are the same source, ys-run.c, compiled for different processors, and once in
 * double precision: for what is certain, be it a few lines or the whole scenario. Those in single precision agree
 * to the last digit: they do the same operations in the same order, without fused multiplication.
 */
typedef struct
{
  const char   *name;
  YsWorkspace *(*workspace_new)  (const YsProgram  *program);
  void         (*workspace_free) (YsWorkspace      *workspace);
  void         (*run_block)      (const YsProgram  *program,
                                  YsWorkspace      *workspace,
                                  gsize             first_trial,
                                  gsize             n,
                                  double          **outcomes,
                                  YsSums           *sums);
  void         (*add_certain)    (const YsProgram  *program,
                                  double           *cash,
                                  double           *written);
  void         (*fill_uniforms)  (const YsProgram  *program,
                                  YsWorkspace      *workspace,
                                  gsize             draw,
                                  gsize             first_trial,
                                  gsize             n,
                                  float            *uniforms);
  void         (*run_strikes)    (const YsProgram  *program,
                                  YsWorkspace      *workspace,
                                  gsize             alternative,
                                  gsize             first_trial,
                                  double           *strikes);
  GError      *(*find_undefined) (const YsProgram  *program,
                                  YsWorkspace      *workspace,
                                  gsize             first_trial,
                                  gsize             n);
  void         (*summarize)      (YsSummary        *summary,
                                  const double     *values,
                                  gsize             n);
  void         (*choose)         (YsResult         *result,
                                  int               threads,
                                  double           *shares);
} YsRunner;

extern const YsRunner ys_runner_double;
extern const YsRunner ys_runner_portable;
extern const YsRunner ys_runner_avx2;
extern const YsRunner ys_runner_avx512;

/* "portable", "avx2" or "avx512", NULL: the fastest; NULL when this processor cannot run it. */
const YsRunner *ys_runner_find   (const char      *name);
/* The one of this name, or the fastest; the one in double precision for what is certain.
 * @program, @name: (nullable) */
const YsRunner *ys_runner_choose (const YsProgram *program,
                                  const char      *name);

G_END_DECLS
