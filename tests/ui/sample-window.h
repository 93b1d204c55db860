/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-window.h"

G_BEGIN_DECLS

/* A program with windows that nobody sees, its settings and files in a home of its own. */
void      sample_start       (void);
/* @name: of an example. Waits for its figures. */
YsWindow *sample_open        (const char *name) G_GNUC_WARN_UNUSED_RESULT;
void      sample_close       (YsWindow *window);

/* Until there is nothing more to do, and until all figures are there. */
void      sample_spin        (void);
void      sample_settle      (YsWindow *window);

/* The first below @ancestor, or the child of a template by its name. */
gpointer  sample_find        (gpointer ancestor,
                              GType    type);
gpointer  sample_find_child  (gpointer    ancestor,
                              GType       type,
                              const char *name);

G_END_DECLS
