"""A small good pack, and what strangers make of it."""

from __future__ import annotations

import hashlib
import json
import struct
import zipfile
from io import BytesIO

from schema.exchange.packs.manifest import Manifest
from schema.exchange.packs.pack import pack_bytes
from schema.exchange.packs.signing import Signer

SIGNER = Signer(bytes(range(32)))
CONTENT = {"changes": [{"subject": "workforce.total@2022", "value": "1234"}], "note": "人数"}
EVIDENCE = b"%PDF-1.7 " + bytes(1000)
EVIDENCE_HASH = hashlib.sha256(EVIDENCE).hexdigest()


def manifest(**said):
    given = {
        "kind": "answer", "company": "快手", "report": "csr-2022", "department": "hr", "person": "人力联系人", "number": 1,
        "request": "abc", "made": "2026-11-30T08:00:00Z", "base": "0" * 64, "members": {},
    }  # fmt: skip
    return Manifest(**{**given, **said})


def good(**said) -> bytes:
    return pack_bytes(manifest(**said), CONTENT, {EVIDENCE_HASH: EVIDENCE}, SIGNER)


def members(data: bytes | None = None) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data or good())) as archive:
        return {item.filename: archive.read(item) for item in archive.infolist()}


def zipped(given, method=zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of members by name, or of pairs where a name stands twice."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in given.items() if isinstance(given, dict) else given:
            archive.writestr(name, data)
    return target.getvalue()


def without(*names) -> bytes:
    return zipped({name: data for name, data in members().items() if name not in names})


def and_also(name, data=b"x") -> bytes:
    return zipped({**members(), name: data})


def told(change, by: Signer | None = SIGNER) -> bytes:
    """The manifest says something else; signed anew, or with the old signature."""
    given = members()
    said = json.loads(given["manifest.json"])
    text = change(said)
    text = text if isinstance(text, bytes) else json.dumps(said if text is None else text).encode()
    signature = by.sign(text).encode() if by else given["signature"]
    return zipped({**given, "manifest.json": text, "signature": signature})


def says(**fields) -> bytes:
    return told(lambda said: said.update(fields))


def holding(data: bytes, by: Signer | None = SIGNER, name="content.json") -> bytes:
    """A member is another, its hash and size made right, signed anew or with the old signature."""
    given = members()
    said = json.loads(given["manifest.json"])
    said["members"][name] = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
    text = json.dumps(said).encode()
    signature = by.sign(text).encode() if by else given["signature"]
    return zipped({**given, name: data, "manifest.json": text, "signature": signature})


def with_header(offset: int, layout: str, value: int) -> bytes:
    """Every entry in the list of members says something else at an offset."""
    data = bytearray(good())
    at = struct.unpack_from("<I", data, data.rfind(b"PK\5\6") + 16)[0]
    while data[at : at + 4] == b"PK\1\2":
        struct.pack_into(layout, data, at + offset, value)
        at += 46 + sum(struct.unpack_from("<HHH", data, at + 28))
    return bytes(data)


def overlapping() -> bytes:
    """All members claim the place of the first."""
    return with_header(42, "<I", 0)


def bomb(name="content.json") -> bytes:
    """A member that begins with 30 million blanks."""
    return zipped({**members(), name: b" " * 30_000_000 + b"{}"})


def at_byte(place: float, data: bytes | None = None) -> bytes:
    """One byte is another, at a share of the file."""
    changed = bytearray(data or good())
    changed[int(len(changed) * place)] ^= 0x41
    return bytes(changed)
