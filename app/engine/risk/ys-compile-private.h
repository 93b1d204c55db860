/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-compile.h"

G_BEGIN_DECLS

static const YsRegister nowhere = { .space = YS_SPACE_NONE };

/* Keeps the first. */
void       ys_compile_take_error   (YsCompiler          *compiler,
                                    GError              *error);
void       ys_compile_append       (YsCompiler          *compiler,
                                    const YsInstruction *instruction);
double     ys_compile_get_constant (YsCompiler          *compiler,
                                    YsRegister           reg);
/* What the last operation yields is an input. */
void       ys_compile_add_input    (YsCompiler          *compiler,
                                    const char          *id);
/* One operation of a formula on as many registers as it takes, the others being nowhere. */
YsRegister ys_compile_operation    (YsCompiler          *compiler,
                                    YsOp                 op,
                                    YsRegister           a,
                                    YsRegister           b,
                                    YsRegister           c);
/* @field: of a line; −1: an assumption */
YsRegister ys_compile_estimate     (YsCompiler          *compiler,
                                    const YsEstimate    *estimate,
                                    const char          *path,
                                    const char          *name,
                                    int                  field);

G_END_DECLS
