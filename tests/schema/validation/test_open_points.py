"""What is still to be done for a report: where it stands and who is asked."""

from dataclasses import replace

import pytest

from schema.catalogue.definitions import RecordColumn, RecordType
from schema.catalogue.drawn_blocks import DiagramBlock, MatrixBlock
from schema.catalogue.outline import (
    CalloutBlock,
    ChartBlock,
    Definitions,
    ImageBlock,
    IndexBlock,
    Outline,
    Placement,
    RecordsBlock,
    Section,
    TableBlock,
    TextBlock,
)
from schema.grammar.reference import Key, RecordKey
from schema.grammar.words import NO_WORDS, Words
from schema.validation.contents import report_items
from schema.validation.issue import FieldAt, IndexAt, Issue, ListAt
from schema.validation.open_points import Places, open_points
from schema.validation.shares import asked_items
from schema.validation.speaking import Contents
from schema.values.datapoint import Field, Record, Snapshot
from schema.values.figures import Figures
from schema.values.holders import Holders
from schema.values.subject import TextAt
from tests.factories import words
from tests.schema.validation.given import catalogue, metric, number

CASE = RecordType("case", words("案例"), (RecordColumn("title", words("标题"), "text"),), department="press")
TOPIC = RecordType("topic", words("议题"), (RecordColumn("title", words("标题"), "text"),))
KNOWN = replace(
    catalogue(
        metric(),
        number(department="admin"),
        number("oil", department="works"),
        number("power", department=""),
        number("energy", department="green", formula="[gas] + [sum]"),
        number("sum", department="green", formula="[oil] + [oil]"),
    ),
    records={"case": CASE, "topic": TOPIC},
)
ROW = Record(RecordKey("case", "a"), "r", 1, {"title": Field(Words("{oil}", "", "{power}"))})


def section(code, *blocks, below=(), department=""):
    return Section(code, 1, words(code), blocks, below, department=department)


def table(*references, years=1):
    return TableBlock("table", NO_WORDS, tuple(map(Placement, references)), years=years)


def report(*sections):
    return Outline("r", 2022, "zh-Hans", words("报告"), (section("first"), *sections), department="board")


def place(issue, *sections, language="zh-Hans", **held):
    figures = Figures(KNOWN, Snapshot(**held))
    (point,) = [
        one for one in open_points(Places(report(*sections), figures, language), (issue,)) if one.issue is issue
    ]
    return point.section, point.departments


def at(subject, **facts):
    return Issue("c", "doubt", facts=facts, subject=subject, report="r")


def of(code, year=2022, category="", **facts):
    return Issue("c", "doubt", Key(code, year, category=category), facts)


@pytest.mark.parametrize(
    ("issue", "block"),
    [
        (at(TextAt("r", "slot", "en")), TextBlock("text", "slot")),
        (at(TextAt("r", "photo", "")), ImageBlock("image", "photo")),
        (at(TextAt("r", "photo.caption", "en")), ImageBlock("image", "photo")),
        (at(TextAt("r", "photo.alt", "en")), ImageBlock("image", "photo")),
        (at(IndexAt("r", "gri", "2-1")), IndexBlock("index", "gri")),
        (at(ListAt("r", "cases")), RecordsBlock("cases", "case", "cases")),
        (at(FieldAt(ROW.key, "title", "cases")), RecordsBlock("cases", "case", "cases")),
        (at(ListAt("r", "matrix")), MatrixBlock("matrix", "topic", "x", "y", "title", NO_WORDS)),
        (at(TextAt("r", "text", "en")), TextBlock("text", "slot")),
        (at(TextAt("r", "callout", "en")), CalloutBlock("callout", (Placement("gas"),))),
        (at(TextAt("r", "chart", "en")), ChartBlock("chart", "line", NO_WORDS, (Placement("gas"),))),
        (at(TextAt("r", "table", "en")), table("gas")),
        (at(TextAt("r", "drawn", "en")), DiagramBlock("drawn", "tree", NO_WORDS, ())),
    ],
)
def test_what_an_issue_stands_at_is_in_the_section_of_its_block(issue, block):
    assert place(issue, section("second", block), section("third", TextBlock("t", "t")))[0] == "second"
    assert place(issue, section("third", TextBlock("t", "t")))[0] == "first"


def test_the_first_of_two_sections_with_one_thing_counts():
    lead = TextBlock("lead", "lead")
    assert place(at(TextAt("r", "lead", "en")), section("second", lead), section("third", lead))[0] == "second"
    assert place(of("gas"), section("second", table("gas")), section("third", table("gas")))[0] == "second"


@pytest.mark.parametrize(
    ("issue", "expected"),
    [
        (of("gas"), "b"),
        (of("gas", 2021), "b"),
        (of("staff", category="gender=male"), "a"),
        (of("staff", category="gender=female"), "c"),
        (of("staff", 2020, "age=young"), "a"),
        (of("power"), "d"),
        (of("oil"), "b"),
        (of("sum"), "b"),
        (of("forgotten"), "first"),
    ],
)
def test_a_value_stands_where_its_key_does_or_else_its_metric_or_the_figure_that_it_goes_into(issue, expected):
    sections = (
        section("a", table("staff:gender=male")),
        section("b", table("energy", "gas", years=2)),
        section("c", table("staff:gender=*"), below=(section("d", TextBlock("t", "t")),)),
    )
    assert place(issue, *sections, texts={("r", "t", "zh-Hans"): "用电{power}"})[0] == expected


def test_only_the_years_that_a_table_shows_are_in_it():
    sections = section("a", table("gas", years=2)), section("b", table("gas@2020"), table("gas@2019"))
    assert [place(of("gas", year), *sections)[0] for year in (2022, 2021, 2020, 2019, 2018)] == [
        "a",
        "a",
        "b",
        "b",
        "a",
    ]


@pytest.mark.parametrize(("language", "expected"), [("zh-Hans", "oil"), ("en", "power")])
def test_a_number_in_a_record_or_a_caption_stands_where_they_do_in_the_language_that_is_asked_for(language, expected):
    inside = section("second", RecordsBlock("cases", "case", "cases"))
    told = {code: place(of(code), inside, language=language, records={ROW.key: ROW})[0] for code in ("oil", "power")}
    assert told == {code: "second" if code == expected else "first" for code in told}
    image = section("second", ImageBlock("image", "photo"))
    texts = {("r", "photo.caption", language): "{oil}"}
    assert place(of("oil"), image, language=language, texts=texts)[0] == "second"


def test_for_a_value_its_owner_is_asked_or_those_of_its_inputs():
    inside = section("second", table("energy"), department="own")
    assert place(of("gas"), inside)[1] == ("admin",)
    assert place(of("power"), inside)[1] == ("board",)
    inputs = (Key("oil", 2022), Key("gas", 2022), Key("oil", 2021), Key("forgotten", 2022))
    assert place(of("energy", inputs=inputs), inside)[1] == ("works", "admin")
    assert place(of("energy", inputs=()), inside)[1] == ("green",)
    assert place(of("forgotten"), inside)[1] == ("board",)


def test_for_words_who_answers_for_the_section_or_the_one_around_it_is_asked():
    inner = section("inner", TextBlock("t", "t"))
    issue = at(TextAt("r", "t", "en"))
    assert place(issue, section("second", below=(inner,)))[1] == ("board",)
    assert place(issue, section("second", below=(inner,), department="own"))[1] == ("own",)
    named = replace(inner, department="inmost")
    assert place(issue, section("second", below=(named,), department="own"))[1] == ("inmost",)


def test_for_records_who_owns_their_block_section_or_type_is_asked():
    cases, topics = RecordsBlock("cases", "case", "cases"), RecordsBlock("topics", "topic", "list")
    chapter = section("second", cases, topics, department="own")
    asked = [place(at(ListAt("r", block)), chapter)[1] for block in ("cases", "topics")]
    assert asked == [("press",), ("own",)]
    below = section("below", cases, topics, department="near")
    asked = [place(at(ListAt("r", block)), section("second", below=(below,)))[1] for block in ("cases", "topics")]
    assert asked == [("near",), ("near",)]


def test_the_department_of_a_block_goes_before_all_others():
    blocks = (
        replace(table("gas"), department="block"),
        TextBlock("t", "t", department="block"),
        RecordsBlock("cases", "case", "cases", department="block"),
    )
    inside = section("second", below=(section("inner", *blocks, department="near"),), department="own")
    issues = of("gas"), at(TextAt("r", "t", "en")), at(ListAt("r", "cases")), at(FieldAt(ROW.key, "title", "cases"))
    assert {place(issue, inside)[1] for issue in issues} == {("block",)}


def test_a_value_belongs_to_the_section_below_a_chapter_before_its_metric_and_to_the_metric_before_the_chapter():
    assert place(of("gas"), section("second", table("gas"), department="own"))[1] == ("admin",)
    below = section("below", table("gas"), department="near")
    assert place(of("gas"), section("second", below=(below,), department="own"))[1] == ("near",)


def test_open_points_and_what_is_asked_for_name_the_same_owners():
    inner = section("inner", table("gas", "power"), TextBlock("t", "t"), RecordsBlock("c", "case", "cases"))
    own = section("own", replace(table("oil"), department="block"), department="near")
    outline = report(section("second", below=(inner, own), department="chapter"))
    figures = Figures(KNOWN, Snapshot())
    places = Places(outline, figures, "zh-Hans")
    for item in report_items(outline, figures):
        issue = Issue("c", "doubt", item.at) if isinstance(item.at, Key) else at(item.at)
        assert places.departments(issue) == (item.owner,), item.at


@pytest.mark.parametrize(("chapter", "owner"), [("", "green"), ("own", "own")])
def test_what_only_a_figure_takes_is_its_metrics_departments_or_the_figures_owners_wherever_it_is_asked(chapter, owner):
    heat = number("heat", department="green", formula="[power] + [oil]")
    known = replace(KNOWN, metrics={**KNOWN.metrics, "heat": heat})
    outline = report(section("second", below=(section("inner", table("heat"), department=chapter),)))
    figures = Figures(known, Snapshot())
    owned = {item.at.metric: item.owner for item in asked_items(Contents(outline, figures))}
    assert owned == {"power": owner, "oil": "works"}
    places, holders = Places(outline, figures, "zh-Hans"), Holders(Definitions(known, {"r": outline}))
    for code, department in owned.items():
        assert places.owner(Key(code, 2022)) == department
        assert holders.of(Key(code, 2022)) == {department}


def test_in_another_language_the_translations_are_asked_for_too():
    outline = report(section("second", TextBlock("t", "t")))
    figures = Figures(KNOWN, Snapshot(texts={("r", "t", "zh-Hans"): "字"}))
    issue = of("gas")
    own, other = (open_points(Places(outline, figures, language), (issue,)) for language in ("zh-Hans", "en"))
    assert [point.issue for point in own] == [issue]
    assert [(point.issue.code, point.section) for point in other] == [("c", "first"), ("text.language", "second")]
