"""The open workspace as the windows see it: frozen snapshots here, every write on one worker thread."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.window.session.background import Background, Done, Then
from desktop.window.session.checking import Checked, run_checks
from desktop.window.session.contents import Contents
from desktop.window.session.key_places import KeyPlaces
from desktop.window.session.saving import Saver
from desktop.work.fresh_values import FreshValues
from desktop.work.moments import RememberingMoment
from desktop.work.recheck import recheck, values_of
from schema.errors import WorkspaceError
from schema.grammar.location import Location
from schema.grammar.reference import Key, RecordKey
from schema.moment import Moment
from schema.validation.issue_groups import group_by_key
from schema.validation.progress import Progress
from schema.values.changes import Change, overlay, thing_at, upon
from schema.values.datapoint import DataPoint, HistoryEntry, SlotText, Snapshot
from schema.values.figures import Figures, Result
from schema.values.kept_things import Subject
from schema.values.subject import TextAt

if TYPE_CHECKING:
    from schema.catalogue.outline import Definitions
    from schema.validation.answers import Answer
    from schema.validation.contradictions.contradiction import Contradiction
    from schema.validation.issue import Issue
    from schema.workspace import Workspace

_CHECK_AFTER = 500  # milliseconds without a change
_FEW = 50  # more values that come together are checked with everything else: one by one that would take longer


class WorkspaceSession(QObject):
    """Reads come from the last snapshot with what was typed since.

    Signals carry sets of subjects: `values_changed` the keys that were looked at anew, `records_changed` the records,
    `saving`, `saved` and `failed` all things of one transaction. `replaced`: all may differ. `overtaken`: others'.
    """

    values_changed = Signal(object)
    records_changed = Signal(object)
    issues_changed = Signal()
    glanced = Signal(object, object)  # the moment and what is wrong in its values, before the first check
    saved = Signal(object)
    saving = Signal(object)
    failed = Signal(object, object)
    crashed = Signal(object)
    definitions_changed = Signal()
    replaced = Signal()
    overtaken = Signal(object)

    def __init__(self, path: Location, definitions: Definitions, snapshot: Snapshot, store: Background) -> None:
        """Show what is known; `attach` follows on the store's thread, before anything that is typed gets there."""
        super().__init__()
        self.path = path
        self.workspace: Workspace | None = None
        self.definitions = definitions
        self.snapshot = snapshot
        self.writable = True
        self.moment: Moment = RememberingMoment(definitions, snapshot)
        self.last_check: Checked | None = None  # None before the first full one
        self.glance: tuple[Issue, ...] = ()  # what is wrong in the values alone, known before the first one
        self._to_check: Moment | None = None
        self.watched: Callable[[], Iterable[Key]] = tuple
        self._store = store
        self._thinking = Background("analysis", self)
        self.fresh = FreshValues()
        self.contents = Contents(lambda name: self._opened().attachment(name), store)
        self._issues: dict[Key, tuple[Issue, ...]] = {}
        self._asked: set[str] = set()
        self._listing: set[str] = set()
        self._places = KeyPlaces(definitions)
        self.saver = Saver(lambda changes: self._opened().apply(changes, as_seen=True), store, self)
        self.saver.settled.connect(self._settled)
        self._timer = QTimer(self, singleShot=True, interval=_CHECK_AFTER)
        self._timer.timeout.connect(self.check_all)
        self.glanced.connect(self._take_glance)

    def attach(self, workspace: Workspace) -> None:
        """Take the open workspace; called on the store's thread."""
        self.workspace = workspace

    def _opened(self) -> Workspace:
        if self.workspace is None:
            raise WorkspaceError("workspace.missing", path=str(self.path))
        return self.workspace

    def renew(self, definitions: Definitions, snapshot: Snapshot) -> None:
        """Show what the open workspace holds; what was typed and is still on its way to the store stays."""
        self.definitions = definitions
        self.snapshot = overlay(snapshot, self.saver.pending())
        self.moment = RememberingMoment(definitions, self.snapshot)
        self.fresh.forget()
        self._places = KeyPlaces(definitions)

    @property
    def figures(self) -> Figures:
        """Return the values of the moment that was computed last, each figure only as exactly as its inputs are."""
        return self.moment.told

    def point(self, key: Key) -> DataPoint | None:
        """Return the data point at a key, typed or stored."""
        return self.snapshot.points.get(key)

    def result(self, key: Key) -> Result:
        """Return what stands at a key; what was typed a moment ago is already there."""
        return self.fresh.result(self.figures, key)

    def text(self, at: TextAt) -> SlotText:
        """Return the words of a slot, with the report that they stand from untouched and the words that they follow;
        empty words where nothing stands."""
        return thing_at(self.snapshot, at) or SlotText(at.report, at.slot, at.language, "")

    def issues_at(self, key: Key) -> tuple[Issue, ...]:
        """Return the open issues of one value, errors first; none of what stood there before, while it is checked."""
        return self._issues.get(key, ()) if key not in self.fresh else ()

    def issues_of_slot(self, report: str, slot: str) -> tuple[Issue, ...]:
        """Return the open issues of one text."""
        return self.last_check.by_slot.get((report, slot), ()) if self.last_check is not None else ()

    def issues_of(self, report: str) -> tuple[Issue, ...] | None:
        """Return the issues of a whole report as of the last full check; None where they are computed from now on."""
        if report not in self._asked:
            self._asked.add(report)
            self.check_all()
        return self.last_check.of_reports.get(report) if self.last_check is not None else None

    @property
    def checked(self) -> bool:
        """Whether what is open has been looked for since the workspace was opened: before that nothing is known."""
        return self.last_check is not None

    @property
    def up_to_date(self) -> bool:
        """Whether what stands here now has been checked: after a change nothing is known of it until that is done."""
        return self.last_checked is not None and self._is_present(self.last_checked)

    def _is_present(self, moment: Moment) -> bool:
        return moment.snapshot is self.snapshot and moment.definitions is self.definitions

    @property
    def last_checked(self) -> Moment | None:
        """The moment that was checked last; None before the first check."""
        return self.last_check.moment if self.last_check is not None else None

    def answered(self, report: str = "") -> tuple[Answer, ...]:
        """Return the answered doubts as of the last full check; of a report once its issues have been asked for."""
        return self.last_check.answered(report) if self.last_check is not None else ()

    def contradictions(self, report: str) -> tuple[Contradiction, ...] | None:
        """Return those of a report as of the last full check, settled ones, too; None while they are computed."""
        return self.last_check.contradictions(report) if self.last_check is not None else None

    @property
    def who(self) -> str:
        """The name that history shows for this person; empty before the workspace is open."""
        return self.workspace.author.who if self.workspace is not None else ""

    def worklist(self, report: str, section: str) -> tuple[Issue, ...]:
        """Return what a section's texts have on their worklist as of the last full check; none before the first."""
        if report not in self._listing:
            for looked_for in (self._listing, self._asked):
                looked_for.add(report)
            self._timer.start()
        return self.last_check.listed.get(report, {}).get(section, ()) if self.last_check is not None else ()

    def progress(self, report: str, section: str) -> Progress:
        """Return how far a section is."""
        return (self.last_checked.progress.get((report, section)) if self.last_checked else None) or Progress()

    def place_of(self, report: str, key: Key) -> str:
        """Return the section of a report that asks for a key (of any year), or an empty text."""
        return self._places.section(report, key)

    def state(self, subject: Subject) -> str:
        """Return "saving", "failed" or "saved"."""
        return self.saver.state(subject)

    def unsaved(self) -> int:
        """Return how many values and texts are not durable yet."""
        return self.saver.open()

    def change(self, changes: Sequence[Change]) -> None:
        """Take changes over at once and save them off the UI thread in one transaction."""
        changes = upon(self.snapshot, changes)
        self.snapshot = overlay(self.snapshot, changes)
        self.contents.take(changes)
        self.fresh.take(changes)
        self._issues = {key: found for key, found in self._issues.items() if key not in self.fresh}
        self.saver.save(changes)
        subjects = frozenset(change.subject for change in changes)
        self.saving.emit(subjects)
        self._tell(subjects)

    def hear(self, changes: Sequence[Change]) -> None:
        """Show what others have stored."""
        self.snapshot = overlay(self.snapshot, changes)
        self.fresh.take(changes)
        self._issues = {key: found for key, found in self._issues.items() if key not in self.fresh}
        subjects = frozenset(change.subject for change in changes)
        self._tell(subjects)
        self.overtaken.emit(subjects)

    def _tell(self, subjects: Collection[Subject]) -> None:
        """Let the views follow, and what depends on values be computed anew."""
        records = frozenset(subject for subject in subjects if isinstance(subject, RecordKey))
        if records:
            self.records_changed.emit(records)
        keys = values_of(subjects)
        if keys or records:
            self._recheck(keys)
        self._timer.start()

    def adopt(self, definitions: Definitions, changes: Sequence[Change], reason: str, done: Done) -> None:
        """Put definitions in force, with what belongs to them, off the UI thread; `done` hears how it went."""

        def work(workspace: Workspace) -> Definitions:
            workspace.adopt(definitions, reason, changes)
            return definitions

        self.redefine(work, done, changes)

    def redefine(self, work: Callable[[Workspace], Definitions], done: Done, changes: Sequence[Change] = ()) -> None:
        """Let `work` put definitions in force off the UI thread, and follow those that it returns."""

        def adopted(definitions: Definitions) -> None:
            self.follow(definitions, overlay(self.snapshot, changes))
            done(None)

        self.ask(work, adopted, done)

    def follow(self, definitions: Definitions, snapshot: Snapshot) -> None:
        """Show what the workspace holds now that something else than typing has changed it; it is checked soon."""
        before = self.snapshot
        self.renew(definitions, snapshot)
        self.definitions_changed.emit()
        if snapshot is not before:
            self.replaced.emit()
        self._timer.start()

    def ask(self, work: Callable[[Workspace], Any], then: Then, failed: Callable[[Exception], None]) -> None:
        """Let `work` read or change the open workspace off the UI thread."""
        self._store.run(lambda: work(self._opened()), then, failed)

    def _settled(self, subjects: tuple[Subject, ...], error: Exception | None) -> None:
        if not subjects:
            return  # others are on their way in their place
        if error is not None:
            self.failed.emit(frozenset(subjects), error)
            return
        self.contents.are_stored(subjects)
        self.saved.emit(frozenset(subjects))

    def _recheck(self, keys: Sequence[Key]) -> None:
        moment, watched = RememberingMoment(self.definitions, self.snapshot), tuple(self.watched())
        checked: Sequence[Key] = keys if len(keys) <= _FEW else ()
        if not checked:
            self.fresh.wait(keys)
        work = partial(recheck, moment, checked, watched)
        self._thinking.run(work, partial(self._rechecked, moment, keys), self.crashed.emit)
        self._timer.start()

    def _rechecked(self, moment: Moment, keys: Sequence[Key], issues: Mapping[Key, tuple[Issue, ...]]) -> None:
        then, now = moment.snapshot.points, self.snapshot.points
        if moment.definitions is self.definitions and then == now:
            self.moment = moment
            self.fresh.settle()
        self._issues.update({key: found for key, found in issues.items() if then.get(key) == now.get(key)})
        self.values_changed.emit(frozenset((*keys, *issues)))

    def check_all(self) -> None:
        """Run the full check in the background; `issues_changed` tells when it is there. An earlier one is given up."""
        self._timer.stop()
        moment = self.moment if self._is_present(self.moment) else RememberingMoment(self.definitions, self.snapshot)
        self._to_check = moment
        first = partial(self.glanced.emit, moment) if self.last_check is None else None
        work = partial(run_checks, moment, (*self._asked,), (*self._listing,), lambda: self._to_check is moment, first)
        self._thinking.run(work, self._take_check, self.crashed.emit)

    def _take_glance(self, moment: Moment, issues: tuple[Issue, ...]) -> None:
        if self.last_check is None and self._is_present(moment):
            self.glance, self._issues = issues, dict(group_by_key(issues))
            self.values_changed.emit(frozenset(self._issues))

    def _take_check(self, checked: Checked | None) -> None:
        if checked is None or not self._is_present(checked.moment):
            return
        self.moment, self.last_check = checked.moment, checked
        self.fresh.forget()
        self._issues = dict(group_by_key(checked.moment.issues()))
        self.issues_changed.emit()

    def ask_history(self, metric: str, then: Callable[[Sequence[HistoryEntry]], None]) -> None:
        """Read the history of a metric off the UI thread."""
        self._store.run(lambda: self.workspace.history(metric) if self.workspace else (), then, self.crashed.emit)

    def settle(self) -> None:
        """Wait until every write was tried, those that failed once more."""
        self._store.wait()
        self.saver.try_again()
        self._store.wait()

    def close(self) -> None:
        """Close the workspace on its own thread and end both threads."""
        self._timer.stop()
        self._to_check = None
        self._store.run(lambda: self.workspace and self.workspace.close(), lambda _: None, self.crashed.emit)
        self._store.close()
        self._thinking.close()
