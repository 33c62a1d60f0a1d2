"""What a program or library asks the system to load beside it: the names in an ELF (Linux) or PE (Windows) file."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

_LOAD, _DYNAMIC = 1, 2  # kinds of a part of an ELF file
_NEEDED, _STRINGS = 1, 5  # tags of its dynamic part
_WIDE = 0x20B  # a PE file of 64 bits


def libraries(path: Path) -> tuple[str, ...]:
    """Return the names of the libraries that a binary asks for, as it writes them; none of any other file."""
    with path.open("rb") as file:
        head = file.read(4)
    if head == b"\x7fELF":
        return _elf_libraries(path.read_bytes())
    return _pe_libraries(path.read_bytes()) if head[:2] == b"MZ" else ()


def _elf_libraries(data: bytes) -> tuple[str, ...]:
    if data[4] != 2 or data[5] != 1:
        return ()  # what is not 64 bits, lowest byte first, is for no system of ours
    start, size, count = *struct.unpack_from("<Q", data, 32), *struct.unpack_from("<HH", data, 54)
    parts = [struct.unpack_from("<IIQQQQQ", data, start + index * size) for index in range(count)]
    places = [(address, offset, length) for kind, _, offset, address, _, length, _ in parts if kind == _LOAD]
    dynamic = next(((offset, length) for kind, _, offset, _, _, length, _ in parts if kind == _DYNAMIC), None)
    if dynamic is None:
        return ()
    entries = list(_entries(data, *dynamic))
    strings = _offset(next(value for tag, value in entries if tag == _STRINGS), places)
    return tuple(_text(data, strings + value) for tag, value in entries if tag == _NEEDED)


def _entries(data: bytes, offset: int, length: int) -> Iterator[tuple[int, int]]:
    for place in range(offset, offset + length, 16):
        tag, value = struct.unpack_from("<QQ", data, place)
        if tag == 0:
            return
        yield tag, value


def _offset(address: int, places: list[tuple[int, int, int]]) -> int:
    """Return where in the file something is that is loaded at an address."""
    return next(address - start + offset for start, offset, length in places if start <= address < start + length)


def _pe_libraries(data: bytes) -> tuple[str, ...]:
    head = struct.unpack_from("<I", data, 60)[0] + 4
    sections, optional = *struct.unpack_from("<H", data, head + 2), *struct.unpack_from("<H", data, head + 16)
    start = head + 20
    wide = struct.unpack_from("<H", data, start)[0] == _WIDE
    table = start + (112 if wide else 96) + 8  # the second of the directories: imports
    address = struct.unpack_from("<I", data, table)[0]
    places = []
    for index in range(sections):
        length, at, stored, offset = struct.unpack_from("<IIII", data, start + optional + index * 40 + 8)
        places.append((at, offset, max(length, stored)))
    return tuple(_imports(data, _offset(address, places), places)) if address else ()


def _imports(data: bytes, place: int, places: list[tuple[int, int, int]]) -> Iterator[str]:
    while name := struct.unpack_from("<I", data, place + 12)[0]:
        yield _text(data, _offset(name, places))
        place += 20


def _text(data: bytes, place: int) -> str:
    return data[place : data.index(b"\0", place)].decode("utf-8")


def reach(
    roots: list[Path], own: Mapping[str, Path], system: Callable[[str], Path | None]
) -> tuple[set[Path], list[tuple[str, Path | None]]]:
    """Return which of our own files the roots need, themselves included, and what they need of the system.

    `own` has the place of each library that we carry, by its name in lower case; `system` tells where the system has
    one. Those of the system come in an order in which each stands behind what it needs.
    """
    kept: set[Path] = set()
    outside: dict[str, Path | None] = {}
    begun: set[str] = set()

    def visit(path: Path) -> None:
        for name in libraries(path):
            if mine := own.get(name.lower()):
                if mine not in kept:
                    kept.add(mine)
                    visit(mine)
            elif name not in begun:
                begun.add(name)
                place = system(name)
                if place is not None:
                    visit(place)
                outside[name] = place

    for root in roots:
        kept.add(root)
        visit(root)
    return kept, list(outside.items())
