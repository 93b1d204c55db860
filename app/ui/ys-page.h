/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ys-result.h"

G_BEGIN_DECLS

/**
 * YsPage:
 *
 * A page of a scenario: a few words that lead, and cards beneath, the children of its template. Each
 * #YsChartCard among them is given the results, each child with a property “selected” follows the
 * page's, the index of the alternative it is about, or −1. #YsPage:columns is how many cards may
 * stand side by side.
 *
 * Analyses come later than figures; a card whose chart waits for one goes on showing the last.
 */
#define YS_TYPE_PAGE (ys_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (YsPage, ys_page, YS, PAGE, AdwBin)

struct _YsPageClass
{
  AdwBinClass parent_class;

  YsAnalyses  analyses; /* that the page needs beside those of its charts */
  /* The words that lead, as Pango markup, "" for none; NULL: not known yet, the last stay in sight,
   * faint after a while. Unless they are complete they keep the height they had, so that what stands
   * below does not jump to and fro. */
  char     *(*dup_words)   (const YsResult *result,
                            gboolean       *complete);
  void      (*set_results) (YsPage         *self,
                            const YsResult *result,
                            const YsResult *before);
};

/* @before: what it was before the what-if, drawn behind; NULL: none */
void       ys_page_set_results  (YsPage         *self,
                                 const YsResult *result,
                                 const YsResult *before);
/* What the results should have been worked out with, so that nothing on the page is missing. */
YsAnalyses ys_page_get_analyses (YsPage *self);

G_END_DECLS
