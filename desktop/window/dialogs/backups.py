"""The automatic backups of the open workspace: where they are, what has changed since one, and one made a workspace."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.card import heading, muted
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import list_sheet, style_sheet
from desktop.window.panels.comparison_view import ComparisonView
from desktop.window.panels.waiting_line import WaitingLine
from desktop.window.session.desk import Desk
from desktop.window.session.freezing import Compared, Freezing
from desktop.window.session.usual_folder import folder_beside
from desktop.work.differences import NOW, Wanted
from schema.grammar.location import title_of
from schema.place import place_of
from schema.values.kept_backup import MOST_BYTES, KeptBackup

_WIDTHS = (150, 240, 150, 90)


class BackupsDialog(QDialog):
    """Stays open beside the window. `place_wanted` carries where something stands and in which report; `compared` and
    `restored` (with the new file's path) come when that is done."""

    place_wanted = Signal(object, str)
    compared = Signal()
    restored = Signal(object)

    def __init__(self, desk: Desk, freezing: Freezing, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._freezing = desk, freezing
        self._backups: tuple[KeptBackup, ...] = ()
        self.setStyleSheet(style_sheet(desk.theme))
        self.setWindowTitle(self.tr("Backups"))
        self.resize(960, 660)
        self._build()
        self._lay_out()
        self.compare.clicked.connect(self.run)
        self.restore.clicked.connect(self._ask_file)
        self.close_button.clicked.connect(self.close)
        self.list.currentItemChanged.connect(lambda *_: self._enable())
        self.list.itemActivated.connect(lambda *_: self.run())
        self.view.chosen.connect(lambda one: one.at is not None and self.place_wanted.emit(one.at, one.report))
        self.waiting.refused.connect(self.words.setText)
        self.waiting.busy.connect(lambda _: self._enable())
        self.refresh()

    def _build(self) -> None:
        desk = self._desk
        self.list = QTreeWidget(self)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setStyleSheet(list_sheet(desk.theme, f"1px solid {desk.theme.line}"))
        self.list.setAccessibleName(self.tr("Backups"))
        self.list.setHeaderLabels([self.tr("When"), self.tr("Why"), self.tr("History"), self.tr("Size")])
        for column, width in enumerate(_WIDTHS):
            self.list.setColumnWidth(column, width)
        self.place, self.words = QLabel(self, wordWrap=True), QLabel(self, wordWrap=True)
        for label in (self.place, self.words):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.view, self.waiting = ComparisonView(desk, self), WaitingLine(desk, self)
        self.view.hide()
        self.compare = QPushButton(self.tr("What has changed since"), self)
        self.restore = QPushButton(self.tr("Restore as a workspace of its own …"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.restore.setObjectName("primary")
        for button in (self.compare, self.restore, self.close_button):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        lower, below, foot, layout = QWidget(self), QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        lead = self.tr(
            "Kept by itself before imports, answers taken in, new definitions and new reports, and after each half "
            "hour of changes. Restoring makes a file of its own; this workspace stays as it is."
        )
        lower.setLayout(below)
        below.setContentsMargins(0, 0, 0, 0)
        for widget in (self.words, self.waiting):
            below.addWidget(widget)
        below.addWidget(self.view, 1)
        self._room = QWidget(lower)  # what the comparison takes once there is one
        below.addWidget(self._room, 1)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(self.list)
        parts.addWidget(lower)
        parts.setSizes([220, 340])
        parts.setChildrenCollapsible(False)
        foot.addWidget(self.compare)
        foot.addStretch()
        for widget in (self.close_button, self.restore):
            foot.addWidget(widget)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(10)
        layout.addWidget(heading(self.tr("Backups"), self, PLACE))
        layout.addWidget(muted(lead, self._desk.theme, self))
        layout.addWidget(self.place)
        layout.addWidget(parts, 1)
        layout.addLayout(foot)

    def refresh(self) -> None:
        """Read the list anew, the newest first."""
        before = self.chosen()
        path = self._desk.session.path
        self._backups = place_of(path).backups()
        self.list.clear()
        self.list.addTopLevelItems([QTreeWidgetItem(self._told(backup)) for backup in self._backups])
        self.place.setText(self._told_place())
        row = self._backups.index(before) if before in self._backups else 0
        if (item := self.list.topLevelItem(row)) is not None:
            self.list.setCurrentItem(item)
        self._enable()

    def _told_place(self) -> str:
        if not isinstance(self._desk.session.path, Path):
            return self.tr("The workspace is in a database: whoever looks after its server arranges the backups.")
        if not self._backups:
            return self.tr("There is no backup yet; the first is made before the first of these.")
        size, most = (_megabytes(size) for size in (sum(backup.size for backup in self._backups), MOST_BYTES))
        told = self.tr("{count} backups, {size} MB of at most {most} MB, in {folder}")
        return told.format(count=len(self._backups), size=size, most=most, folder=self._backups[0].path.parent)

    def _told(self, backup: KeptBackup) -> list[str]:
        why = self._desk.catalogue.messages[f"backup.{backup.why}"].best(self._desk.language)
        entry = self.tr("entry {number}").format(number=backup.number)
        return [f"{backup.at.astimezone():%Y-%m-%d %H:%M}", why, entry, f"{_megabytes(backup.size)} MB"]

    def chosen(self) -> KeptBackup | None:
        """Return the backup of the chosen row."""
        row = self.list.indexOfTopLevelItem(item) if (item := self.list.currentItem()) is not None else -1
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def _enable(self) -> None:
        free = self.chosen() is not None and not self.waiting.is_busy
        self.compare.setEnabled(free)
        self.restore.setEnabled(free)

    def run(self) -> None:
        """Show what is different between the chosen backup and what stands now."""
        backup = self.chosen()
        if backup is None or self.waiting.is_busy:
            return
        wanted = Wanted(str(backup.path), NOW)
        self._freezing.when_stored(
            lambda: self.waiting.run(self.tr("Comparing …"), self._freezing.comparing(wanted), self._show)
        )

    def _show(self, found: Compared) -> None:
        count = len(found.changes)
        self.view.show_changes(found.changes)
        told = self.tr("Changed since this backup: {count}. A click leads to the place of each.")
        self.words.setText(told.format(count=count) if count else self.tr("Nothing has changed since this backup."))
        self.view.setVisible(bool(count))
        self._room.setVisible(not count)
        self._enable()
        self.compared.emit()

    def _ask_file(self) -> None:
        backup = self.chosen()
        if backup is None:
            return
        path = self._desk.session.path
        beside = folder_beside(path) / f"{title_of(path)} {backup.at.astimezone():%Y-%m-%d %H.%M}.annals"
        kinds = self.tr("Annals workspaces") + " (*.annals)"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Restore the backup to"), str(beside), kinds)
        if name:
            self.put_back(backup, Path(name).with_suffix(".annals"))

    def put_back(self, backup: KeptBackup, target: Path) -> None:
        """Make a workspace of a backup in a new place."""

        def work(_: object) -> Path:
            place_of(target).put_back(backup.path)
            return target

        self.waiting.run(self.tr("Checking the backup …"), work, self._restored)

    def _restored(self, path: Path) -> None:
        self.words.setText(self.tr("✓ Restored: {path}. Open it from the menu “File”.").format(path=path))
        self.restored.emit(path)

    def done(self, result: int) -> None:
        """Closing calls off what is under way."""
        self.waiting.call_off()
        super().done(result)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}"
