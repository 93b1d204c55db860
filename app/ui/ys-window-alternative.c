/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-window-private.h"

/* “Back” leads to where one was. */
static void
turn_to_alternative (YsWindow *self)
{
  if (!g_str_equal (self->page, "alternative"))
    {
      g_free (self->page_before);
      self->page_before = g_strdup (self->page);
    }
  g_object_set (self, "page", "alternative", NULL);
}

void
ys_window_edit_alternative (YsWindow *self)
{
  if (self->document == NULL || self->selected < 0)
    return;

  turn_to_alternative (self);
  ys_alternative_page_begin (self->alternative);
}

void
ys_window_go_to_alternative (YsWindow   *self,
                             const char *place)
{
  if (!ys_alternative_page_select (self->alternative, place))
    return;

  turn_to_alternative (self);
  ys_alternative_page_go_to (self->alternative, place);
}

void
ys_window_back (YsWindow *self)
{
  if (!g_str_equal (self->page, "alternative"))
    return;

  g_object_set (self, "page", self->page_before != NULL ? self->page_before : "compare", NULL);
  gtk_widget_child_focus (GTK_WIDGET (self->alternatives), GTK_DIR_TAB_FORWARD);
}
