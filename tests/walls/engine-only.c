/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole engine, linked with GLib and libm alone. If any function of it needed GObject or GIO, this would
 * not link; test-walls.py reads which libraries it asks for. */
int
main (void)
{
  return 0;
}
