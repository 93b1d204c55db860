/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A scenario that comes with the program: what it shows, in a picture, a title and a sentence. */
typedef struct
{
  const char *id;       /* name of its file and its picture; "blank" has no file: it is made anew */
  const char *title;    /* marked for translation, as is the sentence */
  const char *sentence;
} YsExample;

/* In the order shown; ends with an example without an id. The first one is the blank one. */
extern const YsExample ys_examples[];

GtkWidget *ys_example_card_new (const YsExample *example) G_GNUC_WARN_UNUSED_RESULT;
/* NULL: the blank one. */
GFile     *ys_example_get_file (const YsExample *example) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
