"""Contradictions planted in the sample's own texts: a sentence told again with another number, date or unit.

All plants of a sort are in one snapshot, each in words of its own, so that the sources read the texts once per sort.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from schema.catalogue.outline import Definitions
from schema.grammar.words import LANGUAGES
from schema.validation.contradictions import dates, names, sentences, units
from schema.validation.statements.phrases import clause, spoken
from schema.validation.statements.places import passages
from schema.validation.statements.scene import Scene
from schema.validation.statements.texts import Texts
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures

_MOST = 40
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_DATE = re.compile(r"((?:19|20)\d\d\s*年\s*)(\d{1,2})(\s*月)")
_CUT = re.compile(r"[。！？；\n|]")
_STATES = ("中华人民共和国", "中華人民共和國")  # a law is told by what follows
_NAME = re.compile(r"[“「《]([\u3400-\u9fff]{8,16})[”」》]")
_LABELS = ("活动筹备总天数", "设备检修总时长", "课程报名总人数", "讲座参与总人次")
_UNITS = ("天", "小时", "人", "人次")

Slot = tuple[str, str, str]


@dataclass(frozen=True)
class Told:
    """A sentence that is told again: in which report, by which text, and the words that are planted in another one."""

    sort: str
    wrong: bool
    slot: Slot
    words: str


def _numbers(definitions: Definitions, figures: Figures) -> Iterator[tuple[Slot, str, str]]:
    """Yield clauses with one typed number that say enough of what it counts, and the number."""
    for outline in definitions.outlines.values():
        scene = Scene(figures, {outline.code: outline})
        for passage in passages(outline, figures.snapshot, figures.catalogue):
            for said in spoken(passage, outline.language, scene.units):
                words = clause(said.reading, said.statement)
                plain = len(_DIGITS.findall(words)) == 1 and "{" not in words and not said.parts
                exact = not said.statement.qualifier and not said.is_change and said.year == outline.year
                if plain and exact and len(said.about) >= 6:
                    yield (outline.code, passage.name, outline.language), words, _DIGITS.findall(words)[0]


def _told_numbers(definitions: Definitions, figures: Figures, chance: Random) -> Iterator[Told]:
    found = [item for item in _numbers(definitions, figures) if Decimal(item[2].replace(",", "")) > 0]
    for slot, words, number in chance.sample(found, min(_MOST, len(found))):
        value = Decimal(number.replace(",", ""))
        other = format(value * chance.choice((3, 7)), "f")
        yield Told("number in a sentence", True, slot, words.replace(number, other))
        yield Told("number in a sentence", False, slot, words)
        if value >= 100:
            yield Told("over a little less", False, slot, words.replace(number, f"超过 {int(value * 95 / 100)}"))


def _told_dates(definitions: Definitions, figures: Figures, chance: Random) -> Iterator[Told]:
    found: list[tuple[Slot, str]] = []
    for slot, text in figures.snapshot.texts.items():
        if slot[0] in definitions.outlines and slot[2] == definitions.outlines[slot[0]].language:
            said = (part.strip() for part in _CUT.split(text))
            found += [
                (slot, s) for s in said if s.count("年") == 1 and _DATE.search(s) and len(s) > 20 and "{" not in s
            ]
    for slot, words in chance.sample(found, min(_MOST, len(found))):
        yield Told("date of an event", True, slot, _DATE.sub(lambda d: f"{d[1]}{int(d[2]) % 12 + 1}{d[3]}", words))
        yield Told("date of an event", False, slot, words)


def _told_units(definitions: Definitions, figures: Figures) -> Iterator[Told]:
    outlines = definitions.outlines
    slot = next(s for s in figures.snapshot.texts if s[0] in outlines and s[2] == outlines[s[0]].language)
    for label, fitting in zip(_LABELS, _UNITS, strict=True):
        for unit in _UNITS:
            yield Told("unit beside its label", unit != fitting, slot, f"{label}为 {len(label) * 37} {unit}")


def _told_names(definitions: Definitions, figures: Figures, chance: Random) -> Iterator[Told]:
    """A quoted name with another word inside it, or two words changed about; as it is, and with a word more."""
    found: dict[str, Slot] = {}
    for slot, text in figures.snapshot.texts.items():
        if slot[0] in definitions.outlines and slot[2] == definitions.outlines[slot[0]].language:
            found |= {name: slot for name in _NAME.findall(text) if not name.startswith(_STATES)}
    for name in chance.sample(sorted(found), min(_MOST, len(found))):
        at = chance.randint(2, len(name) - 4)
        for wrong in (f"{name[:at]}榕{name[at + 1 :]}", f"{name[:at]}{name[at + 1]}{name[at]}{name[at + 2 :]}"):
            if wrong != name:
                yield Told("name in quotation marks", True, found[name], f"“{wrong}”")
        for fine in (name, f"{name}二期", f"榕溪{name}", f"{name}计划"):
            yield Told("name in quotation marks", False, found[name], f"“{fine}”")


def measure_texts(
    definitions: Definitions, snapshot: Snapshot, chance: Random
) -> tuple[dict[str, list[int]], list[str]]:
    """Return per sort [contradictions planted, found, harmless sentences, false alarms], and what went wrong."""
    figures = Figures(definitions.catalogue, snapshot)
    plants = [
        *_told_numbers(definitions, figures, chance),
        *_told_dates(definitions, figures, chance),
        *_told_units(definitions, figures),
        *_told_names(definitions, figures, chance),
    ]
    counts: dict[str, list[int]] = {}
    wrong: list[str] = []
    for faulty in (True, False):
        planted = [plant for plant in plants if plant.wrong is faulty]
        known = _known(definitions, figures)
        told = _known(definitions, Figures(definitions.catalogue, _with(snapshot, planted))) - known
        for plant in planted:
            hit = any(_same(plant.words, words) for words in told)
            row = counts.setdefault(plant.sort, [0, 0, 0, 0])
            row[2 * (not faulty)] += 1
            row[2 * (not faulty) + 1] += hit
            if hit != faulty:
                wrong.append(f"{'missed' if faulty else 'alarm'} {plant.sort}: {plant.words}")
    return counts, wrong


def _with(snapshot: Snapshot, planted: list[Told]) -> Snapshot:
    """Return a snapshot with each sentence told again at the end of another text of its report."""
    texts = dict(snapshot.texts)
    for plant in planted:
        report, slot, language = plant.slot
        home = next(s for s in snapshot.texts if (s[0], s[2]) == (report, language) and s[1] != slot)
        texts[home] = f"{texts[home]}\n\n{plant.words}。"
    return replace(snapshot, texts=texts)


def _known(definitions: Definitions, figures: Figures) -> set[str]:
    """Return what the contradictions of texts quote."""
    sources = (sentences.everywhere, dates.everywhere, units.everywhere, names.everywhere)
    texts = Texts(definitions, figures)
    found = (one for source in sources for one in source(texts))
    return {
        said
        for one in found
        for said in (*(s.told(LANGUAGES[0]) for s in one.statements), str(one.issue.facts.get("quote", "")))
    }


def _same(planted: str, quoted: str) -> bool:
    """Whether a quotation is what was planted, or most of it: spaces and marks apart."""
    bare, said = (re.sub(r"\W", "", words) for words in (planted, quoted))
    return 2 * len(said) > len(bare) and bare.endswith(said)
