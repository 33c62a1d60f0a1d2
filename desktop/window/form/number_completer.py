"""The list of numbers that `{` opens in a text: every metric and every number of a record, by name and code."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from desktop.window.session.desk import Desk
from schema.values.records import title_of


def record_numbers(desk: Desk) -> dict[str, str]:
    """Return every number of the records with its name, by its code."""
    kinds = desk.catalogue.records
    return {
        record.key.number(column.code).metric: f"{title_of(record, kind, desk.language)} · {desk.words(column.name)}"
        for record in desk.session.snapshot.records.values()
        if (kind := kinds.get(record.key.type)) is not None
        for column in kind.columns
        if column.numeric and record.field(column.code)
    }


class NumberCompleter(QCompleter):
    """Offers every metric by name and code; picking one gives its code."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        names = {code: desk.words(metric.name) for code, metric in desk.catalogue.metrics.items()}
        lines = sorted(f"{name}   {code}" for code, name in (names | record_numbers(desk)).items())
        super().__init__(QStringListModel(lines, parent), parent)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(9)
