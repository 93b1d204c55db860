/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unshare() */
#define _GNU_SOURCE

#include "ys-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "ys-lock.h"

/* Each test has a folder of its own, and looks at all that is in it afterwards. */
static char *folder;

static char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static char *
make_file (const char *name,
           const char *contents,
           int         mode)
{
  char *path = in_folder (name);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  g_assert_no_errno (g_chmod (path, mode));

  return path;
}

static void
assert_contents (const char *path,
                 const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

static int
get_mode (const char *path)
{
  GStatBuf state;

  g_assert_no_errno (g_stat (path, &state));

  return (int) (state.st_mode & 07777);
}

static int
count_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  int n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* What a program leaves that is killed while it saves PATH. */
static char *
leave_half (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strdup_printf (".%s.%u.saving", base, (guint) geteuid ());

  return make_file (name, "<scen", 0600);
}

static void
replace (const char *path,
         const char *contents)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_file_replace (path, contents, -1, &error));
  g_assert_no_error (error);
}

static void
test_permissions (void)
{
  static const int modes[] = { 0600, 0640, 0664, 0755, 0604 };

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autofree char *path = make_file ("a.yardstick", "old", modes[i]);
      g_autofree char *left = leave_half (path);

      replace (path, "new");
      assert_contents (path, "new");
      g_assert_cmphex (get_mode (path), ==, modes[i]);
      g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
    }

  g_assert_cmpint (count_files (), ==, 1);
}

/* One more user may read it: as the kernel keeps it, see posix_acl_xattr.h. */
static void
test_access_list (void)
{
  static const struct
  {
    guint32 version;
    struct
    {
      guint16 tag, permissions;
      guint32 id;
    } entries[5];
  } list = {
    GUINT32_TO_LE (2),
    {
      { GUINT16_TO_LE (0x01), GUINT16_TO_LE (6), G_MAXUINT32 },
      { GUINT16_TO_LE (0x02), GUINT16_TO_LE (4), GUINT32_TO_LE (12345) },
      { GUINT16_TO_LE (0x04), GUINT16_TO_LE (0), G_MAXUINT32 },
      { GUINT16_TO_LE (0x10), GUINT16_TO_LE (4), G_MAXUINT32 },
      { GUINT16_TO_LE (0x20), GUINT16_TO_LE (0), G_MAXUINT32 },
    },
  };
  g_autofree char *path = make_file ("a.yardstick", "old", 0640);
  char kept[100];

  if (setxattr (path, "system.posix_acl_access", &list, sizeof list, 0) != 0)
    {
      g_test_skip ("the disk has no access lists");
      return;
    }

  replace (path, "new");
  assert_contents (path, "new");
  g_assert_cmpint (getxattr (path, "system.posix_acl_access", kept, sizeof kept), ==, sizeof list);
  g_assert_cmpmem (kept, sizeof list, &list, sizeof list);
  g_assert_cmphex (get_mode (path), ==, 0640);
}

/* A new file is as the user wants new files. */
static void
test_new (void)
{
  g_autofree char *path = in_folder ("a.yardstick");
  mode_t before = umask (027);

  replace (path, "new");
  umask (before);
  g_assert_cmphex (get_mode (path), ==, 0640);
  g_assert_cmpint (count_files (), ==, 1);
}

/* Links to links, some of them to what is not there yet. */
static void
test_links (void)
{
  g_autofree char *path = in_folder ("a.yardstick");
  g_autofree char *link = in_folder ("b.yardstick");
  g_autofree char *longer = in_folder ("c.yardstick");

  g_assert_no_errno (symlink ("a.yardstick", link));
  g_assert_no_errno (symlink (link, longer));

  for (int i = 0; i < 2; i++)
    {
      replace (longer, "new");
      g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
      g_assert_true (g_file_test (longer, G_FILE_TEST_IS_SYMLINK));
      assert_contents (path, "new");
    }

  g_assert_cmpint (count_files (), ==, 3);
}

static void
test_loop (void)
{
  g_autofree char *path = in_folder ("a.yardstick");
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (symlink ("a.yardstick", path));
  g_assert_false (ys_file_replace (path, "new", -1, &error));
  g_assert_error (error, YS_FILE_ERROR, YS_FILE_ERROR_IO);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (count_files (), ==, 1);
}

/* The other name keeps what it had. */
static void
test_hard_link (void)
{
  g_autofree char *path = make_file ("a.yardstick", "old", 0644);
  g_autofree char *other = in_folder ("b.yardstick");

  g_assert_no_errno (link (path, other));
  replace (path, "new");
  assert_contents (path, "new");
  assert_contents (other, "old");
}

static void
test_long_name (void)
{
  g_autofree char *stem = g_strnfill (240, 'n');
  g_autofree char *name = g_strconcat (stem, ".yardstick", NULL);
  g_autofree char *path = in_folder (name);

  replace (path, "new");
  assert_contents (path, "new");
  g_assert_cmpint (count_files (), ==, 1);
}

static void
test_protected (void)
{
  g_autofree char *path = make_file ("a.yardstick", "old", 0444);
  g_autofree char *missing = in_folder ("b.yardstick");
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_file_is_protected (path));
  g_assert_false (ys_file_is_protected (missing));
  g_assert_false (ys_file_replace (path, "new", -1, &error));
  g_assert_error (error, YS_FILE_ERROR, YS_FILE_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "protected"));
  assert_contents (path, "old");
  g_assert_cmpint (count_files (), ==, 1);

  g_assert_no_errno (g_chmod (path, 0644));
  g_assert_false (ys_file_is_protected (path));
}

static void
test_tag (void)
{
  g_autofree char *path = in_folder ("a.yardstick");
  g_autofree char *tag = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *later = NULL;

  g_assert_null (ys_file_query_tag (path));
  g_assert_true (ys_file_replace_tagged (path, "1", -1, &tag, NULL));
  asked = ys_file_query_tag (path);
  g_assert_cmpstr (tag, ==, asked);

  replace (path, "2");
  later = ys_file_query_tag (path);
  g_assert_cmpstr (tag, !=, later);
}

/* Who saves at this moment is not disturbed; what nobody needs any more goes. */
static void
test_tidy (void)
{
  g_autofree char *path = make_file ("a.yardstick", "old", 0644);
  g_autofree char *left = NULL;
  int held;

  ys_file_tidy (path);
  g_assert_cmpint (count_files (), ==, 1);

  left = leave_half (path);
  held = ys_lock_file (left, 0600, FALSE);
  g_assert_cmpint (held, >=, 0);
  ys_file_tidy (path);
  assert_contents (left, "<scen");

  close (held);
  ys_file_tidy (path);
  g_assert_cmpint (count_files (), ==, 1);
  assert_contents (path, "old");
}

static gpointer
replace_often (gpointer data)
{
  g_autofree char *path = in_folder ("a.yardstick");
  g_autofree char *text = g_strnfill (100000, *(const char *) data);

  for (int i = 0; i < 50; i++)
    replace (path, text);

  return NULL;
}

/* Two at once: the file is whole, and is that of one of them. */
static void
test_two_at_once (void)
{
  g_autofree char *path = make_file ("a.yardstick", "old", 0644);
  g_autofree char *contents = NULL;
  gsize length;
  GThread *a = g_thread_new (NULL, replace_often, (gpointer) "a");
  GThread *b = g_thread_new (NULL, replace_often, (gpointer) "b");

  g_thread_join (a);
  g_thread_join (b);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, ==, 100000);
  g_assert_cmpuint (strspn (contents, "a") + strspn (contents, "b"), ==, length);
  g_assert_cmpint (count_files (), ==, 1);
}

/* A limit of the program has the effect of a disk that is full in the middle of the file. */
static void
test_no_room (void)
{
  g_autofree char *path = make_file ("a.yardstick", "old", 0644);
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;
  struct rlimit limit;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &limit));
  limit.rlim_cur = 10000;
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));

  g_assert_false (ys_file_replace (path, text, -1, &error));
  g_assert_error (error, YS_FILE_ERROR, YS_FILE_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "no room left"));
  assert_contents (path, "old");
  g_assert_cmpint (count_files (), ==, 1);
}

/* Seen by nobody else. The program has a view of its own of all disks then, so this test is the last. */
static gboolean
mount_small_disk (const char *path)
{
  return unshare (CLONE_NEWNS) == 0 &&
         mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
         mount ("tmpfs", path, "tmpfs", 0, "size=64k") == 0;
}

static void
test_disk_full (void)
{
  g_autofree char *path = NULL;
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;

  if (!mount_small_disk (folder))
    {
      g_test_skip ("only root can make a small disk");
      return;
    }

  path = make_file ("a.yardstick", "old", 0644);
  g_assert_false (ys_file_replace (path, text, -1, &error));
  g_assert_error (error, YS_FILE_ERROR, YS_FILE_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "no room left"));
  assert_contents (path, "old");
  g_assert_cmpint (count_files (), ==, 1);

  /* What needs less room still finds it. */
  replace (path, "new");
  assert_contents (path, "new");
  g_assert_no_errno (umount (folder));
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = in_folder (name);

      g_remove (path);
    }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

static void
run (gconstpointer data)
{
  void (*test) (void) = data;

  folder = g_dir_make_tmp ("yardstick-replace-XXXXXX", NULL);
  g_assert_nonnull (folder);
  test ();
  remove_folder ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/file/replace/permissions", test_permissions, run);
  g_test_add_data_func ("/file/replace/access-list", test_access_list, run);
  g_test_add_data_func ("/file/replace/new", test_new, run);
  g_test_add_data_func ("/file/replace/links", test_links, run);
  g_test_add_data_func ("/file/replace/loop", test_loop, run);
  g_test_add_data_func ("/file/replace/hard-link", test_hard_link, run);
  g_test_add_data_func ("/file/replace/long-name", test_long_name, run);
  g_test_add_data_func ("/file/replace/protected", test_protected, run);
  g_test_add_data_func ("/file/replace/tag", test_tag, run);
  g_test_add_data_func ("/file/replace/tidy", test_tidy, run);
  g_test_add_data_func ("/file/replace/two-at-once", test_two_at_once, run);
  g_test_add_data_func ("/file/replace/no-room", test_no_room, run);
  g_test_add_data_func ("/file/replace/disk-full", test_disk_full, run);

  return g_test_run ();
}
