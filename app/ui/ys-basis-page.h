/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-document.h"

G_BEGIN_DECLS

/* What all alternatives share: the question, the rules, assumptions, drivers, limits. Every change
 * counts at once. */
#define YS_TYPE_BASIS_PAGE (ys_basis_page_get_type ())
G_DECLARE_FINAL_TYPE (YsBasisPage, ys_basis_page, YS, BASIS_PAGE, AdwBin)

void     ys_basis_page_set_document (YsBasisPage *self,
                                     YsDocument  *document);
/* The keyboard goes to the field of that place, if it is one of the page's: TRUE. */
gboolean ys_basis_page_go_to        (YsBasisPage *self,
                                     const char  *place);

G_END_DECLS
