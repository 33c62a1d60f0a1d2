"""How a value of a sentence is said in each language, with its scale word, unit or noun, and qualifier."""

from decimal import Decimal

import pytest

from schema.catalogue.number_format import parse_format
from schema.grammar.reference import Key
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.figures import Figures
from schema.values.printing import Printing

YEAR = 2022


def said(catalogue, code, value, form, language, qualifier="", held=None):
    metric = catalogue.metrics[code]
    point = DataPoint(Key(code, YEAR), Decimal(held if held is not None else value))
    printing = Printing(Figures(catalogue, Snapshot(points={point.key: point})), YEAR, language)
    wanted = parse_format(form, catalogue.units) if form else metric.display
    measure = printing.shape(metric, wanted, Decimal(value))
    return printing.say(measure, wanted, Decimal(value), qualifier)


def words(*arguments, **more):
    return str(said(*arguments, **more))


@pytest.mark.parametrize(
    ("code", "value", "form", "language", "qualifier", "spoken"),
    [
        ("workforce.total", "60000", "万", "zh-Hans", "", "6万人"),
        ("workforce.total", "60000", "万", "zh-Hans", "over", "超过6万人"),
        ("workforce.total", "61000", "万 0.0", "zh-Hans", "some_more", "6.1万余人"),
        ("workforce.total", "600000", "万", "zh-Hans", "some_more", "60余万人"),
        ("workforce.total", "600000", "万", "zh-Hant", "some_more", "60餘萬人"),
        ("workforce.total", "1", "0", "en", "", "1 person"),
        ("workforce.total", "2", "0", "en", "", "2 people"),
        ("workforce.total", "60000", "万", "en", "", "60,000 people"),
        ("workforce.total", "7570000", "万", "en", "over", "over 7.57 million people"),
        ("training.expense", "15000000", "百万", "en", "over", "over RMB 15 million"),
        ("training.expense", "15000", "0", "en", "", "RMB 15,000"),
        ("training.trained.rate", "93.6", "0.0", "en", "", "93.6%"),
        ("training.trained.rate", "93.6", "0.0", "zh-Hans", "nearly", "近93.6%"),
    ],
)
def test_a_value_is_said_as_its_language_says_it(catalogue, code, value, form, language, qualifier, spoken):
    assert words(catalogue, code, value, form, language, qualifier) == spoken


def test_the_number_stands_apart_from_what_is_around_it(catalogue):
    english = said(catalogue, "training.expense", "15000000", "百万", "en", "over")
    assert (english.before, english.number, english.after) == ("over RMB ", "15", " million")
    chinese = said(catalogue, "workforce.total", "61000", "万 0.0", "zh-Hans", "some_more")
    assert (chinese.before, chinese.number, chinese.after) == ("", "6.1", "万余人")


def test_zeros_that_only_a_wider_english_word_brings_are_no_precision(catalogue):
    metric, form = catalogue.metrics["workforce.total"], parse_format("万", catalogue.units)
    printing = Printing(Figures(catalogue, Snapshot()), YEAR, "en")
    assert printing.digits(form, Decimal("7.50")) == Decimal("7.5")
    assert str(printing.digits(form, Decimal("70.00"))) == "70"
    assert str(Printing(printing.figures, YEAR, "zh-Hans").digits(form, Decimal("7.50"))) == "7.50"
    assert printing.shape(metric, form, None).scale_word == ""


def test_the_years_value_decides_the_english_word_for_its_parts(catalogue):
    assert words(catalogue, "workforce.total", "700000", "万", "en", held="20000000") == "0.7 million people"
    assert words(catalogue, "workforce.total", "700000", "万", "en", held="700000") == "700,000 people"
