/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file-migrate.h"

#include <glib/gi18n.h>

typedef void (*Migration) (xmlNode *root);

/* migrations[v] makes a version v + 1 of a version v. Version 1 is the first. */
static const Migration migrations[YS_FILE_VERSION] = { NULL };

static void
complain (YsFileInput     *input,
          YsFileErrorCode  code,
          const char      *message)
{
  const xmlNode *root = xmlDocGetRootElement (input->doc);
  guint n = input->problems->len;

  ys_file_complain (input, root, message);
  ((YsFileProblem *) input->problems->pdata[n])->code = code;
}

static gboolean
check_root (YsFileInput   *input,
            const xmlNode *root)
{
  g_autofree char *message = NULL;

  if (g_strcmp0 ((const char *) root->name, "scenario") != 0)
    message = g_strdup_printf (_("This is XML, but not a scenario: it starts with <%.60s>, "
                                 "not with <scenario>"),
                               (const char *) root->name);
  else if (!ys_file_is_element (root))
    message = g_strdup_printf (_("This is not a scenario of Yardstick: <scenario> must say "
                                 "xmlns=\"%s\""),
                               YS_FILE_NAMESPACE);
  else
    return TRUE;

  complain (input, YS_FILE_ERROR_NOT_A_SCENARIO, message);
  return FALSE;
}

static gboolean
read_version (YsFileInput   *input,
              const xmlNode *root,
              guint64       *version)
{
  const xmlAttr *attribute = xmlHasNsProp (root, (const xmlChar *) "version", NULL);
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;

  if (attribute != NULL)
    text = ys_file_dup_value (attribute);
  if (text != NULL && g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT64, version, NULL))
    return TRUE;

  message = text == NULL
              ? g_strdup_printf (_("<scenario> has no version=\"%d\""), YS_FILE_VERSION)
              : g_strdup_printf (_("version=\"%.20s\" is not a version; the present one is %d"),
                                 text, YS_FILE_VERSION);
  complain (input, YS_FILE_ERROR_INVALID, message);
  return FALSE;
}

gboolean
ys_file_migrate (YsFileInput *input)
{
  xmlNode *root = xmlDocGetRootElement (input->doc);
  g_autofree char *message = NULL;
  guint64 version = 0;

  if (!check_root (input, root) || !read_version (input, root, &version))
    return FALSE;

  if (version > YS_FILE_VERSION)
    {
      message = g_strdup_printf (_("This scenario was saved by a newer Yardstick (version %lu "
                                   "of the file; this one reads up to %d)"),
                                 (gulong) version, YS_FILE_VERSION);
      complain (input, YS_FILE_ERROR_TOO_NEW, message);
      return FALSE;
    }

  for (; version < YS_FILE_VERSION; version++)
    migrations[version] (root);

  return TRUE;
}
