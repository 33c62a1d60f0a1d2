"""Files that a command makes: what is under way, and what was made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from desktop.cli.speaker import Speaker
from desktop.work.export import Written
from schema.values.history_mark import HistoryMark


def written_entries(files: Iterable[Written]) -> list[dict[str, object]]:
    """Return the files as JSON objects; `wanted` is the name that stood for a person's file, else the file's own."""
    return [
        {
            "file": str(f.path), "wanted": str(f.wanted), "size": f.path.stat().st_size,
            "pages": [{"code": fault.code, "page": fault.page, "what": fault.what} for fault in f.faults],
        }
        for f in files
    ]  # fmt: skip


def print_written(files: Iterable[Written], speaker: Speaker) -> None:
    """Say what was made, and what was kept because a person had changed it."""
    for file in files:
        if file.path.name != file.wanted.name:
            speaker.warn(speaker.sentence("output.renamed", file=file.wanted.name, new=file.path.name))
        for trouble in file.troubles:
            speaker.warn(speaker.sentence(trouble.code, **trouble.params))
        speaker.say("cli.written", file=str(file.path), size=f"{file.path.stat().st_size / 1024:,.0f}")


def mark_entry(mark: HistoryMark) -> dict[str, object]:
    """Return how far a history goes as a JSON object."""
    return {"entries": mark.number, "head": mark.head}


def print_mark(mark: HistoryMark, speaker: Speaker) -> None:
    """Say how far the history goes: whoever notes it elsewhere can hold it against the workspace later."""
    speaker.say("cli.history_mark", count=str(mark.number), head=mark.head)


@contextmanager
def progress(speaker: Speaker) -> Iterator[Callable[[str], None]]:
    """Show the current step of long work on a terminal; elsewhere say nothing."""
    if not speaker.err.isatty():
        yield lambda step: None
        return
    from rich.console import Console

    with Console(file=speaker.err).status("…") as status:
        yield status.update
