"""What a newer pack has changed in a share, and what was left as it was typed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop.window.look.card import heading, muted
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from desktop.work.open_pack import OpenedPack
from desktop.work.subject_names import SubjectNames
from schema.validation.approvals import read_approvable
from schema.validation.issue import FieldAt
from schema.validation.item_words import ItemWords
from schema.values.changes import Change
from schema.values.dates import show_date
from schema.values.people import Person
from schema.values.requests import Request

_LONGEST = 90


class RenewedShareDialog(QDialog):
    """Stays open beside the window; `lines` are what it says: what changed, from what, to what."""

    def __init__(self, desk: Desk, opened: OpenedPack, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        session = desk.session
        self._names = SubjectNames(session.definitions, session.snapshot, desk.language)
        self.lines = tuple(dict.fromkeys(line for change in opened.changes for line in self._told(change)))
        self.kept = tuple(self._names.name(subject) for subject in opened.kept)
        self.setWindowTitle(self.tr("What the pack brought"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.resize(720, 420)
        self._lay_out()

    def _lay_out(self) -> None:
        theme, layout, foot = self._desk.theme, QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        said = self.tr("{count} changes since the pack before") if self.lines else self.tr("Nothing has changed")
        layout.addWidget(heading(said.format(count=len(self.lines)), self, PLACE))
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.tr("What the pack brought"))
        self.list.setHeaderLabels([self.tr("What"), self.tr("Before"), self.tr("Now")])
        self.list.setRootIsDecorated(False)
        for name, before, after in self.lines:
            item = QTreeWidgetItem([name, before, after])
            for column, text in enumerate((name, before, after)):
                item.setToolTip(column, text)
            self.list.addTopLevelItem(item)
        for column, width in enumerate((260, 190, 190)):
            self.list.setColumnWidth(column, width)
        self.list.setVisible(bool(self.lines))
        layout.addWidget(self.list, 1)
        if self.kept:
            said = self.tr("Left as you filled it in, though the pack says something else: {names}")
            marks = self.tr(", ")
            layout.addWidget(muted(said.format(names=marks.join(self.kept)), theme, self))
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        foot.addStretch()
        foot.addWidget(close)
        layout.addLayout(foot)

    def _told(self, change: Change) -> Iterator[tuple[str, str, str]]:
        """Yield what a change says to people; what has no words for them is left out."""
        before, after = change.before, change.after
        if isinstance(after, Request):
            yield from self._of_request(before if isinstance(before, Request) else None, after)
        elif isinstance(before, Person) or isinstance(after, Person):
            old, new = (side.name if isinstance(side, Person) else "–" for side in (before, after))
            yield self.tr("People"), old, new
        else:
            sides = [self._names.shown(side) for side in (before, after)]
            if any(side not in ("∅", "…") for side in sides):
                old, new = (side.replace("∅", "–")[:_LONGEST] for side in sides)
                yield self._names.name(change.subject), old, new

    def _of_request(self, before: Request | None, after: Request) -> Iterator[tuple[str, str, str]]:
        def sides(said: Request | None) -> tuple[str, str, str]:
            if said is None:
                return "", "", ""
            returned = said.returned.words if said.returned else ""
            return show_date(said.due, self._desk.language), said.guidance, returned

        names = (self.tr("Due"), self.tr("Guidance"), self.tr("Came back"))
        for name, old, new in zip(names, sides(before), sides(after), strict=True):
            if old != new:
                yield name, old or "–", new or "–"
        for subject, note in after.items.items():
            known = before.items.get(subject) if before else None
            if note.returned and (known is None or known.returned != note.returned):
                yield self._item(subject), "–", self.tr("Came back: {reason}").format(reason=note.returned.words)

    def _item(self, subject: str) -> str:
        desk, at = self._desk, read_approvable(subject)
        if at is None or isinstance(at, FieldAt) or not desk.report:
            return subject
        return ItemWords(desk.outline, desk.catalogue, desk.session.snapshot, desk.language).name(at)
