/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "ys-file.h"

G_BEGIN_DECLS

#define YS_FILE_NAMESPACE "urn:yardstick:scenario"

/* Nobody wrote a scenario larger than this: it is refused before it fills the memory. [bytes] */
#define YS_FILE_MAX_SIZE (32 * 1024 * 1024)

/* Nobody reads on after so many. */
#define YS_FILE_MAX_PROBLEMS 1000

/* A file while it is read: its text, the tree, where its elements are, and what is wrong. */
typedef struct
{
  char       *text;
  xmlDoc     *doc;      /* elements and text; NULL when it is not well-formed, as problems says */
  GArray     *places;   /* (element-type YsFilePlace) */
  GHashTable *comments; /* see ys-file-comments.h */
  GPtrArray  *problems; /* (element-type YsFileProblem) */
} YsFileInput;

YsFileInput *ys_file_input_new         (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
void         ys_file_input_free        (YsFileInput *input);

void         ys_file_add_problem       (GPtrArray       *problems,
                                        int              line,
                                        int              column,
                                        YsFileErrorCode  code,
                                        const char      *message);

/* At an element; at one of its attributes; at a word of the text that follows its start tag. */
void         ys_file_complain          (YsFileInput   *input,
                                        const xmlNode *node,
                                        const char    *message);
void         ys_file_complain_of       (YsFileInput   *input,
                                        const xmlAttr *attribute,
                                        const char    *message);
void         ys_file_complain_at       (YsFileInput   *input,
                                        const xmlNode *node,
                                        const char    *word,
                                        const char    *message);

void         ys_file_problems_sort     (GPtrArray *problems);

/* Whether it is an element of a scenario, not of some other namespace. */
gboolean     ys_file_is_element        (const xmlNode *node);
/* With its prefix, as in the file. */
char        *ys_file_dup_name          (const xmlAttr *attribute) G_GNUC_WARN_UNUSED_RESULT;
char        *ys_file_dup_value         (const xmlAttr *attribute) G_GNUC_WARN_UNUSED_RESULT;
char        *ys_file_dup_text          (const xmlNode *node) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsFileInput, ys_file_input_free)

G_END_DECLS
