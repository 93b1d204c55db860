/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-worker.h"

#include "ys-pace.h"

/* Half a frame of a display with 60 in a second; the other half is for drawing. */
#define FRAME_BUDGET 0.008 /* s */

struct _YsWorker
{
  GThreadPool *pool;
  YsPace       pace; /* of figures: how long analyses take does not depend on the trials alone */
};

/* Jobs */

YsJob *
ys_job_new (const YsScenario *scenario,
            const YsWhatIf   *what_if)
{
  YsJob *job = g_atomic_rc_box_new0 (YsJob);

  job->scenario = ys_scenario_ref (scenario);
  job->what_if = what_if != NULL ? ys_what_if_copy (what_if) : NULL;

  return job;
}

YsJob *
ys_job_ref (YsJob *job)
{
  return g_atomic_rc_box_acquire (job);
}

static void
job_clear (YsJob *job)
{
  ys_scenario_unref (job->scenario);
  g_clear_pointer (&job->what_if, ys_what_if_free);
  g_clear_pointer (&job->previous, ys_result_unref);
}

void
ys_job_unref (YsJob *job)
{
  g_atomic_rc_box_release_full (job, (GDestroyNotify) job_clear);
}

void
ys_job_cancel (YsJob *job)
{
  g_atomic_int_set (&job->cancelled, TRUE);
}

/* In the thread */

typedef struct
{
  YsResult *result;
  double    took;   /* [s] for figures; 0: not measured */
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->result, ys_result_unref);
  g_free (answer);
}

static Answer *
answer_new (YsResult    *result,
            const YsJob *job,
            gint64       took)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->result = result;
  if (job->analyses == 0 && result->n_trials > 1)
    answer->took = (double) took / G_USEC_PER_SEC;

  return answer;
}

static void
work (gpointer data,
      gpointer user_data)
{
  g_autoptr (GTask) task = data;
  YsJob *job = g_task_get_task_data (task);
  YsSimulateOptions options = {
    .trials = job->trials,
    .analyses = job->analyses,
    .what_if = job->what_if,
    .previous = job->previous,
    .cancelled = &job->cancelled,
  };
  GError *error = NULL;
  gint64 start = g_get_monotonic_time ();
  YsResult *result = ys_simulate (job->scenario, &options, &error);

  if (result != NULL)
    g_task_return_pointer (task, answer_new (result, job, g_get_monotonic_time () - start),
                           (GDestroyNotify) answer_free);
  else
    g_task_return_error (task, error);
}

static int
compare_urgency (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const YsJob *first = g_task_get_task_data ((GTask *) a);
  const YsJob *second = g_task_get_task_data ((GTask *) b);

  return first->urgency - second->urgency;
}

/* Outside */

YsWorker *
ys_worker_new (void)
{
  YsWorker *self = g_new0 (YsWorker, 1);

  self->pool = g_thread_pool_new (work, NULL, 1, TRUE, NULL);
  g_thread_pool_set_sort_function (self->pool, compare_urgency, NULL);

  return self;
}

void
ys_worker_free (YsWorker *self)
{
  g_thread_pool_free (self->pool, FALSE, FALSE);
  g_free (self);
}

gsize
ys_worker_fit_frame (YsWorker *self,
                     gsize     trials)
{
  return ys_pace_fit (&self->pace, trials, FRAME_BUDGET);
}

void
ys_worker_push (YsWorker            *self,
                YsJob               *job,
                GAsyncReadyCallback  callback,
                gpointer             data)
{
  GTask *task = g_task_new (NULL, NULL, callback, data);

  g_task_set_source_tag (task, ys_worker_push);
  g_task_set_task_data (task, ys_job_ref (job), (GDestroyNotify) ys_job_unref);
  g_thread_pool_push (self->pool, task, NULL);
}

YsResult *
ys_worker_finish (YsWorker      *self,
                  GAsyncResult  *result,
                  GError       **error)
{
  Answer *answer = g_task_propagate_pointer (G_TASK (result), error);
  YsResult *found;

  if (answer == NULL)
    return NULL;

  if (answer->took > 0)
    ys_pace_note (&self->pace, answer->result->n_trials, answer->took);
  found = g_steal_pointer (&answer->result);
  answer_free (answer);

  return found;
}
