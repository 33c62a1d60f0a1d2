"""One source of emissions: which metric measures its activity, with which factor, and what that factor says."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from desktop.window.look.card import muted
from desktop.window.look.chooser import Chooser
from desktop.window.session.desk import Desk
from desktop.work.emissions.change import OwnFactor
from desktop.work.emissions.fitting import activities_for, factors_for, unit_of
from desktop.work.emissions.sources import ACTIVITY, Source
from schema.catalogue.definitions import Catalogue
from schema.catalogue.factor_names import factor_words
from schema.values.factor_words import factor_said
from schema.values.factors import Factors

OWN = "own."


@dataclass(frozen=True, slots=True)
class Taken:
    """What is chosen for a source."""

    activity: str
    factor: str
    own: OwnFactor | None = None


class SourceDetail(QWidget):
    """`taken` comes with each choice."""

    taken = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._source: Source | None = None
        self._catalogue: Catalogue = desk.catalogue
        self._year = desk.period
        self.activity, self.factor = (Chooser(desk.theme, self, plain=True) for _ in range(2))
        self.value, self.origin = QLineEdit(self), QLineEdit(self)
        self.unit, self.says = QLabel(self), muted("", desk.theme, self)
        self._build()

    def _build(self) -> None:
        form = self._form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        heads = (
            (self.tr("Activity"), self.activity), (self.tr("Emission factor"), self.factor),
            (self.tr("Value"), self.value), (self.tr("Where it comes from"), self.origin),
        )  # fmt: skip
        for words, field in heads:
            field.setAccessibleName(words)
            form.addRow(words, field)
        self.value.setPlaceholderText("0.35")
        self.origin.setPlaceholderText(self.tr("document, table, date"))
        form.addRow("", self.unit)
        form.addRow("", self.says)
        self.activity.activated.connect(self._on_activity)
        self.factor.activated.connect(self._say)
        for field in (self.value, self.origin):
            field.textEdited.connect(self._say)

    def show_source(self, source: Source, taken: Taken, catalogue: Catalogue, year: int) -> None:
        """Show one source and what is chosen for it."""
        self._source, self._catalogue, self._year = source, catalogue, year
        self.activity.clear()
        for code in activities_for(catalogue, source):
            metric = catalogue.metrics.get(code)
            new = self.tr("New: {name}").format(name=self._desk.words(source.activity))
            self.activity.addItem(self._desk.words(metric.name) if metric is not None else new, code)
        self.activity.setCurrentIndex(max(0, self.activity.findData(taken.activity or ACTIVITY + source.code)))
        self._offer(taken.factor)
        own = taken.own
        self.value.setText("" if own is None else format(own.value, "f"))
        self.origin.setText("" if own is None else own.source)
        self._refresh()

    def _offer(self, chosen: str) -> None:
        assert self._source is not None
        unit = unit_of(self._catalogue, self._source, self.activity.currentData())
        self.factor.clear()
        for code in factors_for(self._catalogue, unit, self._source.factor):
            words = factor_words(self._catalogue, code)
            self.factor.addItem(self._desk.words(words) if words else code, code)
        self.factor.addItem(self.tr("One of your own …"), OWN + self._source.code)
        self.factor.setCurrentIndex(max(0, self.factor.findData(chosen)))

    def _on_activity(self) -> None:
        self._offer(self.factor.currentData())
        self._say()

    def _say(self) -> None:
        self._refresh()
        self.taken.emit(self.choice())

    def choice(self) -> Taken:
        """Return what is chosen."""
        code = self.factor.currentData()
        return Taken(self.activity.currentData(), code, self._own(code))

    def _own(self, code: str) -> OwnFactor | None:
        """Return the factor that is written down; None while it has no value or no source."""
        assert self._source is not None
        try:
            value = Decimal(self.value.text().strip().replace("，", "."))
        except InvalidOperation:
            return None
        source = self.origin.text().strip()
        if not code.startswith(OWN) or not source or not value.is_finite():
            return None
        unit = unit_of(self._catalogue, self._source, self.activity.currentData())
        name = self._desk.words(self._source.name)
        return OwnFactor(code, value, f"kgco2e/{unit}", self._year, source, name=name)

    def _refresh(self) -> None:
        code = self.factor.currentData() or ""
        own = code.startswith(OWN) and not any(one.code == code for one in self._catalogue.factors)
        for field in (self.value, self.origin, self.unit):
            self._form.setRowVisible(field, own)
        assert self._source is not None
        unit = self._catalogue.units.get(unit_of(self._catalogue, self._source, self.activity.currentData()))
        told = self.tr("kgCO₂e for each {unit}, from {year} on").format(
            unit=self._desk.words(unit.name) if unit is not None else self._source.unit, year=self._year
        )
        self.unit.setText(told)
        self.says.setText("" if own else self._told(code))

    def _told(self, code: str) -> str:
        """Return what the factor says in the report's year at the company's place."""
        factors = Factors(self._catalogue)
        version = factors.in_force(code, self._year)
        if version is not None:
            return factor_said(version, self._catalogue, self._desk.language)
        if not factors.code_at(code):
            return self.tr("Choose above whose factor counts.")
        near = factors.nearest(code, self._year)
        if near is None:
            return ""
        told = self.tr("No value in force in {year}. The nearest: {factor}")
        return told.format(year=self._year, factor=factor_said(near, self._catalogue, self._desk.language))
