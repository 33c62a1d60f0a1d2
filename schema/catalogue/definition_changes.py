"""The dated changes of a metric's definition, unit or boundary, as its definition file lists them."""

from __future__ import annotations

from schema.catalogue import sources as form
from schema.catalogue.definitions import DefinitionChange
from schema.catalogue.reading import Reading
from schema.catalogue.yaml_source import Source


def load_changes(reading: Reading, code: str, entry: form.MetricSource, source: Source) -> tuple[DefinitionChange, ...]:
    """Return the changes, oldest first; the same kind of change twice in a year is a mistake."""
    where = ("metrics", code, "changed")
    seen: set[tuple[int, str]] = set()
    for number, change in enumerate(entry.changed):
        place = (*where, number)
        if not 1900 <= change.since <= 2100:
            reading.say(source, (*place, "since"), "definition.change_year", name=code, value=str(change.since))
        for language in change.note.words().missing(reading.languages):
            reading.say(source, (*place, "note", language), "definition.missing_language", name=code, language=language)
        if (change.since, change.what) in seen:
            reading.say(source, (*place, "since"), "definition.doubled", name=f"{code} {change.since} {change.what}")
        seen.add((change.since, change.what))
    found = (DefinitionChange(change.since, change.what, change.note.words()) for change in entry.changed)
    return tuple(sorted(found, key=lambda change: change.since))
