/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-cases-list.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-number-entry.h"

struct _YsCasesList
{
  AdwBin   parent_instance;

  GtkBox  *rows;
  YsUnit   unit;
  char    *currency;
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsCasesList, ys_cases_list, ADW_TYPE_BIN)

static YsNumberEntry *
get_value_entry (GtkWidget *row)
{
  return YS_NUMBER_ENTRY (gtk_widget_get_first_child (row));
}

static YsNumberEntry *
get_weight_entry (GtkWidget *row)
{
  return YS_NUMBER_ENTRY (gtk_widget_get_next_sibling (gtk_widget_get_first_child (row)));
}

static void
edited_cb (YsCasesList *self)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
remove_clicked_cb (YsCasesList *self,
                   GtkWidget   *button)
{
  gtk_box_remove (self->rows, gtk_widget_get_parent (button));
  edited_cb (self);
}

static GtkWidget *
add_entry (YsCasesList *self,
           GtkWidget   *row,
           YsUnit       unit,
           const char  *label,
           double       value)
{
  GtkWidget *entry = ys_number_entry_new ();

  ys_number_entry_set_unit (YS_NUMBER_ENTRY (entry), unit, self->currency);
  ys_number_entry_set_value (YS_NUMBER_ENTRY (entry), value);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_swapped (entry, "edited", G_CALLBACK (edited_cb), self);
  gtk_box_append (GTK_BOX (row), entry);

  return entry;
}

static GtkWidget *
add_row (YsCasesList *self,
         double       value,
         double       weight)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  GtkWidget *entry = add_entry (self, row, self->unit, _("Value"), value);

  add_entry (self, row, YS_UNIT_NUMBER, _("Weight"), weight);
  gtk_widget_set_tooltip_text (remove, _("Remove This Case"));
  gtk_widget_add_css_class (remove, "flat");
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_box_append (self->rows, row);

  return entry;
}

static void
add_clicked_cb (YsCasesList *self)
{
  gtk_widget_grab_focus (add_row (self, NAN, 1.0));
  edited_cb (self);
}

static void
ys_cases_list_finalize (GObject *object)
{
  g_clear_pointer (&YS_CASES_LIST (object)->currency, g_free);

  G_OBJECT_CLASS (ys_cases_list_parent_class)->finalize (object);
}

static void
ys_cases_list_class_init (YsCasesListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_cases_list_finalize;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_cases_list_init (YsCasesList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *add = gtk_button_new_with_mnemonic (_("_Add a Case"));

  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_widget_add_css_class (add, "flat");
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows));
  gtk_box_append (GTK_BOX (box), add);
  adw_bin_set_child (ADW_BIN (self), box);
}

void
ys_cases_list_edit (YsCasesList  *self,
                    const YsCase *cases,
                    gsize         n_cases,
                    YsUnit        unit,
                    const char   *currency)
{
  GtkWidget *row;

  g_return_if_fail (YS_IS_CASES_LIST (self));

  g_free (self->currency);
  self->currency = g_strdup (currency);
  self->unit = unit;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);

  for (gsize i = 0; i < n_cases; i++)
    add_row (self, cases[i].value, cases[i].weight);
  for (gsize i = n_cases; i < 2 && n_cases == 0; i++)
    add_row (self, NAN, 1.0);
}

GArray *
ys_cases_list_dup_cases (YsCasesList *self)
{
  g_autoptr (GArray) cases = g_array_new (FALSE, FALSE, sizeof (YsCase));

  g_return_val_if_fail (YS_IS_CASES_LIST (self), NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      YsCase one = { ys_number_entry_get_value (get_value_entry (row)),
                     ys_number_entry_get_value (get_weight_entry (row)) };

      if (isnan (one.value) || isnan (one.weight))
        return NULL;
      g_array_append_val (cases, one);
    }

  return cases->len > 0 ? g_steal_pointer (&cases) : NULL;
}

const char *
ys_cases_list_get_error (YsCasesList *self)
{
  g_return_val_if_fail (YS_IS_CASES_LIST (self), NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const char *error = ys_number_entry_get_error (get_value_entry (row));

      if (error == NULL)
        error = ys_number_entry_get_error (get_weight_entry (row));
      if (error != NULL)
        return error;
    }

  return NULL;
}
