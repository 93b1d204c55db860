/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ys-simulate.h"

G_BEGIN_DECLS

/* One simulation to be done. Shared by the thread that asks and the one that works; only cancelled
 * changes. */
typedef struct
{
  YsScenario   *scenario;
  YsWhatIf     *what_if;   /* or NULL */
  YsResult     *previous;  /* to take over from what has not changed; or NULL */
  gsize         trials;
  YsAnalyses    analyses;
  int           urgency;   /* least first */
  volatile int  cancelled; /* atomic */
} YsJob;

YsJob *ys_job_new    (const YsScenario *scenario,
                      const YsWhatIf   *what_if) G_GNUC_WARN_UNUSED_RESULT;
YsJob *ys_job_ref    (YsJob *job) G_GNUC_WARN_UNUSED_RESULT;
void   ys_job_unref  (YsJob *job);
/* It ends soon, with YS_ERROR_CANCELLED unless it was done already. */
void   ys_job_cancel (YsJob *job);

/**
 * YsWorker:
 *
 * One thread that stays and does jobs, the most urgent first. It knows how many trials it gets done
 * while a frame is on the screen.
 */
typedef struct _YsWorker YsWorker;

YsWorker *ys_worker_new        (void) G_GNUC_WARN_UNUSED_RESULT;
/* Jobs not yet done are cancelled or finished without anybody waiting for them. */
void      ys_worker_free       (YsWorker *self);

/* So many of the trials wanted, all or a power of two, fit a frame by what the last ones took. */
gsize     ys_worker_fit_frame  (YsWorker *self,
                                gsize     trials);

void      ys_worker_push       (YsWorker            *self,
                                YsJob               *job,
                                GAsyncReadyCallback  callback,
                                gpointer             data);
YsResult *ys_worker_finish     (YsWorker      *self,
                                GAsyncResult  *result,
                                GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsJob, ys_job_unref)

G_END_DECLS
