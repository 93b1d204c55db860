/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-document-private.h"

#include <glib/gi18n.h>

#include "ys-evaluation.h"
#include "ys-history.h"

struct _YsDocument
{
  GObject       parent_instance;

  YsHistory    *history;
  YsScenario   *saved;        /* what is in the file */
  GFile        *file;
  char         *tag;          /* of the file as it was read or written last */
  char         *title;
  YsWhatIf     *what_if;
  YsWorker     *worker;
  YsAnalyses    analyses;     /* wanted */
  YsEvaluation *as_it_stands;
  YsEvaluation *asked;        /* under the what-if, NULL while nothing is asked */
  GQueue        savings;      /* (element-type GTask): what is being written, then what waits */
  gboolean      detached;     /* no file holds this, whatever was saved */
  gboolean      read_only;
  gboolean      modified;
  gboolean      evaluating;
};

enum
{
  PROP_SCENARIO = 1,
  PROP_FILE,
  PROP_TITLE,
  PROP_MODIFIED,
  PROP_WHAT_IF,
  PROP_RESULT,
  PROP_BEFORE,
  PROP_EVALUATING,
  PROP_SAVING,
  PROP_READ_ONLY,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_STEPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsDocument, ys_document, G_TYPE_OBJECT)

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

static char *
make_title (YsDocument *self)
{
  const YsScenario *scenario = ys_document_get_scenario (self);

  if (!is_blank (scenario->title))
    return g_strdup (scenario->title);

  if (self->file != NULL)
    {
      g_autofree char *name = g_file_get_basename (self->file);

      return g_filename_display_name (name);
    }

  return g_strdup (_("New scenario"));
}

static void
update_title (YsDocument *self)
{
  g_autofree char *title = make_title (self);

  if (g_strcmp0 (title, self->title) == 0)
    return;

  g_free (self->title);
  self->title = g_steal_pointer (&title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
update_evaluating (YsDocument *self)
{
  gboolean evaluating =
    (self->as_it_stands != NULL && ys_evaluation_get_running (self->as_it_stands)) ||
    (self->asked != NULL && ys_evaluation_get_running (self->asked));

  if (evaluating == self->evaluating)
    return;

  self->evaluating = evaluating;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EVALUATING]);
}

static void
notify_result (YsDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULT]);
}

static void
as_it_stands_changed_cb (YsDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BEFORE]);
  if (self->asked == NULL || ys_evaluation_get_result (self->asked) == NULL)
    notify_result (self);
}

static YsEvaluation *
evaluation_new (YsDocument     *self,
                int             precedence,
                const YsResult *origin,
                GCallback       changed_cb)
{
  YsEvaluation *evaluation = ys_evaluation_new (self->worker, ys_document_get_scenario (self),
                                               precedence, origin);

  ys_evaluation_set_analyses (evaluation, self->analyses);
  g_signal_connect_object (evaluation, "notify::result", changed_cb, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (evaluation, "notify::running",
                           G_CALLBACK (update_evaluating), self, G_CONNECT_SWAPPED);

  return evaluation;
}

static void
ask (YsDocument *self)
{
  if (ys_what_if_is_neutral (self->what_if))
    {
      g_clear_object (&self->asked);
      notify_result (self);
    }
  else
    {
      if (self->asked == NULL)
        self->asked = evaluation_new (self, 0, ys_document_get_before (self),
                                      G_CALLBACK (notify_result));
      ys_evaluation_ask (self->asked, self->what_if);
      ys_evaluation_give_way (self->as_it_stands);
    }

  update_evaluating (self);
}

static void
work_out (YsDocument *self)
{
  g_autoptr (YsEvaluation) earlier = g_steal_pointer (&self->as_it_stands);

  g_clear_object (&self->asked);
  self->as_it_stands = evaluation_new (self, 1,
                                       earlier != NULL ? ys_evaluation_get_result (earlier) : NULL,
                                       G_CALLBACK (as_it_stands_changed_cb));
  ys_evaluation_ask (self->as_it_stands, NULL);
  ask (self);
}

static void
ys_document_finalize (GObject *object)
{
  YsDocument *self = YS_DOCUMENT (object);

  g_clear_object (&self->asked);
  g_clear_object (&self->as_it_stands);
  ys_worker_free (self->worker);
  g_clear_object (&self->file);
  g_clear_pointer (&self->what_if, ys_what_if_free);
  g_clear_pointer (&self->history, ys_history_free);
  g_clear_pointer (&self->saved, ys_scenario_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->tag, g_free);

  G_OBJECT_CLASS (ys_document_parent_class)->finalize (object);
}

static void
ys_document_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  YsDocument *self = YS_DOCUMENT (object);

  switch (id)
    {
    case PROP_SCENARIO:
      g_value_set_pointer (value, (gpointer) ys_document_get_scenario (self));
      break;

    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_MODIFIED:
      g_value_set_boolean (value, self->modified);
      break;

    case PROP_WHAT_IF:
      g_value_set_pointer (value, self->what_if);
      break;

    case PROP_RESULT:
      g_value_set_pointer (value, (gpointer) ys_document_get_result (self));
      break;

    case PROP_BEFORE:
      g_value_set_pointer (value, (gpointer) ys_document_get_before (self));
      break;

    case PROP_EVALUATING:
      g_value_set_boolean (value, self->evaluating);
      break;

    case PROP_SAVING:
      g_value_set_boolean (value, ys_document_get_saving (self));
      break;

    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;

    case PROP_UNDO_LABEL:
      g_value_set_string (value, ys_document_get_undo_label (self));
      break;

    case PROP_REDO_LABEL:
      g_value_set_string (value, ys_document_get_redo_label (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_document_class_init (YsDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = ys_document_finalize;
  object_class->get_property = ys_document_get_property;

  properties[PROP_SCENARIO] = g_param_spec_pointer ("scenario", NULL, NULL, flags);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_WHAT_IF] = g_param_spec_pointer ("what-if", NULL, NULL, flags);
  properties[PROP_RESULT] = g_param_spec_pointer ("result", NULL, NULL, flags);
  properties[PROP_BEFORE] = g_param_spec_pointer ("before", NULL, NULL, flags);
  properties[PROP_EVALUATING] = g_param_spec_boolean ("evaluating", NULL, NULL, FALSE, flags);
  properties[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_STEPPED] = g_signal_new ("stepped", YS_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ys_document_init (YsDocument *self)
{
  self->worker = ys_worker_new ();
}

YsDocument *
ys_document_new (const YsScenario *scenario,
                 GFile            *file)
{
  YsDocument *self;

  g_return_val_if_fail (scenario != NULL, NULL);
  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);

  self = g_object_new (YS_TYPE_DOCUMENT, NULL);
  self->history = ys_history_new (scenario);
  self->saved = ys_scenario_ref (scenario);
  g_set_object (&self->file, file);
  update_title (self);
  work_out (self);

  return self;
}

const YsScenario *
ys_document_get_scenario (YsDocument *self)
{
  g_return_val_if_fail (YS_IS_DOCUMENT (self), NULL);

  return ys_history_get_present (self->history);
}

/* Editing */

static void
update_modified (YsDocument *self)
{
  const YsScenario *scenario = ys_document_get_scenario (self);
  gboolean modified = self->detached || !ys_scenario_equal (scenario, self->saved);

  if (modified == self->modified)
    return;

  self->modified = modified;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

/* What is known of the file */

const char *
ys_document_get_tag (YsDocument *self)
{
  return self->tag;
}

void
ys_document_set_tag (YsDocument *self,
                     const char *tag)
{
  g_free (self->tag);
  self->tag = g_strdup (tag);
}

const YsScenario *
ys_document_get_saved (YsDocument *self)
{
  return self->saved;
}

void
ys_document_set_saved (YsDocument       *self,
                       GFile            *file,
                       const char       *tag,
                       const YsScenario *scenario)
{
  YsScenario *old = self->saved;

  self->saved = ys_scenario_ref (scenario);
  ys_scenario_unref (old);
  self->detached = FALSE;
  ys_document_set_tag (self, tag);
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  update_title (self);
  update_modified (self);
}

void
ys_document_set_detached (YsDocument *self,
                          gboolean    detached)
{
  self->detached = detached;
  update_modified (self);
}

gboolean
ys_document_get_detached (YsDocument *self)
{
  return self->detached;
}

void
ys_document_set_read_only (YsDocument *self,
                           gboolean    read_only)
{
  if (read_only == self->read_only)
    return;

  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}

GTask *
ys_document_get_saving_task (YsDocument *self)
{
  return g_queue_peek_head (&self->savings);
}

void
ys_document_add_saving (YsDocument *self,
                        GTask      *task)
{
  g_queue_push_tail (&self->savings, g_object_ref (task));
  if (g_queue_get_length (&self->savings) == 1)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
}

GTask *
ys_document_take_saving (YsDocument *self)
{
  GTask *task = g_queue_pop_head (&self->savings);

  if (g_queue_is_empty (&self->savings))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);

  return task;
}

static void
scenario_changed (YsDocument *self)
{
  work_out (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCENARIO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
  update_title (self);
  update_modified (self);
}

gboolean
ys_document_apply (YsDocument       *self,
                   const YsScenario *scenario,
                   const char       *label,
                   const char       *place,
                   GError          **error)
{
  g_autoptr (GPtrArray) errors = NULL;

  g_return_val_if_fail (YS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (scenario != NULL && label != NULL, FALSE);

  errors = ys_check (scenario);
  if (errors->len > 0)
    {
      g_propagate_error (error, g_error_copy (errors->pdata[0]));
      return FALSE;
    }

  if (ys_scenario_equal (scenario, ys_document_get_scenario (self)))
    return TRUE;

  ys_history_add (self->history, scenario, label, place);
  scenario_changed (self);

  return TRUE;
}

void
ys_document_end_step (YsDocument *self)
{
  g_return_if_fail (YS_IS_DOCUMENT (self));

  ys_history_pause (self->history);
}

static void
step (YsDocument *self,
      gboolean  (*to_next) (YsHistory   *history,
                            const char **place))
{
  const char *place;

  if (!to_next (self->history, &place))
    return;

  scenario_changed (self);
  g_signal_emit (self, signals[SIGNAL_STEPPED], 0, place);
}

void
ys_document_undo (YsDocument *self)
{
  g_return_if_fail (YS_IS_DOCUMENT (self));

  step (self, ys_history_undo);
}

void
ys_document_redo (YsDocument *self)
{
  g_return_if_fail (YS_IS_DOCUMENT (self));

  step (self, ys_history_redo);
}

const char *
ys_document_get_undo_label (YsDocument *self)
{
  g_return_val_if_fail (YS_IS_DOCUMENT (self), NULL);

  return ys_history_get_undo_label (self->history);
}

const char *
ys_document_get_redo_label (YsDocument *self)
{
  g_return_val_if_fail (YS_IS_DOCUMENT (self), NULL);

  return ys_history_get_redo_label (self->history);
}

GFile *
ys_document_get_file (YsDocument *self)
{
  g_return_val_if_fail (YS_IS_DOCUMENT (self), NULL);

  return self->file;
}

const char *
ys_document_get_title (YsDocument *self)
{
  g_return_val_if_fail (YS_IS_DOCUMENT (self), NULL);

  return self->title;
}

gboolean
ys_document_get_modified (YsDocument *self)
{
  g_return_val_if_fail (YS_IS_DOCUMENT (self), FALSE);

  return self->modified;
}

gboolean
ys_document_get_saving (YsDocument *self)
{
  g_return_val_if_fail (YS_IS_DOCUMENT (self), FALSE);

  return !g_queue_is_empty (&self->savings);
}

gboolean
ys_document_get_read_only (YsDocument *self)
{
  g_return_val_if_fail (YS_IS_DOCUMENT (self), FALSE);

  return self->read_only;
}

const YsWhatIf *
ys_document_get_what_if (YsDocument *self)
{
  g_return_val_if_fail (YS_IS_DOCUMENT (self), NULL);

  return self->what_if;
}

void
ys_document_set_what_if (YsDocument     *self,
                         const YsWhatIf *what_if)
{
  YsWhatIf *copy;

  g_return_if_fail (YS_IS_DOCUMENT (self));

  copy = ys_what_if_is_neutral (what_if) ? NULL : ys_what_if_copy (what_if);
  if (copy == NULL ? self->what_if == NULL
                   : self->what_if != NULL && ys_what_if_equal (copy, self->what_if))
    {
      g_clear_pointer (&copy, ys_what_if_free);
      return;
    }

  g_clear_pointer (&self->what_if, ys_what_if_free);
  self->what_if = copy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHAT_IF]);
  ask (self);
}

const YsResult *
ys_document_get_result (YsDocument *self)
{
  const YsResult *result = NULL;

  g_return_val_if_fail (YS_IS_DOCUMENT (self), NULL);

  if (self->asked != NULL)
    result = ys_evaluation_get_result (self->asked);

  return result != NULL ? result : ys_evaluation_get_result (self->as_it_stands);
}

const YsResult *
ys_document_get_before (YsDocument *self)
{
  g_return_val_if_fail (YS_IS_DOCUMENT (self), NULL);

  return ys_evaluation_get_result (self->as_it_stands);
}

const GError *
ys_document_get_error (YsDocument *self)
{
  g_return_val_if_fail (YS_IS_DOCUMENT (self), NULL);

  return ys_evaluation_get_error (self->asked != NULL ? self->asked : self->as_it_stands);
}

YsAnalyses
ys_document_get_analyses (YsDocument *self)
{
  g_return_val_if_fail (YS_IS_DOCUMENT (self), 0);

  return self->analyses;
}

void
ys_document_set_analyses (YsDocument *self,
                          YsAnalyses  analyses)
{
  g_return_if_fail (YS_IS_DOCUMENT (self));

  if (analyses == self->analyses)
    return;

  self->analyses = analyses;
  if (self->asked != NULL)
    ys_evaluation_set_analyses (self->asked, analyses);
  ys_evaluation_set_analyses (self->as_it_stands, analyses);
}

gboolean
ys_document_get_evaluating (YsDocument *self)
{
  g_return_val_if_fail (YS_IS_DOCUMENT (self), FALSE);

  return self->evaluating;
}
