/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-chart-text.h"

#include <math.h>
#include <pango/pangocairo.h>

#define LEFT_TO_RIGHT_MARK "\xe2\x80\x8e"
#define DEFAULT_FONT "Cantarell, DejaVu Sans, sans-serif"

PangoContext *
ys_chart_text_context_new (const YsChartStyle *style)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font;
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);

  font = pango_font_description_from_string (style->font != NULL ? style->font : DEFAULT_FONT);
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);

  pango_context_set_base_dir (context,
                              style->right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  return context;
}

/* Pango turns left and right about in a paragraph that reads against the context's direction; so a
 * Hebrew name in an English window, and the other way round, would stick to the wrong side. */
static PangoAlignment
resolve_align (PangoLayout *layout,
               YsAlign      align)
{
  PangoDirection base = pango_context_get_base_dir (pango_layout_get_context (layout));
  gboolean rtl = base == PANGO_DIRECTION_RTL;
  gboolean against = pango_layout_get_direction (layout, 0) != base;
  gboolean right = (align == YS_ALIGN_END) != rtl;

  if (align == YS_ALIGN_CENTER)
    return PANGO_ALIGN_CENTER;
  return right != against ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

static gboolean
has_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* A figure without letters reads from the left everywhere; from the right its sign would end up
 * behind it. */
static char *
keep_figure (PangoContext *context,
             const char   *text)
{
  gboolean turned = pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL;

  return g_strconcat (turned && !has_letters (text) ? LEFT_TO_RIGHT_MARK : "", text, NULL);
}

/* [Pango units], of a layout that is not yet bounded */
static int
find_longest_word (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width;
}

/* Lines of about the same length, instead of one word left over on the last, none broken for it. */
static void
balance (PangoLayout *layout,
         int          longest_word)
{
  int lines = pango_layout_get_line_count (layout);
  int low, high = pango_layout_get_width (layout);

  if (lines < 2 || pango_layout_is_ellipsized (layout))
    return;

  /* The last line holds at least one letter; the others at least half. */
  low = MAX (high / 2, MIN (longest_word, high));
  for (int i = 0; i < 5; i++)
    {
      int width = (low + high) / 2;

      pango_layout_set_width (layout, width);
      if (pango_layout_get_line_count (layout) > lines || pango_layout_is_ellipsized (layout))
        low = width;
      else
        high = width;
    }
  pango_layout_set_width (layout, high);
}

static void
measure (YsLabel *label,
         gboolean wrapped,
         int      longest_word)
{
  PangoRectangle logical;

  if (wrapped)
    balance (label->layout, longest_word);

  /* Aligned within its own tight box, so that the box is the text. */
  pango_layout_get_extents (label->layout, NULL, &logical);
  if (wrapped)
    pango_layout_set_width (label->layout, logical.width);

  label->width = (double) logical.width / PANGO_SCALE;
  label->height = (double) logical.height / PANGO_SCALE;
}

/* Room for the longest word, within what the style allows [px]. */
static double
find_width (const YsTextStyle *style,
            int                longest_word)
{
  if (style->most_width <= style->max_width)
    return style->max_width;
  return CLAMP (ceil ((double) longest_word / PANGO_SCALE), style->max_width, style->most_width);
}

YsLabel *
ys_label_new (PangoContext      *context,
              const YsTextStyle *style,
              const char        *text)
{
  YsLabel *self = g_new0 (YsLabel, 1);
  PangoFontDescription *font =
      pango_font_description_copy (pango_context_get_font_description (context));
  g_autofree char *figure = keep_figure (context, text);
  int longest_word = 0;

  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);

  self->color = style->color;
  self->layout = pango_layout_new (context);
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_text (self->layout, figure, -1);
  if (style->max_width > 0.0)
    {
      longest_word = find_longest_word (self->layout);
      pango_layout_set_width (self->layout, (int) floor (find_width (style, longest_word) * PANGO_SCALE));
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (self->layout, -MAX (style->max_lines, 1));
    }
  else
    {
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
    }
  pango_layout_set_alignment (self->layout, resolve_align (self->layout, style->align));
  measure (self, style->max_width > 0.0, longest_word);

  pango_font_description_free (font);
  return self;
}

YsLabel *
ys_label_copy (const YsLabel *label,
               YsColor        color)
{
  YsLabel *self = g_memdup2 (label, sizeof *label);

  g_object_ref (self->layout);
  self->color = color;
  return self;
}

void
ys_label_free (YsLabel *label)
{
  g_object_unref (label->layout);
  g_free (label);
}
