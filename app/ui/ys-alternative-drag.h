/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-alternative-row.h"

G_BEGIN_DECLS

/* Alternatives put into another order by dragging: told by #YsAlternativeRow::moved of the row on which
 * one is dropped. */
void ys_alternative_drag_attach (YsAlternativeRow *row);

G_END_DECLS
