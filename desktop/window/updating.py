"""Newer definitions of the program: looked for once a workspace is open, offered in a line, taken in from a dialog."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.window.panels.newer_line import NewerLine
from desktop.window.session.background import Background
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from desktop.work.catalogue_update import Offer, offer, sources, take_in, undo_update
from schema.errors import AnnalsError

if TYPE_CHECKING:
    from desktop.window.dialogs.newer_definitions import NewerDefinitionsDialog
    from desktop.window.opening import Opener
    from schema.catalogue.built_in import BuiltIn
    from schema.catalogue.outline import Definitions
    from schema.exchange.catalogue_update.update import Sources
    from schema.values.datapoint import Snapshot
    from schema.workspace import Workspace


class Updating(QObject):
    """Reads the program's definitions on a thread of its own: that takes seconds, and nobody waits for it.

    `left` carries the digest of the definitions whose line was put away; `told` a sentence for the status line.
    """

    left = Signal(str)
    told = Signal(str)

    def __init__(self, desk: Desk, commands: Commands, flush: Callable[[], None], view: QWidget) -> None:
        super().__init__(view)
        self._desk, self._commands, self._flush, self._view = desk, commands, flush, view
        self._opener: Opener | None = None
        self._worker: Background | None = None
        self._offer: Offer | None = None
        self._built_in: BuiltIn | None = None
        self._of: tuple[Definitions, Snapshot] | None = None  # what the offer was made for
        self.dialog: NewerDefinitionsDialog | None = None
        self.line = NewerLine(desk, view)
        self.line.wanted.connect(self.open_dialog)
        self.line.left.connect(self._leave)

    def begin(self, opener: Opener, left: str) -> None:
        """Look for newer definitions after the first check; those of the digest `left` were put away by a person."""
        self._opener = opener
        if self._desk.session.writable:
            once = Qt.ConnectionType.SingleShotConnection
            self._desk.session.issues_changed.connect(partial(self._look, left), once)

    def _look(self, left: str) -> None:
        def found(source: str) -> None:
            if source not in ("", left):
                self._compare()

        if self._opener is not None:  # the first check may be told while the workspace is being closed
            self._desk.session.ask(self._opener.newer_source, found, self._crash)

    # the offer

    def _compare(self) -> None:
        """Read the program's definitions where they are not known yet, then compare."""
        if self._opener is None:
            return
        if self._worker is None:
            self._worker = Background("definitions", self)
        known = self._built_in
        self._worker.run(self._opener.built_in if known is None else lambda: known, self._gather, self._crash)

    def _gather(self, built_in: BuiltIn) -> None:
        if self._opener is None:
            return
        self._built_in, session = built_in, self._desk.session
        self._of = (session.definitions, session.snapshot)
        resources = self._opener.resources
        session.ask(lambda workspace: sources(workspace, built_in, resources), self._weigh, self._crash)

    def _weigh(self, merged: Sources) -> None:
        if self._worker is not None and self._built_in is not None:
            self._worker.run(partial(offer, merged, self._built_in), self._take_offer, self._crash)

    def _take_offer(self, made: Offer) -> None:
        self._offer = made
        self.line.show_offer(made)
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.show_offer(made)

    def _crash(self, error: Exception) -> None:
        self._desk.session.crashed.emit(error)

    # the dialog

    def open_dialog(self) -> None:
        """Show what would change; compared anew where anything was typed since."""
        from desktop.window.dialogs.newer_definitions import NewerDefinitionsDialog

        self._flush()
        self.dialog = NewerDefinitionsDialog(self._desk, self._view)
        self.dialog.wanted.connect(self._take_in)
        self.dialog.open()
        if self._offer is not None and self._is_fresh():
            self.dialog.show_offer(self._offer)
        else:
            self._compare()

    def _is_fresh(self) -> bool:
        session = self._desk.session
        return self._of is not None and self._of[0] is session.definitions and self._of[1] is session.snapshot

    def _take_in(self, places: frozenset[str]) -> None:
        opener, built_in = self._opener, self._built_in
        if opener is None or built_in is None:
            return
        reason = self._desk.words(self._desk.catalogue.messages["catalogue.update_reason"])
        resources = opener.resources

        def put(workspace: Workspace) -> Definitions:
            return take_in(workspace, built_in, resources, places, reason)

        self._commands.redefine(self.tr("newer definitions"), put, self._take_back, self._done)

    def _take_back(self, workspace: Workspace) -> Definitions:
        """Called on the store's thread."""
        reason = self._desk.words(self._desk.catalogue.messages["catalogue.undo_reason"])
        staying = undo_update(workspace, reason)
        if staying:
            words = self.tr("Newer definitions taken back, but for {count} that were changed or filled in since.")
            self.told.emit(words.format(count=len(staying)))
        return workspace.definitions

    def _done(self, error: Exception | None) -> None:
        if error is None:
            self._offer = None
            self.line.show_offer(None)
            self.told.emit(self.tr("The newer definitions are in force."))
            if self.dialog is not None:
                self.dialog.accept()
        elif self.dialog is not None and isinstance(error, AnnalsError):
            self.dialog.refuse(self._desk.sentence(error))
        else:
            self._crash(error)

    def _leave(self) -> None:
        self.line.hide()
        if self._built_in is not None:
            self.left.emit(self._built_in.source)

    def close(self) -> None:
        """End the thread; what it still finds is for nobody."""
        self._opener = self._built_in = None
        if self._worker is not None:
            self._worker.close()
            self._worker = None
