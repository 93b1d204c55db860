/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-basis-page.h"

#include <glib/gi18n.h>

#include "ys-basis.h"
#include "ys-form-entry.h"

/* One section on screen. */
typedef struct
{
  YsBasisPage          *page;
  const YsBasisSection *section;
  GtkWidget            *group;
  GtkWidget            *add;     /* NULL with fields of the scenario itself */
  GPtrArray            *rows;    /* (element-type GtkWidget), not owned */
  GPtrArray            *entries; /* (element-type YsFormEntry), not owned */
} Shown;

struct _YsBasisPage
{
  AdwBin      parent_instance;

  GtkBox     *sections;
  YsDocument *document;
  GPtrArray  *shown; /* (element-type Shown), in order */
};

G_DEFINE_FINAL_TYPE (YsBasisPage, ys_basis_page, ADW_TYPE_BIN)

static void
shown_free (Shown *shown)
{
  g_ptr_array_unref (shown->rows);
  g_ptr_array_unref (shown->entries);
  g_free (shown);
}

static const YsScenario *
get_scenario (Shown *shown)
{
  return ys_document_get_scenario (shown->page->document);
}

static GtkWidget *
add_entry (Shown              *shown,
           guint               index,
           const YsFormField *field)
{
  YsTarget target = ys_basis_get_target (shown->section, index);
  GtkWidget *entry = ys_form_entry_new (shown->page->document, &target, field);

  g_ptr_array_add (shown->entries, entry);

  return entry;
}

static void
add_row (Shown     *shown,
         GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (shown->group), row);
  g_ptr_array_add (shown->rows, row);
}

/* Fields of the scenario: a row each */

static void
add_field_row (Shown              *shown,
               const YsFormField *field)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *entry = add_entry (shown, 0, field);
  g_autofree char *hint
    = field->term != NULL && field->sentence != NULL
      ? g_strdup_printf ("%s · %s", _(field->term), _(field->sentence))
      : g_strdup (field->term != NULL ? _(field->term)
                                      : field->sentence != NULL ? _(field->sentence) : "");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(field->name));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), hint);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  add_row (shown, row);
}

/* Parts: a row each, their fields beside each other */

typedef struct
{
  Shown *shown;
  guint  index;
} Removal;

static void
refuse (Shown      *shown,
        const char *why)
{
  GtkWidget *dialog
    = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (shown->page))),
                              _("This is still needed"), why);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What names an assumption would make no sense without it. */
static gboolean
is_free (Shown *shown,
         guint  index)
{
  const YsAssumption *assumption;
  const char *user;
  g_autofree char *why = NULL;

  if (shown->section->part != YS_PART_ASSUMPTION)
    return TRUE;

  assumption = get_scenario (shown)->assumptions->pdata[index];
  user = ys_edit_find_user (get_scenario (shown), assumption->id);
  if (user == NULL)
    return TRUE;

  why = g_strdup_printf (_("“%s” rests on it. Change that first, then it can be removed."), user);
  refuse (shown, why);

  return FALSE;
}

static void
remove_cb (Removal *removal)
{
  Shown *shown = removal->shown;
  g_autoptr (YsScenario) newer = NULL;
  g_autoptr (GError) error = NULL;

  if (!is_free (shown, removal->index))
    return;

  newer = ys_edit_remove (get_scenario (shown), (YsPart) shown->section->part, removal->index);
  if (!ys_document_apply (shown->page->document, newer, _(shown->section->removed), NULL, &error))
    refuse (shown, error->message);
}

static GtkWidget *
make_remove_button (Shown *shown,
                    guint  index)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  Removal *removal = g_new (Removal, 1);

  *removal = (Removal) { shown, index };
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (button, _("Remove"));
  g_signal_connect_data (button, "clicked", G_CALLBACK (remove_cb), removal,
                         (GClosureNotify) (void (*) (void)) g_free, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_caption (const YsFormField *field)
{
  GtkWidget *label = gtk_label_new (_(field->name));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

/* Captions stand over the first row, for all of them. */
static void
add_part_row (Shown *shown,
              guint  index)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_add_css_class (box, "part");
  for (gsize i = 0; i < shown->section->n_fields; i++)
    {
      const YsFormField *field = &shown->section->fields[i];
      GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

      if (index == 0)
        gtk_box_append (GTK_BOX (cell), make_caption (field));
      gtk_box_append (GTK_BOX (cell), add_entry (shown, index, field));
      gtk_widget_set_hexpand (cell, field->width == 0);
      gtk_box_append (GTK_BOX (box), cell);
    }

  gtk_box_append (GTK_BOX (box), make_remove_button (shown, index));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  add_row (shown, row);
}

static void
add_rows (Shown *shown)
{
  if (shown->section->part < 0)
    {
      for (gsize i = 0; i < shown->section->n_fields; i++)
        add_field_row (shown, &shown->section->fields[i]);
    }
  else
    {
      guint n_parts = ys_basis_get_count (shown->section, get_scenario (shown));

      for (guint i = 0; i < n_parts; i++)
        add_part_row (shown, i);
    }
}

static guint
count_rows (Shown *shown)
{
  return shown->section->part < 0 ? (guint) shown->section->n_fields
                                  : ys_basis_get_count (shown->section, get_scenario (shown));
}

static void
rebuild (Shown *shown)
{
  for (guint i = 0; i < shown->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (shown->group), shown->rows->pdata[i]);
  g_ptr_array_set_size (shown->rows, 0);
  g_ptr_array_set_size (shown->entries, 0);
  add_rows (shown);
}

static void
update_add (Shown *shown)
{
  g_autoptr (YsScenario) newer = NULL;

  if (shown->add == NULL)
    return;

  newer = ys_basis_add (shown->section, get_scenario (shown));
  gtk_widget_set_sensitive (shown->add, newer != NULL);
  gtk_widget_set_tooltip_text (shown->add, newer == NULL ? _(shown->section->no_room) : NULL);
}

static void
update (Shown *shown)
{
  if (count_rows (shown) != shown->rows->len)
    rebuild (shown);
  else
    for (guint i = 0; i < shown->entries->len; i++)
      ys_form_entry_update (shown->entries->pdata[i]);

  update_add (shown);
}

static void
update_all (YsBasisPage *self)
{
  for (guint i = 0; i < self->shown->len; i++)
    update (self->shown->pdata[i]);
}

static void
add_cb (Shown *shown)
{
  g_autoptr (YsScenario) newer = ys_basis_add (shown->section, get_scenario (shown));
  g_autoptr (GError) error = NULL;

  if (newer == NULL)
    return;

  if (!ys_document_apply (shown->page->document, newer, _(shown->section->added), NULL, &error))
    refuse (shown, error->message);
  else
    gtk_widget_child_focus (shown->rows->pdata[shown->rows->len - 1], GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
make_add_button (Shown *shown)
{
  GtkWidget *button = gtk_button_new_with_label (_(shown->section->add));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_cb), shown);

  return button;
}

static void
show_section (YsBasisPage          *self,
              const YsBasisSection *section)
{
  Shown *shown = g_new0 (Shown, 1);

  shown->page = self;
  shown->section = section;
  shown->rows = g_ptr_array_new ();
  shown->entries = g_ptr_array_new ();
  shown->group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (shown->group), _(section->name));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (shown->group),
                                         _(section->sentence));
  if (section->part >= 0)
    {
      shown->add = make_add_button (shown);
      adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (shown->group), shown->add);
    }

  gtk_box_append (self->sections, shown->group);
  g_ptr_array_add (self->shown, shown);
}

static void
show_sections (YsBasisPage *self)
{
  gsize n_sections;
  const YsBasisSection *sections = ys_basis_sections (&n_sections);

  for (gsize i = 0; i < n_sections; i++)
    show_section (self, &sections[i]);
}

static void
ys_basis_page_dispose (GObject *object)
{
  YsBasisPage *self = YS_BASIS_PAGE (object);

  g_clear_object (&self->document);

  G_OBJECT_CLASS (ys_basis_page_parent_class)->dispose (object);
}

static void
ys_basis_page_finalize (GObject *object)
{
  g_ptr_array_unref (YS_BASIS_PAGE (object)->shown);

  G_OBJECT_CLASS (ys_basis_page_parent_class)->finalize (object);
}

static void
ys_basis_page_class_init (YsBasisPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ys_basis_page_dispose;
  object_class->finalize = ys_basis_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-basis-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsBasisPage, sections);
}

static void
ys_basis_page_init (YsBasisPage *self)
{
  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify) shown_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  show_sections (self);
}

void
ys_basis_page_set_document (YsBasisPage *self,
                            YsDocument  *document)
{
  g_return_if_fail (YS_IS_BASIS_PAGE (self));
  g_return_if_fail (YS_IS_DOCUMENT (document));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (!g_set_object (&self->document, document))
    return;

  g_signal_connect_object (document, "notify::scenario", G_CALLBACK (update_all), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < self->shown->len; i++)
    rebuild (self->shown->pdata[i]);
  update_all (self);
}

gboolean
ys_basis_page_go_to (YsBasisPage *self,
                     const char  *place)
{
  g_return_val_if_fail (YS_IS_BASIS_PAGE (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  for (guint i = 0; i < self->shown->len; i++)
    {
      const Shown *shown = self->shown->pdata[i];

      for (guint j = 0; j < shown->entries->len; j++)
        {
          g_autofree char *own = ys_form_entry_dup_place (shown->entries->pdata[j]);

          if (g_str_equal (own, place))
            return gtk_widget_child_focus (shown->entries->pdata[j], GTK_DIR_TAB_FORWARD);
        }
    }

  return FALSE;
}
