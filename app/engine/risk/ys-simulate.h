/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-result.h"

G_BEGIN_DECLS

/* One question “what if …”, put to a scenario without changing it. All zero / NAN: as it stands. */
typedef struct
{
  char   *assumption; /* id */
  double  factor;     /* every draw of it is multiplied by this; 0.9 is “10 % less” */
} YsShift;

typedef struct
{
  double   discount_rate; /* per year, replaces the scenario's and the alternatives' own; NAN: as they are */
  double   delay;         /* years by which everything after period 0 starts later, within the same horizon */
  YsShift *shifts;        /* [n_shifts] */
  gsize    n_shifts;
} YsWhatIf;

YsWhatIf *ys_what_if_new        (void) G_GNUC_WARN_UNUSED_RESULT;
YsWhatIf *ys_what_if_copy       (const YsWhatIf *what_if) G_GNUC_WARN_UNUSED_RESULT;
void      ys_what_if_free       (YsWhatIf *what_if);
gboolean  ys_what_if_equal      (const YsWhatIf *a,
                                 const YsWhatIf *b);
gboolean  ys_what_if_is_neutral (const YsWhatIf *what_if); /* NULL is neutral */
/* factor 1 removes the shift. */
void      ys_what_if_set_shift  (YsWhatIf   *what_if,
                                 const char *assumption,
                                 double      factor);
double    ys_what_if_get_shift  (const YsWhatIf *what_if,
                                 const char     *assumption);

typedef struct
{
  gsize               trials;       /* 0: the scenario's number */
  gboolean            has_seed;
  guint64             seed;         /* used if has_seed, else the scenario's */
  int                 threads;      /* 0: one per processor */
  YsAnalyses          analyses;     /* what to work out beyond the figures of each alternative */
  const YsWhatIf     *what_if;      /* or NULL */
  const char         *runner;       /* "portable", "avx2" or "avx512", for tests and benchmarks; NULL: the fastest */
  const YsResult     *previous;     /* worked out before; what is the same is taken over, not run again; or NULL */
  const volatile int *cancelled;    /* looked at now and then; not 0: stop with YS_ERROR_CANCELLED; or NULL */
} YsSimulateOptions;

/**
 * ys_simulate:
 * @scenario: one that ys_check() has nothing to say against
 * @options: (nullable): NULL for the scenario's own
 *
 * scenario → program → result. The figures depend neither on the number of threads nor on what was
 * worked out before.
 */
YsResult *ys_simulate (const YsScenario         *scenario,
                       const YsSimulateOptions  *options,
                       GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ys_check:
 *
 * ys_scenario_check() and whether a curve through every estimate exists.
 *
 * Returns: (transfer full) (element-type GError): in the order of the file, empty when all is well
 */
GPtrArray *ys_check   (const YsScenario *scenario) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsWhatIf, ys_what_if_free)

G_END_DECLS
