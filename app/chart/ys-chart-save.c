/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <string.h>

#include "ys-error.h"

/* The longest side of an image cairo can hold. */
#define LONGEST 32767

/* Typographic points in a pixel of 1/96 inch. */
#define POINTS 0.75

/* The size for which text is as large as it is meant; a larger picture is a larger print of it. */
#define PICTURE_WIDTH 960.0
#define PICTURE_HEIGHT 600.0

typedef struct
{
  const YsChart        *chart;
  const YsResult       *result;
  const YsChartOptions *options;
  YsChartStyle          style;
  int                   width;
  int                   height;
} Picture;

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw (const Picture   *picture,
      cairo_surface_t *surface,
      double           scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  ys_chart_draw (picture->chart,
                 picture->result,
                 picture->options,
                 &picture->style,
                 cr,
                 picture->width,
                 picture->height);
  cairo_show_page (cr);
  cairo_destroy (cr);
}

/* Takes the surface; everything it had to write has been written when this returns. */
static cairo_status_t
finish (cairo_surface_t *surface)
{
  cairo_status_t status;

  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static cairo_status_t
write_png (const Picture *picture,
           GByteArray    *bytes)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, picture->width, picture->height);
  cairo_status_t status;

  draw (picture, surface, 1.0);
  status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return status;
}

static cairo_status_t
write_svg (const Picture *picture,
           GByteArray    *bytes)
{
  cairo_surface_t *surface =
      cairo_svg_surface_create_for_stream (append_cb, bytes, picture->width, picture->height);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  draw (picture, surface, 1.0);
  return finish (surface);
}

static cairo_status_t
write_pdf (const Picture *picture,
           GByteArray    *bytes)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb,
                                                                  bytes,
                                                                  POINTS * picture->width,
                                                                  POINTS * picture->height);
  g_autofree char *title = g_strdup_printf ("%s – %s",
                                            picture->result->scenario->title,
                                            ys_chart_get_name (picture->chart));
  g_autofree char *subject = ys_chart_describe (picture->chart, picture->result, picture->options);

  /* 1.4 keeps the title where every reader looks for it; newer cairo would pack it into a stream. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Yardstick");
  draw (picture, surface, POINTS);
  return finish (surface);
}

static const struct
{
  const char      *ending;
  cairo_status_t (*write) (const Picture *picture,
                           GByteArray    *bytes);
} formats[] = {
  { ".png", write_png },
  { ".svg", write_svg },
  { ".pdf", write_pdf },
};

static int
find_format (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].ending))
      return (int) i;
  return -1;
}

static gboolean
write_file (const char  *path,
            GByteArray  *bytes,
            GError     **error)
{
  g_autoptr(GError) reason = NULL;

  /* In place of the old file in one step, so that a full disk does not cost it. */
  if (g_file_set_contents (path, (const char *) bytes->data, bytes->len, &reason))
    return TRUE;

  g_set_error (error, reason->domain, reason->code,
               _("The chart could not be saved: %s"), reason->message);
  return FALSE;
}

static double
choose_text_scale (int width,
                   int height)
{
  return MAX (MIN (width / PICTURE_WIDTH, height / PICTURE_HEIGHT), 1.0);
}

gboolean
ys_chart_save (const YsChart         *chart,
               const YsResult        *result,
               const YsChartOptions  *options,
               const YsChartStyle    *style,
               int                    width,
               int                    height,
               const char            *path,
               GError               **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  Picture picture = { chart, result, options, .width = width, .height = height };
  cairo_status_t status;
  int format;

  g_return_val_if_fail (chart != NULL && result != NULL && path != NULL, FALSE);

  format = find_format (path);
  if (format < 0)
    {
      ys_error_set (error,
                    YS_ERROR_INVALID,
                    0,
                    _("The name “%s” does not say what kind of picture it is to be: it must end "
                       "in .png, .svg or .pdf."),
                    path);
      return FALSE;
    }
  if (width < 1 || height < 1 || width > LONGEST || height > LONGEST)
    {
      ys_error_set (
          error,
          YS_ERROR_INVALID,
          0,
          _("A chart cannot be %d × %d pixels large: each side must be between 1 and %d."),
          width,
          height,
          LONGEST);
      return FALSE;
    }

  if (style != NULL)
    picture.style = *style;
  if (picture.style.text_scale <= 0.0)
    picture.style.text_scale = choose_text_scale (width, height);

  status = formats[format].write (&picture, bytes);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      ys_error_set (error,
                    YS_ERROR_INVALID,
                    0,
                    _("The chart could not be drawn as a picture: %s."),
                    cairo_status_to_string (status));
      return FALSE;
    }
  return write_file (path, bytes, error);
}
