"""Linked numbers in a text: found, coloured, and filled in for the preview."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from desktop.desk import Desk
from desktop.form.wording import change_text
from schema.values.numbers import parse_format, resolve_format, show
from schema.values.reference import parse_reference

LINK = re.compile(r"\{\{|\}\}|\{([^{}|]*)(?:\|([^{}]*))?\}")


class NumberHighlighter(QSyntaxHighlighter):
    """Colours linked numbers: those that resolve in the accent, the others as errors with a wavy line."""

    def __init__(self, document: QTextDocument, desk: Desk) -> None:
        super().__init__(document)
        self._desk = desk
        self._good, self._bad = QTextCharFormat(), QTextCharFormat()
        self._good.setForeground(QColor(desk.theme.ink_accent))
        self._good.setBackground(QColor(desk.theme.soft_accent))
        self._bad.setForeground(QColor(desk.theme.error))
        self._bad.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        self._bad.setFontWeight(QFont.Weight.DemiBold)

    def highlightBlock(self, text: str) -> None:  # noqa: N802
        """Colour one paragraph."""
        for match in LINK.finditer(text):
            if match[1] is not None:
                resolved = linked_number(self._desk, match[1], match[2] or "")
                self.setFormat(
                    match.start(), match.end() - match.start(), self._bad if resolved is None else self._good
                )


def linked_number(desk: Desk, reference_text: str, format_text: str) -> str | None:
    """Return a linked number as it will be printed, or None where it has no value or no meaning."""
    if reference_text.startswith("company."):
        field = getattr(desk.catalogue.company, reference_text.removeprefix("company."), None)
        return field if isinstance(field, str) else desk.words(field) if field is not None else None
    reference = parse_reference(reference_text)
    metric = desk.catalogue.metrics.get(reference.code) if reference else None
    form = parse_format(format_text, desk.catalogue.units)
    if reference is None or metric is None or form is None or reference.wildcard:
        return None
    key = reference.key(desk.outline.year)
    if form.change:
        return change_text(desk.session.figures, key, metric) or None
    result = desk.session.result(key)
    if result.value is None:
        return None
    full = resolve_format(metric, desk.catalogue, format_text)
    return show(
        result.value, metric, desk.catalogue, desk.language, format=full, qualifier=result.qualifier, with_unit=True
    )


def filled(desk: Desk, text: str) -> tuple[str, int]:
    """Return a text with its numbers filled in, and how many could not be."""
    missing = 0

    def number(match: re.Match[str]) -> str:
        nonlocal missing
        if match[1] is None:
            return match[0][0]
        found = linked_number(desk, match[1], match[2] or "")
        missing += found is None
        return found if found is not None else f"【{match[1]}】"

    return LINK.sub(number, text), missing
