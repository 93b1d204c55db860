/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

static gboolean
is_still (int         descriptor,
          const char *path)
{
  struct stat held, named;

  return fstat (descriptor, &held) == 0 && lstat (path, &named) == 0 &&
         held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

/* A disk without locks is no reason not to save. */
static gboolean
hold (int      descriptor,
      gboolean wait)
{
  int result;

  do
    result = flock (descriptor, LOCK_EX | (wait ? 0 : LOCK_NB));
  while (result < 0 && errno == EINTR);

  return result == 0 || errno != EWOULDBLOCK;
}

static int
refuse (int descriptor,
        int reason)
{
  close (descriptor);
  errno = reason;
  return -1;
}

int
ys_lock_file (const char *path,
              int         mode,
              gboolean    wait)
{
  for (;;)
    {
      int descriptor = g_open (path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, mode);

      if (descriptor < 0)
        return -1;
      if (!hold (descriptor, wait))
        return refuse (descriptor, EWOULDBLOCK);
      if (is_still (descriptor, path))
        return descriptor;

      close (descriptor);
    }
}
