/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-number-entry.h"

#include <math.h>

#include "ys-format.h"
#include "ys-parse.h"

struct _YsNumberEntry
{
  GtkEntry  parent_instance;

  YsUnit    unit;
  char     *currency;
  double    value;
  double    start;   /* what Escape brings back */
  char     *error;
  gboolean  setting;
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsNumberEntry, ys_number_entry, GTK_TYPE_ENTRY)

static gboolean
is_same (double a,
         double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static void
set_error (YsNumberEntry *self,
           const char    *error)
{
  GtkEntry *entry = GTK_ENTRY (self);

  g_free (self->error);
  self->error = g_strdup (error);

  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");

  gtk_entry_set_icon_from_icon_name (entry, GTK_ENTRY_ICON_SECONDARY,
                                     error != NULL ? "dialog-error-symbolic" : NULL);
  gtk_entry_set_icon_tooltip_text (entry, GTK_ENTRY_ICON_SECONDARY, error);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* What was understood is said in full, so that a slip of a thousand is seen. */
static void
say_what_counts (YsNumberEntry *self)
{
  g_autofree char *value = isnan (self->value)
    ? NULL : ys_format_value (self->value, self->unit, self->currency, YS_FORMAT_EXACT);
  const char *text = self->error != NULL ? self->error : value;

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

static void
show_value (YsNumberEntry *self)
{
  g_autofree char *text = ys_format_for_editing (self->value, self->unit);

  self->setting = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->setting = FALSE;
  set_error (self, NULL);
  say_what_counts (self);
}

static void
change_value (YsNumberEntry *self,
              double         value)
{
  gboolean was_wrong = self->error != NULL;
  gboolean same = is_same (self->value, value);

  self->value = value;
  set_error (self, NULL);
  say_what_counts (self);
  if (!same || was_wrong)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
changed_cb (YsNumberEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autoptr (GError) error = NULL;
  double value = NAN;

  if (self->setting)
    return;

  if (text[0] == '\0' || ys_parse_number (text, self->unit, self->currency, &value, &error))
    {
      change_value (self, value);
      return;
    }

  set_error (self, error->message);
  say_what_counts (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
focus_entered_cb (YsNumberEntry *self)
{
  self->start = self->value;
}

static void
focus_left_cb (YsNumberEntry *self)
{
  if (self->error == NULL)
    show_value (self);
}

/* A second Escape goes on to whoever the entry stands in. */
static gboolean
key_pressed_cb (YsNumberEntry   *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  if (key != GDK_KEY_Escape || (self->error == NULL && is_same (self->value, self->start)))
    return GDK_EVENT_PROPAGATE;

  change_value (self, self->start);
  show_value (self);
  return GDK_EVENT_STOP;
}

static void
ys_number_entry_finalize (GObject *object)
{
  YsNumberEntry *self = YS_NUMBER_ENTRY (object);

  g_clear_pointer (&self->currency, g_free);
  g_clear_pointer (&self->error, g_free);

  G_OBJECT_CLASS (ys_number_entry_parent_class)->finalize (object);
}

static void
ys_number_entry_class_init (YsNumberEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_number_entry_finalize;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_number_entry_init (YsNumberEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->value = NAN;
  self->start = NAN;
  gtk_entry_set_input_purpose (GTK_ENTRY (self), GTK_INPUT_PURPOSE_FREE_FORM);
  gtk_editable_set_width_chars (GTK_EDITABLE (self), 8);

  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
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
  show_value (self);
}

double
ys_number_entry_get_value (YsNumberEntry *self)
{
  g_return_val_if_fail (YS_IS_NUMBER_ENTRY (self), NAN);

  return self->value;
}

/* What stands there already stays as it was typed. */
void
ys_number_entry_set_value (YsNumberEntry *self,
                           double         value)
{
  g_return_if_fail (YS_IS_NUMBER_ENTRY (self));

  if (is_same (self->value, value) && self->error == NULL)
    return;

  self->value = value;
  self->start = value;
  show_value (self);
}

const char *
ys_number_entry_get_error (YsNumberEntry *self)
{
  g_return_val_if_fail (YS_IS_NUMBER_ENTRY (self), NULL);

  return self->error;
}
