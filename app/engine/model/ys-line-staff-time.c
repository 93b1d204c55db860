/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-line-kinds.h"

#include <glib/gi18n.h>

const YsLineKind ys_line_staff_time = {
  .id = "staff-time",
  .name = N_("Staff time"),
  .sentence = N_("Working hours set free, counted as far as they are put to other use."),
  .cash = YS_CASH_STAFF_TIME,
  .sign = 1.0,
  .side = YS_SIDE_BENEFIT,
  .taxed = TRUE,
  .fields = YS_FIELD_BIT (YS_FIELD_HOURS)
            | YS_FIELD_BIT (YS_FIELD_HOURLY_RATE)
            | YS_FIELD_BIT (YS_FIELD_PUT_TO_USE)
            | YS_FIELD_BIT (YS_FIELD_GROWTH)
            | YS_FIELD_BIT (YS_FIELD_CHANCE),
  .required = YS_FIELD_BIT (YS_FIELD_HOURS)
              | YS_FIELD_BIT (YS_FIELD_HOURLY_RATE)
              | YS_FIELD_BIT (YS_FIELD_PUT_TO_USE),
  .traits = YS_LINE_MAY_REPEAT,
  .default_first = 1,
};
