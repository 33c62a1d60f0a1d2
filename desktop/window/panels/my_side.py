"""Beside one's own items: what is missing before they are handed in, what the editor says, evidence, colleagues."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.window.look.card import heading, muted
from desktop.window.look.icons import icon
from desktop.window.look.scale import BODY
from desktop.window.look.theme import Theme
from desktop.window.session.my_words import MyWords
from desktop.work.my_work import Lacking

# A line: what it is drawn with, its colour, its words, its count (or what stands there).
Line = tuple[str, str, str, str]
Parts = tuple[tuple[str, tuple[Line, ...]], ...]  # with their titles


class MySide(QScrollArea):
    """`hand_in_wanted` asks for the dialog that hands in, `pass_wanted` for a colleague."""

    hand_in_wanted = Signal()
    pass_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("infoPanel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._build()
        self.hand_in.clicked.connect(self.hand_in_wanted)
        self.pass_on.clicked.connect(self.pass_wanted)

    def _build(self) -> None:
        ground = QWidget(self)
        ground.setObjectName("sideGround")
        ground.setStyleSheet(f"#sideGround {{ background: {self._theme.surface}; }}")
        self.title, self.hint = heading("", ground, BODY), muted("", self._theme, ground)
        self.hand_in, self.pass_on = QPushButton(ground), QPushButton(ground)
        self.hand_in.setIcon(icon("send", self._theme.text))
        self._lists = [QWidget(ground), QWidget(ground)]
        self._shown: list[object] = [None, None]
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(16, 14, 14, 12)
        self._column.setSpacing(8)
        for widget in (self.title, self._lists[0], self.hand_in, self.hint, self._lists[1], self.pass_on):
            self._column.addWidget(widget)
        self._column.addStretch()
        self.setWidget(ground)

    def show_words(self, words: MyWords, why_not_passed: str, why_not: str) -> None:
        """Show what is told of a share; `why_not` says why it cannot be handed in here, where it cannot."""
        work, theme = words.work, self._theme
        count = sum(item.to_do for item in work.items)
        missing = self.tr("Before handing in: {count}").format(count=count)
        self.title.setText(missing if count else self.tr("Nothing is missing"))
        self.hint.setText(self.tr("It lists what is missing; a share that is not whole is handed in with the reason."))
        self.hint.setVisible(bool(count))
        self._name_buttons(words, why_not_passed)
        self.hand_in.setEnabled(not why_not)
        self.hand_in.setToolTip(why_not or "Ctrl+Shift+Enter")
        none = self.tr("No file yet. Drop one on a row of the list.")
        files = tuple(("evidence", theme.text2, name, str(count)) for name, count in sorted(work.evidence.items()))
        self._show(0, (("", self._lacking(work.lacking)),))
        self._show(1, (
            (self.tr("The editor says"), self._guidance(words)),
            (self.tr("Evidence"), files or (("", theme.text2, none, ""),)),
            (self.tr("Colleagues"), self._colleagues(words)),
        ))  # fmt: skip

    def _show(self, place: int, parts: Parts) -> None:
        """Put parts in the place of others, where they are others."""
        if parts == self._shown[place]:
            return
        self._shown[place] = parts
        old, new = self._lists[place], QWidget(self.widget())
        column = QVBoxLayout(new)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for title, lines in parts:
            if title:
                self._add_title(column, title, new)
            self._add_lines(column, lines, new)
        self._column.replaceWidget(old, new)
        self._lists[place] = new
        old.hide()
        old.deleteLater()

    def _name_buttons(self, words: MyWords, why_not_passed: str) -> None:
        again = words.state == "changed" or words.work.share.state == "returned"
        first = self.tr("Handed in …") if words.state in ("done", "approved") else self.tr("Hand in …")
        self.hand_in.setText(self.tr("Hand in again …") if again else first)
        self.pass_on.setText(self.tr("Pass on …"))
        self.pass_on.setEnabled(not why_not_passed)
        self.pass_on.setToolTip(why_not_passed)

    def _lacking(self, lacking: Lacking) -> tuple[Line, ...]:
        theme = self._theme
        lines = (
            ("empty", theme.text3, self.tr("Values without an answer"), lacking.values),
            ("empty", theme.text3, self.tr("Texts not written"), lacking.texts),
            ("empty", theme.text3, self.tr("Lists without a record"), lacking.lists),
            ("carried", theme.doubt, self.tr("Last year's words, untouched"), lacking.carried),
            ("returned", theme.people, self.tr("Came back, not changed yet"), lacking.returned),
            ("error", theme.error, self.tr("Errors (not in the way)"), lacking.errors),
            ("doubt", theme.doubt, self.tr("Doubts (not in the way)"), lacking.doubts),
        )
        return tuple((drawing, colour, words, str(count)) for drawing, colour, words, count in lines if count)

    def _guidance(self, words: MyWords) -> tuple[Line, ...]:
        request = words.work.request
        said = request.guidance or self.tr("Nothing for the whole share.")
        return (("", self._theme.text if request.guidance else self._theme.text2, said, ""),)

    def _colleagues(self, words: MyWords) -> tuple[Line, ...]:
        theme, people = self._theme, words.work.colleagues
        lines = tuple(("people", theme.text2, name, str(count) if count else "") for name, count in people.items())
        return lines or (("", theme.text2, self.tr("Nobody else of the department is listed."), ""),)

    def _add_title(self, column: QVBoxLayout, title: str, parent: QWidget) -> None:
        rule = QFrame(parent)
        rule.setFixedHeight(1)
        rule.setStyleSheet(f"background: {self._theme.line};")
        column.addSpacing(4)
        column.addWidget(rule)
        column.addWidget(muted(title, self._theme, parent))

    def _add_lines(self, column: QVBoxLayout, lines: tuple[Line, ...], parent: QWidget) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (drawing, colour, words, count) in enumerate(lines):
            said = QLabel(parent, wordWrap=True)
            said.setText(escape(words).replace("\n", "<br>"))
            if drawing:
                mark = QLabel(parent)
                mark.setPixmap(icon(drawing, colour).pixmap(16, 16))
                grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            else:
                said.setStyleSheet(f"color: {colour};")
            grid.addWidget(said, row, 1 if drawing else 0, 1, 1 if drawing else 2)
            grid.addWidget(QLabel(count, parent), row, 2, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)
