/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-file-input.h"

G_BEGIN_DECLS

/* Brings the tree to the current version. FALSE, and a problem said, when it is not a scenario or
 * its version is not one we know. */
gboolean ys_file_migrate (YsFileInput *input) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
