#!/usr/bin/env bash
# All checks and the tests that everybody runs; sets up what it needs.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/environment.sh dev
# Sources are compiled once, not anew by each worker and each child process.
unset PYTHONDONTWRITEBYTECODE
# Each value is written through to the disk before it counts as saved: thousands of waits for files that are thrown
# away. Where the system lends enough memory as a folder, they stand there.
folder="$(mktemp -d)"
lent=/dev/shm
if [ -w "$lent" ] && [ "$(df -Pm "$lent" | awk 'NR == 2 { print $4 }')" -gt 4000 ]; then
  rmdir "$folder"
  folder="$(mktemp -d "$lent/annals-tests.XXXXXX")"
fi
export TMPDIR="$folder"
# The types take a minute of one processor: the checks run beside the tests, and are told after them.
told="$(mktemp)"
tools/check.sh >"$told" 2>&1 &
checks=$!
trap 'kill "$checks" 2>/dev/null || true; rm -rf "$folder"' EXIT
tests=0
# A file's tests stay with one worker: what they share is made once. The order is that of tests/conftest.py.
QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest -q -m "not long" -n "${WORKERS:-auto}" --dist loadfile --no-loadscope-reorder "$@" || tests=$?
status=0
wait "$checks" || status=$?
cat "$told"
[ "$status" = 0 ] || exit "$status"
exit "$tests"
