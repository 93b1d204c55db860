/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "ys-file-input.h"

#define CHUNK (64 * 1024) /* bytes */

G_DEFINE_QUARK (ys-file-error-quark, ys_file_error)

void
ys_file_problem_free (YsFileProblem *problem)
{
  g_free (problem->message);
  g_free (problem);
}

static char *
explain_io (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_strdup (_("There is no such file"));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return g_strdup (_("You are not allowed to read this file"));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return g_strdup (_("This is a folder, not a scenario"));

  return g_strdup_printf (_("This file could not be read: %s"), error->message);
}

/* In pieces, and no more than one byte too many: a pipe has no size to ask for. */
static GBytes *
load (const char  *path,
      GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GByteArray) data = g_byte_array_new ();
  gsize n_read = CHUNK;

  if (stream == NULL)
    return NULL;

  while (n_read == CHUNK && data->len <= YS_FILE_MAX_SIZE)
    {
      guint old = data->len;

      g_byte_array_set_size (data, old + CHUNK);
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data->data + old, CHUNK, &n_read, NULL,
                                    error))
        return NULL;
      g_byte_array_set_size (data, old + (guint) n_read);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

static GPtrArray *
problems_of_error (const GError *error)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_file_problem_free);
  g_autofree char *message = explain_io (error);

  ys_file_add_problem (problems, 0, 0, YS_FILE_ERROR_IO, message);
  return problems;
}

YsScenario *
ys_file_read_all (const char  *path,
                  GPtrArray  **problems)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = load (path, &error);
  if (bytes != NULL)
    return ys_file_read_bytes (bytes, problems);

  if (problems != NULL)
    *problems = problems_of_error (error);
  return NULL;
}

YsScenario *
ys_file_read (const char  *path,
              GError     **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  YsScenario *scenario = ys_file_read_all (path, &problems);
  const YsFileProblem *first;

  if (scenario != NULL)
    return scenario;

  first = problems->pdata[0];
  if (first->line > 0)
    g_set_error (error, YS_FILE_ERROR, (int) first->code, "%s:%d: %s", path, first->line,
                 first->message);
  else
    g_set_error (error, YS_FILE_ERROR, (int) first->code, "%s: %s", path, first->message);

  return NULL;
}
