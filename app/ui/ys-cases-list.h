/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-line.h"

G_BEGIN_DECLS

/**
 * YsCasesList:
 *
 * A list of outcomes to fill in: each a value and a weight. #YsCasesList::edited is emitted for every
 * keystroke, and when one is added or taken away.
 */
#define YS_TYPE_CASES_LIST (ys_cases_list_get_type ())
G_DECLARE_FINAL_TYPE (YsCasesList, ys_cases_list, YS, CASES_LIST, AdwBin)

/* Without cases it begins with two empty rows. */
void        ys_cases_list_edit      (YsCasesList  *self,
                                     const YsCase *cases,
                                     gsize         n_cases,
                                     YsUnit        unit,
                                     const char   *currency);
/* (transfer full) (element-type YsCase): those that are filled in; NULL while a row is half filled */
GArray     *ys_cases_list_dup_cases (YsCasesList  *self) G_GNUC_WARN_UNUSED_RESULT;
/* Why one of them cannot be understood, or NULL. */
const char *ys_cases_list_get_error (YsCasesList  *self);

G_END_DECLS
