"""How people of the play type: figures into a sheet of their own, words one after the other into their places."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop.cli.played.published import Published
from desktop.work.moments import moment_of
from desktop.work.write import write
from desktop.work.writing import Wanted
from schema.grammar.reference import Key, RecordKey
from schema.grammar.words import LANGUAGES
from schema.moment import Moment
from schema.validation.issue import ListAt, write_subject
from schema.values.changes import Change, overlay
from schema.values.datapoint import DataPoint, Record
from schema.values.subject import TextAt, write_text
from schema.workspace import Workspace

_COLUMNS = ("metric", "period", "category", "value", "omission", "footnote", "note", "as_of", "since")


@dataclass(frozen=True, slots=True)
class Cells:
    """What somebody types otherwise than it was published: values, notes and omissions by canonical keys."""

    values: Mapping[str, str] = field(default_factory=dict[str, str])
    notes: Mapping[str, str] = field(default_factory=dict[str, str])
    omissions: Mapping[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])  # code, why


def write_figures(path: Path, points: Iterable[DataPoint], cells: Cells | None = None) -> Path:
    """Write a sheet of figures as `annals import` takes it, each value as the report wrote it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_COLUMNS)
        writer.writerows(_row(point, cells or Cells()) for point in points)
    return path


def _row(point: DataPoint, cells: Cells) -> tuple[str, ...]:
    key, text = point.key, point.key.canonical()
    omission, why = cells.omissions.get(text, ("", ""))
    value = "" if omission else cells.values.get(text, point.typed)
    note, since = cells.notes.get(text, ""), str(point.since or "")
    as_of = "" if omission else point.as_of
    said = (omission, why or point.footnote, note, as_of, since)
    return (key.metric, str(key.period), key.category, value, *said)


def own_words(published: Published, department: str) -> Iterator[Wanted]:
    """Yield what a department writes in the report's language: its texts, then the fields of its records."""
    language = published.outline.language
    for at in published.texts(department):
        yield Wanted(write_text(at), published.text(at, language), language)
    for block, records in published.lists(department).items():
        for record in records:
            yield from _fields(published, record, block, (language,))


def translations(
    published: Published, department: str, became: Mapping[RecordKey, RecordKey]
) -> Iterator[Wanted]:  # fmt: skip
    """Yield the same words in the other languages; `became` gives the record here for each published one."""
    others = tuple(name for name in LANGUAGES if name != published.outline.language)
    for at in published.texts(department):
        for language in others:
            reference = write_text(TextAt(at.report, at.slot, language))
            yield Wanted(reference, published.text(at, language), language)
    for block, records in published.lists(department).items():
        for record in records:
            yield from _fields(published, record, block, others, became.get(record.key, record.key))


def _fields(
    published: Published, record: Record, block: str, languages: tuple[str, ...], here: RecordKey | None = None
) -> Iterator[Wanted]:  # fmt: skip
    record_type = published.definitions.catalogue.records[record.key.type]
    place, name = write_subject(ListAt(published.report, block)), (here or record.key).canonical()
    for column in record_type.columns:
        kept = record.field(column.code)
        for language in languages if column.worded else ():
            if words := kept.words.get(language):
                yield Wanted(f"{name}.{column.code}", words, language, place)
        if not column.worded and kept and here is None:
            yield Wanted(f"{name}.{column.code}", kept.typed, "", place)


def type_words(workspace: Workspace, wanted: Iterable[Wanted]) -> int:
    """Write words into their places as the window does, and store them; returns how many places were written."""
    moment, changes = moment_of(workspace), list[Change]()
    count = 0
    for words in wanted:
        writing = write(moment, words)
        changes += writing.changes
        moment = Moment(moment.definitions, overlay(moment.snapshot, writing.changes))
        count += 1
    workspace.apply(_together(changes))
    return count


def _together(changes: Iterable[Change]) -> list[Change]:
    """Return one change for each subject: somebody who types a record leaves it when all of it is there."""
    last = {change.subject: change for change in changes}
    return list(last.values())


def keys_known(workspace: Workspace, points: Iterable[DataPoint]) -> tuple[DataPoint, ...]:
    """Return the values that can be kept in a workspace: a small one knows only what its share needs."""
    metrics = workspace.definitions.catalogue.metrics
    return tuple(point for point in points if _is_known(point.key, metrics))


def _is_known(key: Key, metrics: Mapping[str, object]) -> bool:
    return key.metric in metrics
