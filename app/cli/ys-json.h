/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YsJson:
 *
 * Writes JSON (RFC 8259) in the order in which it is called, UTF-8, indented so that it diffs
 * well. Numbers have the fewest digits that read back as the same double, whatever the locale; what
 * is not a finite number is null. Inside an object every value follows its ys_json_key().
 */
typedef struct
{
  GString  *text;
  int       depth;
  gboolean  has_items; /* whether the open object or array has something in it already */
  gboolean  after_key;
} YsJson;

YsJson *ys_json_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void    ys_json_free         (YsJson *json);
/* The whole text, ending with a line break. */
char   *ys_json_dup_text     (const YsJson *json) G_GNUC_WARN_UNUSED_RESULT;

void    ys_json_begin_object (YsJson *json);
void    ys_json_end_object   (YsJson *json);
void    ys_json_begin_array  (YsJson *json);
void    ys_json_end_array    (YsJson *json);
void    ys_json_key          (YsJson     *json,
                              const char *key);

void    ys_json_null         (YsJson *json);
void    ys_json_string       (YsJson     *json,
                              const char *value); /* NULL: null */
void    ys_json_number       (YsJson *json,
                              double  value);
void    ys_json_integer      (YsJson  *json,
                              guint64  value);
void    ys_json_boolean      (YsJson   *json,
                              gboolean  value);
/* On one line. */
void    ys_json_numbers      (YsJson       *json,
                              const double *values,
                              gsize         n);

/* The digits alone; NULL when it is not a finite number. */
char   *ys_json_format_number (double value) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsJson, ys_json_free)

G_END_DECLS
