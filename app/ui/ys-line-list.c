/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-line-list.h"

/* Items */

struct _YsLineItem
{
  GObject  parent_instance;

  YsLine  *line;
  guint    index;
};

enum
{
  PROP_LINE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YsLineItem, ys_line_item, G_TYPE_OBJECT)

static void
ys_line_item_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LINE:
      g_value_set_pointer (value, YS_LINE_ITEM (object)->line);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_line_item_finalize (GObject *object)
{
  ys_line_unref (YS_LINE_ITEM (object)->line);

  G_OBJECT_CLASS (ys_line_item_parent_class)->finalize (object);
}

static void
ys_line_item_class_init (YsLineItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ys_line_item_get_property;
  object_class->finalize = ys_line_item_finalize;

  properties[PROP_LINE] = g_param_spec_pointer ("line", NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ys_line_item_init (YsLineItem *self)
{
}

static YsLineItem *
line_item_new (const YsLine *line,
               guint         index)
{
  YsLineItem *self = g_object_new (YS_TYPE_LINE_ITEM, NULL);

  self->line = ys_line_ref (line);
  self->index = index;

  return self;
}

static void
line_item_set (YsLineItem   *self,
               const YsLine *line,
               guint         index)
{
  YsLine *old = self->line;

  if (old == line && self->index == index)
    return;

  self->line = ys_line_ref (line);
  self->index = index;
  ys_line_unref (old);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINE]);
}

const YsLine *
ys_line_item_get_line (YsLineItem *self)
{
  g_return_val_if_fail (YS_IS_LINE_ITEM (self), NULL);

  return self->line;
}

guint
ys_line_item_get_index (YsLineItem *self)
{
  g_return_val_if_fail (YS_IS_LINE_ITEM (self), 0);

  return self->index;
}

/* The list */

struct _YsLineList
{
  GObject    parent_instance;

  GPtrArray *items; /* (element-type YsLineItem) */
};

static GType
get_item_type (GListModel *model)
{
  return YS_TYPE_LINE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return YS_LINE_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint       index)
{
  YsLineItem *item = ys_line_list_get_item (YS_LINE_LIST (model), index);

  return item != NULL ? g_object_ref (item) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (YsLineList, ys_line_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
ys_line_list_finalize (GObject *object)
{
  g_ptr_array_unref (YS_LINE_LIST (object)->items);

  G_OBJECT_CLASS (ys_line_list_parent_class)->finalize (object);
}

static void
ys_line_list_class_init (YsLineListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_line_list_finalize;
}

static void
ys_line_list_init (YsLineList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

YsLineList *
ys_line_list_new (void)
{
  return g_object_new (YS_TYPE_LINE_LIST, NULL);
}

YsLineItem *
ys_line_list_get_item (YsLineList *self,
                       guint       index)
{
  g_return_val_if_fail (YS_IS_LINE_LIST (self), NULL);

  return index < self->items->len ? self->items->pdata[index] : NULL;
}

static gboolean
is_of (const YsLineItem *item,
       const YsLine     *line)
{
  return g_str_equal (item->line->id, line->id);
}

/* How many of the first, or of the last beyond those, are still of the same lines. */
static guint
count_first (const GPtrArray *items,
             const GPtrArray *lines)
{
  guint n = 0;

  while (n < items->len && n < lines->len && is_of (items->pdata[n], lines->pdata[n]))
    n++;

  return n;
}

static guint
count_last (const GPtrArray *items,
            const GPtrArray *lines,
            guint            n_first)
{
  guint n = 0;

  while (n + n_first < items->len && n + n_first < lines->len
         && is_of (items->pdata[items->len - 1 - n], lines->pdata[lines->len - 1 - n]))
    n++;

  return n;
}

void
ys_line_list_set (YsLineList          *self,
                  const YsAlternative *alternative)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const GPtrArray *lines = alternative != NULL ? alternative->lines : none;
  guint n_first, n_last, n_removed, n_added;

  g_return_if_fail (YS_IS_LINE_LIST (self));

  n_first = count_first (self->items, lines);
  n_last = count_last (self->items, lines, n_first);
  n_removed = self->items->len - n_first - n_last;
  n_added = lines->len - n_first - n_last;

  if (n_removed > 0)
    g_ptr_array_remove_range (self->items, n_first, n_removed);
  for (guint i = n_first; i < n_first + n_added; i++)
    g_ptr_array_insert (self->items, (int) i, line_item_new (lines->pdata[i], i));

  if (n_removed + n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), n_first, n_removed, n_added);
  for (guint i = 0; i < lines->len; i++)
    line_item_set (self->items->pdata[i], lines->pdata[i], i);
}
