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
  GFile   *file;
  char    *tag;
  gboolean read_only;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->file);
  g_free (opening->tag);
  g_free (opening);
}

/* First the tag: what changes while it is read has changed since. */
static void
look_around (Opening *opening)
{
  const char *path = g_file_peek_path (opening->file);

  opening->tag = ys_document_query_tag (opening->file);
  if (path == NULL)
    return;

  opening->read_only = ys_file_is_protected (path);
  ys_file_tidy (path);
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

  look_around (opening);
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

static void
read_async (gpointer             source,
            gpointer             tag,
            GFile               *file,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, data);
  Opening *opening = g_new0 (Opening, 1);

  opening->file = g_object_ref (file);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, read_in_thread);
}

void
ys_document_open_async (GFile               *file,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  g_return_if_fail (G_IS_FILE (file));

  read_async (NULL, ys_document_open_async, file, cancellable, callback, data);
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
  ys_document_set_read_only (document, opening->read_only);

  return document;
}

void
ys_document_reload_async (YsDocument          *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  g_return_if_fail (YS_IS_DOCUMENT (self));
  g_return_if_fail (ys_document_get_file (self) != NULL);

  read_async (self, ys_document_reload_async, ys_document_get_file (self), cancellable, callback,
              data);
}

gboolean
ys_document_reload_finish (YsDocument    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  const Opening *opening;
  g_autoptr (YsScenario) scenario = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, ys_document_reload_async), FALSE);

  opening = g_task_get_task_data (G_TASK (result));
  scenario = g_task_propagate_pointer (G_TASK (result), error);
  if (scenario == NULL ||
      /* Translators: what was done, after “Undo”. */
      !ys_document_apply (self, scenario, _("reload of the file"), NULL, error))
    return FALSE;

  ys_document_set_saved (self, opening->file, opening->tag, scenario);
  ys_document_set_read_only (self, opening->read_only);

  return TRUE;
}
