"""What the values of an answer were typed as: one whose metric means something else by now is not taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from schema.catalogue.definition_drift import differs, fingerprint
from schema.catalogue.definitions import Catalogue
from schema.catalogue.record_numbers import number_metric
from schema.grammar.reference import Key, RecordKey
from schema.values.kept_things import Subject


def meanings(subjects: Iterable[Subject], catalogue: Catalogue) -> dict[str, str]:
    """Return unit and definition in short of each metric among some subjects, by its code.

    Of records those of each column of numbers, by `record/<type>.<column>`.
    """
    told: dict[str, str] = {}
    for subject in subjects:
        match subject:
            case Key() if metric := catalogue.metrics.get(subject.metric):
                told[metric.code] = fingerprint(metric)
            case RecordKey():
                told |= _of_type(subject.type, catalogue)
            case _:
                continue
    return told


def changed_meaning(subject: Subject, told: Mapping[str, str], catalogue: Catalogue) -> bool:
    """Whether what stands at a subject means something else now than was `told`; what was not told is the same."""
    match subject:
        case Key():
            metric = catalogue.metrics.get(subject.metric)
            return metric is not None and subject.metric in told and differs(metric, told[subject.metric])
        case RecordKey():
            now = _of_type(subject.type, catalogue)
            return any(told.get(code, text) != text for code, text in now.items())
        case _:
            return False


def _of_type(code: str, catalogue: Catalogue) -> dict[str, str]:
    kind = catalogue.records.get(code)
    columns = kind.columns if kind else ()
    return {
        f"record/{code}.{column.code}": fingerprint(number_metric(kind, column))
        for column in columns
        if column.numeric and kind is not None
    }
