/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-formula.h"

G_BEGIN_DECLS

typedef enum
{
  YS_TOKEN_END,
  YS_TOKEN_NUMBER,
  YS_TOKEN_NAME,
  YS_TOKEN_SIGN, /* what kind of sign: op */
  YS_TOKEN_OPEN,
  YS_TOKEN_CLOSE,
  YS_TOKEN_COMMA,
} YsTokenKind;

/* One word of a formula: the length bytes from start. */
typedef struct
{
  YsTokenKind kind;
  const char *start;
  gsize       length;
  double      number; /* YS_TOKEN_NUMBER */
  YsOp        op;     /* YS_TOKEN_SIGN: ADD, SUBTRACT … POWER, EQUAL … MORE_EQUAL */
} YsToken;

/* Reads the token at text, which is valid UTF-8. */
gboolean ys_token_read (const char  *text,
                        YsToken     *token,
                        GError     **error);

G_END_DECLS
