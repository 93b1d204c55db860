/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-line-kinds.h"

#include <glib/gi18n.h>

const YsLineKind ys_line_capital = {
  .id = "capital",
  .name = N_("Capital"),
  .sentence = N_("Money paid out once for something that lasts, written off over its life."),
  .cash = YS_CASH_OUTLAY,
  .sign = -1.0,
  .side = YS_SIDE_COST,
  .taxed = FALSE,
  .fields = YS_FIELD_BIT (YS_FIELD_AMOUNT)
            | YS_FIELD_BIT (YS_FIELD_CHANCE),
  .required = YS_FIELD_BIT (YS_FIELD_AMOUNT),
  .traits = YS_LINE_MAY_LIST_PERIODS | YS_LINE_MAY_DEPRECIATE,
  .default_first = 0,
};
