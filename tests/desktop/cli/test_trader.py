"""A company whose metrics are said in words, or as ranges: through every file that a value goes into and comes out of."""

import datetime
import json
import re
import zipfile

import openpyxl
import pytest

from tests.trader import write_definitions

FIGURES = """metric,period,value
policy.bribery,2021,有
policy.bribery,2022,no
policy.date,2022,2019年6月30日
policy.level,2022,部分
policy.level,2021,Full
payment.term,2022,20至30天
payment.term,2021,25
"""
REPORT = ("--report", "trade-2022")


@pytest.fixture
def trade(run, tmp_path, monkeypatch):
    monkeypatch.setattr("desktop.cli.send.keys_folder", lambda: tmp_path / "keys")
    path, figures = tmp_path / "trade.annals", tmp_path / "figures.csv"
    figures.write_text(FIGURES, "utf-8")
    assert run("new", path, "--catalogue", write_definitions(tmp_path / "definitions"))[0] == 0
    assert run("import", path, figures)[0] == 0
    return path


def values(run, path):
    entries = json.loads(run("values", path, "--json", "--language", "en")[1])["values"]
    keys = ("value", "text", "unit", "qualifier")
    return {f"{e['metric']}@{e['period']}": tuple(e[key] for key in keys) for e in entries}


def test_values_have_one_form_in_files_and_words_in_each_language(run, trade):
    assert values(run, trade) == {
        "policy.bribery@2021": ("yes", "Yes", "", ""),
        "policy.bribery@2022": ("no", "No", "", ""),
        "policy.date@2022": ("2019-06-30", "30 June 2019", "", ""),
        "policy.level@2021": ("2", "Full", "", ""),
        "policy.level@2022": ("1", "Partial", "", ""),
        "payment.term@2021": ("25", "25 days", "day", ""),
        "payment.term@2022": ("20", "20–30 days", "day", "to:30"),
    }
    assert "payment.term@2022\t20–30\tday" in run("values", trade)[1]


def test_the_form_in_files_is_read_back(run, trade, tmp_path):
    again = tmp_path / "again.csv"
    rows = ["metric,period,value,qualifier"]
    rows += [
        f"{at.replace('@', ',')},{value},{qualifier}" for at, (value, _, _, qualifier) in values(run, trade).items()
    ]
    again.write_text("\n".join(rows), "utf-8")
    other = tmp_path / "other.annals"
    assert run("new", other, "--catalogue", tmp_path / "definitions")[0] == 0
    assert run("import", other, again)[0] == 0
    assert values(run, other) == values(run, trade)


def test_a_text_that_is_none_of_the_answers_refuses_the_file_and_says_what_may_be_typed(run, trade, tmp_path):
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("metric,period,value\npolicy.level,2022,half\npolicy.date,2022,05/06/2021\n", "utf-8")
    status, out, err = run("import", trade, wrong, "--language", "en")
    assert status == 2
    assert "Not begun/Partial/Full" in out + err
    assert "2021-05-06 / 2021-06-05" in out + err


def test_workbook_and_draft_print_words_and_both_ends(run, trade, tmp_path):
    assert run("export", trade, *REPORT, "--language", "en", "--out", tmp_path)[0] == 0
    book = openpyxl.load_workbook(tmp_path / "trade-2022.en.xlsx", data_only=True)
    rows = {row[7]: row[2:5] for row in book["Everything"].iter_rows(min_row=5, values_only=True)}
    assert rows["policy.bribery"][:2] == ("Yes", "No")
    assert rows["policy.date"][1] == "30 June 2019"
    assert rows["payment.term"] == (25, 20, "n/m")
    head, *data = book["Data"].iter_rows(values_only=True)
    kept = {row[head.index("ref")]: dict(zip(head, row, strict=True)) for row in data if not row[head.index("format")]}
    told = {name: [kept[name][column] for column in ("value", "low", "high", "unit", "printed")] for name in kept}
    assert told["policy.date@2022"] == ["2019-06-30", None, None, None, "30 June 2019"]
    assert told["policy.bribery@2022"] == ["no", None, None, None, "No"]
    assert told["payment.term@2022"] == [20, 20, 30, "day", "20–30 days"]


def test_the_catalogue_comes_out_of_its_workbook_as_it_went_in(run, trade, tmp_path):
    assert run("catalogue", "export", trade, tmp_path / "book.xlsx")[0] == 0
    titles = openpyxl.load_workbook(tmp_path / "book.xlsx").sheetnames
    status, out, _ = run("catalogue", "import", trade, tmp_path / "book.xlsx", "--language", "en")
    assert (status, "no change" in out.lower() or "nothing" in out.lower()) == (0, True), out
    assert "choices" in titles


def test_a_form_offers_the_answers_and_brings_only_what_was_changed(run, trade, tmp_path, monkeypatch):
    for name, department, role in (("李", "legal", "contact"), ("编", "finance", "editor")):
        assert run("people", trade, "--add", name, "--department", department, "--role", role)[0] == 0
    monkeypatch.setenv("ANNALS_AS", "编")
    assert run("request", trade, *REPORT, "--due", "2027-01-01")[0] == 0
    assert run("send", trade, *REPORT, "--department", "legal", "--excel", "--out", tmp_path)[0] == 0
    book = openpyxl.load_workbook(tmp_path / "trade-2022-legal.xlsx")
    sheet = book["数据"]
    at = {row[0].value: row[6] for row in sheet.iter_rows(min_row=5)}
    lists = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation if one.type == "list"}
    assert lists[at["policy.bribery@2022"].coordinate] == '"是,否"'
    assert lists[at["policy.level@2022"].coordinate] == '"未开始,部分,全面"'
    assert at["policy.date@2022"].value == "2019 年 6 月 30 日"
    at["policy.bribery@2022"].value = "是"
    book.save(tmp_path / "trade-2022-legal.xlsx")
    status, out, _ = run("merge", trade, tmp_path / "trade-2022-legal.xlsx", "--json")
    (merge,) = json.loads(out)["merges"]
    assert (status, merge["taken"], merge["refused"]) == (0, ["policy.bribery@2022"], [])
    assert values(run, trade)["policy.bribery@2022"][0] == "yes"


def test_another_currency_is_converted_at_the_rate_of_the_year_and_said_before_it_is_stored(run, trade, tmp_path):
    money = tmp_path / "money.csv"
    money.write_text("metric,period,value,unit\nrevenue,2022,US$1200,\nassets,2022,1.2,USD million\n", "utf-8")
    status, out, _ = run("import", trade, money, "--dry-run", "--language", "en")
    assert status == 0
    assert "“US$1200” was converted to 9,396 HK$ (1 usd = 7.83 hkd; usd.average, monetary authority)" in out
    assert "usd.closing" in out
    assert "revenue@2022" not in values(run, trade)
    assert run("import", trade, money)[0] == 0
    assert values(run, trade)["assets@2022"][:2] == ("9372000", "9,372,000 HK$")
    money.write_text("metric,period,value\nassets,2021,US$5\n", "utf-8")
    status, out, err = run("import", trade, money, "--language", "en")
    assert status == 2
    assert "no rate into HK$ is in force" in out + err


def test_parts_of_a_breakdown_have_their_share_beside_them_in_draft_workbook_and_texts(run, trade, tmp_path):
    staff = tmp_path / "staff.csv"
    staff.write_text(
        "metric,period,category,value\nstaff,2022,,700\nstaff,2022,gender=male,600\nstaff,2022,gender=female,100\n",
        "utf-8",
    )
    assert run("import", trade, staff)[0] == 0
    text = "女员工 {staff:gender=female}（{staff:gender=female|share% 0}）。"
    assert run("write", trade, "text/trade-2022/words", "--text", text)[0] == 0
    assert run("export", trade, *REPORT, "--out", tmp_path)[0] == 0
    with zipfile.ZipFile(tmp_path / "trade-2022.docx") as package:
        words = re.sub("<[^>]+>", "", package.read("word/document.xml").decode())
    assert "600（85.7%）" in words
    assert "100（14.3%）" in words
    assert "女员工100人（14%）" in words
    head, *data = openpyxl.load_workbook(tmp_path / "trade-2022.xlsx", data_only=True)["数据"].iter_rows(
        values_only=True
    )
    told = {(row[head.index("ref")], row[head.index("format")]): row for row in data}
    row = dict(zip(head, told["staff@2022:gender=male", "share%"], strict=True))
    assert (round(row["value"], 2), row["unit"], row["printed"]) == (85.71, "percent", "85.7%")
    formulas = openpyxl.load_workbook(tmp_path / "trade-2022.xlsx")["全部"]
    assert any("*100" in str(cell.value) for line in formulas.iter_rows() for cell in line)
    assert run("refresh", trade, tmp_path / "trade-2022.docx", "--out", tmp_path / "new.docx")[0] == 0


def test_an_old_sheet_may_have_answers_days_ranges_shares_in_brackets_and_another_currency(run, trade, tmp_path):
    book = openpyxl.Workbook()
    for row in (
        ("指标", "单位", "2021", "2022"),
        ("反腐败政策", "", "无", "有"),
        ("政策批准日期", "", datetime.date(2019, 6, 30), "2020.7.1"),
        ("气候披露水平", "", "部分", "全面"),
        ("供应商账期", "天", "20-30", "25至35"),
        ("员工人数", "人", 710, "700(100%)"),
        ("营业收入", "港元", 5, "US$5"),
    ):
        book.active.append(row)
    book.save(tmp_path / "old.xlsx")
    status, out, _ = run("import", trade, tmp_path / "old.xlsx", "--replace", "--language", "en")
    assert status == 0
    assert "“US$5” was converted to 39.15 HK$" in out
    told = {at: value for at, (value, _, _, _) in values(run, trade).items()}
    assert told == {
        "policy.bribery@2021": "no", "policy.bribery@2022": "yes", "policy.date@2021": "2019-06-30",
        "policy.date@2022": "2020-07-01", "policy.level@2021": "1", "policy.level@2022": "2", "payment.term@2021": "20",
        "payment.term@2022": "25", "staff@2021": "710", "staff@2022": "700", "revenue@2021": "5", "revenue@2022": "39.15",
    }  # fmt: skip
