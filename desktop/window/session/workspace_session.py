"""The open workspace as the windows see it: frozen snapshots here, every write on one worker thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.window.session.background import Background
from desktop.window.session.saving import Saver, subject_of
from desktop.work.recheck import recheck
from schema.catalogue.section_content import section_keys
from schema.errors import WorkspaceError
from schema.grammar.reference import Key, RecordKey
from schema.moment import Moment
from schema.validation.issue_groups import group_by_key, group_by_slot
from schema.validation.progress import Progress
from schema.values.changes import (
    Change,
    PictureChange,
    PointChange,
    RecordChange,
    RestatementChange,
    TextChange,
    overlay,
    put,
)
from schema.values.datapoint import DataPoint, Field, HistoryEntry, Origin, Picture, Record, SlotText, Snapshot
from schema.values.figures import Figures, Result

if TYPE_CHECKING:
    from schema.catalogue.outline import Definitions
    from schema.validation.issue import Issue
    from schema.workspace import Workspace

Subject = Key | RecordKey | Picture | tuple[str, str, str]
PicturePlace = tuple[str, str, str] | tuple[RecordKey, str]  # an image slot, or a record and its column
_CHECK_AFTER = 700


class WorkspaceSession(QObject):
    """Reads come from the last snapshot with what was typed since; `values_changed` carries the typed keys."""

    values_changed = Signal(object)
    texts_changed = Signal(object)
    records_changed = Signal()
    issues_changed = Signal()
    saved = Signal(object)
    saving = Signal(object)
    failed = Signal(object, object)
    crashed = Signal(object)

    def __init__(self, path: Path, definitions: Definitions, snapshot: Snapshot, store: Background) -> None:
        """Show what is known; `attach` follows on the store's thread, before anything that is typed gets there."""
        super().__init__()
        self.path = path
        self.workspace: Workspace | None = None
        self.definitions = definitions
        self.snapshot = snapshot
        self.writable = True
        self.moment = Moment(definitions, snapshot)
        self._checked: Moment | None = None
        self.watched: Callable[[], Iterable[Key]] = tuple
        self._store = store
        self._thinking = Background("analysis", self)
        self._fresh: dict[Key, DataPoint | None] = {}
        self._unsaved_pictures: dict[str, bytes] = {}
        self._issues: dict[Key, tuple[Issue, ...]] = {}
        self._slot_issues: dict[tuple[str, str], tuple[Issue, ...]] = {}
        self._places: dict[tuple[str, Key], str] = {}
        self._saver = Saver(self._apply, store, self)
        self._saver.settled.connect(self._settled)
        self._timer = QTimer(self, singleShot=True, interval=_CHECK_AFTER)
        self._timer.timeout.connect(self.check_all)

    def attach(self, workspace: Workspace) -> None:
        """Take the open workspace; called on the store's thread."""
        self.workspace = workspace

    def _apply(self, changes: Sequence[Change], reason: str) -> object:
        if self.workspace is None:
            raise WorkspaceError("workspace.missing", path=str(self.path))
        return self.workspace.apply(changes, reason)

    def picture(self, name: str) -> bytes:
        """Read a picture's bytes by its hash; one that is not stored yet comes from memory. For worker threads."""
        found = self._unsaved_pictures.get(name)
        if found is not None:
            return found
        if self.workspace is None:
            raise WorkspaceError("workspace.missing", path=str(self.path))
        return self.workspace.picture(name)

    def renew(self, definitions: Definitions, snapshot: Snapshot) -> None:
        """Show what the open workspace holds where the first look was behind; what was typed since stays.

        All of that is still on its way to the store, since this is called before the store reports anything else.
        """
        self.definitions = definitions
        self.snapshot = overlay(snapshot, self._saver.pending())
        self.moment = Moment(definitions, self.snapshot)
        self._places = {}

    # what stands where

    @property
    def figures(self) -> Figures:
        """Return the values of the moment that was computed last."""
        return self.moment.figures

    def point(self, key: Key) -> DataPoint | None:
        """Return the data point at a key, typed or stored."""
        return self.snapshot.points.get(key)

    def result(self, key: Key) -> Result:
        """Return what stands at a key; what was typed a moment ago is already there."""
        point = self._fresh.get(key)
        if point is None or self.definitions.catalogue.metrics[key.metric].formula is not None:
            return self.figures.value(key)
        kind = "entered" if point.value is not None else "omission" if point.omission else "unread"
        return Result(key, kind, point.value, point.qualifier, point.omission, point)

    def text(self, report: str, slot: str, language: str) -> str:
        """Return the words of a slot, or an empty text."""
        return self.snapshot.texts.get((report, slot, language), "")

    def carried(self, report: str, slot: str, language: str) -> str:
        """Return the report that the words of a slot stand from, untouched; empty where somebody has touched them."""
        return self.snapshot.carried.get((report, slot, language), "")

    def origin(self, subject: tuple[str, str, str]) -> Origin | None:
        """Return where the words of a slot come from, or None where they were written there."""
        return self.snapshot.origins.get(subject)

    def issues_at(self, key: Key) -> tuple[Issue, ...]:
        """Return the open issues of one value, errors first."""
        return self._issues.get(key, ())

    def issues_of_slot(self, report: str, slot: str) -> tuple[Issue, ...]:
        """Return the open issues of one text."""
        return self._slot_issues.get((report, slot), ())

    def issues(self) -> tuple[Issue, ...]:
        """Return all open issues of the last full check."""
        return self._checked.issues() if self._checked else ()

    def progress(self, report: str, section: str) -> Progress:
        """Return how far a section is."""
        progress = self._checked.progress.get((report, section)) if self._checked else None
        return progress or Progress()

    def place_of(self, report: str, key: Key) -> str:
        """Return the section of a report that asks for a key (of any year), or an empty text."""
        if not self._places:
            self._places = dict(self._all_places())
        return self._places.get((report, replace(key, period=0)), "")

    def _all_places(self) -> Iterable[tuple[tuple[str, Key], str]]:
        for outline in self.definitions.outlines.values():
            for section in reversed(list(outline.walk())):
                for key in section_keys(section, self.definitions.catalogue, outline.year):
                    yield (outline.code, replace(key, period=0)), section.code

    def state(self, subject: Subject) -> str:
        """Return "saving", "failed" or "saved"."""
        return self._saver.state(subject)

    def unsaved(self) -> int:
        """Return how many values and texts are not durable yet."""
        return self._saver.open()

    # changes

    def change_points(self, changes: Sequence[tuple[Key, DataPoint | None]], reason: str = "") -> None:
        """Take data points over at once and save them off the UI thread in one transaction."""
        points = dict(self.snapshot.points)
        for key, point in changes:
            self._fresh[key] = point
            if point is None:
                points.pop(key, None)
            else:
                points[key] = point
        self.snapshot = replace(self.snapshot, points=points)
        self._save([PointChange(key, point) for key, point in changes], reason)
        self._recheck([key for key, _ in changes])

    def change_text(self, change: TextChange) -> None:
        """Take a text over at once and save it off the UI thread."""
        text = change.text
        subject = (text.report, text.slot, text.language)
        self.snapshot = overlay(self.snapshot, [change])
        self._save([change], "")
        self.texts_changed.emit(subject)
        self._timer.start()

    def take_picture(self, change: PictureChange) -> None:
        """Take a picture in at once and save it off the UI thread; what shows it is another change."""
        picture = change.picture
        if picture.hash in self.snapshot.pictures:
            return
        self._unsaved_pictures[picture.hash] = change.content
        self.snapshot = replace(self.snapshot, pictures={**self.snapshot.pictures, picture.hash: picture})
        self._save([change], "")

    def picture_at(self, place: PicturePlace) -> str:
        """Return the hash that stands in a place, or an empty text."""
        if len(place) == 3:
            return self.text(*place)
        record = self.snapshot.records.get(place[0])
        return record.field(place[1]).typed if record else ""

    def place_picture(self, place: PicturePlace, name: str) -> None:
        """Let the picture with this hash stand in a place; an empty hash takes it out."""
        if len(place) == 3:
            self.change_text(TextChange(SlotText(*place, name)))
        elif record := self.snapshot.records.get(place[0]):
            fields = {code: field for code, field in record.fields.items() if code != place[1]}
            fields |= {place[1]: Field(typed=name)} if name else {}
            self.change_records([(record.key, replace(record, fields=fields))])

    def ask_picture(self, name: str, then: Callable[[bytes], None]) -> None:
        """Read a picture's bytes off the UI thread; nothing where they cannot be read."""
        self._store.run(lambda: self.picture(name), then, lambda _: then(b""))

    def change_records(self, changes: Sequence[tuple[RecordKey, Record | None]]) -> None:
        """Take records over at once and save them off the UI thread in one transaction."""
        records = dict(self.snapshot.records)
        for key, record in changes:
            put(records, key, record)
        self.snapshot = replace(self.snapshot, records=records)
        self._save([RecordChange(key, record) for key, record in changes], "")
        self.records_changed.emit()
        self._recheck([])

    def change_restatement(self, change: RestatementChange) -> None:
        """Take the reason of a restatement over at once and save it off the UI thread."""
        restatements = dict(self.snapshot.restatements)
        put(restatements, (change.report, change.key), change.restatement)
        self.snapshot = replace(self.snapshot, restatements=restatements)
        self._save([change], "")
        self._recheck([change.key])

    def adopt(
        self, definitions: Definitions, changes: Sequence[Change], reason: str, done: Callable[[Exception | None], None]
    ) -> None:
        """Put definitions in force, with what belongs to them, off the UI thread; `done` hears how it went."""

        def work() -> None:
            if self.workspace is None:
                raise WorkspaceError("workspace.missing", path=str(self.path))
            self.workspace.adopt(definitions, reason, changes)

        def adopted(_: None) -> None:
            self.definitions, self._places = definitions, {}
            self.snapshot = overlay(self.snapshot, changes)
            self.moment = Moment(definitions, self.snapshot)
            self.check_all()
            done(None)

        self._store.run(work, adopted, done)

    def _save(self, changes: Sequence[Change], reason: str) -> None:
        self._saver.save(changes, reason)
        for change in changes:
            self.saving.emit(subject_of(change))

    def _settled(self, subjects: tuple[Subject, ...], error: Exception | None) -> None:
        for subject in subjects:
            if error is None:
                if isinstance(subject, Picture):
                    self._unsaved_pictures.pop(subject.hash, None)
                self.saved.emit(subject)
            else:
                self.failed.emit(subject, error)

    # what follows from them

    def _recheck(self, keys: Sequence[Key]) -> None:
        moment, watched = Moment(self.definitions, self.snapshot), tuple(self.watched())

        def work() -> tuple[Moment, Mapping[Key, tuple[Issue, ...]]]:
            return moment, recheck(moment, keys, watched)

        self._thinking.run(work, self._rechecked, self.crashed.emit)
        self._timer.start()

    def _rechecked(self, rechecked: tuple[Moment, Mapping[Key, tuple[Issue, ...]]]) -> None:
        moment, issues = rechecked
        if moment.snapshot is self.snapshot:
            self.moment = moment
            self._fresh = {}
        self._issues.update(issues)
        self.values_changed.emit(frozenset(issues))

    def check_all(self) -> None:
        """Run the full check in the background; `issues_changed` tells when it is there."""
        moment = self.moment
        if moment.snapshot is not self.snapshot:
            moment = Moment(self.definitions, self.snapshot)

        def work() -> Moment:
            _ = moment.progress
            return moment

        self._thinking.run(work, self._take_check, self.crashed.emit)

    def _take_check(self, moment: Moment) -> None:
        if moment.snapshot is not self.snapshot:
            return
        self.moment = self._checked = moment
        self._fresh = {}
        self._issues = dict(group_by_key(moment.issues()))
        self._slot_issues = dict(group_by_slot(moment.issues()))
        self.issues_changed.emit()

    def ask_history(self, metric: str, then: Callable[[Sequence[HistoryEntry]], None]) -> None:
        """Read the history of a metric off the UI thread."""
        self._store.run(lambda: self.workspace.history(metric) if self.workspace else (), then, self.crashed.emit)

    def settle(self) -> None:
        """Wait until every write was tried, those that failed once more."""
        self._store.wait()
        self._saver.try_again()
        self._store.wait()

    def _close_workspace(self) -> None:
        if self.workspace is not None:
            self.workspace.close()

    def close(self) -> None:
        """Close the workspace on its own thread and end both threads."""
        self._timer.stop()
        self._store.run(self._close_workspace, lambda _: None, self.crashed.emit)
        self._store.close()
        self._thinking.close()
