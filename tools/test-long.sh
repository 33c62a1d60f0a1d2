#!/usr/bin/env bash
# The slower tests: kills, LibreOffice, a wheel in a fresh environment. LibreOffice is installed where there is none.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/environment.sh dev
if ! command -v soffice >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  apt-get update -q
  apt-get install -y -q --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils
fi
QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest -q -m long "$@"
