/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-error.h"
#include "ys-formula.h"
#include "ys-scenario.h"

G_BEGIN_DECLS

/* Within this folder: what ys_scenario_check() is made of. */
typedef struct
{
  const YsScenario *scenario;
  GPtrArray        *errors;      /* (element-type GError) */
  GHashTable       *assumptions; /* name in formulas → const YsAssumption */
} YsChecker;

void        ys_checker_add              (YsChecker  *checker,
                                         int         row,
                                         const char *format,
                                         ...) G_GNUC_PRINTF (3, 4);
void        ys_checker_take             (YsChecker  *checker,
                                         GError     *error);

/* Of the thing called @where; FALSE when seen already holds its id, or it has none. */
gboolean    ys_checker_add_id           (YsChecker  *checker,
                                         GHashTable *seen,
                                         const char *where,
                                         int         row,
                                         const char *id);
/* @where: what refers; @known: (element-type parts whose first member is their id) */
void        ys_checker_check_reference  (YsChecker       *checker,
                                         const char      *where,
                                         int              row,
                                         const char      *id,
                                         const GPtrArray *known,
                                         const char      *what);
void        ys_checker_check_rate       (YsChecker  *checker,
                                         const char *where,
                                         int         row,
                                         double      rate);
/* The estimate and, if it is given by one, its formula. */
void        ys_checker_check_estimate   (YsChecker        *checker,
                                         const char       *where,
                                         const YsEstimate *estimate);

void        ys_checker_check_assumptions (YsChecker    *checker);
/* @where: “Catalogue mailing: First orders” */
void        ys_checker_check_line        (YsChecker    *checker,
                                          const char   *where,
                                          const YsLine *line);

/* Of @candidates the nearest to @name by letters changed; NULL when none is near. */
const char *ys_closest_name             (const char        *name,
                                         const char *const *candidates);

/* What people know it as: its name, or its id if it has none. */
const char *ys_known_as                 (const char *name,
                                         const char *id);

G_END_DECLS
