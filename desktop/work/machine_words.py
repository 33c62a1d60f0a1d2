"""Texts proposed by machine in the other Chinese script, and a person's word for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from schema.errors import AnnalsError
from schema.moment import Moment
from schema.values.changes import Change
from schema.values.report_texts import NewText, Wording, acceptances, changes, drafts, wordings
from schema.values.script_conversion import make_drafter


@dataclass(frozen=True, slots=True)
class Scope:
    """Texts of a report in one language: all, or those of a section (and `below` it), or one by its name."""

    report: str
    language: str
    section: str = ""
    text: str = ""
    below: bool = True

    def holds(self, wording: Wording) -> bool:
        """Whether a text is meant."""
        deeper = self.below and wording.section.startswith(f"{self.section}.")
        return (deeper or self.section in ("", wording.section)) and self.text in ("", wording.name)


@dataclass(frozen=True, slots=True)
class NewWords:
    """The words that each text gets, in reading order, and the changes that put them in place."""

    texts: tuple[tuple[Wording, str], ...]
    changes: tuple[Change, ...]


def texts_in(moment: Moment, scope: Scope) -> list[Wording]:
    """Return the texts that are meant, in reading order."""
    outline, only = moment.outline(scope.report), "" if scope.below else scope.section
    return [text for text in wordings(outline, moment.snapshot, moment.catalogue, only) if scope.holds(text)]


def propose(moment: Moment, scope: Scope, source: str) -> NewWords:
    """Return what is missing in the scope's language, converted from `source`; what is there stays.

    Raises AnnalsError cli.draft_nowhere where the scope names what the report has not, draft.* where the two languages
    are not scripts of one or the converter is not installed.
    """
    texts = _named_texts(moment, scope)
    converter = make_drafter(moment.catalogue, source, scope.language)
    return _new_words(moment, scope, texts, drafts(texts, scope.language, converter, source))


def accept(moment: Moment, scope: Scope) -> NewWords:
    """Return the words that a person vouches for, no longer marked as a machine's. AnnalsError cli.draft_nowhere."""
    texts = _named_texts(moment, scope)
    return _new_words(moment, scope, texts, acceptances(texts, scope.language))


def _named_texts(moment: Moment, scope: Scope) -> list[Wording]:
    texts = texts_in(moment, scope)
    if not texts and (scope.section or scope.text):
        raise AnnalsError("cli.draft_nowhere", name=scope.text or scope.section, report=scope.report)
    return texts


def _new_words(moment: Moment, scope: Scope, texts: Sequence[Wording], words: Mapping[str, NewText]) -> NewWords:
    changed = tuple((text, words[text.name][0]) for text in texts if text.name in words)
    return NewWords(changed, changes(texts, words, scope.language, scope.report, moment.snapshot))
