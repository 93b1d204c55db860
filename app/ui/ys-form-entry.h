/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-form.h"
#include "ys-document.h"

G_BEGIN_DECLS

/**
 * YsFormEntry:
 *
 * One field of the scenario, a part or a line, as it is typed or chosen: each change that makes sense is
 * one of the document at once. What makes none stays in sight, marked, with the reason on hover and for
 * screen readers, and the last value that did goes on counting.
 */
#define YS_TYPE_FORM_ENTRY (ys_form_entry_get_type ())
G_DECLARE_FINAL_TYPE (YsFormEntry, ys_form_entry, YS, FORM_ENTRY, AdwBin)

/* @field: is to stay, as the rows of a table do */
GtkWidget *ys_form_entry_new        (YsDocument        *document,
                                     const YsTarget    *target,
                                     const YsFormField *field) G_GNUC_WARN_UNUSED_RESULT;
/* Shows what the document says now, unless the same was typed in other words. */
void       ys_form_entry_update    (YsFormEntry *self);
/* Another part of the same sort, or the same one, wherever it is now; shows what it says. */
void       ys_form_entry_set_target (YsFormEntry    *self,
                                     const YsTarget *target);
/* As a cell that is edited in place: no wider than that, and the keyboard goes to it. @text:
 * (nullable): typed in place of what is there */
void       ys_form_entry_begin      (YsFormEntry *self,
                                     const char  *text);
/* What was typed is read at once, rather than in a moment. */
void       ys_form_entry_read       (YsFormEntry *self);
/* Takes back what was typed or chosen since it was gone to. */
void       ys_form_entry_revert     (YsFormEntry *self);
/* What was typed makes no sense. */
gboolean   ys_form_entry_is_wrong   (YsFormEntry *self);
/* "assumptions/margin/estimate" */
char      *ys_form_entry_dup_place (YsFormEntry *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
