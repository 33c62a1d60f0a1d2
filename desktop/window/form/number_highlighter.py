"""Linked numbers in a text: found, coloured, and filled in for the preview."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from desktop.window.session.desk import Desk
from desktop.work.wording import change_text
from schema.catalogue.company_fields import company_words
from schema.catalogue.number_format import parse_format
from schema.catalogue.record_numbers import metric_of
from schema.grammar.linked import BrokenLink, LinkedNumber, parse_linked
from schema.validation.statements.direction import said_direction
from schema.values.comparison import told_change
from schema.values.display import Display, resolve_format


class NumberHighlighter(QSyntaxHighlighter):
    """Colours linked numbers: those that resolve in the accent, the others as errors with a wavy line."""

    def __init__(self, document: QTextDocument, desk: Desk, language: str) -> None:
        super().__init__(document)
        self._desk, self._language = desk, language
        self._good, self._bad = QTextCharFormat(), QTextCharFormat()
        self._good.setForeground(QColor(desk.theme.accent))
        self._good.setBackground(QColor(desk.theme.soft))
        self._bad.setForeground(QColor(desk.theme.error))
        self._bad.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        self._bad.setFontWeight(QFont.Weight.DemiBold)

    def highlightBlock(self, text: str) -> None:  # noqa: N802
        """Colour one paragraph."""
        for piece in parse_linked(text):
            if not isinstance(piece, str):
                good = linked_number(self._desk, piece, self._language) is not None
                self.setFormat(piece.position, len(piece.written), self._good if good else self._bad)


def linked_number(desk: Desk, piece: LinkedNumber | BrokenLink, language: str, before: str = "") -> str | None:
    """Return a linked number as it will be printed after the words before it; None without value or meaning."""
    if isinstance(piece, BrokenLink):
        return None
    reference = piece.reference
    words = company_words(desk.catalogue.company, reference.code, language)
    metric = metric_of(desk.catalogue, reference.code)
    form = parse_format(piece.format, desk.catalogue.units)
    if words is not None or metric is None or form is None or reference.wildcard or not reference.whole:
        return words
    key = reference.key(desk.outline.year)
    if form.change:
        if told_change(desk.session.figures, key, metric, form).not_meaningful:
            return None
        return _directed(desk, change_text(desk.session.figures, key, metric, language), before, language) or None
    result = desk.session.result(key)
    if result.value is None:
        return None
    display = Display(metric, desk.catalogue, language, resolve_format(metric, desk.catalogue, piece.format))
    return display.show(result.value, result.qualifier, with_unit=True)


def _directed(desk: Desk, change: str, before: str, language: str) -> str:
    """Say the direction in words, as the draft does; words of the text's own stand alone."""
    phrases = desk.catalogue.phrases
    if "word.change.up" not in phrases:
        return change
    direction = phrases["word.change.down" if change.startswith("-") else "word.change.up"].best(language)
    size = change.lstrip("+-").replace(" pp", phrases["change.points"].best(language))
    return size if not size or said_direction(before, language) else f"{direction}{size}"


def filled(desk: Desk, text: str, language: str) -> tuple[str, int]:
    """Return a text with its numbers filled in, and how many could not be."""
    parts: list[str] = []
    missing = 0
    for piece in parse_linked(text):
        if isinstance(piece, str):
            parts.append(piece)
            continue
        found = linked_number(desk, piece, language, parts[-1] if parts else "")
        missing += found is None
        parts.append(found if found is not None else f"【{piece.written.strip('{}')}】")
    return "".join(parts), missing
