/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "sample-result.h"
#include "ys-palette.h"

#define N_THEMES (YS_THEME_PRINT + 1)

/* Black on white is 21 to 1; #767676 is the lightest gray of 4.5 (Understanding WCAG 1.4.3). */
static void
test_contrast (void)
{
  const YsColor black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };
  const YsColor gray = { 0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (ys_color_get_contrast (black, white), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (ys_color_get_contrast (gray, white), 4.54, 0.005);
}

static void
test_first_is_blue (void)
{
  g_autoptr(YsResult) result = sample_result_new_many (2);
  double red, green, blue;

  ys_palette_get_color (result, 0, YS_THEME_LIGHT, &red, &green, &blue);
  g_assert_cmpfloat_with_epsilon (red, 0x00 / 255.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (green, 0x72 / 255.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (blue, 0xb2 / 255.0, 1e-9);
}

static void
test_own_color (void)
{
  g_autoptr(YsResult) result = sample_result_new_many (2);
  YsAlternative *own = result->scenario->alternatives->pdata[1];
  YsColor color;

  own->color = g_strdup ("#123456");
  color = ys_palette_get_fill (result, 1, YS_THEME_LIGHT);
  g_assert_cmpfloat_with_epsilon (color.red, 0x12 / 255.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (color.blue, 0x56 / 255.0, 1e-9);

  /* White would be lost on paper. */
  g_free (own->color);
  own->color = g_strdup ("#ffffff");
  color = ys_palette_get_fill (result, 1, YS_THEME_PRINT);
  g_assert_cmpfloat (
      ys_color_get_contrast (color, ys_theme_get_inks (YS_THEME_PRINT)->background), >=, 2.2);
}

static void
test_letters_can_be_read (void)
{
  g_autoptr(YsResult) result = sample_result_new_many (20);

  for (int theme = 0; theme < N_THEMES; theme++)
    {
      const YsInks *inks = ys_theme_get_inks (theme);

      g_assert_cmpfloat (ys_color_get_contrast (inks->text, inks->background), >=, inks->contrast);
      g_assert_cmpfloat (ys_color_get_contrast (inks->muted, inks->background), >=, inks->contrast);
      for (gsize i = 0; i < 20; i++)
        g_assert_cmpfloat (
            ys_color_get_contrast (ys_palette_get_deep (result, i, theme), inks->background),
            >=,
            inks->contrast - 1e-4);
    }
}

/* --- told apart by every eye ------------------------------------------------------------------ */

/* Machado, Oliveira & Fernandes 2009, severity 1, on linear light. */
static const double eyes[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 },
    { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } },
};

static double
to_linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
lab_f (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116.0;
}

/* CIE L*a*b*, D65, as this eye sees the colour. */
static void
to_lab (YsColor      color,
        const double eye[3][3],
        double       lab[3])
{
  const double rgb[] = { to_linear (color.red), to_linear (color.green), to_linear (color.blue) };
  double seen[3], x, y, z;

  for (int i = 0; i < 3; i++)
    seen[i] = CLAMP (eye[i][0] * rgb[0] + eye[i][1] * rgb[1] + eye[i][2] * rgb[2], 0.0, 1.0);
  x = lab_f ((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
  y = lab_f (0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
  z = lab_f ((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
  lab[0] = 116.0 * y - 16.0;
  lab[1] = 500.0 * (x - y);
  lab[2] = 200.0 * (y - z);
}

/* ΔE*ab of 2.3 is just noticeable (Mahy, Van Eycken & Oosterlinck 1994); we ask for four. */
static void
test_told_apart (void)
{
  g_autoptr(YsResult) result = sample_result_new_many (YS_PALETTE_LENGTH);

  for (int theme = 0; theme < N_THEMES; theme++)
    for (gsize eye = 0; eye < G_N_ELEMENTS (eyes); eye++)
      for (gsize i = 0; i < YS_PALETTE_LENGTH; i++)
        for (gsize j = 0; j < i; j++)
          {
            double a[3], b[3], difference;

            to_lab (ys_palette_get_fill (result, i, theme), eyes[eye], a);
            to_lab (ys_palette_get_fill (result, j, theme), eyes[eye], b);
            difference = sqrt (pow (a[0] - b[0], 2) + pow (a[1] - b[1], 2) + pow (a[2] - b[2], 2));
            if (difference < 9.0)
              g_test_message (
                  "theme %d, eye %zu: %zu and %zu are %.1f apart", theme, eye, i, j, difference);
            g_assert_cmpfloat (difference, >=, 9.0);
          }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/palette/contrast", test_contrast);
  g_test_add_func ("/chart/palette/first-is-blue", test_first_is_blue);
  g_test_add_func ("/chart/palette/own-color", test_own_color);
  g_test_add_func ("/chart/palette/letters-can-be-read", test_letters_can_be_read);
  g_test_add_func ("/chart/palette/told-apart-by-every-eye", test_told_apart);

  return g_test_run ();
}
