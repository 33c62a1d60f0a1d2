"""Undo and redo: the actions say what they take back or do again, and lead to where it happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.window.actions import Actions
from desktop.window.form.section_form import SectionForm
from desktop.window.rooms import SECTIONS, SHEET, Rooms
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands, Step
from desktop.window.undo_keys import UndoKeys
from schema.grammar.reference import Key, RecordKey
from schema.values.changes import Change
from schema.values.datapoint import Record
from schema.values.subject import PublishedAt, RestatementAt, TextAt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from schema.validation.contradictions.contradiction import Where


class Undoing(QObject):
    """What is being typed is handed over first: it is the last step then, and the first one to be taken back."""

    def __init__(self, desk: Desk, commands: Commands, form: SectionForm, rooms: Rooms, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self._desk, self._commands, self._form, self._rooms = desk, commands, form, rooms

    def follow(self, actions: Actions) -> None:
        """Tie the actions to the stack; bound methods go when this goes, while the actions stay."""
        self._actions = actions
        self.keys = UndoKeys(actions, self._view)
        stack = self._commands
        actions.undo.triggered.connect(self._undo)
        actions.redo.triggered.connect(self._redo)
        stack.canUndoChanged.connect(actions.undo.setEnabled)
        stack.canRedoChanged.connect(actions.redo.setEnabled)
        stack.undoTextChanged.connect(self._name)
        stack.redoTextChanged.connect(self._name)
        self._desk.language_changed.connect(self._name)
        self._name()

    # the actions

    def _undo(self) -> None:
        self._hand_over()
        self._step(self._commands.step(self._commands.index() - 1), self._commands.undo)

    def _redo(self) -> None:
        self._hand_over()
        self._step(self._commands.step(self._commands.index()), self._commands.redo)

    def _hand_over(self) -> None:
        self._form.flush()
        self._rooms.commit()

    def _step(self, step: Step | None, act: Callable[[], None]) -> None:
        """Show where it happened before it changes; a row that comes back is shown once it is there."""
        shown = step is None or self._show(step)
        act()
        if step is not None and not shown:
            self._show(step)

    def _name(self) -> None:
        """Let both actions say in menus and tool tips which step they are about."""
        actions, stack = self._actions, self._commands
        actions.name_step("undo", stack.undoText())
        actions.name_step("redo", stack.redoText())

    # where it happened

    def _show(self, step: Step) -> bool:
        """Bring the place of a step into sight; return whether it is to be seen."""
        if step.room not in ("", SECTIONS, SHEET):
            if self._rooms.room() != step.room:
                self._rooms.show_room(step.room)
            return True
        changes = step.changes()
        keys = [change.subject for change in changes if isinstance(change.subject, Key)]
        if keys and self._rooms.show_keys(keys):
            return True
        at = next(self._places(step), None)
        return at is not None and self._go(at)

    def _places(self, step: Step) -> Iterator[Where]:
        """Yield what can be gone to of a step: values, texts, records, what something is said of."""
        for code in step.metrics():
            yield Key(code, self._desk.period)
        for change in step.changes():
            at = self._place(change)
            if at is not None:
                yield at

    def _place(self, change: Change) -> Where | None:
        from schema.validation.approvals import read_approvable  # deferred: nothing is taken back at the first look

        match change.subject:
            case Key() | TextAt() as at:
                return at
            case PublishedAt() | RestatementAt() as at:
                return at.key
            case RecordKey() as record:
                return self._row(record, change)
            case _ as at:
                about = getattr(at, "subject", "")
                return read_approvable(about) if about else None

    def _row(self, record: RecordKey, change: Change) -> Where | None:
        """Return a row; of one that is not there, the list that it is taken out of or comes back to."""
        from schema.validation.issue import FieldAt, ListAt
        from schema.values.record_places import home

        if record in self._desk.session.snapshot.records:
            return FieldAt(record, _column(change))
        gone = change.before or change.after
        outline = self._desk.session.definitions.outlines.get(gone.report) if isinstance(gone, Record) else None
        if not isinstance(gone, Record) or outline is None:
            return None
        return ListAt(outline.code, home(outline, gone))

    def _go(self, at: Where) -> bool:
        """Go to a place unless the cursor is there already; return whether what is meant is to be seen."""
        from desktop.window.session.places import place_in, show_place
        from schema.validation.issue import ListAt, write_subject

        if place_in(self._desk, at, self._desk.report) is None:
            return False
        if isinstance(at, TextAt) and at.language:
            self._form.write_in(at.language)
            at = replace(at, language=self._desk.session.definitions.outlines[at.report].language)
        here = self._rooms.room() == SECTIONS and self._form.proved_here()
        if not here or isinstance(at, PublishedAt) or here != write_subject(at):
            show_place(self._desk, at, self._desk.report)
        return not isinstance(at, ListAt)


def _column(change: Change) -> str:
    """Return the first column of a row that differs."""
    old, new = change.before, change.after
    if not isinstance(old, Record) or not isinstance(new, Record):
        return ""
    return next((code for code in {**old.fields, **new.fields} if old.field(code) != new.field(code)), "")
