#!/usr/bin/env bash
# Makes what people download, into dist/, from what git keeps here and the lock file.
# Usage: tools/bundle.sh [this|windows] [--deb]    this: for the system that it is run on (Linux, macOS)
set -euo pipefail
cd "$(dirname "$0")/.."
tools/environment.sh run
# What the bundle takes along of the system: fonts for one that has none. For Windows, what makes the installer.
wanted="fonts-dejavu-core fonts-droid-fallback"
[ "${1:-this}" != windows ] || wanted="nsis osslsigncode"
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  # shellcheck disable=SC2086
  dpkg-query -W $wanted >/dev/null 2>&1 ||
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $wanted >&2 ||
    echo "Without $wanted: docs/bundles.md says what is lacking then." >&2
fi
exec .venv/bin/python -m tools.bundle "$@"
