"""Departments that sit at the company's own workspace, and what the editor types for others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.cli.played.beginning import Year
from desktop.cli.played.doubts import answer_doubts
from desktop.cli.played.typing import Cells, own_words, translations, type_words, write_figures
from desktop.work.writing import Wanted
from schema.grammar.reference import RecordKey
from schema.sample import remarks_given
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.record_places import rows_by_block


def answer_here(year: Year) -> None:
    """Let the departments without pack and form type at the company's workspace, and hand in."""
    stage, published = year.stage, year.published
    if not year.here:
        return
    stage.chapter("here", list=stage.departments(year.here))
    given = remarks_given(stage.speaker.resources / "sample")
    for department in year.here:
        who, points = stage.cast.contact(department), published.points(department)
        path = write_figures(stage.folder / "typed" / f"{department}.csv", points)
        stage.run(who, "import", stage.company, path, most=2)
        with stage.opened(stage.company, who) as workspace:
            places = type_words(workspace, own_words(published, department))
            answer_doubts(workspace, given, {point.key.canonical() for point in points})
        if places:
            stage.tell("here.words", who=who, count=str(places))
        stage.run(who, "submit", stage.company, "--report", year.report, "--department", department)


def complete(year: Year) -> None:
    """Let the editor add what nobody was asked for: numbers of sentences, the days of stocks, the other languages."""
    stage, published = year.stage, year.published
    stage.chapter("complete")
    points = [point for department in published.playing for point in published.points(department)]
    with stage.opened(stage.company, stage.cast.editor) as workspace:
        there = workspace.snapshot().points
        added = [p for p in points if p.key not in there or _days(p) != _days(there[p.key])]
        notes = {p.key.canonical(): there[p.key].note for p in added if p.key in there}
    if added:
        path = write_figures(stage.folder / "typed" / "editor.csv", added, Cells(notes=notes))
        stage.tell("complete.figures", count=str(len(added)))
        stage.run(stage.cast.editor, "import", stage.company, path, most=3)
    with stage.opened(stage.company, stage.cast.editor) as workspace:
        became = dict(_became(year, workspace.snapshot()))
        places = type_words(workspace, _other_languages(year, became))
    stage.tell("complete.words", count=str(places))


def _days(point: DataPoint) -> tuple[str, int]:
    return point.as_of, point.since


def _other_languages(year: Year, became: Mapping[RecordKey, RecordKey]) -> Iterator[Wanted]:
    for department in year.published.playing:
        yield from translations(year.published, department, became)


def _became(year: Year, snapshot: Snapshot) -> Iterator[tuple[RecordKey, RecordKey]]:
    """Yield each record that was published with the one that it has become here: that at the same place of its list."""
    here = rows_by_block(year.published.outline, snapshot)
    for department in year.published.playing:
        for block, records in year.published.lists(department).items():
            pairs = zip(records, here.get(block, ()), strict=False)
            yield from ((theirs.key, ours.key) for theirs, ours in pairs)
