/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-checker.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* How many assumptions of a circle a message names. */
#define MAX_CIRCLE 8

/* Which assumptions the formula of each one names; walked for circles. */
typedef struct
{
  const YsAssumption *assumption;
  GPtrArray          *needs; /* (element-type Node) */
  gsize               next;  /* of needs, still to be followed */
  enum
  {
    NODE_NEW,
    NODE_ON_PATH,
    NODE_DONE,
  } state;
} Node;

static void
node_free (gpointer data)
{
  Node *node = data;

  g_ptr_array_unref (node->needs);
  g_free (node);
}

static Node *
node_new (const YsAssumption *assumption)
{
  Node *node = g_new0 (Node, 1);

  node->assumption = assumption;
  node->needs = g_ptr_array_new ();

  return node;
}

static void
node_connect (Node       *node,
              YsChecker  *checker,
              GHashTable *nodes)
{
  const char *text = node->assumption->estimate->formula;
  g_autoptr (YsFormula) formula = text != NULL ? ys_formula_new (text, NULL) : NULL;

  for (gsize i = 0; formula != NULL && formula->names[i] != NULL; i++)
    {
      gpointer needed = g_hash_table_lookup (checker->assumptions, formula->names[i]);

      if (needed != NULL)
        g_ptr_array_add (node->needs, g_hash_table_lookup (nodes, needed));
    }
}

/* “a → b → a” from the part of the path that begins with @start; if long, “a → b → … → a”. */
static void
report_circle (YsChecker  *checker,
               GPtrArray  *path,
               const Node *start)
{
  g_autoptr (GString) circle = g_string_new (NULL);
  guint first = 0;

  g_ptr_array_find (path, start, &first);
  for (guint i = first; i < MIN (path->len, first + MAX_CIRCLE); i++)
    {
      const Node *node = path->pdata[i];

      g_string_append_printf (circle, "%s → ", node->assumption->id);
    }
  if (path->len > first + MAX_CIRCLE)
    g_string_append (circle, "… → ");
  g_string_append (circle, start->assumption->id);

  ys_checker_add (checker, start->assumption->estimate->row,
                  _("%s: the formula goes in a circle: %s; give one of them by a number or a range"),
                  ys_known_as (start->assumption->name, start->assumption->id), circle->str);
}

/* Depth first, on a list of its own instead of the stack of the process: chains may be long. */
static void
walk (YsChecker *checker,
      Node      *start)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();

  if (start->state == NODE_NEW)
    g_ptr_array_add (path, start);

  while (path->len > 0)
    {
      Node *node = path->pdata[path->len - 1];
      Node *needed;

      node->state = NODE_ON_PATH;
      if (node->next == node->needs->len)
        {
          node->state = NODE_DONE;
          g_ptr_array_set_size (path, (int) path->len - 1);
          continue;
        }

      needed = node->needs->pdata[node->next++];
      if (needed->state == NODE_ON_PATH)
        report_circle (checker, path, needed);
      else if (needed->state == NODE_NEW)
        g_ptr_array_add (path, needed);
    }
}

static void
check_circles (YsChecker *checker)
{
  const GPtrArray *assumptions = checker->scenario->assumptions;
  g_autoptr (GHashTable) nodes = g_hash_table_new_full (NULL, NULL, NULL, node_free);

  for (guint i = 0; i < assumptions->len; i++)
    g_hash_table_insert (nodes, assumptions->pdata[i], node_new (assumptions->pdata[i]));

  for (guint i = 0; i < assumptions->len; i++)
    node_connect (g_hash_table_lookup (nodes, assumptions->pdata[i]), checker, nodes);

  for (guint i = 0; i < assumptions->len; i++)
    walk (checker, g_hash_table_lookup (nodes, assumptions->pdata[i]));
}

static void
check_formula_name (YsChecker          *checker,
                    const YsAssumption *assumption)
{
  g_autofree char *name = ys_formula_name_from_id (assumption->id);
  const YsAssumption *other = g_hash_table_lookup (checker->assumptions, name);

  if (strcmp (name, "period") == 0)
    ys_checker_add (checker, assumption->row,
                    _("an assumption cannot have the id “period”: in formulas that is the number "
                      "of the period; choose another"));

  if (other != NULL && other != assumption && strcmp (other->id, assumption->id) != 0)
    ys_checker_add (checker, assumption->row,
                    _("the assumptions “%s” and “%s” are both called %s in formulas; "
                      "change one of the ids"),
                    other->id, assumption->id, name);
}

static void
check_assumption (YsChecker          *checker,
                  GHashTable         *seen,
                  const YsAssumption *assumption)
{
  const char *known_as = ys_known_as (assumption->name, assumption->id);

  if (ys_checker_add_id (checker, seen, known_as, assumption->row, assumption->id))
    check_formula_name (checker, assumption);

  ys_checker_check_estimate (checker, known_as, assumption->estimate);
}

/* Only what is drawn can move with something. */
static void
check_can_move (YsChecker         *checker,
                const char        *where,
                const YsMovesWith *pair,
                const char        *id)
{
  const YsAssumption *assumption = ys_scenario_find_assumption (checker->scenario, id);

  if (assumption == NULL)
    ys_checker_check_reference (checker, where, pair->row, id, checker->scenario->assumptions,
                                _("assumption"));
  else if (assumption->estimate->formula != NULL)
    ys_checker_add (checker, pair->row,
                    _("%s: “%s” is given by a formula and follows what the formula names; "
                      "name one of those instead"),
                    where, ys_known_as (assumption->name, id));
  else if (ys_estimate_has (assumption->estimate, YS_NUMBER_EXACTLY))
    ys_checker_add (checker, pair->row,
                    _("%s: “%s” is given exactly, so it cannot move; give it a range"), where,
                    ys_known_as (assumption->name, id));
}

static void
check_moves_with (YsChecker         *checker,
                  GHashTable        *seen,
                  const YsMovesWith *pair)
{
  const char *a = pair->a != NULL ? pair->a : "";
  const char *b = pair->b != NULL ? pair->b : "";
  g_autofree char *where = g_strdup_printf ("moves-with %s, %s", a, b);
  g_autofree char *key = strcmp (a, b) < 0 ? g_strconcat (a, " ", b, NULL)
                                           : g_strconcat (b, " ", a, NULL);

  if (strcmp (a, b) == 0)
    {
      ys_checker_add (checker, pair->row, _("%s: nothing moves with itself; name two assumptions"),
                      where);
      return;
    }

  if (!g_hash_table_add (seen, g_steal_pointer (&key)))
    ys_checker_add (checker, pair->row, _("%s: the pair is given twice; keep one of them"), where);

  check_can_move (checker, where, pair, a);
  check_can_move (checker, where, pair, b);

  if (!(pair->rank_correlation >= -1.0 && pair->rank_correlation <= 1.0))
    ys_checker_add (checker, pair->row, _("%s: “rank-correlation” should lie between −1 and 1"),
                    where);
}

void
ys_checker_check_assumptions (YsChecker *checker)
{
  const YsScenario *scenario = checker->scenario;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < scenario->assumptions->len; i++)
    check_assumption (checker, ids, scenario->assumptions->pdata[i]);

  for (guint i = 0; i < scenario->moves_with->len; i++)
    check_moves_with (checker, pairs, scenario->moves_with->pdata[i]);

  check_circles (checker);
}
