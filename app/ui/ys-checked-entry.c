/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-checked-entry.h"

typedef struct
{
  char    *error;    /* why the text is not what counts, or NULL */
  char    *counting; /* what counted when it was read or shown, as it would be typed */
  guint    pending;  /* what was typed is to be read */
  gboolean busy;     /* its own doing */
} YsCheckedEntryPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (YsCheckedEntry, ys_checked_entry, GTK_TYPE_ENTRY)

static YsCheckedEntryPrivate *
get_private (YsCheckedEntry *self)
{
  return ys_checked_entry_get_instance_private (self);
}

/* Marks */

void
ys_mark_checked (GtkWidget  *widget,
                 const char *error,
                 const char *hint)
{
  const char *text = error != NULL ? error : hint;

  if (error != NULL)
    gtk_widget_add_css_class (widget, "error");
  else
    gtk_widget_remove_css_class (widget, "error");

  gtk_widget_set_tooltip_text (widget, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Not by its colour alone. */
static void
mark (YsCheckedEntry *self,
      const char     *error)
{
  YsCheckedEntryPrivate *priv = get_private (self);
  g_autofree char *hint = YS_CHECKED_ENTRY_GET_CLASS (self)->dup_hint (self);

  g_free (priv->error);
  priv->error = g_strdup (error);
  ys_mark_checked (GTK_WIDGET (self), error, hint);
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self), GTK_ENTRY_ICON_SECONDARY,
                                     error != NULL ? "dialog-error-symbolic" : NULL);
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (self), GTK_ENTRY_ICON_SECONDARY, error);
}

static void
set_counting (YsCheckedEntry *self)
{
  YsCheckedEntryPrivate *priv = get_private (self);

  g_free (priv->counting);
  priv->counting = YS_CHECKED_ENTRY_GET_CLASS (self)->dup_text (self);
}

/* Reading */

static gboolean
read_cb (YsCheckedEntry *self)
{
  YsCheckedEntryPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;

  priv->pending = 0;
  priv->busy = TRUE;
  YS_CHECKED_ENTRY_GET_CLASS (self)->read (self, gtk_editable_get_text (GTK_EDITABLE (self)),
                                           &error);
  priv->busy = FALSE;

  mark (self, error != NULL ? error->message : NULL);
  if (error == NULL)
    set_counting (self);
  YS_CHECKED_ENTRY_GET_CLASS (self)->was_read (self);

  return G_SOURCE_REMOVE;
}

/* What replaces a selection is told twice: in between, nothing is there, which must not count. */
static void
changed_cb (YsCheckedEntry *self)
{
  YsCheckedEntryPrivate *priv = get_private (self);

  if (!priv->busy && priv->pending == 0)
    priv->pending = g_idle_add_full (GDK_PRIORITY_EVENTS, G_SOURCE_FUNC (read_cb), self, NULL);
}

void
ys_checked_entry_read (YsCheckedEntry *self)
{
  YsCheckedEntryPrivate *priv = get_private (self);

  g_return_if_fail (YS_IS_CHECKED_ENTRY (self));

  if (priv->pending == 0)
    return;

  g_clear_handle_id (&priv->pending, g_source_remove);
  read_cb (self);
}

/* Showing */

static gboolean
is_waiting (YsCheckedEntry *self)
{
  YsCheckedEntryPrivate *priv = get_private (self);
  g_autofree char *text = NULL;

  if (priv->error == NULL)
    return FALSE;

  text = YS_CHECKED_ENTRY_GET_CLASS (self)->dup_text (self);

  return g_strcmp0 (text, priv->counting) == 0;
}

void
ys_checked_entry_show (YsCheckedEntry *self)
{
  g_return_if_fail (YS_IS_CHECKED_ENTRY (self));

  if (!get_private (self)->busy && !is_waiting (self))
    ys_checked_entry_reset (self);
}

void
ys_checked_entry_reset (YsCheckedEntry *self)
{
  YsCheckedEntryPrivate *priv = get_private (self);

  g_return_if_fail (YS_IS_CHECKED_ENTRY (self));

  g_clear_handle_id (&priv->pending, g_source_remove);
  set_counting (self);
  priv->busy = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), priv->counting) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), priv->counting);
  priv->busy = FALSE;
  mark (self, NULL);
}

const char *
ys_checked_entry_get_error (YsCheckedEntry *self)
{
  g_return_val_if_fail (YS_IS_CHECKED_ENTRY (self), NULL);

  ys_checked_entry_read (self);

  return get_private (self)->error;
}

/* The keyboard */

static void
focus_entered_cb (YsCheckedEntry *self)
{
  YS_CHECKED_ENTRY_GET_CLASS (self)->begin (self);
}

static void
focus_left_cb (YsCheckedEntry *self)
{
  ys_checked_entry_read (self);
  YS_CHECKED_ENTRY_GET_CLASS (self)->end (self);
  ys_checked_entry_show (self);
}

static gboolean
key_pressed_cb (YsCheckedEntry  *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  gboolean wrong, restored;

  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  wrong = ys_checked_entry_get_error (self) != NULL;
  restored = YS_CHECKED_ENTRY_GET_CLASS (self)->restore (self);
  if (!wrong && !restored)
    return GDK_EVENT_PROPAGATE;

  ys_checked_entry_reset (self);
  YS_CHECKED_ENTRY_GET_CLASS (self)->was_read (self);
  return GDK_EVENT_STOP;
}

/* Class */

static void
nothing (YsCheckedEntry *self)
{
}

static void
ys_checked_entry_dispose (GObject *object)
{
  g_clear_handle_id (&get_private (YS_CHECKED_ENTRY (object))->pending, g_source_remove);

  G_OBJECT_CLASS (ys_checked_entry_parent_class)->dispose (object);
}

static void
ys_checked_entry_finalize (GObject *object)
{
  YsCheckedEntryPrivate *priv = get_private (YS_CHECKED_ENTRY (object));

  g_free (priv->error);
  g_free (priv->counting);

  G_OBJECT_CLASS (ys_checked_entry_parent_class)->finalize (object);
}

static void
ys_checked_entry_class_init (YsCheckedEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ys_checked_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_checked_entry_finalize;

  klass->was_read = nothing;
  klass->begin = nothing;
  klass->end = nothing;
}

static void
ys_checked_entry_init (YsCheckedEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
