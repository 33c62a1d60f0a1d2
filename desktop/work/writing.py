"""What a person wants to be written at a reference, what stands there, and what writes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from schema.catalogue.outline import Definitions, Outline
from schema.errors import AnnalsError
from schema.mistakes import near
from schema.moment import Moment
from schema.validation.issue import FieldAt, IndexAt
from schema.values.changes import Change
from schema.values.kept_things import Subject
from schema.values.subject import TextAt


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The other document that answers a disclosure: its name, the page there, the address of the file."""

    document: str = ""
    page: str = ""
    link: str = ""


NOWHERE_ELSE = Elsewhere()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What shall stand at a reference: words, or nothing where there are none (None).

    `language` is that of the words ("" = the report's own), `place` the list/<report>/<block> of a record, `omission`
    the framework's reason where the words explain why a disclosure is left out, `elsewhere` the
    document that answers it.
    """

    reference: str
    words: str | None
    language: str = ""
    place: str = ""
    omission: str = ""
    elsewhere: Elsewhere = NOWHERE_ELSE


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands at a reference: words as typed, and the number that was read of them; empty where nothing does."""

    text: str = ""
    value: Decimal | None = None
    qualifier: str = ""


NOTHING = Standing()


@dataclass(frozen=True, slots=True)
class Writing:
    """What writes the words: changes, or other definitions; `at` is what is written, in a report."""

    at: TextAt | FieldAt | IndexAt
    report: str
    subject: Subject
    before: Standing
    after: Standing
    changes: tuple[Change, ...] = ()
    definitions: Definitions | None = None


def unknown(name: str, known: Iterable[str]) -> AnnalsError:
    """Return the trouble that there is nothing of this name, with the nearest one, else the first that there are."""
    names = list(known)
    return AnnalsError("write.unknown", name=name, near=near(name, names) or ", ".join(names[:6]))


def outline_of(moment: Moment, report: str) -> Outline:
    """Return a report's outline. AnnalsError cli.unknown_report."""
    if report not in moment.definitions.outlines:
        raise AnnalsError("cli.unknown_report", name=report, near=", ".join(moment.definitions.outlines))
    return moment.outline(report)
