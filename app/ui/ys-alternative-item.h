/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* An alternative of a scenario as an item of a list model: no more than its index, so that a list goes
 * on showing the same items whatever becomes of their figures. */
#define YS_TYPE_ALTERNATIVE_ITEM (ys_alternative_item_get_type ())
G_DECLARE_FINAL_TYPE (YsAlternativeItem, ys_alternative_item, YS, ALTERNATIVE_ITEM, GObject)

gsize       ys_alternative_item_get_index (YsAlternativeItem *self);

/* Items of index 0, 1, …, as many as there are alternatives. */
GListStore *ys_alternative_items_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void        ys_alternative_items_resize   (GListStore *items,
                                           gsize       n_alternatives);

G_END_DECLS
