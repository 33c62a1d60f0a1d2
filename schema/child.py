"""The entry of a process that reads one foreign file: keeps to limits, runs one reader by its name, prints its answer.

Started by schema.child_process and by nothing else, as a script or, where the program is one bundle, through it. Only
the standard library is loaded before the limits stand. The answer is one line of JSON, then bytes.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

# Each has main(path, ask) -> Answer. By name only: nothing that reads a foreign file is ever loaded with the program.
CHILDREN = {
    "picture": "schema.exchange.picture_child",
    "evidence": "schema.exchange.evidence_child",
    "text": "schema.exchange.foreign_text.text_child",
    "report": "schema.exchange.foreign_text.report_child",
    "pack": "schema.exchange.packs.pack_child",
    "book": "exporters.excel.book_child",
    "form": "exporters.excel.form_child",
    "page": "exporters.excel.page_child",
    "template": "exporters.word.template_child",
    "edited": "exporters.word.edited_child",
}
# Readers hold a part of a file several times over: one may be no more than this share of what all may be.
_ONE_PART = 0.3
MEGABYTE = 1_000_000
WRONG_USE = 2

Answer = tuple[dict[str, Any], bytes]


def run(arguments: Sequence[str]) -> int:
    """Read `NAME PATH ASK`, where ASK is JSON with at least memory (megabytes) and seconds, and print the answer."""
    if len(arguments) != 3 or arguments[0] not in CHILDREN:
        return WRONG_USE
    name, path, ask = arguments[0], Path(arguments[1]), json.loads(arguments[2])
    _limit(ask["memory"], ask["seconds"])
    facts, content = _answer(name, path, ask)
    _print(json.dumps(facts, ensure_ascii=False).encode("utf-8", "replace") + b"\n" + content)
    return 0


def memory_limit(megabytes: int) -> int:
    """Return the bytes of memory that a child may have here: a limit that we have inherited may be lower than ours."""
    if sys.platform == "win32":
        return megabytes * MEGABYTE
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    return megabytes * MEGABYTE if hard == resource.RLIM_INFINITY else min(megabytes * MEGABYTE, hard)


def processor_limit(seconds: int) -> int:
    """Return the seconds of processor time that a child may have here: at the hard limit it dies without a sign."""
    if sys.platform == "win32":
        return seconds
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    return seconds if hard == resource.RLIM_INFINITY else min(seconds, max(hard - 1, 0))


def is_too_large(archive: Any, ask: Mapping[str, Any]) -> bool:
    """Whether what a ZIP file says it holds is more than may be unpacked."""
    sizes, most = [item.file_size for item in archive.infolist()], ask["unpacked"] * MEGABYTE
    return sum(sizes) > most or max(sizes, default=0) > most * _ONE_PART


def _limit(memory: int, seconds: int) -> None:
    """Ask the system to keep to the limits; where it does not, the parent's clock and our counting must do."""
    if sys.platform == "win32":
        from schema.windows_job import limit_by_job

        with contextlib.suppress(OSError, AttributeError):
            limit_by_job(memory_limit(memory), processor_limit(seconds))
        return
    import resource

    space, time = memory_limit(memory), processor_limit(seconds)
    for kind, soft, hard in (
        (resource.RLIMIT_AS, space, space),
        (resource.RLIMIT_CPU, time, time + 1),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        # What a system does not let us limit (macOS: the memory) stays with the parent's clock, too.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (soft, hard))


def _answer(name: str, path: Path, ask: dict[str, Any]) -> Answer:
    try:
        return import_module(CHILDREN[name]).main(path, ask)
    except MemoryError:
        return {"refused": "memory"}, b""


def _print(answer: bytes) -> None:
    # A program without a console has no sys.stdout, but the pipe that it was started with.
    stream: BinaryIO = sys.stdout.buffer if sys.stdout else open(1, "wb", closefd=False)  # noqa: SIM115
    stream.write(answer)
    stream.flush()


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    sys.exit(run(sys.argv[1:]))
