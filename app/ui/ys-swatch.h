/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ys-result.h"

G_BEGIN_DECLS

/* The colour of an alternative, as a dot; a ring for the one the others are measured against. */
#define YS_TYPE_SWATCH (ys_swatch_get_type ())
G_DECLARE_FINAL_TYPE (YsSwatch, ys_swatch, YS, SWATCH, GtkWidget)

void ys_swatch_set_alternative (YsSwatch       *self,
                                const YsResult *result,
                                gsize           alternative);

G_END_DECLS
