/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YsErrorCode:
 * @YS_ERROR_NO_SOLUTION: the figure does not exist for these numbers (no internal rate of return);
 *   the message says why. An answer, not a fault: shown as “none”.
 * @YS_ERROR_INVALID: the scenario contradicts itself or cannot be worked out
 * @YS_ERROR_FORMULA: a formula cannot be read
 * @YS_ERROR_CANCELLED: the caller asked to stop
 */
typedef enum
{
  YS_ERROR_NO_SOLUTION,
  YS_ERROR_INVALID,
  YS_ERROR_FORMULA,
  YS_ERROR_CANCELLED,
} YsErrorCode;

#define YS_ERROR (ys_error_quark ())
GQuark ys_error_quark (void);

/**
 * ys_error_new:
 * @code: a #YsErrorCode
 * @row: line of the file at fault, counted from 1; 0 when it came from no file
 * @format: a whole sentence: what is wrong, where, what would be right
 *
 * Errors of the engine carry the line of the file they speak of, so that the command line can say
 * FILE:LINE and the window can lead to the cell.
 */
GError *ys_error_new     (YsErrorCode  code,
                          int          row,
                          const char  *format,
                          ...) G_GNUC_PRINTF (3, 4) G_GNUC_WARN_UNUSED_RESULT;
void    ys_error_set     (GError     **error,
                          YsErrorCode  code,
                          int          row,
                          const char  *format,
                          ...) G_GNUC_PRINTF (4, 5);
int     ys_error_get_row (const GError *error);

G_END_DECLS
