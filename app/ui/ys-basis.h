/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-edit.h"

G_BEGIN_DECLS

/* What all alternatives of a scenario share, as tables: the sections of the Basis page, in the order
 * in which they are shown, and the fields of each. */

typedef enum
{
  YS_BASIS_TEXT,     /* char *, NULL where not given */
  YS_BASIS_NUMBER,   /* double in a unit, NAN where not given */
  YS_BASIS_COUNT,    /* int */
  YS_BASIS_TRIALS,   /* gsize */
  YS_BASIS_SEED,     /* guint64 */
  YS_BASIS_WORDS,    /* GStrv */
  YS_BASIS_CHOICE,   /* enumeration: one of the choices */
  YS_BASIS_NAME,     /* char *, the id of one of the parts “of” */
  YS_BASIS_ESTIMATE, /* YsEstimate * */
} YsBasisType;

typedef struct
{
  const char        *id;       /* in places: "rules/discount-rate" */
  const char        *name;     /* on screen; marked for translation */
  const char        *term;     /* the standard term beside it, marked; NULL: the name is it */
  const char        *sentence; /* what it is or may be, marked; NULL */
  YsBasisType        type;
  gsize              offset;   /* in the scenario, or in the part */
  YsUnit             unit;     /* YS_BASIS_NUMBER */
  const char *const *choices;  /* YS_BASIS_CHOICE: NULL-terminated, marked */
  YsPart             of;       /* YS_BASIS_NAME */
  gboolean           needed;   /* YS_BASIS_TEXT: "" where it is not given, not NULL */
  int                width;    /* in characters; 0: all there is */
} YsBasisField;

typedef struct
{
  const char         *id;       /* in places: "drivers/repeat/weight" */
  const char         *name;     /* marked */
  const char         *sentence; /* what it is for; marked */
  int                 part;     /* a YsPart, or −1: fields of the scenario itself */
  const char         *add;      /* “Add a driver”, also the label of the step; marked; NULL with −1 */
  const char         *added;    /* “new driver”, the step; marked */
  const char         *removed;  /* “removal of a driver”; marked */
  gpointer          (*make)   (const YsScenario *scenario); /* a new part; NULL: there is no room for one */
  gpointer          (*copy)   (gconstpointer part);
  void              (*unref)  (gpointer part);
  const char         *no_room;  /* why make() gave none; marked; NULL: it always does */
  const YsBasisField *fields;
  gsize               n_fields;
} YsBasisSection;

const YsBasisSection *ys_basis_sections  (gsize *n_sections);

guint                 ys_basis_get_count (const YsBasisSection *section,
                                          const YsScenario     *scenario);
/* The scenario itself, or its part of that index. */
gconstpointer         ys_basis_get       (const YsBasisSection *section,
                                          const YsScenario     *scenario,
                                          guint                 index);
/* A newer scenario, of which @part is its own: to be changed before it is handed on. */
YsScenario           *ys_basis_copy      (const YsBasisSection *section,
                                          const YsScenario     *scenario,
                                          guint                 index,
                                          gpointer             *part) G_GNUC_WARN_UNUSED_RESULT;
/* NULL: there is no room for another one. */
YsScenario           *ys_basis_add       (const YsBasisSection *section,
                                          const YsScenario     *scenario) G_GNUC_WARN_UNUSED_RESULT;

/* What an entry shows for the field of a scenario or part; "" where it is not given. */
char                 *ys_basis_dup_text  (const YsBasisField *field,
                                          gconstpointer       part) G_GNUC_WARN_UNUSED_RESULT;
/* Reads what was typed into a part of one's own. @currency: of the scenario */
gboolean              ys_basis_set_text  (const YsBasisField  *field,
                                          gpointer             part,
                                          const char          *text,
                                          const char          *currency,
                                          GError             **error);

G_END_DECLS
