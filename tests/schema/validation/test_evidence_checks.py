"""Evidence where the catalogue asks for it: values, texts and records without a file, and files that were only named."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.definitions import BLOCK, RecordType
from schema.catalogue.outline import Definitions, Outline, Placement, RecordsBlock, Section, TableBlock, TextBlock
from schema.grammar.reference import Key, RecordKey
from schema.validation.check import check, check_point
from schema.validation.issue import write_subject
from schema.values.changes import keep, overlay
from schema.values.datapoint import Attachment, DataPoint, Field, Record, SlotText, Snapshot
from schema.values.evidence import Evidence, awaited
from schema.values.figures import Figures
from tests.factories import small_definitions, words

YEAR = 2022
STAFF, MEN = Key("staff.total", YEAR), Key("staff.total", YEAR, category="gender=male")
LEAD, FAIR = "text/r/people.lead.zh-Hans", "record/case/fair"
HASH = "ab" * 32


def definitions(asking: str = "required") -> Definitions:
    plain = small_definitions(records={"case": RecordType("case", words("案例"), (), "hr", evidence=asking)})
    metrics = {
        **plain.catalogue.metrics,
        "staff.total": replace(plain.catalogue.metrics["staff.total"], evidence=asking),
    }
    table = TableBlock("t", words("t"), (Placement("staff.total"), Placement("staff.total:gender=*")))
    blocks = (table, TextBlock("b", "people.lead", evidence=asking), RecordsBlock("own", "case", "list"))
    outline = Outline("r", YEAR, "zh-Hans", words("报告"), (Section("people", 1, words("人"), blocks),))
    return Definitions(replace(plain.catalogue, metrics=metrics), {"r": outline})


THINGS = (
    DataPoint(STAFF, Decimal(7), typed="7"),
    DataPoint(MEN, Decimal(4), typed="4"),
    DataPoint(replace(STAFF, period=YEAR - 1), Decimal(6), typed="6"),
    SlotText("r", "people.lead", "zh-Hans", "共有七人。"),
    Record(RecordKey("case", "fair"), "r", 1, {BLOCK: Field(typed="own")}),
)


def told(known: Definitions, *more) -> list[tuple[str, str]]:
    snapshot = overlay(Snapshot(), [keep(thing) for thing in (*THINGS, *more)])
    issues = check(known, snapshot, Figures(known.catalogue, snapshot))
    return sorted((i.code, write_subject(i.at)) for i in issues if i.code.startswith("evidence."))


def lacking(*subjects: str) -> list[tuple[str, str]]:
    return sorted(("evidence.lacking", subject) for subject in subjects)


def test_this_years_values_texts_and_records_need_a_file_where_the_catalogue_asks():
    assert told(definitions()) == lacking(STAFF.canonical(), MEN.canonical(), LEAD, FAIR)
    assert told(definitions("")) == []


@pytest.mark.parametrize("subject", [LEAD, FAIR, MEN.canonical()])
def test_a_file_answers_for_what_it_stands_at(subject):
    rest = {STAFF.canonical(), MEN.canonical(), LEAD, FAIR} - {subject}
    assert told(definitions(), Evidence(subject, HASH, "a.pdf")) == lacking(*rest)


def test_the_evidence_of_a_whole_holds_for_its_parts():
    assert told(definitions(), Evidence(STAFF.canonical(), HASH, "a.pdf")) == lacking(LEAD, FAIR)


def test_a_file_that_was_only_named_proves_nothing_yet_and_is_told_by_name():
    named = awaited(STAFF.canonical(), "a.pdf")
    assert told(definitions(), named) == [
        ("evidence.awaited", STAFF.canonical()),
        *lacking(STAFF.canonical(), MEN.canonical(), LEAD, FAIR),
    ]
    assert told(definitions(""), named, awaited(LEAD, "b.pdf"), awaited(FAIR, "c.pdf")) == [
        ("evidence.awaited", FAIR),
        ("evidence.awaited", STAFF.canonical()),
        ("evidence.awaited", LEAD),
    ]


@pytest.mark.parametrize("subject", [STAFF.canonical(), LEAD, FAIR])
@pytest.mark.parametrize(("page", "pages", "doubts"), [(12, 12, 0), (13, 12, 1), (0, 12, 0), (13, 0, 0)])
def test_a_page_that_the_file_has_not_is_a_doubt_and_any_page_fits_where_nobody_counted(subject, page, pages, doubts):
    file = Attachment(HASH, "a.pdf", "pdf", 9, pages=pages)
    said = told(definitions(""), file, Evidence(subject, HASH, "a.pdf", page))
    assert said == [("evidence.no_page", subject)] * doubts


def test_what_has_no_value_needs_none_and_one_value_is_looked_at_by_itself():
    known = definitions()
    snapshot = overlay(Snapshot(), [keep(DataPoint(STAFF, omission="legal", footnote="x"))])
    assert "evidence.lacking" not in {i.code for i in check(known, snapshot, Figures(known.catalogue, snapshot))}
    snapshot = overlay(Snapshot(), [keep(THINGS[0]), keep(awaited(STAFF.canonical(), "a.pdf"))])
    codes = {issue.code for issue in check_point(known, Figures(known.catalogue, snapshot), STAFF)}
    assert {"evidence.lacking", "evidence.awaited"} <= codes
