/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "ys-file.h"

G_BEGIN_DECLS

/* What data/scenario.rng, the authority, says of a tree: NULL when it is valid, else the
 * validator's own words for the first mistake; @node is the element it is in. */
char *ys_file_schema_validate (xmlDoc         *doc,
                               const xmlNode **node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
