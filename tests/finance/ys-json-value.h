/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  YS_JSON_NULL,
  YS_JSON_BOOLEAN, /* number is 0 or 1 */
  YS_JSON_NUMBER,
  YS_JSON_STRING,
  YS_JSON_ARRAY,
  YS_JSON_OBJECT,
} YsJsonType;

typedef struct
{
  YsJsonType  type;
  double      number;
  char       *string;
  GPtrArray  *names; /* (element-type utf8): of an object's members */
  GPtrArray  *items; /* (element-type YsJsonValue): members or elements, in the order of the file */
} YsJsonValue;

/* Just enough to read the data of tests, without a library that the program itself has no need of.
 * What is not JSON (RFC 8259) ends the program with the place of the fault. */
YsJsonValue       *ys_json_value_read_file  (const char        *path) G_GNUC_WARN_UNUSED_RESULT;
YsJsonValue       *ys_json_value_parse      (const char        *text) G_GNUC_WARN_UNUSED_RESULT;
void               ys_json_value_free       (YsJsonValue       *self);

/* NULL when the object has no such member. */
const YsJsonValue *ys_json_value_get_member (const YsJsonValue *object,
                                             const char        *name);
/* These insist on the type. */
double             ys_json_value_get_number (const YsJsonValue *self);
const char        *ys_json_value_get_string (const YsJsonValue *self);
gsize              ys_json_value_get_length (const YsJsonValue *array);
const YsJsonValue *ys_json_value_get_item   (const YsJsonValue *array,
                                             gsize              i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsJsonValue, ys_json_value_free)

G_END_DECLS
