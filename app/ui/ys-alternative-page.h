/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-document.h"
#include "ys-page.h"

G_BEGIN_DECLS

/* One alternative: all that is said of it, to be changed in place, its cash year by year, and what needs
 * to be true. */
#define YS_TYPE_ALTERNATIVE_PAGE (ys_alternative_page_get_type ())
G_DECLARE_FINAL_TYPE (YsAlternativePage, ys_alternative_page, YS, ALTERNATIVE_PAGE, YsPage)

void       ys_alternative_page_set_document       (YsAlternativePage *self,
                                                   YsDocument        *document);
/* The lines selected in the table, immutable, in the order of the alternative. */
GPtrArray *ys_alternative_page_get_selected_lines (YsAlternativePage *self) G_GNUC_WARN_UNUSED_RESULT;
/* The keyboard goes to its name. */
void       ys_alternative_page_begin              (YsAlternativePage *self);
/* The alternative of that place, if it is still there. */
gboolean   ys_alternative_page_select             (YsAlternativePage *self,
                                                   const char        *place);
/* The keyboard goes there. @place: "alternatives/ALTERNATIVE/FIELD", "alternatives/ALTERNATIVE/LINE/FIELD"
 * or "alternatives/ALTERNATIVE/": the lines. FALSE: there is no such place. */
gboolean   ys_alternative_page_go_to              (YsAlternativePage *self,
                                                   const char        *place);

G_END_DECLS
