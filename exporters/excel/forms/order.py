"""What a form is made of, and the words that it says it with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from exporters.excel.workbook import Cell
from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Outline
from schema.exchange.forms.heads import HEADS, head
from schema.exchange.forms.layout import FormHead
from schema.moment import Moment
from schema.validation.item_words import ItemWords
from schema.validation.shares import AskedItem, Share

Outcome = Literal["taken", "refused", "conflict"]


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """One line of a reply: what became of an item, where it stood in the form, and why."""

    outcome: Outcome
    item: str
    place: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of the form `file` that came back; `again` are the items that are asked anew (canonical texts)."""

    file: str
    lines: tuple[ReplyLine, ...]
    again: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FormOrder:
    """One form: a department's `items` of a share, asked `by` somebody. With a `reply` it goes back as an answer."""

    moment: Moment
    share: Share
    items: tuple[AskedItem, ...]
    head: FormHead
    by: str
    reply: Reply | None = None

    @property
    def language(self) -> str:
        """The language of the contact."""
        return self.head.language

    @property
    def catalogue(self) -> Catalogue:
        """The definitions in force."""
        return self.moment.catalogue

    @property
    def outline(self) -> Outline:
        """The report's outline."""
        return self.moment.outline(self.head.report)

    @property
    def words(self) -> ItemWords:
        """The items in the contact's words."""
        return ItemWords(self.outline, self.catalogue, self.moment.snapshot, self.language)

    def say(self, code: str, **places: str) -> str:
        """Return a fixed phrase with its places filled."""
        return self.catalogue.phrases[code].best(self.language).format(**places)

    def asks(self, item: AskedItem) -> str:
        """Return what is said of one item: why it came back or how it was approved, its own guidance and due date."""
        note, yes = item.note, item.approved
        back = self.say("form.back", words=note.returned.words) if note.returned and yes is None else ""
        if yes is not None and yes.words:
            back = self.say("form.approved", who=yes.by, words=yes.words)
        due = self.say("form.due", due=note.due) if note.due else ""
        return "\n".join(filter(None, (back, note.guidance, due)))

    def section(self, code: str) -> str:
        """Return where a section stands: its chapter and itself."""
        for chapter in self.outline.chapters:
            for section in chapter.walk():
                if section.code == code:
                    titles = dict.fromkeys((chapter.title.best(self.language), section.title.best(self.language)))
                    return " › ".join(filter(None, titles))
        return code


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: its mark for the program (empty for what is only to be read), its head and its width."""

    mark: str
    title: str
    width: float
    number: bool = False


def columns(order: FormOrder, *given: tuple[str, str, float]) -> tuple[Column, ...]:
    """Return columns with their heads; a head is a phrase's end, or empty for one known by its mark."""
    year, language = order.outline.year, order.language
    return tuple(
        Column(mark, head(mark, order.catalogue, year, language) if mark in HEADS else _title(order, name), width)
        for mark, name, width in given
    )


def _title(order: FormOrder, name: str) -> str:
    return order.say(f"form.head.{name}") if name else ""


def marks_of(known: Sequence[Column]) -> tuple[Cell, ...]:
    """Return the hidden row that says which column is which."""
    return tuple(Cell(column.mark or None, "") for column in known)


def heads_of(known: Sequence[Column]) -> tuple[Cell, ...]:
    """Return the visible heads."""
    return tuple(Cell(column.title or None, "head.number" if column.number else "head") for column in known)
