/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-basis.h"
#include "ys-document.h"

G_BEGIN_DECLS

/**
 * YsBasisEntry:
 *
 * One field of a section of the Basis page, as it is typed or chosen: each change that makes sense is
 * one of the document at once. What makes none stays in sight, marked, with the reason on hover and for
 * screen readers, and the last value that did goes on counting.
 */
#define YS_TYPE_BASIS_ENTRY (ys_basis_entry_get_type ())
G_DECLARE_FINAL_TYPE (YsBasisEntry, ys_basis_entry, YS, BASIS_ENTRY, AdwBin)

GtkWidget *ys_basis_entry_new       (YsDocument           *document,
                                     const YsBasisSection *section,
                                     guint                 index,
                                     const YsBasisField   *field) G_GNUC_WARN_UNUSED_RESULT;
/* Shows what the document says now, unless the same was typed in other words. */
void       ys_basis_entry_update    (YsBasisEntry *self);
/* "assumptions/margin/estimate" */
char      *ys_basis_entry_dup_place (YsBasisEntry *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
