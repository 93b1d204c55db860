/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-columns.h"

#include "ys-theme.h"

#define SPACING 10  /* px between columns */
/* In sizes of the text: */
#define FIRST   8.2 /* what the first column keeps while the others can give way */
#define LEAST   5.2 /* of another column, where there is little room … */
#define MOST    6.5 /* … and where there is enough */

struct _YsColumns
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (YsColumns, ys_columns, GTK_TYPE_WIDGET)

static int
count_columns (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && (child = gtk_widget_get_next_sibling (child)) != NULL;)
    n++;

  return n;
}

/* What all children but the first take of a width; by the text around the widget, not its own:
 * headings are written smaller than what they head, and stand above it all the same. */
static int
get_columns_width (GtkWidget *widget,
                   double     width)
{
  double em = ys_theme_get_text_size (gtk_widget_get_parent (widget));
  int n = count_columns (widget);
  double each = n > 0 ? (width - FIRST * em) / n - SPACING : 0;

  return n * (SPACING + (int) ceil (CLAMP (each, LEAST * em, MOST * em)));
}

static GtkSizeRequestMode
ys_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Columns do not grow for a single long word; it may stick out by a little. */
static int
widen_for_word (GtkWidget *child,
                int        width)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return MAX (width, least);
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);

  gtk_widget_measure (first, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
  *minimum += get_columns_width (widget, 0);
  *natural += get_columns_width (widget, G_MAXINT);
}

static int
measure_height (GtkWidget *widget,
                int        width)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  int columns = get_columns_width (widget, width);
  int column = columns / MAX (count_columns (widget), 1) - SPACING;
  int height = 0;

  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL,
                          widen_for_word (child, child == first ? width - columns : column),
                          &minimum, NULL, NULL, NULL);
      height = MAX (height, minimum);
    }

  return height;
}

static void
ys_columns_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  int least, width;

  if (gtk_widget_get_first_child (widget) == NULL)
    return;

  measure_width (widget, &least, &width);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = width;
    }
  else
    *minimum = *natural = measure_height (widget, for_size < 0 ? width : MAX (for_size, least));
}

static void
ys_columns_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int columns = get_columns_width (widget, width);
  int column = columns / MAX (count_columns (widget), 1) - SPACING;
  GtkAllocation place = { 0, 0, width - columns, height };

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation turned = place;

      turned.width = widen_for_word (child, place.width);
      if (mirrored)
        turned.x = width - place.x - turned.width;
      gtk_widget_size_allocate (child, &turned, -1);

      place.x += place.width + SPACING;
      place.width = column;
    }
}

static void
ys_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ys_columns_parent_class)->dispose (object);
}

static void
ys_columns_class_init (YsColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_columns_dispose;
  widget_class->get_request_mode = ys_columns_get_request_mode;
  widget_class->measure = ys_columns_measure;
  widget_class->size_allocate = ys_columns_size_allocate;
}

static void
ys_columns_init (YsColumns *self)
{
}

void
ys_columns_append (YsColumns *self,
                   GtkWidget *child)
{
  g_return_if_fail (YS_IS_COLUMNS (self));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
ys_columns_remove_all (YsColumns *self)
{
  GtkWidget *first, *child;

  g_return_if_fail (YS_IS_COLUMNS (self));

  first = gtk_widget_get_first_child (GTK_WIDGET (self));
  while (first != NULL && (child = gtk_widget_get_next_sibling (first)) != NULL)
    gtk_widget_unparent (child);
}
