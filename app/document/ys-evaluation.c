/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-evaluation.h"

/* Trials of the steps, in order; 0 stands for the scenario's own number. The first is quick enough
 * to follow a slider. */
static const gsize steps[] = { 4096, 0 };

/* One question on its way through the steps. The thread sees the job and nothing else. */
typedef struct
{
  YsScenario   *scenario;
  YsWhatIf     *what_if;
  gsize         step;
  volatile int  cancelled;
  GWeakRef      evaluation;
} Job;

struct _YsEvaluation
{
  GObject     parent_instance;

  YsScenario *scenario;
  YsResult   *result;
  GError     *error;
  Job        *job;      /* under way, or NULL */
  YsWhatIf   *next;     /* the question to put when the rough step of this one is done */
  gboolean    has_next;
};

enum
{
  PROP_RESULT = 1,
  PROP_RUNNING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YsEvaluation, ys_evaluation, G_TYPE_OBJECT)

static void take_step (YsEvaluation *self,
                       Job          *job);

static Job *
job_new (YsEvaluation   *evaluation,
         const YsWhatIf *what_if)
{
  Job *job = g_atomic_rc_box_new0 (Job);

  job->scenario = ys_scenario_ref (evaluation->scenario);
  job->what_if = ys_what_if_is_neutral (what_if) ? NULL : ys_what_if_copy (what_if);
  g_weak_ref_init (&job->evaluation, evaluation);

  return job;
}

static void
job_clear (Job *job)
{
  ys_scenario_unref (job->scenario);
  g_clear_pointer (&job->what_if, ys_what_if_free);
  g_weak_ref_clear (&job->evaluation);
}

static void
job_unref (Job *job)
{
  g_atomic_rc_box_release_full (job, (GDestroyNotify) job_clear);
}

static gsize
job_get_trials (const Job *job)
{
  gsize trials = job->scenario->trials;

  return steps[job->step] != 0 ? MIN (steps[job->step], trials) : trials;
}

static void
drop_job (YsEvaluation *self)
{
  if (self->job == NULL)
    return;

  g_atomic_int_set (&self->job->cancelled, TRUE);
  g_clear_pointer (&self->job, job_unref);
}

static void
begin (YsEvaluation   *self,
       const YsWhatIf *what_if)
{
  drop_job (self);
  self->job = job_new (self, what_if);
  take_step (self, self->job);
}

static void
simulate_in_thread (GTask        *task,
                    gpointer      source,
                    gpointer      data,
                    GCancellable *cancellable)
{
  Job *job = data;
  YsSimulateOptions options = {
    .trials = job_get_trials (job),
    .analyses = YS_ANALYSE_VALUES,
    .what_if = job->what_if,
    .cancelled = &job->cancelled,
  };
  GError *error = NULL;
  YsResult *result = ys_simulate (job->scenario, &options, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) ys_result_unref);
  else
    g_task_return_error (task, error);
}

static void
deliver (YsEvaluation *self,
         YsResult     *result,
         GError       *error)
{
  g_clear_error (&self->error);
  self->error = error;

  if (result != NULL)
    {
      g_clear_pointer (&self->result, ys_result_unref);
      self->result = result;
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULT]);
}

/* No further step would know better: nothing is uncertain, or all trials are done. */
static gboolean
is_final (YsEvaluation *self)
{
  return self->error != NULL || self->result->n_trials == 1 ||
         job_get_trials (self->job) >= self->job->scenario->trials;
}

/* What comes after the step just done: the newer question, the next step, or rest. */
static void
proceed (YsEvaluation *self)
{
  if (self->has_next)
    {
      g_autoptr (YsWhatIf) what_if = g_steal_pointer (&self->next);

      self->has_next = FALSE;
      begin (self, what_if);
    }
  else if (is_final (self))
    {
      g_clear_pointer (&self->job, job_unref);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
    }
  else
    {
      self->job->step++;
      take_step (self, self->job);
    }
}

static void
step_done_cb (GObject      *source,
              GAsyncResult *async,
              gpointer      data)
{
  Job *job = g_task_get_task_data (G_TASK (async));
  g_autoptr (YsEvaluation) self = g_weak_ref_get (&job->evaluation);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsResult) result = g_task_propagate_pointer (G_TASK (async), &error);

  if (self == NULL || self->job != job)
    return;

  deliver (self, g_steal_pointer (&result), g_steal_pointer (&error));
  if (self->job == job)
    proceed (self);
}

static void
take_step (YsEvaluation *self,
           Job          *job)
{
  /* No source object: a running thread must not keep what nobody looks at any more alive. */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, step_done_cb, NULL);

  g_task_set_source_tag (task, take_step);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (job), (GDestroyNotify) job_unref);
  g_task_run_in_thread (task, simulate_in_thread);
}

static void
ys_evaluation_finalize (GObject *object)
{
  YsEvaluation *self = YS_EVALUATION (object);

  drop_job (self);
  g_clear_pointer (&self->next, ys_what_if_free);
  g_clear_pointer (&self->result, ys_result_unref);
  g_clear_pointer (&self->scenario, ys_scenario_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (ys_evaluation_parent_class)->finalize (object);
}

static void
ys_evaluation_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  YsEvaluation *self = YS_EVALUATION (object);

  switch (id)
    {
    case PROP_RESULT:
      g_value_set_pointer (value, self->result);
      break;

    case PROP_RUNNING:
      g_value_set_boolean (value, ys_evaluation_get_running (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_evaluation_class_init (YsEvaluationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ys_evaluation_finalize;
  object_class->get_property = ys_evaluation_get_property;

  properties[PROP_RESULT] =
    g_param_spec_pointer ("result", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_RUNNING] =
    g_param_spec_boolean ("running", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ys_evaluation_init (YsEvaluation *self)
{
}

YsEvaluation *
ys_evaluation_new (const YsScenario *scenario)
{
  YsEvaluation *self;

  g_return_val_if_fail (scenario != NULL, NULL);

  self = g_object_new (YS_TYPE_EVALUATION, NULL);
  self->scenario = ys_scenario_ref (scenario);

  return self;
}

void
ys_evaluation_start (YsEvaluation   *self,
                     const YsWhatIf *what_if)
{
  gboolean was_running;

  g_return_if_fail (YS_IS_EVALUATION (self));

  was_running = self->job != NULL;

  if (was_running && self->job->step == 0)
    {
      g_clear_pointer (&self->next, ys_what_if_free);
      self->next = what_if != NULL ? ys_what_if_copy (what_if) : NULL;
      self->has_next = TRUE;
      return;
    }

  begin (self, what_if);
  if (!was_running)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

void
ys_evaluation_stop (YsEvaluation *self)
{
  g_return_if_fail (YS_IS_EVALUATION (self));

  if (self->job == NULL)
    return;

  drop_job (self);
  g_clear_pointer (&self->next, ys_what_if_free);
  self->has_next = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

const YsResult *
ys_evaluation_get_result (YsEvaluation *self)
{
  g_return_val_if_fail (YS_IS_EVALUATION (self), NULL);

  return self->result;
}

const GError *
ys_evaluation_get_error (YsEvaluation *self)
{
  g_return_val_if_fail (YS_IS_EVALUATION (self), NULL);

  return self->error;
}

gboolean
ys_evaluation_get_running (YsEvaluation *self)
{
  g_return_val_if_fail (YS_IS_EVALUATION (self), FALSE);

  return self->job != NULL;
}
