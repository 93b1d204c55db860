/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "ys-lock.h"

/* One name for every saving of one file, so that what a killed program leaves is used up by the next
 * one; whoever holds its lock is the one who saves. */

#define MOST_LINKS   40
#define ACCESS_LIST  "system.posix_acl_access"
#define MOST_ACCESS  4096 /* bytes */
#define LONGEST_STEM 200 /* bytes, so that the name with all its additions is not too long */

typedef struct
{
  char       *target;    /* behind symbolic links */
  char       *temporary; /* beside it */
  struct stat old;
  gboolean    exists;
  int         obstacle;  /* 0, or why it cannot even be looked at: as errno */
} Place;

static void
place_clear (Place *place)
{
  g_free (place->target);
  g_free (place->temporary);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static char *
read_link (const char *path)
{
  g_autofree char *target = g_file_read_link (path, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  if (target == NULL || g_path_is_absolute (target))
    return g_steal_pointer (&target);

  return g_build_filename (folder, target, NULL);
}

/* The file behind a symbolic link, which would otherwise be replaced itself; it need not be there. */
static char *
follow_links (const char *path)
{
  char *real = g_strdup (path);

  for (int i = 0; i < MOST_LINKS; i++)
    {
      char *next = read_link (real);

      if (next == NULL)
        break;
      g_free (real);
      real = next;
    }

  return real;
}

static char *
make_temporary_name (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *name = g_path_get_basename (target);
  g_autofree char *temporary = g_strdup_printf (".%.*s.%u.saving", LONGEST_STEM, name,
                                                (guint) geteuid ());

  return g_build_filename (folder, temporary, NULL);
}

static void
place_init (Place      *place,
            const char *path)
{
  place->target = follow_links (path);
  place->temporary = make_temporary_name (place->target);
  place->exists = stat (place->target, &place->old) == 0;
  place->obstacle = place->exists || errno == ENOENT ? 0 : errno;
}

/* Why not */

static const char *
explain (int reason)
{
  switch (reason)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return _("there is no room left on the disk");

    case EACCES:
    case EPERM:
      return _("you are not allowed to write there");

    case EROFS:
      return _("the disk can only be read");

    case ENOENT:
    case ENOTDIR:
      return _("the folder is not there");

    default:
      return g_strerror (reason);
    }
}

static gboolean
fail (const char  *path,
      int          reason,
      GError     **error)
{
  g_set_error (error, YS_FILE_ERROR, YS_FILE_ERROR_IO, _("“%s” could not be saved: %s"), path,
               explain (reason));
  return FALSE;
}

/* Who took away every permission to write means it, even against somebody who may do all. */
static gboolean
is_protected (const Place *place)
{
  return place->exists && ((place->old.st_mode & 0222) == 0 || access (place->target, W_OK) != 0);
}

/* Renaming a new file over a device or a pipe would destroy it. */
static gboolean
check_place (const Place  *place,
             const char   *path,
             GError      **error)
{
  if (place->obstacle != 0)
    return fail (path, place->obstacle, error);

  if (place->exists && !S_ISREG (place->old.st_mode))
    g_set_error (error, YS_FILE_ERROR, YS_FILE_ERROR_IO,
                 S_ISDIR (place->old.st_mode) ? _("“%s” is a folder; give a file name")
                                              : _("“%s” is not an ordinary file"),
                 path);
  else if (is_protected (place))
    g_set_error (error, YS_FILE_ERROR, YS_FILE_ERROR_IO, _("“%s” is protected against changes"),
                 path);
  else
    return TRUE;

  return FALSE;
}

gboolean
ys_file_is_protected (const char *path)
{
  g_auto (Place) place = { NULL };
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  place_init (&place, path);
  folder = g_path_get_dirname (place.target);

  return is_protected (&place) || (place.exists && access (folder, W_OK | X_OK) != 0);
}

/* Writing */

/* What is allowed to single users and groups beyond the nine permissions. A folder may hand its own
 * list to new files: then the old file had none, and neither has the new one. */
static void
keep_access_list (const Place *place,
                  int          file)
{
  char list[MOST_ACCESS];
  gssize length = getxattr (place->target, ACCESS_LIST, list, sizeof list);

  if (length > 0 ? fsetxattr (file, ACCESS_LIST, list, (gsize) length, 0) != 0
                 : errno == ENODATA && fremovexattr (file, ACCESS_LIST) != 0)
    g_debug ("“%s” gets another access list", place->target);
}

/* As far as the one who saves may: with another owner, what is allowed to the owner is not all that
 * is kept. First the owner, since changing it takes permissions away. */
static void
keep_permissions (const Place *place,
                  int          file)
{
  if (!place->exists)
    return;

  if (fchown (file, place->old.st_uid, place->old.st_gid) != 0 &&
      fchown (file, (uid_t) -1, place->old.st_gid) != 0)
    g_debug ("“%s” gets another owner", place->target);
  if (fchmod (file, place->old.st_mode & 07777) != 0)
    g_debug ("“%s” gets other permissions", place->target);
  keep_access_list (place, file);
}

static gboolean
write_all (int         file,
           const char *contents,
           gsize       length)
{
  while (length > 0)
    {
      gssize n = write (file, contents, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;

      contents += n;
      length -= (gsize) n;
    }

  return TRUE;
}

/* Some network drives cannot do it, and say so. */
static gboolean
reach_disk (int file)
{
  return fsync (file) == 0 || errno == EINVAL || errno == ENOTSUP;
}

/* Its name is on the disk as well. */
static void
reach_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (descriptor < 0)
    return;

  (void) fsync (descriptor);
  close (descriptor);
}

static gboolean
fill (const Place *place,
      int          file,
      const char  *contents,
      gsize        length)
{
  if (ftruncate (file, 0) != 0)
    return FALSE;

  keep_permissions (place, file);
  return write_all (file, contents, length) && reach_disk (file);
}

static char *
make_tag (const struct stat *state)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%09ld:%" G_GINT64_FORMAT ":%" G_GUINT64_FORMAT,
                          (gint64) state->st_mtim.tv_sec, (long) state->st_mtim.tv_nsec,
                          (gint64) state->st_size, (guint64) state->st_ino);
}

char *
ys_file_query_tag (const char *path)
{
  struct stat state;

  g_return_val_if_fail (path != NULL, NULL);

  return stat (path, &state) == 0 ? make_tag (&state) : NULL;
}

/* errno says why not. */
static gboolean
replace (const Place  *place,
         const char   *contents,
         gsize         length,
         char        **tag)
{
  int file = ys_lock_file (place->temporary, place->exists ? 0600 : 0666, TRUE);
  struct stat written;
  int reason;

  if (file < 0)
    return FALSE;

  if (fill (place, file, contents, length) && fstat (file, &written) == 0 &&
      g_rename (place->temporary, place->target) == 0)
    {
      close (file);
      reach_folder (place->target);
      if (tag != NULL)
        *tag = make_tag (&written);
      return TRUE;
    }

  reason = errno;
  (void) g_unlink (place->temporary);
  close (file);
  errno = reason;
  return FALSE;
}

gboolean
ys_file_replace_tagged (const char  *path,
                        const char  *contents,
                        gssize       length,
                        char       **tag,
                        GError     **error)
{
  g_auto (Place) place = { NULL };

  g_return_val_if_fail (path != NULL, FALSE);

  place_init (&place, path);
  if (!check_place (&place, path, error))
    return FALSE;

  return replace (&place, contents, length < 0 ? strlen (contents) : (gsize) length, tag) ||
         fail (path, errno, error);
}

gboolean
ys_file_replace (const char  *path,
                 const char  *contents,
                 gssize       length,
                 GError     **error)
{
  return ys_file_replace_tagged (path, contents, length, NULL, error);
}

gboolean
ys_file_write (const YsScenario  *scenario,
               const char        *path,
               GError           **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (scenario != NULL, FALSE);

  text = ys_file_write_text (scenario);
  return ys_file_replace (path, text, -1, error);
}

void
ys_file_tidy (const char *path)
{
  g_auto (Place) place = { NULL };
  int file;

  g_return_if_fail (path != NULL);

  place_init (&place, path);
  if (!g_file_test (place.temporary, G_FILE_TEST_EXISTS))
    return;

  file = ys_lock_file (place.temporary, 0600, FALSE);
  if (file < 0)
    return;

  (void) g_unlink (place.temporary);
  close (file);
}
