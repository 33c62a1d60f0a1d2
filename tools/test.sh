#!/usr/bin/env bash
# All checks and the tests that everybody runs; sets up what it needs.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/environment.sh dev
tools/check.sh
# A file's tests stay with one worker: what they share is made once.
QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest -q -m "not long" -n "${WORKERS:-auto}" --dist loadfile "$@"
