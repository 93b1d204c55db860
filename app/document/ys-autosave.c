/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-autosave.h"

#include "ys-document-private.h"

#define IDLE    2000 /* ms without a change */
#define LONGEST 3000 /* ms that a change waits; what is promised is five seconds, writing included */

struct _YsAutosave
{
  GObject     parent_instance;

  YsDocument *document;
  YsRecovery *recovery; /* NULL: nothing is kept */
  YsScenario *kept;     /* what is in it, or on its way there */
  guint       timer;    /* 0: nothing is waiting */
  gint64      since;    /* when the first change was made that waits [µs] */
  gboolean    keeping;
  gboolean    failed;
  gboolean    discarded;
};

enum
{
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsAutosave, ys_autosave, G_TYPE_OBJECT)

/* Keeping */

typedef struct
{
  YsRecovery *recovery;
  YsScenario *scenario;
  GFile      *file;
  char       *tag;
} Keeping;

static void
keeping_free (Keeping *keeping)
{
  ys_recovery_unref (keeping->recovery);
  ys_scenario_unref (keeping->scenario);
  g_clear_object (&keeping->file);
  g_free (keeping->tag);
  g_free (keeping);
}

static void
keep_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Keeping *keeping = data;
  GError *error = NULL;

  if (ys_recovery_keep (keeping->recovery, keeping->scenario, keeping->file, keeping->tag, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void schedule (YsAutosave *self);

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  YsAutosave *self = YS_AUTOSAVE (source);
  g_autoptr (GError) error = NULL;
  gboolean failed = !g_task_propagate_boolean (G_TASK (result), &error);

  self->keeping = FALSE;
  if (failed)
    g_clear_pointer (&self->kept, ys_scenario_unref);
  if (failed && !self->failed)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  self->failed = failed;

  schedule (self);
}

static void
start (YsAutosave *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, kept_cb, NULL);
  Keeping *keeping = g_new0 (Keeping, 1);

  if (self->recovery == NULL)
    self->recovery = ys_recovery_new ();
  g_clear_pointer (&self->kept, ys_scenario_unref);
  self->kept = ys_scenario_ref (ys_document_get_scenario (self->document));
  self->keeping = TRUE;

  keeping->recovery = ys_recovery_ref (self->recovery);
  keeping->scenario = ys_scenario_ref (self->kept);
  g_set_object (&keeping->file, ys_document_get_file (self->document));
  keeping->tag = g_strdup (ys_document_get_tag (self->document));
  g_task_set_task_data (task, keeping, (GDestroyNotify) keeping_free);
  g_task_run_in_thread (task, keep_in_thread);
}

/* When */

static void
stop_waiting (YsAutosave *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->since = 0;
}

static gboolean
is_wanted (YsAutosave *self)
{
  return !self->discarded && ys_document_get_modified (self->document) &&
         self->kept != ys_document_get_scenario (self->document);
}

void
ys_autosave_keep_now (YsAutosave *self)
{
  g_return_if_fail (YS_IS_AUTOSAVE (self));

  if (self->keeping || !is_wanted (self))
    return;

  stop_waiting (self);
  start (self);
}

static gboolean
timer_cb (gpointer data)
{
  YsAutosave *self = data;

  self->timer = 0;
  ys_autosave_keep_now (self);

  return G_SOURCE_REMOVE;
}

/* Each change puts it off, but not for ever. While something is being written, it waits for that. */
static void
schedule (YsAutosave *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 longest;

  if (!is_wanted (self))
    {
      stop_waiting (self);
      return;
    }

  if (self->since == 0)
    self->since = now;
  g_clear_handle_id (&self->timer, g_source_remove);
  longest = MAX (LONGEST - (now - self->since) / 1000, 0);
  if (!self->keeping)
    self->timer = g_timeout_add ((guint) MIN (IDLE, longest), timer_cb, self);
}

static void
drop (YsAutosave *self)
{
  if (self->recovery != NULL)
    ys_recovery_drop (self->recovery);
  g_clear_pointer (&self->recovery, ys_recovery_unref);
  g_clear_pointer (&self->kept, ys_scenario_unref);
}

static void
changed_cb (YsAutosave *self)
{
  if (!ys_document_get_modified (self->document))
    drop (self);
  schedule (self);
}

/* What was edited meanwhile belongs to a newer file now. */
static void
saving_cb (YsAutosave *self)
{
  if (ys_document_get_saving (self->document))
    return;

  g_clear_pointer (&self->kept, ys_scenario_unref);
  ys_autosave_keep_now (self);
}

void
ys_autosave_discard (YsAutosave *self)
{
  g_return_if_fail (YS_IS_AUTOSAVE (self));

  self->discarded = TRUE;
  stop_waiting (self);
  drop (self);
}

/* Life */

static void
ys_autosave_dispose (GObject *object)
{
  YsAutosave *self = YS_AUTOSAVE (object);

  stop_waiting (self);
  g_clear_pointer (&self->recovery, ys_recovery_unref);
  g_clear_pointer (&self->kept, ys_scenario_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (ys_autosave_parent_class)->dispose (object);
}

static void
ys_autosave_class_init (YsAutosaveClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ys_autosave_dispose;

  signals[SIGNAL_FAILED] = g_signal_new ("failed", YS_TYPE_AUTOSAVE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ys_autosave_init (YsAutosave *self)
{
}

YsAutosave *
ys_autosave_new (YsDocument *document)
{
  YsAutosave *self;

  g_return_val_if_fail (YS_IS_DOCUMENT (document), NULL);

  self = g_object_new (YS_TYPE_AUTOSAVE, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::scenario", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::modified", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::saving", G_CALLBACK (saving_cb), self,
                           G_CONNECT_SWAPPED);
  schedule (self);

  return self;
}

YsAutosave *
ys_autosave_take_over (YsDocument *document,
                       YsRecovery *recovery)
{
  YsAutosave *self = ys_autosave_new (document);

  self->recovery = ys_recovery_ref (recovery);
  if (!ys_document_get_modified (document))
    drop (self);

  return self;
}
