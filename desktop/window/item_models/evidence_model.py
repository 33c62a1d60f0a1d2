"""The evidence of one subject, a row per file: name, type, size, pages, who attached it and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from desktop.window.session.desk import Desk
from desktop.work.evidence import need_page
from schema.errors import AnnalsError
from schema.values.datapoint import LastChange
from schema.values.evidence import Evidence, EvidenceAt, evidence_of
from schema.values.file_types import FILE_TYPES
from schema.values.kept_things import Subject

Index = QModelIndex | QPersistentModelIndex
NAME, TYPE, SIZE, PAGE, WHO, WHEN = range(6)
_DISPLAY, _EDIT, _NAME, _COLOUR, _ALIGN, _TOOLTIP = (
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.TextAlignmentRole, Qt.ItemDataRole.ToolTipRole,
    )
)  # fmt: skip


class EvidenceModel(QAbstractTableModel):
    """`paged` carries evidence whose page somebody has typed, `told` why a page was not taken; empty where it was."""

    paged = Signal(object)
    told = Signal(str)

    def __init__(self, desk: Desk, subject: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self.subject = desk, subject
        self.evidence: tuple[Evidence, ...] = ()
        self._last: Mapping[Subject, LastChange] = {}
        self.load()

    def load(self) -> None:
        """Show what stands there now; who attached it comes a moment later."""
        evidence = evidence_of(self._desk.session.snapshot, self.subject)
        if evidence != self.evidence:  # else a page that is being typed stays open
            self.beginResetModel()
            self.evidence = evidence
            self.endResetModel()
        places: list[Subject] = [EvidenceAt(one.subject, one.file) for one in self.evidence]
        if places:
            self._desk.session.ask(lambda workspace: workspace.last_changes(places), self._take, lambda _: None)

    def _take(self, last: Mapping[Subject, LastChange]) -> None:
        self._last = last
        if self.evidence:
            self.dataChanged.emit(self.index(0, WHO), self.index(len(self.evidence) - 1, WHEN))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many files there are."""
        return 0 if parent is not None and parent.isValid() else len(self.evidence)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else 6

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != _DISPLAY:
            return None
        return (
            self.tr("File"), self.tr("Type"), self.tr("Size"), self.tr("Page"), self.tr("Attached by"), self.tr("On"),
        )[section]  # fmt: skip

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The page can be typed."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = index.column() == PAGE and self._desk.session.writable and not self.evidence[index.row()].awaited
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return words; a file that was named and has not come is marked."""
        one = self.evidence[index.row()]
        if role == _EDIT and index.column() == PAGE:
            return str(one.page or "")
        if role in (_DISPLAY, _NAME):
            return self._words(one)[index.column()]
        if role == _COLOUR and one.awaited:
            return QColor(self._desk.theme.doubt)
        if role == _ALIGN and index.column() in (SIZE, PAGE):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return one.name if role == _TOOLTIP and index.column() == NAME else None

    def _words(self, one: Evidence) -> tuple[str, ...]:
        facts, last = self._desk.session.snapshot.attachments.get(one.hash), self._last.get(self._at(one))
        who = (last.who, last.when.astimezone().strftime("%Y-%m-%d %H:%M")) if last else ("", "")
        if facts is None:
            return (one.name, self.tr("named only, the file has not come"), "", "", *who)
        told = facts.type if facts.type in FILE_TYPES else "data"
        type_ = self._desk.words(self._desk.catalogue.phrases[f"file.{told}"])
        pages = f" / {facts.pages}" if facts.pages else ""
        page = f"{one.page or '–'}{pages}"
        return (one.name, type_, size_words(facts.size), page, *who)

    def _at(self, one: Evidence) -> Subject:
        return EvidenceAt(one.subject, one.file)

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Take a typed page; what is no page of the file changes nothing, and that is said."""
        one, text = self.evidence[index.row()], str(value).strip()
        facts = self._desk.session.snapshot.attachments.get(one.hash)
        if role != _EDIT:
            return False
        try:
            page = need_page(one.name, facts.pages if facts else 0, text) if text else 0
        except AnnalsError as error:
            self.told.emit(self._desk.sentence(error))
            return False
        self.told.emit("")
        self.paged.emit(replace(one, page=page))
        return True


def size_words(size: int) -> str:
    """Return the size of a file in short."""
    if size < 1000:
        return f"{size} B"
    return f"{size / 1000:,.0f} KB" if size < 1_000_000 else f"{size / 1_000_000:,.1f} MB"
