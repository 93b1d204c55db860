/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-alternative-kind.h"

#include <glib/gi18n.h>

static const struct
{
  const char *id;
  const char *name;
} kinds[] = {
  { "it",         N_("IT") },
  { "marketing",  N_("Marketing") },
  { "production", N_("Production") },
  { "people",     N_("People") },
  { "service",    N_("Service") },
};

static char *
capitalise (const char *text)
{
  char first[7] = "";

  if (*text == '\0')
    return g_strdup (text);

  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

char *
ys_alternative_kind_dup_name (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (id, kinds[i].id) == 0)
      return g_strdup (_(kinds[i].name));

  return id != NULL ? capitalise (id) : g_strdup ("");
}

static gboolean
is_same (const char *a,
         const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return g_str_equal (folded_a, folded_b);
}

char *
ys_alternative_kind_dup_id (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is_same (name, _(kinds[i].name)))
      return g_strdup (kinds[i].id);

  return *name != '\0' ? g_utf8_strdown (name, -1) : NULL;
}
