/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario-text.h"

#include <string.h>

#include "ys-file.h"

YsScenario *
scenario_from_text (const char *attributes,
                    const char *contents)
{
  g_autofree char *text = g_strdup_printf ("<scenario xmlns='urn:yardstick:scenario' version='1' title='T' "
                                           "currency='EUR' %s>%s</scenario>", attributes, contents);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GPtrArray) problems = NULL;
  YsScenario *scenario = ys_file_read_bytes (bytes, &problems);

  if (scenario == NULL)
    g_error ("%s", ((YsFileProblem *) problems->pdata[0])->message);
  return scenario;
}
