"""Figures as CSV, as docs and interface promise them."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from schema.errors import ImportRefused
from schema.exchange import csv_table as table
from schema.exchange import figures_csv
from schema.exchange.figures_csv import COLUMNS, read_figures
from schema.exchange.oldsheets import intake
from schema.exchange.standing import Known
from schema.grammar.formula import Formula, Number
from schema.grammar.reference import Key
from schema.validation.facts import Coded
from schema.values.changes import clear, keep
from schema.values.datapoint import DataPoint, PublishedValue
from schema.values.omissions import OMISSIONS
from schema.values.parse import PROBLEMS
from schema.values.qualifiers import QUALIFIERS
from schema.workspace import Workspace
from tests.factories import shipped_messages, small_catalogue, small_definitions

HEAD = "metric,period,value"
RESOURCES = Path(__file__).parents[3] / "resources"


def points(figures) -> list[DataPoint]:
    return [change.after for change in figures.changes if isinstance(change.after, DataPoint)]


def codes(issues) -> list[str]:
    return [issue.code for issue in issues]


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["plain", "with BOM"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_utf_8_with_or_without_bom_and_any_line_end_is_read(read, start, end):
    lines = (HEAD + ",note", 'energy.gas,2022,"1,195,403.49",含食堂', "waste.paper,2022,3,")
    figures = read(start + end.join(lines).encode())
    assert [(point.value, point.note) for point in points(figures)] == [(Decimal("1195403.49"), "含食堂"), (3, "")]
    assert figures.issues == ()


def test_columns_are_found_by_name_in_any_order_case_and_spacing(read):
    figures = read("note, VALUE ,Period,metric\nx,5,2022,energy.gas\n")
    assert points(figures)[0] == DataPoint(Key("energy.gas", 2022), Decimal(5), typed="5", note="x")


def test_every_column_is_taken(read):
    head = "metric,period,value,entity,span,category,unit,qualifier,as_of,since,omission,footnote,note,method,estimated,source"
    row = "staff.total,2022,12,,,age=old;gender=male,名,over,2022/6/30,2016,,脚注,注,实测,yes,HR 系统"
    (point,) = points(read(f"{head}\n{row}\n"))
    key = Key("staff.total", 2022, "", "age=old;gender=male")
    assert point == DataPoint(
        key, Decimal(12), "over", typed="12", footnote="脚注", note="注", method="实测", estimated=True,
        as_of="2022-06-30", since=2016, source="HR 系统",
    )  # fmt: skip


def test_the_only_words_of_an_omission_are_its_footnote_and_that_is_said(read):
    figures = read("metric,period,value,omission,note\nenergy.gas,2022,,not_collected,未装表\n")
    (point,) = points(figures)
    assert (point.footnote, point.note, point.unsorted) == ("未装表", "", False)
    assert [(issue.code, issue.severity, issue.facts["text"]) for issue in figures.issues] == [
        ("figures.note_printed", "doubt", "未装表")
    ]


@pytest.mark.parametrize(
    "row", ["energy.gas,2022,,not_collected,未装表,问过行政部", "energy.gas,2022,5,,未装表,问过行政部"],
)  # fmt: skip
def test_a_note_beside_a_footnote_or_a_value_stays_a_note(read, row):
    figures = read(f"metric,period,value,omission,footnote,note\n{row}\n")
    (point,) = points(figures)
    assert (point.footnote, point.note) == ("未装表", "问过行政部")
    assert figures.issues == ()


def test_a_typed_word_for_nothing_takes_its_note_as_footnote_too(read):
    (point,) = points(read("metric,period,value,note\nenergy.gas,2022,不适用,没有燃气\n"))
    assert (point.omission, point.footnote, point.note) == ("not_applicable", "没有燃气", "")


@pytest.mark.parametrize(
    ("typed", "value", "qualifier"),
    [
        ("超过7,570万", "75700000", "over"),
        ("6,000+", "6000", "at_least"),
        ("近10", "10", "nearly"),
        ("不足30", "30", "less_than"),
        ("不超过1,000", "1000", "at_most"),
        ("1,000以内", "1000", "at_most"),
        ("１２３", "123", ""),
        ("1,195,403.49", "1195403.49", ""),
        ("0", "0", ""),
        ("-5", "-5", ""),
    ],
)
def test_numbers_are_read_as_people_write_them_and_their_form_is_kept(read, typed, value, qualifier):
    (point,) = points(read(f'{HEAD}\nenergy.gas,2022,"{typed}"\n'))
    assert (point.value, point.qualifier, point.typed) == (Decimal(value), qualifier, typed)


def test_another_unit_is_converted_exactly(read):
    figures = read(f"{HEAD},unit\nwaste.paper,2021,1234.5,kg\nwaste.paper,2022,2,万t\nwaste.paper,2023,7,吨\n")
    assert [str(point.value.normalize()) for point in points(figures)] == ["1.2345", "2E+4", "7"]
    assert [point.typed for point in points(figures)] == ["1234.5 kg", "2 万t", "7"]


def test_the_order_of_a_crossing_does_not_matter(read):
    figures = read(f"{HEAD},category\nstaff.total,2022,1, gender = male ; age=old\n")
    assert points(figures)[0].key.category == "age=old;gender=male"


@pytest.mark.parametrize(
    "row", ["energy.gas,2022,,not_collected", "energy.gas,2022,,未统计", "energy.gas,2022,未统计,"]
)
def test_an_omission_is_a_code_or_its_words_in_either_column(read, row):
    (point,) = points(read(f"{HEAD},omission\n{row}\n"))
    assert (point.omission, point.value) == ("not_collected", None)


def test_zero_and_blank_and_not_applicable_are_three_things(read):
    rows = "energy.gas,2020,0\nenergy.gas,2021,\nenergy.gas,2022,不适用\n"
    figures = read(f"{HEAD}\n{rows}")
    assert [(p.key.period, p.value, p.omission) for p in points(figures)] == [
        (2020, 0, ""),
        (2022, None, "not_applicable"),
    ]


def test_a_row_of_a_report_is_a_published_value_at_its_printed_precision(read):
    figures = read(f"{HEAD},report,place\nenergy.gas,2021,超过7570.5万,esg-2021,p. 77\nenergy.gas,2021,75700001,,\n")
    key = Key("energy.gas", 2021)
    assert figures.changes[0] == keep(
        PublishedValue("esg-2021", key, "超过7570.5万", Decimal(75705000), "over", Decimal(1000), "p. 77")
    )
    assert figures.changes[1].after.value == 75700001


def test_one_report_may_print_a_value_in_two_places_and_forms(read):
    rows = "energy.gas,2021,5,a,p. 1\nenergy.gas,2021,5,a,p. 2\nenergy.gas,2021,5.0,a,p. 1\nenergy.gas,2021,5,b,p. 1\n"
    assert len(read(f"{HEAD},report,place\n{rows}").changes) == 4


@pytest.mark.parametrize(
    ("rows", "code", "param"),
    [
        ("energy.gass,2022,1,,", "figures.unknown_metric", ("near", "energy.gas")),
        (",2022,1,,", "figures.unknown_metric", ("near", "")),
        ("energy.gas,22,1,,", "figures.period", ("text", "22")),
        ("energy.gas,,1,,", "figures.period", ("text", "")),
        ("energy.gas,20222,1,,", "figures.period", ("text", "20222")),
        ("staff.total,2022,1,gender=man,", "figures.unknown_category", ("near", "male")),
        ("staff.total,2022,1,gendre=male,", "figures.unknown_breakdown", ("near", "gender")),
        ("staff.total,2022,1,male,", "figures.unknown_breakdown", ("name", "male")),
        ("staff.total,2022,1,age=old,", "figures.not_crossed", ("category", "age")),
        ("staff.total,2022,1,gender=male;gender=female,", "figures.not_crossed", ("category", "gender;gender")),
        ("energy.gas,2022,1,gender=male,", "figures.not_crossed", ("near", "")),
        ("waste.paper,2022,1,,kgg", "figures.unknown_unit", ("near", "kg / t")),
        ("waste.paper,2022,1,,person", "figures.other_dimension", ("unit", Coded("unit", "t"))),
        ("waste.paper,2022,5万,,万t", "figures.scale_twice", ("text", "5万")),
        ("waste.paper,2022,5斤,,", "figures.unit_in_value", ("detail", "斤")),
        ("waste.paper,2022,many,,", "figures.unreadable", ("text", "many")),
    ],
)
def test_what_is_wrong_in_a_row_refuses_the_file_and_is_named_with_its_row(refused, rows, code, param):
    (issue,) = refused(f"{HEAD},category,unit\nenergy.gas,2020,1,,\n{rows}\n")
    assert (issue.code, issue.severity, issue.place) == (code, "error", "数据.csv:3")
    assert issue.facts[param[0]] == param[1]


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("qualifier", "ovr", "figures.unknown_qualifier"),
        ("omission", "lost", "figures.unknown_omission"),
        ("as_of", "2022-13-01", "figures.as_of"),
        ("as_of", "June", "figures.as_of"),
        ("since", "16", "figures.since"),
        ("estimated", "perhaps", "figures.estimated"),
        ("entity", "Beijing", "figures.entity"),
        ("entity", "beijing", "figures.entity"),
        ("span", "year", "figures.span"),
        ("omission", "legal", "figures.value_and_omission"),
    ],
)
def test_what_is_wrong_in_an_optional_column_refuses_the_file(refused, column, cell, code):
    assert codes(refused(f"{HEAD},{column}\nenergy.gas,2022,1,{cell}\n")) == [code]


@pytest.mark.parametrize(
    "period", ["2022q3", "2022Q3", "2022-h1", "2022 m05", "2022年上半年", "2022第三季度", "2022年6月", "2022年十二月"]
)
def test_a_part_of_a_year_is_read_as_that(read, period):
    file = read(f"{HEAD}\nenergy.gas,{period},1\n")
    assert points(file)[0].key.span in ("q3", "h1", "m05", "m06", "m12")
    assert file.issues == ()


def test_a_part_of_a_year_may_stand_in_a_column_of_its_own(read, refused):
    keys = [p.key.canonical() for p in points(read(f"{HEAD},span\nenergy.gas,2022,1,q3\nenergy.gas,2022,2,\n"))]
    assert keys == ["energy.gas@2022q3", "energy.gas@2022"]
    assert codes(refused(f"{HEAD},span\nenergy.gas,2022Q2,1,q3\n")) == ["figures.two_spans"]


def test_a_month_that_is_written_like_two_years_is_told(read):
    file = read(f"{HEAD}\nenergy.gas,2021-03,1\n")
    assert points(file)[0].key.canonical() == "energy.gas@2021m03"
    assert [(issue.code, issue.facts["reference"]) for issue in file.issues] == [("figures.part", "2021m03")]


@pytest.mark.parametrize("period", ["2011/12", "2022/24", "FY2022/24", "2019–2021"])
def test_a_period_that_may_be_a_month_or_several_years_is_asked_about(refused, period):
    (issue,) = refused(f"{HEAD}\nenergy.gas,{period},1\n")
    assert issue.code == "figures.two_years"


@pytest.mark.parametrize("period", ["2022/23", "FY2022/23", "FY2022-23", "2022/2023", "2022–23财年", "fy 2022/2023"])
def test_a_fiscal_label_is_read_as_the_year_in_which_it_ends_and_told(read, period):
    file = read(f"{HEAD}\nenergy.gas,{period},1\n")
    assert points(file)[0].key.period == 2023
    assert [(issue.code, issue.severity, issue.facts["year"]) for issue in file.issues] == [
        ("figures.fiscal", "doubt", "2023")
    ]


@pytest.mark.parametrize("period", ["FY2011/12", "FY1999/00"])
def test_a_label_that_says_fiscal_is_no_month(read, period):
    assert points(read(f"{HEAD}\nenergy.gas,{period},1\n"))[0].key.period == int(period[2:6]) + 1


def test_a_fiscal_label_follows_what_was_answered_about_old_sheets(read):
    assert points(read(f"{HEAD}\nenergy.gas,FY2022/23,1\n", known=Known(fiscal="start")))[0].key.period == 2022


@pytest.mark.parametrize("period", ["FY2022", "2022年度", "fy 2022", "2022财年"])
def test_a_fiscal_year_is_the_one_in_which_it_ends(read, period):
    assert points(read(f"{HEAD}\nenergy.gas,{period},1\n"))[0].key.period == 2022


@pytest.mark.parametrize("period", ["2022q5", "2022h3", "22q1", "2022-"])
def test_what_is_no_part_of_a_year_is_no_year_either(refused, period):
    assert codes(refused(f"{HEAD}\nenergy.gas,{period},1\n")) == ["figures.period"]


@pytest.mark.parametrize("row", [",hk,not_applicable,", "1,hk,,", "1,hk,,esg-2021", ",hk,,esg-2021"])
def test_an_entity_is_refused_whatever_the_row_brings(refused, row):
    (issue,) = refused(f"metric,period,value,entity,omission,report\nenergy.gas,2022,{row}\n")
    assert (issue.code, issue.facts["name"]) == ("figures.entity", "hk")


def test_what_was_kept_of_an_entity_before_is_cleared_by_a_row_without_value(read):
    figures = read(
        "metric,period,value,entity,category\nstaff.total,2022,,hk,age=old;gender=male\nenergy.gas,2022,,,\n"
    )
    assert figures.changes == (clear(Key("staff.total", 2022, "hk", "age=old;gender=male")),)
    assert figures.issues == ()


def test_a_row_without_value_asks_nothing_of_a_part_of_a_year_either(read):
    assert read(f"{HEAD},span\nenergy.gas,2022,,q1\n").changes == ()


def test_two_qualifiers_that_differ_are_refused(refused, read):
    assert codes(refused(f"{HEAD},qualifier\nenergy.gas,2022,超过5,nearly\n")) == ["figures.two_qualifiers"]
    assert points(read(f"{HEAD},qualifier\nenergy.gas,2022,超过5,over\n"))[0].qualifier == "over"


@pytest.mark.parametrize("code", QUALIFIERS)
def test_each_qualifier_may_be_given_by_its_code(read, code):
    (point,) = points(read(f"{HEAD},qualifier\nenergy.gas,2022,5,{code}\n"))
    assert (point.value, point.qualifier, point.typed) == (Decimal(5), code, "5")


@pytest.mark.parametrize("code", OMISSIONS)
def test_each_reason_may_be_given_by_its_code_or_its_words(read, code):
    for written in (code, *OMISSIONS[code].written):
        (point,) = points(read(f"{HEAD},omission\nenergy.gas,2022,,{written}\n"))
        assert (point.value, point.omission) == (None, code)


def test_all_reasons_are_told_at_once(refused):
    rows = "energy.gass,22,many\nenergy.gas,2022,1\nenergy.gas,2022,x\nwaste.paper,2022,1\nwaste.paper,2022,1\n"
    issues = refused(f"{HEAD}\n{rows}")
    assert [(issue.place.rpartition(":")[2], issue.code) for issue in issues] == [
        ("2", "figures.unknown_metric"),
        ("2", "figures.period"),
        ("4", "figures.unreadable"),
        ("4", "figures.twice"),
        ("6", "figures.twice"),
    ]


def test_a_row_that_stands_twice_is_refused_with_the_row_of_the_first(refused):
    first = "staff.total,2022,1,gender=male;age=old,,"
    again = "staff.total,2022,1,age=old;gender=male,,"
    (issue,) = refused(f"{HEAD},category,report,place\n{first}\n{again}\n")
    assert (issue.code, issue.facts["first"], issue.place) == ("figures.twice", "2", "数据.csv:3")
    published = f"{HEAD},category,report,place\n" + "energy.gas,2021,5,,esg-2021,p. 7\n" * 2
    assert codes(refused(published)) == ["figures.twice"]


def test_a_row_number_is_the_one_that_a_spreadsheet_shows(refused):
    (issue,) = refused(f'{HEAD},note\nenergy.gas,2021,1,"two\nlines"\n\nenergy.gas,2022,x,\n')
    assert issue.place == "数据.csv:4"


def test_an_unreadable_value_is_kept_as_text_where_the_person_says_so(read):
    figures = read(f"{HEAD},unit\nenergy.gas,2022,many,\nwaste.paper,2022,5,人\n", keep_unreadable=True)
    assert [(point.value, point.unread, point.typed) for point in points(figures)] == [
        (None, "many", "many"),
        (None, "5 人", "5 人"),
    ]
    assert [(issue.code, issue.severity) for issue in figures.issues] == [
        ("figures.unreadable", "error"),
        ("figures.other_dimension", "error"),
    ]


def test_keeping_the_unreadable_does_not_excuse_a_wrong_metric(refused):
    assert "figures.unknown_metric" in codes(refused(f"{HEAD}\nenergy.gass,2022,many\n", keep_unreadable=True))


def test_a_value_out_of_bounds_is_taken(read):
    assert points(read(f"{HEAD}\ntraining.share,2022,150%\nstaff.total,2022,1.5\n"))[0].value == 150


def test_a_computed_metric_cannot_be_typed_but_may_have_been_printed(write):
    catalogue = small_catalogue()
    computed = replace(catalogue.metrics["energy.gas"], formula=Formula("1", Number(Decimal(1))))
    catalogue = replace(catalogue, metrics={**catalogue.metrics, "energy.gas": computed})
    with pytest.raises(ImportRefused) as caught:
        read_figures(write(f"{HEAD}\nenergy.gas,2022,1\n"), catalogue)
    assert codes(caught.value.issues) == ["figures.computed"]
    assert read_figures(write(f"{HEAD},report\nenergy.gas,2022,1,esg-2021\n"), catalogue).changes


def test_invisible_characters_are_taken_out_and_told(read):
    figures = read(f"{HEAD},note\nenergy.gas,2022,\u202e5,a\x07b\n")
    assert (points(figures)[0].value, points(figures)[0].note) == (5, "ab")
    assert [(issue.code, issue.severity) for issue in figures.issues] == [("noticed.invisible", "doubt")]


def test_a_note_without_a_value_is_told_and_not_taken(read):
    figures = read(f"{HEAD},note\nenergy.gas,2022,,to be asked\nwaste.paper,2022,,\n,,,\n")
    assert figures.changes == ()
    assert codes(figures.issues) == ["figures.no_value"]


def test_a_published_row_without_a_number_is_told(read):
    figures = read(f"{HEAD},report\nenergy.gas,2022,不适用,esg-2021\n")
    assert (figures.changes, codes(figures.issues)) == ((), ["figures.published_omission"])


@pytest.mark.parametrize(
    ("header", "code", "params"),
    [
        ("metric,period", "figures.missing_column", {"column": "value", "near": ""}),
        ("metrik,period,value", "figures.missing_column", {"column": "metric", "near": "metrik"}),
        (HEAD + ",catagory", "figures.unknown_column", {"column": "catagory", "near": "category"}),
        (HEAD + ",value", "figures.column_twice", {"column": "value"}),
        ("metric;value", "figures.separator", {"separator": ";"}),
        ("metric\tperiod\tvalue", "figures.separator", {"separator": "Tab"}),
        ("metric，period，value", "figures.separator", {"separator": "，"}),
        ("", "figures.no_header", {"columns": "metric, period, value"}),
    ],
)
def test_a_wrong_header_is_told_with_the_near_name(refused, header, code, params):
    issues = refused(f"{header}\nenergy.gas,2022,1,x\n" if header else "")
    assert (code, params) in [(issue.code, dict(issue.facts)) for issue in issues]


def test_semicolons_may_part_the_columns(read):
    figures = read("metric;period;value;note\nenergy.gas;2022;5;a, b\n")
    assert [(point.value, point.note) for point in points(figures)] == [(5, "a, b")]


def test_a_column_of_the_persons_own_is_told_and_passed_over(read):
    figures = read(f"{HEAD},负责人,,name\nenergy.gas,2022,1,张三,,Gas\n")
    assert [(issue.code, issue.severity, issue.facts) for issue in figures.issues] == [
        ("figures.own_column", "doubt", {"column": "负责人"})
    ]
    assert points(figures)[0].value == 1


def test_a_number_torn_apart_by_its_commas_is_not_misread(refused):
    (issue,) = refused(f"{HEAD}\nenergy.gas,2022,1,195,403.49\n")
    assert (issue.code, issue.place) == ("figures.too_many_cells", "数据.csv:2")


@pytest.mark.parametrize(
    ("data", "code", "params", "place"),
    [
        (f"{HEAD},note\nenergy.gas,2022,1,含食堂\n".encode("gbk"), "figures.encoding", "GBK / GB18030", "数据.csv:2"),
        (f"{HEAD}\nenergy.gas,2022,1\n".encode("utf-16"), "figures.encoding", "UTF-16", "数据.csv"),
        (f"{HEAD}\nenergy.gas,2022,".encode() + b"\xff\xff\xff", "figures.encoding", "", "数据.csv:2"),
        (b"PK\x03\x04" + b"\x00" * 50, "figures.workbook", None, "数据.csv"),
        (f'{HEAD}\nenergy.gas,2022,"1\n'.encode(), "figures.syntax", None, "数据.csv:2"),
    ],
    ids=["GBK", "UTF-16", "bytes", "workbook", "open quote"],
)
def test_a_file_of_another_kind_is_told_for_what_it_is(refused, data, code, params, place):
    (issue,) = refused(data)
    assert (issue.code, issue.facts.get("encoding"), issue.place) == (code, params, place)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(ImportRefused) as caught:
        read_figures(tmp_path / "none.csv", small_catalogue())
    assert codes(caught.value.issues) == ["figures.missing_file"]


def test_a_file_beyond_the_limits_is_refused_before_it_is_read(write, monkeypatch):
    path = write(f"{HEAD}\nenergy.gas,2021,1\nenergy.gas,2022,1\n")
    for limit, code in (("MAX_BYTES", "figures.too_large"), ("MAX_ROWS", "figures.too_many_rows")):
        with monkeypatch.context() as patch:
            patch.setattr(table, limit, 1)
            with pytest.raises(ImportRefused) as caught:
                read_figures(path, small_catalogue())
        assert codes(caught.value.issues) == [code]
    assert len(read_figures(path, small_catalogue()).changes) == 2


def test_reading_a_file_twice_changes_nothing_the_second_time(read, tmp_path):
    head = f"{HEAD},category,unit,report,place,note"
    rows = (
        "energy.gas,2022,超过5万,,,,,x\nstaff.total,2022,7,gender=male,人,,,\nenergy.gas,2022,5.0万,,,esg-2022,p. 1,\n"
    )
    figures = read(f"{head}\n{rows}")
    with Workspace.create(tmp_path / "a.annals", small_definitions(), "me") as workspace:
        assert len(workspace.apply(figures.changes, "import")) == 3
        assert workspace.apply(figures.changes, "import") == ()


@pytest.mark.parametrize("column", COLUMNS)
def test_every_promised_column_is_accepted_empty(read, column):
    names = HEAD if column in HEAD.split(",") else f"{HEAD},{column}"
    assert len(read(f"{names}\nenergy.gas,2022,1{',' if names != HEAD else ''}\n").changes) == 1


def test_every_issue_of_a_figures_file_has_its_sentence_in_three_languages():
    messages = shipped_messages()
    source = "".join(file.read_text(encoding="utf-8") for file in Path(table.__file__).parent.glob("*.py"))
    used = {word for word in source.replace("'", '"').split('"') if word.startswith("figures.") and " " not in word}
    assert len(used) > 30
    assert {code for code in used if code not in messages or messages[code].missing()} == set()


def test_each_reason_why_a_value_is_not_read_has_its_sentence():
    for sentences in (figures_csv.UNREAD, intake.UNREAD):
        assert set(sentences) == set(PROBLEMS)
        assert set(sentences.values()) <= set(shipped_messages())


def test_a_number_with_too_many_digits_is_refused_or_kept_as_typed(refused, read):
    long = "1234567890" * 6
    (issue,) = refused(f"{HEAD}\nenergy.gas,2022,{long}\n")
    assert (issue.code, issue.facts["detail"], issue.facts["most"]) == ("figures.digits", "1234567890123456…", "30")
    (point,) = points(read(f"{HEAD}\nenergy.gas,2022,{long}\n", keep_unreadable=True))
    assert (point.value, point.unread, point.typed) == (None, long, long)


def test_a_row_of_endless_columns_is_refused_by_its_line(tmp_path):
    path = tmp_path / "wide.csv"
    path.write_text("metric,period,value" + "".join(f",c{n}" for n in range(1000)) + "\n", "utf-8")
    with pytest.raises(ImportRefused) as refused:
        table.read_table(path, ("metric",), ("metric", "period", "value"))
    assert [issue.code for issue in refused.value.issues] == ["figures.too_many_columns"]


def test_a_head_of_many_columns_names_each_that_stands_twice():
    names = ["metric", "period", "value", *(f"own{n}" for n in range(900)), "own5"]
    found = table.text_table("f.csv", [names, ["a", "2020", "1"]], ("metric",), ("metric", "period", "value"))
    assert [issue.code for issue in found.issues if issue.severity == "error"] == ["figures.column_twice"]
