"""Charts carry their numbers, their colours and their fonts, in the workbook and in Word."""

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from lxml import etree
from openpyxl import load_workbook

from exporters.charts.colours import INK, palette
from exporters.charts.share_labels import ink_on, scale_end, share_labels
from exporters.charts.xml import ChartData, ChartPlace, ChartSeries, chart_xml
from exporters.excel.embedded import chart_workbook

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
KINDS = ("column", "bar", "line", "shares")


def data(kind="column", **changes):
    series = (
        ChartSeries("收入", (Decimal("588"), None, Decimal("941.83")), parts=("甲", "", "乙")),
        ChartSeries("=毛利 & <利润>", (Decimal("238"), Decimal("340"), Decimal("421")), parts=("丙", "丁", "戊")),
    )
    fields = {"id": "a", "kind": kind, "categories": ("2020", "2021", "2022"), "series": series, "font": "微软雅黑"}
    return ChartData(**{**fields, "colours": ("#FF4906",), "number_format": "#,##0.0", **changes})


def tree(chart, place=None):
    return etree.fromstring(chart_xml(chart, place))


def cached(element, kind):
    return [(int(pt.get("idx")), pt.findtext(f"{C}v")) for pt in element.iterfind(f".//{C}{kind}Cache/{C}pt")]


@pytest.mark.parametrize("kind", KINDS)
def test_names_categories_and_values_stand_in_the_caches(kind):
    series = tree(data(kind)).findall(f".//{C}ser")
    assert len(series) >= 2
    assert cached(series[0].find(f"{C}tx"), "str") == [(0, "收入")]
    assert cached(series[0].find(f"{C}cat"), "str") == [(0, "2020"), (1, "2021"), (2, "2022")]
    assert cached(series[0].find(f"{C}val"), "num") == [(0, "588"), (2, "941.83")]


@pytest.mark.parametrize("kind", KINDS)
def test_the_references_meet_the_cells_of_the_embedded_workbook(kind):
    chart = data(kind)
    sheet = load_workbook(io.BytesIO(chart_workbook(chart)))["Sheet1"]
    for element in tree(chart).findall(f".//{C}ser")[:2]:
        values = [c[0].value for c in sheet[element.findtext(f"{C}val/{C}numRef/{C}f").split("!")[1].replace("$", "")]]
        name = sheet[element.findtext(f"{C}tx/{C}strRef/{C}f").split("!")[1].replace("$", "")].value
        source = next(series for series in chart.series if series.name == name)
        assert values == [None if value is None else float(value) for value in source.values]


def test_a_series_name_that_begins_with_an_equals_sign_stays_text():
    cell = load_workbook(io.BytesIO(chart_workbook(data())))["Sheet1"]["C1"]
    assert (cell.data_type, cell.value) == ("s", "=毛利 & <利润>")


def test_data_that_run_across_are_referred_to_by_rows():
    place = ChartPlace("图 表", row=10, column=4, across=True)
    assert place.name(1) == "'图 表'!$D$12"
    assert place.categories(3) == "'图 表'!$E$10:$G$10"
    assert place.values(1, 3) == "'图 表'!$E$12:$G$12"


@pytest.mark.parametrize("kind", ["column", "bar", "line"])
def test_axes_are_kept_and_columns_begin_at_zero(kind):
    root = tree(data(kind))
    assert [e.get("val") for e in root.iterfind(f".//{C}delete")] == ["0", "0"]
    lowest = root.find(f".//{C}valAx/{C}scaling/{C}min")
    assert (lowest is None) if kind == "line" else (lowest.get("val") == "0")


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_of_a_chart_names_its_font_for_chinese_too(kind):
    looks = list(tree(data(kind, title="标题")).iter(f"{A}defRPr", f"{A}rPr"))
    assert len(looks) >= 3
    assert {look.find(f"{A}ea").get("typeface") for look in looks} == {"微软雅黑"}
    assert not list(tree(data(kind)).iter(f"{A}r"))


def test_a_chart_without_a_title_does_not_take_its_series_name():
    assert tree(data(title="")).find(f".//{C}autoTitleDeleted").get("val") == "1"
    assert tree(data(title="标题")).find(f".//{C}autoTitleDeleted") is None


def test_many_points_carry_no_labels_but_grid_lines():
    many = data("line", categories=tuple(map(str, range(20))))
    few = data("line")
    assert tree(few).find(f".//{C}dLbls") is not None
    assert tree(few).find(f".//{C}majorGridlines") is None
    # only the ends say whose line it is
    assert [label.find(f"{C}idx").get("val") for label in tree(many).iter(f"{C}dLbl")] == ["2", "2"]
    assert {shown.get("val") for shown in tree(many).iterfind(f".//{C}dLbls/{C}showVal")} == {"0"}
    assert tree(many).find(f".//{C}majorGridlines") is not None


def test_the_company_colours_come_first_and_never_repeat_among_a_dozen():
    colours = palette(("#ff4906",), 12)
    assert colours[0] == "FF4906"
    assert len(set(colours)) == 12


def test_a_point_that_is_not_exact_says_so_at_its_label():
    series = ChartSeries("Users", (Decimal("2.0"), Decimal("3.1")), formats=('"超过"#,##0', ""))
    bars = ChartData("c", "column", ("2021", "2022"), (series,), number_format="#,##0.0")
    xml = chart_xml(bars).decode()
    assert 'formatCode="&quot;超过&quot;#,##0" sourceLinked="0"' in xml


def shares(*bars):
    """A chart of bars with (name, share) parts."""
    count = max(map(len, bars))
    padded = [(*bar, *[("", None)] * (count - len(bar))) for bar in bars]
    series = tuple(
        ChartSeries(str(n), tuple(None if bar[n][1] is None else Decimal(bar[n][1]) for bar in padded),
                    parts=tuple(bar[n][0] for bar in padded))
        for n in range(count)
    )  # fmt: skip
    names = tuple(f"bar {number}" for number in range(len(bars)))
    return ChartData("s", "shares", names, series, number_format='#,##0.0"%"', colours=("#FF4906", "#1F3A5F"))


def test_the_names_of_small_parts_stand_behind_their_bar_and_never_in_it():
    data = shares((("男", "58.1"), ("女", "41.9")), (("内地", "99.0"), ("海外", "0.8"), ("港澳台", "0.2")))
    first, second = share_labels(data)
    assert (first.inside, first.behind) == (("男 58.1%", "女 41.9%", ""), "")
    assert (second.inside, second.behind) == (("内地 99.0%", "", ""), "海外 0.8%，港澳台 0.2%")
    assert scale_end(data) > 110


def test_a_part_whose_words_are_wider_than_itself_stands_behind_its_bar_too():
    (bar,) = share_labels(shares((("非常非常长的一个类别的名称，一直写到装不下为止", "15.0"), ("其他", "85.0"))))
    assert bar.inside == ("", "其他 85.0%")


def test_words_on_a_bar_can_be_read_whatever_its_colour_is():
    assert (ink_on("1F3A5F"), ink_on("FF4906")) == ("FFFFFF", INK)


def test_the_words_of_shares_are_number_formats_that_follow_edited_data():
    xml = chart_xml(shares((("男", "58.1"), ("女", "41.9")), (("内地", "99.0"), ("海外", "1.0")))).decode()
    assert 'formatCode="&quot;男 &quot;#,##0.0&quot;%&quot;"' in xml
    assert 'formatCode="&quot;海外 1.0%&quot;"' in xml
    assert xml.count("<numLit>") == 1  # the room behind the bars has no cells
    assert 'wrap="none"' in xml


def test_past_years_are_quieter_a_target_is_an_empty_box_and_the_year_it_is_measured_against_has_an_edge():
    series = (ChartSeries("t", (Decimal(3), Decimal(2), Decimal(1))),)
    marked = ChartData("c", "column", ("2021 base", "2022", "2026 target"), series, colours=("#FF4906", "#1F3A5F"),
                       own=1, base=0, goal=2)  # fmt: skip
    points = {p.find(f"{C}idx").get("val"): p.find(f"{C}spPr") for p in tree(marked).iterfind(f".//{C}dPt")}
    assert set(points) == {"0", "2"}
    assert points["0"].find(f"{A}solidFill/{A}srgbClr").get("val") == "8F9CAF"
    assert points["0"].find(f"{A}ln/{A}solidFill/{A}srgbClr").get("val") == "FF4906"
    assert points["2"].find(f"{A}noFill") is not None
    assert points["2"].find(f"{A}ln/{A}prstDash").get("val") == "dash"


def lines(*rows, **more):
    series = tuple(ChartSeries(name, tuple(map(Decimal, values))) for name, *values in rows)
    years = tuple(map(str, range(2020, 2020 + len(series[0].values))))
    return ChartData("c", "line", years, series, colours=("#FF4906", "#1F3A5F"), **more)


def test_two_or_three_lines_are_named_at_their_ends_and_have_no_legend():
    root = tree(lines(("电力", 100, 150), ('用"水"', 10, 20)))
    labels = list(root.iter(f"{C}dLbl"))
    assert [label.find(f"{C}idx").get("val") for label in labels] == ["1", "1"]
    assert [label.find(f"{C}numFmt").get("formatCode") for label in labels] == ['"电力 "#,##0', '"用”水” "#,##0']
    assert {label.find(f"{C}dLblPos").get("val") for label in labels} == {"r"}
    assert root.find(f".//{C}legend") is None
    assert float(root.find(f".//{C}plotArea/{C}layout/{C}manualLayout/{C}w").get("val")) < 0.9


def test_lines_that_end_beside_each_other_or_are_many_or_have_long_names_keep_their_legend():
    for rows in (
        (("甲", 100, 150), ("乙", 10, 148)),
        tuple((name, n, n * 50) for n, name in enumerate("甲乙丙丁", 1)),
        (("很长的名字" * 6, 1, 2), ("乙", 3, 9)),
    ):
        root = tree(lines(*rows))
        assert root.find(f".//{C}legend") is not None
        assert not list(root.iter(f"{C}dLbl"))


def test_a_line_shows_its_base_year_as_a_ring_and_goes_to_its_target_in_dashes():
    points = {p.find(f"{C}idx").get("val"): p
              for p in tree(lines(("强度", 10, 8, 5), own=1, base=0, goal=2)).iterfind(f".//{C}dPt")}  # fmt: skip
    assert set(points) == {"0", "2"}
    assert points["0"].find(f"{C}marker/{C}size").get("val") == "10"
    assert points["2"].find(f"{C}marker/{C}symbol").get("val") == "diamond"
    assert points["2"].find(f"{C}spPr/{A}ln/{A}prstDash").get("val") == "dash"


def test_a_small_chart_has_its_unit_beside_its_name():
    title = tree(replace(data(), small=True, title="收入", unit="亿元")).find(f".//{C}title")
    assert [t.text.strip() for t in title.iter(f"{A}t")] == ["收入", "亿元"]
