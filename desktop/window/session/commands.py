"""The only writers: every change of a value or text is a command that can be undone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop.window.session.workspace_session import PicturePlace, WorkspaceSession
from schema.grammar.reference import Key, RecordKey
from schema.values.changes import RestatementChange, TextChange
from schema.values.datapoint import DataPoint, Record, Restatement, SlotText

PointPair = tuple[Key, DataPoint | None]
RecordPair = tuple[RecordKey, Record | None]
_POINTS, _TEXT = 1, 2


class SetPoints(QUndoCommand):
    """Some data points become others, in one step; `visit` joins what is typed while one field has the focus."""

    def __init__(
        self, session: WorkspaceSession, words: str, changes: Sequence[PointPair], visit: int = 0,
        reason: str = "",
    ) -> None:  # fmt: skip
        super().__init__(words)
        self._session = session
        self._visit = visit
        self._reason = reason
        self._new = tuple(changes)
        self._old = tuple((key, session.point(key)) for key, _ in changes)

    def redo(self) -> None:
        """Put the new points in place."""
        self._session.change_points(self._new, self._reason)

    def undo(self) -> None:
        """Put the old points back."""
        self._session.change_points(self._old, self._reason)

    def id(self) -> int:
        """Name the kind, so that Qt offers merging."""
        return _POINTS if self._visit else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802
        """Join with the next command of the same field and visit."""
        if not isinstance(other, SetPoints) or other._visit != self._visit:
            return False
        if [key for key, _ in other._new] != [key for key, _ in self._new]:
            return False
        self._new = other._new
        return True

    def first_key(self) -> Key:
        """Return where the change is, to bring it into sight."""
        return self._new[0][0]


class SetText(QUndoCommand):
    """The words of a slot become others."""

    def __init__(self, session: WorkspaceSession, words: str, new: SlotText, visit: int) -> None:
        super().__init__(words)
        self._session = session
        self._visit = visit
        self._new = new
        subject = (new.report, new.slot, new.language)
        carried, origin = session.carried(*subject), session.origin(subject)
        self._old = SlotText(*subject, session.text(*subject), carried, origin)

    def redo(self) -> None:
        """Put the new words in place."""
        self._session.change_text(TextChange(self._new))

    def undo(self) -> None:
        """Put the old words back."""
        self._session.change_text(TextChange(self._old))

    def id(self) -> int:
        """Name the kind, so that Qt offers merging."""
        return _TEXT

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802
        """Join with the next command of the same slot and visit."""
        if not isinstance(other, SetText) or other._visit != self._visit:
            return False
        self._new = other._new
        return True


class SetRecords(QUndoCommand):
    """Some records become others, come or go, in one step."""

    def __init__(self, session: WorkspaceSession, words: str, changes: Sequence[RecordPair]) -> None:
        super().__init__(words)
        self._session = session
        self._new = tuple(changes)
        self._old = tuple((key, session.snapshot.records.get(key)) for key, _ in changes)

    def redo(self) -> None:
        """Put the new records in place."""
        self._session.change_records(self._new)

    def undo(self) -> None:
        """Put the old records back."""
        self._session.change_records(self._old)


class SetRestatement(QUndoCommand):
    """The reason why a value is no longer what a report printed is stated, changed or withdrawn."""

    def __init__(self, session: WorkspaceSession, words: str, report: str, key: Key, new: Restatement | None) -> None:
        super().__init__(words)
        self._session = session
        self._new = RestatementChange(report, key, new)
        self._old = RestatementChange(report, key, session.snapshot.restatements.get((report, key)))

    def redo(self) -> None:
        """Put the new reason in place."""
        self._session.change_restatement(self._new)

    def undo(self) -> None:
        """Put the old one back."""
        self._session.change_restatement(self._old)


class PlacePicture(QUndoCommand):
    """A place gets another picture, or none; pictures themselves stay in the workspace."""

    def __init__(self, session: WorkspaceSession, words: str, place: PicturePlace, name: str) -> None:
        super().__init__(words)
        self._session = session
        self._place = place
        self._new, self._old = name, session.picture_at(place)

    def redo(self) -> None:
        """Put the new picture in place."""
        self._session.place_picture(self._place, self._new)

    def undo(self) -> None:
        """Put the old picture back."""
        self._session.place_picture(self._place, self._old)


class Commands(QUndoStack):
    """The stack of what was done; visits are counted here."""

    def __init__(self, session: WorkspaceSession) -> None:
        super().__init__(session)
        self._session = session
        self._visits = 0
        self.setUndoLimit(500)

    def new_visit(self) -> int:
        """Return a number for one stay in a field."""
        self._visits += 1
        return self._visits

    def set_points(self, words: str, changes: Sequence[PointPair], visit: int = 0, reason: str = "") -> None:
        """Change data points in one step; the history keeps the reason, also when it is undone."""
        self.push(SetPoints(self._session, words, changes, visit, reason))

    def set_records(self, words: str, changes: Sequence[RecordPair]) -> None:
        """Change records in one step."""
        self.push(SetRecords(self._session, words, changes))

    def set_restatement(self, words: str, report: str, key: Key, new: Restatement | None) -> None:
        """State, change or withdraw the reason of a restatement."""
        self.push(SetRestatement(self._session, words, report, key, new))

    def place_picture(self, words: str, place: PicturePlace, name: str) -> None:
        """Put the picture with this hash in a place; an empty hash takes it out."""
        if name != self._session.picture_at(place):
            self.push(PlacePicture(self._session, words, place, name))

    def set_text(self, words: str, text: SlotText, visit: int) -> None:
        """Change the words of a slot."""
        self.push(SetText(self._session, words, text, visit))
