/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-document.h"

#include <glib/gstdio.h>

#include "ys-blank.h"

YsDocument *
sample_document_new (void)
{
  g_autoptr (YsScenario) scenario = ys_blank_new ("EUR", 1, 2027);

  return ys_document_new (scenario, NULL);
}

void
sample_document_set_title (YsDocument *document,
                           const char *title)
{
  g_autoptr (YsScenario) newer = ys_scenario_copy (ys_document_get_scenario (document));
  g_autoptr (GError) error = NULL;

  g_free (newer->title);
  newer->title = g_strdup (title);
  g_assert_true (ys_document_apply (document, newer, "change of title", "title", &error));
  g_assert_no_error (error);
}

GFile *
sample_file_new (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);

  return g_file_new_for_path (path);
}

/* Running the main loop */

static void
take_result_cb (GObject      *source,
                GAsyncResult *async,
                gpointer      data)
{
  GAsyncResult **result = data;

  *result = g_object_ref (async);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

YsDocument *
sample_open (GFile *file)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  YsDocument *document;

  ys_document_open_async (file, NULL, take_result_cb, &result);
  document = ys_document_open_finish (wait_for (&result), &error);
  g_assert_no_error (error);

  return document;
}

gboolean
sample_save (YsDocument  *document,
             GFile       *file,
             gboolean     overwrite,
             GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ys_document_save_async (document, file, overwrite, NULL, take_result_cb, &result);

  return ys_document_save_finish (document, wait_for (&result), error);
}

void
sample_save_well (YsDocument *document,
                  GFile      *file)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sample_save (document, file, FALSE, &error));
  g_assert_no_error (error);
}

static gboolean
set_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

void
sample_wait (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, set_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}
