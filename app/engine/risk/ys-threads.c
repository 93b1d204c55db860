/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-threads.h"

void
ys_threads_run (int         threads,
                gsize       n_tasks,
                GThreadFunc work,
                gpointer    data)
{
  g_autofree GThread **others = NULL;
  gsize n = threads > 0 ? (gsize) threads : g_get_num_processors ();

  n = MIN (n, n_tasks);
  others = g_new0 (GThread *, MAX (n, 1));
  for (gsize i = 1; i < n; i++)
    others[i] = g_thread_new ("simulate", work, data);

  work (data);
  for (gsize i = 1; i < n; i++)
    g_thread_join (others[i]);
}
