"""The fields of a metric: name, code, unit, how its values come about, owner, breakdowns, disclosures, definition."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from desktop.window.dialogs.formula_field import FormulaField
from desktop.window.fields.choices import (
    breakdown_choices,
    department_choices,
    disclosure_choices,
    disclosure_codes,
    disclosures_of,
    metric_choices,
    unit_choices,
)
from desktop.window.look.card import muted
from desktop.window.look.chooser import Chooser
from desktop.window.panels.tag_field import TagField
from desktop.window.session.desk import Desk
from desktop.work.structure.likeness import Proposal, conversions
from desktop.work.structure.metrics import Making, MetricDraft
from desktop.work.structure.names import with_language
from schema.catalogue.kinds import PERCENT

MAKINGS: tuple[Making, ...] = ("typed", "computed", "total")
TIMINGS = ("flow", "stock", "cumulative")


class MetricFields(QWidget):
    """`changed` comes with whatever a person changes, `named` with the name alone."""

    changed = Signal()
    named = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._base = MetricDraft()
        self.touched: set[str] = set()
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        desk, theme = self._desk, self._desk.theme
        self.name, self.code = QLineEdit(self), QLineEdit(self)
        self.alike = QLabel(self)
        self.unit, self.owner, self.timing = (
            Chooser(theme, self, plain=True),
            Chooser(theme, self, plain=True),
            Chooser(theme, self, plain=True),
        )
        self.converted = muted("", theme, self)
        self.whole = QCheckBox(self.tr("Whole numbers"), self)
        self.making = QButtonGroup(self)
        for number, words in enumerate((self.tr("Typed"), self.tr("Computed"), self.tr("Total of metrics"))):
            button = QPushButton(words, self)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setObjectName("segment")
            self.making.addButton(button, number)
        self.making.button(0).setChecked(True)
        self.formula, self.parts = FormulaField(desk, self), TagField(theme, self)
        self.breakdowns, self.disclosures = TagField(theme, self), TagField(theme, self)
        self.adds_up = QCheckBox(self.tr("Members add up"), self)
        self.definition = QPlainTextEdit(self)
        self.definition.setTabChangesFocus(True)
        self.definition.setFixedHeight(46)
        self.evidence = QCheckBox(self.tr("Evidence required"), self)
        self.threshold = QLineEdit(self)
        self.threshold.setFixedWidth(64)
        self._offer()

    def _offer(self) -> None:
        desk = self._desk
        for box, choices in ((self.unit, unit_choices(desk)), (self.owner, department_choices(desk))):
            for code, words in choices:
                box.addItem(words, code)
        words = self.tr("Over the year"), self.tr("At the end of the year"), self.tr("Since the beginning")
        for code, said in zip(TIMINGS, words, strict=True):
            self.timing.addItem(said, code)
        self.parts.offer(metric_choices(desk, desk.catalogue.metrics.values()))
        self.breakdowns.offer(breakdown_choices(desk))
        self.disclosures.offer(disclosure_choices(desk))

    def _lay_out(self) -> None:
        self.form = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(16)
        form.addRow(self.tr("Name"), self.name)
        form.addRow("", self.alike)
        form.addRow(self.tr("Code"), self.code)
        form.addRow(self.tr("Unit"), _row(self.unit, self.whole, self.converted))
        form.addRow(self.tr("Counted"), _row(self.timing))
        form.addRow(self.tr("Values"), _row(*self.making.buttons()))
        form.addRow(self.tr("Formula"), self.formula)
        form.addRow(self.tr("Total of"), self.parts)
        form.addRow(self.tr("Department"), self.owner)
        form.addRow(self.tr("Breakdowns"), _row(self.breakdowns, self.adds_up, stretched=0))
        form.addRow(self.tr("Disclosures"), self.disclosures)
        form.addRow(self.tr("Definition"), self.definition)
        self.asks = _row(
            self.evidence, QLabel(self.tr("Ask from a change of"), self), self.threshold, QLabel("%", self)
        )
        form.addRow(self.tr("Checks"), self.asks)
        self.alike.hide()
        self._order()
        self._name_fields()

    def _order(self) -> None:
        """Let Tab go as the fields stand."""
        fields = (
            self.name, self.code, self.unit, self.whole, self.timing, *self.making.buttons(), self.formula.line,
            self.formula.finder, self.parts, self.owner, self.breakdowns, self.adds_up, self.disclosures,
            self.definition, self.evidence, self.threshold,
        )  # fmt: skip
        for before, after in pairwise(fields):
            QWidget.setTabOrder(before, after)

    def _name_fields(self) -> None:
        for widget, words in (
            (self.name, self.tr("Name")),
            (self.code, self.tr("Code")),
            (self.unit, self.tr("Unit")),
            (self.owner, self.tr("Department")),
            (self.timing, self.tr("Counted")),
            (self.definition, self.tr("Definition")),
            (self.threshold, self.tr("Ask from a change of … per cent")),
        ):
            widget.setAccessibleName(words)
        self.name.setMinimumWidth(400)
        self.definition.setPlaceholderText(self.tr("What is counted, when, and what is left out"))
        self.parts.name(self.tr("Total of"), self.tr("Find a metric to add up"))
        self.breakdowns.name(self.tr("Breakdowns"), self.tr("Add a breakdown"))
        self.disclosures.name(self.tr("Disclosures"), self.tr("Add a disclosure"))

    def _connect(self) -> None:
        self.name.textEdited.connect(lambda: self.named.emit())
        for signal, name in (
            (self.code.textEdited, "code"), (self.unit.activated, "unit"), (self.whole.clicked, "unit"),
            (self.timing.activated, "timing"), (self.owner.activated, "owner"), (self.parts.changed, "parts"),
            (self.breakdowns.changed, "breakdowns"), (self.disclosures.changed, "disclosures"),
            (self.adds_up.clicked, "adds_up"), (self.evidence.clicked, "evidence"),
            (self.threshold.textEdited, "threshold"), (self.formula.changed, "formula"),
            (self.making.idClicked, "making"), (self.definition.textChanged, "definition"),
        ):  # fmt: skip
            signal.connect(lambda *_, name=name: self._on_changed(name))

    def _on_changed(self, name: str) -> None:
        self.touched.add(name)
        self._show_parts()
        if name == "making":
            wanted = {"computed": self.formula, "total": self.parts}.get(MAKINGS[self.making.checkedId()])
            if wanted is not None:
                wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show_parts(self) -> None:
        """Show what belongs to how the values come about, and what the unit converts."""
        making = MAKINGS[self.making.checkedId()]
        self.form.setRowVisible(self.formula, making == "computed")
        self.form.setRowVisible(self.parts, making == "total")
        self.adds_up.setVisible(bool(self.breakdowns.codes()))
        unit = str(self.unit.currentData() or "")
        self.whole.setVisible(unit != PERCENT)
        others = " / ".join(self._desk.words(one.name) for one in conversions(self._desk.catalogue, unit)[:4])
        self.converted.setText(self.tr("also typed as {units}").format(units=others) if others else "")

    # what they hold

    def show_draft(self, draft: MetricDraft) -> None:
        """Show a metric; its code may be changed only while it is new."""
        self._base = draft
        desk = self._desk
        widgets = (self.definition, self.making)
        for widget in widgets:
            widget.blockSignals(True)
        self.name.setText(draft.name.get(desk.language) or draft.name.best(desk.language))
        self.code.setText(draft.code)
        self._choose(self.unit, draft.unit)
        self._choose(self.owner, draft.department)
        self._choose(self.timing, draft.timing)
        self.whole.setChecked(draft.whole_numbers)
        self.making.button(MAKINGS.index(draft.making)).setChecked(True)
        self.formula.show_text(draft.formula)
        self.parts.choose(draft.parts)
        self.breakdowns.choose(draft.breakdowns)
        self.adds_up.setChecked(draft.adds_up)
        self.disclosures.choose(disclosure_codes(draft.disclosures))
        self.definition.setPlainText(draft.definition.get(desk.language))
        self.evidence.setChecked(draft.evidence)
        self.threshold.setText(draft.threshold)
        for widget in widgets:
            widget.blockSignals(False)
        self._show_parts()

    def propose(self, proposal: Proposal, code: str) -> None:
        """Show what the metric probably is, where nobody has said otherwise."""
        if "unit" not in self.touched:
            self._choose(self.unit, proposal.unit)
            self.whole.setChecked(proposal.whole_numbers)
        if "timing" not in self.touched:
            self._choose(self.timing, proposal.timing)
        if "owner" not in self.touched:
            self._choose(self.owner, proposal.department)
        if "code" not in self.touched:
            self.code.setText(code)
        self._show_parts()

    def draft(self) -> MetricDraft:
        """Return what the fields hold; words in other languages stay."""
        base, language = self._base, self._desk.language
        shown = base.name.get(language) or base.name.best(language)
        typed = self.name.text().strip()
        return replace(
            base,
            name=base.name if typed == shown and typed else with_language(base.name, language, typed),
            code=self.code.text().strip(),
            unit=str(self.unit.currentData() or ""),
            whole_numbers=self.whole.isChecked(),
            timing=str(self.timing.currentData()),
            department=str(self.owner.currentData() or ""),
            making=MAKINGS[self.making.checkedId()],
            formula=self.formula.text(),
            parts=self.parts.codes(),
            breakdowns=self.breakdowns.codes(),
            adds_up=self.adds_up.isChecked(),
            disclosures=disclosures_of(self.disclosures.codes(), base.disclosures),
            definition=with_language(base.definition, language, self.definition.toPlainText()),
            evidence=self.evidence.isChecked(),
            threshold=self.threshold.text(),
        )

    @staticmethod
    def _choose(box: QComboBox, code: str) -> None:
        box.setCurrentIndex(box.findData(code))


def _row(*widgets: QWidget, stretched: int = -1) -> QWidget:
    """Return widgets side by side, the last or the given one as wide as it may be."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for number, widget in enumerate(widgets):
        is_label = isinstance(widget, QLabel) and widget.wordWrap()
        line.addWidget(widget, 1 if number == stretched or is_label else 0, Qt.AlignmentFlag(0))
    if stretched < 0:
        line.addStretch()
    return holder
