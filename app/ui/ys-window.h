/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-document.h"

G_BEGIN_DECLS

/**
 * YsWindow:
 *
 * One scenario, or the welcome page. #YsWindow:selected is the index of the alternative that every
 * list, table and chart of the window has selected, #YsWindow:page the page in view, #YsWindow:view
 * whether figures are shown with the what-if (“after”) or without it (“before”).
 */
#define YS_TYPE_WINDOW (ys_window_get_type ())
G_DECLARE_FINAL_TYPE (YsWindow, ys_window, YS, WINDOW, AdwApplicationWindow)

GtkWidget  *ys_window_new          (AdwApplication *application) G_GNUC_WARN_UNUSED_RESULT;

/* Opens in this window if it has no scenario yet, else in a new one. Returns at once; what cannot
 * be opened is said in a dialog. */
void        ys_window_open_file    (YsWindow *self,
                                    GFile    *file);
/* Asks whether to open what programs have left unsaved that were ended by force. Returns at once. */
void        ys_window_offer_recovery (YsWindow *self);
/* NULL: the welcome page. */
YsDocument *ys_window_get_document (YsWindow *self);
void        ys_window_set_document (YsWindow   *self,
                                    YsDocument *document);

G_END_DECLS
