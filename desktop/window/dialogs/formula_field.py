"""A formula while it is written: its inputs with this year's values below it, and what stands in its way."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.window.chips.formula_edit import FormulaEdit
from desktop.window.fields.choices import metric_choices
from desktop.window.fields.input_words import input_words
from desktop.window.panels.tag_field import FindField
from desktop.window.session.desk import Desk
from desktop.work.structure.inputs import Input, read_formula
from schema.catalogue.definitions import Metric

_AFTER = 150


class FormulaField(QWidget):
    """`changed` comes with what a person writes; `checked` once the inputs below follow."""

    changed = Signal()
    checked = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.line, self.finder, self.inputs = FormulaEdit(desk, self), FindField(self), QLabel(self, wordWrap=True)
        self.inputs.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.line.setPlaceholderText(self.tr("[ finds a metric or a factor: [… @-1] last year, [… :…=…] a category"))
        self.line.setAccessibleName(self.tr("Formula"))
        self.finder.setPlaceholderText(self.tr("Find a metric to put in: name, code or initials"))
        self.finder.setAccessibleName(self.tr("Metric for the formula"))
        self._choices = metric_choices(desk, desk.catalogue.metrics.values())
        self.finder.offer(words for _, words in self._choices)
        self._soon = QTimer(self, singleShot=True, interval=_AFTER)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for widget in (self.line, self.finder, self.inputs):
            box.addWidget(widget)
        self.inputs.hide()
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(lambda _: self._soon.start())
        self._soon.timeout.connect(self._on_soon)
        self.finder.found.connect(self._put_in)
        self.inputs.linkActivated.connect(self._mend)
        self.line.grown.connect(self._fit)

    def text(self) -> str:
        """Return the formula as written."""
        return self.line.text().strip()

    def show_text(self, text: str) -> None:
        """Show a formula."""
        self.line.setText(text)

    def _put_in(self, line: str) -> None:
        code = next(code for code, words in self._choices if words == line)
        self.line.insert(f"[{code}]")
        self.line.setFocus()
        self._on_soon()

    def _mend(self, link: str) -> None:
        """Put the metric that was probably meant in the place of one that is not there."""
        wrong, _, right = link.partition(">")
        self.line.setText(self.line.text().replace(f"[{wrong}", f"[{right}"))
        self._on_soon()

    def _on_soon(self) -> None:
        self.changed.emit()

    def show_inputs(self, metric: Metric) -> None:
        """Look at the formula as that of a metric, and show its inputs."""
        desk = self._desk
        text = self.text()
        if not text:
            self.inputs.hide()
            return
        reading = read_formula(desk.catalogue, text, metric, desk.session.figures, desk.period)
        lines = [self._line(one) for one in reading.inputs]
        self.inputs.setText(f"<table cellspacing='2'>{''.join(lines)}</table>" if lines else "")
        self.inputs.setVisible(bool(lines))
        self._fit()
        self.checked.emit()

    def _fit(self) -> None:
        """Ask for the room that formula and inputs take: the form around would press them together."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            flexible = layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else 0
            self.setMinimumHeight(max(layout.minimumSize().height(), flexible))

    def _line(self, one: Input) -> str:
        theme, desk = self._desk.theme, self._desk
        if one.metric is None:
            told = escape(self.tr("There is no {code}").format(code=one.written))
            words = f"<span style='color:{theme.error}'>✕ {told}</span>"
            link = ""
            if one.near is not None:
                name = escape(desk.words(one.near.name))
                link = f"<a style='color:{theme.accent}' href='{one.written}>{one.near.code}'>{name} ↵</a>"
            return f"<tr><td>{words}</td><td></td><td align='right'>{link}</td></tr>"
        name, unit, shown = input_words(desk, one)
        cells = (f"✓ {escape(name)}", escape(unit), escape(shown))
        return f"<tr><td>{cells[0]} &nbsp;</td><td>{cells[1]} &nbsp;</td><td align='right'>{cells[2]}</td></tr>"
