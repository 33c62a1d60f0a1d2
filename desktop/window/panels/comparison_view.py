"""Two states beside each other: what is different by section, narrowed by kind and words, the chosen one in full."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSplitter,
    QTextBrowser,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.window.item_models.comparison_model import (
    AFTER,
    BEFORE,
    KIND,
    WHAT,
    WHEN,
    WHO,
    ComparisonModel,
    local_time,
)
from desktop.window.look.chooser import Chooser
from desktop.window.look.theme import list_sheet
from desktop.window.session.desk import Desk
from desktop.work.difference_places import Placed
from desktop.work.difference_words import paragraphs

_WIDTHS = {WHAT: 270, KIND: 88, BEFORE: 190, AFTER: 190, WHO: 100, WHEN: 124}
_FEW = 60  # rows that are opened at once


class ComparisonView(QWidget):
    """`chosen` carries the change whose place is wanted: clicked, or Enter."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = ComparisonModel(desk)
        self._build()
        self._lay_out()
        self.kinds.activated.connect(lambda _: self._narrow())
        self.filter.textChanged.connect(lambda _: self._narrow())
        self.tree.clicked.connect(self._choose)
        self.tree.activated.connect(self._choose)
        self.tree.selectionModel().currentChanged.connect(lambda new, _: self._show_whole(new))

    def _build(self) -> None:
        theme = self._desk.theme
        self.kinds, self.filter, self.count = Chooser(theme, self, plain=True), QLineEdit(self), QLabel(self)
        self.kinds.setAccessibleName(self.tr("Kind"))
        self.filter.setObjectName("filter")
        self.filter.setPlaceholderText(self.tr("Filter by name, value, person …"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        self.tree = QTreeView(self)
        self.tree.setModel(self.model)
        self.tree.setUniformRowHeights(True)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.setAccessibleName(self.tr("Differences"))
        self.tree.setStyleSheet(list_sheet(theme, f"1px solid {theme.line}"))
        header = self.tree.header()
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setStretchLastSection(False)
        for column in (BEFORE, AFTER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.whole = QTextBrowser(self)
        self.whole.setAccessibleName(self.tr("The chosen difference in full"))
        self.whole.setStyleSheet(f"QTextBrowser {{ background: {theme.surface}; border: 1px solid {theme.line}; }}")

    def _lay_out(self) -> None:
        bar, layout = QHBoxLayout(), QVBoxLayout(self)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.kinds)
        bar.addWidget(self.count)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(self.tree)
        parts.addWidget(self.whole)
        parts.setSizes([240, 130])
        parts.setChildrenCollapsible(False)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(parts, 1)

    def show_changes(self, changes: tuple[Placed, ...]) -> None:
        """Show what is different, all kinds at first."""
        self.model.show_changes(changes)
        self.kinds.clear()
        self.kinds.addItem(self.tr("All kinds ({count})").format(count=len(changes)), None)
        for kind, count in self.model.counts().items():
            self.kinds.addItem(f"{self.model.kind_words(kind)} ({count})", kind)
        self._narrow()

    def _narrow(self) -> None:
        self.model.kind, self.model.wanted = self.kinds.currentData(), self.filter.text()
        self.model.load()
        shown, whole = self.model.shown(), sum(self.model.counts().values())
        self.count.setText(self.tr("{shown} of {count}").format(shown=shown, count=whole) if shown != whole else "")
        if shown <= _FEW:
            self.tree.expandAll()
        for row in range(self.model.rowCount()):
            self.tree.setFirstColumnSpanned(row, QModelIndex(), True)
        first = self.model.index(0, WHAT)
        self.tree.setCurrentIndex(self.model.index(0, WHAT, first) if shown else QModelIndex())
        self._show_whole(self.tree.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        if (one := self.model.one(index)) is not None:
            self.chosen.emit(one)

    def _show_whole(self, index: QModelIndex) -> None:
        one = self.model.one(index)
        self.whole.setHtml(self._told(one) if one is not None else "")

    def _told(self, one: Placed) -> str:
        told, theme = one.told, self._desk.theme
        by = " · ".join(filter(None, (told.who, local_time(told.at) if told.at else "", told.reason)))
        who = f"<span style='color:{theme.text2}'>{escape(by)}</span>"
        head = f"<p style='margin:2px 0'><b>{escape(told.name)}</b> {who}</p>"
        nothing = self.tr("nothing")
        if "\n" in told.before + told.after:
            return head + "".join(self._paragraph(*pair) for pair in paragraphs(told.before, told.after))
        return head + f"<p style='margin:2px 0'>{escape(told.before or nothing)} → {escape(told.after or nothing)}</p>"

    def _paragraph(self, mark: str, text: str) -> str:
        """Return a paragraph with what became of it, in sign and colour."""
        theme = self._desk.theme
        if mark == "…":
            words = self.tr("… {count} unchanged").format(count=text)
            return f"<p style='margin:2px 0;color:{theme.text2}'>{words}</p>"
        colour = {"-": theme.error, "+": theme.good, "": theme.text}[mark]
        sign = {"-": "− ", "+": "+ ", "": ""}[mark]
        return f"<p style='margin:2px 0;color:{colour}'>{sign}{escape(text)}</p>"
