/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-run.h"

static gboolean
anywhere (void)
{
  return TRUE;
}

#ifdef YS_X86_64

static gboolean
has_avx2 (void)
{
  return __builtin_cpu_supports ("avx2") != 0;
}

static gboolean
has_avx512 (void)
{
  return __builtin_cpu_supports ("avx512f") && __builtin_cpu_supports ("avx512vl") &&
         __builtin_cpu_supports ("avx512dq") && __builtin_cpu_supports ("avx512bw");
}

#endif

/* Those for what is drawn, fastest first. */
static const struct
{
  const YsRunner *runner;
  gboolean      (*runs_here) (void);
} runners[] = {
#ifdef YS_X86_64
  { &ys_runner_avx512, has_avx512 },
  { &ys_runner_avx2, has_avx2 },
#endif
  { &ys_runner_portable, anywhere },
};

const YsRunner *
ys_runner_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (runners); i++)
    if (runners[i].runs_here () && (name == NULL || g_str_equal (runners[i].runner->name, name)))
      return runners[i].runner;

  return NULL;
}

const YsRunner *
ys_runner_choose (const YsProgram *program,
                  const char      *name)
{
  const YsRunner *runner = ys_runner_find (name);

  if (program != NULL && program->certain)
    return &ys_runner_double;
  return runner != NULL ? runner : ys_runner_find (NULL);
}
