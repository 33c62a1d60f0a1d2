"""What a ZIP from a stranger says of itself, held against limits before anything in it is unpacked."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from schema.child import MEGABYTE

ZipReason = Literal["database", "not_pack", "half", "damaged", "locked", "unpacked", "members", "ratio", "twice"]

# What reading a damaged ZIP or a member of it raises.
ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError)

_END, _END_SIZE, _LONGEST_REMARK = b"PK\5\6", 22, 65_535
_HEADER = 30  # bytes of a local header before the name
_HEADERS = 4 * MEGABYTE  # what 10,000 members need for their names, with room to spare
_SMALL = MEGABYTE  # what unpacks to no more than this is no bomb, however well it was packed


class ZipRefused(Exception):
    """Why a ZIP is not taken: `reason`, and the name of the member at fault where it is one."""

    def __init__(self, reason: ZipReason, member: str = "") -> None:
        super().__init__(reason)
        self.reason: ZipReason = reason
        self.member = member


def need_zip(path: Path) -> None:
    """Refuse what is no whole ZIP, and one whose list of members is longer than any of ours. Raises ZipRefused."""
    with path.open("rb") as file:
        head = file.read(16)
        size = file.seek(0, 2)
        file.seek(max(0, size - _END_SIZE - _LONGEST_REMARK))
        tail = file.read()
    if head.startswith(b"SQLite format 3"):
        raise ZipRefused("database")
    at = tail.rfind(_END)
    if not head.startswith(b"PK"):
        raise ZipRefused("not_pack")
    if at < 0 or len(tail) - at < _END_SIZE:
        raise ZipRefused("half")
    if int.from_bytes(tail[at + 12 : at + 16], "little") > _HEADERS:
        raise ZipRefused("members")


def scan(archive: zipfile.ZipFile, ask: Mapping[str, Any]) -> dict[str, zipfile.ZipInfo]:
    """Return the members by their names; `ask` has members, unpacked (megabytes) and ratio. Raises ZipRefused."""
    items = archive.infolist()
    if len(items) > ask["members"]:
        raise ZipRefused("members")
    if sum(item.file_size for item in items) > ask["unpacked"] * MEGABYTE:
        raise ZipRefused("unpacked")
    members: dict[str, zipfile.ZipInfo] = {}
    for item in items:
        _check(item, members, ask["ratio"])
        members[item.orig_filename] = item
    end = 0
    for item in sorted(items, key=lambda item: item.header_offset):
        if item.header_offset < end:
            raise ZipRefused("damaged")
        end = item.header_offset + _HEADER + len(item.orig_filename.encode()) + item.compress_size
    return members


def _check(item: zipfile.ZipInfo, members: Mapping[str, zipfile.ZipInfo], ratio: int) -> None:
    if item.orig_filename in members:
        raise ZipRefused("twice", item.filename[:80])
    if item.flag_bits & 0x1:
        raise ZipRefused("locked")
    if item.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or _is_link(item):
        raise ZipRefused("damaged")
    if item.file_size > max(_SMALL, item.compress_size * ratio):
        raise ZipRefused("ratio")


def _is_link(item: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(item.external_attr >> 16)
