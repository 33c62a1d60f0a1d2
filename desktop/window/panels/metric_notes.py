"""Beside the catalogue's sheet: all about the metric with the cursor, and what needs it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.window.item_models.catalogue_model import CatalogueModel
from desktop.work.structure.inputs import dependents, places_of
from schema.catalogue.definitions import Metric
from schema.catalogue.outline import Definitions

_MOST = 8


class MetricNotes(QWidget):
    """`form_wanted` asks for the metric's own form."""

    form_wanted = Signal()

    def __init__(self, model: CatalogueModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setObjectName("infoPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.said, self.form = QLabel(self, wordWrap=True), QPushButton(self)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.form.clicked.connect(self.form_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 12, 12)
        layout.setSpacing(10)
        layout.addWidget(self.said)
        layout.addWidget(self.form)
        layout.addStretch()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.form.setText(self.tr("Change in its form …"))
        self.form.setToolTip("Alt+Enter")

    def show_metric(self, metric: Metric | None, definitions: Definitions) -> None:
        """Tell about a metric; nothing for a head."""
        self.said.setVisible(metric is not None)
        self.form.setVisible(metric is not None)
        self.form.setEnabled(not self._model.why)
        self.form.setToolTip(self._model.why or "Alt+Enter")
        if metric is None:
            return
        desk = self._model.desk
        theme, outline = desk.theme, definitions.outlines[desk.report]
        values = sum(key.metric == metric.code for key in desk.session.snapshot.points)
        parts = [f"<b>{escape(desk.words(metric.name))}</b>"]
        if definition := desk.words(metric.definition):
            parts.append(escape(definition))
        for title, names in (
            (self.tr("Needed by"), [desk.words(one) for one in dependents(definitions.catalogue, metric.code)]),
            (self.tr("Stands in"), [desk.words(one) for one in places_of(outline, metric.code)]),
        ):
            listed = "<br>".join(map(escape, names[:_MOST])) or self.tr("nothing")
            more = f"<br>… {len(names) - _MOST}" if len(names) > _MOST else ""
            parts.append(f"<span style='color:{theme.text2}'>{escape(title)}</span><br>{listed}{more}")
        counted = self.tr("Values in all years: {count}").format(count=values)
        parts.append(f"<span style='color:{theme.text2}'>{escape(counted)}</span>")
        self.said.setText("<br><br>".join(parts))
