"""Why a number of a foreign text is taken as it is: a sentence's code, and what fills its places."""

from __future__ import annotations

from collections.abc import Iterable

from schema.validation.facts import AmountAt, Fact, PrintedAt
from schema.validation.quoted.judging import Judgement
from schema.validation.quoted.known_facts import KnownFacts
from schema.validation.quoted.mentions import Mention
from schema.validation.quoted.name_index import Candidate

_FEW, _LIKELY = 3, 0.3  # so many candidates that lost are named, where so much of their names is said
_BEFORE, _BEHIND = 24, 16  # so many characters around a number are quoted


def sentence_of(judged: Judgement) -> str:
    """Return which sentence of `scan.…` says why."""
    if judged.agreement == "unknown" and judged.why:
        return f"unknown.{judged.why}"
    return judged.agreement


def facts_of(
    mention: Mention, judged: Judgement, candidates: Iterable[Candidate], known: KnownFacts
) -> dict[str, Fact]:
    """Return the words that decided, what is known of the value, and the candidates that lost."""
    before, _, behind = mention.clause.partition("〔〕")
    chosen = judged.candidate.target.metric if judged.candidate else ""
    lost = (c.name for c in candidates if c.target.metric != chosen and c.score >= _LIKELY and not c.target.record)
    key, fact = judged.key or judged.near, judged.fact
    facts: dict[str, Fact] = {
        "words": f"{before.strip()[-_BEFORE:]}…{behind.strip()[:_BEHIND]}",
        "others": tuple(dict.fromkeys(lost))[:_FEW] or "",
        "named": judged.candidate.name if judged.candidate else "",
        "printed": PrintedAt(fact.source, fact.place) if fact is not None and fact.kind == "printed" else "",
        "fact": AmountAt(key, fact.value, fact.qualifier) if key is not None and fact is not None else "",
        "now": "",
        "source": fact.source.split(" ", 1)[0] if fact is not None else "",
    }
    present = known.figures.value(key) if key is not None else None
    if present is not None and present.value is not None:
        facts["now"] = AmountAt(present.key, present.value, present.qualifier)
    return facts
