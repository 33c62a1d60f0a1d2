"""The list of open points at the head of a draft: one point for each cause, those of one section in one row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from exporters.assembly.anchors import section_anchor
from exporters.assembly.assembly import Assembly
from exporters.assembly.text import line_name
from exporters.content import OpenPoint as Row
from schema.catalogue.outline import Block, ImageBlock, IndexBlock, Section, TextBlock, records_block
from schema.grammar.reference import Key
from schema.grammar.spacing import closed_up
from schema.validation.causes import Cause
from schema.validation.fact_words import FactWords
from schema.validation.facts import Coded
from schema.validation.issue import FieldAt, IndexAt, Issue, ListAt, OutlineAt
from schema.validation.messages import cause_message, message
from schema.values.subject import TextAt

Sentence = tuple[str, dict[str, str], tuple[str, ...]]  # a phrase, its places, the names that it lists


@dataclass(frozen=True, slots=True)
class _Point:
    """An open point in the words of a report's language."""

    assembly: Assembly
    issue: Issue
    section: Section
    ask: str

    def fact(self, name: str) -> str:
        """Return a fact of the issue in words, or an empty text."""
        words = FactWords(self.assembly.catalogue, self.assembly.language)
        return words.say(self.issue.facts.get(name, ""))

    def key(self) -> str:
        """Return the value's name with its year."""
        key = self.issue.key
        return self.assembly.name_in_year(key) if key else self.fact("written")

    def metric(self) -> str:
        """Return the metric's name."""
        metric = self.assembly.catalogue.metrics.get(self.issue.key.metric) if self.issue.key else None
        return self.assembly.words(metric.name) if metric else ""

    def places(self) -> tuple[str, ...]:
        """Return the titles of the texts, pictures or lists that it is about, each once."""
        wanted = {*self.fact("slots").split(", "), *_names(self.issue)}
        blocks = [block for block in self.section.blocks if {block.id, _slot(block)} & wanted]
        return tuple(dict.fromkeys(map(self._title, blocks))) or (self.assembly.words(self.section.title),)

    def _title(self, block: Block) -> str:
        assembly = self.assembly
        if isinstance(block, TextBlock):
            own = assembly.words(block.title) or line_name(assembly, block)
        elif isinstance(block, ImageBlock):
            own = assembly.words(block.title)
        elif isinstance(block, IndexBlock):
            own = assembly.words(assembly.catalogue.frameworks[block.framework].name)
        else:
            own = self._list_title(block)
        return own or assembly.words(self.section.title)

    def _list_title(self, block: Block) -> str:
        listing = records_block(block)
        kind = self.assembly.catalogue.records.get(listing.type) if listing else None
        return self.assembly.words(listing.caption or kind.name) if listing and kind else ""


def _names(issue: Issue) -> tuple[str, ...]:
    match issue.at:
        case TextAt() as at:
            return (at.slot,)
        case ListAt() | FieldAt() as at:
            return (at.block,)
        case OutlineAt() as at:
            return (at.part,)
        case Key() | IndexAt() | None:
            return ()


def _slot(block: Block) -> str:
    return block.slot if isinstance(block, TextBlock | ImageBlock) else block.id


def _definitions(point: _Point) -> Sentence:
    return "word.open.definitions", {}, (point.metric(),)


def _assumed(point: _Point) -> Sentence:
    return "word.open.assumed", {}, (point.metric(),)


def _texts(point: _Point) -> Sentence:
    return "word.open.texts", {}, point.places()


def _undated(point: _Point) -> Sentence:
    del point
    return "word.open.undated", {}, ()


def _language(point: _Point) -> Sentence:
    return "word.open.language", {"language": point.fact("tongue")}, point.places()


def _carried(point: _Point) -> Sentence:
    return "word.open.carried", {"report": point.fact("since")}, point.places()


def _carried_year(point: _Point) -> Sentence:
    places = {"report": point.fact("since"), "year": point.fact("year")}
    return "word.open.carried_year", places, point.places()


def _value(point: _Point) -> Sentence:
    return "word.missing", {"name": point.key()}, ()


def _picture(point: _Point) -> Sentence:
    return "word.open.picture", {"name": point.places()[0]}, ()


def _records(point: _Point) -> Sentence:
    return "word.record.none", {"name": point.places()[0]}, ()


def _field(point: _Point) -> Sentence:
    return "word.record.missing", {"name": point.fact("column") or "—", "title": point.fact("title")}, ()


def _disclosure(point: _Point) -> Sentence:
    return "word.open.disclosure", {"code": point.fact("disclosure")}, ()


def _matrix(point: _Point) -> Sentence:
    return "word.matrix.nothing", {"name": point.fact("type"), "group": point.fact("column") or "—"}, ()


def _unscored(point: _Point) -> Sentence:
    return "word.matrix.unscored", {"names": point.fact("list")}, ()


def _comparable(point: _Point) -> Sentence:
    key, assembly = point.issue.key, point.assembly
    assert key is not None
    change = assembly.figures.breaks(key.metric, key.period - 1, key.period)[-1].change
    places = {"name": assembly.name(key), "since": str(change.since), "what": assembly.say(f"break.{change.what}")}
    return "word.open.comparable", places, ()


def _quotes(point: _Point) -> Sentence:
    return "word.open.quotes", {}, (point.fact("subject"),)


def _reference(point: _Point) -> Sentence:
    return "word.gap.reference", {"written": point.fact("written")}, ()


def _explanations(point: _Point) -> Sentence:
    codes = point.assembly.punctuation.listed(point.fact("list").split(" / "))
    places = {"name": point.fact("framework"), "report": point.fact("since"), "list": codes}
    return "word.open.explanations", places, ()


def _form(point: _Point) -> Sentence:
    return "word.form.nowhere", {}, ()


# What the list says shorter than the checks; all else stands there in the checks' own sentence.
SENTENCES: Mapping[str, Callable[[_Point], Sentence]] = {
    "metric.undefined": _definitions,
    "metric.repeats_name": _definitions,
    "metric.assumed": _assumed,
    "text.blank": _texts,
    "text.undated": _undated,
    "text.language": _language,
    "carried.text": _carried,
    "carried.text_year": _carried_year,
    "carried.records": _carried,
    "carried.records_year": _carried_year,
    "missing": _value,
    "blank": _value,
    "picture.blank": _picture,
    "picture.lost": _picture,
    "record.none": _records,
    "record.required": _field,
    "index.open": _disclosure,
    "matrix.nothing": _matrix,
    "matrix.unscored": _unscored,
    "form.nowhere": _form,
    "quote.unapproved": _quotes,
    "text.unknown_reference": _reference,
    "text.not_a_reference": _reference,
    "text.stray_brace": _reference,
    "text.wildcard": _reference,
    "text.unknown_entity": _reference,
    "carried.explanations": _explanations,
    "text.not_comparable": _comparable,
}


# What is said once for a department, wherever it stands.
_OF_DEPARTMENTS = ("request.unapproved", "request.unsubmitted")


def open_point_rows(assembly: Assembly, causes: tuple[Cause, ...]) -> tuple[Row, ...]:
    """Return the rows of the list: one for each cause, with those of its sections below where they are several."""
    return tuple(row for cause in causes for row in _rows(assembly, cause))


def _rows(assembly: Assembly, cause: Cause) -> Iterator[Row]:
    if cause.folded and cause.rank == "definition":
        ask = assembly.department(assembly.outline.department)
        yield Row(assembly.say("word.open.whole"), "", _line(assembly, cause), ask)
        return
    if cause.folded and cause.code in _OF_DEPARTMENTS:
        ask = FactWords(assembly.catalogue, assembly.language).say(cause.issues[0].facts["department"])
        yield Row(assembly.say("word.open.several"), "", _line(assembly, cause), ask)
        return
    rows = _by_section(assembly, cause)
    if len(rows) > 1:
        asked = assembly.punctuation.listed(dict.fromkeys(row.ask for row in rows))
        yield Row(assembly.say("word.open.several"), "", _line(assembly, cause), asked)
    yield from (replace(row, below=len(rows) > 1) for row in rows)


def _line(assembly: Assembly, cause: Cause) -> str:
    return closed_up(cause_message(cause, assembly.told, assembly.language))


def _by_section(assembly: Assembly, cause: Cause) -> list[Row]:
    """Return what one cause asks for in each section, in the order of reading; what is of one kind is one row."""
    names: dict[tuple[str, str, str, tuple[tuple[str, str], ...]], list[str]] = {}
    for point in _in_order(assembly, cause):
        phrase, places, listed = _sentence(point)
        row = (point.section.code, point.ask, phrase, tuple(places.items()))
        names.setdefault(row, []).extend(listed)
    titles = {section.code: assembly.words(section.title) for section in assembly.outline.walk()}
    return [
        Row(titles[section], section_anchor(section), _words(assembly, phrase, dict(places), listed), ask)
        for (section, ask, phrase, places), listed in names.items()
    ]


def _in_order(assembly: Assembly, cause: Cause) -> Iterator[_Point]:
    listed, where = assembly.punctuation.listed, assembly.moment.places(assembly.outline.code, assembly.language)
    order = {section.code: number for number, section in enumerate(assembly.outline.walk())}
    sections = {section.code: section for section in assembly.outline.walk()}
    for issue in sorted(cause.issues, key=lambda issue: order[where.section(issue)]):
        ask = listed(map(assembly.department, where.departments(issue)))
        yield _Point(assembly, issue, sections[where.section(issue)], ask)


def _sentence(point: _Point) -> Sentence:
    sentence = SENTENCES.get(point.issue.code)
    if sentence is not None:
        return sentence(point)
    own = Coded("language", point.assembly.language)
    if point.issue.code == "text.draft" and point.issue.facts.get("tongue") == own:
        return "word.open.draft", {}, point.places()
    return "", {"words": message(point.issue, point.assembly.told, point.assembly.language)}, ()


def _words(assembly: Assembly, phrase: str, places: dict[str, str], names: list[str]) -> str:
    if not phrase:
        return closed_up(places["words"])
    marks = assembly.punctuation
    join = marks.listed if phrase == "word.open.definitions" else marks.series.join
    return assembly.say(phrase, **({"names": join(dict.fromkeys(names))} if names else {}), **places)
