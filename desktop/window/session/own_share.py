"""The share of whoever fills in here: which it is, handing it in, and the answer that a small workspace sends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.window.session.desk import Desk
from desktop.window.session.places import show_place
from desktop.window.session.undo import Commands
from desktop.window.session.usual_folder import folder_beside
from desktop.work.handed_in import HandedIn, handed_in
from desktop.work.requests import Act
from schema.errors import AnnalsError
from schema.values.holders import Holders
from schema.values.pack_origin import origin_of
from schema.values.people import Person, people_of
from schema.values.questions import QUESTIONS_NAME
from schema.values.subject import RequestAt

if TYPE_CHECKING:
    from desktop.window.settings import Settings
    from desktop.work.outgoing_answer import OutgoingAnswer
    from schema.moment import Moment
    from schema.validation.shares import AskedItem, Share
    from schema.workspace import Workspace


class OwnShare(QObject):
    """Shares are as of the last check; `looked` says that there was another one."""

    looked = Signal()

    def __init__(self, desk: Desk, commands: Commands, flush: Callable[[], None]) -> None:
        super().__init__(desk)
        self._desk, self._commands, self._flush = desk, commands, flush
        self._settings: Settings | None = None
        self._moment: Moment | None = None
        self._following = desk.session.issues_changed.connect(self._look)

    def begin(self, settings: Settings) -> None:
        """Take what is remembered of this person's folders."""
        self._settings = settings

    def _look(self) -> None:
        self._moment = self._desk.session.moment
        self.looked.emit()

    def close(self) -> None:
        """Follow no further: the last check may be told while the workspace is being closed."""
        self._desk.session.issues_changed.disconnect(self._following)

    # whose share it is

    @property
    def me(self) -> Person | None:
        """Whoever works here, where they are listed."""
        session = self._desk.session
        return next((person for person in people_of(session.snapshot) if person.name == session.who), None)

    def shares(self, report: str) -> tuple[Share, ...]:
        """Return the shares that may be handed in here: the pack's own, a contact's own, else all that were asked."""
        session, me = self._desk.session, self.me
        origin = origin_of(session.snapshot)
        report = origin.report if origin is not None else report
        if self._moment is None or report not in self._moment.definitions.outlines:
            return ()
        own = origin.department if origin is not None else me.department if me and me.role == "contact" else ""
        shares = self._moment.shares(report)
        return tuple(s for code, s in sorted(shares.items()) if s.request is not None and own in ("", code))

    def share(self) -> Share | None:
        """Return the share of whoever fills in here; None where it is none in particular."""
        origin, me = origin_of(self._desk.session.snapshot), self.me
        if origin is None and (me is None or me.role != "contact"):
            return None
        return next(iter(self.shares(self._desk.report)), None)

    # what is done with it

    def ask_handed_in(self, share: Share, then: Callable[[HandedIn | None], None]) -> None:
        """Read off the UI thread when a share was handed in, and what was changed since."""
        at, definitions = RequestAt(share.report, share.department), self._desk.session.definitions

        def work(workspace: Workspace) -> HandedIn | None:
            return handed_in(workspace.history(), at, Holders(definitions))

        self._desk.session.ask(work, then, self._desk.session.crashed.emit)

    def go_to(self, item: AskedItem) -> None:
        """Bring an item on the screen."""
        show_place(self._desk, item.at, self._desk.report)

    def folder(self) -> Path:
        """Return where an answer is written: the folder that was chosen last, that of the pack, the workspace's."""
        path = self._desk.session.path
        known = self._settings.folder("answer", path) if self._settings else None
        return known if known is not None and known.is_dir() else folder_beside(path)

    def keep_folder(self, folder: Path) -> None:
        """Remember where answers of this workspace are written."""
        if self._settings is not None:
            self._settings.keep_folder("answer", folder, self._desk.session.path)

    def recipient(self) -> str:
        """Return who sent the pack that is answered."""
        from desktop.work.outgoing_answer import sender_of

        sender = sender_of(self._desk.session.moment)
        return sender.name if sender is not None else ""

    def letter(self) -> Path | None:
        """Return the letter that waits to be mailed; None where there is none."""
        from desktop.work.outgoing_answer import letter_in

        origin = origin_of(self._desk.session.snapshot)
        return letter_in(self.folder(), origin) if origin is not None else None

    def hand_in(self, share: Share, reason: str) -> None:
        """Hand a share in; `reason` says why something is missing."""
        from desktop.work.requests import submit

        self._flush()
        session, me = self._desk.session, self.me
        changes = submit(share, Act(session.who, datetime.now(UTC), reason))
        people = people_of(session.snapshot)
        if me is not None and me.role == "contact" and any(person.role == "editor" for person in people):
            session.change(changes)  # a contact may not take it back: a reviewer returns it
        else:
            self._commands.change(self.tr("handing in"), changes)

    def write_answer(
        self, folder: Path, then: Callable[[OutgoingAnswer], None], failed: Callable[[AnnalsError], None]
    ) -> None:
        """Write the answer of what there is into a folder, off the UI thread, after all that is being saved."""
        from desktop.work.outgoing_answer import write_answer
        from desktop.work.own_key import keys_folder, own_signer

        self._flush()
        session, words = self._desk.session, self._desk.catalogue.messages

        def work(workspace: Workspace) -> OutgoingAnswer:
            who = workspace.author.who
            return write_answer(workspace, folder, Act(who, datetime.now(UTC)), own_signer(keys_folder(), who), words)

        def written(answer: OutgoingAnswer) -> None:
            self.keep_folder(folder)
            self._commands.settle(tuple(session.snapshot.more.get(QUESTIONS_NAME, {})))  # others read them now
            then(answer)

        session.ask(work, written, partial(self._failed, failed))

    def _failed(self, failed: Callable[[AnnalsError], None], error: Exception) -> None:
        if isinstance(error, AnnalsError):
            failed(error)
        else:
            self._desk.session.crashed.emit(error)
