/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-alternative-page.h"

#include "ys-alternative-editor.h"

struct _YsAlternativePage
{
  YsPage               parent_instance;

  YsAlternativeEditor *editor;
  YsDocument          *document; /* not owned: the editor's */
};

G_DEFINE_FINAL_TYPE (YsAlternativePage, ys_alternative_page, YS_TYPE_PAGE)

static void
ys_alternative_page_class_init (YsAlternativePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (YS_TYPE_ALTERNATIVE_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-alternative-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsAlternativePage, editor);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
}

static void
ys_alternative_page_init (YsAlternativePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ys_alternative_page_set_document (YsAlternativePage *self,
                                  YsDocument        *document)
{
  g_return_if_fail (YS_IS_ALTERNATIVE_PAGE (self));

  self->document = document;
  ys_alternative_editor_set_document (self->editor, document);
}

GPtrArray *
ys_alternative_page_get_selected_lines (YsAlternativePage *self)
{
  g_return_val_if_fail (YS_IS_ALTERNATIVE_PAGE (self), NULL);

  return ys_alternative_editor_dup_selected (self->editor);
}

static int
find_alternative (YsAlternativePage *self,
                  const char        *id)
{
  const GPtrArray *alternatives = ys_document_get_scenario (self->document)->alternatives;

  for (guint i = 0; i < alternatives->len; i++)
    if (g_str_equal (((const YsAlternative *) alternatives->pdata[i])->id, id))
      return (int) i;

  return -1;
}

void
ys_alternative_page_begin (YsAlternativePage *self)
{
  g_return_if_fail (YS_IS_ALTERNATIVE_PAGE (self));

  ys_alternative_editor_go_to (self->editor, NULL, "name");
}

/* "alternatives", the id of one, and a field, or a line and its field; NULL: something else */
static GStrv
split_place (const char *place)
{
  GStrv steps = g_strsplit (place, "/", -1);

  if (g_strv_length (steps) >= 3 && g_str_equal (steps[0], "alternatives"))
    return steps;

  g_strfreev (steps);
  return NULL;
}

gboolean
ys_alternative_page_select (YsAlternativePage *self,
                            const char        *place)
{
  g_auto (GStrv) steps = split_place (place);
  int alternative;

  g_return_val_if_fail (YS_IS_ALTERNATIVE_PAGE (self), FALSE);

  alternative = steps != NULL ? find_alternative (self, steps[1]) : -1;
  if (alternative < 0)
    return FALSE;

  g_object_set (self, "selected", alternative, NULL);
  return TRUE;
}

gboolean
ys_alternative_page_go_to (YsAlternativePage *self,
                           const char        *place)
{
  g_auto (GStrv) steps = split_place (place);

  g_return_val_if_fail (YS_IS_ALTERNATIVE_PAGE (self), FALSE);

  if (!ys_alternative_page_select (self, place))
    return FALSE;
  if (steps[3] != NULL)
    return ys_alternative_editor_go_to (self->editor, steps[2], steps[3]);

  return ys_alternative_editor_go_to (self->editor, NULL, *steps[2] != '\0' ? steps[2] : NULL);
}
