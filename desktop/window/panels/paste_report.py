"""Docked at the foot of the sheet after a paste: what was taken, each cell that was not with why, and the way back."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from desktop.window.item_models.cell_model import CellModel
from desktop.window.look.icons import icon
from desktop.window.look.theme import style_sheet
from desktop.work.sheet.block import Block
from desktop.work.sheet.outcome import Left, Told

_HEIGHT, _MOST, _LONG = 104, 200, 40


class PasteReport(QFrame):
    """Its height never changes while it is there. `way_wanted` leads to a cell, `undo_wanted` takes the paste back."""

    way_wanted = Signal(object)
    undo_wanted = Signal()
    closed = Signal()

    def __init__(self, model: CellModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._ways: list[object] = []
        theme = model.desk.theme
        self.setObjectName("pasteReport")
        self.setFixedHeight(_HEIGHT)
        self.setStyleSheet(
            style_sheet(theme) + f"#pasteReport {{ background: {theme.surface}; border-top: 1px solid {theme.edge}; }}"
        )
        self.title, self.lines = QLabel(self), QTextBrowser(self)
        self.lines.setOpenLinks(False)
        self.lines.document().setDocumentMargin(0)
        self.undo, self.first, self.shut = QPushButton(self), QPushButton(self), QToolButton(self)
        self.shut.setIcon(icon("close", theme.text2))
        self._lay_out()
        self.undo.clicked.connect(self.undo_wanted)
        self.first.clicked.connect(lambda: self.way_wanted.emit(self._ways[0]))
        self.shut.clicked.connect(self.closed)
        self.lines.anchorClicked.connect(self._go)
        self.hide()

    def _lay_out(self) -> None:
        head, layout = QHBoxLayout(), QVBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        layout.setSpacing(2)
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        for button in (self.undo, self.first, self.shut):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        layout.addWidget(self.lines, 1)

    def show_outcome(self, block: Block, outcome: Told) -> None:
        """Tell what became of a block; of an empty one what was typed and not taken."""
        theme = self._model.desk.theme
        count = self._count(block).format(count=outcome.taken - outcome.cleared)
        size = self.tr("from {columns} × {rows} cells, one step of undo")
        told = size.format(columns=len(block[0]), rows=len(block)) if block else ""
        if outcome.cleared and block:
            told += self.tr("; emptied: {count}").format(count=outcome.cleared)
        if not outcome.changes_anything:
            told = self.tr("nothing was changed")
        self.title.setText(f"<b>{escape(count)}</b> &nbsp;<span style='color:{theme.text2}'>{escape(told)}</span>")
        self._ways = []
        self.lines.setHtml("".join(map(self._line, outcome.left[:_MOST])) or self._nothing_left())
        self.undo.setText(self.tr("Undo paste") if block else self.tr("Undo"))
        self.first.setText(self.tr("Go to the first"))
        self.first.setVisible(bool(self._ways))
        self.shut.setToolTip(self.tr("Close"))
        self.shut.setAccessibleName(self.tr("Close"))
        self.lines.setAccessibleName(self.tr("What was not taken"))
        self.setAccessibleName(self.title.text())
        self.allow_undo(outcome.changes_anything, "" if outcome.changes_anything else told)
        self.show()

    def _count(self, block: Block) -> str:
        """Return how cells are counted: values or others, pasted or typed."""
        if not block:
            return self.tr("Cells not taken")
        return self.tr("Values pasted: {count}") if self._model.of_values else self.tr("Cells pasted: {count}")

    def _nothing_left(self) -> str:
        colour, words = self._model.desk.theme.text2, self.tr("Every cell of the block found its place.")
        return f"<p style='margin:0;color:{colour}'>{escape(words)}</p>"

    def _line(self, left: Left) -> str:
        theme, text = self._model.desk.theme, left.text.replace("\n", " ")
        shown = text if len(text) <= _LONG else text[: _LONG - 1] + "…"
        colour, sign = (theme.error, "●") if left.why == "unread" else (theme.text2, "⊖")
        words = self.tr("“{text}” was not taken. {reason}")
        if left.why == "unread":
            words = self.tr("“{text}” is kept there and marked. {reason}")
        told = words.format(text=shown, reason=self._model.reason(left))
        return f"<p style='margin:0 0 2px 0;color:{colour}'>{sign} {self._link(left)} {escape(told)}</p>"

    def _link(self, left: Left) -> str:
        """Return the name of a cell as a link to it; where there is none its line is counted, or that of the block."""
        way = self._model.way(left.at)
        if left.at[0] < 0:
            return escape(self.tr("copied line {number}").format(number=-left.at[0]))
        if way is None:
            return escape(self.tr("line {number}").format(number=left.at[0] + 1))
        name, found_by = way
        self._ways.append(found_by)
        colour = self._model.desk.theme.accent
        return f"<a style='color:{colour}' href='cell:{len(self._ways) - 1}'>{escape(name)}</a>"

    def allow_undo(self, may: bool, why: str) -> None:
        """Offer to take the paste back while it is the last step; else say why not."""
        self.undo.setEnabled(may)
        self.undo.setToolTip(why)

    def _go(self, url: QUrl) -> None:
        self.way_wanted.emit(self._ways[int(url.path())])
