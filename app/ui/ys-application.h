/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One process, several windows, files from the command line. */
#define YS_TYPE_APPLICATION (ys_application_get_type ())
G_DECLARE_FINAL_TYPE (YsApplication, ys_application, YS, APPLICATION, AdwApplication)

/* @flags: besides handling files; for tests */
YsApplication *ys_application_new (GApplicationFlags flags) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
