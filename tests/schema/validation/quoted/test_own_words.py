from time import process_time

import pytest

from schema.validation.quoted.own_words import own_words
from schema.validation.statements.numerals import UnitWords
from schema.validation.statements.reading import read
from schema.validation.statements.statement import Statement

UNITS = UnitWords("元\tcny\n%\tpercent")


def told(text: str):
    """The words before and behind each number of a text, with its year where a list gives it one."""
    reading = read(text, "zh-Hans", UNITS)
    for sentence in reading.sentences:
        for at in sentence:
            if isinstance(at, Statement) and not at.form:
                words = own_words(reading, sentence, at)
                yield words.before, words.behind, words.year


def test_the_words_of_a_clause_are_those_of_its_number():
    assert list(told("公司收入 942 亿元，毛利 421 亿元。")) == [("公司收入 ", "", 0), ("毛利 ", "", 0)]


@pytest.mark.parametrize("between", ["、", "和", "及", " "])
def test_numbers_in_a_row_share_the_words_before_the_first(between):
    assert next(before for before, _, _ in told(f"来自 24 个国家{between}32 个民族")) == "来自 "


def test_last_years_number_in_brackets_of_words_has_the_name_of_this_years():
    assert [before for before, _, _ in told("收入 942 亿元，2021年为 811 亿元")] == ["收入 ", "收入 "]


def test_a_list_of_names_gives_each_number_its_own():
    assert list(told("收入和毛利分别为 942 亿元和 421 亿元")) == [("收入", "", 0), ("毛利", "", 0)]


def test_a_list_of_years_gives_each_number_its_year():
    assert list(told("收入，2021 年和 2022 年分别为 811 亿元和 942 亿元")) == [
        ("收入，", "", 2021),
        ("收入，", "", 2022),
    ]


def test_a_row_of_thousands_of_numbers_costs_no_more_a_number_than_a_short_one():
    def cost(count: int) -> float:
        begun = process_time()
        assert len(list(told("收入 1 亿元" + "、2" * count))) > count // 2
        return (process_time() - begun) / count

    cost(200)
    assert cost(1600) < 16 * cost(200)
