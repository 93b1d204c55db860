/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One of several ways to go on, in a #GtkFlowBox of them: a picture, a title and a sentence. */
#define YS_TYPE_CHOICE_CARD (ys_choice_card_get_type ())
G_DECLARE_FINAL_TYPE (YsChoiceCard, ys_choice_card, YS, CHOICE_CARD, GtkFlowBoxChild)

/* @title, @sentence: translated */
GtkWidget *ys_choice_card_new (GtkWidget  *picture,
                               const char *title,
                               const char *sentence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
