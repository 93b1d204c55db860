/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file-reader.h"

static void
read_case (YsFileReader  *reader,
           const xmlNode *node,
           gpointer       into)
{
  YsCase item = { 0 };

  ys_file_read_attributes (node, ys_file_case_attributes, &item);
  g_array_append_val ((GArray *) into, item);
}

YsEstimate *
ys_file_read_estimate (YsFileReader  *reader,
                       const xmlNode *node)
{
  g_autoptr (GArray) cases = g_array_new (FALSE, FALSE, sizeof (YsCase));
  YsEstimate *estimate = ys_estimate_new ();

  for (int i = 0; i < YS_N_NUMBERS; i++)
    if (xmlHasNsProp (node, (const xmlChar *) ys_number_get_id (i), NULL) != NULL)
      {
        double number = 0.0;

        ys_file_read_value (node, ys_number_get_id (i), &ys_file_number, &number);
        ys_estimate_set_number (estimate, i, number);
      }

  ys_file_read_value (node, "shape", &ys_file_shape, &estimate->shape);
  ys_file_read_value (node, "bounds", &ys_file_bounds, &estimate->bounds);
  ys_file_read_value (node, "formula", &ys_file_text, &estimate->formula);
  ys_file_for_each_child (reader, node, "case", read_case, cases);
  if (cases->len > 0)
    ys_estimate_set_cases (estimate, (const YsCase *) cases->data, cases->len);
  estimate->row = ys_file_get_row (node);

  return estimate;
}

static double *
read_numbers (const xmlNode *node,
              gsize         *n)
{
  g_autofree char *text = ys_file_dup_text (node);

  return ys_file_parse_numbers (text, n);
}

static void
read_follows (YsFileReader  *reader,
              const xmlNode *node,
              gpointer       into)
{
  YsFollows follows = { NULL, 0.0 };

  ys_file_read_attributes (node, ys_file_follows_attributes, &follows);
  ys_line_add_follows (into, follows.assumption, follows.factor);
  g_free (follows.assumption);
}

static void
read_estimates (YsFileReader  *reader,
                const xmlNode *node,
                YsLine        *line)
{
  for (int i = 0; i < YS_N_FIELDS; i++)
    {
      const xmlNode *child = ys_file_find_child (node, ys_field_get_id (i));
      g_autoptr (YsEstimate) estimate = NULL;

      if (child == NULL)
        continue;

      estimate = ys_file_read_estimate (reader, child);
      ys_line_set_estimate (line, i, estimate);
    }
}

static void
read_timing (const xmlNode *node,
             YsLine        *line)
{
  const xmlNode *by_period = ys_file_find_child (node, "by-period");
  const xmlNode *ramp = ys_file_find_child (node, "ramp");
  const xmlNode *when = ys_file_find_child (node, "when");

  if (by_period != NULL)
    {
      line->by_period = read_numbers (by_period, &line->n_by_period);
      ys_file_read_attributes (by_period, ys_file_by_period_attributes, line);
    }
  if (ramp != NULL)
    line->ramp = read_numbers (ramp, &line->n_ramp);
  if (when != NULL)
    ys_file_read_attributes (when, ys_file_when_attributes, line);
}

void
ys_file_read_line (YsFileReader  *reader,
                   const xmlNode *node,
                   YsAlternative *alternative)
{
  YsLine *line = ys_line_new (ys_line_kind_find ((const char *) node->name), NULL, NULL);
  const xmlNode *depreciation = ys_file_find_child (node, "depreciation");

  ys_file_read_attributes (node, ys_file_line_attributes, line);
  read_estimates (reader, node, line);
  read_timing (node, line);
  ys_file_for_each_child (reader, node, "follows", read_follows, line);
  if (depreciation != NULL)
    ys_file_read_attributes (depreciation, ys_file_depreciation_attributes, &line->depreciation);
  line->comment = ys_file_dup_comment (reader, node);
  line->row = ys_file_get_row (node);

  g_ptr_array_add (alternative->lines, line);
}
