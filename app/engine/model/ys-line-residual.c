/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-line-kinds.h"

#include <glib/gi18n.h>

const YsLineKind ys_line_residual = {
  .id = "residual",
  .name = N_("Resale"),
  .sentence = N_("What the things bought still bring when they are sold."),
  .cash = YS_CASH_RESALE,
  .sign = 1.0,
  .side = YS_SIDE_BENEFIT,
  .taxed = TRUE,
  .fields = YS_FIELD_BIT (YS_FIELD_AMOUNT)
            | YS_FIELD_BIT (YS_FIELD_CHANCE),
  .required = YS_FIELD_BIT (YS_FIELD_AMOUNT),
  .traits = 0,
  .default_first = YS_PERIOD_LAST,
};
