/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "ys-file.h"

G_BEGIN_DECLS

/* Where a start tag stands in the text. libxml2's own line numbers stop at 65,535 and name the end
 * of the tag, and its tree keeps no columns. */
typedef struct
{
  int         line;       /* from 1 */
  const char *line_start;
  const char *start;      /* its “<” */
} YsFilePlace;

/* All start tags of well-formed XML without a DTD, in the order of the file. */
GArray      *ys_file_places_new       (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* Points the _private of every element below and including @root to its place. */
void         ys_file_places_assign    (GArray  *places,
                                       xmlNode *root);

/* Of an element; of the one around it if it was not in the text. */
const YsFilePlace *ys_file_place_of   (const xmlNode *node);

/* “<!DOCTYPE”, the only door to entities, or NULL. */
const char  *ys_file_find_doctype     (const char *text);

/* The start of an attribute (name with prefix), of the first occurrence of a word in the text after
 * the tag; the tag's own start when there is none. */
const char  *ys_file_place_find_attribute (const YsFilePlace *place,
                                           const char        *name);
const char  *ys_file_place_find_word      (const YsFilePlace *place,
                                           const char        *word);

/* Of a position at or after the place; columns count characters from 1. */
void         ys_file_place_locate     (const YsFilePlace *place,
                                       const char        *at,
                                       int               *line,
                                       int               *column);

G_END_DECLS
