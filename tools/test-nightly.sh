#!/usr/bin/env bash
# The programme of reliability (docs/reliability.md) with its own figures, which stand at the end of what this prints.
# Takes hours. Arguments go to pytest: `tools/test-nightly.sh -k kill`.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/environment.sh dev
export QT_QPA_PLATFORM=offscreen
# What one test finds must not keep the others from being run: all of them are, and the run fails at its end.
exec .venv/bin/python -m pytest -q --nightly --timeout=14400 -rs \
  tests/programme tests/exporters/excel/forms/test_broken_forms.py tests/test_licences.py tests/desktop/test_killed_window.py \
  tests/schema/test_clock.py \
  tests/schema/storage/sqlite tests/desktop/cli/test_killed_commands.py tests/exporters/test_killed_export.py "$@"
