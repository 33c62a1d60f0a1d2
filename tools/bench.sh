#!/usr/bin/env bash
# Each figure beside its peer's, measured in the same run: medians of five fresh processes. Nothing is asserted.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/environment.sh dev
for script in tests/bench/*_bench.py; do
  QT_QPA_PLATFORM=offscreen .venv/bin/python "$script" "$@"
done
