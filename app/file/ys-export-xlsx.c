/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-export.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "ys-error.h"
#include "ys-file.h"
#include "ys-line-cash.h"
#include "ys-workbook.h"

#define LONGEST_NAME 31       /* characters of a sheet's name, Excel's limit */
#define MOST_TRIALS 1048575   /* rows of a sheet below its heading, Excel's limit */
#define MOST_CELLS 20000000   /* of trials: more take gigabytes to open */
#define MOST_PERIODS 8000     /* half periods have columns of their own: 16,384 of them */

/* --- names of sheets -------------------------------------------------------------------------- */

/* As Excel allows it: without []:*?/\ and without apostrophes at the ends. */
static char *
clean_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *shown = g_strdelimit (g_strdup (valid), "[]:*?/\\'", ' ');

  for (char *c = shown; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';

  return g_strdup (g_strstrip (shown));
}

/* Characters beyond the basic plane count twice there. */
static char *
shorten (const char *name,
         gsize       n_characters)
{
  const char *end = name;
  gsize n = 0;

  while (*end != '\0')
    {
      n += g_utf8_get_char (end) > 0xffff ? 2 : 1;
      if (n > n_characters)
        break;
      end = g_utf8_next_char (end);
    }

  return g_strchomp (g_strndup (name, (gsize) (end - name)));
}

static gboolean
is_taken (GHashTable *taken,
          const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return !g_hash_table_add (taken, g_steal_pointer (&folded));
}

/* Different from all others even without regard to capitals. */
static char *
choose_name (GHashTable *taken,
             const char *name)
{
  g_autofree char *own = clean_name (name);
  char *chosen = shorten (*own != '\0' ? own : _("Alternative"), LONGEST_NAME);

  for (int i = 2; is_taken (taken, chosen); i++)
    {
      g_autofree char *ending = g_strdup_printf (" (%d)", i);
      g_autofree char *start = shorten (own, LONGEST_NAME - strlen (ending));

      g_free (chosen);
      chosen = g_strconcat (start, ending, NULL);
    }

  return chosen;
}

/* --- the workbook ----------------------------------------------------------------------------- */

static lxw_format *
add_format (YsWorkbook *self,
            const char *number)
{
  lxw_format *format = workbook_add_format (self->book);

  format_set_num_format (format, number);
  return format;
}

static void
add_formats (YsWorkbook *self)
{
  static const char *const numbers[YS_N_CELLS] = {
    [YS_CELL_PLAIN] = "General",
    [YS_CELL_TITLE] = "General",
    [YS_CELL_HEADING] = "General",
    [YS_CELL_NOTE] = "General",
    [YS_CELL_PERCENT] = "0.0%",
    [YS_CELL_RATIO] = "0.00",
    [YS_CELL_YEARS] = "0.00",
    [YS_CELL_FACTOR] = "0.0000",
  };
  g_autofree char *currency = g_strcanon (g_strdup (self->result->scenario->currency),
                                          G_CSET_A_2_Z G_CSET_a_2_z, ' ');
  g_autofree char *money = g_strdup_printf ("[$%s] #,##0;[Red]-[$%s] #,##0", currency, currency);

  for (int cell = 0; cell < YS_N_CELLS; cell++)
    self->formats[cell] = add_format (self, numbers[cell] != NULL ? numbers[cell] : money);

  format_set_bold (self->formats[YS_CELL_TITLE]);
  format_set_font_size (self->formats[YS_CELL_TITLE], 14);
  format_set_bold (self->formats[YS_CELL_HEADING]);
  format_set_bottom (self->formats[YS_CELL_HEADING], LXW_BORDER_THIN);
  format_set_bold (self->formats[YS_CELL_TOTAL]);
  format_set_top (self->formats[YS_CELL_TOTAL], LXW_BORDER_THIN);
  format_set_text_wrap (self->formats[YS_CELL_NOTE]);
  format_set_align (self->formats[YS_CELL_NOTE], LXW_ALIGN_VERTICAL_TOP);
}

static lxw_worksheet *
add_sheet (YsWorkbook *self,
           const char *name)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->book, name);

  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 9); /* A4 */
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_set_footer (sheet, "&L&A&R&P / &N");
  return sheet;
}

static void
add_sheets (YsWorkbook *self)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *const own[] = { YS_SHEET_FIGURES, YS_SHEET_TRIALS, YS_SHEET_RULES, "History" };

  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    (void) is_taken (taken, own[i]);

  self->figures = add_sheet (self, YS_SHEET_FIGURES);
  for (gsize a = 0; a < self->result->n_alternatives; a++)
    {
      g_autofree char *name = choose_name (taken, self->result->alternatives[a].alternative->name);

      self->sheets[a] = add_sheet (self, name);
      g_ptr_array_add (self->names, g_strdup_printf ("'%s'", name));
    }
  self->trials = add_sheet (self, YS_SHEET_TRIALS);
  self->rules = add_sheet (self, YS_SHEET_RULES);
}

/* The baseline first: the others refer to its rows. */
static gboolean
fill_alternatives (YsWorkbook  *self,
                   GError     **error)
{
  const YsResult *result = self->result;

  if (result->baseline >= 0 && !ys_sheet_alternative_fill (self, (gsize) result->baseline, error))
    return FALSE;
  for (gsize a = 0; a < result->n_alternatives; a++)
    if ((int) a != result->baseline && !ys_sheet_alternative_fill (self, a, error))
      return FALSE;

  return TRUE;
}

/* The library writes numbers with the decimal point of the locale; a workbook has to have a point. */
static locale_t
use_points (void)
{
  return uselocale (newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0))));
}

static void
restore_locale (locale_t before)
{
  freelocale (uselocale (before));
}

static gboolean
write_book (const YsResult  *result,
            const char      *path,
            GError         **error)
{
  YsWorkbook self = { .result = result, .n = (gsize) result->scenario->n_periods + 1 };
  gboolean filled;
  lxw_error failure;

  self.certain = ys_line_cash_certain (result);
  self.book = workbook_new (path);
  self.sheets = g_new0 (lxw_worksheet *, result->n_alternatives + 1);
  self.rows = g_new0 (YsSheetRows, result->n_alternatives + 1);
  self.names = g_ptr_array_new_with_free_func (g_free);

  add_formats (&self);
  add_sheets (&self);
  filled = fill_alternatives (&self, error);
  if (filled)
    {
      ys_sheet_figures_fill (&self);
      ys_sheet_trials_fill (&self);
      ys_sheet_rules_fill (&self);
    }
  failure = workbook_close (self.book);
  if (filled && failure != LXW_NO_ERROR)
    g_set_error (error, YS_FILE_ERROR, YS_FILE_ERROR_IO, _("The workbook could not be written: %s"),
                 lxw_strerror (failure));

  for (gsize a = 0; a < result->n_alternatives; a++)
    g_free (self.rows[a].metrics);
  g_free (self.rows);
  g_free (self.sheets);
  g_ptr_array_unref (self.names);
  return filled && failure == LXW_NO_ERROR;
}

/* --- the file --------------------------------------------------------------------------------- */

static gboolean
check_size (const YsResult  *result,
            GError         **error)
{
  if (result->n_trials <= MOST_TRIALS && result->n_trials * result->n_alternatives <= MOST_CELLS &&
      result->scenario->n_periods <= MOST_PERIODS)
    return TRUE;

  ys_error_set (error, YS_ERROR_INVALID, 0,
                _("So many trials do not fit into a workbook: it holds %d of each alternative and %d of all."),
                MOST_TRIALS, MOST_CELLS);
  return FALSE;
}

/* The library writes to a path of its own; the file itself is replaced in one step. */
static gboolean
write_through (const char      *temporary,
               const YsResult  *result,
               const char      *path,
               GError         **error)
{
  g_autofree char *contents = NULL;
  gsize length;

  return write_book (result, temporary, error)
         && g_file_get_contents (temporary, &contents, &length, error)
         && ys_file_replace (path, contents, (gssize) length, error);
}

static gboolean
xlsx_write (const YsResult  *result,
            const char      *path,
            GError         **error)
{
  g_autofree char *temporary = NULL;
  gboolean written;
  locale_t before;
  int file;

  if (!check_size (result, error))
    return FALSE;
  file = g_file_open_tmp ("yardstick-XXXXXX.xlsx", &temporary, error);
  if (file < 0)
    return FALSE;
  (void) close (file);

  before = use_points ();
  written = write_through (temporary, result, path, error);
  restore_locale (before);
  (void) g_unlink (temporary);
  return written;
}

const YsExportFormat ys_export_xlsx = {
  .id     = "xlsx",
  .name   = N_("Workbook with live formulas (XLSX)"),
  .suffix = ".xlsx",
  .write  = xlsx_write,
};
