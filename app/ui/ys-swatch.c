/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-swatch.h"

#include "ys-theme.h"

#define SIZE 12 /* px */
#define RING 2  /* px */

struct _YsSwatch
{
  GtkWidget  parent_instance;

  YsResult  *result;
  gsize      alternative;
};

G_DEFINE_FINAL_TYPE (YsSwatch, ys_swatch, GTK_TYPE_WIDGET)

static void
ys_swatch_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
ys_swatch_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  YsSwatch *self = YS_SWATCH (widget);
  graphene_rect_t area;
  GskRoundedRect circle;
  double red, green, blue;
  GdkRGBA color;

  if (self->result == NULL)
    return;

  ys_palette_get_color (self->result, self->alternative, ys_theme_get (), &red, &green, &blue);
  color = (GdkRGBA) { red, green, blue, 1 };

  graphene_rect_init (&area,
                      (gtk_widget_get_width (widget) - SIZE) / 2.0f,
                      (gtk_widget_get_height (widget) - SIZE) / 2.0f, SIZE, SIZE);
  gsk_rounded_rect_init_from_rect (&circle, &area, SIZE / 2.0f);

  if ((int) self->alternative == self->result->baseline)
    {
      gtk_snapshot_append_border (snapshot, &circle,
                                  (float[4]) { RING, RING, RING, RING },
                                  (GdkRGBA[4]) { color, color, color, color });
      return;
    }

  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &color, &area);
  gtk_snapshot_pop (snapshot);
}

static void
ys_swatch_finalize (GObject *object)
{
  g_clear_pointer (&YS_SWATCH (object)->result, ys_result_unref);

  G_OBJECT_CLASS (ys_swatch_parent_class)->finalize (object);
}

static void
ys_swatch_class_init (YsSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ys_swatch_finalize;
  widget_class->measure = ys_swatch_measure;
  widget_class->snapshot = ys_swatch_snapshot;

  /* The name beside it says as much. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ys_swatch_init (YsSwatch *self)
{
  ys_theme_watch (GTK_WIDGET (self));
}

void
ys_swatch_set_alternative (YsSwatch       *self,
                           const YsResult *result,
                           gsize           alternative)
{
  YsResult *old;

  g_return_if_fail (YS_IS_SWATCH (self));
  g_return_if_fail (result != NULL && alternative < result->n_alternatives);

  old = self->result;
  self->result = ys_result_ref (result);
  self->alternative = alternative;
  g_clear_pointer (&old, ys_result_unref);

  gtk_widget_queue_draw (GTK_WIDGET (self));
}
