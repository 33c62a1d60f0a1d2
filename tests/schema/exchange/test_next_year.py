"""Next year's report: structure, owners and definitions go on, values stay; what nobody has touched is known."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.catalogue.compiled import from_json, to_json, with_hash
from schema.catalogue.definitions import Framework, RecordColumn, RecordType
from schema.catalogue.loader import Sentences
from schema.catalogue.next_outline import names_year, next_code
from schema.catalogue.outline import Definitions, Outline, RecordsBlock, Section, TextBlock
from schema.errors import NextRefused
from schema.exchange.catalogue_book.rows import from_sheets, to_sheets
from schema.exchange.next_year import Wanted, next_report, refusals
from schema.grammar.reference import RecordKey, parse_reference
from schema.grammar.words import Explanation, Words
from schema.values.changes import keep, overlay
from schema.values.datapoint import Field, Origin, Record, SlotText, Snapshot
from schema.values.subject import TextAt
from schema.values.word_origins import checksum, outdated
from tests.factories import small_catalogue, words

TARGET = RecordType(
    "target", words("目标"),
    (
        RecordColumn("goal", words("目标"), "long"), RecordColumn("year", words("年"), "year"),
        RecordColumn("progress", words("进度"), "percent", "percent"),
    ),
    "admin", carries=True,
)  # fmt: skip
AWARD = RecordType("award", words("奖项"), (RecordColumn("name", words("名称"), "text"),))
BLOCKS = (
    TextBlock("lead", "lead", "lead"),
    TextBlock("story", "story", "case"),
    RecordsBlock("targets", "target", "table"),
    RecordsBlock("awards", "award", "table"),
)
OLD = Outline(
    "csr-2022", 2022, "zh-Hans", Words("2022 年度报告", "2022 年度報告", "Report 2022"),
    (Section("green", 1, Words("绿色", "綠色", "Green"), BLOCKS, department="admin"),),
    explanations={"own": {"A1": Explanation("不适用", "不适用", "不适用", "not_applicable")}},
)  # fmt: skip
DEFINITIONS = with_hash(
    Definitions(
        replace(
            small_catalogue(),
            records={"target": TARGET, "award": AWARD},
            frameworks={"own": Framework("own", words("框架"), ())},
        ),
        {"csr-2022": OLD},
    )
)


def record(kind: str, code: str, report: str = "csr-2022", **fields: Field) -> Record:
    return Record(RecordKey(kind, code), report, 1, fields)


WATER = record(
    "target", "water", goal=Field(words("2022 年起节水 10%")), year=Field(typed="2026"),
    progress=Field(typed="40%", value=Decimal(40)),
)  # fmt: skip
PRIZE = record("award", "prize", name=Field(words("年度奖")))
LEAD = "2022 年完成 {record/target/water.progress}，获奖 {record/award/prize.name}，用气 {energy.gas}。"


@pytest.fixture
def snapshot() -> Snapshot:
    texts = {("csr-2022", "lead", "zh-Hans"): LEAD, ("csr-2022", "lead", "en"): "We save water."}
    texts |= {("csr-2022", "story", "zh-Hans"): "一件小事。", ("csr-2022", "gone", "zh-Hans"): "没有位置的文字。"}
    return Snapshot(texts=texts, records={row.key: row for row in (WATER, PRIZE)})


@pytest.fixture
def rolled(snapshot):
    return next_report(DEFINITIONS, snapshot, "csr-2022", "csr-2023")


def test_structure_and_owners_are_the_same_a_year_on(rolled):
    outline = rolled.outline
    assert (outline.code, outline.year, outline.rolled_from) == ("csr-2023", 2023, "csr-2022")
    assert outline.title == Words("2023 年度报告", "2023 年度報告", "Report 2023")
    assert outline.chapters == OLD.chapters
    assert outline.explanations == OLD.explanations
    assert outline.unconfirmed == {"own": ("A1",)}


def test_words_are_a_draft_of_last_year_in_every_language_without_cases_and_stray_slots(rolled):
    assert [(t.report, t.slot, t.language, t.carried) for t in rolled.texts] == [
        ("csr-2023", "lead", "zh-Hans", "csr-2022"),
        ("csr-2023", "lead", "en", "csr-2022"),
    ]
    assert rolled.stories == 1


def test_standing_records_go_on_without_their_numbers_and_events_stay(rolled):
    assert [row.key.canonical() for row in rolled.records] == ["record/target/watery2023"]
    row = rolled.records[0]
    assert (row.report, row.carried, row.field("goal"), row.field("year")) == (
        "csr-2023", "csr-2022", WATER.field("goal"), WATER.field("year"),
    )  # fmt: skip
    assert not row.field("progress")
    assert rolled.left == {"award": 1}


def test_links_follow_the_record_that_goes_on(rolled):
    text = rolled.texts[0].text
    assert "{record/target/watery2023.progress}" in text
    assert "{record/award/prize.name}" in text


def test_no_value_is_among_what_is_stored(rolled):
    assert {type(change.subject) for change in rolled.changes} == {TextAt, RecordKey}


def test_places_that_still_name_last_year_are_pointed_out(rolled):
    assert rolled.dated == ("lead", "record/target/watery2023")


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("csr-2021", "csr-2023", ["next.unknown_report"]),
        ("csr-2022", "csr-2022", ["next.taken", "next.year"]),
        ("csr-2022", "csr-2024", ["next.year"]),
        ("csr-2022", "CSR 2023", ["next.bad_code"]),
        ("csr-2022", "", ["next.bad_code"]),
        ("csr-2022", "a" * 41, ["next.bad_code"]),
        ("csr-2022", "../csr-2021", ["next.bad_code", "next.year"]),
        ("nothing", "Csr_2024", ["next.unknown_report", "next.bad_code"]),
        ("csr-2022", "esg-2023", []),
        ("csr-2022", "next", []),
    ],
)
def test_every_reason_against_it_is_told_at_once(source, target, found):
    assert [issue.code for issue in refusals(DEFINITIONS, source, target)] == found


def test_a_report_of_any_year_follows_one_that_is_there(snapshot):
    later = next_report(DEFINITIONS, snapshot, "csr-2022", Wanted("csr-2025", year=2025))
    assert (later.outline.year, later.outline.rolled_from, later.before) == (2025, "csr-2022", 2022)
    assert "2025" in later.outline.title.zh_hans
    issues = [*refusals(DEFINITIONS, "csr-2022", Wanted("csr-2024", year=2025))]
    issues += refusals(DEFINITIONS, "csr-2022", Wanted("next", year=25))
    assert [issue.code for issue in issues] == ["next.other_year", "next.no_year"]


def test_what_is_refused_changes_nothing(snapshot):
    with pytest.raises(NextRefused) as refused:
        next_report(DEFINITIONS, snapshot, "csr-2022", "csr-2022")
    assert len(refused.value.issues) == 2


def test_a_rolled_outline_survives_the_workspace_and_the_workbook(rolled):
    new = rolled.within(DEFINITIONS)
    assert from_json(to_json(new)) == new


@pytest.mark.parametrize(
    "report",
    [pytest.param("csr-2019", marks=pytest.mark.long), pytest.param("esg-2021", marks=pytest.mark.long), "csr-2022"],
)
def test_each_shipped_report_rolls_forward_and_survives_the_workbook(definitions, report):
    outline = definitions.outlines[report]
    kept = {code: one for code, one in definitions.outlines.items() if code != next_code(outline)}
    base = with_hash(replace(definitions, outlines=kept))
    new = next_report(base, Snapshot(), report, next_code(outline)).within(base)
    catalogue = new.catalogue
    back = from_sheets(to_sheets(new), Sentences(catalogue.messages, catalogue.phrases))
    assert to_json(back) == to_json(new)
    assert back.outlines[next_code(outline)].rolled_from == report


def test_it_can_be_rolled_on_year_after_year_with_ids_that_do_not_grow(snapshot):
    definitions, code = DEFINITIONS, "csr-2022"
    for _ in range(4):
        following = next_code(definitions.outlines[code])
        rolled = next_report(definitions, snapshot, code, following)
        definitions, snapshot, code = rolled.within(definitions), overlay(snapshot, rolled.changes), following
    assert [key.id for key in snapshot.records if key.type == "target"] == [
        "water", "watery2023", "watery2024", "watery2025", "watery2026",
    ]  # fmt: skip


IDS = st.from_regex(r"[a-z][a-z0-9]{0,3}(y20[0-9]{2})?", fullmatch=True)


@given(st.lists(IDS, unique=True, max_size=8), st.lists(IDS, unique=True, max_size=8), st.text(max_size=30))
def test_every_id_stays_unique_and_can_be_linked(own, others, words_between):
    records = [record("target", name) for name in own]
    records += [record("target", name, "esg-2021") for name in others if name not in own]
    text = words_between + "".join(f"{{record/target/{name}.progress}}" for name in own)
    texts = {("csr-2022", "lead", "zh-Hans"): text}
    before = Snapshot(texts=texts, records={row.key: row for row in records})
    rolled = next_report(DEFINITIONS, before, "csr-2022", "csr-2023")
    assert len(rolled.records) == len(own)
    assert Counter(row.key for row in rolled.records).keys() & before.records.keys() == set()
    assert len({row.key for row in rolled.records}) == len(own)
    for row in rolled.records:
        link = row.key.number("progress").canonical()
        assert parse_reference(link) is not None
        assert f"{{{link}}}" in rolled.texts[0].text


@pytest.mark.parametrize(
    ("text", "found"), [("2022年", True), ("{a.b@2022}", True), ("12022", False), ("20221", False), ("二〇二二", False)]
)
def test_a_year_is_found_where_it_stands_alone(text, found):
    assert names_year(text, 2022) is found


def test_a_machine_draft_stays_one_a_year_on_though_the_links_of_its_source_are_renamed(snapshot):
    draft = SlotText("csr-2022", "lead", "zh-Hant", "草稿", origin=Origin("zh-Hans", checksum(LEAD), True))
    drafted = overlay(snapshot, [keep(draft)])
    rolled = overlay(drafted, next_report(DEFINITIONS, drafted, "csr-2022", "csr-2023").changes)
    found, source = rolled.origins["csr-2023", "lead", "zh-Hant"], rolled.texts["csr-2023", "lead", "zh-Hans"]
    assert source != LEAD
    assert (found.draft, outdated(found, source)) == (True, False)
