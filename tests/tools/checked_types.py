"""Asks pyright about the modules whose types may have changed since it last found nothing wrong in them.

python -m tests.tools.checked_types [--all]

What pyright says of a module follows from its text, from the texts of all that it imports, however far, and from the
locked versions and settings. A module for which all of these are as they were is not asked about again: that takes a
minute and a half of one processor. What it found wrong is never remembered. Exit status: pyright's.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
from collections.abc import Collection, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("schema", "exporters", "desktop")
SETTINGS = ("pyproject.toml", "requirements-dev.txt")
_KEPT = ROOT / ".pytest_cache" / "annals-types.json"


def digests(texts: Mapping[str, bytes], imported: Mapping[str, Collection[str]], settings: bytes) -> dict[str, str]:
    """Return for each module a digest of its text, those of all modules that it imports, however far, and settings."""
    own = {module: hashlib.sha256(text).digest() for module, text in texts.items()}
    return {
        module: hashlib.sha256(settings + b"".join(own[one] for one in (module, *sorted(imported[module])))).hexdigest()
        for module in texts
    }


def paths() -> dict[str, Path]:
    """Return the file of each module."""
    found = (path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")))
    return {_name(path.relative_to(ROOT)): path for path in found}


def _name(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(modules: Collection[str]) -> dict[str, set[str]]:
    """Return what each module imports, however far; the packages that a module is in come with it.

    A script that is in no package (a migration) may import anything.
    """
    import grimp

    graph = grimp.build_graph(*PACKAGES, cache_dir=str(ROOT / ".import_linter_cache"))
    known = graph.modules & set(modules)
    upstream = {module: graph.find_upstream_modules(module) if module in known else known for module in modules}
    return {
        module: ((far | {one for inner in (module, *far) for one in _packages(inner)}) & set(modules)) - {module}
        for module, far in upstream.items()
    }


def _packages(module: str) -> list[str]:
    parts = module.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts))]


def current() -> dict[str, str]:
    """Return the digest of each module as it is now."""
    files = paths()
    settings = "\n".join([sys.version, *((ROOT / name).read_text("utf-8") for name in SETTINGS)]).encode()
    return digests({module: path.read_bytes() for module, path in files.items()}, imports(files), settings)


def ask(files: Collection[str]) -> tuple[int, set[str]]:
    """Let pyright look at files, all without any, and print what it says; returns its status and the files at fault."""
    pyright = [sys.executable, "-m", "pyright", "--outputjson", *files]
    done = subprocess.run(pyright, cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        print(done.stdout, done.stderr)
        return done.returncode, set()
    said = json.loads(done.stdout)
    for one in said["generalDiagnostics"]:
        start = one.get("range", {}).get("start", {"line": 0, "character": 0})
        place = f"{one['file']}:{start['line'] + 1}:{start['character'] + 1}"
        print(f"{place} - {one['severity']}: {one['message']} ({one.get('rule', '')})")
    print("{errorCount} errors, {warningCount} warnings".format(**said["summary"]))
    return done.returncode, {one["file"] for one in said["generalDiagnostics"]}


def main(arguments: list[str] | None = None) -> int:
    """Ask about what has changed, and remember what is clean."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="ask about everything")
    asks_all = parser.parse_args(arguments).all
    files, now = paths(), current()
    known = json.loads(_KEPT.read_text("utf-8")) if _KEPT.exists() and not asks_all else {}
    changed = {module: path for module, path in files.items() if known.get(module) != now[module]}
    print(f"pyright: {len(changed)} of {len(files)} modules")
    if not changed:
        return 0
    everything = len(changed) == len(files)
    status, wrong = ask([] if everything else [str(path.relative_to(ROOT)) for path in changed.values()])
    if status in (0, 1):
        after = current()  # what was changed meanwhile is asked about again
        clean = {module: digest for module, digest in now.items() if str(files[module]) not in wrong}
        _KEPT.parent.mkdir(exist_ok=True)
        _KEPT.write_text(json.dumps({m: digest for m, digest in clean.items() if after.get(m) == digest}), "utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main())
