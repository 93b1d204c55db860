/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-file-type.h"

G_BEGIN_DECLS

typedef struct
{
  const char       *name;
  const YsFileType *type;
  gboolean          required;
  gsize             offset; /* of its field in the struct it is read into */
} YsFileAttribute;

/* Attributes in the order in which they are written; a NULL name ends the table. Checked, read and
 * written by them: a new attribute is a row here and one in the schema. */
extern const YsFileAttribute ys_file_scenario_attributes[];
extern const YsFileAttribute ys_file_rules_attributes[];
extern const YsFileAttribute ys_file_simulation_attributes[];
extern const YsFileAttribute ys_file_driver_attributes[];
extern const YsFileAttribute ys_file_assumption_attributes[];
extern const YsFileAttribute ys_file_moves_with_attributes[];
extern const YsFileAttribute ys_file_alternative_attributes[];
extern const YsFileAttribute ys_file_line_attributes[];
extern const YsFileAttribute ys_file_case_attributes[];
extern const YsFileAttribute ys_file_depreciation_attributes[];
extern const YsFileAttribute ys_file_follows_attributes[];
extern const YsFileAttribute ys_file_when_attributes[];
extern const YsFileAttribute ys_file_by_period_attributes[];
extern const YsFileAttribute ys_file_budget_attributes[];
extern const YsFileAttribute ys_file_requires_attributes[];
extern const YsFileAttribute ys_file_excludes_attributes[];
extern const YsFileAttribute ys_file_point_attributes[];

typedef enum
{
  YS_FILE_REQUIRED = 1 << 0,
  YS_FILE_MANY     = 1 << 1,
  YS_FILE_EITHER   = 1 << 2, /* exactly one of all children so marked: <amount> or <by-period> */
} YsFileFlags;

/* What an element may hold. Children may stand in any order. */
typedef struct
{
  const char       *name;
  YsFileFlags       flags;
  GArray           *attributes; /* (element-type YsFileAttribute) */
  GPtrArray        *children;   /* (element-type YsFileElement) */
  const YsFileType *text;       /* NULL: none */
} YsFileElement;

/* The tree of all that may stand in a file, from <scenario> down; made once, never freed. */
const YsFileElement   *ys_file_grammar                (void);
const YsFileElement   *ys_file_element_find_child     (const YsFileElement *element,
                                                       const char          *name);
const YsFileAttribute *ys_file_element_find_attribute (const YsFileElement *element,
                                                       const char          *name);

G_END_DECLS
