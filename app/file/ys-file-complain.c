/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file-input.h"
#include "ys-file-place.h"

/* Names and values in a message are the author's. */
static char *
on_one_line (const char *message)
{
  return g_strdelimit (g_utf8_make_valid (message, -1), "\t\n\r", ' ');
}

void
ys_file_add_problem (GPtrArray       *problems,
                     int              line,
                     int              column,
                     YsFileErrorCode  code,
                     const char      *message)
{
  YsFileProblem *problem;

  if (problems->len >= YS_FILE_MAX_PROBLEMS)
    return;

  problem = g_new0 (YsFileProblem, 1);
  problem->line = line;
  problem->column = column;
  problem->code = code;
  problem->message = on_one_line (message);

  g_ptr_array_add (problems, problem);
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const YsFileProblem *first = *(YsFileProblem *const *) a;
  const YsFileProblem *second = *(YsFileProblem *const *) b;

  return first->line != second->line ? first->line - second->line : first->column - second->column;
}

void
ys_file_problems_sort (GPtrArray *problems)
{
  g_ptr_array_sort (problems, compare_problems);
}

/* Asked before the place is looked for, which takes time in a large file. */
static gboolean
is_full (YsFileInput *input)
{
  return input->problems->len >= YS_FILE_MAX_PROBLEMS;
}

static void
complain_at (YsFileInput       *input,
             const YsFilePlace *place,
             const char        *at,
             const char        *message)
{
  int line, column;

  ys_file_place_locate (place, at, &line, &column);
  ys_file_add_problem (input->problems, line, column, YS_FILE_ERROR_INVALID, message);
}

void
ys_file_complain (YsFileInput   *input,
                  const xmlNode *node,
                  const char    *message)
{
  const YsFilePlace *place = ys_file_place_of (node);

  if (!is_full (input))
    complain_at (input, place, place->start, message);
}

void
ys_file_complain_of (YsFileInput   *input,
                     const xmlAttr *attribute,
                     const char    *message)
{
  const YsFilePlace *place = ys_file_place_of (attribute->parent);
  g_autofree char *name = ys_file_dup_name (attribute);

  if (!is_full (input))
    complain_at (input, place, ys_file_place_find_attribute (place, name), message);
}

void
ys_file_complain_at (YsFileInput   *input,
                     const xmlNode *node,
                     const char    *word,
                     const char    *message)
{
  const YsFilePlace *place = ys_file_place_of (node);

  if (!is_full (input))
    complain_at (input, place, ys_file_place_find_word (place, word), message);
}
