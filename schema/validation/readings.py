"""What a person should know of how a typed text was read: why it is no value, or what was dropped or assumed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schema.catalogue.definitions import Metric
from schema.grammar.decimals import MOST_DIGITS
from schema.grammar.reference import Key
from schema.validation.facts import Amount, Coded, Fact
from schema.validation.issue import Issue
from schema.values.decimal_marks import Undecided, with_point
from schema.values.labels import listed_labels
from schema.values.parse import NoticeKind, Parsed

NOTICED: Mapping[NoticeKind, str] = {
    "invisible": "noticed.invisible",
    "mark": "noticed.mark",
    "blanks": "noticed.blanks",
    "sum": "noticed.sum",
    "rate": "noticed.rate",
}


def problem_facts(parsed: Parsed, metric: Metric, text: str = "") -> dict[str, Fact]:
    """Return what the sentence about an unread text may name; `text` is what stands in the file."""
    unit = Coded("unit", metric.unit)
    detail = Coded("unit", parsed.detail) if parsed.problem in ("unit.other_dimension", "unit.rate") else parsed.detail
    shown = text or parsed.typed
    facts: dict[str, Fact] = {"text": shown, "typed": shown, "detail": detail, "unit": unit, "most": str(MOST_DIGITS)}
    return facts | {"labels": listed_labels(metric)} if metric.traits.labelled else facts


def decimal_question(asked: Undecided, place: str) -> Issue:
    """Return the question which sign parts the decimals in a file, with one of its numbers that depend on it."""
    example = asked.example
    facts = {
        "text": example,
        "shown": with_point(example),
        "comma": asked.comma,
        "either": "" if asked.comma else example,
    }
    return Issue("decimal.question", "error", facts=facts, place=place)


def notices(parsed: Parsed, key: Key, place: str = "") -> Iterator[Issue]:
    """Yield a doubt for each thing that was dropped or assumed on the way to the value at a key."""
    shown = parsed.typed if parsed.value is None else Amount(parsed.value, parsed.qualifier)
    for notice in parsed.noticed if parsed.typed else ():
        facts: dict[str, Fact] = {"text": parsed.typed, "detail": notice.detail, "shown": shown}
        yield Issue(NOTICED[notice.kind], "doubt", key, facts, place)
