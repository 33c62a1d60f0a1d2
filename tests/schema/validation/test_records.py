"""Records: required columns, kinds, bounds, links, rows that stand twice."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.definitions import Category, RecordColumn, RecordType
from schema.catalogue.outline import RecordsBlock
from schema.grammar.reference import Key, RecordKey
from schema.grammar.words import LANGUAGES, Words
from schema.validation.check import check
from schema.validation.issue import FieldAt
from schema.validation.messages import message
from schema.validation.record_checks import UNREAD
from schema.validation.verdicts import judged_content
from schema.values.changes import keep, overlay
from schema.values.datapoint import Field, Record, Snapshot
from schema.values.figures import Figures
from schema.values.parse import PROBLEMS
from schema.values.record_places import put_into
from schema.values.records import read_field, with_words
from schema.values.verdicts import Verdict
from tests.schema.validation.given import MESSAGES, catalogue, definitions, metric, say_in_each_language


def words(text):
    return Words(text, text, text)


COLUMNS = (
    RecordColumn("title", Words("标题", "標題", "Title"), "text", required=True),
    RecordColumn("body", words("正文"), "long"),
    RecordColumn("date", words("时间"), "date"),
    RecordColumn("year", words("年份"), "year", minimum=Decimal(1990)),
    RecordColumn("people", words("人数"), "integer", "person", minimum=Decimal(0), maximum=Decimal(1000)),
    RecordColumn("level", words("级别"), "choice", choices=(Category("high", words("高")),)),
)
CASE = RecordType("case", Words("案例", "案例", "Case"), COLUMNS)
KNOWN = replace(catalogue(metric()), records={"case": CASE})


def row(code="a", order=1, report="report", **typed):
    fields = {}
    for name, text in {"title": "一件事", **typed}.items():
        column = CASE.column(name)
        found = with_words(Field(), "zh-Hans", text) if column.worded else read_field(text, CASE, column, KNOWN)
        if found:
            fields[name] = found
    return Record(RecordKey("case", code), report, order, fields)


def issues(*records, report="", slots=None, placed=True):
    whole = definitions(KNOWN, slots=list(slots or {}))
    outline = whole.outlines["report"]
    if placed:
        section = outline.chapters[0]
        chapter = replace(section, blocks=(*section.blocks, RecordsBlock("cases", "case", "cases")))
        whole = replace(whole, outlines={"report": replace(outline, chapters=(chapter,))})
    texts = {("report", slot, "zh-Hans"): text for slot, text in (slots or {}).items()}
    held = overlay(Snapshot(texts=texts), [keep(record) for record in records])
    found = check(whole, held, Figures(KNOWN, held), report)
    for issue in found:
        say_in_each_language(issue, KNOWN)
    return found


def codes(*records, **more):
    return [issue.code for issue in issues(*records, **more)]


def test_a_record_whose_place_is_gone_is_told():
    (issue,) = issues(put_into(row(), "gone"))
    assert (issue.code, issue.severity, issue.at.block) == ("record.moved", "doubt", "cases")
    assert "“gone”" in message(issue, replace(KNOWN, messages=MESSAGES), "en")


def test_a_record_without_any_place_in_the_report_is_told():
    assert codes(row(), placed=False) == ["record.nowhere"]


def test_a_whole_record_is_fine():
    good = row(body="有{record/case/a.people}。", date="2021年2月", year="2021", people="约1,000人", level="高")
    assert codes(good) == []
    assert (good.field("date").typed, good.field("level").typed) == ("2021-02", "high")
    assert good.field("people") == Field(typed="约1,000人", value=Decimal(1000), qualifier="about")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"title": ""}, "record.required"),
        ({"date": "去年"}, "record.date"),
        ({"date": "2021-13"}, "record.date"),
        ({"year": "二零"}, "record.year"),
        ({"year": "2021-02"}, "record.year"),
        ({"year": "1970"}, "record.below"),
        ({"people": "许多"}, "record.number"),
        ({"people": "1.5"}, "record.integer"),
        ({"people": "-1"}, "record.below"),
        ({"people": "1001"}, "record.above"),
        ({"people": "1000余"}, "record.above"),
        ({"people": "不足0"}, "record.below"),
        ({"people": "1" * 31}, "record.digits"),
        ({"level": "中"}, "record.choice"),
        ({"body": "见{record/case/b.people}"}, "text.unknown_reference"),
        ({"body": "见{record/case/a.title}"}, "text.unknown_reference"),
    ],
)
def test_a_field_that_is_not_what_its_column_asks_for_is_an_error_and_kept(typed, code):
    (issue,) = issues(row(**typed))
    assert (issue.code, issue.severity, issue.place) == (code, "error", "report case/a")


def test_at_the_bound_itself_a_column_takes_what_does_not_point_past_it():
    assert codes(row(people="不超过1000"), row("b", 2, people="1000")) == []
    assert codes(row(people="0"), row("b", 2, people="0以上")) == []


def test_a_number_that_an_earlier_program_took_with_too_many_digits_is_told():
    old = row()
    stored = replace(old, fields={**old.fields, "people": Field(typed="9" * 60, value=Decimal("9" * 60))})
    assert codes(stored) == ["record.digits"]


def test_each_reason_why_a_number_is_not_read_has_its_sentence():
    assert set(UNREAD) == set(PROBLEMS)
    assert set(UNREAD.values()) <= set(MESSAGES)


def test_the_sentence_names_type_title_and_column_in_each_language():
    (issue,) = issues(row(title="", date="2021"))
    told = [message(issue, replace(KNOWN, messages=MESSAGES), language) for language in LANGUAGES]
    assert told[0] == "案例“2021”缺少“标题”。请补填。"
    assert told[2] == "“Title” is empty in Case “2021”. Fill it in."


def test_words_in_another_language_do_not_fill_a_required_column():
    record = Record(RecordKey("case", "a"), "report", 1, {"title": Field(Words("", "", "A case"))})
    assert codes(record) == ["record.required"]


def test_a_row_that_stands_twice_is_doubted_once():
    found = issues(row("a", 1), row("b", 2), row("c", 3, title="另一件"))
    assert [(issue.code, issue.severity, issue.place) for issue in found] == [
        ("record.twice", "doubt", "report case/b")
    ]


def test_a_block_without_rows_is_doubted():
    assert codes() == ["record.none"]
    assert codes(placed=False) == []


def test_a_record_whose_type_is_gone_is_doubted():
    lost = replace(row(), key=RecordKey("gone", "a"))
    assert codes(lost, placed=False) == ["record.unknown"]


def test_records_of_another_report_are_not_asked():
    assert codes(row(title="", report="other"), placed=False, report="report") == []


def test_a_text_may_link_a_number_of_a_record():
    assert codes(row(people="12"), slots={"s": "共{record/case/a.people}"}) == []
    assert codes(row(), slots={"s": "共{record/case/a.people}"}) == ["text.missing_value"]
    assert codes(row(people="12"), slots={"s": "{record/case/a.people|斤}"}) == ["text.unknown_format"]


def test_a_number_of_a_record_is_a_figure_with_its_qualifier():
    held = overlay(Snapshot(), [keep(r) for r in (row(people="超过12"),)])
    result = Figures(KNOWN, held).value(Key("record/case/a.people", 0))
    assert (result.kind, result.value, result.qualifier) == ("entered", Decimal(12), "over")
    assert Figures(KNOWN, held).value(Key("record/case/b.people", 0)).kind == "missing"


def test_a_verdict_on_a_records_number_counts_and_a_change_of_the_number_makes_it_stale():
    def judged(*people):
        """The codes of what an auditor's fail on the first number says of the last."""
        number = RecordKey("case", "a").number("people")
        whole = definitions(KNOWN)
        snapshots = [overlay(Snapshot(), [keep(row(people=typed))]) for typed in people]
        then, now = (Figures(KNOWN, snapshot) for snapshot in (snapshots[0], snapshots[-1]))
        content = judged_content(number, whole, then)
        verdict = Verdict(
            "report", number.canonical(), "", "fail", "名单不符", content, "审计师", "2026-11-30T00:00:00Z"
        )
        held = overlay(now.snapshot, [keep(verdict)])
        found = check(whole, held, Figures(KNOWN, held))
        return [(issue.code, issue.at) for issue in found if issue.code.startswith("assurance")]

    assert judged("12") == [("assurance.failed", FieldAt(RecordKey("case", "a"), "people"))]
    assert judged("12", "13") == [("assurance.stale", FieldAt(RecordKey("case", "a"), "people"))]
