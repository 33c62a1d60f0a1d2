"""A contradiction: statements about one fact that cannot both hold, and what has become of them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, TypeAlias

from schema.grammar.decimals import plain
from schema.grammar.reference import Key
from schema.grammar.words import LANGUAGES, NO_WORDS, Words
from schema.validation.facts import CONTENT, ID, Fact
from schema.validation.issue import Issue, Severity, Subject, write_subject
from schema.values.subject import PublishedAt, write_published

# Explained by a person, or settled by the reason of a restatement; a change of any statement opens it again.
State = Literal["open", "explained", "restated"]
Where: TypeAlias = Subject | PublishedAt

PREFIX = "contradiction."
_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement of a contradiction: what is said, and where it is kept.

    `value` is in the stored unit, None where words are meant (a date, a direction). `text` is as it stands there, in
    each language where the definitions say it (a label, a unit); empty for a value, which is shown as the reader's
    language shows it. `report` is the report that says so (empty for
    a value that is none's), `place` the page or the paragraph in it.
    """

    at: Where
    text: str | Words = ""
    value: Decimal | None = None
    qualifier: str = ""
    report: str = ""
    place: str = ""

    @property
    def address(self) -> str:
        """The canonical text of where it is kept."""
        return write_published(self.at) if isinstance(self.at, PublishedAt) else write_subject(self.at)

    @property
    def content(self) -> str:
        """What is said, as an explanation is bound to it."""
        value = "" if self.value is None else plain(self.value)
        return "\t".join((self.address, self.told(LANGUAGES[0]), value, self.qualifier))

    def told(self, language: str) -> str:
        """Return its words as a reader of a language is told them."""
        return self.text if isinstance(self.text, str) else self.text.best(language)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The `issue` that it is while it is open, with the statements side by side; `reason`, `who` and `at` say why not.

    `at` is UTC in ISO form, empty where it is restated.
    """

    issue: Issue
    statements: tuple[Stated, ...]
    state: State = "open"
    reason: Words = NO_WORDS
    who: str = ""
    at: str = ""

    @property
    def id(self) -> str:
        """The same in every run, as long as the same places contradict each other in the same way."""
        return str(self.issue.facts[ID])

    @property
    def kind(self) -> str:
        """What contradicts what: the issue's code without what all of them begin with."""
        return self.issue.code.removeprefix(PREFIX)

    @property
    def severity(self) -> Severity:
        """How grave it is while it is open."""
        return self.issue.severity

    @property
    def subject(self) -> Subject:
        """What it stands at, the value or the text that somebody has to look at first."""
        assert self.issue.at is not None
        return self.issue.at


def contradiction(bare: Issue, statements: Sequence[Stated]) -> Contradiction:
    """Return an open contradiction: an issue whose code is `contradiction.<kind>`, and what is said, two or more.

    Its id follows from kind, subject and places, its content from what is said there.
    """
    subject = write_subject(bare.at)
    # A sentence has no address of its own: its words name it.
    places = sorted(s.address if isinstance(s.at, Key) else f"{s.address}\t{s.told(LANGUAGES[0])}" for s in statements)
    told = sorted(s.content for s in statements)
    name = "c" + _mark(bare.code, subject, *places)[:_DIGITS]
    facts: dict[str, Fact] = {**bare.facts, ID: name, CONTENT: _mark(subject, *told)}
    return Contradiction(replace(bare, facts=facts), tuple(statements))


def restated(bare: Contradiction, reason: Words) -> Contradiction:
    """Return a contradiction that the reason of a restatement settles."""
    return replace(bare, state="restated", reason=reason)


def _mark(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
