"""Values that are said in words, in checks, changes, rules and formulas."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.errors import DefinitionsError
from schema.grammar.reference import Key
from schema.validation.check import check, check_point
from schema.values.comparison import percent_change
from schema.values.datapoint import DataPoint, PublishedValue, Snapshot
from schema.values.figures import Figures
from tests.trader import FILES, trade_definitions, typed


@pytest.fixture(scope="module")
def definitions(tmp_path_factory, program):
    return trade_definitions(tmp_path_factory.mktemp("trader"), program)


def issues(definitions, **values):
    snapshot = typed(definitions, **values)
    figures = Figures(definitions.catalogue, snapshot)
    found = [(issue.code, issue.key) for issue in check(definitions, snapshot, figures) if issue.key]
    for key in snapshot.points:
        alone = [i.code for i in check_point(definitions, figures, key) if i.key == key and i.code != "blank"]
        assert sorted(alone) == sorted(c for c, at in found if at == key and c != "blank"), key
    return {(code, key.metric) for code, key in found if code not in ("blank", "missing")}


def test_a_yes_that_becomes_a_no_is_asked_about_and_the_other_way_round_is_not(definitions):
    assert issues(definitions, policy__bribery_2021="是", policy__bribery_2022="否") == {
        ("label.withdrawn", "policy.bribery")
    }
    assert issues(definitions, policy__bribery_2021="否", policy__bribery_2022="是") == set()


def test_dates_and_choices_are_no_amounts_that_rise_or_fall(definitions):
    found = issues(
        definitions, policy__date_2021="2000", policy__date_2022="2021-06-30", policy__level_2021="全面",
        policy__level_2022="部分",
    )  # fmt: skip
    assert found == set()


def test_what_is_not_read_is_an_error_that_says_what_may_be_typed(definitions):
    assert issues(definitions, policy__bribery_2022="也许") == {("unread.label", "policy.bribery")}
    assert issues(definitions, policy__date_2022="soon") == {("unread.label_day", "policy.date")}
    assert issues(definitions, policy__date_2022="05/06/2021") == {("unread.label_order", "policy.date")}


def test_a_choice_that_was_taken_out_since_is_told(definitions):
    key = Key("policy.level", 2022)
    snapshot = Snapshot(points={key: DataPoint(key, Decimal(7), typed="7")})
    found = check(definitions, snapshot, Figures(definitions.catalogue, snapshot))
    assert "label.unknown" in {issue.code for issue in found if issue.key == key}


def test_what_a_report_printed_in_other_words_or_with_other_ends_contradicts(definitions):
    said = typed(definitions, policy__bribery_2021="yes", policy__level_2021="1", payment__term_2021="20–30")
    printed = [
        PublishedValue("old", Key("policy.bribery", 2021), "no", Decimal(0)),
        PublishedValue("old", Key("policy.level", 2021), "full", Decimal(2)),
        PublishedValue("old", Key("payment.term", 2021), "20–35", Decimal(20), "to:35"),
    ]
    snapshot = replace(said, published=tuple(printed))
    found = check(definitions, snapshot, Figures(definitions.catalogue, snapshot))
    assert {(i.key.metric, i.code) for i in found if i.key and i.code.startswith("contradiction.")} == {
        ("policy.bribery", "contradiction.differs"), ("policy.level", "contradiction.differs"),
        ("payment.term", "contradiction.qualifier"),
    }  # fmt: skip
    same = replace(said, published=(replace(printed[2], text="20–30", qualifier="to:30"),))
    assert not [i for i in check(definitions, same, Figures(definitions.catalogue, same)) if "contra" in i.code]


def test_a_rule_may_ask_for_a_yes(definitions):
    broken = {"policy__bribery_2022": "yes", "training__days_2022": "0"}
    figures = Figures(definitions.catalogue, typed(definitions, **broken))
    found = check(definitions, figures.snapshot, figures)
    assert "rule.broken" in {issue.code for issue in found}
    figures = Figures(definitions.catalogue, typed(definitions, **(broken | {"policy__bribery_2022": "no"})))
    assert "rule.broken" not in {issue.code for issue in check(definitions, figures.snapshot, figures)}


def test_no_change_is_told_of_words_and_none_of_ranges(definitions):
    said = typed(definitions, policy__level_2021="0", policy__level_2022="2", payment__term_2021="20–30",
                 payment__term_2022="25–35")  # fmt: skip
    figures = Figures(definitions.catalogue, said)
    assert percent_change(figures, Key("policy.level", 2022)).reason == "missing"
    assert percent_change(figures, Key("payment.term", 2022)).reason == "qualified"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("    unit: hkd\n    timing: stock", '    unit: hkd\n    formula: "[policy.level] * [profit]"\n    timing: stock',
         "definition.labelled_reference"),
        ("    kind: yesno\n    unit: none", "    kind: yesno\n    unit: day", "definition.unknown_unit"),
        ("    kind: number\n    unit: day", "    kind: number\n    unit: none", "definition.unknown_unit"),
        ("    kind: date\n    unit: none", "    kind: date\n    unit: none\n    minimum: 1", "definition.labelled_field"),
        ("    kind: choice\n    unit: none", "    kind: yesno\n    unit: none", "definition.metric_choices"),
        ("      1: {zh-Hans: 部分", "      some: {zh-Hans: 部分", "definition.choice_number"),
    ],
)  # fmt: skip
def test_a_definition_that_does_not_go_with_words_is_told(tmp_path, program, old, new, code):
    text = FILES["metrics/all.yaml"]
    assert old in text
    with pytest.raises(DefinitionsError) as error:
        trade_definitions(tmp_path, program, {**FILES, "metrics/all.yaml": text.replace(old, new, 1)})
    assert [mistake.code for mistake in error.value.mistakes] == [code]


def test_a_chart_draws_no_words(tmp_path, program):
    name = "outlines/trade-2022/01-all.yaml"
    chart = "          - {chart: c, kind: column, caption: {zh-Hans: 图, zh-Hant: 圖, en: C}, series: [policy.level]}\n"
    text = FILES[name].replace("          - index: own\n", chart + "          - index: own\n")
    with pytest.raises(DefinitionsError) as error:
        trade_definitions(tmp_path, program, {**FILES, name: text})
    assert [mistake.code for mistake in error.value.mistakes] == ["definition.labelled_chart"]


def test_a_formula_may_ask_in_a_condition(tmp_path, program):
    asked = '    unit: hkd\n    formula: "IF([policy.level] >= 1, [revenue], [profit])"\n    timing: stock'
    text = FILES["metrics/all.yaml"].replace("    unit: hkd\n    timing: stock", asked, 1)
    definitions = trade_definitions(tmp_path, program, {**FILES, "metrics/all.yaml": text})
    said = typed(definitions, policy__level_2022="部分", revenue_2022="7", profit_2022="2")
    assert Figures(definitions.catalogue, said).value(Key("assets", 2022)).value == 7
