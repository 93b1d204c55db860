/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-document-private.h"

#include <glib/gi18n.h>

#include "ys-file.h"

static GError *
error_from_problem (const YsFileProblem *problem)
{
  if (problem->line > 0)
    return g_error_new (YS_FILE_ERROR, problem->code,
                        /* Translators: a line of the file, then what is wrong there. */
                        _("Line %d: %s"), problem->line, problem->message);

  return g_error_new_literal (YS_FILE_ERROR, problem->code, problem->message);
}

typedef struct
{
  GFile *file;
  char  *tag;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->file);
  g_free (opening->tag);
  g_free (opening);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  YsScenario *scenario;

  /* First: what changes while it is read has changed since. */
  opening->tag = ys_document_query_tag (opening->file);
  bytes = g_file_load_bytes (opening->file, cancellable, NULL, &error);
  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  scenario = ys_file_read_bytes (bytes, &problems);
  if (scenario != NULL)
    g_task_return_pointer (task, scenario, (GDestroyNotify) ys_scenario_unref);
  else
    g_task_return_error (task, error_from_problem (g_ptr_array_index (problems, 0)));
}

void
ys_document_open_async (GFile               *file,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  Opening *opening;

  g_return_if_fail (G_IS_FILE (file));

  opening = g_new0 (Opening, 1);
  opening->file = g_object_ref (file);
  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, ys_document_open_async);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, read_in_thread);
}

YsDocument *
ys_document_open_finish (GAsyncResult  *result,
                         GError       **error)
{
  const Opening *opening;
  g_autoptr (YsScenario) scenario = NULL;
  YsDocument *document;

  g_return_val_if_fail (g_async_result_is_tagged (result, ys_document_open_async), NULL);

  opening = g_task_get_task_data (G_TASK (result));
  scenario = g_task_propagate_pointer (G_TASK (result), error);
  if (scenario == NULL)
    return NULL;

  if (g_file_has_uri_scheme (opening->file, "resource"))
    return ys_document_new (scenario, NULL);

  document = ys_document_new (scenario, opening->file);
  ys_document_set_saved (document, opening->file, opening->tag, scenario);

  return document;
}
