/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-evaluation.h"

#include "ys-error.h"

struct _YsEvaluation
{
  GObject     parent_instance;

  YsWorker   *worker;
  YsScenario *scenario;
  int         precedence;
  YsAnalyses  analyses;   /* wanted */

  YsWhatIf   *question;   /* NULL: as it stands */
  gboolean    answered;   /* result, or error, is the question's */
  gboolean    has_newer;
  YsWhatIf   *newer;      /* question, to be put when the first step for this one is done */

  YsResult   *result;
  YsResult   *full;       /* the last from all trials, whatever its question; or NULL */
  GError     *error;
  YsJob      *job;        /* the step being taken, or NULL */
};

enum
{
  PROP_RESULT = 1,
  PROP_RUNNING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YsEvaluation, ys_evaluation, G_TYPE_OBJECT)

static void proceed (YsEvaluation *self);

/* Steps */

/* By how long they take. */
static const YsAnalyses analyses_steps[] = {
  YS_ANALYSE_VALUES,
  YS_ANALYSE_SWINGS | YS_ANALYSE_PAIRS | YS_ANALYSE_LOSSES,
  YS_ANALYSE_BREAK_EVENS,
};

/* Only what comes from as many trials can be taken over. */
static YsResult *
dup_previous (YsEvaluation *self,
              gsize         trials)
{
  YsResult *candidates[] = { self->result, self->full };

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (candidates[i] != NULL && candidates[i]->n_trials == trials)
      return ys_result_ref (candidates[i]);

  return NULL;
}

static YsJob *
step_new (YsEvaluation *self,
          int           step,
          gsize         trials,
          YsAnalyses    analyses)
{
  YsJob *job = ys_job_new (self->scenario, self->question);

  job->urgency = 2 * step + self->precedence;
  job->trials = trials;
  job->analyses = analyses;
  job->previous = dup_previous (self, trials);

  return job;
}

static gboolean
has_all_trials (YsEvaluation *self)
{
  return self->result->n_trials == 1 || self->result->n_trials >= self->scenario->trials;
}

/* What is still missing, or NULL. */
static YsJob *
next_step (YsEvaluation *self)
{
  gsize all = self->scenario->trials;

  if (!self->answered)
    return step_new (self, 0, ys_worker_fit_frame (self->worker, all), 0);
  if (self->error != NULL)
    return NULL;
  if (!has_all_trials (self))
    return step_new (self, 1, all, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (analyses_steps); i++)
    {
      YsAnalyses missing = analyses_steps[i] & self->analyses & ~self->result->analyses;

      if (missing != 0)
        return step_new (self, 2 + (int) i, all, self->result->analyses | missing);
    }

  return NULL;
}

/* Nobody looks at what the step is taken for. */
static gboolean
is_idle_step (YsEvaluation *self)
{
  YsAnalyses new = self->answered ? self->job->analyses & ~self->result->analyses : 0;

  return new != 0 && (new & self->analyses) == 0;
}

static void
drop_job (YsEvaluation *self)
{
  if (self->job == NULL)
    return;

  ys_job_cancel (self->job);
  g_clear_pointer (&self->job, ys_job_unref);
}

static void
put_newer (YsEvaluation *self)
{
  g_clear_pointer (&self->question, ys_what_if_free);
  self->question = g_steal_pointer (&self->newer);
  self->has_newer = FALSE;
  self->answered = FALSE;
}

static void
set_result (YsEvaluation *self,
            YsResult     *result)
{
  g_clear_pointer (&self->result, ys_result_unref);
  self->result = result;

  if (has_all_trials (self))
    {
      g_clear_pointer (&self->full, ys_result_unref);
      self->full = ys_result_ref (result);
    }
}

static void
deliver (YsEvaluation *self,
         YsResult     *result,
         GError       *error)
{
  g_clear_error (&self->error);
  self->error = error;
  self->answered = TRUE;

  if (result != NULL)
    set_result (self, result);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULT]);
}

/* On its way: no reference of its own, so that a running thread does not keep alive what nobody looks
 * at any more. */
typedef struct
{
  YsJob    *job;
  GWeakRef  evaluation;
} Errand;

static void
errand_free (Errand *errand)
{
  ys_job_unref (errand->job);
  g_weak_ref_clear (&errand->evaluation);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
step_done_cb (GObject      *source,
              GAsyncResult *async,
              gpointer      data)
{
  g_autoptr (Errand) errand = data;
  g_autoptr (YsEvaluation) self = g_weak_ref_get (&errand->evaluation);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsResult) result = NULL;

  if (self == NULL || self->job != errand->job)
    return;

  result = ys_worker_finish (self->worker, async, &error);
  g_clear_pointer (&self->job, ys_job_unref);
  /* Cancelled, and still the job: it gave way and is to be taken again. */
  if (!g_error_matches (error, YS_ERROR, YS_ERROR_CANCELLED))
    deliver (self, g_steal_pointer (&result), g_steal_pointer (&error));

  proceed (self);
}

static void
push_job (YsEvaluation *self)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->job = ys_job_ref (self->job);
  g_weak_ref_init (&errand->evaluation, self);
  ys_worker_push (self->worker, self->job, step_done_cb, errand);
}

/* The newer question, the next step, or rest. */
static void
proceed (YsEvaluation *self)
{
  if (self->job != NULL)
    return;

  if (self->has_newer)
    put_newer (self);
  self->job = next_step (self);
  if (self->job != NULL)
    push_job (self);
  else
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

static void
ys_evaluation_finalize (GObject *object)
{
  YsEvaluation *self = YS_EVALUATION (object);

  drop_job (self);
  g_clear_pointer (&self->question, ys_what_if_free);
  g_clear_pointer (&self->newer, ys_what_if_free);
  g_clear_pointer (&self->full, ys_result_unref);
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
ys_evaluation_new (YsWorker         *worker,
                   const YsScenario *scenario,
                   int               precedence,
                   const YsResult   *origin)
{
  YsEvaluation *self;

  g_return_val_if_fail (worker != NULL && scenario != NULL, NULL);
  g_return_val_if_fail (precedence == 0 || precedence == 1, NULL);

  self = g_object_new (YS_TYPE_EVALUATION, NULL);
  self->worker = worker;
  self->scenario = ys_scenario_ref (scenario);
  self->precedence = precedence;
  self->full = origin != NULL ? ys_result_ref (origin) : NULL;

  return self;
}

/* From rest to work and back is told once; in between, questions follow each other. */
void
ys_evaluation_ask (YsEvaluation   *self,
                   const YsWhatIf *what_if)
{
  gboolean was_running;

  g_return_if_fail (YS_IS_EVALUATION (self));

  was_running = self->job != NULL;
  g_clear_pointer (&self->newer, ys_what_if_free);
  self->newer = ys_what_if_is_neutral (what_if) ? NULL : ys_what_if_copy (what_if);
  self->has_newer = TRUE;

  if (self->answered)
    drop_job (self);
  proceed (self);
  if (!was_running)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

void
ys_evaluation_set_analyses (YsEvaluation *self,
                            YsAnalyses    analyses)
{
  g_return_if_fail (YS_IS_EVALUATION (self));

  if (analyses == self->analyses)
    return;

  self->analyses = analyses;
  if (self->job != NULL && is_idle_step (self))
    drop_job (self);
  if (self->answered && self->job == NULL)
    {
      proceed (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
    }
}

void
ys_evaluation_give_way (YsEvaluation *self)
{
  g_return_if_fail (YS_IS_EVALUATION (self));

  if (self->job != NULL && self->answered)
    ys_job_cancel (self->job);
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
