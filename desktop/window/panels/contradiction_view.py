"""One contradiction: its statements side by side, and its explanation, to be written or taken back."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.scale import BODY, FIRST
from desktop.window.look.theme import ui_font
from desktop.window.panels.statement_words import says, stands_at
from desktop.window.session.desk import Desk
from desktop.window.session.places import place_in
from schema.validation.contradictions.contradiction import Contradiction, Stated
from schema.validation.contradictions.words import said
from schema.values.datapoint import Restatement
from schema.values.subject import PublishedAt

_BESIDE = 3  # statements in one row
_MOST_REASON, _LEAST_REASON = 90, 40
_SHORT = 24  # characters that are shown large
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StatementCard(QFrame):
    """What one statement says, where it stands, and the way there; `wanted` carries the statement."""

    wanted = Signal(object)

    def __init__(self, desk: Desk, stated: Stated, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self.stated = desk, stated
        self.setObjectName("statement")
        theme = desk.theme
        self.setStyleSheet(
            f"#statement {{ background: {theme.surface}; border: 1px solid {theme.line}; border-radius: 6px; }}"
        )
        words = said(stated, desk.catalogue, desk.language)
        self.report, self.words, self.place = (
            self._label(text) for text in (says(desk, stated), words, stands_at(desk, stated))
        )
        self.words.setFont(ui_font(desk.language, FIRST if len(words) <= _SHORT else BODY))
        for quiet in (self.report, self.place):
            quiet.setStyleSheet(f"color: {theme.text2};")
        self.show_button = QPushButton(self.tr("Go there"), self)
        self.show_button.setAutoDefault(False)
        self.show_button.setVisible(place_in(desk, stated.at, stated.report) is not None)
        self.show_button.clicked.connect(lambda: self.wanted.emit(stated))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(4)
        for label in (self.report, self.words, self.place):
            layout.addWidget(label)
            label.setHidden(not label.text())
        layout.addStretch()
        layout.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self, wordWrap=True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label


class ContradictionView(QWidget):
    """`explained` carries a reason; `withdrawn` says that the explanation is taken back.

    `restate_wanted` carries the restatement that would settle it, whose reason is to be stated.
    """

    place_wanted = Signal(object)
    explained = Signal(str)
    withdrawn = Signal()
    restate_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, *, flat: bool = False) -> None:
        """Lay the settling below the statements; `flat` beside them, for a place that is wide and low."""
        super().__init__(parent)
        self._desk = desk
        self.found: Contradiction | None = None
        self.cards: list[StatementCard] = []
        self._build()
        self._lay_flat() if flat else self._lay_out()
        self.explain.clicked.connect(self._on_explain)
        self.withdraw.clicked.connect(self.withdrawn)
        self.restate.clicked.connect(self._on_restate)
        self.reason.textChanged.connect(self._enable)

    def _build(self) -> None:
        self.sentence = QLabel(self, wordWrap=True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self.given = QLabel(self, wordWrap=True)
        self.given.setTextFormat(Qt.TextFormat.PlainText)
        self.reason = QPlainTextEdit(self)
        self.reason.setTabChangesFocus(True)
        self.explain, self.withdraw, self.restate = (QPushButton(self) for _ in range(3))
        self.explain.setObjectName("primary")
        for button in (self.restate, self.explain, self.withdraw):
            button.setAutoDefault(False)

    def _lay_flat(self) -> None:
        layout, sides, settle, buttons = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        for box in (layout, sides, settle):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(8)
        self.reason.setMaximumHeight(_MOST_REASON)
        self.reason.setMinimumHeight(_LEAST_REASON)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        settle.addWidget(self.reason, 1)
        settle.addWidget(self.given)
        buttons.addStretch()
        for button in (self.restate, self.explain, self.withdraw):
            buttons.addWidget(button)
        settle.addLayout(buttons)
        settle.addStretch()
        sides.addWidget(self._area, 3)
        sides.addLayout(settle, 2)
        layout.addWidget(self.sentence)
        layout.addLayout(sides, 1)

    def _lay_out(self) -> None:
        settle = QHBoxLayout()
        settle.setSpacing(10)
        settle.addWidget(self.reason, 1)
        settle.addWidget(self.given, 1)
        for button in (self.restate, self.explain, self.withdraw):
            settle.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.reason.setFixedHeight(60)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.sentence)
        layout.addWidget(self._area, 1)
        layout.addLayout(settle)

    def show_found(self, found: Contradiction | None) -> None:
        """Show another contradiction, or the same one anew; what is being typed stays with the one it is about."""
        same = found is not None and self.found is not None and found.id == self.found.id
        if not same:
            self.reason.clear()
        self.found = found
        self.sentence.setText(self._desk.sentence(found.issue) if found else "")
        self.sentence.setToolTip(self.sentence.text())
        self._show_statements(found.statements if found else ())
        state, writable = found.state if found else "", self._desk.session.writable
        self.reason.setVisible(state == "open" and writable)
        self.explain.setVisible(state == "open" and writable)
        self.given.setVisible(state in ("explained", "restated"))
        self.given.setText(self._given(found) if found else "")
        self.withdraw.setVisible(state == "explained" and writable)
        self.restate.setVisible(writable and self._restatement() is not None)
        self._name_things()

    def _name_things(self) -> None:
        self.explain.setText(self.tr("Explain"))
        self.withdraw.setText(self.tr("Take explanation back"))
        self.restate.setText(self.tr("State as restatement …"))
        self.restate.setToolTip(self.tr("Later reports that show this value print the reason in a footnote."))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Why both may stand: what was counted differently, what was checked"))
        self._enable()

    def _show_statements(self, statements: tuple[Stated, ...]) -> None:
        inner = QWidget(self)
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        self.cards = [StatementCard(self._desk, stated, inner) for stated in statements]
        for number, card in enumerate(self.cards):
            card.wanted.connect(self.place_wanted)
            grid.addWidget(card, number // _BESIDE, number % _BESIDE)
        grid.setRowStretch(grid.rowCount(), 1)  # no card is higher than the words beside it need
        for column in range(min(len(self.cards), _BESIDE)):
            grid.setColumnStretch(column, 1)
        self._area.setWidget(inner)

    def _given(self, found: Contradiction) -> str:
        reason = self._desk.words(found.reason)
        if found.state == "restated":
            return self.tr("Settled by the reason of a restatement: {reason}").format(reason=reason)
        if not found.at:
            return self.tr("Explained: {reason}").format(reason=reason)
        day = f"{datetime.fromisoformat(found.at).astimezone():%Y-%m-%d}"
        return self.tr("Explained: {reason} ({who}, {date})").format(reason=reason, who=found.who, date=day)

    def _restatement(self) -> Restatement | None:
        """Return the restatement that would settle an open one; None where its reason would settle nothing."""
        from desktop.work.restate import OPEN, restatement_at  # deferred: not needed before something is shown

        found = self.found
        if found is None or found.kind not in OPEN or found.state not in ("open", "restated"):
            return None
        moment = self._desk.session.moment
        told = [restatement_at(moment, s.report, s.at.key) for s in found.statements if isinstance(s.at, PublishedAt)]
        return next((one for one in told if isinstance(one, Restatement)), None)

    def _on_restate(self) -> None:
        if (restatement := self._restatement()) is not None:
            self.restate_wanted.emit(restatement)

    def _enable(self) -> None:
        self.explain.setEnabled(bool(self.reason.toPlainText().strip()))

    def _on_explain(self) -> None:
        if self.found is not None:
            self.explained.emit(self.reason.toPlainText().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter explains, also out of the reason, where Enter begins a line."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.explain.click()
        else:
            super().keyPressEvent(event)
