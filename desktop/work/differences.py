"""What is different between two states of a workspace: two freezes, one and now, or a copy of it elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop.work.freezes import need_freeze
from desktop.work.names import need_report
from schema.catalogue.outline import Definitions
from schema.exchange.catalogue_update.difference import Difference
from schema.exchange.net_changes import NetChange, States, Written, concerning, definition_changes, net_changes
from schema.values.datapoint import HistoryEntry
from schema.values.freezes import freezes_of
from schema.values.kept_things import DEFINITIONS
from schema.workspace import Workspace

NOW = ""
_DEFINITIONS: Written = (DEFINITIONS.kind, DEFINITIONS.kind)

Open = Callable[[Path], Workspace]
Step = Callable[[], None]
Last = Callable[[Collection[Written]], Mapping[Written, HistoryEntry]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be compared: names of freezes, paths of workspaces, or NOW; with a report only what concerns it."""

    first: str
    second: str = NOW
    report: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two states: what stood there, under which definitions, and who changed what last until then.

    `name` is that of a freeze or a file, empty for the present state.
    """

    name: str
    definitions: Definitions
    states: States
    last: Last


@dataclass(frozen=True, slots=True)
class Changed:
    """Something that is different, with the last entry of the history about it; None where nobody is known."""

    what: NetChange | Difference
    entry: HistoryEntry | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both sides, and everything that is different between them, sorted by kind and by subject."""

    before: Side
    after: Side
    changes: tuple[Changed, ...]


def compare(workspace: Workspace, wanted: Wanted, opened: Open, step: Step = lambda: None) -> Comparison:
    """Compare two states; `step` is heard between the parts of the work and may raise to cancel.

    AnnalsError freeze.unknown, freeze.none, cli.unknown_report; WorkspaceError where a path is no workspace of ours.
    """
    report = wanted.report
    with ExitStack() as stack:
        names = (wanted.first, wanted.second)
        before, after = (stack.enter_context(side(workspace, name, opened)) for name in names)
        step()
        need_report(after.definitions, report)
        found = net_changes(before.states, after.states)
        step()
        if report:
            found = tuple(filter(concerning(report, after.definitions, before.states, after.states), found))
        defined = tuple(_defined(before.definitions, after.definitions, report))
        step()
        asked = frozenset((*(change.written for change in found), *((_DEFINITIONS,) if defined else ())))
        last = _later(before.last(asked), after.last(asked))
        changes = [Changed(change, last.get(change.written)) for change in found]
        changes += [Changed(change, last.get(_DEFINITIONS)) for change in defined]
        return Comparison(before, after, tuple(changes))


def _later(
    before: Mapping[Written, HistoryEntry], after: Mapping[Written, HistoryEntry]
) -> Mapping[Written, HistoryEntry]:  # fmt: skip
    """Return the later entry of each subject: a comparison may go back in time."""
    return {**before} | {at: entry for at, entry in after.items() if at not in before or before[at].when <= entry.when}


def _defined(before: Definitions, after: Definitions, report: str) -> Iterator[Difference]:
    """Yield what the definitions say otherwise; with a report nothing of another report's outline."""
    others = {*before.outlines, *after.outlines} - {report} if report else set[str]()
    for difference in definition_changes(before, after):
        in_outline = difference.sheet in ("outlines", "sections", "blocks", "explanations")
        if not (in_outline and difference.id[1] in others):
            yield difference


@contextmanager
def side(workspace: Workspace, name: str, opened: Open) -> Iterator[Side]:
    """Lend a state of the workspace, or of a copy of it at a path, which is closed afterwards."""
    if not name:
        yield _side(workspace, workspace.replay.number, NOW)
        return
    frozen = {freeze.name: freeze for freeze in freezes_of(workspace.snapshot())}
    if name not in frozen and Path(name).is_file():
        with opened(Path(name)) as other:
            yield _side(other, other.replay.number, Path(name).name)
        return
    freeze = need_freeze(workspace.snapshot(), name)
    yield _side(workspace, freeze.number, freeze.name)


def _side(workspace: Workspace, number: int, name: str) -> Side:
    replay = workspace.replay
    definitions = workspace.definitions_at(number)
    return Side(name, definitions, replay.states(number), lambda subjects: replay.last(subjects, number))
