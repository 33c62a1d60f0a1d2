"""Who typed what stands somewhere: read from the history of a workspace, as of one of its entries."""

from __future__ import annotations

from collections.abc import Collection

from exporters.assembly.data_rows import Trail, Trails
from schema.grammar.reference import Key, RecordKey
from schema.moment import Moment
from schema.values.history_mark import HistoryMark
from schema.values.kept_things import form_of
from schema.workspace import Workspace


def trail_of(workspace: Workspace, number: int) -> Trail:
    """Return what gives the entries of each subject, up to the history's entry of this number."""

    def entries(subjects: Collection[Key | RecordKey]) -> Trails:
        written = {form_of(subject).written(subject): subject for subject in subjects}
        return {written[name]: found for name, found in workspace.replay.entries(written, number).items()}

    return entries


def mark_of(workspace: Workspace) -> HistoryMark:
    """Return how far the history of a workspace goes."""
    replay = workspace.replay
    number = replay.number
    return HistoryMark(number, replay.hash_at(number))


def mark_at(workspace: Workspace, moment: Moment) -> HistoryMark:
    """Return how far the history went at a moment: that of its freeze, or now."""
    return HistoryMark(moment.freeze.number, moment.freeze.head) if moment.freeze else mark_of(workspace)


def trail_at(workspace: Workspace, moment: Moment) -> Trail:
    """Return the trail as of a moment: that of its freeze, or of now."""
    return trail_of(workspace, moment.freeze.number if moment.freeze else workspace.replay.number)
