"""References of a formula in words: what their chips show, and what is told of them when the pointer rests there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QObject

from desktop.window.chips.printed import Printed
from desktop.window.fields.input_words import decimals_of
from desktop.window.session.desk import Desk
from schema.catalogue.definitions import Metric
from schema.catalogue.factor_names import factor_words
from schema.grammar.decimals import plain
from schema.grammar.reference import Reference, parse_reference
from schema.values.display import group_number

_PIECE = re.compile(r"\[([^\[\]]+)\]")
_FACTOR, _WIDTH = "factor.", 320


def formula_pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a formula each with the reference that follows them, as it is written; "" behind the last."""
    at = 0
    for found in _PIECE.finditer(text):
        yield text[at : found.start()], found[1]
        at = found.end()
    yield text[at:], ""


class FormulaWords(QObject):
    """Says it in the language of the desk."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def look(self, written: str) -> Printed:
        """Return what the chip of a reference shows."""
        if written.startswith(_FACTOR):
            name = self._factor(written)
            return Printed(name) if name else Printed(f"[{written}]", "unknown")
        reference = parse_reference(written)
        if reference is None:
            return Printed(f"[{written}]", "unknown")
        metric = self._desk.catalogue.metrics.get(reference.code)
        if metric is None:
            return Printed(f"[{written}]", "unknown")
        return Printed(
            " · ".join(filter(None, (self._desk.words(metric.name), self._cut(reference), self._year(reference))))
        )

    def _factor(self, code: str) -> str:
        named = factor_words(self._desk.catalogue, code.removeprefix(_FACTOR))
        return (self._desk.words(named) or code) if named else ""

    def _cut(self, reference: Reference) -> str:
        """Return the members that a reference is about; of a wildcard the breakdown whose members are meant."""
        if not reference.wildcard:
            return self._desk.members(reference.category)
        named = (self._desk.catalogue.breakdowns.get(part.partition("=")[0]) for part in reference.category.split(";"))
        names = (self._desk.words(one.name) for one in named if one is not None)
        return self.tr("each of {breakdown}").format(breakdown=" × ".join(names))

    def _year(self, reference: Reference) -> str:
        if reference.year:
            return str(reference.year)
        if reference.offset == -1:
            return self.tr("last year")
        return self.tr("{count} years before").format(count=-reference.offset) if reference.offset else ""

    def html(self, written: str) -> str:
        """Return for a tool tip what a reference stands for: name, value, unit, definition, code."""
        desk, reference = self._desk, parse_reference(written)
        metric = desk.catalogue.metrics.get(reference.code) if reference is not None else None
        head = f"<b>{escape(self.look(written).words)}</b>"
        lines = [f"[{written}]"]
        if reference is not None and metric is not None:
            lines = [self._value(reference, metric), desk.words(metric.definition), f"[{written}]"]
        elif written.startswith(_FACTOR):
            lines = [self._version(written), f"[{written}]"]
        told = "".join(f"<br>{escape(line)}" for line in lines if line)
        return f"<div style='width:{_WIDTH}px'>{head}{told}</div>"

    def _value(self, reference: Reference, metric: Metric) -> str:
        desk = self._desk
        key = reference.key(desk.period)
        if reference.wildcard:
            return ""
        value = desk.session.figures.value(key).value
        if value is None:
            return self.tr("no value in {year}").format(year=key.period)
        unit = desk.catalogue.units.get(metric.unit)
        shown = group_number(value, decimals_of(value), desk.language)
        told = f"{shown} {desk.words(unit.name) if unit else ''}".strip()
        return self.tr("{year}: {value}").format(year=key.period, value=told)

    def _version(self, code: str) -> str:
        version = self._desk.session.figures.factor(code.removeprefix(_FACTOR), self._desk.period)
        if version is None:
            return self.tr("no value in {year}").format(year=self._desk.period)
        return self.tr("{year}: {value}").format(year=self._desk.period, value=f"{plain(version.value)} {version.unit}")
