/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the program ends with. */
typedef enum
{
  YS_EXIT_FINE  = 0,
  YS_EXIT_INPUT = 1, /* the input is at fault, or the output cannot be written */
  YS_EXIT_USAGE = 2, /* the command line is at fault */
} YsExit;

/* One command; texts are marked for translation where they stand. */
typedef struct
{
  const char *name;
  const char *arguments; /* after the options: "FILE" */
  const char *summary;   /* one line */
  const char *details;   /* for --help; NULL: the summary says it all */
  YsExit    (*run) (int    argc,
                    char **argv); /* argv[0] is the command's name */
} YsCommand;

/* NULL-terminated, in display order. */
const YsCommand *const *ys_commands     (void);
const YsCommand        *ys_command_find (const char *name);

extern const YsCommand ys_command_compare;
extern const YsCommand ys_command_metrics;
extern const YsCommand ys_command_chart;
extern const YsCommand ys_command_export;
extern const YsCommand ys_command_check;
extern const YsCommand ys_command_upgrade;

/* The whole program: finds the command, runs it. */
YsExit ys_commands_run (int    argc,
                        char **argv);

/**
 * ys_command_parse:
 * @entries: options, ended by a zeroed entry; --help comes with every command
 * @out_rest: (out) (transfer full) (array zero-terminated=1): what is no option, in order
 * @out_exit: (out): what to end with when nothing is left to do
 *
 * Options and arguments may stand in any order; everything after “--” is an argument.
 *
 * Returns: whether to go on
 */
gboolean ys_command_parse (const YsCommand    *command,
                           const GOptionEntry *entries,
                           int                 argc,
                           char              **argv,
                           GStrv              *out_rest,
                           YsExit             *out_exit);

/* The one FILE of a command; NULL (and said so) when there is none or more than one. */
const char *ys_command_get_file (const YsCommand *command,
                                 char           **rest);

/* One line and a hint on stderr. */
YsExit ys_command_usage_error (const YsCommand *command,
                               const char      *format,
                               ...) G_GNUC_PRINTF (2, 3);

/* The input is at fault: "PATH:LINE: what is wrong" on one line of stderr. */
void   ys_command_print_problem (const char *path,
                                 int         line, /* 0: the whole file */
                                 const char *message);
/* The same from an error of the file or of the engine. */
YsExit ys_command_input_error   (const char   *path,
                                 const GError *error);

/* UTF-8 to stdout, whatever the locale's encoding; says so on stderr when it cannot be written. */
YsExit ys_command_print         (const char *text);

G_END_DECLS
