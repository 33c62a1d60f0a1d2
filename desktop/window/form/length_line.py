"""Below a text: how long it is, beside how long it should be."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from desktop.window.look.theme import Theme
from desktop.work.slot_guide import SlotGuide
from schema.grammar.text_length import TextLength, count_length


class LengthLine(QLabel):
    """Counts as readers of the language do. A text that is shorter or longer than the outline asks is told in words and
    colour; what is only usual stands beside."""

    def __init__(self, theme: Theme, language: str, guide: SlotGuide | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._language, self._guide = theme, language, guide.length if guide else None
        self._asked = guide is not None and guide.basis == "outline"

    def show_text(self, printed: str) -> None:
        """Count a text as it prints; the lines of a table and the marks of bold words don't count."""
        count, guide = count_length(printed.replace("|", " ").replace("**", ""), self._language), self._guide
        wrong = self._asked and bool(count) and guide is not None and not guide.least <= count <= guide.most
        words = self.tr("{count} words") if self._language == "en" else self.tr("{count} characters")
        if guide is not None:
            words += self.tr(" (asked: {length})") if self._asked else self.tr(" (usual: {length})")
        self.setText(words.format(count=count, length=guide) + (self._amiss(count, guide) if wrong and guide else ""))
        self.setStyleSheet(f"color: {self._theme.doubt if wrong else self._theme.text2};")

    def _amiss(self, count: int, guide: TextLength) -> str:
        if count < guide.least:
            return self.tr(", {missing} to go").format(missing=guide.least - count)
        return self.tr(", {over} too many").format(over=count - guide.most)
