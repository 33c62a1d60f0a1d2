"""Power cuts on paper: what a program wrote is recorded by strace and replayed with only a part of it on the disk.

After a cut a file holds everything written before its last sync, and of what came later any part, single writes
torn at 512 bytes. A file made or removed is so only after its folder was synced; until then any first part of
these steps may have happened.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
_CALL = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)(?:<(.*)>)?")
_CALLS = "openat,write,pwrite64,ftruncate,fsync,fdatasync,unlink"

Event = tuple[str, str, int, bytes]  # what, file name, offset or size or number, data


@dataclass
class File:
    """A file on the disk: what is certain, and what was written since the last sync."""

    certain: bytearray = field(default_factory=bytearray)
    since: list[Event] = field(default_factory=list[Event])

    def sync(self) -> None:
        """Make everything written so far certain."""
        for event in self.since:
            _apply(self.certain, event)
        self.since.clear()

    def after_cut(self, chance: random.Random) -> bytes:
        """Return what may be found after a power cut."""
        data = bytearray(self.certain)
        for event in self.since:
            fate = chance.random()
            if fate < 0.45:
                _apply(data, event)
            elif fate < 0.6 and event[0] == "write" and len(event[3]) > SECTOR:
                kept = chance.randrange(1, len(event[3]) // SECTOR + 1) * SECTOR
                _apply(data, ("write", event[1], event[2], event[3][:kept]))
        return bytes(data)


@dataclass
class Disk:
    """A folder with its files, under the names that are certain and those given or taken since."""

    live: dict[str, File] = field(default_factory=dict[str, File])
    certain: dict[str, File] = field(default_factory=dict[str, File])
    since: list[tuple[str, File | None]] = field(default_factory=list[tuple[str, "File | None"]])

    def play(self, event: Event) -> None:
        """Do what the program did."""
        what, name, _, _ = event
        if what == "create" and name not in self.live:
            self.live[name] = File()
            self.since.append((name, self.live[name]))
        elif what == "unlink":
            self.live.pop(name, None)
            self.since.append((name, None))
        elif what in ("write", "truncate"):
            self.live[name].since.append(event)
        elif what == "sync":
            self.live[name].sync()
        elif what == "sync folder":
            self.certain = dict(self.live)
            self.since.clear()

    def after_cut(self, folder: Path, chance: random.Random) -> None:
        """Write into an empty folder what may be found after a power cut."""
        names = dict(self.certain)
        for name, file in self.since[: chance.randint(0, len(self.since))]:
            names.pop(name, None) if file is None else names.update({name: file})
        for old in folder.iterdir():
            old.unlink()
        for name, file in names.items():
            (folder / name).write_bytes(file.after_cut(chance))


def _apply(data: bytearray, event: Event) -> None:
    what, _, place, written = event
    if what == "truncate":
        del data[place:]
        data.extend(bytes(place - len(data)))
    else:
        data.extend(bytes(max(0, place + len(written) - len(data))))
        data[place : place + len(written)] = written


def record(code: str, folder: Path, log: Path) -> list[Event]:
    """Run Python code under strace and return what it did to the files of a folder and wrote to its output."""
    command = ["strace", "-f", "-y", "-xx", "-s", "200000", "-o", str(log), "-e", f"trace={_CALLS}"]
    root = Path(__file__).parents[4]
    subprocess.run([*command, sys.executable, "-c", code], check=True, cwd=root, stdout=subprocess.DEVNULL)
    return list(_events(log.read_text(), str(folder.resolve())))


def _events(log: str, folder: str) -> Iterator[Event]:
    for line in log.splitlines():
        match = _CALL.search(line)
        if match is None or match[3].startswith("-"):
            continue
        event = _event(match[1], match[2], match[4] or "", folder)
        if event is not None:
            yield event


def _event(call: str, arguments: str, returned: str, folder: str) -> Event | None:
    parts = arguments.split(", ")
    if call == "openat":
        name = _inside(_text(returned), folder)
        return ("create", name, 0, b"") if name and "O_CREAT" in arguments else None
    if call == "unlink":
        name = _inside(_text(parts[0].strip('"')), folder)
        return ("unlink", name, 0, b"") if name else None
    number, _, annotated = parts[0].partition("<")
    path = _text(annotated.rstrip(">"))
    if call == "write" and number == "1":
        return "acknowledged", "", int(_bytes(parts[1])), b""
    if path == folder and call in ("fsync", "fdatasync"):
        return "sync folder", "", 0, b""
    name = _inside(path, folder)
    if not name:
        return None
    if call in ("fsync", "fdatasync"):
        return "sync", name, 0, b""
    if call == "ftruncate":
        return "truncate", name, int(parts[1]), b""
    return ("write", name, int(parts[3]), _bytes(parts[1])) if call == "pwrite64" else None


def _inside(path: str, folder: str) -> str:
    return path.removeprefix(folder + "/") if path.startswith(folder + "/") else ""


def _text(escaped: str) -> str:
    return _bytes(escaped).decode() if "\\x" in escaped else escaped


def _bytes(escaped: str) -> bytes:
    if escaped.endswith("..."):
        raise ValueError("strace has cut a write short")
    return bytes.fromhex(escaped.strip('"').replace("\\x", ""))
