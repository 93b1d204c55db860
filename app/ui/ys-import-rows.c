/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-import-rows.h"

#include <glib/gi18n.h>

#include "ys-format.h"

/* More than these are said to be there, and not shown. */
#define MOST_PERIODS 24

struct _YsImportRows
{
  GObject     parent_instance;

  YsImport   *import;
  GPtrArray  *kinds;    /* (element-type YsLineKind) those that have amounts by year */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsImportRows, ys_import_rows, G_TYPE_OBJECT)

static YsImportRow *
get_row (YsImportRows *self,
         GtkListItem  *item)
{
  GtkStringObject *object = gtk_list_item_get_item (item);

  return self->import->rows->pdata[g_ascii_strtoull (gtk_string_object_get_string (object), NULL, 10)];
}

/* --- wanted ----------------------------------------------------------------------------------- */

static void
toggled_cb (GtkCheckButton *button,
            GtkListItem    *item)
{
  YsImportRows *self = g_object_get_data (G_OBJECT (item), "rows");

  if (gtk_list_item_get_item (item) == NULL || g_object_get_data (G_OBJECT (item), "binding") != NULL)
    return;

  get_row (self, item)->wanted = gtk_check_button_get_active (button);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
setup_wanted_cb (YsImportRows *self,
                 GtkListItem  *item)
{
  GtkWidget *button = gtk_check_button_new ();

  g_object_set_data (G_OBJECT (item), "rows", self);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), item);
  gtk_list_item_set_child (item, button);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_wanted_cb (YsImportRows *self,
                GtkListItem  *item)
{
  const YsImportRow *row = get_row (self, item);
  GtkWidget *button = gtk_list_item_get_child (item);

  g_object_set_data (G_OBJECT (item), "binding", self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), row->wanted);
  g_object_set_data (G_OBJECT (item), "binding", NULL);
  gtk_widget_set_visible (button, row->kind != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, row->name, -1);
}

/* --- name, and what is to be said of it -------------------------------------------------------- */

static void
setup_name_cb (YsImportRows *self,
               GtkListItem  *item)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "valign",
                                 GTK_ALIGN_CENTER, NULL);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END,
                                  "width-chars", 18, NULL);
  GtkWidget *why = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "width-chars", 18, NULL);

  gtk_widget_add_css_class (why, "caption");
  gtk_widget_add_css_class (why, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), why);
  gtk_list_item_set_child (item, box);
}

static void
bind_name_cb (YsImportRows *self,
              GtkListItem  *item)
{
  const YsImportRow *row = get_row (self, item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *why = gtk_widget_get_next_sibling (name);

  gtk_label_set_text (GTK_LABEL (name), row->name);
  gtk_widget_set_tooltip_text (name, row->name);
  gtk_label_set_text (GTK_LABEL (why), row->why != NULL ? row->why : "");
  gtk_widget_set_visible (why, row->why != NULL);
}

/* --- what it counts as ------------------------------------------------------------------------ */

static void
kind_selected_cb (GtkDropDown *drop_down,
                  GParamSpec  *pspec,
                  GtkListItem *item)
{
  YsImportRows *self = g_object_get_data (G_OBJECT (item), "rows");

  if (gtk_list_item_get_item (item) == NULL || g_object_get_data (G_OBJECT (item), "binding") != NULL)
    return;

  get_row (self, item)->kind = self->kinds->pdata[gtk_drop_down_get_selected (drop_down)];
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
setup_kind_cb (YsImportRows *self,
               GtkListItem  *item)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (guint i = 0; i < self->kinds->len; i++)
    gtk_string_list_append (names, _(((const YsLineKind *) self->kinds->pdata[i])->name));

  drop_down = g_object_new (GTK_TYPE_DROP_DOWN, "model", names, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (drop_down, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Counts as"), -1);
  g_object_set_data (G_OBJECT (item), "rows", self);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (kind_selected_cb), item);
  gtk_list_item_set_child (item, drop_down);
}

static void
bind_kind_cb (YsImportRows *self,
              GtkListItem  *item)
{
  const YsImportRow *row = get_row (self, item);
  GtkWidget *drop_down = gtk_list_item_get_child (item);
  guint index = 0;

  g_object_set_data (G_OBJECT (item), "binding", self);
  if (g_ptr_array_find (self->kinds, row->kind, &index))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), index);
  g_object_set_data (G_OBJECT (item), "binding", NULL);
  gtk_widget_set_visible (drop_down, row->kind != NULL);
}

/* --- amounts ---------------------------------------------------------------------------------- */

static void
setup_amount_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0f, NULL);

  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_amount_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                YsImportRows             *self)
{
  int period = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "period"));
  const YsImportRow *row = get_row (self, item);
  g_autofree char *text = NULL;

  if (row->kind != NULL && row->amounts[period] != 0.0)
    text = ys_format_number (row->amounts[period], YS_FORMAT_EXACT);
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text != NULL ? text : "");
}

/* --- columns ---------------------------------------------------------------------------------- */

static void
add_column (GtkColumnView      *view,
            const char         *title,
            GtkListItemFactory *factory,
            gboolean            expand)
{
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_append_column (view, column);
}

static GtkListItemFactory *
factory_new (YsImportRows *self,
             GCallback     setup,
             GCallback     bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", bind, self, G_CONNECT_SWAPPED);

  return factory;
}

static void
add_period (YsImportRows     *self,
            GtkColumnView    *view,
            const YsScenario *scenario,
            int               period)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *title = ys_format_period (scenario->start, ys_scenario_get_per_year (scenario), period);

  g_object_set_data (G_OBJECT (factory), "period", GINT_TO_POINTER (period));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_amount_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_amount_cb), self, 0);
  add_column (view, title, factory, FALSE);
}

static gboolean
has_amounts (const YsImport *import,
             int             period)
{
  for (guint i = 0; i < import->rows->len; i++)
    {
      const YsImportRow *row = import->rows->pdata[i];

      if (row->kind != NULL && row->amounts[period] != 0.0)
        return TRUE;
    }

  return FALSE;
}

static void
add_periods (YsImportRows     *self,
             GtkColumnView    *view,
             const YsScenario *scenario)
{
  int n = 0;

  if (self->import->choices.years < 0)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

      g_object_set_data (G_OBJECT (factory), "period", GINT_TO_POINTER (1));
      g_signal_connect (factory, "setup", G_CALLBACK (setup_amount_cb), NULL);
      g_signal_connect_object (factory, "bind", G_CALLBACK (bind_amount_cb), self, 0);
      add_column (view, _("Every year"), factory, FALSE);
      return;
    }

  for (int t = 0; t <= self->import->n_periods && n < MOST_PERIODS; t++)
    if (has_amounts (self->import, t))
      {
        add_period (self, view, scenario, t);
        n++;
      }
}

static void
remove_columns (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (view, column);
    }
}

static GtkSelectionModel *
make_model (YsImportRows *self)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->import->rows->len; i++)
    {
      char index[16];

      g_snprintf (index, sizeof index, "%u", i);
      gtk_string_list_append (list, index);
    }

  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (list)));
}

void
ys_import_rows_show (GtkColumnView    *view,
                     YsImportRows     *self,
                     YsImport         *import,
                     const YsScenario *scenario)
{
  g_autoptr (GtkSelectionModel) model = NULL;

  gtk_column_view_set_model (view, NULL);
  remove_columns (view);
  self->import = import;

  add_column (view, "", factory_new (self, G_CALLBACK (setup_wanted_cb), G_CALLBACK (bind_wanted_cb)), FALSE);
  add_column (view, _("Line"), factory_new (self, G_CALLBACK (setup_name_cb), G_CALLBACK (bind_name_cb)), TRUE);
  add_column (view, _("Counts as"), factory_new (self, G_CALLBACK (setup_kind_cb), G_CALLBACK (bind_kind_cb)),
              FALSE);
  add_periods (self, view, scenario);

  model = make_model (self);
  gtk_column_view_set_model (view, model);
}

static void
ys_import_rows_finalize (GObject *object)
{
  YsImportRows *self = YS_IMPORT_ROWS (object);

  g_ptr_array_unref (self->kinds);

  G_OBJECT_CLASS (ys_import_rows_parent_class)->finalize (object);
}

static void
ys_import_rows_class_init (YsImportRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_import_rows_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
ys_import_rows_init (YsImportRows *self)
{
  const YsLineKind *const *kinds = ys_line_kinds ();

  self->kinds = g_ptr_array_new ();
  for (gsize i = 0; kinds[i] != NULL; i++)
    if ((kinds[i]->fields & YS_FIELD_BIT (YS_FIELD_AMOUNT)) != 0)
      g_ptr_array_add (self->kinds, (gpointer) kinds[i]);
}

YsImportRows *
ys_import_rows_new (void)
{
  return g_object_new (YS_TYPE_IMPORT_ROWS, NULL);
}
