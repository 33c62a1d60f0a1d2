"""Run in a process of its own (schema.child): reads a pack, and says what is wrong with it.

What a ZIP says of itself is held against the limits before anything is unpacked. Members are looked up by the names in
the manifest and never put into a folder. Whether the signature fits is asked outside: that needs no parser.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
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
from schema.exchange.packs.zip_limits import ZIP_FAULTS, ZipReason, ZipRefused, need_zip, scan

PackReason = Literal["stranger", "lacking", "unsigned", "changed", "json", "deep", "manifest", "newer"]
Reason = Literal[ZipReason, PackReason]

_PIECE = MEGABYTE
_SHORT = 1000  # characters of a key or a signature
_BROKEN = (*ZIP_FAULTS, OSError, ValueError, LookupError, OverflowError)


class _Refused(Exception):
    def __init__(self, reason: Reason, **facts: str) -> None:
        super().__init__(reason)
        self.reason, self.facts = reason, facts


def main(path: Path, ask: Mapping[str, Any]) -> Answer:
    """Return manifest (as text), key, signature and content; or the bytes of the attachment that `ask` names.

    With `others` (paths, as JSON) the same of several small packs, in their order: starting a process costs more than
    reading one.
    """
    if "others" in ask:
        paths = (path, *map(Path, json.loads(ask["others"])))
        return {"packs": [_facts(one, ask)[0] for one in paths]}, b""
    return _facts(path, ask)


def _facts(path: Path, ask: Mapping[str, Any]) -> Answer:
    try:
        need_zip(path)
        with zipfile.ZipFile(path) as archive:
            return _Reading(archive, ask).answer()
    except _Refused as refused:
        return {"refused": refused.reason, **refused.facts}, b""
    except ZipRefused as refused:
        return {"refused": refused.reason, **({"member": refused.member} if refused.member else {})}, b""
    except _BROKEN:
        broken: Reason = "damaged"
        return {"refused": broken}, b""


class _Reading:
    """One ZIP, read as far as it can be trusted."""

    def __init__(self, archive: zipfile.ZipFile, ask: Mapping[str, Any]) -> None:
        self._archive, self._ask = archive, ask
        self._members: dict[str, zipfile.ZipInfo] = {}

    def answer(self) -> Answer:
        self._members = scan(self._archive, self._ask)
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
