/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-window-private.h"

#include "ys-compare-page.h"
#include "ys-error.h"
#include "ys-risk-page.h"
#include "ys-settings.h"
#include "ys-welcome-page.h"

enum
{
  PROP_DOCUMENT = 1,
  PROP_SELECTED,
  PROP_PAGE,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YsWindow, ys_window, ADW_TYPE_APPLICATION_WINDOW)

static void
set_string (YsWindow   *self,
            char      **where,
            const char *value,
            int         property)
{
  if (g_strcmp0 (*where, value) == 0)
    return;

  g_free (*where);
  *where = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* Figures */

/* Once, when the first figures are there: the best is selected, and the keyboard is where it can
 * go to the others. */
static void
select_best (YsWindow       *self,
             const YsResult *result)
{
  if (self->selected >= 0 || result->best < 0)
    return;

  g_object_set (self, "selected", result->best, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->alternatives));
}

static gboolean
is_asked (YsWindow *self)
{
  return ys_document_get_what_if (self->document) != NULL;
}

/* NULL: a page that shows no figures. */
static YsPage *
get_page (YsWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  return YS_IS_PAGE (page) ? YS_PAGE (page) : NULL;
}

/* With the what-if the figures before stay in sight behind the new ones. Pages out of sight are
 * brought up to date when they are turned to. */
static void
show_figures (YsWindow *self)
{
  const YsResult *before = ys_document_get_before (self->document);
  const YsResult *result = ys_document_get_result (self->document);
  gboolean after = is_asked (self) && g_str_equal (self->view, "after");

  if (result == NULL || before == NULL)
    return;

  if (!after)
    result = before;

  if (self->selected >= (int) result->scenario->alternatives->len)
    g_object_set (self, "selected", (int) result->scenario->alternatives->len - 1, NULL);
  ys_alternative_list_set_result (self->alternatives, result);
  if (get_page (self) != NULL)
    ys_page_set_results (get_page (self), result, after ? before : NULL);
  select_best (self, result);
}

/* Nothing is worked out that nobody looks at. */
static void
show_page (YsWindow *self)
{
  if (self->document == NULL)
    return;

  if (get_page (self) != NULL)
    ys_document_set_analyses (self->document, ys_page_get_analyses (get_page (self)));
  show_figures (self);
}

static void
result_changed_cb (YsWindow *self)
{
  const GError *error = ys_document_get_error (self->document);

  if (error != NULL && !g_error_matches (error, YS_ERROR, YS_ERROR_CANCELLED))
    ys_window_say_error (self, error);

  show_figures (self);
}

/* While nothing is asked the result is told as well. */
static void
before_changed_cb (YsWindow *self)
{
  if (is_asked (self))
    show_figures (self);
}

static void
update_actions (YsWindow *self)
{
  gboolean asked = self->document != NULL && is_asked (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-alternative", self->document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export", self->document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.view", asked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.reset", asked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save", self->document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-as", self->document != NULL);
}

static void
what_if_changed_cb (YsWindow *self)
{
  if (is_asked (self))
    set_string (self, &self->view, "after", PROP_VIEW);
  update_actions (self);
}

static void
evaluating_changed_cb (YsWindow *self)
{
  gtk_spinner_set_spinning (self->spinner, ys_document_get_evaluating (self->document));
}

/* “•”: not all of it is saved. */
static void
title_changed_cb (YsWindow *self)
{
  const char *title = ys_document_get_title (self->document);
  g_autofree char *marked
    = g_strconcat (ys_document_get_modified (self->document) ? "• " : "", title, NULL);

  gtk_window_set_title (GTK_WINDOW (self), marked);
  gtk_label_set_text (self->title, marked);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
}

static void
watch_document (YsWindow *self)
{
  const struct
  {
    const char *signal;
    GCallback   callback;
  } watched[] = {
    { "notify::result",     G_CALLBACK (result_changed_cb) },
    { "notify::before",     G_CALLBACK (before_changed_cb) },
    { "notify::what-if",    G_CALLBACK (what_if_changed_cb) },
    { "notify::evaluating", G_CALLBACK (evaluating_changed_cb) },
    { "notify::scenario",   G_CALLBACK (ys_window_update_alternatives) },
    { "notify::title",      G_CALLBACK (title_changed_cb) },
    { "notify::modified",   G_CALLBACK (title_changed_cb) },
    { "notify::undo-label", G_CALLBACK (ys_window_update_undo) },
    { "notify::redo-label", G_CALLBACK (ys_window_update_undo) },
    { "stepped",            G_CALLBACK (ys_window_go_to) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->document, watched[i].signal, watched[i].callback, self,
                             G_CONNECT_SWAPPED);
}

/* Actions */

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ys_window_choose_file (YS_WINDOW (widget));
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  ys_window_new_blank (YS_WINDOW (widget));
}

static void
add_alternative_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  ys_window_choose_starter (YS_WINDOW (widget));
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ys_window_choose_sheet (YS_WINDOW (widget));
}

static void
copy_lines_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  ys_window_copy_lines (YS_WINDOW (widget));
}

static void
paste_lines_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ys_window_paste_lines (YS_WINDOW (widget));
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ys_window_export (YS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_file_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  gtk_show_uri (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ys_window_save (YS_WINDOW (widget));
}

static void
save_as_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ys_window_save_as (YS_WINDOW (widget));
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ys_window_undo (YS_WINDOW (widget));
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ys_window_redo (YS_WINDOW (widget));
}

static void
edit_alternative_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  ys_window_edit_alternative (YS_WINDOW (widget));
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ys_window_back (YS_WINDOW (widget));
}

static void
reset_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ys_document_set_what_if (YS_WINDOW (widget)->document, NULL);
}

static void
set_page (YsWindow   *self,
          const char *page)
{
  if (gtk_stack_get_child_by_name (self->pages, page) == NULL)
    return;

  set_string (self, &self->page, page, PROP_PAGE);
  gtk_stack_set_visible_child_name (self->pages, page);
  if (!g_str_equal (page, "alternative"))
    ys_settings_set_page (page);
  show_page (self);
}

static void
set_view (YsWindow   *self,
          const char *view)
{
  set_string (self, &self->view, view, PROP_VIEW);
  if (self->document != NULL)
    show_figures (self);
}

static void
set_selected (YsWindow *self,
              int       selected)
{
  if (selected == self->selected)
    return;

  self->selected = selected;
  ys_window_update_alternatives (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static gboolean
ys_window_close_request (GtkWindow *window)
{
  return ys_window_ask_to_save (YS_WINDOW (window)) ||
         GTK_WINDOW_CLASS (ys_window_parent_class)->close_request (window);
}

static void
ys_window_dispose (GObject *object)
{
  YsWindow *self = YS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_object (&self->autosave);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (ys_window_parent_class)->dispose (object);
}

static void
ys_window_finalize (GObject *object)
{
  YsWindow *self = YS_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->page, g_free);
  g_clear_pointer (&self->page_before, g_free);
  g_clear_pointer (&self->view, g_free);

  G_OBJECT_CLASS (ys_window_parent_class)->finalize (object);
}

static void
ys_window_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  YsWindow *self = YS_WINDOW (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;

    case PROP_SELECTED:
      g_value_set_int (value, self->selected);
      break;

    case PROP_PAGE:
      g_value_set_string (value, self->page);
      break;

    case PROP_VIEW:
      g_value_set_string (value, self->view);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_window_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  YsWindow *self = YS_WINDOW (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      ys_window_set_document (self, g_value_get_object (value));
      break;

    case PROP_SELECTED:
      set_selected (self, g_value_get_int (value));
      break;

    case PROP_PAGE:
      set_page (self, g_value_get_string (value));
      break;

    case PROP_VIEW:
      set_view (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, YS_TYPE_DOCUMENT, flags);
  properties[PROP_SELECTED] = g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, "compare", flags);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "after", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (YS_TYPE_ALTERNATIVE_LIST);
  g_type_ensure (YS_TYPE_ALTERNATIVE_PAGE);
  g_type_ensure (YS_TYPE_BASIS_PAGE);
  g_type_ensure (YS_TYPE_COMPARE_PAGE);
  g_type_ensure (YS_TYPE_FILE_BAR);
  g_type_ensure (YS_TYPE_RISK_PAGE);
  g_type_ensure (YS_TYPE_WELCOME_PAGE);
  g_type_ensure (YS_TYPE_WHAT_IF_PANEL);

  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-window.ui");
  gtk_widget_class_bind_template_child (widget_class, YsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, stages);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, list_flap);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, panel_flap);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, alternatives);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, panel);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, basis);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, file_bar);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, alternative);
  gtk_widget_class_bind_template_callback (widget_class, ys_window_active_changed);
  gtk_widget_class_bind_template_callback (widget_class, ys_window_open_file);
}

static void
ys_window_class_init (YsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_WINDOW_CLASS (klass)->close_request = ys_window_close_request;
  object_class->dispose = ys_window_dispose;
  object_class->finalize = ys_window_finalize;
  object_class->get_property = ys_window_get_property;
  object_class->set_property = ys_window_set_property;

  install_properties (object_class);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.add-alternative", NULL,
                                   add_alternative_action);
  gtk_widget_class_install_action (widget_class, "win.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.paste-lines", NULL, paste_lines_action);
  gtk_widget_class_install_action (widget_class, "win.copy-lines", NULL, copy_lines_action);
  /* no accelerators, which would go before entries and charts */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste-lines", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "win.copy-lines", NULL);
  gtk_widget_class_install_action (widget_class, "win.show-file", "s", show_file_action);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.edit-alternative", NULL,
                                   edit_alternative_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.reset", NULL, reset_action);
  ys_window_install_alternatives (widget_class);
  gtk_widget_class_install_property_action (widget_class, "win.page", "page");
  gtk_widget_class_install_property_action (widget_class, "win.view", "view");
}

static void
ys_window_init (YsWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_autofree char *page = ys_settings_dup_page ();

  self->selected = -1;
  self->page = g_strdup ("compare");
  self->view = g_strdup ("after");
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (target, "drop", G_CALLBACK (ys_window_drop_files), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  set_page (self, page);
  update_actions (self);
  ys_window_update_undo (self);
  ys_window_update_alternatives (self);
  ys_settings_remember_window (GTK_WINDOW (self));
}

GtkWidget *
ys_window_new (AdwApplication *application)
{
  return g_object_new (YS_TYPE_WINDOW, "application", application, NULL);
}

YsDocument *
ys_window_get_document (YsWindow *self)
{
  g_return_val_if_fail (YS_IS_WINDOW (self), NULL);

  return self->document;
}

void
ys_window_set_document (YsWindow   *self,
                        YsDocument *document)
{
  g_return_if_fail (YS_IS_WINDOW (self));
  g_return_if_fail (YS_IS_DOCUMENT (document));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (!g_set_object (&self->document, document))
    return;

  watch_document (self);
  set_selected (self, -1);
  ys_what_if_panel_set_document (self->panel, document);
  ys_basis_page_set_document (self->basis, document);
  ys_file_bar_set_document (self->file_bar, document);
  ys_window_start_autosave (self);
  ys_alternative_page_set_document (self->alternative, document);
  title_changed_cb (self);
  evaluating_changed_cb (self);
  what_if_changed_cb (self);
  ys_window_update_undo (self);
  show_page (self);

  gtk_widget_set_visible (self->switcher, TRUE);
  gtk_stack_set_visible_child_name (self->stages, "scenario");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}
