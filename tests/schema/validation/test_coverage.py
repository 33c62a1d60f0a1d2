"""How far a report answers a framework: by values of its year, by sections, or by words that explain a gap."""

from dataclasses import replace

import pytest

from schema.catalogue.definitions import Disclosure, Framework
from schema.grammar.words import Explanation
from schema.validation.coverage import counts, coverage
from schema.values.figures import Figures
from tests.factories import words
from tests.schema.validation.given import catalogue, definitions, metric, number, point, snapshot


def disclosure(code, **fields):
    return Disclosure(code, code, words(code), **fields)


GUIDE = Framework("guide", words("Guide"), (
    disclosure("B1"), disclosure("A2"), disclosure("A9", answered_by={"other": ("305-1",)}),
))  # fmt: skip
STAFF = metric(disclosures={"guide": ("B1",)})
GAS = number(disclosures={"guide": ("A2",), "other": ("305-1",)})


def report(*rows, section=None, explanations=None, metrics=(STAFF, GAS)):
    whole = definitions(replace(catalogue(*metrics), frameworks={"guide": GUIDE}), *rows)
    outline = whole.outlines["report"]
    (first,) = outline.chapters
    changed = replace(
        outline,
        chapters=(replace(first, disclosures={"guide": section} if section else {}),),
        explanations={"guide": explanations or {}},
    )
    return replace(whole, outlines={"report": changed})


def rows(whole, *data):
    return coverage(whole, Figures(whole.catalogue, snapshot(data)), "report", "guide")


def states(whole, *data):
    return {row.disclosure.code: row.state for row in rows(whole, *data)}


def test_every_disclosure_has_its_row_in_the_frameworks_order():
    assert [row.disclosure.code for row in rows(report())] == ["B1", "A2", "A9"]
    assert states(report()) == {"B1": "open", "A2": "open", "A9": "open"}


def test_a_placed_metric_with_a_value_answers_and_is_named():
    first, *others = rows(report("staff", "gas"), point("staff", "3"))
    assert (first.state, first.metrics, first.sections) == ("answered", ("staff",), ())
    assert [row.state for row in others] == ["open", "open"]


def test_a_value_of_zero_is_a_value():
    assert states(report("staff"), point("staff", "0"))["B1"] == "answered"


def test_a_value_of_one_category_answers_too():
    assert states(report("staff:gender=*"), point("staff:gender=male", "3"))["B1"] == "answered"


@pytest.mark.parametrize(
    "data",
    [[point("staff@2021", "3")], [point("staff@2023", "3")], [point("staff", None)], []],
    ids=["last year", "next year", "without a value", "nothing"],
)
def test_no_value_of_the_reports_year_answers_nothing(data):
    assert states(report("staff"), *data)["B1"] == "open"


def test_a_metric_that_the_report_does_not_place_answers_nothing():
    assert states(report("gas"), point("staff", "3"))["B1"] == "open"


def test_a_placement_that_leads_nowhere_is_passed_over():
    assert states(report("nosuch", "staff"), point("staff", "3"))["B1"] == "answered"


def test_a_figure_answers_where_its_inputs_are_there():
    twice = number("twice", formula="[gas] + [gas]", disclosures={"guide": ("B1",)})
    whole = report("twice", metrics=(GAS, twice))
    assert states(whole, point("gas", "4"))["B1"] == "answered"
    assert states(whole)["B1"] == "open"


def test_an_answer_to_another_framework_walks_across():
    row = rows(report("gas"), point("gas", "4"))[2]
    assert (row.state, row.metrics) == ("answered", ("gas",))


def test_metrics_are_named_in_reading_order_each_once():
    second = number("coal", disclosures={"guide": ("A2",)})
    whole = report("coal", "gas", "coal@-1", metrics=(GAS, second))
    assert rows(whole, point("gas", "4"), point("coal", "5"))[1].metrics == ("coal", "gas")


def test_words_of_the_outline_explain_what_is_not_answered():
    reason = Explanation("无", "無", "None", "not_applicable")
    row = rows(report(explanations={"A9": reason}))[2]
    assert (row.state, row.reason) == ("explained", reason)


def test_what_is_answered_is_not_explained_away():
    reason = Explanation("无", "無", "None", "not_applicable")
    row = rows(report("staff", explanations={"B1": reason}), point("staff", "3"))[0]
    assert (row.state, row.reason) == ("answered", reason)


@pytest.mark.parametrize(
    ("omission", "reason"),
    [("not_applicable", "not_applicable"), ("not_collected", "unavailable"), ("confidential", "confidential")],
)
def test_the_note_of_an_omission_explains_in_every_language(omission, reason):
    row = rows(report("gas"), point("gas", None, omission=omission, footnote="没有锅炉"))[1]
    assert (row.state, row.reason) == ("explained", Explanation("没有锅炉", "没有锅炉", "没有锅炉", reason))


def test_the_first_note_stands_and_the_outlines_own_words_before_it():
    data = [point(f"staff:gender={g}", None, omission="legal", footnote=g) for g in ("male", "female")]
    assert rows(report("staff"), *data)[0].reason.en == "male"
    own = Explanation("甲", "甲", "own", "legal")
    assert rows(report("staff", explanations={"B1": own}), *data)[0].reason == own


@pytest.mark.parametrize(
    "data",
    [
        point("gas", None, omission="legal"),
        point("gas", None, note="没有锅炉"),
        point("gas@2021", None, omission="legal", footnote="没有锅炉"),
        point("nosuch", None, omission="legal", footnote="没有锅炉"),
    ],
    ids=["without a note", "without an omission", "of another year", "of no metric"],
)
def test_less_than_an_omission_with_its_note_explains_nothing(data):
    assert states(report("gas"), data)["A2"] == "open"


def test_the_states_are_counted():
    reason = Explanation("无", "無", "None")
    whole = report("staff", explanations={"A2": reason})
    assert counts(rows(whole, point("staff", "3"))) == {"answered": 1, "explained": 1, "open": 1}
    assert counts(()) == {"answered": 0, "explained": 0, "open": 0}
