/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-line-kinds.h"

#include <glib/gi18n.h>

const YsLineKind ys_line_avoided_loss = {
  .id = "avoided-loss",
  .name = N_("Loss avoided"),
  .sentence = N_("Harm that now happens less often, or costs less each time."),
  .cash = YS_CASH_AVOIDED,
  .sign = 1.0,
  .side = YS_SIDE_BENEFIT,
  .taxed = TRUE,
  .fields = YS_FIELD_BIT (YS_FIELD_EVENTS_PER_YEAR)
            | YS_FIELD_BIT (YS_FIELD_LOSS_EACH)
            | YS_FIELD_BIT (YS_FIELD_FEWER)
            | YS_FIELD_BIT (YS_FIELD_SMALLER)
            | YS_FIELD_BIT (YS_FIELD_GROWTH)
            | YS_FIELD_BIT (YS_FIELD_CHANCE),
  .required = YS_FIELD_BIT (YS_FIELD_EVENTS_PER_YEAR)
              | YS_FIELD_BIT (YS_FIELD_LOSS_EACH),
  .traits = YS_LINE_MAY_REPEAT,
  .default_first = 1,
};
