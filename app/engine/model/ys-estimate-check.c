/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-estimate.h"

GError *
ys_estimate_check (const YsEstimate *estimate,
                   const char       *name)
{
  return NULL;
}
