#!/usr/bin/env bash
# Renews the lock: requirements.txt (what the program needs) and requirements-dev.txt (that, and every extra), the version
# and the hashes of each package for every system and Python that Annals runs on. Names no index and no host.
# Usage: tools/lock.sh [--upgrade | --upgrade-package NAME]    without: pins that still fit pyproject.toml stay
set -euo pipefail
cd "$(dirname "$0")/.."
tools/environment.sh dev
systems="x86_64-manylinux_2_34 aarch64-manylinux_2_39 x86_64-pc-windows-msvc aarch64-pc-windows-msvc
 x86_64-apple-darwin aarch64-apple-darwin"
export MACOSX_DEPLOYMENT_TARGET=14.0  # what Qt asks for

compile() {
  tools/uv.sh pip compile --quiet --universal --python-version 3.11 --generate-hashes --only-binary :all: --group build \
    --custom-compile-command "make lock" "$@" pyproject.toml
}

# No package of PyYAML's fits Python 3.11 on Windows for ARM; each other pair must find a wheel for everything.
installable() {
  local python="$1" system="$2"
  [ "$python $system" != "3.11 aarch64-pc-windows-msvc" ] || return 0
  tools/uv.sh pip install --quiet --dry-run --no-deps --require-hashes --only-binary :all: --target .venv-none \
    --python-version "$python" --python-platform "$system" --requirement requirements-dev.txt ||
    { echo "The lock cannot be installed with Python $python on $system (above: why)." >&2; exit 1; }
}

compile --all-extras --output-file requirements-dev.txt "$@"
compile --constraint requirements-dev.txt --no-annotate --output-file requirements.txt
for python in 3.11 3.12 3.13; do
  for system in $systems; do installable "$python" "$system"; done
done
