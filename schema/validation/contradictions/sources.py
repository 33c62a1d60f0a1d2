"""The registry of what finds contradictions, and what has become of them all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from schema.catalogue.outline import Definitions
from schema.grammar.reference import Key
from schema.grammar.words import Words
from schema.validation.answers import findings
from schema.validation.asked_values import chosen_outlines, ranks, window
from schema.validation.contradictions import dates, lists, names, prints, relations, sentences, spans, units
from schema.validation.contradictions.contradiction import Contradiction
from schema.validation.facts import ID
from schema.validation.issue import FieldAt, IndexAt, ListAt, OutlineAt
from schema.validation.statements.texts import Texts
from schema.values.figures import Figures
from schema.values.subject import TextAt


def nowhere(key: Key, definitions: Definitions, figures: Figures) -> Iterator[Contradiction]:
    """Find nothing: a source that no single value decides."""
    del key, definitions, figures
    return iter(())


@dataclass(frozen=True, slots=True)
class Source:
    """A module of this package: `everywhere` yields all that it finds, `at_key` what a change at one key may have made.

    Both yield open contradictions, or restated ones (`contradiction`, `restated`); what a person has explained is told
    apart behind them. Each kind has its sentence in messages.yaml, as `contradiction.<kind>`.
    """

    everywhere: Callable[[Texts], Iterator[Contradiction]]
    at_key: Callable[[Key, Definitions, Figures], Iterator[Contradiction]] = nowhere


SOURCES: tuple[Source, ...] = (
    Source(prints.everywhere, prints.at_key),
    Source(relations.everywhere, relations.at_key),
    Source(sentences.everywhere),
    Source(dates.everywhere),
    Source(spans.everywhere),
    Source(units.everywhere),
    Source(names.everywhere),
    Source(lists.everywhere),
)


def contradictions(texts: Texts) -> tuple[Contradiction, ...]:
    """Return everything that contradicts itself in a workspace: open ones first, those that block before doubts."""
    found = (c for source in SOURCES for c in source.everywhere(texts))
    return settled(found, texts.definitions, texts.figures)


def contradictions_at(key: Key, definitions: Definitions, figures: Figures) -> tuple[Contradiction, ...]:
    """Return what a change at one key may have made."""
    found = (c for source in SOURCES for c in source.at_key(key, definitions, figures))
    return settled(found, definitions, figures)


def settled(found: Iterable[Contradiction], definitions: Definitions, figures: Figures) -> tuple[Contradiction, ...]:
    """Return contradictions once each, with the explanations that persons have given, in order."""
    unique = {contradiction.id: contradiction for contradiction in found}
    issues = (c.issue for c in unique.values() if c.state == "open")
    answers = {answer.issue.facts[ID]: answer for answer in findings(issues, definitions, figures).answered}
    explained = (
        replace(c, state="explained", reason=Words(answer.reason), who=answer.who, at=answer.at)
        if (answer := answers.get(c.id))
        else c
        for c in unique.values()
    )
    return tuple(sorted(explained, key=lambda c: (c.state != "open", c.severity != "error")))


def concerning(found: Iterable[Contradiction], definitions: Definitions, report: str) -> tuple[Contradiction, ...]:
    """Return those that stand in a report: in its texts, or at a value that it shows. Without a report all of them."""
    if not report:
        return tuple(found)
    outlines = chosen_outlines(definitions, report)
    shown, years = ranks(definitions.catalogue, outlines), window(outlines[0])
    return tuple(c for c in found if _stands_in(c, report, shown, years))


def _stands_in(contradiction: Contradiction, report: str, shown: Collection[str], years: range) -> bool:
    match contradiction.subject:
        case Key() as key:
            return key.metric in shown and key.period in years
        case TextAt() | ListAt() | IndexAt() | OutlineAt() as at:
            return at.report == report
        case FieldAt():
            return contradiction.issue.report == report
        case _:
            assert_never(contradiction.subject)
