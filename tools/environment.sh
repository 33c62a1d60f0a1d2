#!/usr/bin/env bash
# Makes the project's environment (.venv) and installs what it needs from the system; a second run takes a moment.
# Usage: tools/environment.sh [run|dev]    run: what the program needs; dev: also what tests, checks and bench need
# Every package comes from the lock (requirements*.txt, renewed by `make lock`): its version and hash, or nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
kind="${1:-run}"

qt="libegl1 libgl1 libglib2.0-0 libfontconfig1 libfreetype6 libxkbcommon0 libdbus-1-3"
xcb="libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0
 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0 libx11-xcb1"
packages="python3-venv $qt $(echo $xcb) fonts-noto-cjk"

say() { printf '%s\n' "$*" >&2; }

have() { [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2>/dev/null | cut -c1-2)" = "ii" ]; }

missing_packages() {
  local name list=""
  for name in $packages; do
    # Debian 13 and Ubuntu 24 renamed libglib2.0-0.
    have "$name" || have "${name}t64" || list="$list $name"
  done
  echo $list
}

install_packages() {
  command -v apt-get >/dev/null 2>&1 || return 0
  local list; list="$(missing_packages)"
  [ -n "$list" ] || return 0
  local how=""
  if [ "$(id -u)" != 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then how="sudo -n"; else
      say "Annals needs some system packages. Install them with this line, then run the command again:"
      say "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $list"
      exit 2
    fi
  fi
  say "Installing system packages: $list"
  $how env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2
  # shellcheck disable=SC2086
  $how env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $list >&2
}

find_python() {
  local name
  for name in "${PYTHON:-}" python3.13 python3.12 python3.11 python3; do
    [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 || continue
    "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$name"; return; }
  done
  say "Annals needs Python 3.11 or newer (found: $(python3 --version 2>&1 || echo none)). Install it, then run the command again."
  exit 2
}

stamp() { { "$python" -VV; cat pyproject.toml requirements*.txt; } | sha256sum | cut -c1-64; }

install_locked() {
  local pip=".venv-new/bin/python -m pip install --quiet --disable-pip-version-check" lock=requirements.txt
  [ "$kind" = dev ] && lock=requirements-dev.txt
  # Wheels only: building from source would fetch what no lock names. Hatchling, which builds Annals, is in the lock.
  $pip --require-hashes --only-binary :all: --requirement "$lock"
  $pip --no-index --no-deps --no-build-isolation --editable .
}

make_environment() {
  local wanted; wanted="$(stamp)"
  if [ -f .venv/annals-stamp ] && [ "$(cut -d' ' -f1 .venv/annals-stamp)" = "$wanted" ]; then
    [ "$kind" = run ] && return 0
    grep -q ' dev$' .venv/annals-stamp && return 0
  fi
  say "Making the environment (.venv) with $python; this takes a minute or two the first time."
  # Under a temporary name: python3 -m venv can fail after making the folder, and a kill must leave nothing half-made.
  rm -rf .venv-new
  "$python" -m venv .venv-new
  install_locked
  echo "$wanted $kind" > .venv-new/annals-stamp
  rm -rf .venv
  mv .venv-new .venv
  # Scripts carry the folder's name: programs in their first line, `activate` in several.
  find .venv/bin -type f -exec grep -lI '\.venv-new' {} + | xargs -r sed -i 's#\.venv-new#.venv#g'
}

install_packages
python="$(find_python)"
make_environment
