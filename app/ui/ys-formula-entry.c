/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-formula-entry.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ys-estimate-text.h"
#include "ys-formula.h"
#include "ys-parse.h"

#define MOST_SUGGESTIONS 6

struct _YsFormulaEntry
{
  AdwBin      parent_instance;

  GtkEntry   *entry;
  GtkListBox *list;

  YsScenario *scenario;
  char       *formula;
  char       *error;
  gboolean    setting;
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *text;
  const char *meaning;
} functions[] = {
  { "min(", N_("the smaller one: min(a, b)") },
  { "max(", N_("the larger one: max(a, b)") },
  { "if(", N_("if(condition, value if so, value if not)") },
  { "abs(", N_("without its sign: abs(a)") },
  { "sqrt(", N_("square root: sqrt(a)") },
  { "exp(", N_("e to the power of: exp(a)") },
  { "ln(", N_("natural logarithm: ln(a)") },
  { "period", N_("the number of the period: 1, 2, …") },
};

G_DEFINE_FINAL_TYPE (YsFormulaEntry, ys_formula_entry, ADW_TYPE_BIN)

/* --- errors ----------------------------------------------------------------------------------- */

static void
underline (YsFormulaEntry *self,
           const char     *text,
           const GArray   *places,
           gsize           at,
           gsize           length)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  gsize from = places != NULL ? g_array_index (places, gsize, MIN (at, places->len - 1)) : 0;
  gsize to = places != NULL ? g_array_index (places, gsize, MIN (at + length, places->len - 1))
                            : strlen (text);
  PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);

  /* Where something is missing, what comes before it is marked. */
  if (to <= from && from > 0)
    from = (gsize) (g_utf8_find_prev_char (text, text + from) - text);

  line->start_index = (guint) from;
  line->end_index = (guint) MAX (to, from + 1);
  pango_attr_list_insert (attributes, line);
  gtk_entry_set_attributes (self->entry, attributes);
}

static void
show_error (YsFormulaEntry *self)
{
  if (self->error == NULL)
    {
      g_autoptr (PangoAttrList) none = pango_attr_list_new ();

      gtk_entry_set_attributes (self->entry, none);
    }

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               self->error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                                   : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->error != NULL ? self->error : "", -1);
}

static void
read_text (YsFormulaEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GArray) places = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *plain = NULL;
  gsize at = 0, length = 0;

  g_clear_pointer (&self->error, g_free);
  g_clear_pointer (&self->formula, g_free);

  if (*text != '\0')
    {
      plain = ys_parse_formula (text, &places, &error);
      self->error = plain != NULL ? ys_formula_complain (plain, self->scenario, &at, &length)
                                  : g_strdup (error->message);
      if (self->error == NULL)
        self->formula = g_steal_pointer (&plain);
      else
        underline (self, text, places, at, length);
    }

  show_error (self);
}

/* --- suggestions ------------------------------------------------------------------------------ */

/* The name in front of the cursor. [bytes] */
static gsize
find_word (const char *text,
           gsize       cursor)
{
  const char *start = text + cursor;

  while (start > text)
    {
      const char *before = g_utf8_prev_char (start);
      gunichar c = g_utf8_get_char (before);

      if (!g_unichar_isalnum (c) && c != '_')
        break;
      start = before;
    }

  return (gsize) (start - text);
}

static char *
dup_word (YsFormulaEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const char *cursor =
      g_utf8_offset_to_pointer (text, gtk_editable_get_position (GTK_EDITABLE (self->entry)));
  gsize start = find_word (text, (gsize) (cursor - text));

  return g_strndup (text + start, (gsize) (cursor - text) - start);
}

static gboolean
begins_so (const char *candidate,
           const char *folded)
{
  g_autofree char *text = g_utf8_casefold (candidate, -1);

  return g_str_has_prefix (text, folded);
}

static void
add_suggestion (YsFormulaEntry *self,
                const char     *insert,
                const char     *meaning)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *name = gtk_label_new (insert);
  GtkWidget *text = gtk_label_new (meaning);

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (text, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), text);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "insert", g_strdup (insert), g_free);
  gtk_list_box_append (self->list, row);
}

static int
add_assumptions (YsFormulaEntry *self,
                 const char     *folded)
{
  int n = 0;

  for (guint i = 0; self->scenario != NULL && i < self->scenario->assumptions->len; i++)
    {
      const YsAssumption *assumption = self->scenario->assumptions->pdata[i];
      g_autofree char *name = ys_formula_name_from_id (assumption->id);

      if (n == MOST_SUGGESTIONS || (!begins_so (name, folded) && !begins_so (assumption->name, folded)))
        continue;
      add_suggestion (self, name, assumption->name);
      n++;
    }

  return n;
}

static void
add_functions (YsFormulaEntry *self,
               const char     *folded,
               int             most)
{
  for (gsize i = 0; i < G_N_ELEMENTS (functions) && most > 0; i++)
    if (begins_so (functions[i].text, folded))
      {
        add_suggestion (self, functions[i].text, _(functions[i].meaning));
        most--;
      }
}

static void
clear_list (YsFormulaEntry *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
}

/* None for what stands there whole already. */
static gboolean
is_whole (YsFormulaEntry *self,
          const char     *word)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  return first == NULL || (gtk_list_box_get_row_at_index (self->list, 1) == NULL
                           && g_strcmp0 (g_object_get_data (G_OBJECT (first), "insert"), word) == 0);
}

static void
suggest (YsFormulaEntry *self)
{
  g_autofree char *word = dup_word (self);
  g_autofree char *folded = g_utf8_casefold (word, -1);
  int n;

  clear_list (self);
  if (*word == '\0' || g_unichar_isdigit (g_utf8_get_char (word)))
    return;

  n = add_assumptions (self, folded);
  add_functions (self, folded, MOST_SUGGESTIONS - n);
  if (is_whole (self, word))
    {
      clear_list (self);
      return;
    }

  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
}

static void
take (YsFormulaEntry *self,
      GtkListBoxRow  *row)
{
  g_autofree char *insert = g_strdup (g_object_get_data (G_OBJECT (row), "insert"));
  g_autofree char *word = dup_word (self);
  GtkEditable *editable = GTK_EDITABLE (self->entry);
  int cursor = gtk_editable_get_position (editable);
  int start = cursor - (int) g_utf8_strlen (word, -1);

  self->setting = TRUE;
  gtk_editable_delete_text (editable, start, cursor);
  self->setting = FALSE;
  gtk_editable_insert_text (editable, insert, -1, &start);
  gtk_editable_set_position (editable, start);
  clear_list (self);
  gtk_entry_grab_focus_without_selecting (self->entry);
}

static void
move_selection (YsFormulaEntry *self,
                int             by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + by : 0;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list, MAX (index, 0));

  if (next != NULL)
    gtk_list_box_select_row (self->list, next);
}

/* --- callbacks -------------------------------------------------------------------------------- */

static void
changed_cb (YsFormulaEntry *self)
{
  if (self->setting)
    return;

  read_text (self);
  suggest (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
row_activated_cb (YsFormulaEntry *self,
                  GtkListBoxRow  *row)
{
  take (self, row);
}

static gboolean
key_pressed_cb (YsFormulaEntry  *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->list)) || row == NULL)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Down:
      move_selection (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      take (self, row);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      clear_list (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
ys_formula_entry_finalize (GObject *object)
{
  YsFormulaEntry *self = YS_FORMULA_ENTRY (object);

  g_clear_pointer (&self->scenario, ys_scenario_unref);
  g_clear_pointer (&self->formula, g_free);
  g_clear_pointer (&self->error, g_free);

  G_OBJECT_CLASS (ys_formula_entry_parent_class)->finalize (object);
}

static void
ys_formula_entry_class_init (YsFormulaEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ys_formula_entry_finalize;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-formula-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, YsFormulaEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, YsFormulaEntry, list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ys_formula_entry_init (YsFormulaEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ys_formula_entry_edit (YsFormulaEntry   *self,
                       const char       *formula,
                       const YsScenario *scenario)
{
  g_autofree char *local = formula != NULL ? ys_format_formula (formula) : g_strdup ("");
  YsScenario *own = scenario != NULL ? ys_scenario_ref (scenario) : NULL;

  g_return_if_fail (YS_IS_FORMULA_ENTRY (self));

  g_clear_pointer (&self->scenario, ys_scenario_unref);
  self->scenario = own;
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), local);
  self->setting = FALSE;
  clear_list (self);
  read_text (self);
}

const char *
ys_formula_entry_get_formula (YsFormulaEntry *self)
{
  g_return_val_if_fail (YS_IS_FORMULA_ENTRY (self), NULL);

  return self->formula;
}

const char *
ys_formula_entry_get_error (YsFormulaEntry *self)
{
  g_return_val_if_fail (YS_IS_FORMULA_ENTRY (self), NULL);

  return self->error;
}
