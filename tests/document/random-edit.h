/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-edit.h"

G_BEGIN_DECLS

/* One edit as somebody might make it, sensible or not: of the rules, of any kind of part, of a line of
 * any kind in any of its fields, with estimates of all shapes. The same random numbers make the same
 * edit. */
YsScenario *random_edit (GRand            *random,
                         const YsScenario *scenario) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
