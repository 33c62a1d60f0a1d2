"""Old tables of people: heads, rows, matches, conflicts, and the map in which they are confirmed."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schema.exchange.catalogue_book.plain_sheet import PlainSheet
from schema.exchange.oldsheets.answers import ColumnAnswer, ColumnMap
from schema.exchange.oldsheets.column_map import read_map, write_map
from schema.exchange.oldsheets.csv_file import decode, is_figures_csv, read_csv
from schema.exchange.oldsheets.head_periods import read_year
from schema.exchange.oldsheets.heads import read_meaning
from schema.exchange.oldsheets.intake import Options
from schema.exchange.oldsheets.names import Names, Target
from schema.exchange.oldsheets.proposal import Drafter, OldFile
from schema.grammar.decimals import plain
from schema.grammar.reference import Key
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.figures import Figures


@pytest.fixture(scope="session")
def empty_drafter(definitions):
    return Drafter(definitions, Figures(definitions.catalogue, Snapshot()), "zh-Hans")


def sheet(*rows, **more) -> PlainSheet:
    return PlainSheet("表", tuple(tuple(str(cell) for cell in row) for row in rows), **more)


def draft_of(drafter, *sheets, known=None, name="old.xlsx"):
    known = known or ColumnMap()
    return drafter.draft(drafter.find(OldFile(name, sheets), known), known)


def outcome_of(drafter, *sheets, options=None, **more):
    return drafter.outcome(draft_of(drafter, *sheets, **more), options or Options())


def codes(outcome) -> list[str]:
    return [issue.code for issue in outcome.issues]


def values(outcome) -> dict[str, str]:
    return {c.subject.canonical(): plain(c.after.value) for c in outcome.changes if c.after.value is not None}


def with_points(definitions, **points) -> Drafter:
    held = {Key(code.replace("__", "."), 2021): value for code, value in points.items()}
    snapshot = Snapshot(points={key: DataPoint(key, Decimal(value), typed=value) for key, value in held.items()})
    return Drafter(definitions, Figures(definitions.catalogue, snapshot), "zh-Hans")


# entities and parts of a year


@pytest.mark.parametrize(
    ("head", "cell", "code"),
    [
        ("主体", "香港", "old.entity"),
        ("子公司", "hk", "old.entity"),
        ("Entity", "hk", "old.entity"),
        ("季度", "Q3", "old.span"),
    ],
)
def test_a_row_of_an_entity_or_a_part_of_the_year_is_refused_and_the_others_are_read(empty_drafter, head, cell, code):
    found = outcome_of(empty_drafter, sheet(("指标", head, "2021年"), ("柴油", cell, 5), ("自来水", "", 7)))
    (issue,) = (issue for issue in found.issues if issue.severity == "error")
    assert (issue.code, issue.facts["text"], issue.place) == (code, cell, "old.xlsx [表] A2")
    assert values(found).keys() <= {"water.fresh@2021"}


@pytest.mark.parametrize("reference", ["energy.diesel/hk", "energy.diesel@2021q3"])
@pytest.mark.parametrize("column", ["代码", "指标"])
def test_a_code_of_an_entity_or_a_part_of_the_year_is_never_taken_for_the_company(empty_drafter, reference, column):
    rows = (
        (("代码", "指标", "2021年"), (reference, "柴油", 5))
        if column == "代码"
        else (("指标", "2021年"), (reference, 5))
    )
    found = outcome_of(empty_drafter, sheet(*rows))
    assert values(found) == {}
    (issue,) = (issue for issue in found.issues if issue.code == "old.not_whole")
    assert (issue.severity, issue.facts["name"]) == ("error", reference)


def test_a_slash_between_words_that_are_no_metric_is_a_name_like_any(empty_drafter):
    assert "old.not_whole" not in codes(outcome_of(empty_drafter, sheet(("指标", "2021年"), ("oil/gas", 5))))


def test_a_column_map_names_no_entity_and_no_part_of_a_year(definitions):
    for meaning in ("energy.diesel/hk", "energy.diesel@2021q3", "energy.diesel@-1h1"):
        lines = (
            ("kind", "under", "name", "category", "nth", "meaning", "take"),
            ("row", "", "柴油", "", "1", meaning, "yes"),
        )
        _, issues = read_map(sheet(*lines), "map.csv", definitions.catalogue)
        assert [issue.code for issue in issues] == ["old.map_reference"]


# heads


@pytest.mark.parametrize(
    "head",
    ["2021", "2021年", "2021 年度", "FY2021", "fy21", "２０２１年", "2021年数据", "2021年末", "截至2021年12月31日", "2021-12-31",
     "2021年（万吨）", "Year ended 2021", "2021年度（经审计）", "2021財年"],
)  # fmt: skip
def test_a_year_is_read_however_it_is_written(head):
    assert read_year(head).year == 2021


@pytest.mark.parametrize(
    "head", ["2021年目标", "2021年预算", "2021较2020", "2020-2021", "同比2021", "20210", "备注", "", "1.2021"]
)
def test_a_target_or_a_change_is_no_year(head):
    assert read_year(head) is None


def test_words_above_columns_are_understood_in_three_languages():
    assert [read_meaning(w) for w in ("指标名称", "計量單位", "Remarks", "代码", "年份", "数 值", "某列")] == [
        "name", "unit", "note", "code", "period", "value", "",
    ]  # fmt: skip


# tables


def test_title_rows_empty_rows_and_the_unit_in_brackets_are_no_hindrance(empty_drafter):
    found = outcome_of(empty_drafter, sheet(
        ["2021 年绩效"], [""], ["指标", "2020年", "2021年度"], ["", "", ""], ["天然气消耗量（万立方米）", "27.5", "28.515565"],
        ["注：以上为办公楼。"],
    ))  # fmt: skip
    assert values(found) == {"energy.gas@2020": "275000", "energy.gas@2021": "285155.65"}
    assert codes(found) == []


def test_a_row_of_counts_that_look_like_years_is_no_head(empty_drafter):
    found = outcome_of(
        empty_drafter, sheet(["", "2020", "2021"], ["员工总数", "2018", "2021"], ["全职员工总数", "2019", "2020"])
    )
    assert values(found)["workforce.total@2021"] == "2021"
    assert values(found)["workforce.fulltime@2020"] == "2019"


def test_a_second_head_begins_a_second_table(empty_drafter):
    found = outcome_of(empty_drafter, sheet(["指标", "2020"], ["员工总数", "5"], ["指标", "2021"], ["员工总数", "7"]))
    assert values(found) == {"workforce.total@2020": "5", "workforce.total@2021": "7"}


def test_years_below_each_other_are_read_as_well(empty_drafter):
    found = outcome_of(
        empty_drafter, sheet(["年份", "员工总数", "柴油使用量（吨）"], ["2020年", "5", "1.5"], ["2021年", "7", "2"])
    )
    assert values(found) == {
        "workforce.total@2020": "5", "workforce.total@2021": "7", "energy.diesel@2020": "1.5", "energy.diesel@2021": "2",
    }  # fmt: skip
    assert {change.after.source for change in found.changes} == {
        "old.xlsx [表] B2", "old.xlsx [表] B3", "old.xlsx [表] C2", "old.xlsx [表] C3",
    }  # fmt: skip


def test_a_long_table_with_other_column_names_is_gathered_by_name(empty_drafter):
    rows = [["项目", "年度", "单位", "数值"], ["员工总数", "2020", "人", "5"], ["员工总数", "2021", "人", "7"]]
    draft = draft_of(empty_drafter, sheet(*rows))
    assert [len(proposal.row.cells) for proposal in draft.proposals] == [2]
    assert values(empty_drafter.outcome(draft, Options())) == {"workforce.total@2020": "5", "workforce.total@2021": "7"}


def test_a_unit_for_the_whole_table_and_one_in_the_head_are_used(empty_drafter):
    of_table = outcome_of(empty_drafter, sheet(["单位：万元"], ["指标", "2021年"], ["营业收入", "5"]))
    of_head = outcome_of(empty_drafter, sheet(["指标", "2021年（万元）"], ["营业收入", "5"]))
    assert values(of_table) == values(of_head)


def test_an_unknown_column_is_said_and_a_running_number_is_not(empty_drafter):
    found = outcome_of(empty_drafter, sheet(["序号", "指标", "2021", "同比"], ["1", "员工总数", "5", "3%"]))
    assert [(issue.code, issue.place) for issue in found.issues] == [("old.own_column", "old.xlsx [表] D1")]


def test_faults_of_a_file_are_told_all_at_once_with_their_cells(empty_drafter):
    found = outcome_of(
        empty_drafter,
        sheet(
            ["指标", "单位", "2020", "2021", "2021年"],
            ["员工总数", "人", "abc", "1", "2"], ["柴油使用量", "立方米", "3", "", ""], ["外购热力", "吉焦", "", "", ""],
            ["", "", "9", "", ""],
            valueless=("C4",), faulty=(),
        ),
    )  # fmt: skip
    told = {(issue.code, issue.place.rpartition(" ")[2]) for issue in found.issues}
    assert told == {
        ("old.year_twice", "D1"), ("old.year_twice", "E1"), ("old.unreadable", "C2"), ("old.near_unit", "A3"),
        ("old.valueless", "C4"), ("old.no_name", "A5"),
    }  # fmt: skip
    assert found.refused
    assert values(found) == {}


def test_a_formula_that_ends_in_an_error_is_no_blank(empty_drafter):
    found = outcome_of(empty_drafter, sheet(["指标", "2021"], ["员工总数", ""], faulty=("B2",)))
    assert codes(found) == ["old.faulty"]


def test_a_head_merged_over_columns_is_not_guessed_at(empty_drafter):
    found = outcome_of(empty_drafter, sheet(["指标", "2021", ""], ["员工总数", "1", "2"], merged=("B1:C1",)))
    assert codes(found)[0] == "old.merged_year"
    assert found.changes == ()


def test_hidden_sheets_rows_and_columns_are_not_read_and_said(empty_drafter):
    shown = sheet(
        ["指标", "2020", "2021"],
        ["员工总数", "1", "2"],
        ["全职员工总数", "3", "4"],
        hidden_rows=(3,),
        hidden_columns=("B",),
    )
    found = outcome_of(empty_drafter, shown, PlainSheet("旧", (("指标", "2021"), ("员工总数", "9")), hidden=True))
    assert values(found) == {"workforce.total@2021": "2"}
    assert sorted(codes(found)) == ["old.hidden_column", "old.hidden_rows", "old.hidden_sheet"]


def test_a_file_without_any_table_is_an_error_and_a_sheet_without_one_a_doubt(empty_drafter):
    assert codes(outcome_of(empty_drafter, sheet(["你好"], ["世界"])))[-1] == "old.no_table"
    two = outcome_of(empty_drafter, sheet(["指标", "2021"], ["员工总数", "5"]), PlainSheet("说明", (("请填写",),)))
    assert (codes(two), two.refused) == (["old.no_head"], False)


# matching


def test_parts_follow_the_metric_above_and_the_breakdown_that_is_named(empty_drafter):
    found = outcome_of(empty_drafter, sheet(
        ["指标", "2021"], ["全职员工总数", "10"], ["按性别划分", ""], ["男性员工", "6"], ["女性", "4"],
        ["员工流失率", "20%"], ["  男性", "10%"], ["其中：女性", "30%"],
    ))  # fmt: skip
    assert values(found) == {
        "workforce.fulltime@2021": "10", "workforce.fulltime@2021:gender=male": "6",
        "workforce.fulltime@2021:gender=female": "4", "turnover.rate@2021": "20", "turnover.rate@2021:gender=male": "10",
        "turnover.rate@2021:gender=female": "30",
    }  # fmt: skip


def test_a_part_does_not_stray_into_the_next_sheet(empty_drafter):
    first = sheet(["指标", "2021"], ["全职员工总数", "10"], ["按性别划分", ""])
    second = PlainSheet("别", (("指标", "2021"), ("男性", "6")))
    assert values(outcome_of(empty_drafter, first, second)) == {"workforce.fulltime@2021": "10"}


@pytest.mark.parametrize(
    "name", ["天然气消耗量", "天然氣消耗量", "Natural gas consumption", " natural  GAS consumption", "energy.gas"]
)
def test_a_name_in_any_language_or_the_code_is_taken_without_asking(empty_drafter, name):
    found = outcome_of(empty_drafter, sheet(["指标", "单位", "2021"], [name, "立方米", "5"]))
    assert values(found) == {"energy.gas@2021": "5"}


def test_mixed_scripts_are_one_name(definitions):
    names = Names(definitions)
    assert names.exact("溫室气体排放總量") == {Target("ghg.total")}


def test_a_near_name_is_proposed_and_never_taken(empty_drafter):
    draft = draft_of(empty_drafter, sheet(["指标", "单位", "2021"], ["柴油用量", "吨", "5"]))
    assert draft.proposals[0].best.target == Target("energy.diesel")
    found = empty_drafter.outcome(draft, Options())
    assert (found.changes, codes(found)) == ((), ["old.near"])


def test_a_name_without_unit_waits_where_the_metric_could_have_several(empty_drafter):
    found = outcome_of(empty_drafter, sheet(["指标", "2021"], ["外购电力", "5"], ["员工总数", "7"]))
    assert values(found) == {"workforce.total@2021": "7"}
    assert codes(found) == ["old.near"]


def test_an_equal_value_in_an_equal_year_speaks_for_a_metric(definitions):
    drafter = with_points(definitions, waste__hazardous="78.51")
    draft = draft_of(drafter, sheet(["指标", "单位", "2021"], ["危险废物", "千克", "78,510"]))
    best = draft.proposals[0].best
    assert (best.target, best.how, best.agrees) == (Target("waste.hazardous"), "value", 1)
    assert not draft.proposals[0].sure


def test_a_category_column_is_understood_as_reference_or_word(empty_drafter):
    found = outcome_of(empty_drafter, sheet(
        ["指标", "细分", "2021"], ["全职员工总数", "gender=male", "6"], ["全职员工总数", "女性", "4"],
    ))  # fmt: skip
    assert values(found) == {"workforce.fulltime@2021:gender=male": "6", "workforce.fulltime@2021:gender=female": "4"}


# taking


def test_existing_values_are_shown_and_kept_unless_replacing_is_asked_for(definitions):
    drafter = with_points(definitions, energy__gas="100", workforce__total="7")
    table = sheet(["指标", "单位", "2021"], ["天然气消耗量", "立方米", "120"], ["员工总数", "人", "7"])
    kept = outcome_of(drafter, table)
    assert (kept.changes, codes(kept), [t.state for t in kept.takes]) == ((), ["old.differs"], ["differs", "same"])
    assert (kept.takes[0].old[:3], kept.takes[0].new[:3]) == ("100", "120")
    replaced = outcome_of(drafter, table, options=Options(replace=True))
    assert values(replaced) == {"energy.gas@2021": "120"}
    assert codes(replaced) == ["old.replaced"]


def test_two_rows_for_one_value_bring_none(empty_drafter):
    found = outcome_of(empty_drafter, sheet(["指标", "2021"], ["员工总数", "5"], ["Employees in total", "6"]))
    assert (found.changes, codes(found), found.refused) == ((), ["old.twice"], True)


def test_a_figure_is_compared_and_not_imported(definitions, sample_snapshot):
    drafter = Drafter(definitions, Figures(definitions.catalogue, sample_snapshot), "zh-Hans")
    table = sheet(
        ["指标", "单位", "2021"],
        ["综合能源消耗量", "兆瓦时", "1,210,235.56"],
        ["直接能源消耗密度", "兆瓦时/人", "0.27"],
    )
    found = outcome_of(drafter, table)
    assert [take.state for take in found.takes] == ["figure", "figure"]
    assert (found.changes, codes(found)) == ((), ["old.figure_differs"])


def test_dashes_and_words_are_reasons_and_blanks_are_nothing(empty_drafter):
    found = outcome_of(
        empty_drafter, sheet(["指标", "2019", "2020", "2021", "2022"], ["员工总数", "—", "未统计", "", "不适用"])
    )
    assert {c.subject.period: c.after.omission for c in found.changes} == {
        2019: "not_applicable", 2020: "not_collected", 2022: "not_applicable",
    }  # fmt: skip


def test_a_fraction_for_a_percentage_is_doubted(empty_drafter):
    found = outcome_of(empty_drafter, sheet(["指标", "单位", "2020", "2021"], ["员工流失率", "%", "0.25", "0.263"]))
    assert codes(found) == ["old.fraction"]
    assert "old.fraction" not in codes(outcome_of(empty_drafter, sheet(["指标", "2021"], ["员工流失率", "0.9%"])))


def test_an_unreadable_value_refuses_the_file_or_is_kept_as_written(empty_drafter):
    table = sheet(["指标", "2020", "2021"], ["员工总数", "约百人", "5"])
    assert outcome_of(empty_drafter, table).refused
    kept = outcome_of(empty_drafter, table, options=Options(keep_unreadable=True))
    assert not kept.refused
    assert [c.after.unread for c in kept.changes] == ["约百人", ""]


def test_what_is_stored_says_where_it_came_from_and_can_be_read_again(empty_drafter, definitions):
    from schema.values.parse import parse_value

    table = sheet(["指标", "单位", "2021", "备注"], ["新鲜水使用量", "万吨", "约156.19", "含园区"])
    (change,) = outcome_of(empty_drafter, table).changes
    point = change.after
    assert (point.qualifier, point.source, point.method, point.note) == ("about", "old.xlsx [表] C2", "含园区", "")
    again = parse_value(point.typed, definitions.catalogue.metrics["water.fresh"], definitions.catalogue)
    assert (again.value, again.qualifier) == (point.value, "about")


def test_a_column_of_footnotes_becomes_the_footnote_of_the_row(empty_drafter):
    table = sheet(["指标", "单位", "2021", "脚注", "备注"], ["新鲜水使用量", "吨", "5", "含园区", "问过行政部"])
    (change,) = outcome_of(empty_drafter, table).changes
    assert (change.after.footnote, change.after.method, change.after.note) == ("含园区", "问过行政部", "")


# the map


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def as_sheet(rows: list[dict[str, str]]) -> PlainSheet:
    return PlainSheet("", (tuple(rows[0]), *(tuple(row.values()) for row in rows)))


TABLE = sheet(
    ["东西", "数", "单位"],
    ["柴油用量", "5", "吨"],
    ["员工总数", "7", ""],
    ["=员工", "8", "人"],
    ["说不清", "9", ""],
    ["说不清", "10", ""],
)


def test_a_map_says_what_columns_and_rows_mean_and_serves_again(empty_drafter, definitions):
    known = ColumnMap(columns={("", "东西", 0): ColumnAnswer("name"), ("", "数", 0): ColumnAnswer("2021")})
    draft = draft_of(empty_drafter, TABLE, known=known)
    rows = rows_of(write_map(draft, definitions.catalogue))
    assert [(r["name"], r["meaning"]) for r in rows if r["kind"] == "column"] == [
        ("东西", "name"), ("数", "2021"), ("单位", "unit"),
    ]  # fmt: skip
    by_name = {row["name"] + row["nth"]: row for row in rows if row["kind"] == "row"}
    assert {name: row["take"] for name, row in by_name.items()} == {
        "柴油用量": "", "员工总数": "yes", "'=员工": "", "说不清": "", "说不清2": "",
    }  # fmt: skip
    by_name["柴油用量"]["take"] = "是"
    by_name["员工总数"]["take"] = "no"
    by_name["'=员工"].update(meaning="workforce.total", take="yes")
    by_name["说不清2"].update(meaning="workforce.fulltime:gender=male", take="YES")
    read, issues = read_map(as_sheet(rows), "map.csv", definitions.catalogue)
    assert issues == ()
    again = draft_of(empty_drafter, TABLE, known=read)
    found = empty_drafter.outcome(again, Options())
    assert values(found) == {
        "energy.diesel@2021": "5", "workforce.total@2021": "8", "workforce.fulltime@2021:gender=male": "10",
    }  # fmt: skip
    assert codes(found) == ["old.unmatched"]
    # Written once more, the answers are all still there.
    answers = {r["name"] + r["nth"]: r["take"] for r in rows_of(write_map(again, definitions.catalogue))}
    assert (answers["柴油用量"], answers["员工总数"], answers["说不清"]) == ("yes", "no", "")


def test_mistakes_of_a_map_are_told_all_at_once(definitions):
    rows = [
        ("kind", "name", "meaning", "take"), ("row", "a", "energy.gass", "yes"), ("row", "b", "energy.gas:gender=male", "yes"),
        ("row", "c", "energy.gas@2021", "yes"), ("row", "d", "energy.gas", "maybe"), ("line", "e", "", ""),
        ("column", "f", "nonsense", ""), ("row", "g", "energy.gas", "yes"), ("row", "g", "energy.gas", "yes"),
    ]  # fmt: skip
    _, issues = read_map(PlainSheet("", tuple(rows)), "map.csv", definitions.catalogue)
    assert [(issue.code, issue.place) for issue in issues] == [
        ("figures.unknown_metric", "map.csv:2"), ("figures.unknown_category", "map.csv:3"), ("old.map_reference", "map.csv:4"),
        ("old.map_take", "map.csv:5"), ("old.map_kind", "map.csv:6"), ("old.map_meaning", "map.csv:7"),
        ("old.map_twice", "map.csv:9"),
    ]  # fmt: skip
    assert issues[0].facts["near"] == "energy.gas"
    assert read_map(PlainSheet("", (("a", "b"),)), "map.csv", definitions.catalogue)[1][0].code == "old.map_columns"


# text files


def test_a_text_file_of_a_chinese_windows_is_read_and_said(tmp_path, empty_drafter):
    path = tmp_path / "旧表.csv"
    path.write_bytes("指标;2021年\n员工总数;30,359\n".encode("gb18030"))
    csv_sheet = read_csv(path)
    table, encoding = csv_sheet.sheet, csv_sheet.encoding
    assert (encoding, table.rows[1]) == ("GB18030", ("员工总数", "30,359"))
    found = empty_drafter.outcome(
        empty_drafter.draft(empty_drafter.find(OldFile("旧表.csv", (table,), encoding), ColumnMap()), ColumnMap()),
        Options(),
    )
    assert codes(found) == ["old.encoding"]
    assert found.changes[0].after.source == "旧表.csv B2"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_same_text_comes_from_each_encoding(tmp_path, encoding):
    assert decode("指标,2021年".encode(encoding), tmp_path)[0] == "指标,2021年"


@pytest.mark.parametrize(
    ("head", "figures"),
    [("metric,period,value", True), ("value;metric;note", True), ("metrik,period,value", True), ("metric,2020,2021", False),
     ("指标,2021", False), ("indicator,period,value", False), ("", False)],
)  # fmt: skip
def test_the_promised_format_is_told_from_old_tables(tmp_path, head, figures):
    path = tmp_path / "f.csv"
    path.write_text(f"{head}\n", "utf-8")
    assert is_figures_csv(path) is figures


# everything comes back


@settings(max_examples=settings.default.max_examples // 3, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_wide_table_of_names_comes_back_value_by_value(empty_drafter, definitions, data):
    catalogue = definitions.catalogue
    entered = sorted(m.code for m in catalogue.metrics.values() if m.formula is None)
    chosen = data.draw(st.lists(st.sampled_from(entered), min_size=1, max_size=12, unique=True))
    years = data.draw(st.lists(st.integers(2000, 2030), min_size=1, max_size=4, unique=True))
    language = data.draw(st.sampled_from(["zh_hans", "zh_hant", "en"]))
    numbers = st.decimals(min_value=0, max_value=10**9, places=data.draw(st.integers(0, 4)), allow_nan=False)
    head = [
        "指标",
        "代码",
        "单位",
        *(data.draw(st.sampled_from(["{}年", "FY{}", "{}年度", "{}"])).format(y) for y in years),
    ]
    rows, wanted = [], {}
    for code in chosen:
        metric = catalogue.metrics[code]
        unit = catalogue.units[metric.unit]
        cells = []
        for year in years:
            number = data.draw(st.one_of(st.none(), numbers))
            cells.append("" if number is None else data.draw(st.sampled_from(["{}", "{:,}"])).format(number))
            if number is not None:
                wanted[f"{code}@{year}"] = plain(number)
        rows.append([getattr(metric.name, language), code, unit.code, *cells])
    found = outcome_of(empty_drafter, sheet(["标题"], head, *rows))
    assert values(found) == wanted
    assert not found.refused


@pytest.mark.parametrize("language", ["zh_hans", "zh_hant", pytest.param("en", marks=pytest.mark.long)])
def test_every_metric_is_known_by_its_own_name_and_unit(definitions, empty_drafter, language):
    catalogue = definitions.catalogue
    rows = [
        [getattr(m.name, language), getattr(catalogue.units[m.unit].name, language), "1"]
        for m in catalogue.metrics.values()
    ]
    draft = draft_of(empty_drafter, sheet(["指标", "单位", "2021"], *rows))
    wrong = [
        (m.code, p.best and p.best.target.reference())
        for m, p in zip(catalogue.metrics.values(), draft.proposals, strict=True)
        if not (p.sure and p.best.target == Target(m.code))
        and len(empty_drafter._matcher._names.exact(p.row.name)) == 1
    ]
    assert wrong == []
