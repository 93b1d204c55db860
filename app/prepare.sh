# SPDX-License-Identifier: GPL-3.0-or-later
# What app/run and tests/run share, to be sourced: the packages they need, how to get them, and the build.
# The one who sources sets $root, the top of the project.

# Debian's package, and what shows on any other system that it is there:
# a command, a pkg-config module with its oldest version, or a file.
build_needs='
gcc                  cc
libc6-dev            /usr/include/stdio.h
meson                meson
ninja-build          ninja
pkg-config           pkg-config
gettext              msgfmt
libglib2.0-dev       glib-2.0>=2.74
libglib2.0-dev-bin   glib-compile-resources
libgtk-4-dev         gtk4>=4.8
libgtk-4-bin         gtk4-builder-tool
libadwaita-1-dev     libadwaita-1>=1.2
libxml2-dev          libxml-2.0>=2.9.10
libxlsxwriter-dev    /usr/include/xlsxwriter.h
libminizip-dev       xlsxwriter
libarchive-dev       libarchive>=3.4
libxml2-utils        xmllint
libcairo2-dev        cairo>=1.16
libpango1.0-dev      pangocairo>=1.50
desktop-file-utils   update-desktop-database
shared-mime-info     update-mime-database
adwaita-icon-theme   /usr/share/icons/Adwaita/index.theme
librsvg2-common      rsvg-convert
fonts-cantarell      fc-match
'
test_needs='
xvfb                 Xvfb
xauth                xauth
dbus                 dbus-run-session
at-spi2-core         /usr/libexec/at-spi-bus-launcher
appstream            appstreamcli
librsvg2-bin         rsvg-convert
binutils             readelf
fontconfig           fc-match
fonts-dejavu-core    fc-match
locales              localedef
openbox              openbox
xdotool              xdotool
x11-utils            xprop
imagemagick          convert
poppler-utils        pdftotext
python3              python3
python3-gi           /usr/bin/python3
python3-openpyxl     /usr/bin/python3
libreoffice-calc-nogui soffice
'

say () { printf '%s\n' "$*" >&2; }
die () { say "$*"; exit 1; }

# is_there PROBE: whether a command, a file or a pkg-config module is there.
is_there ()
{
  case $1 in
    /*) [ -e "$1" ] ;;
    *'>='*) pkg-config --exists "${1%%>=*} >= ${1#*>=}" 2>/dev/null ;;
    *) command -v "$1" >/dev/null 2>&1 || pkg-config --exists "$1" 2>/dev/null ;;
  esac
}

# missing_packages TABLE: Debian's packages of the table that are not installed.
missing_packages ()
{
  packages=$(printf '%s' "$1" | awk 'NF { print $1 }')
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' $packages 2>/dev/null |
              awk '$1 == "installed" { print $2 }')
  for package in $packages; do
    printf '%s\n' "$installed" | grep -qxF "$package" || printf '%s ' "$package"
  done
}

# missing_probes TABLE: what cannot be found on a system that is not Debian.
missing_probes ()
{
  printf '%s' "$1" | awk 'NF { print $2 }' | sort -u | while read -r probe; do
    is_there "$probe" || printf '%s ' "$probe"
  done
}

as_root ()
{
  if [ "$(id -u)" = 0 ]; then "$@"
  elif [ -t 0 ]; then sudo "$@"
  else sudo -n "$@"
  fi
}

apt_get ()
{
  as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
    apt-get -qq -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 "$@" </dev/null 2>&1
}

# install_packages NAME...: quietly; the lists may be missing, old, or locked by another apt.
install_packages ()
{
  [ "$(id -u)" = 0 ] || command -v sudo >/dev/null 2>&1 ||
    die "Please have these packages installed: apt-get install $*"
  say "Installing $*"
  for attempt in 1 2 3; do
    log=$(apt_get update; apt_get install -y --no-install-recommends "$@") && return
    sleep 5
  done
  printf '%s\n' "$log" | tail -n 20 >&2
  die "These packages could not be installed: $*"
}

# need TABLE: installs what is missing on Debian and its like; elsewhere names it and stops.
need ()
{
  if command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1; then
    missing=$(missing_packages "$1")
    # shellcheck disable=SC2086 # a list of words
    [ -z "$missing" ] || install_packages $missing
  else
    missing=$(missing_probes "$1")
    [ -z "$missing" ] ||
      die "Please install what provides these commands, files and pkg-config modules: $missing"
  fi
}

# is_configured FOLDER: whether it is a build of this very tree; a copied or moved one is not.
is_configured ()
{
  grep -qsF "\"source\": \"$root\"" "$1/meson-info/meson-info.json"
}

# configure FOLDER OPTION...: sets up the build folder, or brings a stale one up to date.
configure ()
{
  folder=$1; shift
  if is_configured "$folder" &&
     meson setup --reconfigure "$folder" "$root" "$@" >"$folder/setup.log" 2>&1; then
    return
  fi
  rm -rf "$folder"
  mkdir -p "$folder"
  meson setup "$folder" "$root" "$@" >"$folder/setup.log" 2>&1 ||
    { tail -n 20 "$folder/setup.log" >&2; die 'The build could not be set up.'; }
}

# build FOLDER [TARGET…]: compiles, in silence as long as all goes well.
build ()
{
  folder=$1; shift
  ninja -C "$folder" "$@" >"$folder/compile.log" 2>&1 ||
    { grep -v '^\[[0-9]*/[0-9]*\]' "$folder/compile.log" | tail -n 60 >&2; die 'The build failed.'; }
}
