#!/usr/bin/env bash
# All checks and the tests that everybody runs; sets up what it needs.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/environment.sh dev
# Sources are compiled once, not anew by each worker and each child process.
unset PYTHONDONTWRITEBYTECODE
# The types take a minute of one processor: the checks run beside the tests, and are told after them.
told="$(mktemp)"
tools/check.sh >"$told" 2>&1 &
checks=$!
trap 'kill "$checks" 2>/dev/null || true; rm -f "$told"' EXIT
tests=0
# A file's tests stay with one worker: what they share is made once.
QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest -q -m "not long" -n "${WORKERS:-auto}" --dist loadfile "$@" || tests=$?
status=0
wait "$checks" || status=$?
cat "$told"
[ "$status" = 0 ] || exit "$status"
exit "$tests"
