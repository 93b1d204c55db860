/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-scenario.h"

G_BEGIN_DECLS

/**
 * YsFileErrorCode:
 * @YS_FILE_ERROR_IO: it could not be opened, read or written
 * @YS_FILE_ERROR_NOT_XML: not well-formed XML
 * @YS_FILE_ERROR_NOT_A_SCENARIO: XML, but not a scenario
 * @YS_FILE_ERROR_TOO_NEW: written by a newer Yardstick
 * @YS_FILE_ERROR_INVALID: a scenario with a mistake in it
 */
typedef enum
{
  YS_FILE_ERROR_IO,
  YS_FILE_ERROR_NOT_XML,
  YS_FILE_ERROR_NOT_A_SCENARIO,
  YS_FILE_ERROR_TOO_NEW,
  YS_FILE_ERROR_INVALID,
} YsFileErrorCode;

#define YS_FILE_ERROR (ys_file_error_quark ())
GQuark ys_file_error_quark (void);

#define YS_FILE_VERSION 1

/* One thing wrong with a file. */
typedef struct
{
  int              line;   /* from 1; 0 when it concerns the whole file */
  int              column; /* from 1; 0 when not known */
  YsFileErrorCode  code;
  char            *message; /* without file name and line */
} YsFileProblem;

void        ys_file_problem_free (YsFileProblem *problem);

/**
 * ys_file_read_bytes:
 * @bytes: the whole file
 * @problems: (out) (optional) (transfer full) (element-type YsFileProblem): everything found, in
 *   the order of the file; empty when all is well
 *
 * Schema, ids, formulas, sense: all is checked before a scenario is handed out.
 *
 * Returns: (transfer full) (nullable): the scenario, NULL when there is any problem
 */
YsScenario *ys_file_read_bytes   (GBytes      *bytes,
                                  GPtrArray  **problems) G_GNUC_WARN_UNUSED_RESULT;

/* The same from a path; the error's message is "PATH:LINE: what is wrong" of the first problem
 * ("PATH: …" when it has no line). */
YsScenario *ys_file_read         (const char  *path,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
YsScenario *ys_file_read_all     (const char  *path,
                                  GPtrArray  **problems) G_GNUC_WARN_UNUSED_RESULT;

/* UTF-8 XML in the current version: stable order, one line per small element, locale-free numbers
 * with the fewest digits that read back as the same double. What XML cannot hold (control
 * characters, text that is not UTF-8) becomes U+FFFD; “--” in a comment becomes “- -”. */
char       *ys_file_write_text   (const YsScenario *scenario) G_GNUC_WARN_UNUSED_RESULT;

/* Atomic: the old file is whole until the new one is on disk, and what it is made of is beside it under
 * a hidden name meanwhile. Follows symbolic links; keeps the permissions, access list and, where allowed, owner;
 * another name (hard link) of the old file goes on naming that. Refuses to replace what is no ordinary
 * file, or protected against changes. Errors: YS_FILE_ERROR_IO, a sentence. */
gboolean    ys_file_write          (const YsScenario *scenario,
                                    const char       *path,
                                    GError          **error);
/* The same with any contents; length −1: up to the first NUL. */
gboolean    ys_file_replace        (const char       *path,
                                    const char       *contents,
                                    gssize            length,
                                    GError          **error);
/* The same; @tag: (out) (optional): of what was written */
gboolean    ys_file_replace_tagged (const char       *path,
                                    const char       *contents,
                                    gssize            length,
                                    char            **tag,
                                    GError          **error);

/* What tells one state of a file from another; NULL: it is not there. */
char       *ys_file_query_tag      (const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* It is there, and cannot be replaced: the file, its folder or the disk forbids it. */
gboolean    ys_file_is_protected   (const char *path);
/* Removes what a program left beside the file that was killed while it saved. */
void        ys_file_tidy           (const char *path);

G_END_DECLS
