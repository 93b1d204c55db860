/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows and columns of a spreadsheet or of text from one, as they are: what they mean is ys-import.h's
 * to find out. */

typedef enum
{
  YS_CELL_EMPTY,
  YS_CELL_TEXT,   /* may be a number in a way of writing that is not known yet */
  YS_CELL_NUMBER,
  YS_CELL_DATE,   /* year and month */
} YsCellKind;

typedef struct
{
  YsCellKind  kind;
  char       *text;   /* YS_CELL_TEXT: without blanks at its ends */
  double      number; /* YS_CELL_NUMBER; per cents as fractions */
  int         year;   /* YS_CELL_DATE */
  int         month;  /* 1 … 12 */
} YsCell;

typedef struct
{
  char       *name;      /* of the sheet, or NULL */
  gsize       n_rows;
  gsize       n_columns;
  YsCell     *cells;     /* [n_rows × n_columns] */
} YsCells;

/* Beyond these nobody has lines of a comparison: more is refused with a sentence. */
#define YS_MAX_CELL_ROWS    100000
#define YS_MAX_CELL_COLUMNS 1000
#define YS_MAX_CELLS        2000000

YsCells      *ys_cells_new        (const char *name,
                                   gsize       n_rows,
                                   gsize       n_columns) G_GNUC_WARN_UNUSED_RESULT;
void          ys_cells_free       (YsCells *cells);
/* Beyond the last row or column: an empty one. */
const YsCell *ys_cells_get        (const YsCells *cells,
                                   gsize          row,
                                   gsize          column);
/* Only while nobody else has them. Blanks at the ends are left out; nothing is left: an empty cell. */
void          ys_cells_set_text   (YsCells    *cells,
                                   gsize       row,
                                   gsize       column,
                                   const char *text);
void          ys_cells_set_number (YsCells *cells,
                                   gsize    row,
                                   gsize    column,
                                   double   number);
/* “C7”, as spreadsheets say. */
char         *ys_cells_get_place  (gsize row,
                                   gsize column) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ys_cells_read_text:
 * @text: what a spreadsheet copies (parted by tabs), or a CSV file: parted by “,” or “;”, whichever
 *   parts its rows alike; cells with quotation marks around them may hold all of these (RFC 4180)
 *
 * Errors: YS_ERROR_INVALID: a sentence
 */
YsCells      *ys_cells_read_text  (const char  *text,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ys_cells_read_bytes:
 * @bytes: a file: CSV or text parted by tabs (UTF-8, UTF-16, else Windows-1252), XLSX or ODS; which of
 *   them, its contents say
 * @name: of the file, for the sentence
 *
 * Returns: (transfer full) (element-type YsCells): its sheets that are not empty, at least one
 */
GPtrArray    *ys_cells_read_bytes (GBytes      *bytes,
                                   const char  *name,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCells, ys_cells_free)

G_END_DECLS
