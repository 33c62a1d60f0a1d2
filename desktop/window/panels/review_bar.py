"""The foot of the place of review: what is ticked, a remark, and the reason that a return asks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop.window.session.desk import Desk
from desktop.work.review import ItemReview


class ReviewBar(QWidget):
    """`approve_wanted` and `return_wanted` carry items and words; `left` says that a return was thought better of."""

    approve_wanted = Signal(object, str)
    return_wanted = Signal(object, str)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ticked: tuple[ItemReview, ...] = ()
        self._returning: tuple[ItemReview, ...] = ()
        self._may = False
        self._told = ""
        self.said, self.line = QLabel(self), QLineEdit(self)
        self.give_back, self.approve = QPushButton(self), QPushButton(self)
        self.approve.setObjectName("primary")
        self.line.setObjectName("filter")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 14, 10)
        layout.setSpacing(8)
        for widget, stretch in ((self.said, 0), (self.line, 1), (self.give_back, 0), (self.approve, 0)):
            layout.addWidget(widget, stretch)
        self.give_back.clicked.connect(self._on_return)
        self.approve.clicked.connect(self.approve_ticked)
        self.line.returnPressed.connect(self._on_enter)

    def show_ticked(self, ticked: Sequence[ItemReview], *, may: bool) -> None:
        """Offer to answer these."""
        before = [item.item.subject for item in self._ticked]
        if before and before != [item.item.subject for item in ticked]:
            self._told = ""
        self._ticked, self._may = tuple(ticked), may
        self._refresh()

    def tell(self, words: str) -> None:
        """Say what became of an answer, until something else is done."""
        self._told = words
        self._refresh()

    def _refresh(self) -> None:
        count = str(len(self._returning or self._ticked))
        returning = bool(self._returning)
        if returning:
            self.said.setText(self.tr("Return {count}:").format(count=count))
            self.line.setPlaceholderText(self.tr("Reason, which the department is told"))
            self.give_back.setText(self.tr("Return"))
            self.approve.setText(self.tr("Cancel"))
        else:
            told = self.tr("Ticked: {count}").format(count=count)
            self.said.setText(self._told or (told if self._ticked else self.tr("Space ticks what has no fault")))
            self.line.setPlaceholderText(self.tr("Remark (may stay empty)"))
            self.give_back.setText(
                self.tr("Return {count} …").format(count=count) if self._ticked else self.tr("Return …")
            )
            self.approve.setText(self.tr("Approve {count}").format(count=count) if self._ticked else self.tr("Approve"))
        self.line.setAccessibleName(self.line.placeholderText())
        self.approve.setToolTip("" if returning else "Ctrl+Enter")
        self.line.setEnabled(self._may)
        for button in (self.give_back, self.approve):
            button.setEnabled(self._may and (returning or bool(self._ticked)))

    def approve_ticked(self) -> None:
        """Approve what is ticked, in one step."""
        if self._returning:
            self.cancel()
        elif self._may and self._ticked:
            self.approve_wanted.emit(self._ticked, self.line.text().strip())

    def start_return(self, items: Sequence[ItemReview]) -> None:
        """Ask for the reason of a return."""
        if not self._may or not items:
            return
        self._returning, self._told = tuple(items), ""
        self._refresh()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_return(self) -> None:
        if self._returning:
            self._give_back()
        else:
            self.start_return(self._ticked)

    def _on_enter(self) -> None:
        if self._returning:
            self._give_back()

    def _give_back(self) -> None:
        reason = self.line.text().strip()
        if not reason:
            self.said.setText(self.tr("A return needs a reason."))
            self.line.setFocus()
            return
        items, self._returning = self._returning, ()
        self.return_wanted.emit(items, reason)

    def cancel(self) -> None:
        """Leave a return that was begun."""
        self._returning = ()
        self.line.clear()
        self._refresh()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves a return that was begun."""
        if event.key() == Qt.Key.Key_Escape and self._returning:
            self.cancel()
            event.accept()
        else:
            super().keyPressEvent(event)
