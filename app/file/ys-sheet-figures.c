/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "ys-figures.h"
#include "ys-workbook.h"

static void
put_headings (YsWorkbook      *self,
              const YsMetric **metrics)
{
  ys_workbook_put_text (self, self->figures, 1, 0, "id", YS_CELL_HEADING);
  ys_workbook_put_text (self, self->figures, 1, 1, "name", YS_CELL_HEADING);
  for (int i = 0; metrics[i] != NULL; i++)
    {
      g_autofree char *meaning = g_strdup_printf ("%s\n%s", _(metrics[i]->label), _(metrics[i]->term));

      ys_workbook_put_text (self, self->figures, 1, i + 2, metrics[i]->id, YS_CELL_HEADING);
      worksheet_write_comment (self->figures, 0, (lxw_col_t) (i + 2), meaning);
    }
}

static void
put_figures (YsWorkbook      *self,
             const YsMetric **metrics,
             gsize            alternative)
{
  const YsAlternative *own = self->result->alternatives[alternative].alternative;
  int row = (int) alternative + 2;

  ys_workbook_put_text (self, self->figures, row, 0, own->id, YS_CELL_PLAIN);
  ys_workbook_put_text (self, self->figures, row, 1, own->name, YS_CELL_PLAIN);
  for (int i = 0; metrics[i] != NULL; i++)
    {
      const char *name = self->names->pdata[alternative];
      g_autofree char *formula
        = g_strdup_printf ("=%s!$B$%d", name,
                           self->rows[alternative].metrics[ys_metric_index (metrics[i]->id)]);

      ys_workbook_put_formula (self, self->figures, row, i + 2, formula,
                               ys_result_get_metric (self->result, alternative, metrics[i]->id),
                               ys_workbook_get_cell (metrics[i]));
    }
}

void
ys_sheet_figures_fill (YsWorkbook *self)
{
  g_autofree const YsMetric **metrics = ys_figures_list ();

  put_headings (self, metrics);
  for (gsize a = 0; a < self->result->n_alternatives; a++)
    put_figures (self, metrics, a);

  worksheet_set_column (self->figures, 0, 0, 18, NULL);
  worksheet_set_column (self->figures, 1, 1, 36, NULL);
  worksheet_set_column (self->figures, 2, 30, 17, NULL);
  worksheet_freeze_panes (self->figures, 1, 2);
  worksheet_repeat_rows (self->figures, 0, 0);
}
