"""Evidence: the files that prove what stands at a value, a text or a record. Their bytes are attachments, kept once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from schema.grammar.reference import Key, RecordKey, parse_record
from schema.values.datapoint import Snapshot
from schema.values.file_types import suffix_of
from schema.values.parse import clean_text
from schema.values.subject import (
    TextAt,
    parts_of,
    quoted,
    read_record,
    read_text,
    read_value,
    write_record,
    write_text,
    write_value,
)

EVIDENCE_NAME = "evidence"  # where it stands in Snapshot.more
_HASH = re.compile(r"[0-9a-f]{64}")
_AWAITED = "name:"
_MOST_CHARACTERS = 120  # of a name
MOST_PAGES = 100_000

Provable = Key | RecordKey | TextAt


@dataclass(frozen=True, slots=True, order=True)
class EvidenceAt:
    """A file at the `subject` (canonical text) that it proves: `file` is the SHA-256 of its bytes.

    Of a file that was only named and is still to come it is what `awaited_at` makes of the name.
    """

    subject: str
    file: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file that proves what stands at a subject, as `name` calls it there; `page` is the one that does, 0 for none.

    Who attached it and when stands in the history.
    """

    subject: str
    file: str
    name: str
    page: int = 0

    @property
    def awaited(self) -> bool:
        """Whether the file was only named and has not come yet."""
        return self.file.startswith(_AWAITED)

    @property
    def hash(self) -> str:
        """The SHA-256 of the bytes; empty of a file that has not come."""
        return "" if self.awaited else self.file


def is_hash(text: str) -> bool:
    """Whether a text is the SHA-256 of a file in hex digits."""
    return _HASH.fullmatch(text) is not None


def awaited_at(subject: str, name: str) -> EvidenceAt:
    """Return where a file stands that was named and has not come; capital letters make no other name."""
    return EvidenceAt(subject, _AWAITED + name.casefold())


def awaited(subject: str, name: str) -> Evidence:
    """Return the evidence that is still to come under a name."""
    return Evidence(subject, awaited_at(subject, name).file, name)


def write_evidence(at: EvidenceAt) -> str:
    """Return `evidence/<subject>/<hash>`, or `evidence/<subject>/name:<name>` of a file that has not come."""
    return f"evidence/{quoted(at.subject)}/{quoted(at.file)}".replace("@", "%40")


def read_evidence_at(text: str) -> EvidenceAt | None:
    """Read what `write_evidence` wrote."""
    parts = parts_of(text, 2) if text.startswith("evidence/") else None
    return EvidenceAt(*parts) if parts else None


def evidence_name(text: str) -> str:
    """Return a file's name as it is kept: clean, in one line, without folders; shortened before its ending."""
    last = clean_text(text).replace("\\", "/").rpartition("/")[2]
    name = " ".join(last.split()) or "-"
    if len(name) <= _MOST_CHARACTERS:
        return name
    ending = f".{suffix_of(name)}" if len(suffix_of(name)) < 10 else ""
    return f"{name[: _MOST_CHARACTERS - len(ending) - 1]}…{ending}"


def evidence_names(text: str) -> Iterator[str]:
    """Yield the names of files that somebody has typed into one cell, each once."""
    names: dict[str, str] = {}
    for part in clean_text(text).replace("；", ";").replace("\n", ";").split(";"):
        name = part.strip().strip("[]").strip()
        if name:
            names.setdefault(evidence_name(name).casefold(), evidence_name(name))
    yield from names.values()


def is_evidence(one: Evidence) -> bool:
    """Whether evidence is such as the program keeps: a clean name, a page that there may be, at a whole address."""
    is_named = not one.awaited or one.file == awaited_at(one.subject, one.name).file
    fits = one.name == evidence_name(one.name) and 0 <= one.page <= MOST_PAGES
    return fits and is_named and is_evidence_at(EvidenceAt(one.subject, one.file))


def is_evidence_at(at: EvidenceAt) -> bool:
    """Whether it stands at something that can be proved, and is a file or a name."""
    proves = proved(at.subject)
    if proves is None or proved_text(proves) != at.subject:
        return False
    name = at.file.removeprefix(_AWAITED)
    return is_hash(at.file) or (name != at.file and bool(name) and name == name.casefold())


def proved(text: str) -> Provable | None:
    """Read the canonical subject of what evidence stands at; None of anything else. A record stands for its columns."""
    if (field := parse_record(text)) is not None:
        return field[0]
    if text.startswith("text/"):
        return read_text(text)
    return read_record(text) if text.startswith("record/") else read_value(text)


def proved_text(at: Provable) -> str:
    """Return the canonical text under which the evidence of something is kept: of a record's number the record's."""
    match at:
        case Key():
            field = parse_record(at.metric)
            return write_value(at) if field is None else write_record(field[0])
        case RecordKey():
            return write_record(at)
        case TextAt():
            return write_text(at)


def all_evidence(snapshot: Snapshot) -> Mapping[EvidenceAt, Evidence]:
    """Return every piece of evidence by where it stands."""
    return snapshot.more.get(EVIDENCE_NAME, {})


def evidence_of(snapshot: Snapshot, subject: str) -> tuple[Evidence, ...]:
    """Return the evidence of one subject (canonical text), by name; files that are still to come stand last."""
    return _sorted(one for one in all_evidence(snapshot).values() if one.subject == subject)


def evidence_by_subject(snapshot: Snapshot) -> dict[str, tuple[Evidence, ...]]:
    """Return the evidence of every subject that has any, as `evidence_of` does, sorted by the subjects' texts."""
    groups: dict[str, list[Evidence]] = {}
    for one in all_evidence(snapshot).values():
        groups.setdefault(one.subject, []).append(one)
    return {subject: _sorted(groups[subject]) for subject in sorted(groups)}


def _sorted(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(evidence, key=lambda one: (one.awaited, one.name, one.file)))
