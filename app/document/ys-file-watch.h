/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-document.h"

G_BEGIN_DECLS

/* What has become of the file since it was read or written last. */
typedef enum
{
  YS_FILE_UNCHANGED, /* or holds the same all the same; or there is none yet */
  YS_FILE_CHANGED,
  YS_FILE_GONE,
} YsFileState;

/**
 * YsFileWatch:
 *
 * Notices, in a thread, what others do to the file of a document; #YsFileWatch:state says it. What the
 * document saves itself is nothing to notice. While the file is gone, the document counts as modified.
 */
#define YS_TYPE_FILE_WATCH (ys_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (YsFileWatch, ys_file_watch, YS, FILE_WATCH, GObject)

YsFileWatch *ys_file_watch_new       (YsDocument *document) G_GNUC_WARN_UNUSED_RESULT;
YsFileState  ys_file_watch_get_state (YsFileWatch *self);

/* Looks now: not every disk tells of changes. */
void         ys_file_watch_check     (YsFileWatch *self);
/* What the document holds is wanted, whatever the file holds now: it counts as modified, and saving it
 * replaces the file. */
void         ys_file_watch_ignore    (YsFileWatch *self);

G_END_DECLS
