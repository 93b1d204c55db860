/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* @tip: what the button would do; NULL: nothing */
static void
update_button (YsWindow   *self,
               GtkWidget  *button,
               const char *action,
               const char *name,
               const char *tip)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, tip != NULL);
  gtk_widget_set_tooltip_text (button, tip != NULL ? tip : name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tip != NULL ? tip : name, -1);
}

void
ys_window_update_undo (YsWindow *self)
{
  const char *undo = self->document != NULL ? ys_document_get_undo_label (self->document) : NULL;
  const char *redo = self->document != NULL ? ys_document_get_redo_label (self->document) : NULL;
  /* Translators: what was done: “change of tax on profit”. */
  g_autofree char *undo_tip = undo != NULL ? g_strdup_printf (_("Undo %s"), undo) : NULL;
  g_autofree char *redo_tip = redo != NULL ? g_strdup_printf (_("Redo %s"), redo) : NULL;

  update_button (self, self->undo_button, "win.undo", _("Undo"), undo_tip);
  update_button (self, self->redo_button, "win.redo", _("Redo"), redo_tip);
}

void
ys_window_undo (YsWindow *self)
{
  if (self->document != NULL)
    ys_document_undo (self->document);
}

void
ys_window_redo (YsWindow *self)
{
  if (self->document != NULL)
    ys_document_redo (self->document);
}

/* "alternatives/ALTERNATIVE" is one in the list, what is behind it one on its own page. */
static gboolean
is_within_alternative (const char *place)
{
  const char *id = strchr (place, '/');

  return g_str_has_prefix (place, "alternatives/") && strchr (id + 1, '/') != NULL;
}

void
ys_window_go_to (YsWindow   *self,
                 const char *place)
{
  if (place == NULL)
    return;

  ys_window_select_alternative (self, place);
  if (is_within_alternative (place))
    ys_window_go_to_alternative (self, place);
  else if (!g_str_has_prefix (place, "alternatives/"))
    {
      g_object_set (self, "page", "basis", NULL);
      ys_basis_page_go_to (self->basis, place);
    }
}
