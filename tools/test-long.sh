#!/usr/bin/env bash
# The slower tests: kills, LibreOffice, a wheel in a fresh environment; how much the tests cover; mutants.
# LibreOffice is installed where there is none. Arguments go to the slower tests and leave coverage and mutants out.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/environment.sh dev
if ! command -v soffice >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  apt-get update -q
  apt-get install -y -q --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils
fi
export QT_QPA_PLATFORM=offscreen
python=.venv/bin/python
if [ $# -gt 0 ]; then
  exec $python -m pytest -q -m long "$@"
fi
# The gate (tool.coverage.report) counts the lines and branches that a quick test reaches without a window: of the
# programs of schema and exporters, whose own tests these are, and those of the commands, which play them whole.
rm -f .coverage .coverage.*
# What the quick tests keep from run to run is made once more, so that its making counts.
rm -rf .pytest_cache/annals
workers="${WORKERS:-auto}"
# Tests of properties take ten times as many examples here as in `make test`.
$python -m pytest -q -m "not long" -n "$workers" --dist loadfile --hypothesis-profile=thorough \
  tests/schema tests/exporters tests/desktop/cli tests/desktop/work tests/programme --cov --cov-report=
$python -m pytest -q -m long -n "$workers" --dist loadfile
$python -m tests.tools.mutants
