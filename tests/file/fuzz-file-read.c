/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Throws bytes at the reader for as long as it is let. What is read must come back as the same value
 * and the same text; what is refused must have a reason, on one line; schema and check must agree. The
 * test runs it once over the examples; for more, by hand with clang, in the root of the project, after
 * a build in build/:
 *
 *   CC=clang meson setup build/fuzz -Db_lundef=false -Dc_link_args=-fsanitize=address,undefined \
 *     -Dc_args="-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined"
 *   ninja -C build/fuzz tests/file/fuzz-file-read
 *   clang -g -DYS_FUZZING -fsanitize=fuzzer,address,undefined tests/file/fuzz-file-read.c \
 *     $(find app/file app/engine -type d -printf '-I%p ') \
 *     -Wl,--start-group $(find build/fuzz/app/file build/fuzz/app/engine -name '*.a') -Wl,--end-group \
 *     $(pkg-config --cflags --libs gio-2.0 libxml-2.0) -lm -o build/fuzz-file-read
 *   mkdir -p build/corpus && cp $(find data tests/file -name '*.yardstick') build/corpus
 *   grep -o 'name="[a-z-]*"\|<value>[a-z-]*<' data/scenario.rng | grep -o '[">][a-z-]*["<]' \
 *     | sed 's/.\(.*\)./"\1"/' | sort -u > build/corpus.dict
 *   build/fuzz-file-read -dict=build/corpus.dict -max_len=8192 -max_total_time=300 build/corpus
 */
#include <string.h>

#include "ys-file-check.h"
#include "ys-file-migrate.h"
#include "ys-file-schema.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
check_text (const YsScenario *scenario)
{
  g_autofree char *text = ys_file_write_text (scenario);
  g_autofree char *rewritten = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (YsScenario) again = ys_file_read_bytes (bytes, NULL);

  g_assert_nonnull (again);
  g_assert_true (ys_scenario_equal (scenario, again));
  rewritten = ys_file_write_text (again);
  g_assert_cmpstr (text, ==, rewritten);
}

static void
check_problems (const GPtrArray *problems)
{
  g_assert_cmpuint (problems->len, >, 0);
  for (guint i = 0; i < problems->len; i++)
    {
      const YsFileProblem *problem = problems->pdata[i];

      g_assert_true (g_utf8_validate (problem->message, -1, NULL));
      g_assert_null (strchr (problem->message, '\n'));
      g_assert_cmpint (problem->line, >=, 0);
      g_assert_cmpint (problem->column, >=, 0);
    }
}

static void
check_agreement (GBytes          *bytes,
                 const GPtrArray *problems)
{
  g_autoptr (YsFileInput) input = ys_file_input_new (bytes);
  g_autofree char *reason = NULL;
  const xmlNode *node;

  if (input->doc == NULL || !ys_file_migrate (input))
    return;

  reason = ys_file_schema_validate (input->doc, &node);
  ys_file_check_tree (input);
  if (reason == NULL)
    g_assert_cmpuint (input->problems->len, ==, 0);
  if (reason != NULL && problems->len == 1)
    {
      g_autofree char *last_word = g_strconcat ("This is not allowed here: ", reason, NULL);

      g_assert_cmpstr (((YsFileProblem *) problems->pdata[0])->message, !=, last_word);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (YsScenario) scenario = ys_file_read_bytes (bytes, &problems);

  if (scenario != NULL)
    check_text (scenario);
  else
    check_problems (problems);
  check_agreement (bytes, problems);

  return 0;
}

#ifndef YS_FUZZING

int
main (int    argc,
      char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *data = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (argv[i], &data, &size, NULL));
      for (gsize n = 0; n <= size; n += 1 + size / 64)
        LLVMFuzzerTestOneInput ((const guint8 *) data, n);
      LLVMFuzzerTestOneInput ((const guint8 *) data, size);
    }

  return 0;
}

#endif
