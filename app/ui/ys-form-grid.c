/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-form-grid.h"

#include <glib/gi18n.h>

#include "ys-form-entry.h"
#include "ys-wrap.h"

struct _YsFormGrid
{
  AdwBin             parent_instance;

  YsWrap            *wrap;
  YsDocument        *document; /* not owned: the page's */
  YsTarget           target;
  const YsFormField *fields;
  gsize              n_fields;
  YsFormEntry      **entries;  /* [n_fields], not owned */
};

G_DEFINE_FINAL_TYPE (YsFormGrid, ys_form_grid, ADW_TYPE_BIN)

static gconstpointer
get_part (YsFormGrid *self)
{
  return ys_target_get (&self->target, ys_document_get_scenario (self->document));
}

static GtkWidget *
make_caption (const YsFormField *field)
{
  g_autofree char *both = field->term != NULL
    ? g_strdup_printf ("%s · %s", _(field->name), _(field->term)) : g_strdup (_(field->name));
  GtkWidget *label = gtk_label_new (both);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static void
add_entry (YsFormGrid *self,
           gsize       i)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *entry = ys_form_entry_new (self->document, &self->target, &self->fields[i]);

  gtk_box_append (GTK_BOX (cell), make_caption (&self->fields[i]));
  gtk_box_append (GTK_BOX (cell), entry);
  ys_wrap_append (self->wrap, cell);
  self->entries[i] = YS_FORM_ENTRY (entry);
}

static void
clear (YsFormGrid *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->wrap))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->entries, g_free);
}

/* They come and go in place, so that what is being typed goes on. */
static void
show_what_applies (YsFormGrid *self)
{
  gconstpointer part = get_part (self);

  for (gsize i = 0; i < self->n_fields; i++)
    gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->entries[i])),
                            ys_form_applies (&self->fields[i], part));
}

static void
ys_form_grid_finalize (GObject *object)
{
  g_free (YS_FORM_GRID (object)->entries);

  G_OBJECT_CLASS (ys_form_grid_parent_class)->finalize (object);
}

static void
ys_form_grid_class_init (YsFormGridClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_form_grid_finalize;
}

static void
ys_form_grid_init (YsFormGrid *self)
{
  self->wrap = YS_WRAP (ys_wrap_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->wrap));
}

void
ys_form_grid_set (YsFormGrid        *self,
                  YsDocument        *document,
                  const YsTarget    *target,
                  const YsFormField *fields,
                  gsize              n_fields)
{
  g_return_if_fail (YS_IS_FORM_GRID (self));

  self->document = document;
  self->target = *target;
  self->fields = fields;
  self->n_fields = n_fields;

  clear (self);
  self->entries = g_new0 (YsFormEntry *, n_fields);
  for (gsize i = 0; i < n_fields; i++)
    add_entry (self, i);
  show_what_applies (self);
}

void
ys_form_grid_update (YsFormGrid     *self,
                     const YsTarget *target)
{
  g_return_if_fail (YS_IS_FORM_GRID (self));

  self->target = *target;
  for (gsize i = 0; i < self->n_fields; i++)
    ys_form_entry_set_target (self->entries[i], target);
  show_what_applies (self);
}

gboolean
ys_form_grid_go_to (YsFormGrid *self,
                    const char *field)
{
  g_return_val_if_fail (YS_IS_FORM_GRID (self), FALSE);

  for (gsize i = 0; i < self->n_fields; i++)
    if (g_str_equal (self->fields[i].id, field))
      return gtk_widget_child_focus (GTK_WIDGET (self->entries[i]), GTK_DIR_TAB_FORWARD);

  return FALSE;
}
