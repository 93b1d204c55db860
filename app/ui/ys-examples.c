/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-examples.h"

#include <glib/gi18n.h>

#include "ys-choice-card.h"

const YsExample ys_examples[] = {
  { "blank",
    N_("Blank"),
    N_("An empty comparison: add what competes for your money.") },
  { "system-or-line",
    N_("Company system or production line?"),
    N_("Two large projects, money for one: which is worth more, and how sure is that?") },
  { "recovery-or-campaign",
    N_("Recovery plan or campaign?"),
    N_("A plan nobody hopes to need beside a campaign everybody understands.") },
  { "keep-or-buy-in",
    N_("Keep, cut back, automate or buy in?"),
    N_("Work that no customer sees, and four ways to deal with it.") },
  { "next-years-money",
    N_("What to do with next year’s money"),
    N_("Ten proposals that cost more than twice what there is to spend.") },
  { NULL }
};

GtkWidget *
ys_example_card_new (const YsExample *example)
{
  g_autofree char *path = g_strconcat (YS_RESOURCES "examples/", example->id, ".svg", NULL);
  GtkWidget *picture = g_object_new (GTK_TYPE_PICTURE,
                                     "can-shrink", FALSE,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                     NULL);

  gtk_picture_set_resource (GTK_PICTURE (picture), path);

  return ys_choice_card_new (picture, _(example->title), _(example->sentence));
}

GFile *
ys_example_get_file (const YsExample *example)
{
  g_autofree char *uri = g_strconcat ("resource://" YS_RESOURCES "examples/", example->id,
                                      ".yardstick", NULL);

  return g_str_equal (example->id, "blank") ? NULL : g_file_new_for_uri (uri);
}
