/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file-type.h"

#include <glib/gi18n.h>

#include "ys-scenario.h"

static int
find_word (const YsFileType *type,
           const char       *text)
{
  g_autofree char *stripped = ys_file_strip (text);

  for (int i = 0; i < type->n_words; i++)
    if (g_strcmp0 (type->word (i), stripped) == 0)
      return i;

  return -1;
}

static gboolean
accepts_word (const YsFileType *type,
              const char       *text)
{
  return find_word (type, text) >= 0;
}

static char *
explain_word (const YsFileType *type,
              const char       *where,
              const char       *text)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (int i = 0; i < type->n_words; i++)
    if (type->word (i) != NULL)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", type->word (i));

  return g_strdup_printf (_("%s is not known; it may be: %s"), where, words->str);
}

static void
read_word (const YsFileType *type,
           const char       *text,
           gpointer          field)
{
  *(int *) field = find_word (type, text);
}

static char *
write_word (const YsFileType *type,
            gconstpointer     field)
{
  return g_strdup (type->word (*(const int *) field));
}

/* The first word of an enumeration is what counts when nothing is said. */
static char *
write_word_unless_first (const YsFileType *type,
                         gconstpointer     field)
{
  return *(const int *) field != 0 ? write_word (type, field) : NULL;
}

#define WORDS(name, get_id)   \
  static const char *         \
  name##_word (int index)     \
  {                           \
    return get_id (index);    \
  }

WORDS (period, ys_period_get_id)
WORDS (timing, ys_timing_get_id)
WORDS (losses, ys_losses_get_id)
WORDS (nature, ys_nature_get_id)
WORDS (lean, ys_lean_get_id)
WORDS (method, ys_depreciation_method_get_id)
WORDS (shape, ys_shape_get_id)
WORDS (bounds, ys_bounds_get_id)

static const char *
yes_word (int index)
{
  return index ? "yes" : "no";
}

#define WORD(name, n, write_)                                                             \
  { .accepts = accepts_word, .explain = explain_word, .read = read_word, .write = write_, \
    .word = name##_word, .n_words = n }

const YsFileType ys_file_yes = WORD (yes, 2, write_word_unless_first);
const YsFileType ys_file_period = WORD (period, YS_N_PERIODS, write_word);
const YsFileType ys_file_timing = WORD (timing, YS_N_TIMINGS, write_word_unless_first);
const YsFileType ys_file_losses = WORD (losses, YS_N_LOSSES, write_word_unless_first);
const YsFileType ys_file_nature = WORD (nature, YS_N_NATURES, write_word_unless_first);
const YsFileType ys_file_lean = WORD (lean, YS_N_LEANS, write_word_unless_first);
const YsFileType ys_file_method = WORD (method, YS_N_DEPRECIATION_METHODS, write_word_unless_first);
const YsFileType ys_file_shape = WORD (shape, YS_N_SHAPES, write_word_unless_first);
const YsFileType ys_file_bounds = WORD (bounds, YS_N_BOUNDS, write_word_unless_first);
