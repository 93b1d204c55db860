/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file-type.h"

#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <libxml/valid.h>
#include <string.h>

char *
ys_file_strip (const char *text)
{
  gsize length;

  text += strspn (text, YS_FILE_SPACES);
  length = strlen (text);
  while (length > 0 && strchr (YS_FILE_SPACES, text[length - 1]) != NULL)
    length--;

  return g_strndup (text, length);
}

char *
ys_file_explain_form (const YsFileType *type,
                      const char       *where,
                      const char       *text)
{
  return g_strdup_printf (_("%s is not %s"), where, _(type->form));
}

static gboolean
accepts_id (const YsFileType *type,
            const char       *text)
{
  return xmlValidateNMToken ((const xmlChar *) text, 1) == 0;
}

static gboolean
accepts_currency (const YsFileType *type,
                  const char       *text)
{
  return strlen (text) == 3 && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

static gboolean
accepts_month (const YsFileType *type,
               const char       *text)
{
  int month;

  if (strlen (text) != 7 || strspn (text, "0123456789") != 4 || text[4] != '-'
      || strspn (text + 5, "0123456789") != 2)
    return FALSE;

  month = (int) g_ascii_strtoull (text + 5, NULL, 10);
  return month >= 1 && month <= 12;
}

static gboolean
accepts_color (const YsFileType *type,
               const char       *text)
{
  return strlen (text) == 7 && text[0] == '#'
         && strspn (text + 1, "0123456789abcdefABCDEF") == 6;
}

static void
read_text (const YsFileType *type,
           const char       *text,
           gpointer          field)
{
  char **string = field;

  g_free (*string);
  *string = g_strdup (text);
}

static void
read_id (const YsFileType *type,
         const char       *text,
         gpointer          field)
{
  char **string = field;

  g_free (*string);
  *string = ys_file_strip (text);
}

static void
read_words (const YsFileType *type,
            const char       *text,
            gpointer          field)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (text, YS_FILE_SPACES, -1);
  g_auto (GStrv) words = NULL;

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      g_strv_builder_add (builder, *part);

  words = g_strv_builder_end (builder);
  g_strfreev (*(GStrv *) field);
  *(GStrv *) field = words[0] != NULL ? g_steal_pointer (&words) : NULL;
}

static char *
write_text (const YsFileType *type,
            gconstpointer     field)
{
  return g_strdup (*(char *const *) field);
}

static char *
write_words (const YsFileType *type,
             gconstpointer     field)
{
  const GStrv words = *(const GStrv *) field;

  return words != NULL && words[0] != NULL ? g_strjoinv (" ", words) : NULL;
}

#define TEXT(accepts_, form_)                                                              \
  { .accepts = accepts_, .explain = ys_file_explain_form, .read = read_text, .write = write_text, \
    .form = form_ }

const YsFileType ys_file_text = { .read = read_text, .write = write_text };
const YsFileType ys_file_id = {
  .accepts = accepts_id,
  .explain = ys_file_explain_form,
  .read = read_id,
  .write = write_text,
  .form = N_("an id: letters, digits, hyphens and underscores, without spaces"),
};
const YsFileType ys_file_currency = TEXT (accepts_currency,
                                          N_("a currency: three capital letters such as EUR"));
const YsFileType ys_file_month = TEXT (accepts_month, N_("a month such as 2027-01"));
const YsFileType ys_file_color = TEXT (accepts_color, N_("a colour such as #e66100"));
const YsFileType ys_file_words = { .read = read_words, .write = write_words };
