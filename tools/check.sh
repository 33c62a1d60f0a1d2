#!/usr/bin/env bash
# Format, lint, types, import contracts: what must be clean before anything lands.
set -euo pipefail
cd "$(dirname "$0")/.."
.venv/bin/ruff format --check .
.venv/bin/ruff check .
.venv/bin/python -m tests.tools.checked_types
.venv/bin/lint-imports
