/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-error.h"

typedef struct
{
  int row;
} YsErrorPrivate;

static void
ys_error_private_init (YsErrorPrivate *priv)
{
  priv->row = 0;
}

static void
ys_error_private_copy (const YsErrorPrivate *source,
                       YsErrorPrivate       *copy)
{
  copy->row = source->row;
}

static void
ys_error_private_clear (YsErrorPrivate *priv)
{
}

G_DEFINE_EXTENDED_ERROR (YsError, ys_error)

GError *
ys_error_new (YsErrorCode  code,
              int          row,
              const char  *format,
              ...)
{
  va_list arguments;
  GError *error;

  va_start (arguments, format);
  error = g_error_new_valist (YS_ERROR, (int) code, format, arguments);
  va_end (arguments);

  ys_error_get_private (error)->row = row;
  return error;
}

void
ys_error_set (GError     **error,
              YsErrorCode  code,
              int          row,
              const char  *format,
              ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (error == NULL)
    return;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_propagate_error (error, ys_error_new (code, row, "%s", message));
}

int
ys_error_get_row (const GError *error)
{
  g_return_val_if_fail (error != NULL, 0);

  return error->domain == YS_ERROR ? ys_error_get_private (error)->row : 0;
}
