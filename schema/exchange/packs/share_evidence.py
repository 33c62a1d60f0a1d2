"""Which evidence goes with a department's share, with the files that it names: never more than a pack takes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from schema.exchange.packs.cut_definitions import CutShare
from schema.grammar.reference import Key, RecordKey
from schema.values.datapoint import Attachment, Snapshot
from schema.values.evidence import Evidence, evidence_by_subject, proved
from schema.values.subject import TextAt

# A pack is read up to 200 MB, and mailed up to far less: beyond this the evidence stays at home.
MOST_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class ShareEvidence:
    """The evidence of what a department is asked for, this year's first; `is_own` says whether a value is its own."""

    share: CutShare
    snapshot: Snapshot
    is_own: Callable[[Key], bool]
    records: Collection[RecordKey]

    def things(self, pictures: Iterable[Attachment]) -> tuple[Evidence | Attachment, ...]:
        """Return the evidence and the files, with the pictures that go along anyhow; each file once.

        A file is called there as it is called here: what another department calls the same bytes stays here.
        """
        files = {picture.hash: picture for picture in pictures}
        taken: list[Evidence] = []
        room = MOST_BYTES - sum(file.size for file in files.values())
        for one in self.all():
            facts = self.snapshot.attachments.get(one.hash)
            new = facts is not None and facts.hash not in files
            if facts is not None and new and facts.size > room:
                continue
            if facts is not None and new:
                files[facts.hash] = replace(facts, name=one.name)
                room -= facts.size
            if one.awaited or facts is not None:
                taken.append(one)
        return (*files.values(), *taken)

    def all(self) -> Iterator[Evidence]:
        """Yield everything that might go along, this year's before last year's."""
        aged = [(self._age(subject), own) for subject, own in evidence_by_subject(self.snapshot).items()]
        yield from (one for year in (0, 1) for age, own in aged if age == year for one in own)

    def _age(self, subject: str) -> int:
        """Return 0 for what belongs to this year, 1 for last year, -1 for what does not go along."""
        match proved(subject):
            case Key() as key:
                back = self.share.present.outline.year - key.period
                return back if back in (0, 1) and self.is_own(key) else -1
            case TextAt() as at:
                cuts = enumerate(self.share.cuts)
                ages = (age for age, cut in cuts if at.report == cut.outline.code and at.slot in cut.slots)
                return next(ages, -1)
            case RecordKey() as key if key in self.records:
                return int(self.snapshot.records[key].report != self.share.present.outline.code)
            case _:
                return -1
