"""What can be gone to or done from one line of words: places, reports, sections, values, texts and actions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from desktop.work.fitting import OTHER, fit
from desktop.work.initials import initials
from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Outline
from schema.catalogue.section_content import section_keys
from schema.grammar.reference import Key
from schema.grammar.words import Words

Kind = Literal["place", "report", "section", "value", "text", "action"]
_ORDER: tuple[Kind, ...] = ("place", "section", "report", "value", "text", "action")
_AROUND = 12  # characters of a text before what was found in it
_PASSAGE = 48
_NOTHING_ELSE = OTHER + 1


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to go to or to do.

    `code` is that of the place, report, section, slot or action; a value has its `key`. `note` stands at the end of
    its line. `searched` are other words that it is found by, folded; of a text these are the text itself.
    `why` says why an action cannot be used now; empty where it can.
    """

    kind: Kind
    code: str
    name: str
    note: str = ""
    searched: str = ""
    letters: tuple[str, ...] = ()
    report: str = ""
    key: Key | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What fits some words: to go to, and to do, each the best first; `doing_first` where an action fits best.

    `sought` says that there were words: without them everything stands as it is.
    """

    going: tuple[Target, ...]
    doing: tuple[Target, ...]
    doing_first: bool = False
    sought: bool = False


def report_targets(
    catalogue: Catalogue, outline: Outline, text: Callable[[str], str], language: str
) -> Iterator[Target]:
    """Yield the sections, values and texts of a report in the order of its outline; `text` is that of a slot."""
    seen = set[str]()
    for section in outline.walk():
        title, hans = section.title.best(language), section.title.zh_hans or section.title.best("zh-Hans")
        found_by = f"{_every(section.title)} {section.code}".casefold()
        yield Target("section", section.code, title, "", found_by, initials(hans), outline.code)
        for key in section_keys(section, catalogue, outline.year):
            if key.metric not in seen:
                seen.add(key.metric)
                yield _value(catalogue, key, (outline.code, title), language)
        for block in section.blocks:
            slot = getattr(block, "slot", "")
            words = " ".join(text(slot).split()) if slot else ""
            if words:
                yield Target("text", slot, words, title, words.casefold(), (), outline.code)


def _value(catalogue: Catalogue, key: Key, home: tuple[str, str], language: str) -> Target:
    metric, (report, title) = catalogue.metrics[key.metric], home
    hans = metric.name.zh_hans or metric.name.best("zh-Hans")
    found_by = f"{_every(metric.name)} {metric.code} {metric.unit}".casefold()
    return Target("value", key.metric, metric.name.best(language), title, found_by, initials(hans), report, key)


def _every(words: Words) -> str:
    return " ".join((words.zh_hans, words.zh_hant, words.en))


def find(targets: Iterable[Target], query: str) -> Found:
    """Return what fits every word of a query; without words the places, reports and actions as they stand."""
    terms, ranked = query.casefold().split(), list[tuple[int, int, int, Target]]()
    for place, target in enumerate(targets):
        ranks = [fit(term, target.name if target.kind != "text" else "", target.letters, target.searched)
                 for term in terms]  # fmt: skip
        if min(ranks, default=0) >= 0 and (terms or target.kind in ("place", "report", "action")):
            ranked.append((max(ranks, default=0), _ORDER.index(target.kind), place, target))
    ranked.sort(key=lambda row: row[:3])
    best = {target.kind == "action": rank for rank, _, _, target in reversed(ranked)}
    doing_first = bool(terms) and True in best and best[True] < best.get(False, _NOTHING_ELSE)
    going = tuple(_shown(target, terms) for *_, target in ranked if target.kind != "action")
    doing = tuple(target for *_, target in ranked if target.kind == "action")
    return Found(going, doing, doing_first, bool(terms))


def _shown(target: Target, terms: Sequence[str]) -> Target:
    """Return a text with the passage that fits instead of its beginning."""
    if target.kind != "text":
        return target
    at = min((target.searched.find(term) for term in terms), default=0)
    start = max(0, at - _AROUND)
    words = target.name[start : start + _PASSAGE]
    before, after = "…" if start else "", "…" if start + _PASSAGE < len(target.name) else ""
    return replace(target, name=f"“{before}{words.strip()}{after}”")
