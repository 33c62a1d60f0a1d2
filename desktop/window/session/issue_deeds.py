"""What the issue desk does with rows: each deed is one step of undo, and tells what it did and what it refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from desktop.window.session.desk import Desk
from desktop.window.session.standing import present_moment
from desktop.window.session.undo import Commands
from desktop.work.issue_desk.deeds import Deed, allowance, answerable, confirming, in_sheet, keys_of, ownable
from desktop.work.issue_desk.rows import Row
from desktop.work.permission import answering_refused, owners_refused
from schema.workspace import Workspace


class IssueDeeds(QObject):
    """`told` carries what was done, the refused rows, and whether a step can be undone; the others ask the window."""

    told = Signal(str, object, bool)
    owner_wanted = Signal(object)
    sheet_wanted = Signal(object)
    define_wanted = Signal()

    def __init__(self, desk: Desk, commands: Commands, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._commands = desk, commands

    def why_not(self) -> tuple[str, str]:
        """Return why nothing can be confirmed or answered here, and why no owner can be named; empty where it can."""
        desk = self._desk
        if not desk.session.writable:
            read_only = self.tr("Opened for reading only.")
            return read_only, read_only
        moment, who = present_moment(desk), desk.session.who
        refused = (answering_refused(moment, who), owners_refused(moment, who))
        answering, owning = (desk.sentence(one) if one is not None else "" for one in refused)
        return answering, owning

    def confirm(self, rows: Sequence[Row]) -> None:
        """Say of carried texts and records that they still hold, in one step."""
        desk, moment = self._desk, present_moment(self._desk)
        report, who, chosen = desk.report, desk.session.who, tuple(rows)

        def work(_: Workspace) -> Deed:
            return confirming(moment, report, chosen, who)

        desk.session.ask(work, self._confirmed, desk.session.crashed.emit)

    def _confirmed(self, deed: Deed) -> None:
        count = len(deed.done)
        if deed.changes:
            self._commands.change(
                self.tr("confirming {count} carried texts and lists").format(count=count), deed.changes
            )
        done = self.tr("Confirmed as still true: {count}").format(count=count) if count else ""
        self.told.emit(done, deed.refused, bool(count))

    def answer(self, rows: Sequence[Row]) -> None:
        """Ask for the remark that answers doubts."""
        able, refused = answerable(rows, allowance(present_moment(self._desk), self._desk.session.who))
        self.told.emit("", refused, False)
        if able:
            self._desk.answer_requested.emit(tuple(row.issue for row in able))

    def withdraw(self, rows: Sequence[Row]) -> None:
        """Take answers back that people gave."""
        given = [row.answer for row in rows if row.answer is not None and row.answer.at]
        if given and self._desk.session.writable:
            self._desk.withdraw_requested.emit(given)

    def name_owner(self, rows: Sequence[Row]) -> None:
        """Ask whose the items are at which these rows stand."""
        able, refused = ownable(rows)
        self.told.emit("", refused, False)
        if able:
            self.owner_wanted.emit(tuple(dict.fromkeys(row.item for row in able)))

    def open_sheet(self, rows: Sequence[Row]) -> None:
        """Show the values that these rows are about in the sheet, and no others."""
        able, refused = in_sheet(rows)
        self.told.emit("", refused, False)
        if able:
            self.sheet_wanted.emit(keys_of(able))

    def act(self, row: Row, go: Callable[[], None]) -> None:
        """Do what a row ends in; `go` leads to its place."""
        match row.verb:
            case "confirm":
                self.confirm((row,))
            case "answer":
                self.answer((row,))
            case "define":
                self.define_wanted.emit()
            case "assign" if row.item:
                self.name_owner((row,))
            case "sort":
                self._desk.notes_requested.emit()
            case _:
                go()
