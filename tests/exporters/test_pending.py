"""What was asked for and nobody has approved is marked in a draft, and on request kept out of it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from exporters.as_text import document_as_text
from exporters.assembly.document import build_document
from exporters.excel.sheets.book import build_workbook
from exporters.word.inline_writer import PENDING_GROUND
from exporters.word.writer import write_word
from schema.approved_moment import ApprovedMoment
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.validation.approvals import approved_content
from schema.validation.contents import ItemAt
from schema.validation.issue import write_subject
from schema.values.changes import keep, overlay
from schema.values.datapoint import DataPoint
from schema.values.requests import Approval, Request, Step
from schema.values.subject import TextAt
from tests.exporters.small_report import REPORT, definitions, snapshot

STEP = Step("甲", "2023-01-01T00:00:00Z")
MEN, WOMEN = (Key("staff", 2022, "", f"gender={gender}") for gender in ("male", "female"))
STAFF, RATE = Key("staff", 2022), Key("training.rate", 2022)
BODY, LEAD = (TextAt(REPORT, f"people.{slot}", "zh-Hans") for slot in ("body", "lead"))


def given(*approved: ItemAt, asked: bool = True, **points: str) -> Moment:
    """The small report at a moment at which hr was asked and handed in, and some of it is approved."""
    made = replace(definitions(), hash="x")
    typed = {Key(code, 2022): DataPoint(Key(code, 2022), Decimal(value)) for code, value in points.items()}
    data = overlay(snapshot(), [keep(point) for point in typed.values()])
    moment = Moment(made, data)
    request = Request(REPORT, "hr", "2023-01-31", "", STEP, submitted=STEP)
    changes = [keep(request)] if asked else []
    for at in approved:
        content = approved_content(at, made, moment.figures)
        changes.append(keep(Approval(REPORT, write_subject(at), content, "乙", STEP.at)))
    return Moment(made, overlay(data, changes))


def text(moment: Moment) -> str:
    return document_as_text(build_document(moment, REPORT, "zh-Hans"))


def line(moment: Moment, beginning: str) -> str:
    return next(found for found in text(moment).splitlines() if found.startswith(beginning))


def cells(moment: Moment) -> dict[str, tuple[object, str, str | None]]:
    """The named cells of the workbook: value, style and formula."""
    book = build_workbook(moment, build_document(moment, REPORT, "zh-Hans"))
    named = (cell for sheet in book.sheets for row in sheet.rows for cell in row.cells if cell.name)
    return {cell.name or "": (cell.value, cell.style, cell.formula) for cell in named}


def test_where_nothing_was_asked_nothing_is_marked_or_left_out():
    moment = given(asked=False)
    assert "◇" not in text(moment)
    assert text(ApprovedMoment(moment, REPORT)) == text(moment)


def test_what_is_not_approved_is_marked_and_what_is_approved_or_was_not_asked_is_not():
    moment = given(RATE, LEAD)
    assert "[93.7%]" in line(moment, "| 培训覆盖率")
    assert line(moment, "lead") == "lead: 人是根本。"
    assert "[700◇]" in line(moment, "|- 男性")
    assert "[600]" in line(moment, "|- 男性")
    assert text(moment).count("未知的【待补：无法识别的引用{no.such.thing}】") == 1
    assert "◇" in line(moment, "body: 未知的")[-2:]


def test_a_total_and_a_change_that_follow_from_what_is_not_approved_are_marked_with_it():
    moment = given(RATE, WOMEN)
    body = line(moment, "body: 年末")
    assert "[1,255◇]人，比上年增长[25.5%◇]，其中女性[555]人" in body


def test_the_list_of_open_points_has_one_line_for_a_department_and_says_what_the_marks_mean():
    document = build_document(given(RATE), REPORT, "zh-Hans")
    points = [point for point in document.open_points if "尚未批准" in point.what]
    assert [(point.section, point.ask) for point in points] == [("多个章节", "人力资源部")]
    assert "◇" in document.labels.open_lead
    assert f"{len(document.open_points)}项" in document.labels.open_lead
    assert "◇" not in build_document(given(asked=False), REPORT, "zh-Hans").labels.open_lead


def test_kept_out_it_is_a_placeholder_that_names_the_department_and_takes_with_it_what_follows():
    moment = ApprovedMoment(given(RATE, WOMEN, BODY), REPORT)
    waiting = "【待补】 // 尚未批准：人力资源部"
    assert f"年末员工[{waiting}]，比上年增长[{waiting}]，其中女性[555]人" in line(moment, "body: 年末")
    assert any(
        shown.endswith(f"[600] | [{waiting}] | [—]") for shown in text(moment).splitlines() if "|- 男性" in shown
    )
    assert "table: 性别" in text(moment)  # the one part that is approved is not all, and makes no chart
    assert line(moment, "  历年员工：") == "  历年员工：2021 600；2021 400，2022 555"
    assert "人是根本" not in text(moment)
    assert "body: 【待补：以人为本】(// 尚未批准：人力资源部)" in text(moment)
    assert "请向人力资源部核实。缺少数值" in line(moment, "| 受训人数")  # nobody has typed it at all
    assert "[93.7%]" in line(moment, "| 培训覆盖率")
    assert "[超过6,800.3]亿元" in text(moment)
    assert "◇" not in text(moment)


def test_an_approved_total_stands_whatever_its_parts_are_and_one_that_is_not_never_follows_from_them():
    total = ApprovedMoment(given(STAFF, staff="1255"), REPORT)
    assert "年末员工" not in text(total)
    assert "[1,255]" in line(total, "| 员工人数")
    parts = ApprovedMoment(given(MEN, WOMEN, staff="1255"), REPORT)
    assert "【待补】 // 尚未批准" in line(parts, "| 员工人数")
    assert cells(parts)["v_staff_2022"][:2] == (None, "missing")
    assert "SUM" not in cells(parts)["v_staff_2022"][2]


def test_an_index_counts_no_answer_that_is_kept_out_and_says_whose_it_is():
    whole = given()
    points = {key: point for key, point in whole.snapshot.points.items() if key.metric != "gmv"}
    whole = Moment(whole.definitions, replace(whole.snapshot, points=points))
    assert "<s_people..e_people>" in line(whole, "  A1 ")
    assert "A1的披露位置" in line(ApprovedMoment(whole, REPORT), "  A1 ")


def test_what_is_open_is_told_of_the_whole():
    whole, approved = given(RATE), ApprovedMoment(given(RATE), REPORT)
    told = [[point.what for point in build_document(m, REPORT, "zh-Hans").open_points] for m in (whole, approved)]
    assert told[0] == told[1]


def test_a_workbook_shades_what_is_not_approved_and_says_its_state():
    moment = given(RATE)
    assert cells(moment)["v_staff_2022_gender_male"][1].startswith("pending.linked")
    assert not cells(moment)["v_staff_2021_gender_male"][1].startswith("pending")
    assert not cells(moment)["v_training__rate_2022"][1].startswith("pending")
    book = build_workbook(moment, build_document(moment, REPORT, "zh-Hans"))
    state = [cell.value for cell in book.sheets[1].rows[2].cells].index("状态")
    rows = {row.cells[0].value: row.cells[state].value for row in book.sheets[1].rows if row.cells}
    assert (rows["男性"], rows["培训覆盖率"]) == ("待审核", "已批准")
    assert any(cell.style == "swatch.pending" for row in book.sheets[0].rows for cell in row.cells)


def test_a_workbook_of_what_is_approved_holds_no_number_of_the_rest_and_says_why():
    moment = ApprovedMoment(given(RATE, WOMEN), REPORT)
    found = cells(moment)
    assert found["v_staff_2022_gender_male"][0] is None
    assert found["v_staff_2022"][0] is None
    assert found["v_staff_2022_gender_female"][0] == 555
    book = build_workbook(moment, build_document(moment, REPORT, "zh-Hans"))
    values = [cell.value for sheet in book.sheets for row in sheet.rows for cell in row.cells]
    assert Decimal(700) not in values
    assert "尚未批准：人力资源部" in values


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_in_word_a_number_that_is_not_approved_keeps_its_control_on_a_ground_of_its_own(tmp_path, language):
    import zipfile

    document = build_document(given(RATE), REPORT, language)
    target = tmp_path / "d.docx"
    write_word(document, target)
    xml = zipfile.ZipFile(target).read("word/document.xml").decode()
    number = next(number for number in document.numbers() if number.reference == MEN.canonical())
    control = xml[xml.rindex("<w:sdt>", 0, xml.index(f"annals:{number.key}")) :]
    assert PENDING_GROUND in control[: control.index("</w:sdt>")]
    rate = next(number for number in document.numbers() if number.reference == RATE.canonical())
    control = xml[xml.rindex("<w:sdt>", 0, xml.index(f"annals:{rate.key}")) :]
    assert PENDING_GROUND not in control[: control.index("</w:sdt>")]
