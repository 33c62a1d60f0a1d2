"""What comes in from departments: taking answers, the place of what came, asking whether a key is believed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.window.session.desk import Desk
from desktop.window.session.merging import Merging
from desktop.window.session.undo import Commands
from schema.errors import AnnalsError

if TYPE_CHECKING:
    from desktop.window.dialogs.import_figures import ImportDialog
    from desktop.window.dialogs.merge import MergeDialog
    from desktop.window.dialogs.trust import TrustDialog
    from desktop.window.pages.came_in_page import CameInPage
    from desktop.window.settings import Settings
    from desktop.work.came_in import Numbers, Seen


class ComingIn(QObject):
    """`counted` says how much came in since whoever works here was at its place last."""

    counted = Signal(int)

    def __init__(self, desk: Desk, commands: Commands, flush: Callable[[], None], view: QWidget) -> None:
        super().__init__(view)
        self._desk, self._flush, self._view = desk, flush, view
        self.merging = Merging(desk, commands, flush)
        self.merge_dialog: MergeDialog | None = None
        self.import_dialog: ImportDialog | None = None
        self.page: CameInPage | None = None
        self.trust_dialog: TrustDialog | None = None
        self._settings: Settings | None = None
        desk.session.definitions_changed.connect(self._count)

    def begin(self, settings: Settings) -> None:
        """Take what is remembered of this person's visits."""
        self._settings = settings
        self._count()

    def open_import(self) -> None:
        """Show the dialog that takes a file of figures; an answer or form that is chosen there is offered here."""
        from desktop.window.dialogs.import_figures import ImportDialog

        self._flush()
        self.import_dialog = ImportDialog(self._desk, self.merging, self._view)
        self.import_dialog.answer_chosen.connect(lambda path: self.offer((path,)))
        self.import_dialog.open()

    def open_merge(self) -> None:
        """Show the dialog that takes answers; files are chosen there."""
        self.offer(())

    def offer(self, paths: Sequence[Path]) -> None:
        """Show what files bring that came back."""
        from desktop.window.dialogs.merge import MergeDialog

        if self.merge_dialog is None or not self.merge_dialog.isVisible():
            self.merge_dialog = MergeDialog(self._desk, self.merging, self._view)
            self.merge_dialog.trust_wanted.connect(self._ask_trust)
        dialog = self.merge_dialog
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        if paths:
            dialog.load(paths)

    def make_page(self, parent: QWidget) -> CameInPage:
        """Return the place of what came in."""
        from desktop.window.pages.came_in_page import CameInPage

        self.page = page = CameInPage(self._desk, self.merging, parent)
        page.add_wanted.connect(self.open_merge)
        page.entered.connect(self._enter)
        page.listed.connect(lambda: self._ask_numbers(self._see))
        return page

    # what is new

    def _seen(self) -> Seen:
        from desktop.work.came_in import NOTHING_SEEN  # deferred, as all of this: not needed for the first look

        session, settings = self._desk.session, self._settings
        if settings is None:
            return NOTHING_SEEN
        return {way: settings.seen(session.path, session.who, way) for way in NOTHING_SEEN}

    def _enter(self) -> None:
        """What came since the last visit stands out during this one."""
        if self.page is not None:
            self.page.seen = self._seen()

    def _count(self) -> None:
        from desktop.work.came_in import unseen

        if self.page is None or not self.page.isVisible():
            self._ask_numbers(lambda numbers: self.counted.emit(unseen(numbers, self._seen())))

    def _ask_numbers(self, then: Callable[[Numbers], None]) -> None:
        from desktop.work.came_in import arrived

        session = self._desk.session
        if self._settings is not None:
            session.ask(arrived, then, session.crashed.emit)

    def _see(self, numbers: Numbers) -> None:
        """All that is listed was seen."""
        session = self._desk.session
        if self._settings is not None:
            for way, own in numbers.items():
                self._settings.keep_seen(session.path, session.who, way, max(own, default=0))
        self.counted.emit(0)

    def _ask_trust(self, error: AnnalsError) -> None:
        from desktop.window.dialogs.trust import TrustDialog

        dialog, person = self.merge_dialog, error.params.get("person", "")
        if dialog is None:
            return
        self.trust_dialog = TrustDialog(person, error.params.get("file", ""), self._desk.theme, dialog)
        self.trust_dialog.believed.connect(
            lambda: self.merging.trust(person, dialog.try_again, lambda trouble: dialog.words.setText(
                self._desk.sentence(trouble)))
        )  # fmt: skip
        self.trust_dialog.open()

    def close(self) -> None:
        """End the reading and the dialog."""
        if self.merge_dialog is not None:
            self.merge_dialog.close()
        self.merging.close()
