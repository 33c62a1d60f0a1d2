"""What a step of undo is called: which value, text or record it changes, and to what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.window.session.desk import Desk
from desktop.work.subject_names import SubjectNames
from desktop.work.text_difference import text_difference
from desktop.work.wording import make_wording
from schema.catalogue.outline import Placement
from schema.catalogue.punctuation import PUNCTUATION
from schema.grammar.reference import Key, RecordKey
from schema.values.changes import Change
from schema.values.datapoint import DataPoint, Record, SlotText
from schema.values.evidence import EvidenceAt
from schema.values.figures import Result
from schema.values.follow_ups import FollowUpAt
from schema.values.questions import QuestionAt
from schema.values.subject import ApprovalAt, PublishedAt, RemarkAt, RestatementAt
from schema.values.verdicts import VerdictAt

_LONG, _QUOTE = 80, 16  # characters of a name, of the words that it quotes


class StepNames(QObject):
    """Speaks the language of the desk; `subject_names` are looked up in what is known when the step is done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def of(self, act: str, changes: Sequence[Change]) -> str:
        """Return the act with what it is done to; without an act what becomes of the only thing."""
        if not act and len(changes) == 1:
            return _short(self._single(changes[0]))
        what = self._what(changes)
        return _short(f"{act}{PUNCTUATION[self._desk.language].colon}{what}" if act else what)

    def _names(self) -> SubjectNames:
        session = self._desk.session
        return SubjectNames(session.definitions, session.snapshot, self._desk.language)

    def name(self, change: Change) -> str:
        """Return what people call the thing that changes, also where it is gone or not there yet."""
        thing = change.after or change.before
        names, subject = self._names(), change.subject
        if isinstance(thing, Record) and isinstance(subject, RecordKey):
            records = {**names.snapshot.records, subject: thing}
            names = replace(names, snapshot=replace(names.snapshot, records=records))
        return names.name(subject)

    def _what(self, changes: Sequence[Change]) -> str:
        """Return the name of the first thing, or of what it is said of, with how many there are beside it."""
        first, count = self._item(changes[0]), len({change.subject for change in changes})
        if count == 1:
            return first
        return self.tr("{first} and others ({count} in all)").format(first=first, count=count)

    def _item(self, change: Change) -> str:
        match change.subject:
            case EvidenceAt() | QuestionAt() | FollowUpAt() | ApprovalAt() | RemarkAt() as at:
                return self._names().item(at.subject)
            case VerdictAt() as at:
                return self._names().item(at.reference)
            case PublishedAt() | RestatementAt() as at:
                return self._names().name(at.key)
            case _:
                return self.name(change)

    def _single(self, change: Change) -> str:
        match change.subject:
            case Key():
                return self._of_value(change)
            case RecordKey():
                return self._of_record(change)
        if isinstance(change.after or change.before, SlotText):
            return self._of_text(change)
        name = self.name(change)
        return name if change.after is not None else self.tr("{name} taken away").format(name=name)

    # values

    def _of_value(self, change: Change) -> str:
        name, old, new = self.name(change), change.before, change.after
        if not isinstance(new, DataPoint):
            return self.tr("{name} cleared").format(name=name)
        if not isinstance(old, DataPoint) or _stated(old) != _stated(new):
            return self.tr("{name} to {value}").format(name=name, value=self._value(new))
        return self._beside(old, new).format(name=name)

    def _value(self, point: DataPoint) -> str:
        """Return a value with every digit and its unit; the reason why there is none in words; typed text as it is."""
        desk, metric = self._desk, self._desk.catalogue.metrics.get(point.key.metric)
        if metric is None:
            return point.typed or point.unread
        wording = make_wording(metric, Placement(metric.code), desk.catalogue, desk.language, dict(desk.omissions()))
        kind = "entered" if point.value is not None else "omission" if point.omission else "unread"
        return wording.spoken(Result(point.key, kind, point.value, point.qualifier, point.omission, point))

    def _beside(self, old: DataPoint, new: DataPoint) -> str:
        """Return what is said besides of a value that stays."""
        if old.estimated != new.estimated:
            return self.tr("{name} as an estimate") if new.estimated else self.tr("{name} as measured")
        if old.footnote != new.footnote:
            return self.tr("footnote of {name}")
        if old.note != new.note:
            return self.tr("note on {name}")
        return self.tr("method and source of {name}")

    # words

    def _of_text(self, change: Change) -> str:
        old, new = (one if isinstance(one, SlotText) else None for one in (change.before, change.after))
        return self._words(self.name(change), old.text if old else "", new.text if new else "")

    def _words(self, name: str, old: str, new: str) -> str:
        found = text_difference(old, new)
        if not found.old and not found.new:
            return self.tr("confirmation of {name}").format(name=name)
        if not found.new:
            return self.tr("“{words}” out of {name}").format(words=_quoted(found.old), name=name)
        pattern = self.tr("“{words}” instead in {name}") if found.old else self.tr("“{words}” into {name}")
        return pattern.format(words=_quoted(found.new), name=name)

    # records

    def _of_record(self, change: Change) -> str:
        name, old, new = self.name(change), change.before, change.after
        if not isinstance(new, Record):
            return self.tr("row taken out: {name}").format(name=name)
        if not isinstance(old, Record):
            return self.tr("new row: {name}").format(name=name)
        column = next((code for code in {**old.fields, **new.fields} if old.field(code) != new.field(code)), "")
        if not column:
            return (self.tr("confirmation of {name}") if old.carried else self.tr("{name} moved")).format(name=name)
        kind = self._desk.catalogue.records.get(new.key.type)
        known = kind.column(column) if kind else None
        if known is None:  # where it stands in the report
            return self.tr("{name} moved").format(name=name)
        place = f"{name} · {self._desk.words(known.name)}"
        if known.traits.pictured:
            return self.tr("picture of {name}").format(name=place)
        before, after = (one.field(column) for one in (old, new))
        language = self._desk.language
        texts = (field.words.best(language) or field.typed for field in (before, after))
        return self._words(place, *texts)


def _stated(point: DataPoint) -> object:
    return (point.value, point.qualifier, point.omission, point.unread)


def _quoted(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _QUOTE else words[: _QUOTE - 1] + "…"


def _short(name: str) -> str:
    name = " ".join(name.split())
    return name if len(name) <= _LONG else name[: _LONG - 1] + "…"
