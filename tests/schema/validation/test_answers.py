"""What a report has for a disclosure, what is missing of it, what is left out with words, and whose it is."""

from dataclasses import replace

import pytest

from schema.catalogue.definitions import MANDATORY, RecordColumn, RecordType
from schema.catalogue.outline import Outline, RecordsBlock, Section, TextBlock
from schema.catalogue.owners import Owners, owners
from schema.grammar.reference import RecordKey
from schema.grammar.words import Explanation
from schema.moment import Moment
from schema.validation.coverage import Place, coverage
from schema.validation.issue import write_subject
from schema.values.datapoint import Record
from schema.values.figures import Figures
from schema.values.subject import TextAt
from tests.factories import words
from tests.schema.validation.given import key, number, point, snapshot
from tests.schema.validation.test_coverage import GAS, GUIDE, report, rows, states

# what a mapping does not do


def worded(whole, *, slots=("lead",), more=(), department="", outline_department=""):
    """The report with texts in its one section, that section's owner, and more sections below it."""
    outline = whole.outlines["report"]
    (first,) = outline.chapters
    blocks = (*first.blocks, *(TextBlock(slot, slot) for slot in slots))
    chapter = replace(first, blocks=blocks, sections=more, department=department)
    return replace(whole, outlines={"report": replace(outline, chapters=(chapter,), department=outline_department)})


def answers(whole, *data, **held):
    found = coverage(whole, Figures(whole.catalogue, replace(snapshot(data), **held)), "report", "guide")
    return {row.disclosure.code: row for row in found}


LEAD = {("report", "lead", "zh-Hans"): "我们种树。"}


def test_a_section_with_words_answers_and_one_without_is_open_with_no_place():
    whole = worded(report(section=("A9",)))
    empty, full = answers(whole)["A9"], answers(whole, texts=LEAD)["A9"]
    assert (empty.state, empty.sections, empty.places) == ("open", (), ())
    assert (full.state, full.sections, full.places) == ("answered", ("s",), (Place("s"),))
    assert (empty.missing, full.missing) == ((TextAt("report", "lead", "zh-Hans"),), ())


@pytest.mark.parametrize(
    "held",
    [
        {"texts": {("report", "lead", "zh-Hans"): " \n"}},
        {"texts": {("report", "lead", "en"): "We plant trees."}},
        {"texts": {("other", "lead", "zh-Hans"): "我们种树。"}},
        {"texts": LEAD, "carried": {("report", "lead", "zh-Hans"): "report-2021"}},
        {"texts": {("report", "lead", "zh-Hans"): "{gas}"}},
    ],
    ids=["blank", "another language", "another report", "last year's, untouched", "a link to nothing"],
)
def test_words_that_are_not_this_reports_answer_nothing(held):
    assert answers(worded(report(section=("A9",))), **held)["A9"].state == "open"


def test_a_link_with_a_value_is_words():
    texts = {("report", "lead", "zh-Hans"): "{gas}"}
    assert answers(worded(report(section=("A9",))), point("gas", "4"), texts=texts)["A9"].state == "answered"


def test_a_value_in_a_section_answers_for_it_and_one_of_another_year_does_not():
    whole = worded(report("staff", section=("A9",)), slots=())
    assert answers(whole, point("staff", "3"))["A9"].state == "answered"
    assert answers(whole, point("staff@2021", "3"))["A9"].state == "open"


def test_records_answer_once_they_are_this_years():
    case = RecordType("case", words("案例"), (RecordColumn("title", words("标题"), "text"),))
    whole = worded(report(section=("A9",)), slots=())
    outline = whole.outlines["report"]
    chapter = replace(outline.chapters[0], blocks=(RecordsBlock("cases", "case", "cases"),))
    whole = replace(
        whole,
        catalogue=replace(whole.catalogue, records={"case": case}),
        outlines={"report": replace(outline, chapters=(chapter,))},
    )
    row = Record(RecordKey("case", "a"), "report", 1)

    def state(*rows):
        found = answers(whole, records={row.key: row for row in rows})["A9"]
        return found.state, [write_subject(item) for item in found.missing]

    assert state() == ("open", ["list/report/cases"])
    assert state(row) == ("answered", [])
    assert state(replace(row, carried="report-2021")) == ("open", ["list/report/cases"])
    second = replace(row, key=RecordKey("case", "b"), carried="report-2021")
    assert state(row, second) == ("answered", ["list/report/cases"])


# partly answered


def test_a_partly_answered_disclosure_names_what_is_missing():
    second = number("coal", disclosures={"guide": ("A2",)})
    row = rows(report("gas", "coal", metrics=(GAS, second)), point("gas", "4"))[1]
    assert (row.state, row.partly, row.missing) == ("answered", True, (key("coal"),))
    assert not rows(report("gas", metrics=(GAS, second)), point("gas", "4"))[1].partly


def test_of_a_breakdown_the_members_that_are_missing_are_named_and_a_blank_one_once():
    whole = report("staff:gender=*")
    assert rows(whole, point("staff:gender=male", "3"))[0].missing == (key("staff:gender=female"),)
    assert rows(whole)[0].missing == (key("staff:gender=*"),)


def test_of_an_incomplete_breakdown_nothing_is_missing_once_a_member_is_there():
    whole = report("tons:place=*", metrics=(number("tons", crossings=(("place",),), disclosures={"guide": ("A2",)}),))
    assert rows(whole, point("tons:place=north", "3"))[1].missing == ()


def test_what_speaks_for_other_disclosures_is_not_missed_by_the_section_around_it():
    below = Section("below", 2, words("下"), (TextBlock("more", "more"),), disclosures={"guide": ("A2",)})
    whole = worded(report("staff", section=("A9",)), more=(below,))
    found = answers(whole, texts=LEAD)
    assert (found["A9"].missing, found["A9"].partly) == ((), False)
    assert found["B1"].missing == (key("staff"),)
    assert found["A2"].missing == (TextAt("report", "more", "zh-Hans"),)


def test_a_section_that_holds_nothing_but_sections_is_asked_for_what_stands_in_them():
    below = Section("below", 2, words("下"), (TextBlock("more", "more"),), disclosures={"guide": ("A2",)})
    whole = worded(report(section=("A9",)), slots=(), more=(below,))
    assert answers(whole)["A9"].missing == (TextAt("report", "more", "zh-Hans"),)
    assert answers(whole, texts={("report", "more", "zh-Hans"): "字"})["A9"].state == "answered"


# omissions


def test_an_omission_without_words_explains_nothing_and_is_missing():
    row = rows(report("gas"), point("gas", None, omission="legal"))[1]
    assert (row.state, row.missing) == ("open", (key("gas"),))
    assert [(one.key, one.explanation.reason, bool(one.explanation)) for one in row.left_out] == [
        (key("gas"), "legal", False)
    ]


def test_an_omission_beside_a_value_leaves_the_disclosure_answered_and_stands_beside_it():
    second = number("coal", disclosures={"guide": ("A2",)})
    data = [point("gas", "4"), point("coal", None, omission="not_applicable", footnote="没有锅炉")]
    row = rows(report("gas", "coal", metrics=(GAS, second)), *data)[1]
    assert (row.state, row.partly, [one.key for one in row.left_out]) == ("answered", False, [key("coal")])


def test_a_figure_whose_inputs_are_all_left_out_with_words_is_explained_by_them():
    twice = number("twice", formula="[gas] + [coal]", disclosures={"guide": ("B1",)})
    whole = report("twice", metrics=(GAS, number("coal"), twice))
    left = point("gas", None, omission="confidential", footnote="合同约定")
    row = rows(whole, left, point("coal", None, omission="legal", footnote="禁令"))[0]
    assert (row.state, [one.explanation.en for one in row.left_out]) == ("explained", ["合同约定", "禁令"])
    assert rows(whole, left)[0].state == "open"


def test_an_omission_in_a_section_explains_it_only_where_nothing_else_stands_there():
    whole = worded(report("plain", section=("A9",), metrics=(number("plain"),)))
    left = point("plain", None, omission="legal", footnote="禁令")
    assert (answers(whole, left)["A9"].state, answers(whole, left)["A9"].reason.reason) == ("explained", "legal")
    answered = answers(whole, left, texts=LEAD)["A9"]
    assert (answered.state, answered.left_out) == ("answered", ())


def test_no_reason_stands_for_what_must_be_disclosed():
    strict = replace(GUIDE, disclosures=(replace(GUIDE.disclosures[0], kind=MANDATORY), *GUIDE.disclosures[1:]))
    whole = report("staff", explanations={"B1": Explanation("无", "無", "None")})
    whole = replace(whole, catalogue=replace(whole.catalogue, frameworks={"guide": strict}))
    assert states(whole, point("staff", None, omission="legal", footnote="禁令"))["B1"] == "open"


def test_an_explanation_that_nobody_has_confirmed_for_this_year_explains_nothing_yet():
    whole = report(explanations={"A9": Explanation("无", "無", "None")})
    waiting = replace(whole.outlines["report"], unconfirmed={"guide": ("A9",)})
    row = rows(replace(whole, outlines={"report": waiting}))[2]
    assert (row.state, row.reason.zh_hans) == ("open", "无")


# owners, and what nobody is asked for


def test_owners_are_those_of_what_is_asked_for_it_in_reading_order():
    second = number("coal", disclosures={"guide": ("A2",)}, department="finance")
    whole = worded(report("gas", "coal", section=("A2",), metrics=(GAS, second)), outline_department="csr")
    assert answers(whole)["A2"].owners == ("hr", "finance", "csr")
    assert answers(worded(report("gas"), department="csr"))["A2"].owners == ("hr",)


def nobody(whole, *data):
    return Moment(whole, snapshot(data)).unasked("report")


def test_what_nothing_is_mapped_to_is_asked_by_nobody_whatever_its_state():
    whole = report("staff", explanations={"A9": Explanation("无", "無", "None")})
    whole = replace(whole, outlines={"report": replace(whole.outlines["report"], frameworks=("guide",))})
    found = nobody(whole, point("staff", "3")).disclosures
    assert {name: [(row.disclosure.code, row.state) for row in rows] for name, rows in found.items()} == {
        "guide": [("A2", "open"), ("A9", "explained")]
    }


def test_an_item_without_any_owner_is_asked_by_nobody():
    assert nobody(worded(report("staff"))).items == (TextAt("report", "lead", "zh-Hans"),)
    assert nobody(worded(report("staff"), outline_department="csr")).items == ()


def test_the_owner_is_the_blocks_else_the_sections_the_metrics_the_chapters_the_outlines():
    deep = Section("deep", 3, words("深"))
    middle = Section("middle", 2, words("中"), (), (deep,), department="b")
    bare = Section("bare", 2, words("空"))
    chapter = Section("top", 1, words("上"), (), (middle, bare), department="d")
    known = owners(Outline("r", 2022, "zh-Hans", words("报告"), (chapter,), department="e"))
    assert known["deep"].of("c", block="a") == "a"
    assert (known["deep"].of("c"), known["middle"].of("c")) == ("b", "b")
    assert (known["bare"].of("c"), known["top"].of("c")) == ("c", "c")
    assert (known["bare"].of(), known["top"].of()) == ("d", "d")
    assert Owners("", "", "e").of() == "e"
