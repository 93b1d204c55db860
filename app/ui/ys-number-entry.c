/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-number-entry.h"

#include <math.h>

#include "ys-format.h"
#include "ys-parse.h"

struct _YsNumberEntry
{
  YsCheckedEntry  parent_instance;

  YsUnit          unit;
  char           *currency;
  double          value;
  double          start;   /* what Escape brings back */
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsNumberEntry, ys_number_entry, YS_TYPE_CHECKED_ENTRY)

static gboolean
is_same (double a,
         double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
ys_number_entry_read (YsCheckedEntry  *entry,
                      const char      *text,
                      GError         **error)
{
  YsNumberEntry *self = YS_NUMBER_ENTRY (entry);
  double value = NAN;

  if (*text != '\0' && !ys_parse_number (text, self->unit, self->currency, &value, error))
    return FALSE;

  self->value = value;
  return TRUE;
}

static void
ys_number_entry_was_read (YsCheckedEntry *entry)
{
  g_signal_emit (entry, signals[SIGNAL_EDITED], 0);
}

static char *
ys_number_entry_dup_text (YsCheckedEntry *entry)
{
  YsNumberEntry *self = YS_NUMBER_ENTRY (entry);

  return ys_format_for_editing (self->value, self->unit);
}

static char *
ys_number_entry_dup_hint (YsCheckedEntry *entry)
{
  YsNumberEntry *self = YS_NUMBER_ENTRY (entry);

  return isnan (self->value)
         ? NULL : ys_format_value (self->value, self->unit, self->currency, YS_FORMAT_EXACT);
}

static void
ys_number_entry_begin (YsCheckedEntry *entry)
{
  YS_NUMBER_ENTRY (entry)->start = YS_NUMBER_ENTRY (entry)->value;
}

static gboolean
ys_number_entry_restore (YsCheckedEntry *entry)
{
  YsNumberEntry *self = YS_NUMBER_ENTRY (entry);

  if (is_same (self->value, self->start))
    return FALSE;

  self->value = self->start;
  return TRUE;
}

static void
ys_number_entry_finalize (GObject *object)
{
  g_free (YS_NUMBER_ENTRY (object)->currency);

  G_OBJECT_CLASS (ys_number_entry_parent_class)->finalize (object);
}

static void
ys_number_entry_class_init (YsNumberEntryClass *klass)
{
  YsCheckedEntryClass *entry_class = YS_CHECKED_ENTRY_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ys_number_entry_finalize;
  entry_class->read = ys_number_entry_read;
  entry_class->was_read = ys_number_entry_was_read;
  entry_class->dup_text = ys_number_entry_dup_text;
  entry_class->dup_hint = ys_number_entry_dup_hint;
  entry_class->begin = ys_number_entry_begin;
  entry_class->restore = ys_number_entry_restore;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_number_entry_init (YsNumberEntry *self)
{
  self->value = NAN;
  self->start = NAN;
  gtk_entry_set_input_purpose (GTK_ENTRY (self), GTK_INPUT_PURPOSE_FREE_FORM);
  gtk_editable_set_width_chars (GTK_EDITABLE (self), 8);
}

GtkWidget *
ys_number_entry_new (void)
{
  return g_object_new (YS_TYPE_NUMBER_ENTRY, NULL);
}

void
ys_number_entry_set_unit (YsNumberEntry *self,
                          YsUnit         unit,
                          const char    *currency)
{
  char *copy = g_strdup (currency);

  g_return_if_fail (YS_IS_NUMBER_ENTRY (self));

  g_free (self->currency);
  self->currency = copy;
  self->unit = unit;
  ys_checked_entry_reset (YS_CHECKED_ENTRY (self));
}

double
ys_number_entry_get_value (YsNumberEntry *self)
{
  g_return_val_if_fail (YS_IS_NUMBER_ENTRY (self), NAN);

  ys_checked_entry_read (YS_CHECKED_ENTRY (self));

  return self->value;
}

/* What stands there already stays as it was typed. */
void
ys_number_entry_set_value (YsNumberEntry *self,
                           double         value)
{
  g_return_if_fail (YS_IS_NUMBER_ENTRY (self));

  if (is_same (self->value, value) && ys_number_entry_get_error (self) == NULL)
    return;

  self->value = value;
  self->start = value;
  ys_checked_entry_reset (YS_CHECKED_ENTRY (self));
}

const char *
ys_number_entry_get_error (YsNumberEntry *self)
{
  return ys_checked_entry_get_error (YS_CHECKED_ENTRY (self));
}
