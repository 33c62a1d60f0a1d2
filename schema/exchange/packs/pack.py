"""A pack as it is read and written: reading in a process of its own with limits, writing always in the same bytes."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from schema.child_process import ChildAnswer, ChildLimits, run_child
from schema.errors import AnnalsError, ChildError, PackError
from schema.exchange.packs.manifest import (
    CONTENT,
    KEY,
    MANIFEST,
    SIGNATURE,
    Manifest,
    Member,
    attachment_name,
    read_manifest,
)
from schema.exchange.packs.signing import Signer, is_signed
from schema.values.parse import clean_text

_DEPTH = 64
_AT_ONCE = 2  # processes
_SMALL, _TOGETHER = 4_000_000, 25  # bytes and packs that share a process
_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class PackLimits(ChildLimits):
    """What a pack may cost, in `members`, in how many times as large it unpacks, and in how deep its JSON goes, too."""

    packed: int = 200
    unpacked: int = 200
    memory: int = 256
    seconds: int = 10
    members: int = 10_000
    ratio: int = 100
    depth: int = _DEPTH


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that is whole and signed with `key` (base64); what its content means is asked elsewhere."""

    manifest: Manifest
    key: str
    content: Mapping[str, Any]
    path: Path

    def attachment(self, sha256: str) -> bytes:
        """Read an attachment. PackError where it is gone or changed since."""
        limits = PackLimits()
        answer = _answer(self.path, limits, {"attachment": sha256})
        return answer.content


def read_pack(path: Path, limits: PackLimits | None = None) -> Pack:
    """Read a pack. Raises PackError with the one reason why it is not taken, ChildError where the process failed."""
    limits = limits or PackLimits()
    return _whole(path, _answer(path, limits, {}).facts)


def read_packs(paths: Sequence[Path], limits: PackLimits | None = None) -> list[Pack | AnnalsError]:
    """Read several packs, in their order; one that is not taken gives the error that `read_pack` would raise.

    Small ones share a process; where that fails, each is read by itself.
    """
    limits = limits or PackLimits()
    groups = _groups(paths)
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as executor:
        read = executor.map(partial(_read_group, limits=limits), groups)
        return [one for group in read for one in group]


def _groups(paths: Sequence[Path]) -> list[list[Path]]:
    groups: list[list[Path]] = []
    room = 0
    for path in paths:
        size = path.stat().st_size if path.is_file() else _SMALL
        if size < room and len(groups[-1]) < _TOGETHER:
            groups[-1].append(path)
            room -= size
        else:
            groups.append([path])
            room = _SMALL - size
    return groups


def _read_group(paths: Sequence[Path], limits: PackLimits) -> list[Pack | AnnalsError]:
    if len(paths) > 1 and not any(path.is_dir() for path in paths):
        others = json.dumps([str(path.resolve()) for path in paths[1:]])
        try:
            facts = run_child("pack", paths[0], limits, {"others": others}).facts.get("packs")
        except (OSError, ChildError):
            facts = None
        if isinstance(facts, list):
            return [_one(path, said, limits) for path, said in zip(paths, facts, strict=True)]  # pyright: ignore
    return [_alone(path, limits) for path in paths]


def _one(path: Path, facts: Mapping[str, Any], limits: PackLimits) -> Pack | AnnalsError:
    try:
        return _whole(path, _taken(path, ChildAnswer(facts), limits).facts)
    except PackError as error:
        return error


def _alone(path: Path, limits: PackLimits) -> Pack | AnnalsError:
    try:
        return read_pack(path, limits)
    except (PackError, ChildError) as error:
        return error


def _whole(path: Path, facts: Mapping[str, Any]) -> Pack:
    text, key = str(facts["manifest"]), str(facts["key"])
    if not is_signed(text.encode("utf-8"), str(facts["signature"]), key):
        raise PackError("pack.forged", file=clean_text(path.name))
    content: Any = facts["content"]
    if not isinstance(content, dict):
        raise PackError("pack.manifest", file=clean_text(path.name), field=CONTENT)
    return Pack(read_manifest(json.loads(text)), key, content, path)  # pyright: ignore[reportUnknownArgumentType]


def _answer(path: Path, limits: PackLimits, more: Mapping[str, str]) -> ChildAnswer:
    name = clean_text(path.name)
    if path.is_dir():
        raise PackError("pack.folder", file=name or str(path))
    try:
        answer = run_child("pack", path, limits, more)
    except OSError as error:
        raise PackError("pack.missing", file=name, reason=str(error.strerror or error)) from error
    return _taken(path, answer, limits)


def _taken(path: Path, answer: ChildAnswer, limits: PackLimits) -> ChildAnswer:
    """Return what was read. PackError where it is refused."""
    if answer.refused:
        name = clean_text(path.name)
        raise PackError(f"pack.{_reason(answer.refused)}", file=name, **_facts(answer, limits))
    return answer


def _reason(refused: str) -> str:
    return "unpacked" if refused in ("memory", "too_large") else refused


def _facts(answer: ChildAnswer, limits: PackLimits) -> dict[str, str]:
    """Return what the sentence of a refusal may name; what a stranger wrote is cleaned."""
    said = {name: clean_text(str(answer.facts.get(name, ""))) for name in ("member", "field")}
    allowed = {"members": f"{limits.members:,}", "megabytes": str(limits.unpacked), "seconds": str(limits.seconds)}
    return {**said, **allowed, "ratio": str(limits.ratio), "depth": str(limits.depth)}


def pack_bytes(manifest: Manifest, content: Mapping[str, Any], attachments: Mapping[str, bytes], by: Signer) -> bytes:
    """Return the file: the manifest's members are made here, `attachments` are by their SHA-256."""
    members = {KEY: by.public.encode(), CONTENT: _json(content)}
    members |= {attachment_name(sha256): data for sha256, data in sorted(attachments.items())}
    listed = {name: Member(hashlib.sha256(data).hexdigest(), len(data)) for name, data in members.items()}
    text = _json(replace(manifest, members=listed).plain())
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in {MANIFEST: text, SIGNATURE: by.sign(text).encode(), **members}.items():
            archive.writestr(_member(name), data, compresslevel=6)
    return target.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    """Return how a member is kept: evidence as it is, since a sheet of zeros packs like a bomb; the rest packed."""
    member = zipfile.ZipInfo(name, _DATE)
    member.compress_type = zipfile.ZIP_DEFLATED if name in (MANIFEST, CONTENT) else zipfile.ZIP_STORED
    member.external_attr = 0o600 << 16
    return member


def _json(plain: Mapping[str, Any]) -> bytes:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
