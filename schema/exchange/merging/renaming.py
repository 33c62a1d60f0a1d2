"""New records whose id has been given to another record here meanwhile, or in another copy of a form: a free one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from schema.catalogue.definitions import BLOCK
from schema.exchange.answers import Answer, Offer, OfferStep
from schema.exchange.merging.decision import Given, same_hand
from schema.exchange.relinking import Renamed, relinked, relinked_field
from schema.grammar.reference import RecordKey
from schema.values.datapoint import Record, Remark, SlotText, Snapshot
from schema.values.evidence import Evidence, EvidenceAt
from schema.values.follow_ups import FollowUp, FollowUpAt
from schema.values.kept_things import Subject, Thing, state_of
from schema.values.merges import Merged
from schema.values.subject import RemarkAt, read_record


class Renaming:
    """What the new records of one answer are called here."""

    def __init__(
        self, answer: Answer, snapshot: Snapshot, merges: Iterable[Merged], given: Mapping[Subject, Given]
    ) -> None:
        self._answer, self._snapshot, self._given = answer, snapshot, given
        told = [pair for merged in merges for pair in merged.renamed.items()]
        read = [(read_record(there), read_record(here)) for there, here in told]
        self._told = [(there, here) for there, here in read if there and here]
        self._new: dict[RecordKey, RecordKey] = {}

    @property
    def told(self) -> dict[str, str]:
        """The ids that were given now: `record/<type>/<id>` there and here."""
        return {there.canonical(): here.canonical() for there, here in self._new.items()}

    def renamed(self, offers: Sequence[Offer]) -> Iterator[Offer]:
        """Yield the offers with their records called as here, in their subjects and in the links of their words."""
        # A small workspace numbers its records once; every copy of a form begins with the same numbers.
        names = dict(self._told) if self._answer.key else {}
        for offer in offers:
            at = offer.subject
            if not isinstance(at, RecordKey) or at in names or offer.base is not None or offer.theirs is None:
                continue
            here = self._of_small_workspace(at, offer) if self._answer.key else self._of_form(at, offer)
            if here is None:
                here = self._new[at] = self._free(at, offers)
            if here != at:
                names[at] = here
        yield from (_offer(offer, names) for offer in offers) if names else offers

    def _of_small_workspace(self, at: RecordKey, offer: Offer) -> RecordKey | None:
        """Return its own id, None where another record has it."""
        ours = self._snapshot.records.get(at)
        if ours is None or at in self._given:
            return at
        return at if state_of(at, ours) in {state_of(at, step.after) for step in offer.steps} else None

    def _of_form(self, at: RecordKey, offer: Offer) -> RecordKey | None:
        """Return which of the records that stood in this row of any copy it is; None where it is one more.

        It is one that says the same, else one of the same hand; where nobody can tell, one that has a field alike.
        """
        theirs = offer.theirs
        assert isinstance(theirs, Record)
        known = [at, *(here for there, here in self._told if there == at)]
        known = [key for key in known if key in self._snapshot.records or key in self._given]
        if not known:
            return at
        for stood in (self._says_the_same, self._is_same_hand, self._is_alike):
            if (here := next((key for key in known if stood(key, theirs)), None)) is not None:
                return here
        return None

    def _says_the_same(self, key: RecordKey, theirs: Record) -> bool:
        state = state_of(key, replace(theirs, key=key))
        return any(thing is not None and state_of(key, thing) == state for thing in self._standing(key))

    def _is_same_hand(self, key: RecordKey, _theirs: Record) -> bool:
        return key in self._given and same_hand(self._answer, self._given[key].who)

    def _is_alike(self, key: RecordKey, theirs: Record) -> bool:
        if key not in self._given or self._given[key].who != self._answer.person:
            return False
        records = [thing for thing in self._standing(key) if isinstance(thing, Record)]
        filled = {code: field for code, field in theirs.fields.items() if code != BLOCK}
        return any(record.field(code) == field for record in records for code, field in filled.items())

    def _standing(self, key: RecordKey) -> tuple[Thing | None, ...]:
        given = self._given.get(key)
        return self._snapshot.records.get(key), given.thing if given else None

    def _free(self, key: RecordKey, offers: Sequence[Offer]) -> RecordKey:
        taken = {*self._snapshot.records, *self._given, *(offer.subject for offer in offers), *self._new.values()}
        taken |= {here for _, here in self._told}
        numbers = range(2, len(taken) + 3)
        return next(free for n in numbers if (free := RecordKey(key.type, f"{key.id}x{n}")) not in taken)


def _offer(offer: Offer, names: Renamed) -> Offer:
    steps = tuple(OfferStep(step.who, step.at, step.reason, _thing(step.after, names)) for step in offer.steps)
    return Offer(_subject(offer.subject, names), _thing(offer.base, names), steps)


def _subject(subject: Subject, names: Renamed) -> Subject:
    match subject:
        case RecordKey():
            return names.get(subject, subject)
        case RemarkAt() | EvidenceAt() | FollowUpAt():
            return replace(subject, subject=_remarked(subject.subject, names))
        case _:
            return subject


def _thing(thing: Thing | None, names: Renamed) -> Thing | None:
    match thing:
        case Record():
            fields = {code: relinked_field(field, names) for code, field in thing.fields.items()}
            return replace(thing, key=names.get(thing.key, thing.key), fields=fields)
        case Remark() | Evidence() | FollowUp():
            return replace(thing, subject=_remarked(thing.subject, names))
        case SlotText():
            return replace(thing, text=relinked(thing.text, names))
        case _:
            return thing


def _remarked(text: str, names: Renamed) -> str:
    """Return the subject of a remark, of evidence or of a mark: a record, or a column of one."""
    if (key := read_record(text)) is not None:
        return names.get(key, key).canonical()
    return relinked(text, names)
