/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-line-kinds.h"

#include <glib/gi18n.h>

const YsLineKind ys_line_saving = {
  .id = "saving",
  .name = N_("Saving"),
  .sentence = N_("Money that no longer goes out."),
  .cash = YS_CASH_FLOW,
  .sign = 1.0,
  .side = YS_SIDE_BENEFIT,
  .taxed = TRUE,
  .fields = YS_FIELD_BIT (YS_FIELD_AMOUNT)
            | YS_FIELD_BIT (YS_FIELD_GROWTH)
            | YS_FIELD_BIT (YS_FIELD_CHANCE),
  .required = YS_FIELD_BIT (YS_FIELD_AMOUNT),
  .traits = YS_LINE_MAY_REPEAT | YS_LINE_MAY_LIST_PERIODS,
  .default_first = 1,
};
