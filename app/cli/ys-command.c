/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-command.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "ys-error.h"

#define PROGRAM "yardstick-cli"

static const YsCommand *const commands[] = {
  &ys_command_compare,
  &ys_command_metrics,
  &ys_command_chart,
  &ys_command_export,
  &ys_command_check,
  &ys_command_upgrade,
  NULL,
};

const YsCommand *const *
ys_commands (void)
{
  return commands;
}

const YsCommand *
ys_command_find (const char *name)
{
  for (gsize i = 0; commands[i] != NULL; i++)
    if (strcmp (commands[i]->name, name) == 0)
      return commands[i];

  return NULL;
}

YsExit
ys_command_print (const char *text)
{
  if (fputs (text, stdout) >= 0 && fflush (stdout) == 0)
    return YS_EXIT_FINE;

  /* A reader that has seen enough, as in “| head”, is no news. */
  if (errno != EPIPE)
    fprintf (stderr, "%s: %s\n", PROGRAM, g_strerror (errno));
  return YS_EXIT_INPUT;
}

void
ys_command_print_problem (const char *path,
                          int         line,
                          const char *message)
{
  g_autofree char *one_line = g_strdelimit (g_strdup (message), "\r\n", ' ');

  if (line > 0)
    fprintf (stderr, "%s:%d: %s\n", path, line, one_line);
  else
    fprintf (stderr, "%s: %s\n", path, one_line);
}

YsExit
ys_command_input_error (const char   *path,
                        const GError *error)
{
  g_autofree char *prefix = g_strconcat (path, ":", NULL);

  /* What comes from reading the file already says where. */
  if (g_str_has_prefix (error->message, prefix))
    fprintf (stderr, "%s\n", error->message);
  else
    ys_command_print_problem (path, ys_error_get_row (error), error->message);

  return YS_EXIT_INPUT;
}

YsExit
ys_command_usage_error (const YsCommand *command,
                        const char      *format,
                        ...)
{
  g_autofree char *name = g_strjoin (" ", PROGRAM, command != NULL ? command->name : NULL, NULL);
  g_autofree char *message = NULL;
  g_autofree char *hint = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  /* Translators: %s is a command, such as “yardstick-cli compare” */
  hint = g_strdup_printf (_("Try “%s --help”."), name);
  fprintf (stderr, "%s: %s\n%s\n", name, message, hint);

  return YS_EXIT_USAGE;
}

const char *
ys_command_get_file (const YsCommand *command,
                     char           **rest)
{
  if (rest[0] == NULL)
    ys_command_usage_error (command, _("Which FILE? Name one scenario file."));
  else if (rest[1] != NULL)
    ys_command_usage_error (command, _("One FILE at a time: “%s” is one too many."), rest[1]);
  else
    return rest[0];

  return NULL;
}

static GOptionContext *
context_new (const YsCommand    *command,
             const GOptionEntry *entries,
             const GOptionEntry *own)
{
  GOptionContext *context = g_option_context_new (command->arguments);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _(command->summary));
  if (command->details != NULL)
    g_option_context_set_description (context, _(command->details));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, own, GETTEXT_PACKAGE);

  return context;
}

static YsExit
print_help (GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

  return ys_command_print (help);
}

gboolean
ys_command_parse (const YsCommand    *command,
                  const GOptionEntry *entries,
                  int                 argc,
                  char              **argv,
                  GStrv              *out_rest,
                  YsExit             *out_exit)
{
  gboolean help = FALSE;
  g_auto (GStrv) rest = NULL;
  const GOptionEntry own[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    { NULL }
  };
  g_autofree char *name = g_strjoin (" ", PROGRAM, command->name, NULL);
  g_autoptr (GOptionContext) context = context_new (command, entries, own);
  g_autoptr (GError) error = NULL;

  g_set_prgname (name);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      *out_exit = ys_command_usage_error (command, "%s", error->message);
      return FALSE;
    }
  if (help)
    {
      *out_exit = print_help (context);
      return FALSE;
    }

  *out_rest = rest != NULL ? g_steal_pointer (&rest) : g_new0 (char *, 1);
  return TRUE;
}

static YsExit
print_overview (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize width = 0;

  for (gsize i = 0; commands[i] != NULL; i++)
    width = MAX (width, strlen (commands[i]->name));

  g_string_append (text, _("Compares investments on one money scale.\n\nUsage:\n"));
  g_string_append (text, "  " PROGRAM " COMMAND [OPTION…] …\n\n");
  g_string_append (text, _("Commands:\n"));
  for (gsize i = 0; commands[i] != NULL; i++)
    g_string_append_printf (text, "  %-*s  %s\n", (int) width, commands[i]->name,
                            _(commands[i]->summary));
  g_string_append (text, _("\n“yardstick-cli COMMAND --help” says what a command takes.\n"
                           "Ends with 0 when all is well, 1 when the input is at fault, "
                           "2 when the command line is.\n"));

  return ys_command_print (text->str);
}

YsExit
ys_commands_run (int    argc,
                 char **argv)
{
  const YsCommand *command;

  if (argc < 2)
    return ys_command_usage_error (NULL, _("Which command?"));
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    return print_overview ();
  if (strcmp (argv[1], "--version") == 0)
    return ys_command_print (PROGRAM " " YS_VERSION "\n");

  command = ys_command_find (argv[1]);
  if (command == NULL)
    return ys_command_usage_error (NULL, _("There is no command “%s”."), argv[1]);

  return command->run (argc - 1, argv + 1);
}
