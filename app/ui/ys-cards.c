/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-cards.h"

#define SPACING 18   /* px between cards */
#define TALLEST 1.25 /* height of a card that expands, in widths of it, unless it needs more */

struct _YsCards
{
  GtkWidget parent_instance;

  int       columns;
};

enum
{
  PROP_COLUMNS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YsCards, ys_cards, GTK_TYPE_WIDGET)

/* Cards in sight, walked row by row. */

static GtkWidget *
skip_hidden (GtkWidget *card)
{
  while (card != NULL && !gtk_widget_should_layout (card))
    card = gtk_widget_get_next_sibling (card);

  return card;
}

static GtkWidget *
get_first (YsCards *self)
{
  return skip_hidden (gtk_widget_get_first_child (GTK_WIDGET (self)));
}

static GtkWidget *
get_next (GtkWidget *card)
{
  return skip_hidden (gtk_widget_get_next_sibling (card));
}

typedef struct
{
  GtkWidget *first;
  GtkWidget *next;    /* the first of the row beneath, or NULL */
  int        n;       /* cards */
  int        each;    /* width of a card [px] */
  int        height;  /* the highest card's [px] */
  gboolean   expands;
} Row;

/* FALSE when there are no more cards. */
static gboolean
take_row (Row       *row,
          GtkWidget *first,
          int        columns,
          int        width)
{
  *row = (Row) { .first = first, .next = first };
  for (; row->next != NULL && row->n < columns; row->n++)
    row->next = get_next (row->next);
  if (row->n == 0)
    return FALSE;

  row->each = (width - (row->n - 1) * SPACING) / row->n;
  for (GtkWidget *card = first; card != row->next; card = get_next (card))
    {
      int height;

      gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, row->each, NULL, &height, NULL, NULL);
      row->height = MAX (row->height, height);
      row->expands |= gtk_widget_compute_expand (card, GTK_ORIENTATION_VERTICAL);
    }

  return TRUE;
}

static void
measure_width (YsCards *self,
               int     *minimum,
               int     *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *card = get_first (self); card != NULL; card = get_next (card))
    {
      int least, most;

      gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, &least, &most, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, most);
    }
}

static int
choose_columns (YsCards *self,
                int      width)
{
  int least, most;

  measure_width (self, &least, &most);
  return CLAMP ((width + SPACING) / (least + SPACING), 1, self->columns);
}

/* Of all rows, and how many of them expand. */
static int
measure_height (YsCards *self,
                int      width,
                int     *n_expanding)
{
  int columns = choose_columns (self, width);
  int height = -SPACING;
  Row row;

  *n_expanding = 0;
  for (GtkWidget *card = get_first (self); take_row (&row, card, columns, width); card = row.next)
    {
      height += row.height + SPACING;
      *n_expanding += row.expands ? 1 : 0;
    }

  return MAX (height, 0);
}

static GtkSizeRequestMode
ys_cards_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ys_cards_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  YsCards *self = YS_CARDS (widget);
  int least, most, n_expanding;

  measure_width (self, &least, &most);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = measure_height (self, for_size < 0 ? most : MAX (for_size, least),
                                          &n_expanding);
  else
    {
      *minimum = least;
      *natural = self->columns * (most + SPACING) - SPACING;
    }
}

static void
allocate_row (YsCards   *self,
              const Row *row,
              int        width,
              int        y,
              int        height)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkAllocation place = { mirrored ? width - row->each : 0, y, row->each, height };

  for (GtkWidget *card = row->first; card != row->next; card = get_next (card))
    {
      gtk_widget_size_allocate (card, &place, -1);
      place.x += (mirrored ? -1 : 1) * (row->each + SPACING);
    }
}

static void
ys_cards_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  YsCards *self = YS_CARDS (widget);
  int columns = choose_columns (self, width);
  int n_expanding;
  int left = MAX (height - measure_height (self, width, &n_expanding), 0);
  int y = 0;
  Row row;

  for (GtkWidget *card = get_first (self); take_row (&row, card, columns, width); card = row.next)
    {
      int room = MAX ((int) (TALLEST * row.each) - row.height, 0);
      int extra = row.expands ? MIN (left / n_expanding, room) : 0;

      allocate_row (self, &row, width, y, row.height + extra);
      y += row.height + extra + SPACING;
    }
}

static void
ys_cards_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ys_cards_parent_class)->dispose (object);
}

static void
ys_cards_get_property (GObject    *object,
                       guint       id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_COLUMNS:
      g_value_set_int (value, YS_CARDS (object)->columns);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_cards_set_property (GObject      *object,
                       guint         id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_COLUMNS:
      YS_CARDS (object)->columns = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (object));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_cards_class_init (YsCardsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ys_cards_dispose;
  object_class->get_property = ys_cards_get_property;
  object_class->set_property = ys_cards_set_property;

  widget_class->get_request_mode = ys_cards_get_request_mode;
  widget_class->measure = ys_cards_measure;
  widget_class->size_allocate = ys_cards_size_allocate;

  properties[PROP_COLUMNS] =
    g_param_spec_int ("columns", NULL, NULL, 1, 4, 1, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ys_cards_init (YsCards *self)
{
  self->columns = 1;
}

void
ys_cards_append (YsCards   *self,
                 GtkWidget *card)
{
  g_return_if_fail (YS_IS_CARDS (self));

  gtk_widget_insert_before (card, GTK_WIDGET (self), NULL);
}
