/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-document-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ys-file.h"

typedef struct
{
  YsScenario *scenario;
  GFile      *file;
  gboolean    overwrite;
  char       *expected; /* tag; NULL: whatever is there is replaced */
  char       *tag;      /* of what was written */
} Saving;

static void
saving_free (Saving *saving)
{
  ys_scenario_unref (saving->scenario);
  g_object_unref (saving->file);
  g_free (saving->expected);
  g_free (saving->tag);
  g_free (saving);
}

#define TAG_ATTRIBUTES G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE

static char *
query_tag_elsewhere (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, TAG_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL,
                                                  NULL);
  const char *etag = NULL;

  if (info == NULL)
    return NULL;

  /* Not every file system has one, and g_file_info_get_etag() insists. */
  etag = g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE);

  return g_strdup_printf ("%s:%" G_GUINT64_FORMAT, etag != NULL ? etag : "",
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE));
}

char *
ys_document_query_tag (GFile *file)
{
  const char *path = g_file_peek_path (file);

  return path != NULL ? ys_file_query_tag (path) : query_tag_elsewhere (file);
}

/* A file that is gone has nothing that could be lost. */
static gboolean
is_as_expected (Saving  *saving,
                GError **error)
{
  g_autofree char *tag = NULL;

  if (saving->expected == NULL)
    return TRUE;

  tag = ys_document_query_tag (saving->file);
  if (tag == NULL || g_str_equal (tag, saving->expected))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG,
                       _("Somebody else has changed the file since it was opened."));
  return FALSE;
}

static gboolean
write_elsewhere (Saving        *saving,
                 const char    *text,
                 GCancellable  *cancellable,
                 GError       **error)
{
  if (!g_file_replace_contents (saving->file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE,
                                NULL, cancellable, error))
    return FALSE;

  saving->tag = query_tag_elsewhere (saving->file);
  return TRUE;
}

static gboolean
write_contents (Saving        *saving,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autofree char *text = ys_file_write_text (saving->scenario);
  const char *path = g_file_peek_path (saving->file);

  return path != NULL ? ys_file_replace_tagged (path, text, -1, &saving->tag, error)
                      : write_elsewhere (saving, text, cancellable, error);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  if (is_as_expected (saving, &error) && write_contents (saving, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void start (YsDocument *self);

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  YsDocument *self = YS_DOCUMENT (source);
  const Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  if (written)
    {
      ys_document_set_saved (self, saving->file, saving->tag, saving->scenario);
      ys_document_set_read_only (self, FALSE);
    }

  task = ys_document_take_saving (self);
  start (self);
  if (written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The next one, if there is any. What is expected is what the one before it has left. */
static void
start (YsDocument *self)
{
  GTask *wanted = ys_document_get_saving_task (self);
  g_autoptr (GTask) task = NULL;
  Saving *saving;

  if (wanted == NULL)
    return;

  saving = g_task_get_task_data (wanted);
  if (!saving->overwrite && ys_document_get_file (self) != NULL &&
      g_file_equal (ys_document_get_file (self), saving->file))
    saving->expected = g_strdup (ys_document_get_tag (self));

  /* Once it is written, it is: nobody is told that it was not. */
  task = g_task_new (self, g_task_get_cancellable (wanted), written_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, saving, NULL);
  g_task_run_in_thread (task, write_in_thread);
}

void
ys_document_save_async (YsDocument          *self,
                        GFile               *file,
                        gboolean             overwrite,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  GFile *own;
  g_autoptr (GTask) task = NULL;
  Saving *saving;

  g_return_if_fail (YS_IS_DOCUMENT (self));
  own = ys_document_get_file (self);
  g_return_if_fail (file != NULL || own != NULL);

  ys_document_end_step (self);
  saving = g_new0 (Saving, 1);
  saving->scenario = ys_scenario_ref (ys_document_get_scenario (self));
  saving->file = g_object_ref (file != NULL ? file : own);
  saving->overwrite = overwrite;

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, ys_document_save_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  ys_document_add_saving (self, task);
  if (ys_document_get_saving_task (self) == task)
    start (self);
}

gboolean
ys_document_save_finish (YsDocument    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
