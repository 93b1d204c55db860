/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>

/* libxml2 2.12 made the error of its callbacks constant. */
#if LIBXML_VERSION >= 21200
typedef const xmlError YsXmlError;
#else
typedef xmlError YsXmlError;
#endif
