#!/usr/bin/env bash
# The tests with the oldest version of everything that pyproject.toml allows, in an environment beside .venv.
# Usage: tools/lowest.sh [what pytest takes]
set -euo pipefail
cd "$(dirname "$0")/.."
tools/environment.sh dev
tools/uv.sh venv --quiet --clear --python .venv/bin/python .venv-lowest
tools/uv.sh pip install --quiet --python .venv-lowest/bin/python --resolution lowest-direct --only-binary :all: \
  --group build --editable '.[dev,hant,bench]'
tools/uv.sh pip list --python .venv-lowest/bin/python
QT_QPA_PLATFORM=offscreen .venv-lowest/bin/python -m pytest -q -m "not long" -n "${WORKERS:-auto}" "$@"
