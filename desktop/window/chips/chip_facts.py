"""What a chip stands for, in words: metric, value, definition, source, department, where else it stands."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QCoreApplication

from desktop.window.chips.printed import name_of, printed
from desktop.window.session.desk import Desk
from schema.catalogue.record_numbers import metric_of
from schema.catalogue.section_content import section_keys, section_slots
from schema.grammar.linked import LinkedNumber, parse_linked
from schema.grammar.reference import Key

_MOST, _WIDTH = 5, 360


class ChipFacts:
    """Reads the desk when it is asked."""

    def __init__(self, desk: Desk, language: str) -> None:
        self._desk, self._language = desk, language

    def link(self, written: str) -> LinkedNumber | None:
        """Return the link of a chip; None where its braces name nothing."""
        piece = parse_linked(written)[0]
        return piece if isinstance(piece, LinkedNumber) else None

    def key(self, written: str) -> Key | None:
        """Return the value that a chip shows, where it shows one."""
        link = self.link(written)
        known = link is not None and metric_of(self._desk.catalogue, link.reference.code) is not None
        return link.reference.key(self._desk.outline.year) if known and link is not None else None

    def title(self, written: str) -> str:
        """Return what the chip's value is called, with its year."""
        key = self.key(written)
        if key is None:
            return written
        return f"{name_of(self._desk, key, self._desk.language)} {key.period or ''}".strip()

    def value(self, written: str) -> str:
        """Return what prints."""
        return printed(self._desk, parse_linked(written)[0], self._language).words  # type: ignore[arg-type]

    def lines(self, written: str) -> Iterator[tuple[str, str]]:
        """Yield what is known, each with what it is."""
        key, desk, translate = self.key(written), self._desk, QCoreApplication.translate
        metric = metric_of(desk.catalogue, key.metric) if key is not None else None
        if key is None or metric is None:
            yield "", translate("ChipFacts", "Nothing in the catalogue is meant by this.")
            return
        nothing = translate("ChipFacts", "none written yet")
        yield translate("ChipFacts", "Definition"), desk.words(metric.definition) or nothing
        point = desk.session.point(key)
        if source := (point.source if point and point.source else metric.definition_source):
            yield translate("ChipFacts", "Source"), source
        if metric.department:
            yield translate("ChipFacts", "Department"), desk.department(metric.department)
        yield translate("ChipFacts", "Stands in"), " · ".join(self._places(key)) or translate("ChipFacts", "texts only")

    def _places(self, key: Key) -> list[str]:
        """Return the titles of the sections of the report that show the value, in a table or in a text."""
        desk, found = self._desk, list[str]()
        for section in desk.outline.walk():
            keys = section_keys(section, desk.catalogue, desk.outline.year)
            texts = (desk.session.snapshot.texts.get((desk.report, slot, self._language), "")
                     for slot in section_slots(section))  # fmt: skip
            if key in keys or any(_cites(text, key.metric) for text in texts):
                found.append(desk.words(section.title))
        return [*found[:_MOST], "…"] if len(found) > _MOST else found

    def html(self, written: str) -> str:
        """Return it all for a tool tip."""
        rows = "".join(
            f"<br>{escape(name)}{': ' if name else ''}{escape(words)}" for name, words in self.lines(written)
        )
        hint = QCoreApplication.translate("ChipFacts", "Click: how it is shown · twice: its field")
        head = f"<b>{escape(self.title(written))}</b> &nbsp; {escape(self.value(written))}"
        return f"<div style='width:{_WIDTH}px'>{head}{rows}<br>{escape(hint)}</div>"


def _cites(text: str, code: str) -> bool:
    return any("{" + code + end in text for end in ("}", "|", "@", ":"))
