"""Run as a process of its own: prepares a company's Word file as a template within limits.

Prints the names of the styles that it lacks as JSON on one line, then the prepared file's bytes. A refusal is printed
as {"refused": reason}, the reasons being those of exporters.word.template_reader.
"""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path
from typing import Any

Found = tuple[dict[str, Any], bytes]


def main(path: str, own: str, megabytes: int, memory: int, seconds: int) -> Found:
    """Return the facts and the prepared file, or why there is none."""
    _limit(memory, seconds)
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(item.file_size for item in archive.infolist()) > megabytes * 1_000_000:
                return {"refused": "too_large"}, b""
        return _prepared(Path(path), Path(own))
    except MemoryError:
        return {"refused": "too_large"}, b""
    # What zipfile, python-docx and lxml raise on a file that is no Word file is spread over these.
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError, AttributeError, TypeError, OSError, IndexError):
        return {"refused": "not_word"}, b""


def _prepared(path: Path, own: Path) -> Found:
    from exporters.word.company_template import prepare
    from exporters.word.template_page import PageTooNarrowError

    try:
        prepared = prepare(path, own)
    except PageTooNarrowError:
        return {"refused": "narrow"}, b""
    return {"missing": prepared.missing}, prepared.content


def _limit(memory: int, seconds: int) -> None:
    """Ask the system to keep to the limits; Windows knows none, there the parent's clock must do."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory * 1_000_000, memory * 1_000_000))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    facts, content = main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
    sys.stdout.buffer.write(json.dumps(facts, ensure_ascii=False).encode("utf-8") + b"\n" + content)
