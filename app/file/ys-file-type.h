/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-file.h"

G_BEGIN_DECLS

typedef struct _YsFileType YsFileType;

/**
 * YsFileType:
 *
 * A datatype of the schema: what may stand in an attribute or a text, and how it goes into a field
 * of the scenario and back.
 */
struct _YsFileType
{
  gboolean     (*accepts) (const YsFileType *type,
                           const char       *text);
  /* The sentence when it does not; @where is “low="12%" in <amount>”. */
  char        *(*explain) (const YsFileType *type,
                           const char       *where,
                           const char       *text);
  void         (*read)    (const YsFileType *type,
                           const char       *text,
                           gpointer          field);
  /* NULL: not given, so the attribute is left out. */
  char        *(*write)   (const YsFileType *type,
                           gconstpointer     field);

  double        low;      /* of a number, both inclusive unless above says otherwise */
  double        high;
  gboolean      above;    /* low itself is not allowed */
  const char  *(*word)    (int index); /* of an enumeration */
  int           n_words;
  const char   *form;     /* what would be right, marked for translation */
};

extern const YsFileType ys_file_text;
extern const YsFileType ys_file_id;
extern const YsFileType ys_file_currency;
extern const YsFileType ys_file_month;
extern const YsFileType ys_file_color;
extern const YsFileType ys_file_yes;

extern const YsFileType ys_file_number;        /* double, NAN if not given */
extern const YsFileType ys_file_number_or_0;   /* double, 0 if not given */
extern const YsFileType ys_file_rate;          /* double above −1, NAN if not given */
extern const YsFileType ys_file_share;         /* double in 0 … 1, NAN if not given */
extern const YsFileType ys_file_share_or_0;
extern const YsFileType ys_file_weight;        /* double, 0 or more */
extern const YsFileType ys_file_positive;      /* double above 0 */
extern const YsFileType ys_file_part;          /* double above 0, up to 1 */
extern const YsFileType ys_file_correlation;   /* double in −1 … 1 */
extern const YsFileType ys_file_period_number; /* int, negative if not given */
extern const YsFileType ys_file_n_periods;     /* int from 1, 0 if not given */
extern const YsFileType ys_file_trials;        /* gsize */
extern const YsFileType ys_file_seed;          /* guint64 */

extern const YsFileType ys_file_period;
extern const YsFileType ys_file_timing;
extern const YsFileType ys_file_losses;
extern const YsFileType ys_file_nature;
extern const YsFileType ys_file_lean;
extern const YsFileType ys_file_method;
extern const YsFileType ys_file_shape;
extern const YsFileType ys_file_bounds;

extern const YsFileType ys_file_numbers;       /* of each of a list; see ys_file_parse_numbers() */
extern const YsFileType ys_file_words;         /* GStrv, NULL if not given */

/* The white space that XML knows, and no other, does not count around a value. */
#define YS_FILE_SPACES " \t\n\r"
char   *ys_file_strip         (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* “… is not …” with the type's form. */
char   *ys_file_explain_form  (const YsFileType *type,
                               const char       *where,
                               const char       *text) G_GNUC_WARN_UNUSED_RESULT;

/* The fewest digits that read back as the same double, with a point in every locale. */
char   *ys_file_format_number (double value) G_GNUC_WARN_UNUSED_RESULT;
double *ys_file_parse_numbers (const char *text,
                               gsize      *n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
