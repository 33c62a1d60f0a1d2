"""Texts of the reports: links and blanks."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.definitions import DefinitionChange
from schema.catalogue.factors import FactorVersion
from schema.validation.text_checks import check_missing_texts
from schema.values.datapoint import Snapshot
from tests import shipped
from tests.factories import words
from tests.schema.validation.given import catalogue, codes, definitions, found, key, metric, number, point, said, shown

STAFF = catalogue(metric())
SLOT = ("report", "s.body", "zh-Hans")


def with_text(text):
    return {SLOT: text}


def told(text, data=(), known=STAFF):
    return codes(definitions(known, slots=["s.body"]), data, texts=with_text(text))


@pytest.mark.parametrize(
    "text", ["共{staff}人", "{staff|万 0.0}", "{staff:gender=male}", "{company.short}", "写作{{staff}}", "没有链接"]
)
def test_known_references_with_values_are_fine(text):
    assert told(text, [point("staff", "3"), point("staff:gender=male", "2")]) == []


@pytest.mark.parametrize("text", ["{stuff}", "{staff:gender=dog}", "{staff:place=north}", "{company.colour}"])
def test_an_unknown_reference_is_an_error(text):
    (issue,) = found(definitions(STAFF, slots=["s.body"]), [point("staff", "3")], texts=with_text("好。\n\n" + text))
    assert (issue.code, issue.severity) == ("text.unknown_reference", "error")
    assert (issue.place, shown(issue, "paragraph"), shown(issue, "written")) == ("report s.body", "2", text)


@pytest.mark.parametrize("text", ["{staff/hk}", "{staff/hk@-1m05:gender=male|万 0.0}"])
def test_a_number_of_an_unknown_entity_is_an_error_whatever_is_kept(text):
    data = [point("staff", "3"), point("staff@2021", "3"), point("staff/hk", "2")]
    issues = found(definitions(STAFF, slots=["s.body"]), data, texts=with_text(text))
    (issue,) = (issue for issue in issues if issue.code.startswith("text."))
    assert (issue.code, issue.severity) == ("text.unknown_entity", "error")
    assert (issue.place, issue.facts["written"]) == ("report s.body", text)


def test_a_number_of_a_part_of_a_year_is_one_like_any_other():
    data = [point("staff", "3"), point("staff@2022q3", "3"), point("staff@2021q3", "3")]
    texts = with_text("{staff@2022q3}{staff@-1q3}{staff@2022q3|change}")
    issues = found(definitions(STAFF, slots=["s.body"]), data, texts=texts)
    assert [issue.code for issue in issues if issue.code.startswith("text.")] == []
    issues = found(definitions(STAFF, slots=["s.body"]), data, texts=with_text("{staff@2022q2}"))
    (issue,) = (issue for issue in issues if issue.code.startswith("text."))
    assert (issue.code, issue.key.span) == ("text.missing_value", "q2")


FEWER = [point("staff@2021", "4"), point("staff", "3")]


@pytest.mark.parametrize(
    "text",
    [
        "人数上升{staff|change%}",
        "人数**上升**{staff|change}",
        "人数增长 {staff|change%}",
        "上升到{staff}",
        "上升，为{staff|change}",
    ],
)
def test_a_text_that_says_the_other_direction_than_the_data_is_an_error(text):
    (issue,) = found(definitions(STAFF, slots=["s.body"]), FEWER, texts=with_text(text))
    assert (issue.code, issue.severity, issue.key) == ("statement.direction", "error", key("staff"))


@pytest.mark.parametrize(
    "text", ["人数下降{staff|change%}", "变动为{staff|change%}", "下降到{staff}", "下降，为{staff|change}"]
)
def test_a_text_that_says_what_the_data_say_or_no_direction_is_fine(text):
    assert told(text, FEWER) == []


@pytest.mark.parametrize("word", ["下降", "上升"])
def test_no_change_is_neither_a_fall_nor_a_rise(word):
    same = [point("staff@2021", "3"), point("staff", "3")]
    assert told(f"{word}{{staff|change}}", same) == ["statement.direction"]


def test_words_that_belong_to_another_number_say_no_direction():
    assert told("上升{staff}{staff|change}", FEWER) == []


def test_a_metric_under_the_companys_name_is_no_field_of_it():
    assert told("{company.revenue}", [point("company.revenue", "3")], catalogue(metric("company.revenue"))) == []


def test_a_reference_without_a_value_is_doubted_at_its_key():
    (issue,) = found(definitions(STAFF, slots=["s.body"]), [], texts=with_text("去年{staff@-1}人"))
    assert (issue.code, issue.severity, issue.key) == ("text.missing_value", "doubt", key("staff@2021"))


def test_a_value_that_a_paragraph_lacks_is_told_once_for_all_its_places_and_languages():
    texts = {("report", "s.body", n): "{staff}人，{staff|change%}。\n\n{staff}" for n in ("zh-Hans", "en")}
    issues = found(definitions(STAFF, slots=["s.body"]), [], texts=texts)
    assert [(i.code, shown(i, "paragraph")) for i in issues] == [
        ("text.missing_value", "1"), ("text.missing_value", "2")
    ]  # fmt: skip


def test_a_change_needs_both_years():
    assert told("{staff|change%}", [point("staff", "3")]) == ["text.missing_change"]
    assert told("{staff|change%}", [point("staff", "31"), point("staff@2021", "30")]) == []


def test_an_unknown_format_is_an_error():
    assert told("{staff|斤}", [point("staff", "3")]) == ["text.unknown_format"]


def test_a_wildcard_in_a_text_is_an_error():
    assert told("{staff:gender=*}", [point("staff:gender=male", "3"), point("staff:gender=female", "3")]) == [
        "text.wildcard"
    ]


@pytest.mark.parametrize(("text", "code"), [("{员工}", "text.not_a_reference"), ("{staff", "text.stray_brace")])
def test_braces_without_a_reference_are_an_error(text, code):
    assert told(text) == [code]


def test_a_slot_without_words_is_doubted():
    assert codes(definitions(STAFF, slots=["s.body"]), []) == ["text.blank"]
    other = {("report", "s.body", "en"): "Only in English"}
    assert codes(definitions(STAFF, slots=["s.body"]), [], texts=other) == ["text.blank"]


def test_an_issue_of_a_text_says_where_it_stands():
    (issue,) = found(definitions(STAFF, slots=["s.body"]), [], texts=with_text("一\n\n二\n\n共{stuff}人"))
    assert said(issue) == {
        "report": "report", "slot": "s.body", "language": "zh-Hans", "paragraph": "3", "written": "{stuff}",
    }  # fmt: skip
    assert (issue.place, issue.key) == ("report s.body", None)


def test_a_missing_value_names_what_was_written():
    (issue,) = found(definitions(STAFF, slots=["s.body"]), [], texts=with_text("{staff@-1|万 0.0}"))
    assert shown(issue, "where") == shown(issue, "written") == "{staff@-1|万 0.0}"


def test_an_unknown_format_is_told_at_its_key_with_the_format():
    (issue,) = found(definitions(STAFF, slots=["s.body"]), [point("staff", "3")], texts=with_text("{staff|斤}"))
    assert (issue.severity, issue.key, shown(issue, "format")) == ("error", key("staff"), "斤")


def test_what_one_paragraph_lacks_is_told_of_each_key_and_each_slot():
    texts = {("report", slot, "zh-Hans"): "{staff}、{staff:gender=male}" for slot in ("s.body", "s.more")}
    issues = found(definitions(STAFF, slots=["s.body", "s.more"]), [], texts=texts)
    assert {(i.code, i.place, i.key) for i in issues} == {
        ("text.missing_value", f"report {slot}", key(where))
        for slot in ("s.body", "s.more")
        for where in ("staff", "staff:gender=male")
    }
    assert len(issues) == 4


@pytest.mark.parametrize(("text", "issues"), [
    ("（见{block.t}）", []),
    ("（见{block.u}）", ["text.unknown_block"]),  # there is none
    ("（见{block.s.body}）", ["text.unknown_block"]),  # a text is neither table nor figure
])  # fmt: skip
def test_a_reference_to_a_block_names_a_table_or_figure_of_the_report(text, issues):
    known = definitions(STAFF, "staff", slots=["s.body"])
    (section,) = known.outlines["report"].chapters
    table = replace(section.blocks[0], caption=words("员工"))
    outline = replace(known.outlines["report"], chapters=(replace(section, blocks=(table, *section.blocks[1:])),))
    told = codes(replace(known, outlines={"report": outline}), [point("staff", "3")], texts=with_text(text))
    assert [code for code in told if code.startswith("text.")] == issues


def test_an_unknown_reference_is_told_in_each_paragraph():
    assert told("{stuff}\n\n{stuff}") == ["text.unknown_reference"] * 2


def test_texts_of_a_report_that_is_not_asked_about_are_left_alone():
    texts = {("other", "s.body", "zh-Hans"): "{stuff}"}
    assert codes(definitions(STAFF), [], texts=texts) == []


@pytest.mark.parametrize("form", ["change", "change%"])
def test_each_form_of_change_needs_last_year(form):
    assert told(f"{{staff|{form}}}", [point("staff", "3")]) == ["text.missing_change"]
    assert told(f"{{staff|{form}}}", [point("staff@2021", "3")]) == ["text.missing_value"]
    assert told(f"{{staff|{form}}}", [point("staff", "31"), point("staff@2021", "30")]) == []


def test_a_percentage_on_zero_is_missing_but_a_difference_is_not():
    after_zero = [point("staff", "31"), point("staff@2021", "0")]
    assert told("{staff|change%}", after_zero) == ["text.missing_change"]
    assert told("{staff|change}", after_zero) == []


@pytest.mark.parametrize(("since", "code"), [(2022, "text.not_comparable"), (2021, None), (2023, None)])
def test_a_change_across_a_new_definition_is_not_comparable(since, code):
    changed = catalogue(metric(changed=(DefinitionChange(since, "boundary", words("含实习生")),)))
    told_here = told("{staff|change%}", [point("staff", "31"), point("staff@2021", "30")], changed)
    assert [c for c in told_here if c.startswith("text.")] == ([code] if code else [])


@pytest.mark.parametrize(
    ("last", "now", "code"),
    [
        ({"qualifier": "over"}, {}, "text.incomparable"),
        ({}, {"qualifier": "nearly"}, "text.incomparable"),
        ({"as_of": "2021-07-31"}, {}, "text.incomparable"),
        ({"since": 2018}, {"since": 2020}, "text.incomparable"),
        ({}, {}, None),
    ],
)
def test_a_change_that_has_no_meaning_is_doubted(last, now, code):
    data = [point("staff@2021", "30", **last), point("staff", "31", **now)]
    assert [c for c in told("{staff|change%}", data) if c.startswith("text.")] == ([code] if code else [])


def test_a_figure_whose_inputs_bear_no_value_is_told_once_where_a_text_cites_it():
    known = catalogue(metric(), number("gas"), number("head", formula="[gas] / [staff]"))
    data = [point("gas", "12.00", qualifier="over"), point("staff", "3", qualifier="over")]
    assert [c for c in told("{head}{head}", data, known) if c.startswith("text.")] == ["text.untold"]
    assert [c for c in told("{head}", [data[0], point("staff", "3")], known) if c.startswith("text.")] == []


def test_a_factor_is_known_by_its_code():
    gas = FactorVersion("gas", words("系数"), Decimal("1.33"), "kgce/m3", Decimal(1), "", 2010, 0, "GB")
    known = catalogue(metric(), factors=[gas])
    assert "text.unknown_reference" not in told("{factor.gas}", known=known)
    assert told("{factor.oil}", known=known) == ["text.unknown_reference"]


def test_a_crossing_is_known_in_either_order_and_a_pair_that_is_none_is_not():
    data = [point("staff:age=young;gender=male", "3")]
    assert told("{staff:gender=male;age=young}", data) == []
    assert told("{staff:age=young;place=north}", data) == ["text.unknown_reference"]


@pytest.mark.parametrize("record", ["record/award/first.people", "record/nosuch/first.people"])
def test_a_number_of_a_record_that_is_not_there_is_unknown(record):
    assert told(f"{{{record}}}") == ["text.unknown_reference"]


@pytest.mark.parametrize("blank", ["", " ", "\n\n"])
def test_a_slot_of_blanks_alone_has_no_words(blank):
    (issue,) = found(definitions(STAFF, slots=["s.body"]), [], texts=with_text(blank))
    assert (issue.code, issue.severity, issue.place) == ("text.blank", "doubt", "report s.body")
    assert shown(issue, "section") == "第一章"


def test_a_dateline_without_its_day_is_asked_for_one():
    outline, at = shipped.definitions().outlines["press-2022"], ("press-2022", "opening.dateline", "zh-Hans")
    found = {
        written: [i.code for i in check_missing_texts(outline, Snapshot(texts={at: written})) if i.at.slot == at[1]]
        for written in ("", "北京，2023 年", "北京，2023 年 5 月", "北京，2023 年 5 月 30 日")
    }
    assert list(found.values()) == [["text.blank"], ["text.undated"], ["text.undated"], []]
