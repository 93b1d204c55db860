/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-curve-table.h"

G_BEGIN_DECLS

/**
 * YsPertFamily:
 *
 * The quantile functions of all PERTs from 0 to 1: Beta (alpha, 6 − alpha) for alpha from 1 to 5, one
 * parameter. Those at a few alphas are worked out, all others lie between them: a table costs a
 * thirtieth of what its own quantiles would. A value, never changed; threads may share one.
 */
typedef struct _YsPertFamily YsPertFamily;

YsPertFamily *ys_pert_family_new   (void) G_GNUC_WARN_UNUSED_RESULT;
YsPertFamily *ys_pert_family_ref   (YsPertFamily       *family) G_GNUC_WARN_UNUSED_RESULT;
void          ys_pert_family_unref (YsPertFamily       *family);
void          ys_pert_family_fit   (const YsPertFamily *family,
                                    double              alpha,
                                    YsCurveFit         *fit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPertFamily, ys_pert_family_unref)

G_END_DECLS
