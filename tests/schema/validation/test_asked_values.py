"""What a report asks for, and the order in which metrics are read."""

from dataclasses import replace

from schema.catalogue.outline import CalloutBlock, ChartBlock, Outline, Placement, Section, TableBlock, TextBlock
from schema.grammar.reference import Key
from schema.grammar.words import NO_WORDS
from schema.validation.asked_values import Asked, asked, chosen_outlines, ranks, window, without_category
from tests.factories import words
from tests.schema.validation.given import catalogue, definitions, metric, number


def outline(*blocks, years=1, below=()):
    section = Section("s", 1, words("一"), blocks, below)
    return Outline("r", 2022, "zh-Hans", words("报告"), (section,), years=years)


def table(*references, years=1):
    return TableBlock("t", NO_WORDS, tuple(map(Placement, references)), years=years)


def chart(*references, years=1):
    return ChartBlock("c", "line", NO_WORDS, tuple(map(Placement, references)), years=years)


def test_each_key_is_asked_for_once_in_the_reports_year_or_the_one_that_is_named():
    inner = Section("i", 2, words("里"), (CalloutBlock("k", (Placement("gas"), Placement("gas@-1"))),))
    report = outline(table("staff:gender=*", "gas"), chart("gas", "power@2020"), below=(inner,))
    assert asked(report) == (
        Asked(Key("staff", 2022, category="gender=*"), True),
        Asked(Key("gas", 2022), False),
        Asked(Key("power", 2020), False),
        Asked(Key("gas", 2021), False),
    )


def test_the_widest_block_or_the_report_itself_says_which_years_are_shown():
    assert window(outline(years=1)) == range(2022, 2023)
    assert window(outline(years=3)) == range(2020, 2023)
    assert window(outline(table("gas", years=2), chart("gas", years=4), years=3)) == range(2019, 2023)
    assert window(outline(chart("gas", years=2), table("gas", years=5), TextBlock("x", "x"))) == range(2018, 2023)


def test_a_named_report_is_chosen_or_all_where_none_is_named():
    known = definitions(catalogue())
    one = known.outlines["report"]
    other = replace(one, code="other")
    both = replace(known, outlines={"report": one, "other": other})
    assert chosen_outlines(both, "") == (one, other)
    assert chosen_outlines(both, "other") == (other,)
    assert chosen_outlines(both, "none") == ()


def test_metrics_rank_as_they_are_read_and_what_a_figure_is_computed_from_follows_it():
    figure, inner = number("figure", formula="[inner] + [gas]"), number("inner", formula="[power]")
    known = catalogue(metric(), number(), number("power"), figure, inner)
    order = ranks(known, [outline(table("staff", "figure", "gas")), outline(table("forgotten", "staff"))])
    assert order == {"staff": 0, "figure": 1, "inner": 2, "power": 3, "gas": 4, "forgotten": 5}


def test_a_key_without_its_category_is_that_of_the_total():
    assert without_category(Key("staff", 2022, "hk", "gender=male", "q1")) == Key("staff", 2022, "hk", "", "q1")
    whole = Key("staff", 2022)
    assert without_category(whole) is whole
