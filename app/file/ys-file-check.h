/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-file-input.h"

G_BEGIN_DECLS

/* Looks for all that the schema does not allow, and says it in plain sentences. The schema is the
 * authority; this exists because a validator can only say “did not expect element x there”. */
void ys_file_check_tree (YsFileInput *input);

G_END_DECLS
