/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "sample-result.h"
#include "ys-chart.h"
#include "ys-error.h"

static const char *
get_folder (void)
{
  static char *folder = NULL;

  if (folder == NULL)
    folder = g_dir_make_tmp ("ys-chart-XXXXXX", NULL);
  return folder;
}

static void
save (const char  *name,
      char       **data,
      gsize       *length)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  g_autofree char *path = g_build_filename (get_folder (), name, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (
      ys_chart_save (ys_chart_find ("one-scale"), result, NULL, NULL, 640, 400, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, data, length, NULL));
  g_unlink (path);
}

static guint32
read_big_endian (const char *data)
{
  guint32 value;

  memcpy (&value, data, sizeof value);
  return GUINT32_FROM_BE (value);
}

/* Source: PNG specification (W3C, 2nd ed.), 5.2 signature and 11.2.2 IHDR. */
static void
test_png (void)
{
  g_autofree char *data = NULL;
  gsize length;

  save ("chart.PNG", &data, &length);
  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  g_assert_cmpuint (read_big_endian (data + 16), ==, 640);
  g_assert_cmpuint (read_big_endian (data + 20), ==, 400);
}

static void
test_svg (void)
{
  g_autofree char *data = NULL;
  gsize length;

  save ("chart.svg", &data, &length);
  g_assert_true (g_str_has_prefix (data, "<?xml"));
  g_assert_nonnull (strstr (data, "<svg"));
  g_assert_nonnull (strstr (data, "viewBox=\"0 0 640 400\""));
}

static char *
to_pdf_text (const char *text)
{
  GString *hex = g_string_new ("<FEFF");
  glong n;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);

  for (glong i = 0; i < n; i++)
    g_string_append_printf (hex, "%04X", units[i]);
  return g_string_free (hex, FALSE);
}

/* Titles with letters beyond ASCII are written as UTF-16 in hexadecimal (PDF 32000-1, 7.9.2). */
static void
test_pdf (void)
{
  g_autofree char *title = to_pdf_text ("Where should next year’s money go?");
  g_autofree char *data = NULL;
  g_autofree char *upper = NULL;
  gsize length;

  save ("chart.pdf", &data, &length);
  g_assert_true (g_str_has_prefix (data, "%PDF-"));
  for (gsize i = 0; i < length; i++)
    data[i] = data[i] == '\0' ? ' ' : data[i];
  upper = g_ascii_strup (data, length);
  g_assert_nonnull (g_strstr_len (data, length, "/Title"));
  g_assert_nonnull (g_strstr_len (upper, length, title));
}

static void
expect_error (const char *name,
              int         width,
              int         height,
              const char *words)
{
  g_autoptr(YsResult) result = sample_result_new_one_scale ();
  g_autofree char *path = g_build_filename (get_folder (), name, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (
      ys_chart_save (ys_chart_find ("one-scale"), result, NULL, NULL, width, height, path, &error));
  g_assert_nonnull (error);
  if (strstr (error->message, words) == NULL)
    g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_errors (void)
{
  expect_error ("chart.bmp", 640, 400, "must end in .png, .svg or .pdf");
  expect_error ("chart", 640, 400, "must end in .png, .svg or .pdf");
  expect_error ("chart.png", 0, 400, "between 1 and 32767");
  expect_error ("chart.png", 640, 99999, "between 1 and 32767");
  expect_error ("no-such-folder/chart.png", 640, 400, "could not be saved");
}

static void
test_clean_up (void)
{
  g_assert_cmpint (g_rmdir (get_folder ()), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/save/png", test_png);
  g_test_add_func ("/chart/save/svg", test_svg);
  g_test_add_func ("/chart/save/pdf", test_pdf);
  g_test_add_func ("/chart/save/errors", test_errors);
  g_test_add_func ("/chart/save/clean-up", test_clean_up);

  return g_test_run ();
}
