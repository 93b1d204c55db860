/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-recent.h"

#define MIME_TYPE "application/x-yardstick+xml"

void
ys_recent_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) g_get_application_name (),
    .app_exec = (char *) "yardstick %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static gboolean
is_wanted (GtkRecentInfo *info)
{
  return g_strcmp0 (gtk_recent_info_get_mime_type (info), MIME_TYPE) == 0 &&
         (!gtk_recent_info_is_local (info) || gtk_recent_info_exists (info));
}

static int
compare_latest_first (gconstpointer a,
                      gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

GList *
ys_recent_list (guint most)
{
  GList *infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GList *wanted = NULL;

  for (GList *l = infos; l != NULL; l = l->next)
    if (is_wanted (l->data))
      wanted = g_list_insert_sorted (wanted, gtk_recent_info_ref (l->data), compare_latest_first);

  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);

  while (g_list_length (wanted) > most)
    {
      GList *last = g_list_last (wanted);

      gtk_recent_info_unref (last->data);
      wanted = g_list_delete_link (wanted, last);
    }

  return wanted;
}
