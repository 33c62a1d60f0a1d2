"""Run in a process of its own (schema.child): reads a pack, and says what is wrong with it.

What a ZIP says of itself is held against the limits before anything is unpacked. Members are looked up by the names in
the manifest and never put into a folder. Whether the signature fits is asked outside: that needs no parser.
"""

from __future__ import annotations

import hashlib
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from schema.child import MEGABYTE, Answer
from schema.exchange.packs.manifest import (
    CONTENT,
    KEY,
    MANIFEST,
    OUTSIDE,
    SIGNATURE,
    BadManifest,
    Manifest,
    Member,
    NewerFormat,
    attachment_name,
    read_manifest,
)
from schema.exchange.packs.pack_json import BadJson, TooDeep, read_json

Reason = Literal[
    "database", "not_pack", "half", "damaged", "locked", "unpacked", "members", "ratio", "twice", "stranger", "lacking",
    "unsigned", "changed", "json", "deep", "manifest", "newer",
]  # fmt: skip

_END, _END_SIZE, _LONGEST_REMARK = b"PK\5\6", 22, 65_535
_HEADER = 30  # bytes of a local header before the name
_HEADERS = 4 * MEGABYTE  # what 10,000 members need for their names, with room to spare
_SMALL = MEGABYTE  # what unpacks to no more than this is no bomb, however well it was packed
_PIECE = MEGABYTE
_SHORT = 1000  # characters of a key or a signature
# How zipfile, zlib and the system say that a file is broken.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError, LookupError,
    OverflowError,
)  # fmt: skip


class _Refused(Exception):
    def __init__(self, reason: Reason, **facts: str) -> None:
        super().__init__(reason)
        self.reason, self.facts = reason, facts


def main(path: Path, ask: Mapping[str, Any]) -> Answer:
    """Return manifest (as text), key, signature and content; or the bytes of the attachment that `ask` names."""
    try:
        _need_zip(path)
        with zipfile.ZipFile(path) as archive:
            return _Reading(archive, ask).answer()
    except _Refused as refused:
        return {"refused": refused.reason, **refused.facts}, b""
    except _BROKEN:
        broken: Reason = "damaged"
        return {"refused": broken}, b""


def _need_zip(path: Path) -> None:
    """Refuse what is no whole ZIP, and one whose list of members is longer than any pack's."""
    with path.open("rb") as file:
        head = file.read(16)
        size = file.seek(0, 2)
        file.seek(max(0, size - _END_SIZE - _LONGEST_REMARK))
        tail = file.read()
    if head.startswith(b"SQLite format 3"):
        raise _Refused("database")
    at = tail.rfind(_END)
    if not head.startswith(b"PK"):
        raise _Refused("not_pack")
    if at < 0 or len(tail) - at < _END_SIZE:
        raise _Refused("half")
    if int.from_bytes(tail[at + 12 : at + 16], "little") > _HEADERS:
        raise _Refused("members")


class _Reading:
    """One ZIP, read as far as it can be trusted."""

    def __init__(self, archive: zipfile.ZipFile, ask: Mapping[str, Any]) -> None:
        self._archive, self._ask = archive, ask
        self._members: dict[str, zipfile.ZipInfo] = {}

    def answer(self) -> Answer:
        self._scan()
        if "attachment" in self._ask:
            return {}, self._attachment(str(self._ask["attachment"]))
        text = self._bytes(MANIFEST)
        manifest = self._manifest(text)
        for name in (SIGNATURE, KEY):
            if name not in self._members:
                raise _Refused("unsigned")
        self._need_listed(manifest)
        for name, member in manifest.members.items():
            self._check(name, member)
        said = {"manifest": text, "key": self._bytes(KEY), "signature": self._bytes(SIGNATURE)}
        words = {name: self._short(name, data) for name, data in said.items()}
        return {**words, "content": self._json(CONTENT, self._bytes(CONTENT))}, b""

    def _attachment(self, sha256: str) -> bytes:
        data = self._bytes(attachment_name(sha256))
        if hashlib.sha256(data).hexdigest() != sha256:
            raise _Refused("changed", member=attachment_name(sha256))
        return data

    def _scan(self) -> None:
        """Hold what the ZIP says of itself against the limits, before anything is unpacked."""
        items = self._archive.infolist()
        if len(items) > self._ask["members"]:
            raise _Refused("members")
        if sum(item.file_size for item in items) > self._ask["unpacked"] * MEGABYTE:
            raise _Refused("unpacked")
        for item in items:
            self._take(item)
        end = 0
        for item in sorted(items, key=lambda item: item.header_offset):
            if item.header_offset < end:
                raise _Refused("damaged")
            end = item.header_offset + _HEADER + len(item.orig_filename.encode()) + item.compress_size

    def _take(self, item: zipfile.ZipInfo) -> None:
        if item.orig_filename in self._members:
            raise _Refused("twice", member=item.filename[:80])
        if item.flag_bits & 0x1:
            raise _Refused("locked")
        if item.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or _is_link(item):
            raise _Refused("damaged")
        if item.file_size > max(_SMALL, item.compress_size * self._ask["ratio"]):
            raise _Refused("ratio")
        self._members[item.orig_filename] = item

    def _bytes(self, name: str) -> bytes:
        """Return what a member unpacks to, which is never more than it says."""
        return self._archive.read(self._found(name))

    def _found(self, name: str) -> zipfile.ZipInfo:
        if name not in self._members:
            raise _Refused("lacking", member=name)
        return self._members[name]

    def _check(self, name: str, member: Member) -> None:
        """Hold a member against its hash, piece by piece: evidence may be larger than the memory that is ours."""
        digest, size = hashlib.sha256(), 0
        with self._archive.open(self._found(name)) as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
                size += len(piece)
        if (digest.hexdigest(), size) != (member.sha256, member.size):
            raise _Refused("changed", member=name)

    def _manifest(self, text: bytes) -> Manifest:
        try:
            return read_manifest(self._json(MANIFEST, text))
        except BadManifest as error:
            raise _Refused("manifest", field=error.field) from error
        except NewerFormat:
            raise _Refused("newer") from None

    def _need_listed(self, manifest: Manifest) -> None:
        for name in self._members:
            if name not in manifest.members and name not in OUTSIDE:
                raise _Refused("stranger", member=name[:80])

    def _json(self, name: str, data: bytes) -> Any:
        try:
            return read_json(data, self._ask["depth"])
        except TooDeep:
            raise _Refused("deep", member=name) from None
        except BadJson as error:
            raise _Refused("json", member=name) from error

    def _short(self, name: str, data: bytes) -> str:
        if name != "manifest" and len(data) > _SHORT:
            raise _Refused("unsigned")
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            raise _Refused("unsigned") from None


def _is_link(item: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(item.external_attr >> 16)
