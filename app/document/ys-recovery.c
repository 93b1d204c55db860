/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-recovery.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "ys-document-private.h"
#include "ys-file.h"
#include "ys-lock.h"

#define SUFFIX      ".yardstick"
#define LOCK_SUFFIX ".lock"

struct _YsRecovery
{
  GMutex      mutex;
  char       *path;
  char       *lock_path;
  int         lock;     /* −1: not held */
  gboolean    dropped;

  YsScenario *scenario; /* the rest only of one that was claimed */
  GFile      *file;
  char       *tag;
  GDateTime  *time;
};

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "yardstick", "recovery", NULL);
}

static YsRecovery *
recovery_new (const char *id)
{
  YsRecovery *self = g_atomic_rc_box_new0 (YsRecovery);
  g_autofree char *folder = get_folder ();
  g_autofree char *stem = g_build_filename (folder, id, NULL);

  g_mutex_init (&self->mutex);
  self->path = g_strconcat (stem, SUFFIX, NULL);
  self->lock_path = g_strconcat (stem, LOCK_SUFFIX, NULL);
  self->lock = -1;

  return self;
}

YsRecovery *
ys_recovery_new (void)
{
  g_autofree char *id = g_uuid_string_random ();

  return recovery_new (id);
}

YsRecovery *
ys_recovery_ref (YsRecovery *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
recovery_clear (YsRecovery *self)
{
  if (self->lock >= 0)
    close (self->lock);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self->lock_path);
  g_clear_pointer (&self->scenario, ys_scenario_unref);
  g_clear_object (&self->file);
  g_free (self->tag);
  g_clear_pointer (&self->time, g_date_time_unref);
}

void
ys_recovery_unref (YsRecovery *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) recovery_clear);
}

/* Keeping */

/* A scenario file with a last line of its own: even without Yardstick's help it can be opened. */
static char *
make_text (const YsScenario *scenario,
           GFile            *file,
           const char       *tag)
{
  g_autofree char *text = ys_file_write_text (scenario);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : g_strdup ("");
  g_autofree char *escaped = g_uri_escape_string (tag != NULL ? tag : "", ":", FALSE);

  return g_strdup_printf ("%s<?yardstick-recovery file=\"%s\" tag=\"%s\"?>\n", text, uri, escaped);
}

static gboolean
hold (YsRecovery  *self,
      GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (self->lock >= 0)
    return TRUE;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    self->lock = ys_lock_file (self->lock_path, 0600, FALSE);
  if (self->lock >= 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "“%s”: %s", folder,
               g_strerror (errno));
  return FALSE;
}

static gboolean
keep (YsRecovery        *self,
      const YsScenario  *scenario,
      GFile             *file,
      const char        *tag,
      GError           **error)
{
  g_autofree char *text = make_text (scenario, file, tag);

  return hold (self, error) && ys_file_replace (self->path, text, -1, error) &&
         g_chmod (self->path, 0600) == 0;
}

gboolean
ys_recovery_keep (YsRecovery        *self,
                  const YsScenario  *scenario,
                  GFile             *file,
                  const char        *tag,
                  GError           **error)
{
  gboolean kept;

  g_return_val_if_fail (self != NULL && scenario != NULL, FALSE);

  g_mutex_lock (&self->mutex);
  kept = self->dropped || keep (self, scenario, file, tag, error);
  g_mutex_unlock (&self->mutex);

  return kept;
}

/* The lock last: what is not locked is offered. */
static void
drop (YsRecovery *self)
{
  self->dropped = TRUE;
  if (self->lock < 0)
    return;

  (void) g_unlink (self->path);
  (void) g_unlink (self->lock_path);
  close (self->lock);
  self->lock = -1;
}

void
ys_recovery_drop (YsRecovery *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  drop (self);
  g_mutex_unlock (&self->mutex);
}

/* Finding what was left */

static char *
dup_attribute (const char *text,
               const char *name)
{
  g_autofree char *start = g_strconcat (" ", name, "=\"", NULL);
  const char *value = strstr (text, start);
  const char *end;

  if (value == NULL)
    return NULL;

  value += strlen (start);
  end = strchr (value, '"');

  return end != NULL && end > value ? g_strndup (value, (gsize) (end - value)) : NULL;
}

static void
read_origin (YsRecovery *self,
             const char *text)
{
  const char *origin = g_strrstr (text, "<?yardstick-recovery ");
  g_autofree char *uri = NULL;
  g_autofree char *tag = NULL;

  if (origin == NULL)
    return;

  uri = dup_attribute (origin, "file");
  tag = dup_attribute (origin, "tag");
  self->file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  self->tag = tag != NULL ? g_uri_unescape_string (tag, NULL) : NULL;
}

/* What cannot be read leaves no scenario. */
static void
read_kept (YsRecovery *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GStatBuf state = { 0 };
  gsize length;

  (void) g_stat (self->path, &state);
  self->time = g_date_time_new_from_unix_local (state.st_mtim.tv_sec);
  if (!g_file_get_contents (self->path, &text, &length, NULL))
    return;

  read_origin (self, text);
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  self->scenario = ys_file_read_bytes (bytes, NULL);
}

static YsScenario *
read_original (const YsRecovery *self)
{
  const char *path = self->file != NULL ? g_file_peek_path (self->file) : NULL;

  return path != NULL ? ys_file_read (path, NULL) : NULL;
}

/* The program was ended between the saving and the dropping. */
static gboolean
is_saved (const YsRecovery *self)
{
  g_autoptr (YsScenario) original = read_original (self);

  return original != NULL && ys_scenario_equal (original, self->scenario);
}

/* So that it is said once, and stays for whoever can make something of it. */
static void
put_aside (YsRecovery *self)
{
  char *aside = g_strconcat (self->path, ".damaged", NULL);

  if (g_rename (self->path, aside) != 0)
    {
      g_free (aside);
      return;
    }

  (void) g_unlink (self->lock_path);
  g_free (self->path);
  self->path = aside;
}

/* FALSE: somebody works on it, or there is nothing to recover. */
static gboolean
claim (YsRecovery *self)
{
  self->lock = ys_lock_file (self->lock_path, 0600, FALSE);
  if (self->lock < 0)
    return FALSE;

  ys_file_tidy (self->path);
  if (g_access (self->path, F_OK) == 0)
    read_kept (self);

  if (self->time == NULL || (self->scenario != NULL && is_saved (self)))
    drop (self);
  else if (self->scenario == NULL)
    put_aside (self);

  return !self->dropped;
}

/* NULL: the name of something else. */
static char *
dup_id (const char *name)
{
  static const char *const suffixes[] = { SUFFIX, LOCK_SUFFIX };

  for (gsize i = 0; *name != '.' && i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (name, suffixes[i]))
      return g_strndup (name, strlen (name) - strlen (suffixes[i]));

  return NULL;
}

static GHashTable *
list_ids (void)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *id = dup_id (name);

      if (id != NULL)
        g_hash_table_add (ids, id);
    }

  return ids;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const YsRecovery *first = *(YsRecovery *const *) a;
  const YsRecovery *second = *(YsRecovery *const *) b;

  return g_date_time_compare (second->time, first->time);
}

GPtrArray *
ys_recovery_claim_all (void)
{
  GPtrArray *claimed = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_recovery_unref);
  g_autoptr (GHashTable) ids = list_ids ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr (YsRecovery) recovery = recovery_new (id);

      if (claim (recovery))
        g_ptr_array_add (claimed, g_steal_pointer (&recovery));
    }

  g_ptr_array_sort (claimed, compare_times);

  return claimed;
}

const YsScenario *
ys_recovery_get_scenario (const YsRecovery *self)
{
  return self->scenario;
}

GFile *
ys_recovery_get_file (const YsRecovery *self)
{
  return self->file;
}

GDateTime *
ys_recovery_get_time (const YsRecovery *self)
{
  return self->time;
}

const char *
ys_recovery_get_path (const YsRecovery *self)
{
  return self->path;
}

/* Recovering */

static gboolean
is_as_it_was (const YsRecovery *self)
{
  g_autofree char *tag = NULL;

  if (self->file == NULL || self->tag == NULL)
    return FALSE;

  tag = ys_document_query_tag (self->file);
  return g_strcmp0 (tag, self->tag) == 0;
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const YsRecovery *self = data;

  g_task_return_pointer (task, is_as_it_was (self) ? read_original (self) : NULL,
                         (GDestroyNotify) ys_scenario_unref);
}

void
ys_recovery_open_async (YsRecovery          *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (self != NULL && self->scenario != NULL);

  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, ys_recovery_open_async);
  g_task_set_task_data (task, ys_recovery_ref (self), (GDestroyNotify) ys_recovery_unref);
  g_task_run_in_thread (task, read_in_thread);
}

static YsDocument *
make_document (const YsRecovery *self,
               YsScenario       *original)
{
  YsDocument *document = ys_document_new (original != NULL ? original : self->scenario, self->file);

  ys_document_set_saved (document, self->file, self->tag, ys_document_get_scenario (document));
  if (original == NULL ||
      /* Translators: what was done, after “Undo”. */
      !ys_document_apply (document, self->scenario, _("recovered changes"), NULL, NULL))
    ys_document_set_detached (document, TRUE);

  return document;
}

YsDocument *
ys_recovery_open_finish (GAsyncResult *result)
{
  g_autoptr (YsScenario) original = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, ys_recovery_open_async), NULL);

  original = g_task_propagate_pointer (G_TASK (result), NULL);
  return make_document (g_task_get_task_data (G_TASK (result)), original);
}
