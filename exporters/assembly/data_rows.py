"""The flat rows of a report's numbers: one for each (reference, format) that it prints, with all that is known."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from exporters.content import Document
from exporters.facts import Fact
from schema.catalogue.definitions import Metric
from schema.catalogue.number_format import tells_value
from schema.catalogue.outline import Outline
from schema.catalogue.record_numbers import metric_of
from schema.grammar.reference import Key, RecordKey, parse_record
from schema.grammar.times import stamp
from schema.moment import Moment
from schema.validation.approvals import approvals_of
from schema.validation.shares import Share
from schema.values.datapoint import DataPoint, HistoryEntry
from schema.values.evidence import evidence_by_subject, proved_text
from schema.values.footnote_words import footnote_in
from schema.values.intervals import ENDLESS, by_the_letter
from schema.values.key_words import key_words
from schema.values.labels import unit_code, written_label
from schema.values.records import name_in
from schema.values.subject import ApprovalAt

# Codes that are the same in every language.
COLUMNS = (
    "key", "ref", "format", "metric", "name", "entity", "period", "span", "category", "value", "qualifier", "low",
    "high", "unit", "printed", "place", "method", "measured", "as_of", "source", "evidence", "footnote", "note",
    "typed_by", "typed_at", "checked_by", "checked_at", "approved_by", "approved_at", "state", "history",
)  # fmt: skip

# What `measured` may say: typed values, figures, and what a report printed otherwise than the data give it.
MEASURED = ("measured", "estimated", "computed", "published")

DataCell = str | Decimal | None
LastEntries = Mapping[Key | RecordKey, HistoryEntry]
Trails = Mapping[Key | RecordKey, Sequence[HistoryEntry]]
# Gives the entries of each subject, oldest first, of those that anybody has touched.
Trail = Callable[[Collection[Key | RecordKey]], Trails]


@dataclass(frozen=True, slots=True)
class DataRow:
    """A number of a report; `cells` are by column, None where nothing is known."""

    fact: Fact
    cells: Mapping[str, DataCell]


def stored_at(key: Key) -> Key | RecordKey:
    """Return where a number is kept: at its own key, or in a record."""
    record = parse_record(key.metric)
    return record[0] if record else key


def no_trail(subjects: Collection[Key | RecordKey]) -> Trails:
    """Stand where there is no history, or nobody's name is asked for."""
    del subjects
    return {}


def last_entries(trails: Trails) -> LastEntries:
    """Return the last entry of each subject."""
    return {at: entries[-1] for at, entries in trails.items()}


def data_rows(
    moment: Moment, document: Document, last: LastEntries, held: Iterable[Fact] = ()
) -> tuple[DataRow, ...]:  # fmt: skip
    """Return the rows of what a report prints, in the order of their first place, and after them of what it holds.

    `last` is who typed last what stands somewhere. Of a figure nobody has typed anything; `checked` is when its
    department handed it in, `approved` when a reviewer said yes to it; `history` is the hash of the last entry.
    """
    rows = _Rows(moment, document, last)
    return tuple([DataRow(fact, rows.cells(fact)) for fact in (*document.facts, *held)])


def printed_text(fact: Fact) -> str:
    """Return a number with its unit as the draft shows them; a % that stands at the number is said once."""
    return fact.text if fact.unit and fact.text.endswith(fact.unit) else " ".join(filter(None, (fact.text, fact.unit)))


class _Rows:
    def __init__(self, moment: Moment, document: Document, last: LastEntries) -> None:
        self._moment, self._document, self._last = moment, document, last
        self._outline: Outline = moment.outline(document.report)
        self._titles = {section.code: section.title.best(document.language) for section in self._outline.walk()}
        self._shares = dict(_asked(moment.shares(document.report).values()))
        self._approvals = approvals_of(moment.figures)
        self._evidence = evidence_by_subject(moment.snapshot)

    def cells(self, fact: Fact) -> Mapping[str, DataCell]:
        key, printed = fact.key, printed_text(fact)
        metric = metric_of(self._moment.catalogue, key.metric)
        value, low, high = _amounts(fact, metric)
        words = key_words(key, self._moment.catalogue, self._document.language, self._moment.snapshot.records)
        return {
            "key": fact.word_key, "ref": key.canonical(), "format": fact.format, "metric": key.metric,
            "name": words.dotted(), "entity": key.entity, "period": str(key.period or ""), "span": key.span,
            "category": key.category, "value": value, "qualifier": fact.qualifier, "low": low, "high": high,
            "unit": _unit(fact, metric), "printed": printed, "place": self._place(fact),
            **self._point(key), **self._people(key),
        }  # fmt: skip

    def _place(self, fact: Fact) -> str:
        places = dict.fromkeys(self._titles.get(stand.section, stand.section) for stand in fact.stands)
        return "; ".join(places)

    def _point(self, key: Key) -> Mapping[str, DataCell]:
        point = self._moment.snapshot.points.get(key)
        at = stored_at(key)
        proofs = self._evidence.get(proved_text(at), ())
        known = {name: getattr(point, name) if point else "" for name in ("method", "as_of", "note")}
        footnote = footnote_in(point.footnote, self._document.language) if point else ""
        return {
            **known, "footnote": footnote,
            "source": point.source if point else self._record(at), "measured": _measured(point, at),
            "evidence": "; ".join(" ".join(filter(None, (one.name, one.hash))) for one in proofs),
        }  # fmt: skip

    def _record(self, at: Key | RecordKey) -> str:
        """Return the record that a number was typed in, by type and title; it is where the number comes from."""
        record = self._moment.snapshot.records.get(at) if isinstance(at, RecordKey) else None
        kind = self._moment.catalogue.records.get(record.key.type) if record else None
        if record is None or kind is None:
            return ""
        language = self._document.language
        return " · ".join(dict.fromkeys((kind.name.best(language), name_in(record, kind, language))))

    def _people(self, key: Key) -> Mapping[str, DataCell]:
        entry, subject = self._last.get(stored_at(key)), key.canonical()
        share = self._shares.get(subject)
        handed_in = share.request.submitted if share and share.request else None
        approval = self._approvals.get(ApprovalAt(self._document.report, subject))
        return {
            "typed_by": entry.who if entry else "", "typed_at": stamp(entry.when) if entry else "",
            "checked_by": handed_in.by if handed_in else "", "checked_at": handed_in.at if handed_in else "",
            "approved_by": approval.who if approval else "", "approved_at": approval.at if approval else "",
            "state": self._moment.states.get(key, ""), "history": entry.hash if entry else "",
        }  # fmt: skip


def _unit(fact: Fact, metric: Metric | None) -> str:
    """Return the code of the unit that `value` is in; a change may be a percentage of another unit's."""
    if metric is None:
        return ""
    return "percent" if not tells_value(fact.format) and fact.unit == "%" else unit_code(metric)


def _asked(shares: Iterable[Share]) -> Iterator[tuple[str, Share]]:
    for share in shares:
        for item in share.items:
            yield item.subject, share


def _measured(point: DataPoint | None, at: Key | RecordKey) -> str:
    if point is None:
        return "" if isinstance(at, RecordKey) else "computed"
    return "estimated" if point.estimated else "measured"


def _amounts(fact: Fact, metric: Metric | None) -> tuple[DataCell, Decimal | None, Decimal | None]:
    """Return value, lowest and highest; what is said in words has no ends."""
    if fact.value is not None and metric is not None and metric.traits.labelled:
        return written_label(metric, fact.value), None, None
    return fact.value, *_ends(fact)


def _ends(fact: Fact) -> tuple[Decimal | None, Decimal | None]:
    """Return the lowest and the highest value that the number may stand for; None where there is no end."""
    if fact.value is None:
        return None, None
    reach = by_the_letter(fact.value, fact.qualifier)
    low, high = (None if abs(end) == ENDLESS else end for end in (reach.low, reach.high))
    return low, high
