/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-scenario.h"

G_BEGIN_DECLS

/**
 * YsStarter:
 *
 * A kind of alternative that can be added to a scenario, with the lines that such a case has. Its
 * figures are placeholders: plausible, marked as such in their source, and there to be replaced.
 * Reading ys_starters in ys-starter-table.c is reading what each kind brings.
 */
typedef struct
{
  const char                    *id;
  const char                    *kind;      /* of the alternative, as in files; NULL: not said */
  const char                    *icon;      /* one of the desktop's symbolic icons */
  const char                    *name;      /* in words of business; marked for translation, as are */
  const char                    *technical; /* the technical name (NULL if there is none) … */
  const char                    *sentence;  /* … and what it is about */
  const struct _YsStarterNumber *numbers;   /* the assumptions, up to one without a name */
  const struct _YsStarterLine   *lines;     /* up to one without a name */
} YsStarter;

/* Ends with a starter without an id. In display order; the last one brings no lines. */
extern const YsStarter ys_starters[];

const YsStarter *ys_starter_find (const char *id);

/**
 * ys_starter_make:
 *
 * Texts are in the language of the desktop, amounts for the length of the scenario's periods, ids
 * its own; a second one of the same kind is numbered, and shares no assumption with the first. A
 * line that would begin after the last period is left out.
 *
 * Returns: a newer scenario, the alternative of that kind added as its last
 */
YsScenario      *ys_starter_make (const YsStarter  *starter,
                                  const YsScenario *scenario) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
