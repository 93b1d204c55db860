/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-line-kinds.h"

#include <glib/gi18n.h>

const YsLineKind ys_line_working_capital = {
  .id = "working-capital",
  .name = N_("Working capital"),
  .sentence = N_("Money tied up in stock and unpaid invoices, back at the end."),
  .cash = YS_CASH_LEVEL,
  .sign = -1.0,
  .side = YS_SIDE_NEITHER,
  .taxed = FALSE,
  .fields = YS_FIELD_BIT (YS_FIELD_AMOUNT)
            | YS_FIELD_BIT (YS_FIELD_GROWTH)
            | YS_FIELD_BIT (YS_FIELD_CHANCE),
  .required = YS_FIELD_BIT (YS_FIELD_AMOUNT),
  .traits = YS_LINE_MAY_REPEAT | YS_LINE_MAY_LIST_PERIODS,
  .default_first = 0,
};
