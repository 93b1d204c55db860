/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-program.h"

G_BEGIN_DECLS

/**
 * YsSums:
 *
 * Sums over trials, from which the means by period are made. A line's sum is of its cash before tax
 * with its sign.
 */
typedef struct
{
  double *lines;   /* [n_lines × (n_periods + 1)] [currency] */
  double *cash;    /* [n_alternatives × (n_periods + 1)] after tax [currency] */
  double *tax;     /* [n_alternatives × (n_periods + 1)] [currency] */
} YsSums;

typedef struct _YsWorkspace YsWorkspace;

YsWorkspace *ys_workspace_new  (const YsProgram *program) G_GNUC_WARN_UNUSED_RESULT;
void         ys_workspace_free (YsWorkspace *workspace);

/**
 * ys_run_block:
 * @first_trial: a multiple of YS_BLOCK
 * @n: at most YS_BLOCK
 * @outcomes: one array a alternative; n NPVs are written at first_trial
 * @sums: added to
 */
void         ys_run_block      (const YsProgram *program,
                                YsWorkspace     *workspace,
                                gsize            first_trial,
                                gsize            n,
                                double         **outcomes,
                                YsSums          *sums);

/* The uniforms of one draw for a block of trials: what it was, before it took its shape. */
void         ys_run_uniforms   (const YsProgram *program,
                                YsWorkspace     *workspace,
                                gsize            draw,
                                gsize            first_trial,
                                gsize            n,
                                double          *uniforms);

/* The first formula without a value (division by zero, logarithm of a negative number) in the block
 * that was run last; a sentence, or NULL when all have one. */
GError      *ys_run_find_undefined (const YsProgram *program,
                                    YsWorkspace     *workspace,
                                    gsize            first_trial,
                                    gsize            n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsWorkspace, ys_workspace_free)

G_END_DECLS
