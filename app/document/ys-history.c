/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-history.h"

/* A state, and the step that led to it; the first state has none. */
typedef struct
{
  YsScenario *scenario;
  char       *label;
  char       *place;
} State;

struct _YsHistory
{
  GPtrArray *states;  /* (element-type State), at least one */
  guint      present; /* index of a state */
  gboolean   open;    /* a further step at the place of the last one belongs to it */
};

static State *
state_new (const YsScenario *scenario,
           const char       *label,
           const char       *place)
{
  State *state = g_new0 (State, 1);

  state->scenario = ys_scenario_ref (scenario);
  state->label = g_strdup (label);
  state->place = g_strdup (place);

  return state;
}

static void
state_free (State *state)
{
  ys_scenario_unref (state->scenario);
  g_free (state->label);
  g_free (state->place);
  g_free (state);
}

static State *
get_state (const YsHistory *history,
           guint            index)
{
  return history->states->pdata[index];
}

YsHistory *
ys_history_new (const YsScenario *scenario)
{
  YsHistory *history;

  g_return_val_if_fail (scenario != NULL, NULL);

  history = g_new0 (YsHistory, 1);
  history->states = g_ptr_array_new_with_free_func ((GDestroyNotify) state_free);
  g_ptr_array_add (history->states, state_new (scenario, NULL, NULL));

  return history;
}

void
ys_history_free (YsHistory *history)
{
  g_ptr_array_unref (history->states);
  g_free (history);
}

const YsScenario *
ys_history_get_present (const YsHistory *history)
{
  return get_state (history, history->present)->scenario;
}

static gboolean
belongs_to_last (const YsHistory *history,
                 const char      *place)
{
  return history->open && place != NULL &&
         g_strcmp0 (get_state (history, history->present)->place, place) == 0;
}

void
ys_history_add (YsHistory        *history,
                const YsScenario *scenario,
                const char       *label,
                const char       *place)
{
  State *last = get_state (history, history->present);

  g_ptr_array_set_size (history->states, (int) history->present + 1);

  if (belongs_to_last (history, place))
    {
      ys_scenario_unref (last->scenario);
      last->scenario = ys_scenario_ref (scenario);
    }
  else
    {
      g_ptr_array_add (history->states, state_new (scenario, label, place));
      history->present++;
      history->open = TRUE;
    }
}

void
ys_history_pause (YsHistory *history)
{
  history->open = FALSE;
}

gboolean
ys_history_undo (YsHistory   *history,
                 const char **place)
{
  ys_history_pause (history);
  if (history->present == 0)
    return FALSE;

  *place = get_state (history, history->present--)->place;

  return TRUE;
}

gboolean
ys_history_redo (YsHistory   *history,
                 const char **place)
{
  ys_history_pause (history);
  if (history->present + 1 == history->states->len)
    return FALSE;

  *place = get_state (history, ++history->present)->place;

  return TRUE;
}

const char *
ys_history_get_undo_label (const YsHistory *history)
{
  return get_state (history, history->present)->label;
}

const char *
ys_history_get_redo_label (const YsHistory *history)
{
  return history->present + 1 < history->states->len
         ? get_state (history, history->present + 1)->label : NULL;
}
