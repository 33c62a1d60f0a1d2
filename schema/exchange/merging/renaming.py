"""New records of a desk whose id has been given to another record here meanwhile: they get a free one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from schema.exchange.answers import Offer, OfferStep
from schema.exchange.merging.decision import Given, state_of
from schema.exchange.relinking import Renamed, relinked, relinked_field
from schema.grammar.reference import RecordKey
from schema.values.datapoint import Record, Remark, SlotText, Snapshot
from schema.values.kept_things import Subject, Thing
from schema.values.merges import Merged
from schema.values.subject import RemarkAt, read_record


class Renaming:
    """What the records of one answer are called here: as its desk's earlier answers were told, else by a free id."""

    def __init__(self, snapshot: Snapshot, merges: Iterable[Merged], given: Mapping[Subject, Given]) -> None:
        self._snapshot, self._given = snapshot, given
        told = {there: here for merged in merges for there, here in merged.renamed.items()}
        read = ((read_record(there), read_record(here)) for there, here in told.items())
        self._names = {there: here for there, here in read if there and here}
        self._new: dict[RecordKey, RecordKey] = {}

    @property
    def told(self) -> dict[str, str]:
        """The ids that were given now: `record/<type>/<id>` there and here."""
        return {there.canonical(): here.canonical() for there, here in self._new.items()}

    def renamed(self, offers: Sequence[Offer]) -> Iterator[Offer]:
        """Yield the offers with their records called as here, in their subjects and in the links of their words."""
        for offer in offers:
            if isinstance(offer.subject, RecordKey) and offer.subject not in self._names and self._is_taken(offer):
                self._new[offer.subject] = self._free(offer.subject, offers)
        names = {**self._names, **self._new}
        yield from (_offer(offer, names) for offer in offers) if names else offers

    def _is_taken(self, offer: Offer) -> bool:
        """Whether another record has the id of a new one."""
        at = offer.subject
        ours = self._snapshot.records.get(at) if isinstance(at, RecordKey) else None
        if offer.base is not None or offer.theirs is None or ours is None or at in self._given:
            return False
        return state_of(at, ours) not in {state_of(at, step.after) for step in offer.steps}

    def _free(self, key: RecordKey, offers: Sequence[Offer]) -> RecordKey:
        taken = {*self._snapshot.records, *(offer.subject for offer in offers), *self._new.values()}
        taken |= set(self._names.values())
        numbers = range(2, len(taken) + 3)
        return next(free for n in numbers if (free := RecordKey(key.type, f"{key.id}x{n}")) not in taken)


def _offer(offer: Offer, names: Renamed) -> Offer:
    steps = tuple(OfferStep(step.who, step.at, step.reason, _thing(step.after, names)) for step in offer.steps)
    return Offer(_subject(offer.subject, names), _thing(offer.base, names), steps)


def _subject(subject: Subject, names: Renamed) -> Subject:
    match subject:
        case RecordKey():
            return names.get(subject, subject)
        case RemarkAt():
            return replace(subject, subject=_remarked(subject.subject, names))
        case _:
            return subject


def _thing(thing: Thing | None, names: Renamed) -> Thing | None:
    match thing:
        case Record():
            fields = {code: relinked_field(field, names) for code, field in thing.fields.items()}
            return replace(thing, key=names.get(thing.key, thing.key), fields=fields)
        case Remark():
            return replace(thing, subject=_remarked(thing.subject, names))
        case SlotText():
            return replace(thing, text=relinked(thing.text, names))
        case _:
            return thing


def _remarked(text: str, names: Renamed) -> str:
    """Return the subject of a remark: a record, or a column of one."""
    if (key := read_record(text)) is not None:
        return names.get(key, key).canonical()
    return relinked(text, names)
