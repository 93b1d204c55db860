/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * YsCheckedEntry:
 *
 * An entry whose text is read as it is typed. What cannot be understood keeps its text, is marked, and
 * says why; the last that could goes on counting. Escape brings back what counted when the keyboard
 * came; a second one goes on to whoever the entry stands in.
 */
#define YS_TYPE_CHECKED_ENTRY (ys_checked_entry_get_type ())
G_DECLARE_DERIVABLE_TYPE (YsCheckedEntry, ys_checked_entry, YS, CHECKED_ENTRY, GtkEntry)

struct _YsCheckedEntryClass
{
  GtkEntryClass parent_class;

  /* Makes count what was typed. */
  gboolean (*read)     (YsCheckedEntry  *self,
                        const char      *text,
                        GError         **error);
  /* After that, whether it could be read or not. */
  void     (*was_read) (YsCheckedEntry *self);
  /* What counts, as it would be typed. */
  char    *(*dup_text) (YsCheckedEntry *self);
  /* What counts, in full, so that a slip of a thousand is seen; or what may be typed; NULL */
  char    *(*dup_hint) (YsCheckedEntry *self);
  /* The keyboard came, or went. */
  void     (*begin)    (YsCheckedEntry *self);
  void     (*end)      (YsCheckedEntry *self);
  /* Makes count again what did when the keyboard came; FALSE: that is what counts. */
  gboolean (*restore)  (YsCheckedEntry *self);
};

/* Shows what counts. What was typed and cannot be understood stays until what counts is another. */
void        ys_checked_entry_show      (YsCheckedEntry *self);
/* Shows what counts, whatever was typed. */
void        ys_checked_entry_reset     (YsCheckedEntry *self);
/* What was typed is read at once, rather than in a moment. */
void        ys_checked_entry_read      (YsCheckedEntry *self);
/* Why its text is not what counts, or NULL. */
const char *ys_checked_entry_get_error (YsCheckedEntry *self);

/* Marks any widget as wrong, or right again. @error, @hint: (nullable) */
void        ys_mark_checked            (GtkWidget  *widget,
                                        const char *error,
                                        const char *hint);

G_END_DECLS
