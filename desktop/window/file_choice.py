"""The questions that stand before a workspace is open: which file or database to open, where a new one goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QWidget

from desktop.window.actions import Actions
from desktop.window.appearance import Appearance
from schema.exchange.packs.manifest import SUFFIX as PACK_SUFFIX
from schema.grammar.location import DatabaseUrl, location_of

SUFFIX = ".annals"


@dataclass(frozen=True, slots=True)
class NewWorkspace:
    """What is asked with: the starters are below `resources`; `language` is the window's present one."""

    resources: Path
    appearance: Appearance
    language: Callable[[], str]


class FileChoice(QObject):
    """`opened` carries a workspace or pack to open, `new` and `sample` where one is to be made, `new` with what it
    begins with."""

    opened = Signal(object)
    new = Signal(object, object)
    sample = Signal(object)

    def __init__(self, actions: Actions, asking: NewWorkspace, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._asking = window, asking
        actions.open.triggered.connect(self._ask_workspace)
        actions.open_pack.triggered.connect(self._ask_pack)
        actions.open_database.triggered.connect(self._ask_database)
        actions.new.triggered.connect(self._ask_new)
        actions.sample.triggered.connect(self._ask_sample)

    def _ask_workspace(self) -> None:
        self._open(self.tr("Open a workspace"), self._kinds(PACK_SUFFIX))

    def _ask_pack(self) -> None:
        self._open(self.tr("Open a received pack"), self.tr("Annals packs") + f" (*{PACK_SUFFIX})")

    def _ask_database(self) -> None:
        """Ask for an address, again where it is none."""
        asked = self.tr("Address of the database. The password stays out of it: it belongs in the file pgpass.")
        wrong = self.tr("This is no address of a database: it looks like postgresql://user@server/database.")
        address, told = "postgresql://", asked
        while True:
            address, is_given = QInputDialog.getText(
                self._window, self.tr("Open a database"), told, QLineEdit.EchoMode.Normal, address
            )
            if not is_given:
                return
            location = location_of(address.strip())
            if isinstance(location, DatabaseUrl) and location.name:
                self.opened.emit(location)
                return
            told = f"{asked}\n\n{wrong}"

    def _open(self, title: str, kinds: str) -> None:
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", kinds)
        if name:
            self.opened.emit(Path(name))

    def _ask_new(self) -> None:
        """Ask what a new workspace begins with, then where it goes."""
        from desktop.window.dialogs.new_workspace import NewWorkspaceDialog  # deferred: reads the starters

        asking = self._asking
        self.dialog = NewWorkspaceDialog(asking.resources, asking.language(), asking.appearance.base, self._window)
        self.dialog.chosen.connect(self.ask_place)
        self.dialog.open()

    def ask_place(self, beginning: object) -> None:
        """Ask where a new workspace goes."""
        if path := self._place(self.tr("New workspace"), "annals" + SUFFIX):
            self.new.emit(path, beginning)

    def _ask_sample(self) -> None:
        if path := self._place(self.tr("Sample workspace"), "demo" + SUFFIX):
            self.sample.emit(path)

    def _place(self, title: str, name: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, name, self._kinds())
        if not chosen:
            return None
        return Path(chosen) if chosen.endswith(SUFFIX) else Path(chosen + SUFFIX)

    def _kinds(self, *more: str) -> str:
        return self.tr("Annals workspaces") + f" ({' '.join(f'*{suffix}' for suffix in (SUFFIX, *more))})"
