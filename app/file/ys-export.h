/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-result.h"

G_BEGIN_DECLS

/* One way to hand a comparison on; one file each, one table. */
typedef struct
{
  const char *id;     /* --to */
  const char *name;   /* in the save dialog, marked for translation */
  const char *suffix; /* after the title in the proposed file name */
  gboolean  (*write) (const YsResult  *result,
                      const char      *path,
                      GError         **error);
} YsExportFormat;

/* NULL-terminated, in display order. */
const YsExportFormat *const *ys_export_formats (void);
/* NULL when there is none. */
const YsExportFormat        *ys_export_find    (const char *id);

/**
 * ys_export:
 * @result: a simulation of the scenario as it stands, without “what if”
 *
 * Atomic like ys_file_write(). Takes its time: a workbook simulates each line once more.
 */
gboolean                     ys_export         (const YsExportFormat  *format,
                                                const YsResult        *result,
                                                const char            *path,
                                                GError               **error);

extern const YsExportFormat ys_export_xlsx;
extern const YsExportFormat ys_export_csv;
extern const YsExportFormat ys_export_trials;

G_END_DECLS
