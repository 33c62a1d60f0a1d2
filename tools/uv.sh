#!/usr/bin/env bash
# uv of the project's environment, with the registry that pip is set to: uv does not read pip's configuration.
set -euo pipefail
here="$(cd "$(dirname "$0")/.." && pwd)"
index="${PIP_INDEX_URL:-$("$here/.venv/bin/python" -m pip config get global.index-url 2>/dev/null || true)}"
[ -z "$index" ] || export UV_DEFAULT_INDEX="${UV_DEFAULT_INDEX:-$index}"
exec "$here/.venv/bin/uv" "$@"
