/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-alternative-item.h"

struct _YsAlternativeItem
{
  GObject parent_instance;

  gsize   index;
};

G_DEFINE_FINAL_TYPE (YsAlternativeItem, ys_alternative_item, G_TYPE_OBJECT)

static void
ys_alternative_item_class_init (YsAlternativeItemClass *klass)
{
}

static void
ys_alternative_item_init (YsAlternativeItem *self)
{
}

gsize
ys_alternative_item_get_index (YsAlternativeItem *self)
{
  g_return_val_if_fail (YS_IS_ALTERNATIVE_ITEM (self), 0);

  return self->index;
}

GListStore *
ys_alternative_items_new (void)
{
  return g_list_store_new (YS_TYPE_ALTERNATIVE_ITEM);
}

/* In one splice: a view looks at its items once. */
void
ys_alternative_items_resize (GListStore *items,
                             gsize       n_alternatives)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (items));
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize index = n; index < n_alternatives; index++)
    {
      YsAlternativeItem *item = g_object_new (YS_TYPE_ALTERNATIVE_ITEM, NULL);

      item->index = index;
      g_ptr_array_add (added, item);
    }

  if (n_alternatives > n)
    g_list_store_splice (items, n, 0, added->pdata, added->len);
  else if (n_alternatives < n)
    g_list_store_splice (items, (guint) n_alternatives, n - (guint) n_alternatives, NULL, 0);
}
