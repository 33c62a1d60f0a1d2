"""What a verification found, in sentences: things by their names, and one sentence for all of one kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from desktop.work.subject_names import SubjectNames
from schema.catalogue.punctuation import PUNCTUATION
from schema.grammar.reference import Key
from schema.validation.issue import Issue, Severity
from schema.validation.messages import message
from schema.values.kept_things import Subject as Kept
from schema.values.kept_things import parse_subject, read_subject, shown_subject, words_of

# Rows that are not what the history says, and what is said of many of one kind.
MANY = {"verify.state": "verify.many_state", "verify.kept": "verify.many_kept"}
_NAMED = 3  # things of one kind


@dataclass(frozen=True, slots=True)
class Found:
    """One sentence about what was found, and how grave it is."""

    severity: Severity
    sentence: str


def found_words(issues: Iterable[Issue], names: SubjectNames) -> Iterator[Found]:
    """Yield what was found: of rows that are not what the history says one sentence for each kind, in their order."""
    groups: dict[str | int, list[Issue]] = {}
    for number, issue in enumerate(issues):
        groups.setdefault(str(issue.facts["kind"]) if issue.code in MANY else number, []).append(issue)
    for kind, group in groups.items():
        issue = _folded(group, names) if isinstance(kind, str) else _named(group[0], names)
        yield Found(issue.severity, message(issue, names.definitions.catalogue, names.language))


def said(issue: Issue, names: SubjectNames) -> str:
    """Return the sentence of one finding that stands alone."""
    told = _named(issue, names)
    return message(told, names.definitions.catalogue, names.language)


def _named(issue: Issue, names: SubjectNames) -> Issue:
    subject = _subject(issue)
    if subject is None:
        return issue
    year = str(subject.period or "") if isinstance(subject, Key) else ""
    name = PUNCTUATION[names.language].bracketed(names.name(subject), year)
    return replace(issue, facts={**issue.facts, "subject": name})


def _folded(group: list[Issue], names: SubjectNames) -> Issue:
    first = _named(group[0], names)
    if len(group) == 1:
        return first
    subject = _subject(group[0])
    kind = names.definitions.catalogue.phrases[words_of(subject)].best(names.language) if subject is not None else ""
    told = _first([str(_named(issue, names).facts["subject"]) for issue in group])
    return replace(
        first,
        code=MANY[first.code],
        facts={"kind": kind[:1].upper() + kind[1:], "count": len(group), "names": told},
    )


def _first(told: list[str]) -> str:
    """Return the first names, and how many more things there are."""
    first = list(dict.fromkeys(told))[:_NAMED]
    return " / ".join(first) + (f" … +{len(told) - len(first)}" if len(told) > len(first) else "")


def _subject(issue: Issue) -> Kept | None:
    """Return what a finding is about: by its kind as the history writes it, else by its canonical text."""
    text, kind = str(issue.facts.get("subject", "")), str(issue.facts.get("kind", ""))
    return read_subject(kind, shown_subject(kind, text)) if kind else parse_subject(text)
