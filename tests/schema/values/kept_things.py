"""Strategies for each type of thing that is kept: few addresses, so that changes meet, and texts of every kind."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from schema.grammar.reference import Key, RecordKey
from schema.grammar.words import LANGUAGES, Words
from schema.values.datapoint import (
    Attachment,
    DataPoint,
    Field,
    Origin,
    PublishedValue,
    Record,
    Remark,
    Restatement,
    SheetAnswer,
    SlotText,
)
from schema.values.evidence import Evidence
from schema.values.follow_ups import FollowUp
from schema.values.freezes import Freeze
from schema.values.merges import Merged
from schema.values.pack_origin import PackOrigin
from schema.values.people import ROLES, Person
from schema.values.questions import ASKED_OF, Question, in_order
from schema.values.requests import Approval, ItemNote, Request, Step
from schema.values.verdicts import FINDINGS, Verdict

# No text keeps a NUL: it goes where text comes in, and a cell with one was never written here.
LETTERS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=4)
TEXTS = st.one_of(st.sampled_from(["", "a", "用气", "a/b", "50%", "x.en", "p. 7|x", "\\", "a\nb"]), LETTERS)
CODES = st.sampled_from(["r-2022", "", "a/b", "a%2Fb"])
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9)
QUALIFIERS = st.sampled_from(["", "over", "about"])
KEYS = st.builds(
    Key,
    st.sampled_from(["energy.gas", "text", "attachment"]),
    st.sampled_from([2021, 2022]),
    st.sampled_from(["", "site"]),
    st.sampled_from(["", "gender=male"]),
    st.sampled_from(["", "q1"]),
)
ORIGINS = st.none() | st.builds(
    Origin, st.sampled_from(LANGUAGES), st.sampled_from(["0" * 16, "f" * 16]), st.booleans()
)
TIMES = st.sampled_from(["", "2026-11-30T00:00:00Z", "2026-12-01T08:30:00Z"])
WORDS = st.builds(Words, TEXTS, TEXTS, TEXTS)
FIELDS = st.builds(Field, WORDS, TEXTS, st.none() | NUMBERS, QUALIFIERS)

POINTS = st.one_of(
    st.builds(
        DataPoint,
        KEYS,
        NUMBERS,
        QUALIFIERS,
        typed=TEXTS,
        footnote=TEXTS,
        note=TEXTS,
        estimated=st.booleans(),
        since=st.integers(0, 9),
        unsorted=st.booleans(),
    ),
    st.builds(
        DataPoint,
        KEYS,
        omission=st.sampled_from(["legal", "not_collected"]),
        footnote=TEXTS,
        note=TEXTS,
        as_of=TEXTS,
        source=TEXTS,
        unsorted=st.booleans(),
    ),
    st.builds(DataPoint, KEYS, unread=TEXTS, method=TEXTS),
)
SLOTS = st.sampled_from(["lead", "lead.en", "lead.caption"])
SLOT_TEXTS = st.builds(SlotText, CODES, SLOTS, st.sampled_from(["", *LANGUAGES]), TEXTS, CODES, ORIGINS)
RECORDS = st.builds(
    Record,
    st.builds(RecordKey, st.just("case"), st.sampled_from(["a", "b"])),
    CODES,
    st.integers(0, 3),
    st.dictionaries(st.sampled_from(["title", "people"]), FIELDS, max_size=2),
    CODES,
)
PUBLISHED = st.builds(
    PublishedValue, CODES, KEYS, TEXTS, NUMBERS, QUALIFIERS, st.just(Decimal(10)), st.sampled_from(["", "p. 7"])
)
RESTATEMENTS = st.builds(Restatement, CODES, KEYS, TEXTS, TEXTS, NUMBERS, NUMBERS, WORDS)
REMARKS = st.builds(
    Remark, st.sampled_from(["energy.gas@2021", "text/r-2022/lead.en"]), CODES, TEXTS, TEXTS, TEXTS, TIMES
)
# What is known of the same bytes only grows, and no step back forgets it.
ATTACHMENTS = st.one_of(
    st.builds(Attachment, st.just("ab" * 32), TEXTS, st.just("png"), st.integers(1, 99), st.just(9), st.just(4)),
    st.builds(Attachment, st.just("cd" * 32), TEXTS, st.just("docx"), st.integers(1, 99), pages=st.just(3)),
)

ANSWERS = st.builds(SheetAnswer, st.sampled_from(["unit", "row"]), TEXTS, TEXTS)

PEOPLE = st.builds(
    Person, TEXTS, st.sampled_from(["", "hr"]), st.sampled_from(ROLES), TEXTS, st.sampled_from(["", *LANGUAGES]), TEXTS
)

STEPS = st.builds(Step, st.sampled_from(["", "a"]), st.sampled_from(["", "2026-11-30T00:00:00Z"]), TEXTS)
NOTES = st.builds(ItemNote, TEXTS, st.sampled_from(["", "2026-11-30"]), st.none() | STEPS, st.sampled_from(["", "王"]))
REQUESTS = st.builds(
    Request, CODES, st.sampled_from(["", "hr"]), st.sampled_from(["", "2026-11-30"]), TEXTS, STEPS, st.integers(0, 9), submitted=st.none() | STEPS,
    returned=st.none() | STEPS, items=st.dictionaries(st.sampled_from(["energy.gas@2021", "text/r/a"]), NOTES), packs=st.integers(0, 9), person=st.sampled_from(["", "王"]),
)  # fmt: skip
APPROVALS = st.builds(
    Approval, CODES, st.sampled_from(["energy.gas@2021", "text/r-2022/lead.en"]), TEXTS, TEXTS, TIMES, TEXTS, TEXTS
)

PACK_ORIGINS = st.builds(
    PackOrigin, TEXTS, CODES, st.sampled_from(["", "hr"]), TEXTS, TEXTS, st.integers(0, 9), TEXTS, TEXTS,
    st.integers(0, 9), st.dictionaries(TEXTS, TEXTS, max_size=2),
)  # fmt: skip

MAPPED = st.dictionaries(st.sampled_from(["record/award/a", "energy.gas@2021"]), st.sampled_from(["", "b"]), max_size=2)
MERGES = st.builds(
    Merged, st.integers(1, 9), TEXTS, TEXTS, TEXTS, CODES, st.sampled_from(["", "hr"]), TEXTS, st.integers(0, 9),
    st.integers(0, 9), TEXTS, TEXTS, TEXTS, TIMES, st.none() | STEPS, MAPPED, MAPPED,
    upon=st.sampled_from(["", "0" * 64]), upon_number=st.integers(0, 9),
)  # fmt: skip

FREEZES = st.builds(
    Freeze, TEXTS, CODES, TEXTS, TIMES, TEXTS, st.integers(0, 9), st.sampled_from(["", "0" * 64]), TEXTS, TEXTS
)
VERDICTS = st.builds(
    Verdict, CODES, st.sampled_from(["energy.gas@2021", "record/award/a.people"]), TEXTS, st.sampled_from(FINDINGS),
    TEXTS, TEXTS, TEXTS, TIMES,
)  # fmt: skip
EVIDENCE = st.builds(
    Evidence,
    st.sampled_from(["energy.gas@2022:gender=male", "text/r-2022/lead.en", "record/case/a"]),
    st.sampled_from(["ab" * 32, "cd" * 32, "name:b 2.pdf"]),
    TEXTS,
    st.integers(0, 9),
)
QUESTIONS = st.builds(
    Question, CODES, st.sampled_from(["energy.gas@2021", "text/r-2022/lead.en"]), st.sampled_from(ASKED_OF), STEPS,
    st.lists(STEPS, max_size=3).map(in_order),
)  # fmt: skip
FOLLOW_UPS = st.builds(
    FollowUp, st.sampled_from(["energy.gas@2022:gender=male", "text/r-2022/lead.en", "record/case/a"]), TEXTS
)

# One for each row of the registry, by its table.
THINGS = {
    "data_point": POINTS,
    "published_value": PUBLISHED,
    "slot_text": SLOT_TEXTS,
    "record": RECORDS,
    "restatement": RESTATEMENTS,
    "remark": REMARKS,
    "sheet_answer": ANSWERS,
    "attachment": ATTACHMENTS,
    "person": PEOPLE,
    "request": REQUESTS,
    "approval": APPROVALS,
    "pack_origin": PACK_ORIGINS,
    "merge": MERGES,
    "freeze": FREEZES,
    "verdict": VERDICTS,
    "evidence": EVIDENCE,
    "question": QUESTIONS,
    "follow_up": FOLLOW_UPS,
}
