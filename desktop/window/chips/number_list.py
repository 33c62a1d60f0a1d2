"""The list of numbers that `{` opens in a text: found by name, value, unit, section, code or pinyin initials."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.window.chips.number_rows import NumberRowPainter, NumberRows
from desktop.window.look.card import muted
from desktop.window.look.popover import Popover
from desktop.window.session.desk import Desk
from desktop.work.number_search import Entry, Numbers, search

_WIDTH, _ROWS, _ROW = 440, 6, 44
_MOST = 300  # more than anybody reads: a narrower search finds the rest


class NumberList(Popover):
    """`chosen` carries a number’s code, and whether its format is to be chosen next; `brace` asks for `{` itself."""

    chosen = Signal(str, bool)
    brace = Signal()

    signs = ("{", "｛")  # what opens it: typed once more, that is meant itself

    def __init__(self, desk: Desk, language: str, host: QWidget) -> None:
        super().__init__(desk.theme, host)
        self._desk = desk
        self._entries = self.offered()
        self.rows = NumberRows(desk, language, self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Name, value, unit, section or pinyin initials"))
        self.field.setAccessibleName(self.tr("Number to put in"))
        self.list = QListView(self)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(NumberRowPainter(desk, self.rows, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Numbers found"))
        self.nothing = QLabel(self, wordWrap=True)
        self.nothing.setMargin(12)
        self._lay_out()
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._search)
        self.list.clicked.connect(lambda _: self._choose())
        self._search()

    def offered(self) -> list[Entry]:
        """Return what can be chosen."""
        desk = self._desk
        numbers = Numbers(desk.catalogue, desk.outline, desk.session.snapshot, desk.language,
                          desk.section_code, self._fields())  # fmt: skip
        return numbers.entries()

    def keys(self) -> str:
        """Return what the keys do."""
        return self.tr("↵ put in   Tab choose how it is shown   Esc back   { again: the sign itself")

    def _fields(self) -> dict[str, str]:
        return {
            "company.name": self.tr("Company’s full name"),
            "company.short": self.tr("Company’s short name"),
            "company.stockcode": self.tr("Stock code"),
            "company.website": self.tr("Company’s website"),
            "company.email": self.tr("Company’s email"),
            "company.address": self.tr("Company’s address"),
            "company.phone": self.tr("Company’s telephone"),
            "company.contact": self.tr("Company’s contact"),
            "company.year": self.tr("Year of the report"),
            "company.yearended": self.tr("Year of the report by its last day"),
        }

    def _lay_out(self) -> None:
        self.setFixedSize(_WIDTH, _ROWS * _ROW + 96)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(muted(self.keys(), self._desk.theme, self))

    def open_at(self, beside: QRect) -> None:
        """Open beside the cursor and take what is typed."""
        self.open_beside(beside)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _search(self) -> None:
        query = self.field.text()
        found = search(self._entries, query, self.rows.value)
        self.rows.show(found[:_MOST], query)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        words = self.tr("Nothing found for “{query}”.").format(query=query)
        self.nothing.setText(words + "\n" + self.tr("Try a name, a code, a unit, a section or pinyin initials."))
        if found:
            self.list.setCurrentIndex(self.rows.index(0))

    def _choose(self, *, shaped: bool = False) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self.rows.entries):
            code = self.rows.entries[row].code
            self.close_here()
            self.chosen.emit(code, shaped)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list while the field has the focus."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self.take(event)
        return super().eventFilter(watched, event)

    def take(self, event: QKeyEvent) -> bool:
        """Take a key of the field; return whether it was one of the list's."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
        key = Qt.Key(event.key())
        if key in steps:
            row = max(0, min(self.list.currentIndex().row() + steps[key], self.rows.rowCount() - 1))
            self.list.setCurrentIndex(self.rows.index(row))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._choose(shaped=key == Qt.Key.Key_Tab)
        elif key == Qt.Key.Key_Escape:
            self.close_here()
        elif event.text() in self.signs and not self.field.text():
            self.close_here()
            self.brace.emit()
        else:
            return False
        return True
