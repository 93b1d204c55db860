/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ys-scenario.h"

G_BEGIN_DECLS

/* A line of an alternative as it stands now; “line” is notified when it changes, or its place does. */
#define YS_TYPE_LINE_ITEM (ys_line_item_get_type ())
G_DECLARE_FINAL_TYPE (YsLineItem, ys_line_item, YS, LINE_ITEM, GObject)

const YsLine *ys_line_item_get_line  (YsLineItem *self);
guint         ys_line_item_get_index (YsLineItem *self);

/**
 * YsLineList:
 *
 * The lines of one alternative as a list of #YsLineItem. A newer state of it changes items in place and
 * tells of nothing but what came, went or moved, so that what is being typed goes on.
 */
#define YS_TYPE_LINE_LIST (ys_line_list_get_type ())
G_DECLARE_FINAL_TYPE (YsLineList, ys_line_list, YS, LINE_LIST, GObject)

YsLineList *ys_line_list_new       (void) G_GNUC_WARN_UNUSED_RESULT;
/* NULL: none */
void        ys_line_list_set       (YsLineList          *self,
                                    const YsAlternative *alternative);
/* (transfer none); NULL beyond the last */
YsLineItem *ys_line_list_get_item  (YsLineList *self,
                                    guint       index);

G_END_DECLS
