from schema.validation.quoted.table_row import Around, table_row

UNITS = {"吨": (0, ("t",)), "万人次": (4, ("persontime",)), "千元": (3, ("cny",))}
HEADS = Around(columns=("指标", "2021 年", "2022 年（千元）"))


def row(text, around=HEADS):
    return table_row(text, around, UNITS.get)


def test_a_place_of_a_row_has_the_label_of_the_row_and_the_head_of_its_column():
    assert row("收入|12|13").cell(3) == ("收入", "2021 年")
    assert row("收入|12|13").cell(6) == ("收入", "2022 年（千元）")


def test_a_place_before_the_first_bar_stands_in_the_first_column():
    assert row("收入|12").cell(0) == ("收入", "指标")
    assert row("收入|12").cell(2) == ("收入", "指标")  # the bar itself still belongs to the cell before it


def test_a_column_without_a_head_has_none():
    assert row("a|1|2|3").cell(6) == ("a", "")


def test_a_row_of_large_figures_has_no_label():
    assert row("8.7亿|12").cell(5) == ("", "2021 年")


def test_a_paragraph_that_is_no_row_has_neither_label_nor_head_nor_unit():
    assert row("收入 12").cell(3) == ("", "")
    assert row("收入 12").unit(3, UNITS.get) is None
    assert row("收入|吨", Around()).unit(3, UNITS.get) is None


def test_a_cell_that_is_a_unit_tells_it_for_the_whole_row():
    assert row("排放| 吨 |12").unit(9, UNITS.get) == (0, ("t",))


def test_brackets_of_the_label_or_of_the_head_tell_the_unit_where_no_cell_does():
    assert row("观众（万人次）|12|13").unit(9, UNITS.get) == (4, ("persontime",))
    assert row("收入|12|13").unit(6, UNITS.get) == (3, ("cny",))
    assert row("收入|12|13").unit(3, UNITS.get) is None


def test_the_units_of_a_long_row_are_asked_for_once_a_cell():
    asked: list[str] = []
    long = table_row("|1" * 1000, HEADS, lambda words: asked.append(words))
    assert len(asked) == 1001
    assert long.unit(9, UNITS.get) is None
    assert len(asked) == 1001
