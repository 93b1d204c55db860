/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * YsCards:
 *
 * Cards one below the other, or side by side in rows of equal height: as many columns as there is room
 * for, #YsCards:columns at most. A last one without a neighbour takes the whole width. Height that is
 * left over goes to the rows that expand, up to what still looks like a card.
 */
#define YS_TYPE_CARDS (ys_cards_get_type ())
G_DECLARE_FINAL_TYPE (YsCards, ys_cards, YS, CARDS, GtkWidget)

void ys_cards_append (YsCards   *self,
                      GtkWidget *card);

G_END_DECLS
