/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file-watch.h"

#include <stdlib.h>

#include "ys-document-private.h"
#include "ys-file.h"

/* Some programs replace a file by removing it first. [ms] */
#define DELAY 200

struct _YsFileWatch
{
  GObject       parent_instance;

  YsDocument   *document;
  GFileMonitor *monitor;
  char         *seen;     /* tag of the file when it was looked at last; NULL: not there */
  guint         timer;
  gboolean      checking;
  gboolean      detached; /* the document, for no other reason than that the file is gone */
  YsFileState   state;
};

enum
{
  PROP_STATE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YsFileWatch, ys_file_watch, G_TYPE_OBJECT)

/* Looking, in a thread */

typedef struct
{
  GFile      *file;
  char       *known;     /* tag */
  YsScenario *saved;
  char       *tag;
  gboolean    same;      /* it holds what was saved */
  gboolean    read_only;
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->file);
  g_free (look->known);
  ys_scenario_unref (look->saved);
  g_free (look->tag);
  g_free (look);
}

static gboolean
holds (GFile            *file,
       const YsScenario *scenario)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autoptr (YsScenario) held = bytes != NULL ? ys_file_read_bytes (bytes, NULL) : NULL;

  return held != NULL && ys_scenario_equal (held, scenario);
}

static void
look_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Look *look = data;
  const char *path = g_file_peek_path (look->file);

  look->tag = ys_document_query_tag (look->file);
  look->same = look->tag != NULL &&
               (g_strcmp0 (look->tag, look->known) == 0 || holds (look->file, look->saved));
  look->read_only = path != NULL && ys_file_is_protected (path);
  g_task_return_boolean (task, TRUE);
}

static void
set_state (YsFileWatch *self,
           YsFileState  state)
{
  if (state == self->state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_gone (YsFileWatch *self)
{
  if (self->state != YS_FILE_GONE)
    self->detached = !ys_document_get_detached (self->document);
  ys_document_set_detached (self->document, TRUE);
  set_state (self, YS_FILE_GONE);
}

static void
set_unchanged (YsFileWatch *self,
               const char  *tag)
{
  if (self->state == YS_FILE_GONE && self->detached)
    ys_document_set_detached (self->document, FALSE);
  ys_document_set_tag (self->document, tag);
  set_state (self, YS_FILE_UNCHANGED);
}

static void
take_note (YsFileWatch *self,
           const Look  *look)
{
  g_free (self->seen);
  self->seen = g_strdup (look->tag);
  ys_document_set_read_only (self->document, look->read_only);

  if (look->tag == NULL)
    set_gone (self);
  else if (look->same)
    set_unchanged (self, look->tag);
  else
    set_state (self, YS_FILE_CHANGED);
}

static gboolean
is_outdated (YsFileWatch *self,
             const Look  *look)
{
  GFile *file = ys_document_get_file (self->document);

  return ys_document_get_saving (self->document) || file == NULL ||
         !g_file_equal (file, look->file) ||
         ys_document_get_saved (self->document) != look->saved ||
         g_strcmp0 (ys_document_get_tag (self->document), look->known) != 0;
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  YsFileWatch *self = YS_FILE_WATCH (source);
  const Look *look = g_task_get_task_data (G_TASK (result));

  self->checking = FALSE;
  if (is_outdated (self, look))
    ys_file_watch_check (self);
  else
    take_note (self, look);
}

/* While it is being saved, there is a look when that is done. */
void
ys_file_watch_check (YsFileWatch *self)
{
  GFile *file;
  g_autoptr (GTask) task = NULL;
  Look *look;

  g_return_if_fail (YS_IS_FILE_WATCH (self));

  file = ys_document_get_file (self->document);
  if (self->checking || file == NULL || ys_document_get_saving (self->document))
    return;

  self->checking = TRUE;
  look = g_new0 (Look, 1);
  look->file = g_object_ref (file);
  look->known = g_strdup (ys_document_get_tag (self->document));
  look->saved = ys_scenario_ref (ys_document_get_saved (self->document));
  task = g_task_new (self, NULL, looked_cb, NULL);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_in_thread);
}

void
ys_file_watch_ignore (YsFileWatch *self)
{
  g_return_if_fail (YS_IS_FILE_WATCH (self));

  if (self->state != YS_FILE_CHANGED)
    return;

  ys_document_set_tag (self->document, self->seen);
  ys_document_set_detached (self->document, TRUE);
  set_state (self, YS_FILE_UNCHANGED);
}

/* When to look */

static gboolean
timer_cb (gpointer data)
{
  YsFileWatch *self = data;

  self->timer = 0;
  ys_file_watch_check (self);

  return G_SOURCE_REMOVE;
}

static void
file_touched_cb (YsFileWatch *self)
{
  if (self->timer == 0)
    self->timer = g_timeout_add (DELAY, timer_cb, self);
}

static void
stop_watching (YsFileWatch *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
}

/* Behind symbolic links, where the changes are made. */
static GFile *
find_watched (GFile *file)
{
  const char *path = g_file_peek_path (file);
  char *real = path != NULL ? realpath (path, NULL) : NULL;
  GFile *watched = real != NULL ? g_file_new_for_path (real) : g_object_ref (file);

  free (real);
  return watched;
}

/* Where there is nothing to watch with, ys_file_watch_check() has to do. */
static void
file_changed_cb (YsFileWatch *self)
{
  GFile *file = ys_document_get_file (self->document);
  g_autoptr (GFile) watched = NULL;

  stop_watching (self);
  if (file == NULL)
    return;

  watched = find_watched (file);
  self->monitor = g_file_monitor_file (watched, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_touched_cb), self,
                             G_CONNECT_SWAPPED);
  ys_file_watch_check (self);
}

/* Life */

static void
ys_file_watch_dispose (GObject *object)
{
  YsFileWatch *self = YS_FILE_WATCH (object);

  stop_watching (self);
  g_clear_pointer (&self->seen, g_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (ys_file_watch_parent_class)->dispose (object);
}

static void
ys_file_watch_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  YsFileWatch *self = YS_FILE_WATCH (object);

  if (id == PROP_STATE)
    g_value_set_int (value, (int) self->state);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ys_file_watch_class_init (YsFileWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ys_file_watch_dispose;
  object_class->get_property = ys_file_watch_get_property;

  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, YS_FILE_UNCHANGED, YS_FILE_GONE,
                                             YS_FILE_UNCHANGED, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ys_file_watch_init (YsFileWatch *self)
{
}

YsFileWatch *
ys_file_watch_new (YsDocument *document)
{
  YsFileWatch *self;

  g_return_val_if_fail (YS_IS_DOCUMENT (document), NULL);

  self = g_object_new (YS_TYPE_FILE_WATCH, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::file", G_CALLBACK (file_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::saving", G_CALLBACK (ys_file_watch_check), self,
                           G_CONNECT_SWAPPED);
  file_changed_cb (self);

  return self;
}

YsFileState
ys_file_watch_get_state (YsFileWatch *self)
{
  g_return_val_if_fail (YS_IS_FILE_WATCH (self), YS_FILE_UNCHANGED);

  return self->state;
}
