/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-line-edit.h"

#include <glib/gi18n.h>

#include "ys-edit.h"

/* What is done to the lines of one alternative, until it is one step of the document. */
typedef struct
{
  YsScenario      *scenario; /* newer with each thing done */
  guint            alternative;
  const GtkBitset *selected;
  GVariant        *parameter;
  GtkBitset       *after;    /* to be selected */
} Edit;

static const GPtrArray *
get_lines (const Edit *edit)
{
  return ((const YsAlternative *) edit->scenario->alternatives->pdata[edit->alternative])->lines;
}

static void
set_scenario (Edit       *edit,
              YsScenario *newer)
{
  ys_scenario_unref (edit->scenario);
  edit->scenario = newer;
}

static void
insert_line (Edit         *edit,
             guint         index,
             const YsLine *line)
{
  set_scenario (edit, ys_edit_insert_line (edit->scenario, edit->alternative, index, line));
  gtk_bitset_add (edit->after, index);
}

/* Each makes sense as it is. */
static void
add (Edit *edit)
{
  const YsLineKind *kind = ys_line_kind_find (g_variant_get_string (edit->parameter, NULL));
  const char *name = _(kind->name);
  g_autofree char *id = ys_edit_make_id (edit->scenario, name);
  g_autoptr (YsLine) line = ys_line_new (kind, id, name);
  guint index = gtk_bitset_is_empty (edit->selected)
                ? get_lines (edit)->len : gtk_bitset_get_maximum (edit->selected) + 1;

  ys_edit_change_kind (line, kind);
  insert_line (edit, index, line);
}

static void
duplicate (Edit *edit)
{
  guint last = gtk_bitset_get_maximum (edit->selected);

  for (guint i = 0; i < gtk_bitset_get_size (edit->selected); i++)
    {
      const YsLine *line = get_lines (edit)->pdata[gtk_bitset_get_nth (edit->selected, i)];
      g_autoptr (YsLine) copy = ys_line_copy (line);

      g_free (copy->id);
      copy->id = ys_edit_make_id (edit->scenario, copy->name);
      insert_line (edit, last + 1 + i, copy);
    }
}

/* What stands in their place afterwards is selected. */
static void
remove_lines (Edit *edit)
{
  guint first = gtk_bitset_get_minimum (edit->selected);

  for (guint i = gtk_bitset_get_size (edit->selected); i > 0; i--)
    set_scenario (edit, ys_edit_remove_line (edit->scenario, edit->alternative,
                                             gtk_bitset_get_nth (edit->selected, i - 1)));
  if (get_lines (edit)->len > 0)
    gtk_bitset_add (edit->after, MIN (first, get_lines (edit)->len - 1));
}

static void
move_line (Edit  *edit,
           guint  from,
           guint  to)
{
  set_scenario (edit, ys_edit_move_line (edit->scenario, edit->alternative, from, to));
  gtk_bitset_add (edit->after, to);
}

static void
move_up (Edit *edit)
{
  if (gtk_bitset_get_minimum (edit->selected) == 0)
    return;

  for (guint i = 0; i < gtk_bitset_get_size (edit->selected); i++)
    move_line (edit, gtk_bitset_get_nth (edit->selected, i),
               gtk_bitset_get_nth (edit->selected, i) - 1);
}

static void
move_down (Edit *edit)
{
  if (gtk_bitset_get_maximum (edit->selected) + 1 == get_lines (edit)->len)
    return;

  for (guint i = gtk_bitset_get_size (edit->selected); i > 0; i--)
    move_line (edit, gtk_bitset_get_nth (edit->selected, i - 1),
               gtk_bitset_get_nth (edit->selected, i - 1) + 1);
}

static guint
count_selected_before (const Edit *edit,
                       guint       index)
{
  return index > 0 ? (guint) gtk_bitset_get_size_in_range (edit->selected, 0, index - 1) : 0;
}

static void
move_to (Edit *edit)
{
  guint n_lines = (guint) gtk_bitset_get_size (edit->selected);
  guint to = MIN (g_variant_get_uint32 (edit->parameter), get_lines (edit)->len);
  g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_line_unref);

  to -= count_selected_before (edit, to);
  for (guint i = 0; i < n_lines; i++)
    g_ptr_array_add (
      moved, ys_line_ref (get_lines (edit)->pdata[gtk_bitset_get_nth (edit->selected, i)]));

  for (guint i = n_lines; i > 0; i--)
    set_scenario (edit, ys_edit_remove_line (edit->scenario, edit->alternative,
                                             gtk_bitset_get_nth (edit->selected, i - 1)));
  for (guint i = 0; i < n_lines; i++)
    insert_line (edit, to + i, moved->pdata[i]);
}

static const struct
{
  const char *id;
  void      (*run) (Edit *edit);
  gboolean    on_none; /* makes sense with nothing selected */
  const char *label;
} edits[] = {
  { "lines.add", add, TRUE, N_("new line") },
  { "lines.remove", remove_lines, FALSE, N_("removal of lines") },
  { "lines.duplicate", duplicate, FALSE, N_("duplication of lines") },
  { "lines.move-up", move_up, FALSE, N_("moving of lines") },
  { "lines.move-down", move_down, FALSE, N_("moving of lines") },
  { "lines.move-to", move_to, FALSE, N_("moving of lines") },
};

static gsize
find_edit (const char *id)
{
  gsize i = 0;

  while (!g_str_equal (edits[i].id, id))
    i++;

  return i;
}

/* Where undo goes to: the alternative itself, whose lines they are. */
static char *
dup_place (const Edit *edit)
{
  const YsAlternative *alternative = edit->scenario->alternatives->pdata[edit->alternative];

  return g_strdup_printf ("alternatives/%s/", alternative->id);
}

GtkBitset *
ys_line_edit (YsDocument       *document,
              guint             alternative,
              const GtkBitset  *selected,
              const char       *what,
              GVariant         *parameter,
              GError          **error)
{
  gsize found = find_edit (what);
  g_autoptr (YsScenario) scenario = ys_scenario_ref (ys_document_get_scenario (document));
  g_autoptr (GtkBitset) after = gtk_bitset_new_empty ();
  g_autofree char *place = NULL;
  Edit edit = { scenario, alternative, selected, parameter, after };
  gboolean done;

  if (gtk_bitset_is_empty (selected) && !edits[found].on_none)
    return NULL;

  edits[found].run (&edit);
  scenario = edit.scenario;
  place = dup_place (&edit);

  ys_document_end_step (document);
  done = ys_document_apply (document, scenario, _(edits[found].label), place, error);
  ys_document_end_step (document);

  return done ? g_steal_pointer (&after) : NULL;
}
