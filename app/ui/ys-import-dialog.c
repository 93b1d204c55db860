/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-import-dialog.h"

#include <glib/gi18n.h>

#include "ys-edit.h"
#include "ys-format.h"
#include "ys-import-rows.h"

struct _YsImportDialog
{
  AdwWindow       parent_instance;

  GtkFlowBox     *choices;
  GtkLabel       *notes;
  GtkColumnView  *rows;
  GtkButton      *add_button;

  GtkDropDown    *sheet;       /* NULL: there is only one */
  GtkDropDown    *into;
  GtkDropDown    *names;
  GtkDropDown    *years;
  GtkDropDown    *unit;
  GtkDropDown    *digits;

  YsDocument     *document;
  GPtrArray      *sheets;      /* (element-type YsCells) */
  YsImport       *import;
  YsImportRows   *list;
  gboolean        filling;     /* the choices, which are no choices of the user's */
};

enum
{
  SIGNAL_ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsImportDialog, ys_import_dialog, ADW_TYPE_WINDOW)

static const double units[] = { 1.0, 1e3, 1e6 };

static const YsCells *
get_cells (YsImportDialog *self)
{
  return self->sheets->pdata[self->sheet != NULL ? gtk_drop_down_get_selected (self->sheet) : 0];
}

/* --- the proposal ----------------------------------------------------------------------------- */

static void
update_button (YsImportDialog *self)
{
  guint n = 0;
  g_autofree char *label = NULL;

  for (guint i = 0; i < self->import->rows->len; i++)
    n += ((YsImportRow *) self->import->rows->pdata[i])->wanted;

  label = g_strdup_printf (ngettext ("_Add %u Line", "_Add %u Lines", n), n);
  gtk_button_set_label (self->add_button, label);
  gtk_button_set_use_underline (self->add_button, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), n > 0);
}

static void
show_notes (YsImportDialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->import->notes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *) self->import->notes->pdata[i]);
  if (self->import->rows->len == 0)
    g_string_assign (text, _("There is nothing in it that could be a line: a name, and amounts beside it."));

  gtk_label_set_text (self->notes, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), text->len > 0);
}

/* What the user changed of single rows belongs to what they were; it goes when all is read anew. */
static void
propose (YsImportDialog        *self,
         const YsImportChoices *choices)
{
  const YsScenario *scenario = ys_document_get_scenario (self->document);

  g_clear_pointer (&self->import, ys_import_free);
  self->import = ys_import_new (get_cells (self), scenario, choices);
  ys_import_rows_show (self->rows, self->list, self->import, scenario);
  show_notes (self);
  update_button (self);
}

/* --- the choices ------------------------------------------------------------------------------ */

static guint
find_unit (double unit)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (units) && units[i] != unit)
    i++;

  return i;
}

static void
choice_changed_cb (YsImportDialog *self)
{
  YsImportChoices choices;

  if (self->filling)
    return;

  choices = (YsImportChoices) {
    .digits = (YsDigitsStyle) gtk_drop_down_get_selected (self->digits),
    .names = (int) gtk_drop_down_get_selected (self->names),
    .years = (int) gtk_drop_down_get_selected (self->years) - 1,
    .unit = units[gtk_drop_down_get_selected (self->unit)],
  };
  propose (self, &choices);
}

static GtkDropDown *
add_choice (YsImportDialog *self,
            const char     *name,
            GCallback       changed)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GtkWidget *drop_down = g_object_new (GTK_TYPE_DROP_DOWN, "model", list, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0f, "mnemonic-widget", drop_down,
                                   "use-underline", TRUE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (label, "caption-heading");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL,
                                  -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), drop_down);
  gtk_flow_box_append (self->choices, box);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
  if (changed != NULL)
    g_signal_connect_swapped (drop_down, "notify::selected", changed, self);

  return GTK_DROP_DOWN (drop_down);
}

static void
fill (GtkDropDown *drop_down,
      GPtrArray   *texts, /* consumed */
      guint        selected)
{
  g_autoptr (GtkStringList) list = NULL;

  g_ptr_array_add (texts, NULL);
  list = gtk_string_list_new ((const char *const *) texts->pdata);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (drop_down, selected);
  g_ptr_array_unref (texts);
}

static GPtrArray *
texts_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static void
fill_names (YsImportDialog *self)
{
  GPtrArray *texts = texts_new ();

  for (gsize column = 0; column < get_cells (self)->n_columns; column++)
    {
      g_autofree char *place = ys_cells_get_place (0, column);

      place[strlen (place) - 1] = '\0';
      /* Translators: %s is the letter of a column in a spreadsheet */
      g_ptr_array_add (texts, g_strdup_printf (_("Column %s"), place));
    }

  fill (self->names, texts, (guint) MAX (self->import->choices.names, 0));
}

/* Nobody has the years so far down. */
#define MOST_ROWS 40

static void
fill_years (YsImportDialog *self)
{
  GPtrArray *texts = texts_new ();

  g_ptr_array_add (texts, g_strdup (_("No years")));
  for (gsize row = 0; row < MIN (get_cells (self)->n_rows, MOST_ROWS); row++)
    g_ptr_array_add (texts, g_strdup_printf (_("Row %zu"), row + 1));

  fill (self->years, texts, (guint) (self->import->choices.years + 1));
}

static void
fill_units (YsImportDialog *self)
{
  const char *currency = ys_document_get_scenario (self->document)->currency;
  GPtrArray *texts = texts_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    g_ptr_array_add (texts, ys_format_money (units[i], currency, YS_FORMAT_EXACT));

  fill (self->unit, texts, find_unit (self->import->choices.unit));
}

static void
fill_digits (YsImportDialog *self)
{
  GPtrArray *texts = texts_new ();

  g_ptr_array_add (texts, g_strdup ("1,234.50"));
  g_ptr_array_add (texts, g_strdup ("1.234,50"));
  fill (self->digits, texts, self->import->choices.digits);
}

static void
fill_into (YsImportDialog *self,
           int             alternative)
{
  const GPtrArray *alternatives = ys_document_get_scenario (self->document)->alternatives;
  GPtrArray *texts = texts_new ();

  for (guint i = 0; i < alternatives->len; i++)
    g_ptr_array_add (texts, g_strdup (((const YsAlternative *) alternatives->pdata[i])->name));
  g_ptr_array_add (texts, g_strdup (_("A new alternative")));

  fill (self->into, texts, alternative >= 0 ? (guint) alternative : alternatives->len);
}

static void
begin (YsImportDialog *self)
{
  self->filling = TRUE;
  propose (self, NULL);
  fill_names (self);
  fill_years (self);
  fill_units (self);
  fill_digits (self);
  self->filling = FALSE;
}

static void
add_sheets (YsImportDialog *self)
{
  GPtrArray *texts;

  if (self->sheets->len < 2)
    return;

  texts = texts_new ();
  self->sheet = add_choice (self, _("_Sheet"), NULL);
  for (guint i = 0; i < self->sheets->len; i++)
    g_ptr_array_add (texts, g_strdup (((const YsCells *) self->sheets->pdata[i])->name));
  fill (self->sheet, texts, 0);
  g_signal_connect_swapped (self->sheet, "notify::selected", G_CALLBACK (begin), self);
}

static void
add_choices (YsImportDialog *self)
{
  GCallback changed = G_CALLBACK (choice_changed_cb);

  add_sheets (self);
  self->into = add_choice (self, _("A_dd to"), NULL);
  self->names = add_choice (self, _("_Names in"), changed);
  self->years = add_choice (self, _("_Years in"), changed);
  self->unit = add_choice (self, _("Each _1 is"), changed);
  self->digits = add_choice (self, _("Numbers _like"), changed);
}

/* --- adding ----------------------------------------------------------------------------------- */

static YsScenario *
add_alternative (YsImportDialog *self)
{
  const YsScenario *scenario = ys_document_get_scenario (self->document);
  const char *name = get_cells (self)->name != NULL ? get_cells (self)->name : _("From a spreadsheet");
  g_autofree char *id = ys_edit_make_id (scenario, name);
  YsAlternative *alternative = ys_alternative_new (id, name);
  YsScenario *newer = ys_edit_insert (scenario, YS_PART_ALTERNATIVE, scenario->alternatives->len, alternative);

  ys_alternative_unref (alternative);

  return newer;
}

/* With the lines at the end of the alternative. */
static YsScenario *
add_lines (YsScenario      *scenario, /* consumed */
           guint            alternative,
           const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (YsScenario) older = scenario;
      const YsAlternative *own = older->alternatives->pdata[alternative];

      scenario = ys_edit_insert_line (older, alternative, own->lines->len, lines->pdata[i]);
    }

  return scenario;
}

static void
add_clicked_cb (YsImportDialog *self)
{
  const YsScenario *before = ys_document_get_scenario (self->document);
  guint alternative = gtk_drop_down_get_selected (self->into);
  YsScenario *base = alternative < before->alternatives->len ? ys_scenario_ref ((YsScenario *) before)
                                                             : add_alternative (self);
  g_autoptr (GPtrArray) lines = ys_import_make_lines (self->import, base);
  g_autoptr (YsScenario) newer = add_lines (base, alternative, lines);
  const YsAlternative *own = newer->alternatives->pdata[alternative];
  g_autofree char *place = g_strdup_printf ("alternatives/%s/", own->id);
  g_autoptr (GError) error = NULL;

  if (!ys_document_apply (self->document, newer, _("lines from a spreadsheet"), place, &error))
    {
      gtk_label_set_text (self->notes, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->notes), TRUE);
      return;
    }

  ys_document_end_step (self->document);
  g_signal_emit (self, signals[SIGNAL_ADDED], 0, (int) alternative);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
ys_import_dialog_finalize (GObject *object)
{
  YsImportDialog *self = YS_IMPORT_DIALOG (object);

  g_clear_pointer (&self->import, ys_import_free);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_object (&self->document);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (ys_import_dialog_parent_class)->finalize (object);
}

static void
ys_import_dialog_class_init (YsImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ys_import_dialog_finalize;

  signals[SIGNAL_ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, YsImportDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, YsImportDialog, notes);
  gtk_widget_class_bind_template_child (widget_class, YsImportDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, YsImportDialog, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ys_import_dialog_init (YsImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = ys_import_rows_new ();
  g_signal_connect_object (self->list, "changed", G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ys_import_dialog_new (GtkWindow  *parent,
                      YsDocument *document,
                      GPtrArray  *sheets,
                      int         alternative)
{
  YsImportDialog *self = g_object_new (YS_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->document = g_object_ref (document);
  self->sheets = g_ptr_array_ref (sheets);
  add_choices (self);
  begin (self);
  fill_into (self, alternative);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->add_button));

  return GTK_WIDGET (self);
}
