"""What a command changes, as the promised JSON objects: what stood there and whose it was, what stands there now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.work.writing import Standing
from schema.catalogue.definitions import Catalogue
from schema.grammar.decimals import plain
from schema.values.changes import Change
from schema.values.datapoint import DataPoint, LastChange, PublishedValue, SlotText
from schema.values.display import Display
from schema.values.kept_things import Subject, Thing, canonical
from schema.values.labels import written_value

Entry = dict[str, object]
State = dict[str, str]


def changed_entries(
    changes: Iterable[Change], last: Mapping[Subject, LastChange], catalogue: Catalogue, language: str
) -> list[Entry]:
    """Return an object per change that changes something."""
    return [
        changed_entry(
            canonical(change.subject),
            thing_state(change.before, catalogue, language),
            thing_state(change.after, catalogue, language),
            last.get(change.subject),
        )
        for change in changes
    ]


def changed_entry(subject: str, before: State | None, after: State | None, last: LastChange | None) -> Entry:
    """Return one object; where nothing stood, nobody has put it there."""
    known = last if before is not None else None
    return {
        "subject": subject, "before": before, "after": after,
        "before_by": known.who if known else "", "before_at": known.when.isoformat() if known else None,
    }  # fmt: skip


def words_state(text: str) -> State | None:
    """Return words that stand somewhere; None where they are empty."""
    return {**_BLANK, "text": text} if text else None


def standing_state(standing: Standing) -> State | None:
    """Return what stands in a text or a field; None where it is empty."""
    state = words_state(standing.text)
    value = "" if standing.value is None else plain(standing.value)
    return state and {**state, "value": value, "qualifier": standing.qualifier}


_BLANK: State = {"text": "", "value": "", "qualifier": "", "omission": "", "footnote": "", "note": ""}


def thing_state(thing: Thing | None, catalogue: Catalogue, language: str) -> State | None:
    """Return what stands somewhere; None where nothing does."""
    match thing:
        case DataPoint():
            return _point(thing, catalogue, language)
        case PublishedValue():
            return {**_BLANK, "text": thing.text, "value": plain(thing.value), "qualifier": thing.qualifier}
        case SlotText():
            return words_state(thing.text)
        case _:
            return None if thing is None else dict(_BLANK)


def _point(point: DataPoint, catalogue: Catalogue, language: str) -> State:
    metric, text = catalogue.metrics.get(point.key.metric), point.typed
    if point.value is not None and metric is not None:
        text = Display(metric, catalogue, language).show(point.value, point.qualifier, with_unit=True)
    value = "" if point.value is None else written_value(metric, point.value)
    return {
        "text": text, "value": value, "qualifier": point.qualifier,
        "omission": point.omission, "footnote": point.footnote, "note": point.note,
    }  # fmt: skip
