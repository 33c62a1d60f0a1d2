"""The list below the bar's field: whatever can be gone to or done, found by words, code or pinyin initials."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout

from desktop.window.look.card import muted
from desktop.window.look.popover import Popover
from desktop.window.look.theme import Theme, list_sheet, style_sheet
from desktop.window.panels.nothing_found import NothingFound
from desktop.window.panels.palette_rows import HEAD, ROW, PaletteRowPainter, PaletteRows
from desktop.work.palette import Found, Target, find

_WIDTH, _ROWS, _NOTHING, _REST = 560, 13, 190, 46


class Palette(Popover):
    """`targets` gives what there is: of the report that is open, or where asked for `wide`, of all.

    `chosen` carries a target, `listed` the words whose values are to be shown as a sheet, `left` comes with Esc.
    """

    chosen = Signal(object)
    listed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, field: QLineEdit, drawings: dict[str, str],
                 targets: Callable[[bool], Sequence[Target]]) -> None:  # fmt: skip
        super().__init__(theme, field)
        self._field, self._targets, self._wide = field, targets, False
        self._known: dict[bool, Sequence[Target]] = {}
        self.rows, self.list = PaletteRows(drawings, self), QListView(self)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(PaletteRowPainter(theme, self.rows, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setStyleSheet(list_sheet(theme))
        self.list.setAccessibleName(self.tr("What can be gone to or done"))
        self.nothing = NothingFound(theme, self)
        for part in (self.list.verticalScrollBar(), self.nothing):
            part.setStyleSheet(style_sheet(theme))
        self.nothing.way.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keys = self.tr("↑ ↓ choose   ↵ go or do   Ctrl+↵ the values as a sheet   Esc back")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 8, 6, 8)
        layout.setSpacing(6)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.nothing, 1)
        hint = muted(keys, theme, self)
        hint.setContentsMargins(6, 0, 6, 0)
        layout.addWidget(hint)
        self.nothing.wanted.connect(self._go_on)
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        field.textChanged.connect(self._on_words)

    def open_here(self) -> None:
        """Open below the field, with everything as it is now."""
        self._known, self._wide = {}, False
        self._search()
        if self.isHidden():
            self.open_beside(self._field.rect())

    def _on_words(self) -> None:
        if not self.isHidden():
            self._wide = False
            self._search()

    def _search(self) -> None:
        if self._wide not in self._known:
            self._known[self._wide] = self._targets(self._wide)
        found = find(self._known[self._wide], self._field.text())
        self.rows.show(found)
        some = bool(found.going or found.doing)
        self.list.setVisible(some)
        self.nothing.setVisible(not some)
        self._say_nothing()
        self._fit(found)
        self._mark(self.rows.step(-1, 1))

    def _say_nothing(self) -> None:
        query = self._field.text().strip()
        try_else = self.tr("Try a name, a code, a unit or pinyin initials.")
        if self._wide:
            words, way = self.tr("Nothing in any report fits “{query}”."), self.tr("Show all places and actions (↵)")
        else:
            words, way = self.tr("Nothing in this report fits “{query}”."), self.tr("Search all reports (↵)")
        told = words.format(query=query) + "\n" + try_else
        self.nothing.show_words(told, way)

    def _fit(self, found: Found) -> None:
        """Be as high as what was found, up to a bound."""
        heads = sum(isinstance(row, str) for row in self.rows.rows)
        rows = min(len(self.rows.rows) - heads, _ROWS)
        some = bool(found.going or found.doing)
        self.setFixedSize(_WIDTH, rows * ROW + heads * HEAD + _REST if some else _NOTHING)
        if not self.isHidden():
            self.place()

    def _mark(self, row: int) -> None:
        self.list.setCurrentIndex(self.rows.index(row))
        if row == self.rows.step(-1, 1):
            self.list.scrollToTop()  # with the head above it
        at = self.rows.target(row)
        self._field.setAccessibleDescription(", ".join(filter(None, (at.name, at.why or at.note))) if at else "")

    def _choose(self, row: int) -> None:
        """Take a row; one that cannot be done now says why in its line, and stays."""
        target = self.rows.target(row)
        if target is None:
            if not self.rows.rows:
                self._go_on()
        elif not target.why:
            self.close_here(back=False)
            self.chosen.emit(target)

    def _go_on(self) -> None:
        """Look in every report; where that was done, show everything again."""
        if self._wide:
            self._field.clear()
        else:
            self._wide = True
            self._search()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list while the field has the focus, and is typed in."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return not self.isHidden() and self._take(event)
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
        key, row = Qt.Key(event.key()), self.list.currentIndex().row()
        if key in steps:
            self._mark(self.rows.step(row, steps[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.close_here(back=False)
                self.listed.emit(self._field.text().strip())
            else:
                self._choose(row)
        elif key == Qt.Key.Key_Escape:
            self.close_here(back=False)
            self.left.emit()
        else:
            return False
        return True
