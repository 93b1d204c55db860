/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ys-command.h"
#include "ys-simulate.h"

G_BEGIN_DECLS

/* The values of options. Each says what is wrong on stderr and gives FALSE when it cannot be used;
 * a NULL text leaves the value as it is. Numbers are written as in files: 1200.5 or −1e3 with a
 * hyphen, whatever the locale. */

typedef enum
{
  YS_OUTPUT_TEXT,
  YS_OUTPUT_JSON,
  YS_OUTPUT_CSV,
} YsOutput;

/* A whole, finite number and nothing else. */
gboolean ys_argument_is_number (const char *text,
                                double     *out_value);

gboolean ys_argument_output    (const YsCommand *command,
                                const char      *text,
                                gboolean         with_csv,
                                YsOutput        *out_value);
gboolean ys_argument_rate      (const YsCommand *command,
                                const char      *option,
                                const char      *text,
                                double          *out_value);
gboolean ys_argument_count     (const YsCommand *command,
                                const char      *option,
                                const char      *text,
                                guint64          least,
                                guint64          most,
                                guint64         *out_value);

/* Options of every command that simulates; each is the char * of one. */
#define YS_ARGUMENT_SIMULATE(trials, seed, threads) \
  { "trials", 0, 0, G_OPTION_ARG_FILENAME, trials, N_("Trials, instead of the file’s"), "N" }, \
  { "seed", 0, 0, G_OPTION_ARG_FILENAME, seed, \
    N_("Where the draws start, instead of the file’s"), "N" }, \
  { "threads", 0, 0, G_OPTION_ARG_FILENAME, threads, \
    N_("Processors to use; figures do not depend on it"), "N" }
gboolean ys_argument_simulate (const YsCommand   *command,
                               const char        *trials,
                               const char        *seed,
                               const char        *threads,
                               YsSimulateOptions *out_options);

gboolean ys_argument_timing    (const YsCommand *command,
                                const char      *text,
                                YsTiming        *out_value);

/* Dates like 2027-01-31, separated by commas; days from the first one. */
gboolean ys_argument_dates     (const YsCommand *command,
                                const char      *text,
                                gsize            n,
                                double          *out_days);

/* "1280x720", in pixels. */
gboolean ys_argument_size      (const YsCommand *command,
                                const char      *text,
                                int             *out_width,
                                int             *out_height);

G_END_DECLS
