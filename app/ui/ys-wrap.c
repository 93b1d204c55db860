/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-wrap.h"

struct _YsWrap
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (YsWrap, ys_wrap, GTK_TYPE_WIDGET)

#define COLUMN_SPACING 12
#define ROW_SPACING 10
/* A last row is no wider than this many times what it needs: a lone short field stays one. */
#define MOST_STRETCH 2.0

/* Children of one row: from the first up to, but without, the end. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end;
  int        n_children;
  int        natural; /* of all of them, spacing left out */
} Row;

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkWidget *
get_first (GtkWidget *widget)
{
  return skip_hidden (gtk_widget_get_first_child (widget));
}

static GtkWidget *
get_next (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}

static int
get_width (GtkWidget *child,
           gboolean   natural)
{
  int minimum_width, natural_width;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, &natural_width, NULL,
                      NULL);

  return natural ? natural_width : minimum_width;
}

static Row
get_row (GtkWidget *first,
         int        width)
{
  Row row = { first, first, 0, 0 };

  while (row.end != NULL)
    {
      int wanted = get_width (row.end, TRUE);

      if (row.n_children > 0
          && row.natural + wanted + row.n_children * COLUMN_SPACING > width)
        break;

      row.natural += wanted;
      row.n_children++;
      row.end = get_next (row.end);
    }

  return row;
}

/* What is to be shared among the children. */
static int
get_room (const Row *row,
          int        width)
{
  int room = width - (row->n_children - 1) * COLUMN_SPACING;

  return row->end == NULL ? MIN (room, (int) (MOST_STRETCH * row->natural)) : room;
}

static int
get_share (const Row *row,
           GtkWidget *child,
           int        room)
{
  double share = row->natural > 0 ? (double) get_width (child, TRUE) / row->natural : 0.0;

  return MAX ((int) (share * room), get_width (child, FALSE));
}

static int
get_row_height (const Row *row,
                int        width)
{
  int room = get_room (row, width);
  int height = 0;

  for (GtkWidget *child = row->first; child != row->end; child = get_next (child))
    {
      int natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, get_share (row, child, room), NULL,
                          &natural, NULL, NULL);
      height = MAX (height, natural);
    }

  return height;
}

static int
get_height (GtkWidget *widget,
            int        width)
{
  int height = 0;
  Row row;

  for (GtkWidget *first = get_first (widget); first != NULL; first = row.end)
    {
      row = get_row (first, width);
      height += (height > 0 ? ROW_SPACING : 0) + get_row_height (&row, width);
    }

  return height;
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
{
  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child))
    {
      *minimum = MAX (*minimum, get_width (child, FALSE));
      *natural += get_width (child, TRUE) + COLUMN_SPACING;
    }
}

static void
ys_wrap_measure (GtkWidget      *widget,
                 GtkOrientation  orientation,
                 int             for_size,
                 int            *minimum,
                 int            *natural,
                 int            *minimum_baseline,
                 int            *natural_baseline)
{
  int least, wanted;

  measure_width (widget, &least, &wanted);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = wanted;
    }
  else
    {
      *minimum = get_height (widget, for_size < 0 ? wanted : for_size);
      *natural = *minimum;
    }
}

static void
allocate_row (GtkWidget *widget,
              const Row *row,
              int        y,
              int        width,
              int        height)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int room = get_room (row, width);
  int x = 0;

  for (GtkWidget *child = row->first; child != row->end; child = get_next (child))
    {
      int share = get_share (row, child, room);

      gtk_widget_size_allocate (
        child, &(GtkAllocation) { rtl ? width - x - share : x, y, share, height }, -1);
      x += share + COLUMN_SPACING;
    }
}

static void
ys_wrap_size_allocate (GtkWidget *widget,
                       int        width,
                       int        height,
                       int        baseline)
{
  int y = 0;
  Row row;

  for (GtkWidget *first = get_first (widget); first != NULL; first = row.end)
    {
      int row_height;

      row = get_row (first, width);
      row_height = get_row_height (&row, width);
      allocate_row (widget, &row, y, width, row_height);
      y += row_height + ROW_SPACING;
    }
}

static GtkSizeRequestMode
ys_wrap_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ys_wrap_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ys_wrap_parent_class)->dispose (object);
}

static void
ys_wrap_class_init (YsWrapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_wrap_dispose;
  widget_class->measure = ys_wrap_measure;
  widget_class->size_allocate = ys_wrap_size_allocate;
  widget_class->get_request_mode = ys_wrap_get_request_mode;
}

static void
ys_wrap_init (YsWrap *self)
{
}

GtkWidget *
ys_wrap_new (void)
{
  return g_object_new (YS_TYPE_WRAP, NULL);
}

void
ys_wrap_append (YsWrap    *self,
                GtkWidget *child)
{
  g_return_if_fail (YS_IS_WRAP (self));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
