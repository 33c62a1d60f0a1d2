"""What a pack says of itself: its manifest, and the names of its members. Read from strangers, so all is checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal, get_args

FORMAT = 1
SUFFIX = ".annalspack"
MANIFEST, SIGNATURE, KEY, CONTENT, ATTACHMENTS = "manifest.json", "signature", "key", "content.json", "attachments/"
# What the signature covers beside the manifest is what the manifest lists; these two stand outside it.
OUTSIDE = (MANIFEST, SIGNATURE)

PackKind = Literal["request", "answer"]
PACK_KINDS: tuple[PackKind, ...] = get_args(PackKind)

_HASH = re.compile(r"[0-9a-f]{64}")
_LONGEST = 1000


class BadManifest(Exception):
    """A manifest does not say what it must; `field` is where."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class NewerFormat(Exception):
    """The pack was made by a later program than this one."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in the pack: the SHA-256 of its bytes in hex digits, and how many they are."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a pack is: of which kind, from which company, about which share, by whom, and what is in it.

    `number` counts the packs of one request, `request` is its id, `made` UTC to the second in ISO form, `base` the
    head of the history that it was made from.
    """

    kind: PackKind
    company: str
    report: str
    department: str
    person: str
    number: int
    request: str
    made: str
    base: str
    members: Mapping[str, Member]

    def plain(self) -> dict[str, Any]:
        """Return it as it is written."""
        return {"format": FORMAT, **asdict(self)}


_TEXTS = tuple(field.name for field in fields(Manifest) if field.name not in ("kind", "number", "members"))


def attachment_name(sha256: str) -> str:
    """Return the name of an attachment's member."""
    return ATTACHMENTS + sha256


def read_manifest(plain: object) -> Manifest:
    """Read what `plain` wrote. Raises BadManifest, NewerFormat."""
    if not isinstance(plain, dict):
        raise BadManifest(MANIFEST)
    said: dict[str, Any] = plain  # pyright: ignore[reportUnknownVariableType]
    if _whole(said, "format") > FORMAT:
        raise NewerFormat
    if said.get("kind") not in PACK_KINDS:
        raise BadManifest("kind")
    texts = {name: _text(said, name) for name in _TEXTS}
    return Manifest(kind=said["kind"], number=_whole(said, "number"), members=_members(said), **texts)


def _text(said: Mapping[str, Any], name: str) -> str:
    text = said.get(name)
    if not isinstance(text, str) or len(text) > _LONGEST:
        raise BadManifest(name)
    return text


def _whole(said: Mapping[str, Any], name: str) -> int:
    number = said.get(name)
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < 10**9:
        raise BadManifest(name)
    return number


def _members(said: Mapping[str, Any]) -> dict[str, Member]:
    listed: Any = said.get("members")
    if not isinstance(listed, dict):
        raise BadManifest("members")
    members: dict[str, Member] = {}
    for name, facts in listed.items():  # pyright: ignore[reportUnknownVariableType]
        members[str(name)] = _member(str(name), facts)  # pyright: ignore[reportUnknownArgumentType]
    if not {KEY, CONTENT} <= members.keys():
        raise BadManifest("members")
    return members


def _member(name: str, facts: Any) -> Member:
    if not isinstance(facts, dict):
        raise BadManifest(f"members: {name[:80]}")
    sha256: Any = facts.get("sha256")  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    if not isinstance(sha256, str) or not _HASH.fullmatch(sha256) or name not in (KEY, CONTENT, ATTACHMENTS + sha256):
        raise BadManifest(f"members: {name[:80]}")
    return Member(sha256, _whole(facts, "size"))  # pyright: ignore[reportUnknownArgumentType]
