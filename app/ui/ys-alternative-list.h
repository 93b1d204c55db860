/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-result.h"

G_BEGIN_DECLS

/* The alternatives of a scenario; #YsAlternativeList:selected is the index of one, or −1. */
#define YS_TYPE_ALTERNATIVE_LIST (ys_alternative_list_get_type ())
G_DECLARE_FINAL_TYPE (YsAlternativeList, ys_alternative_list, YS, ALTERNATIVE_LIST, AdwBin)

void ys_alternative_list_set_result   (YsAlternativeList *self,
                                       const YsResult    *result);
int  ys_alternative_list_get_selected (YsAlternativeList *self);
void ys_alternative_list_set_selected (YsAlternativeList *self,
                                       int                selected);

G_END_DECLS
