"""What the data cannot decide in the texts of a report: typed numbers, links that can take their place, first times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from schema.catalogue.outline import Outline, Section, TextBlock
from schema.catalogue.section_content import section_keys, section_records
from schema.grammar.reference import Key
from schema.grammar.words import LANGUAGES
from schema.validation.contents import report_items
from schema.validation.facts import AmountAt, Excerpt, Fact
from schema.validation.issue import Issue
from schema.validation.statements.firsts import verdicts
from schema.validation.statements.links import link_for
from schema.validation.statements.places import (
    FootnotePassage,
    OutlinePassage,
    Passage,
    RecordPassage,
    first_language,
    issue_at,
)
from schema.validation.statements.reading import Reading, read
from schema.validation.statements.scene import Scene, quoted
from schema.validation.statements.statement import Claim
from schema.validation.statements.typed import Meant, meanings
from schema.values.figures import Figures
from schema.values.record_places import home

_UNDECIDED = ("first", "rank")
_BREAK = re.compile(r"[，。；：、！？,;:!?|\n]|\. ")
_AROUND = 12  # so many characters around a claim tell what is claimed


def _is_open(item: Meant) -> bool:
    """Whether no value is meant; half, a third and three times are words, not figures to be linked."""
    return not (item.equal or item.against or item.held or item.statement.worded)


def worklist(outline: Outline, figures: Figures, texts: Iterable[Passage]) -> Iterator[Issue]:
    """Yield what is to be linked, or looked at, in each of a report's texts: one item per text and cause."""
    scene = Scene(figures, {outline.code: outline})
    sections, begun = sections_of(outline), _Begun(outline, figures)
    for passage in texts:
        language = first_language(passage)
        reading = read(passage.words.get(language), language, scene.units)
        if reading.elements and not (isinstance(passage, OutlinePassage) and not begun.says(passage, reading, scene)):
            for bare in _items(reading, passage, scene, near_keys(passage, sections, scene)):
                yield issue_at(passage, bare, language)


class _Begun:
    """Knows which words of an outline's own are said by somebody: those of a section that has something to report.

    Headings, captions and drawn words come with the definitions. As long as a section (with those below it) has
    neither a value nor words nor a record, nobody has said them of this company; a label has to have its value.
    """

    def __init__(self, outline: Outline, figures: Figures) -> None:
        self._outline = outline
        self._figures = figures

    @cached_property
    def _items(self) -> Mapping[str, bool]:
        """Sections that ask for something: whether any of it is there."""
        there: dict[str, bool] = {}
        for item in report_items(self._outline, self._figures):
            there[item.section] = there.get(item.section, False) or item.there
        return there

    @cached_property
    def _sections(self) -> Mapping[str, Section]:
        return sections_of(self._outline)

    def says(self, passage: OutlinePassage, reading: Reading, scene: Scene) -> bool:
        """Whether the words are a statement yet."""
        linked_keys = (scene.linked_key(s, self._outline.year) for s in reading.statements if s.link)
        if any(key is not None and self._figures.value(key).value is None for key in linked_keys):
            return False
        section = self._sections.get(passage.part)
        within = [part.code for part in section.walk()] if section is not None else []
        asking = [code for code in within if code in self._items] or list(self._items)
        return any(self._items[code] for code in asking)


def near_keys(passage: Passage, sections: Mapping[str, Section], scene: Scene) -> tuple[Key, ...]:
    """Return the values around a text: those that its languages link, its section's, and its own record's numbers."""
    outline, keys = passage.outline, [passage.key] if isinstance(passage, FootnotePassage) else list[Key]()
    for language in LANGUAGES:
        for statement in read(passage.words.get(language), language, scene.units).statements:
            key = scene.linked_key(statement, outline.year)
            keys += [key] if key is not None else []
    if isinstance(passage, RecordPassage):
        numbers = (column.code for column in passage.type.columns if column.numeric)
        keys += [passage.record.key.number(code) for code in numbers]
    name = home(outline, passage.record) if isinstance(passage, RecordPassage) else passage.name
    section = sections.get(name)
    keys += section_keys(section, scene.figures.catalogue, outline.year) if section else ()
    return tuple(dict.fromkeys(keys))


def sections_of(outline: Outline) -> Mapping[str, Section]:
    """Return the sections by the slots and the blocks of records that stand in them."""
    sections: dict[str, Section] = {}
    for section in outline.walk():
        sections.setdefault(section.code, section)
        for block in section.blocks:
            if isinstance(block, TextBlock):
                sections[block.slot] = section
            sections.setdefault(block.id, section)
        sections |= {block.id: section for block in section_records(section)}
    return sections


@dataclass(frozen=True, slots=True)
class Offer:
    """A typed number, from `start` to `end` of its text, and the link to the value that it equals."""

    start: int
    end: int
    quote: str
    key: Key
    link: str


def offers(passage: Passage, language: str, scene: Scene) -> tuple[Offer, ...]:
    """Return every typed number of a text that a link can take the place of."""
    reading = read(passage.words.get(language), language, scene.units)
    near = near_keys(passage, sections_of(passage.outline), scene)
    return _offered(tuple(meanings(reading, passage.year, scene, near)), reading, passage, scene)


def _offered(meant: tuple[Meant, ...], reading: Reading, passage: Passage, scene: Scene) -> tuple[Offer, ...]:
    where = (reading.language, passage.outline.year)
    told = ((item.statement, item.equal[0]) for item in meant if item.equal)
    return tuple(Offer(s.start, s.end, s.quote, key, link_for(s, key, scene, where)) for s, key in told)


def linked(text: str, offered: tuple[Offer, ...]) -> str:
    """Return a text with links in the place of these numbers."""
    for offer in sorted(offered, key=lambda item: -item.start):
        text = text[: offer.start] + offer.link + text[offer.end :]
    return text


def _items(reading: Reading, passage: Passage, scene: Scene, near: tuple[Key, ...]) -> Iterator[Issue]:
    meant = tuple(meanings(reading, passage.year, scene, near))
    offered = _offered(meant, reading, passage, scene)
    for key in dict.fromkeys(offer.key for offer in offered):
        yield _offer(tuple(offer for offer in offered if offer.key == key), scene)
    if open_numbers := tuple(item.statement.quote for item in meant if _is_open(item)):
        yield _work("statement.unlinked", {"quotes": Excerpt(open_numbers), "count": len(open_numbers)})
    decided = {verdict.claim for verdict in verdicts(reading, passage.year, scene)}
    words = tuple(
        _clause(reading.text, e)
        for e in reading.elements
        if isinstance(e, Claim) and e.sense in _UNDECIDED and e not in decided
    )
    if words:
        yield _work("statement.undecided", {"quotes": Excerpt(words)})


def _clause(text: str, claim: Claim) -> str:
    """Return a claim with the words of its clause, as far as they tell what is claimed."""
    before = _BREAK.split(text[max(0, claim.start - _AROUND) : claim.start])[-1]
    behind = _BREAK.split(text[claim.end : claim.end + _AROUND])[0]
    return str(quoted(text, claim.start - len(before), claim.end + len(behind)))


def _offer(offered: tuple[Offer, ...], scene: Scene) -> Issue:
    key = offered[0].key
    value = scene.figures.value(key)
    assert value.value is not None
    quotes, fact = Excerpt(tuple(offer.quote for offer in offered)), AmountAt(key, value.value, value.qualifier)
    facts: dict[str, Fact] = {"quotes": quotes, "fact": fact, "instead": offered[0].link}
    concerned = key if key.metric in scene.figures.catalogue.metrics else None
    return _work("statement.link", facts, concerned)


def _work(code: str, facts: dict[str, Fact], key: Key | None = None) -> Issue:
    return Issue(code, "work", key, facts)
