"""A department of a small company that is asked for three values, two texts and records, and answers from desks."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from schema.catalogue.definitions import BLOCK, RecordColumn, RecordType
from schema.catalogue.outline import Outline, Placement, RecordsBlock, Section, TableBlock, TextBlock
from schema.exchange.answers import Answer, Offer, OfferStep
from schema.exchange.merging.decision import Take
from schema.exchange.merging.merge import Ground, Hand, merge
from schema.exchange.request_names import company_name, request_id
from schema.grammar.reference import Key, RecordKey
from schema.grammar.words import Words
from schema.values.changes import keep, overlay, thing_at
from schema.values.datapoint import Attachment, DataPoint, Field, Record, SlotText, Snapshot
from schema.values.evidence import Evidence, EvidenceAt
from schema.values.holders import Holders
from schema.values.kept_things import subject_of
from schema.values.people import Person
from schema.values.requests import Request, Step
from schema.values.subject import TextAt
from tests.factories import small_definitions, words

YEAR = 2022
CASES = RecordType(
    "case",
    words("案例"),
    (RecordColumn("title", words("名称"), "text"), RecordColumn("people", words("人数"), "integer", "person")),
    "hr",
)


def _definitions():
    table = TableBlock("t", words("t"), (Placement("staff.total"), Placement("training.share")))
    blocks = (table, TextBlock("b", "people.lead"), RecordsBlock("own", "case", "list"))
    sections = (
        Section("people", 1, words("people"), blocks, department="hr"),
        Section("office", 1, words("office"), (TextBlock("c", "office.lead"),), department="admin"),
    )
    plain = small_definitions(records={"case": CASES})
    return type(plain)(plain.catalogue, {"r": Outline("r", YEAR, "zh-Hans", words("报告"), sections)})


DEFINITIONS = _definitions()
HOLDERS = Holders(DEFINITIONS)
REQUEST = Request("r", "hr", "2026-12-31", "", Step("编", "2026-11-30T00:00:00Z"))
COMPANY = company_name(DEFINITIONS.catalogue)
PEOPLE = (Person("编", "", "editor"), Person("人", "hr", "contact"), Person("甲", "admin", "contact"))
STAFF, MEN = Key("staff.total", YEAR), Key("staff.total", YEAR, category="gender=male")
RATE, GAS = Key("training.share", YEAR), Key("energy.gas", YEAR)
LEAD, LEAD_EN = TextAt("r", "people.lead", "zh-Hans"), TextAt("r", "people.lead", "en")
FAIR = RecordKey("case", "fair")
FILE = Attachment("ab" * 32, "a.pdf", "pdf", 9)
PROOF = EvidenceAt(STAFF.canonical(), FILE.hash)
HEADS = {"c0" * 32: 7}  # entries of the company's history, by their hashes
MERGED_AT = datetime(2026, 12, 1, 8, tzinfo=UTC)


def point(key: Key, value: str, qualifier: str = "") -> DataPoint:
    return DataPoint(key, Decimal(value), qualifier, typed=value)


def text(at: TextAt, said: str) -> SlotText:
    return SlotText(at.report, at.slot, at.language, said)


def record(title: str = "", people: str = "", key: RecordKey = FAIR) -> Record:
    fields = {BLOCK: Field(typed="own")}
    fields |= {"title": Field(Words(title))} if title else {}
    fields |= {"people": Field(typed=people, value=Decimal(people))} if people else {}
    return Record(key, "r", 1, fields)


def proof(page: int = 0, name: str = "a.pdf", at: EvidenceAt = PROOF) -> Evidence:
    return Evidence(at.subject, at.file, name, page)


def company(*things) -> Snapshot:
    """What stands in the company's workspace before anything is merged."""
    return overlay(Snapshot(), [keep(thing) for thing in (REQUEST, *PEOPLE, FILE, *things)])


def ground(*things) -> Ground:
    return Ground(DEFINITIONS, company(*things), HOLDERS, {}, lambda subjects: {}, lambda head: HEADS.get(head, 0))


def offer(base, *things, who="人", start=0) -> Offer:
    """What a contact made of a thing, or of nothing at its subject, a minute at a time."""
    subject = subject_of(next(thing for thing in (base, *things) if thing is not None))
    times = (datetime(2026, 11, 30, 9, start + n, tzinfo=UTC) for n in range(len(things)))
    steps = tuple(OfferStep(who, at, "", thing) for at, thing in zip(times, things, strict=True))
    return Offer(subject, base, steps)


def answer(*offers: Offer, desk="d1", number=1, **more) -> Answer:
    told = [(str(one.subject), [str(step) for step in one.steps]) for one in offers]
    sha256 = hashlib.sha256(json.dumps([desk, number, told]).encode()).hexdigest()
    facts = {
        "file": f"{desk}.annalspack", "sha256": sha256, "company": COMPANY, "report": "r", "department": "hr",
        "request": request_id(COMPANY, REQUEST), "person": "人", "desk": desk, "pack": 1, "number": number, "key": desk,
    }  # fmt: skip
    return Answer(**{**facts, **more}, offers=offers)


def hand(number: int = 1, take: Take = "") -> Hand:
    return Hand("编", MERGED_AT + timedelta(minutes=number), number, take)


def merged(start: Ground, *answers: Answer, take=""):
    """The ground after some answers, and the outcome of each."""
    outcomes = []
    for number, one in enumerate(answers, start=1):
        outcomes.append(merge(start, one, replace(hand(number), take=take)))
        start = start.after(outcomes[-1])
    return start, outcomes


def stands(after: Ground, *subjects):
    """What stands at subjects: values and words."""
    return [_shown(thing_at(after.snapshot, at)) for at in subjects]


def _shown(thing):
    match thing:
        case DataPoint():
            return str(thing.value)
        case SlotText():
            return thing.text
        case Record():
            return {code: field.words.zh_hans or field.typed for code, field in thing.fields.items() if code != BLOCK}
        case _:
            return thing
