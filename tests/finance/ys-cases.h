/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-json-value.h"

G_BEGIN_DECLS

/* The published worked examples of cases.json, each with its source and its tolerance. */

typedef struct
{
  const char   *id;
  const char   *kind;
  const YsJsonValue *inputs;
  const YsJsonValue *expected;
  double        tolerance; /* absolute */
} YsPublished;

typedef struct
{
  const char *kind;
  void      (*run) (const YsPublished *self);
} YsPublishedKind;

/* What the product does not have, kind by kind or case by case. */
typedef struct
{
  const char *kind_or_id;
  const char *reason;
} YsLeftOut;

/**
 * ys_cases_add:
 * @folder: "/finance"
 * @kinds: (array length=n_kinds): the kinds this program tests
 * @left_out: (array length=n_left_out): kinds and cases that no program tests, and why
 *
 * Adds a test FOLDER/cases/KIND/ID for every case of these kinds that is not left out.
 */
void       ys_cases_add              (const char            *folder,
                                      const YsPublishedKind *kinds,
                                      gsize                  n_kinds,
                                      const YsLeftOut       *left_out,
                                      gsize                  n_left_out);

/* (element-type YsPublished): all of them; they live until the program ends. */
GPtrArray *ys_cases_get              (void);

/* Inputs. A missing one fails the program: a case must not pass by being misread. */
gboolean   ys_published_has          (const YsPublished *self,
                                      const char        *input);
double     ys_published_get_number   (const YsPublished *self,
                                      const char        *input);
double    *ys_published_dup_numbers  (const YsPublished *self,
                                      const char        *input,
                                      gsize             *n) G_GNUC_WARN_UNUSED_RESULT;
/* Years of 365 days from the first of the dates. */
double    *ys_published_dup_years    (const YsPublished *self,
                                      const char        *input,
                                      gsize             *n) G_GNUC_WARN_UNUSED_RESULT;

/* Expected is one number, a member of an object, a list, or the first n of a list. */
void       ys_published_check        (const YsPublished *self,
                                      double             actual);
gboolean   ys_published_expects      (const YsPublished *self,
                                      const char        *figure);
void       ys_published_check_figure (const YsPublished *self,
                                      const char        *figure,
                                      double             actual);
void       ys_published_check_list   (const YsPublished *self,
                                      const double      *actual,
                                      gsize              n);
void       ys_published_check_first  (const YsPublished *self,
                                      const double      *actual,
                                      gsize              n);

G_END_DECLS
