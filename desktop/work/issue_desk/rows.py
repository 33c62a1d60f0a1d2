"""All issues of a report as rows: what each is about, where it stands, whom it asks, what is done about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from desktop.work.department_names import department_name
from desktop.work.issue_desk.kinds import Kind, kind_of
from desktop.work.report_names import with_report_names
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.validation.answers import Answer, answer_at, can_be_answered
from schema.validation.fact_words import FactWords
from schema.validation.facts import ID
from schema.validation.issue import FieldAt, Issue, ListAt, Severity, Subject, write_subject
from schema.validation.messages import message
from schema.validation.open_points import Places
from schema.validation.shares import AskedItem, asked_items
from schema.validation.subject_names import named
from schema.values.changes import thing_at
from schema.values.datapoint import Snapshot
from schema.values.kept_things import Subject as Kept
from schema.values.key_words import key_words
from schema.values.period_words import bare_year
from schema.values.subject import TextAt

# What a row ends in: what is to be done about it, where that is done.
Verb = Literal["fill", "rewrite", "look", "confirm", "answer", "settle", "define", "assign", "sort"]


@dataclass(frozen=True, slots=True)
class Row:
    """One issue. `name` is its own in the report, the same after another check; `after` is that of the one it follows.

    `about` and `sentence` are words in one language; `section`, `chapter` and `departments` are codes ("" = nobody's).
    `item` is the asked item that it stands at, empty where none is asked there; `answer` is there where it is answered.
    """

    name: str
    issue: Issue
    kind: Kind
    about: str
    sentence: str
    section: str
    chapter: str
    departments: tuple[str, ...]
    item: str = ""
    answer: Answer | None = None
    after: str = ""
    words: str = field(default="", repr=False)

    @property
    def severity(self) -> Severity:
        """The severity of its issue."""
        return self.issue.severity

    @property
    def verb(self) -> Verb:
        """What is to be done about it first."""
        if self.issue.code == "note.unsorted":
            return "sort"
        if str(self.issue.facts.get(ID, "")):
            return "settle"
        match self.kind:
            case "required" | "blank" | "record" | "picture":
                return "fill" if self.departments != ("",) else "assign"
            case "text" | "language":
                return "rewrite"
            case "carried":
                dated = self.issue.code in ("carried.text_year", "carried.records_year")
                if not is_carried(self.issue):
                    return "look"
                return "rewrite" if dated else "confirm"
            case "definition":
                return "define" if self.issue.code in ("metric.assumed", "metric.half_confirmed") else "look"
            case _:
                return "answer" if can_be_answered(self.issue) and self.kind != "link" else "look"


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a report as checked at one moment, the open ones first; `items` is how many the report asks for."""

    report: str
    language: str
    moment: Moment
    rows: tuple[Row, ...]
    items: int

    @property
    def open(self) -> tuple[Row, ...]:
        """Those that nobody has answered: what `annals check` counts."""
        return tuple(row for row in self.rows if row.answer is None)

    def walk(self, section: str) -> tuple[Row, ...]:
        """Return the open rows in reading order, those of a section and all after it first, then from the beginning."""
        sections = [one.code for one in self.moment.outline(self.report).walk()]
        start = sections.index(section) if section in sections else 0
        order = {code: number for number, code in enumerate((*sections[start:], *sections[:start]))}
        return tuple(sorted(self.open, key=lambda row: order.get(row.section, len(order))))


def is_carried(issue: Issue) -> bool:
    """Whether it is about a text or records of last year, of which a person may say that they still hold."""
    return issue.code.startswith("carried.") and isinstance(issue.at, TextAt | ListAt)


def issue_rows(moment: Moment, report: str, language: str) -> Rows:
    """Return every issue that `annals check --report` finds, and behind them the answered ones."""
    asked = asked_items(moment.contents(report))
    book = _Book(moment, report, language, {item.at: item for item in reversed(asked)})
    open_ = [book.row(issue) for issue in moment.issues(report)]
    answered = [replace(book.row(given.issue), answer=given) for given in moment.answered(report)]
    return Rows(report, language, moment, tuple(_following(_unlike((*open_, *answered)))), len(asked))


class _Book:
    """Words and places of the issues of one report."""

    def __init__(self, moment: Moment, report: str, language: str, items: Mapping[Subject, AskedItem]) -> None:
        self._moment, self._report, self._language = moment, report, language
        outline = moment.outline(report)
        self._places: Places = moment.places(report, outline.language)
        self._titles = {section.code: section.title.best(language) for section in outline.walk()}
        self._chapters = {one.code: chapter.code for chapter in outline.chapters for one in chapter.walk()}
        self._items = {_slot(at): item.subject for at, item in items.items()}
        whole = ((at.metric, item.subject) for at, item in items.items() if isinstance(at, Key))
        self._metrics = dict(reversed(list(whole)))

    def row(self, issue: Issue) -> Row:
        catalogue, language = self._moment.catalogue, self._language
        section, departments = self._places.section(issue), self._places.departments(issue)
        named_so = with_report_names(issue, self._moment.definitions.outlines, language)
        about, sentence = self._about(issue), message(named_so, catalogue, language)
        owners = (department_name(catalogue, code, language) for code in departments if code)
        words = " ".join((about, sentence, self._titles.get(section, ""), issue.code, *owners)).lower()
        name = " ".join((issue.code, write_subject(issue.at), issue.key.canonical() if issue.key else "", issue.place))
        chapter = self._chapters.get(section, section)
        return Row(
            name, issue, kind_of(issue), about, sentence, section, chapter, departments, self._item(issue), words=words
        )

    def _about(self, issue: Issue) -> str:
        """Return what it is about in a few words: a value with its year, a text or record by its title."""
        catalogue, at = self._moment.catalogue, issue.at
        if isinstance(at, Key) and at.metric in catalogue.metrics:
            year = bare_year(at.period, catalogue, self._language)
            return f"{key_words(at, catalogue, self._language).bracketed()} {year}"
        if at is None:
            return self._titles.get(self._places.section(issue), issue.place)
        words = FactWords(catalogue, self._language)
        return words.say(named(at, self._moment.definitions, self._moment.snapshot))

    def _item(self, issue: Issue) -> str:
        at = issue.at
        if isinstance(at, Key):
            return self._items.get(at) or self._metrics.get(at.metric, "")
        return self._items.get(_slot(at), "") if at is not None else ""


def _slot(at: Subject) -> Subject | tuple[str, str]:
    """Return by what a place is known in all languages, and a record by its list."""
    match at:
        case TextAt():
            return "text", at.slot
        case ListAt() | FieldAt():
            return "list", at.block
        case _:
            return at


def _unlike(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows with names that no other has."""
    seen: dict[str, int] = {}
    for row in rows:
        number = seen[row.name] = seen.get(row.name, 0) + 1
        yield row if number == 1 else replace(row, name=f"{row.name} {number}")


def _following(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows, those of a lack that another lack explains with the name of that one's row.

    A figure lacks what its inputs lack, a text cites what is still blank: who fills the value mends all of them.
    """
    listed: Sequence[Row] = tuple(rows)
    lacks = {row.issue.key: row for row in listed if row.issue.key and _is_lack(row) and row.answer is None}
    for row in listed:
        first = _first(row, lacks)
        yield row if first is row or first is None or row.answer else replace(row, after=first.name)


def _is_lack(row: Row) -> bool:
    return row.issue.code in ("missing", "blank", "blank.breakdown", "figure.missing")


def _first(row: Row, lacks: Mapping[Key, Row]) -> Row | None:
    """Return the lack that has to be mended first; None where none explains this one."""
    issue = row.issue
    if issue.code == "text.missing_value":
        found = lacks.get(issue.key) if issue.key else None
        return _first(found, lacks) or found if found else None
    if issue.code == "figure.missing":
        inputs = issue.facts.get("inputs")
        keys = [key for key in inputs if isinstance(key, Key)] if isinstance(inputs, tuple) else []
        return next((lacks[key] for key in keys if key in lacks and lacks[key] is not row), None)
    return None


def changed_since(rows: Rows, snapshot: Snapshot) -> frozenset[str]:
    """Return the names of the rows about whose ground something else stands now than when they were checked."""
    before = rows.moment.snapshot
    return frozenset(row.name for row in rows.rows if _is_changed(row.issue, before, snapshot))


def _is_changed(issue: Issue, before: Snapshot, now: Snapshot) -> bool:
    subjects: list[Kept] = [issue.key] if issue.key else []
    match issue.at:
        case TextAt() as at:
            subjects.append(at)
        case FieldAt() as at:
            subjects.append(at.record)
        case ListAt():
            if before.records is not now.records:
                return True
        case _:
            pass
    if can_be_answered(issue):
        subjects.append(answer_at(issue))
    return any(thing_at(before, at) != thing_at(now, at) for at in subjects)
