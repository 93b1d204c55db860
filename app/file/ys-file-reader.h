/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-file-grammar.h"
#include "ys-file-input.h"

G_BEGIN_DECLS

/* All that reads a tree is called only when ys_file_check_tree() found nothing wrong in it. */
typedef struct
{
  YsScenario *scenario;
  GHashTable *comments;
} YsFileReader;

typedef void (*YsFileReadFunc)         (YsFileReader  *reader,
                                        const xmlNode *node,
                                        gpointer       into);

gboolean       ys_file_is_named        (const xmlNode *node,
                                        const char    *name);
const xmlNode *ys_file_find_child      (const xmlNode *node,
                                        const char    *name);
void           ys_file_for_each_child  (YsFileReader   *reader,
                                        const xmlNode  *node,
                                        const char     *name,
                                        YsFileReadFunc  read,
                                        gpointer        into);
int            ys_file_get_row         (const xmlNode *node);
char          *ys_file_dup_comment     (YsFileReader  *reader,
                                        const xmlNode *node) G_GNUC_WARN_UNUSED_RESULT;

/* Fields of what is not given are left as they are. */
void           ys_file_read_value      (const xmlNode    *node,
                                        const char       *name,
                                        const YsFileType *type,
                                        gpointer          field);
void           ys_file_read_attributes (const xmlNode         *node,
                                        const YsFileAttribute *attributes,
                                        gpointer               object);

YsEstimate    *ys_file_read_estimate   (YsFileReader  *reader,
                                        const xmlNode *node) G_GNUC_WARN_UNUSED_RESULT;
void           ys_file_read_line       (YsFileReader  *reader,
                                        const xmlNode *node,
                                        YsAlternative *alternative);

G_END_DECLS
