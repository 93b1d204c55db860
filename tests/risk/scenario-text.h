/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-scenario.h"

G_BEGIN_DECLS

/* A scenario from the attributes and the contents of its element, which are right. */
YsScenario *scenario_from_text (const char *attributes,
                                const char *contents) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
