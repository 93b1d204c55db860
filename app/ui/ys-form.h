/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ys-target.h"

G_BEGIN_DECLS

/* Fields of the scenario, of its parts and of lines: what entries and cells show, and what is typed
 * or chosen. Pages have tables of them, in the order in which they are shown. */

typedef enum
{
  YS_FORM_TEXT,     /* char *, NULL where not given */
  YS_FORM_NUMBER,   /* double in a unit, NAN where not given */
  YS_FORM_COUNT,    /* int */
  YS_FORM_TRIALS,   /* gsize */
  YS_FORM_SEED,     /* guint64 */
  YS_FORM_WORDS,    /* GStrv */
  YS_FORM_CHOICE,   /* enumeration: one of the choices */
  YS_FORM_NAME,     /* char *, the id of one of the parts “of”; NULL where not needed */
  YS_FORM_KIND,     /* const YsLineKind *, of a line */
  YS_FORM_ESTIMATE, /* YsEstimate *, NULL where not needed */
  YS_FORM_OWN,      /* text, by functions of its own */
} YsFormType;

typedef struct
{
  const char        *id;       /* in places: "rules/discount-rate" */
  const char        *name;     /* on screen; marked for translation */
  const char        *term;     /* the standard term beside it, marked; NULL: the name is it */
  const char        *sentence; /* what it is or may be, marked; NULL */
  YsFormType         type;
  gsize              offset;   /* in the scenario, the part or the line */
  YsUnit             unit;     /* YS_FORM_NUMBER, YS_FORM_ESTIMATE */
  const char *const *choices;  /* YS_FORM_CHOICE: NULL-terminated, marked */
  YsPart             of;       /* YS_FORM_NAME */
  gboolean           needed;   /* YS_FORM_TEXT: "" where it is not given, not NULL */
  int                width;    /* in characters; 0: all there is */

  /* YS_FORM_OWN */
  char             *(*dup_text) (const YsScenario *scenario,
                                 gconstpointer     part);
  gboolean          (*set_text) (const YsScenario  *scenario,
                                 gpointer           part,
                                 const char        *text,
                                 GError           **error);
  /* All may be NULL: whether this part has it; what else a change of it brings with it; what a cell
   * says where there is no such field, or something else stands instead of it. */
  gboolean          (*applies)   (gconstpointer part);
  void              (*settle)    (YsScenario *newer,
                                  gpointer    part);
  char             *(*dup_stand_in) (const YsScenario *scenario,
                                     gconstpointer     part);
} YsFormField;

gboolean          ys_form_applies      (const YsFormField *field,
                                        gconstpointer      part);

/* What an entry shows; "" where it is not given, NULL where a line of text cannot hold it. */
char             *ys_form_dup_text     (const YsFormField *field,
                                        const YsScenario  *scenario,
                                        gconstpointer      part) G_GNUC_WARN_UNUSED_RESULT;
/* Reads what was typed into a part of one's own. */
gboolean          ys_form_set_text     (const YsFormField  *field,
                                        const YsScenario   *scenario,
                                        gpointer            part,
                                        const char         *text,
                                        GError            **error);
/* What a cell shows. */
char             *ys_form_dup_shown    (const YsFormField *field,
                                        const YsScenario  *scenario,
                                        gconstpointer      part) G_GNUC_WARN_UNUSED_RESULT;

/* YS_FORM_ESTIMATE; NULL: none is given */
const YsEstimate *ys_form_get_estimate (const YsFormField *field,
                                        gconstpointer      part);
void              ys_form_set_estimate (const YsFormField *field,
                                        gpointer           part,
                                        const YsEstimate  *estimate);

/* What is chosen from a list, rather than typed. */
gboolean          ys_form_is_chosen    (const YsFormField *field);
/* (transfer full) (element-type GtkStringObject) */
GListModel       *ys_form_list_choices (const YsFormField *field,
                                        const YsScenario  *scenario) G_GNUC_WARN_UNUSED_RESULT;
guint             ys_form_get_chosen   (const YsFormField *field,
                                        const YsScenario  *scenario,
                                        gconstpointer      part);
void              ys_form_set_chosen   (const YsFormField *field,
                                        const YsScenario  *scenario,
                                        gpointer           part,
                                        guint              chosen);

G_END_DECLS
