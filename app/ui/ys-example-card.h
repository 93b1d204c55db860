/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A scenario that comes with the program: what it shows, in a picture, a title and a sentence. */
typedef struct
{
  const char *id;       /* name of its file and its picture */
  const char *title;    /* marked for translation, as is the sentence */
  const char *sentence;
} YsExample;

/* Ends with an example without an id. */
extern const YsExample ys_examples[];

/* A button that opens an example in the window it is in. */
#define YS_TYPE_EXAMPLE_CARD (ys_example_card_get_type ())
G_DECLARE_FINAL_TYPE (YsExampleCard, ys_example_card, YS, EXAMPLE_CARD, GtkFlowBoxChild)

GtkWidget *ys_example_card_new     (const YsExample *example) G_GNUC_WARN_UNUSED_RESULT;
char      *ys_example_card_dup_uri (YsExampleCard *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
