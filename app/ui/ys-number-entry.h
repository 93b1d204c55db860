/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-checked-entry.h"
#include "ys-line.h"

G_BEGIN_DECLS

/**
 * YsNumberEntry:
 *
 * An entry for one number, typed as people type them (see ys_parse_number()).
 *
 * #YsNumberEntry::edited is emitted whenever what was typed has been read.
 */
#define YS_TYPE_NUMBER_ENTRY (ys_number_entry_get_type ())
G_DECLARE_FINAL_TYPE (YsNumberEntry, ys_number_entry, YS, NUMBER_ENTRY, YsCheckedEntry)

GtkWidget  *ys_number_entry_new       (void) G_GNUC_WARN_UNUSED_RESULT;

/* @currency: (nullable): ISO 4217 */
void        ys_number_entry_set_unit  (YsNumberEntry *self,
                                       YsUnit         unit,
                                       const char    *currency);
/* NAN: none is given; the entry is empty. */
double      ys_number_entry_get_value (YsNumberEntry *self);
void        ys_number_entry_set_value (YsNumberEntry *self,
                                       double         value);
/* Why its text is no number, or NULL. */
const char *ys_number_entry_get_error (YsNumberEntry *self);

G_END_DECLS
