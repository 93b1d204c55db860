/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-line.h"

G_BEGIN_DECLS

/* Within this folder: what the table of kinds is made of. Others walk ys_line_kinds(). */
extern const YsLineKind ys_line_capital;
extern const YsLineKind ys_line_cost;
extern const YsLineKind ys_line_benefit;
extern const YsLineKind ys_line_saving;
extern const YsLineKind ys_line_staff_time;
extern const YsLineKind ys_line_loss;
extern const YsLineKind ys_line_avoided_loss;
extern const YsLineKind ys_line_working_capital;
extern const YsLineKind ys_line_residual;

G_END_DECLS
