"""Several of many: what is chosen stands as small words that can be taken away, a field beside them finds more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.window.fields.choices import APART
from desktop.window.look.theme import Theme


class FindField(QLineEdit):
    """`found` carries the line that was chosen; `emptied` comes with Backspace in the empty field."""

    found = Signal(str)
    emptied = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = QStringListModel(self)
        self.completer_ = QCompleter(self._lines, self)
        self.completer_.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer_.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer_.setMaxVisibleItems(8)
        self.setCompleter(self.completer_)
        self.completer_.activated[QModelIndex].connect(self._choose)  # type: ignore[index]  (stubs know no overloads)
        self.returnPressed.connect(self._take_first)

    def offer(self, lines: Iterable[str]) -> None:
        """Say what can be found."""
        self._lines.setStringList(list(lines))

    def _choose(self, index: QModelIndex) -> None:
        self._take(str(index.data()))

    def _take_first(self) -> None:
        if self.text().strip() and self.completer_.completionCount():
            self.completer_.setCurrentRow(0)
            self._take(self.completer_.currentCompletion())

    def _take(self, line: str) -> None:
        QTimer.singleShot(0, self, self.clear)  # the completer writes the line into the field after this
        self.found.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is found, and goes no further while something is typed."""
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        typed = bool(self.text().strip())
        super().keyPressEvent(event)
        if is_enter and typed:
            event.accept()


class TagField(QWidget):
    """`changed` comes whenever something is added or taken away by a person."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words: dict[str, str] = {}
        self._chosen: list[str] = []
        self.label, self.field = QLabel(self, wordWrap=True), FindField(self)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.label.hide()
        self.setFocusProxy(self.field)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.label)
        box.addWidget(self.field)
        self.label.linkActivated.connect(self._take_away)
        self.field.found.connect(self._add)
        self.field.emptied.connect(self._take_last)

    def name(self, words: str, hint: str) -> None:
        """Say what is chosen here, and what the field is for."""
        self.field.setAccessibleName(words)
        self.field.setPlaceholderText(hint)

    def offer(self, options: Iterable[tuple[str, str]]) -> None:
        """Say what can be chosen: (code, words)."""
        self._words = dict(options)
        self._show()

    def codes(self) -> tuple[str, ...]:
        """Return what is chosen."""
        return tuple(self._chosen)

    def choose(self, codes: Sequence[str]) -> None:
        """Choose these; nothing is told."""
        self._chosen = list(codes)
        self._show()

    def _add(self, line: str) -> None:
        code = next((code for code, words in self._words.items() if words == line), "")
        if code and code not in self._chosen:
            self._chosen.append(code)
            self._show()
            self.changed.emit()

    def _take_away(self, code: str) -> None:
        if code in self._chosen:
            self._chosen.remove(code)
            self._show()
            self.changed.emit()

    def _take_last(self) -> None:
        if self._chosen:
            self._take_away(self._chosen[-1])

    def _show(self) -> None:
        theme = self._theme
        style = f"color: {theme.text}; background: {theme.chip}; text-decoration: none;"
        named = {code: escape(self._words.get(code, code).partition(APART)[0]) for code in self._chosen}
        tags = (
            f"<a href='{escape(code)}' style='{style}'>&nbsp;{words}&nbsp;×&nbsp;</a>" for code, words in named.items()
        )
        self.label.setText("&nbsp; ".join(tags))
        self.label.setAccessibleName(", ".join(self._words.get(code, code) for code in self._chosen))
        self.label.setVisible(bool(self._chosen))
        self.field.offer(words for code, words in self._words.items() if code not in self._chosen)
