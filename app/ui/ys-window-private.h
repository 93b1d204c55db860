/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-alternative-list.h"
#include "ys-alternative-page.h"
#include "ys-autosave.h"
#include "ys-basis-page.h"
#include "ys-file-bar.h"
#include "ys-what-if-panel.h"
#include "ys-window.h"

G_BEGIN_DECLS

struct _YsWindow
{
  AdwApplicationWindow  parent_instance;

  AdwToastOverlay      *toasts;
  GtkStack             *stages;      /* welcome, or a scenario */
  GtkStack             *pages;
  GtkLabel             *title;
  GtkWidget            *switcher;
  GtkSpinner           *spinner;
  GtkWidget            *undo_button;
  GtkWidget            *redo_button;
  AdwFlap              *list_flap;
  AdwFlap              *panel_flap;
  YsAlternativeList    *alternatives;
  YsWhatIfPanel        *panel;
  YsBasisPage          *basis;
  YsFileBar            *file_bar;
  YsAlternativePage    *alternative;

  YsDocument           *document;
  YsAutosave           *autosave;    /* of the document */
  GCancellable         *cancellable; /* opening */
  GtkFileChooserNative *chooser;
  char                 *page;
  char                 *page_before; /* where “back” leads */
  char                 *view;
  int                   selected;
};

/* In a toast at the foot of the window. */
void ys_window_say_error   (YsWindow     *self,
                            const GError *error);

/* How scenarios come into a window: by dialog, by drop, from the welcome page. */
void ys_window_choose_file (YsWindow     *self);
gboolean ys_window_drop_files (YsWindow     *self,
                           const GValue *value);
/* In this window if it has none yet, else in a new one; returns the one it is in. */
YsWindow *ys_window_show_document (YsWindow   *self,
                                   YsDocument *document);

/* How they begin: blank, and by kinds of alternative. */
void ys_window_new_blank      (YsWindow *self);
void ys_window_choose_starter (YsWindow *self);

/* Lines from a spreadsheet, from the clipboard or a file, and to one. */
void     ys_window_copy_lines   (YsWindow *self);
void     ys_window_paste_lines  (YsWindow *self);
void     ys_window_choose_sheet (YsWindow *self);
void     ys_window_import_file  (YsWindow *self,
                                 GFile    *file);
/* Judged by its name. */
gboolean ys_window_is_sheet     (GFile    *file);

/* Asks where to, and writes the scenario as it stands in a thread. @format_id: see ys-export.h */
void ys_window_export      (YsWindow     *self,
                            const char   *format_id);

/* To where the scenario came from, or to a file of the user's choice. Failures are said in a dialog
 * that offers a way out. */
void     ys_window_save        (YsWindow *self);
void     ys_window_save_as     (YsWindow *self);
/* TRUE: something is not saved, and the window stays open until it is said what becomes of it. */
gboolean ys_window_ask_to_save (YsWindow *self);

/* What is not saved is kept all the time, and offered by ys_window_offer_recovery() after a crash. */
void     ys_window_start_autosave (YsWindow *self);
void     ys_window_active_changed (YsWindow *self);

/* Undo and redo: their actions, and the buttons that say what they would do. */
void     ys_window_undo        (YsWindow *self);
void     ys_window_redo        (YsWindow *self);
void     ys_window_update_undo (YsWindow *self);
/* To where the step just undone or redone was made. */
void     ys_window_go_to       (YsWindow   *self,
                                const char *place);

/* The page of one alternative, and back from there. */
void     ys_window_edit_alternative  (YsWindow   *self);
void     ys_window_go_to_alternative (YsWindow   *self,
                                      const char *place);
void     ys_window_back              (YsWindow   *self);
/* What can be done with the selected alternative: copied, deleted, moved, measured against. */
void ys_window_install_alternatives (GtkWidgetClass *widget_class);
void ys_window_update_alternatives  (YsWindow       *self);
/* @place: of a step; another than "alternatives/…" selects none */
void ys_window_select_alternative   (YsWindow       *self,
                                     const char     *place);

G_END_DECLS
