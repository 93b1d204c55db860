/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ys_threads_run:
 * @threads: how many, this one among them; 0: one per processor
 * @n_tasks: no more threads than tasks
 * @work: takes tasks, counted by an atomic integer, until none is left
 *
 * Returns when all of them have.
 */
void ys_threads_run (int         threads,
                     gsize       n_tasks,
                     GThreadFunc work,
                     gpointer    data);

G_END_DECLS
