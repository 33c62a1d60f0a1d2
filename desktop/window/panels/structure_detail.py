"""What is said of the chosen part of an outline: its words per language, owner, disclosures, and what can be added."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.window.fields.choices import (
    department_choices,
    disclosure_choices,
    disclosure_codes,
    disclosures_of,
    metric_choices,
    record_choices,
)
from desktop.window.fields.part_words import PartWords
from desktop.window.look.card import heading, muted
from desktop.window.look.chooser import Chooser
from desktop.window.look.i18n import LANGUAGES
from desktop.window.look.scale import BODY
from desktop.window.panels.tag_field import FindField, TagField
from desktop.window.panels.text_guide_fields import TextGuideFields
from desktop.window.session.desk import Desk
from desktop.window.session.structuring import Structuring
from desktop.work.structure.blocks import BlockKind
from desktop.work.structure.names import words_of
from desktop.work.structure.parts import Part, block_at, row_at, section_at, takes_rows
from desktop.work.structure.properties import Properties, properties_of
from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.outline import Placement
from schema.catalogue.outline_choices import OF_A_WHOLE
from schema.grammar.reference import parse_reference
from schema.grammar.words import Words
from schema.validation.untranslated import languages_of


class StructureDetail(QWidget):
    """`words_wanted` carries the part with its words in one language, `properties_wanted` the part with the others.

    `block_wanted` asks for a new block of a kind (and what it shows), `placing_wanted` for a metric by its code,
    `metric_wanted` for a new metric, `change_wanted` for the form of the row's own, `remove_wanted` to take it out.
    """

    words_wanted = Signal(object, str, str)
    properties_wanted = Signal(object, object)
    block_wanted = Signal(str, str)
    placing_wanted = Signal(str)
    metric_wanted = Signal()
    change_wanted = Signal(object)
    remove_wanted = Signal()

    def __init__(self, desk: Desk, structuring: Structuring, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._structuring = desk, structuring
        self._part: Part | None = None
        self._metric: Metric | None = None
        self._words = PartWords(self)
        self._offered: Catalogue | None = None
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        theme = self._desk.theme
        self.head = heading("", self, BODY)
        self.fields = {code: QLineEdit(self) for code in LANGUAGES}
        self.later = muted("", theme, self)
        self.owner, self.tags = Chooser(theme, self, plain=True), TagField(theme, self)
        self.guide = TextGuideFields(theme, self)
        self.evidence, self.years, self.chart = QCheckBox(self), QSpinBox(self), Chooser(theme, self, plain=True)
        self.years.setRange(1, 10)
        self.years.setKeyboardTracking(False)
        self.place = FindField(self)
        self.adding, self.facts = QWidget(self), muted("", theme, self)
        self.buttons: dict[str, QPushButton] = {}
        for name in ("metric", "text", "chart", "records", "image"):
            self.buttons[name] = QPushButton(self.adding)
        self.menu = QMenu(self)
        self.buttons["records"].setMenu(self.menu)
        self.change, self.remove = QPushButton(self), QPushButton(self)

    def _lay_out(self) -> None:
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(6)
        self.labels: dict[QWidget, QLabel] = {}
        for widget in (*self.fields.values(), self.owner, self.tags, self.years, self.chart, self.place):
            self.labels[widget] = QLabel(self)
            self.form.addRow(self.labels[widget], widget)
        grid = _two_columns(list(self.buttons.values()))
        self.adding.setLayout(grid)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(10)
        for widget in (self.head, self.facts):
            layout.addWidget(widget)
        layout.addLayout(self.form)
        for widget in (self.guide, self.evidence, self.later, self.adding, self.change, self.remove):
            layout.addWidget(widget)
        layout.addStretch()

    def _connect(self) -> None:
        for language, field in self.fields.items():
            field.editingFinished.connect(lambda language=language: self._on_words(language))
        self.owner.activated.connect(self._on_properties)
        self.tags.changed.connect(self._on_properties)
        self.evidence.clicked.connect(self._on_properties)
        self.guide.changed.connect(self._on_properties)
        self.years.valueChanged.connect(self._on_properties)
        self.chart.activated.connect(self._on_properties)
        self.place.found.connect(self._on_place)
        kinds: tuple[BlockKind, ...] = ("text", "chart", "image")
        for kind in kinds:
            self.buttons[kind].clicked.connect(lambda _=False, kind=kind: self.block_wanted.emit(kind, ""))
        self.menu.triggered.connect(lambda action: self.block_wanted.emit("records", action.data()))
        self.buttons["metric"].clicked.connect(self.metric_wanted)
        self.change.clicked.connect(lambda: self.change_wanted.emit(self._metric))
        self.remove.clicked.connect(self.remove_wanted)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        labels = {
            self.owner: self.tr("Department"),
            self.tags: self.tr("Disclosures"),
            self.years: self.tr("Years shown"),
            self.chart: self.tr("Kind of chart"),
            self.place: self.tr("Place a metric that is there"),
        }
        for widget, words in labels.items():
            self.labels[widget].setText(words)
            widget.setAccessibleName(words)
        self.evidence.setText(self.tr("Evidence required"))
        self.guide.retranslate()
        self.tags.name(self.tr("Disclosures"), self.tr("Add a disclosure"))
        self.place.setPlaceholderText(self.tr("Name, code or initials"))
        said = {
            "metric": self.tr("New metric …"),
            "text": self.tr("Text"),
            "chart": self.tr("Chart"),
            "records": self.tr("Records"),
            "image": self.tr("Picture"),
        }
        for name, words in said.items():
            self.buttons[name].setText(words)
        self.change.setText(self.tr("Change metric …"))
        self.remove.setText(self.tr("Remove …"))
        self.chart.clear()
        kinds = {"column": self.tr("Columns"), "bar": self.tr("Bars"), "line": self.tr("Line"),
                 "shares": self.tr("Shares of a whole")}  # fmt: skip
        for code, words in kinds.items():
            self.chart.addItem(words, code)
        self._offered = None

    def _offer(self) -> None:
        """Fill the lists anew where the catalogue is another one."""
        catalogue = self._structuring.definitions.catalogue
        if self._offered is not None and self._offered.metrics == catalogue.metrics:
            return
        self._offered, desk = catalogue, self._desk
        self.owner.clear()
        self.owner.addItem(self.tr("as what it stands in"), "")
        for code, words in department_choices(desk):
            self.owner.addItem(words, code)
        self.tags.offer(disclosure_choices(desk))
        self._choices = metric_choices(desk, catalogue.metrics.values())
        self.place.offer(words for _, words in self._choices)
        self.menu.clear()
        for code, words in record_choices(desk):
            self.menu.addAction(words).setData(code)

    # the chosen part

    def show_part(self, part: Part | None) -> None:
        """Show what is said of a part; nothing of none."""
        self._part, self._metric = part, None
        self.setEnabled(part is not None and self._desk.session.writable)
        if part is None:
            self.head.setText("")
            return
        self._offer()
        outline = self._structuring.outline
        self._show_words(words_of(outline, part))
        self._show_properties(properties_of(outline, part))
        self._show_kind(part)

    def _show_words(self, words: Words | None) -> None:
        asked = self._asked()
        for language, field in self.fields.items():
            self.form.setRowVisible(field, words is not None and language in asked)
            self.labels[field].setText(self.tr("Title ({language})").format(language=LANGUAGES[language]))
            field.setAccessibleName(self.labels[field].text())
            field.setText(words.get(language) if words else "")
            field.setPlaceholderText(self.tr("can follow later"))
        missing = [LANGUAGES[one] for one in asked if words and not words.get(one)]
        told = self.tr("Not written yet: {languages}. It is listed among the issues and holds nothing up.")
        self.later.setText(told.format(languages=self.tr(", ").join(missing)))
        self.later.setVisible(bool(missing))

    def _asked(self) -> tuple[str, ...]:
        """Return the languages in which words are asked for."""
        return languages_of(self._structuring.definitions.catalogue, self._structuring.outline)

    def _show_properties(self, held: Properties) -> None:
        for widget in (self.years, self.tags):
            widget.blockSignals(True)
        self.form.setRowVisible(self.owner, held.department is not None)
        self.owner.setCurrentIndex(max(0, self.owner.findData(held.department or "")))
        self.form.setRowVisible(self.tags, held.disclosures is not None)
        self.tags.choose(disclosure_codes(held.disclosures or {}))
        self.guide.show_guide(held.purpose, held.length or "", self._asked())
        self.evidence.setVisible(held.evidence is not None)
        self.evidence.setChecked(bool(held.evidence))
        self.form.setRowVisible(self.years, held.years is not None)
        self.years.setValue(held.years or 1)
        self.form.setRowVisible(self.chart, held.chart is not None)
        kind = "shares" if held.chart in OF_A_WHOLE else held.chart
        self.chart.setCurrentIndex(max(0, self.chart.findData(kind or "")))
        for widget in (self.years, self.tags):
            widget.blockSignals(False)

    def _show_kind(self, part: Part) -> None:
        outline, desk = self._structuring.outline, self._desk
        section = part.level == "section"
        lists = part.level == "row" or (part.level == "block" and takes_rows(block_at(outline, part)))
        self.form.setRowVisible(self.place, section or lists)
        self.adding.setVisible(section)
        self.menu.setEnabled(bool(self.menu.actions()))
        self.buttons["records"].setEnabled(bool(self.menu.actions()))
        self._metric = self._metric_of(part)
        self.change.setVisible(self._metric is not None)
        self.facts.setVisible(self._metric is not None)
        if self._metric is not None:
            metric, unit = self._metric, desk.catalogue.units.get(self._metric.unit)
            said = (desk.words(metric.name), desk.words(unit.name) if unit else "", desk.department(metric.department),
                    metric.code)  # fmt: skip
            self.facts.setText(" · ".join(filter(None, said)))
        thing = section_at(outline, part.section) if section else (
            block_at(outline, part) if part.level == "block" else row_at(outline, part))  # fmt: skip
        self.head.setText(self._words.kind(thing))

    def _metric_of(self, part: Part) -> Metric | None:
        row = row_at(self._structuring.outline, part) if part.level == "row" else None
        reference = parse_reference(row.reference) if isinstance(row, Placement) else None
        return self._structuring.definitions.catalogue.metrics.get(reference.code) if reference else None

    # what is said

    def _on_words(self, language: str) -> None:
        part = self._part
        if part is None:
            return
        words = words_of(self._structuring.outline, part)
        text = self.fields[language].text().strip()
        if words is not None and text != words.get(language):
            self.words_wanted.emit(part, language, text)

    def _on_properties(self) -> None:
        if self._part is None:
            return
        held = properties_of(self._structuring.outline, self._part)
        wanted = Properties(
            department=None if held.department is None else str(self.owner.currentData() or ""),
            disclosures=None if held.disclosures is None else disclosures_of(self.tags.codes(), held.disclosures),
            evidence=None if held.evidence is None else self.evidence.isChecked(),
            years=None if held.years is None else self.years.value(),
            chart=None if held.chart is None else self.chart.currentData(),
            purpose=None if held.purpose is None else self.guide.purpose(),
            length=None if held.length is None else self.guide.length(),
        )
        if wanted != held:
            self.properties_wanted.emit(self._part, wanted)

    def _on_place(self, line: str) -> None:
        self.placing_wanted.emit(next(code for code, words in self._choices if words == line))


def _two_columns(buttons: list[QPushButton]) -> QGridLayout:
    """Return the first button over the whole width, the others below it in two columns."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(6)
    for number, button in enumerate(buttons):
        button.setAutoDefault(False)
        if number:
            grid.addWidget(button, (number + 1) // 2, (number + 1) % 2)
        else:
            grid.addWidget(button, 0, 0, 1, 2)
    return grid
