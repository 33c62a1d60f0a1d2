"""Figures of boxes, questionnaires and matrices: laid out without overlap, written as shapes, boxes to tick and charts."""

import io
import re
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest
from lxml import etree
from openpyxl import load_workbook

from exporters.as_text import document_as_text
from exporters.charts.colours import darkened
from exporters.charts.scatter import label_sides, span
from exporters.charts.xml import ChartData, ChartSeries, chart_xml
from exporters.content import Chart, Paragraph, Table
from exporters.drawings.measure import line_count
from exporters.drawings.steps import Step, draw_steps
from exporters.drawings.tree import Branch, draw_tree
from exporters.drawn_content import Diagram, Questionnaire
from exporters.excel.embedded import chart_workbook
from exporters.excel.writer import write_excel
from exporters.word.writer import write_word
from schema.catalogue.definitions import Category, RecordColumn, RecordType
from schema.catalogue.drawn_blocks import DiagramBlock, DiagramNode, MatrixBlock, Question, QuestionnaireBlock
from schema.grammar.reference import RecordKey
from schema.values.datapoint import Field, Record
from tests.exporters import small_report as sample
from tests.exporters.built import build_document, build_workbook
from tests.exporters.word.reading import Draft
from tests.office_files import complaints

words = sample.words
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
NODES = (
    DiagramNode("board", words("董事会", "董事會", "Board")),
    DiagramNode("group", words("{company.short}工作组", "工作組", "Group"), words("执行", "執行", "Does it"), "board",
                words("授权", "授權", "mandate")),
)  # fmt: skip
TREE = DiagramBlock("structure", "tree", words("架构", "架構", "Structure"), NODES)
STEPS = DiagramBlock(
    "process", "steps", words("流程", "流程", "Process"),
    tuple(DiagramNode(f"n{i}", words(f"第{i}步", f"第{i}步", f"Step {i}")) for i in range(1, 8)),
    words("返回", "返回", "Back"),
)  # fmt: skip
FORM = QuestionnaireBlock(
    "form",
    (
        Question("view", "single", words("如何？", "如何？", "How?"), (words("好", "好", "Good"), words("差", "差", "Poor"))),
        Question("advice", "open", words("建议？", "建議？", "Advice?")),
    ),
    words("问卷", "問卷", "Form"),
)  # fmt: skip
TOPIC = RecordType(
    "topic",
    words("议题", "議題", "Topic"),
    (
        RecordColumn("name", words("议题", "議題", "Topic"), "text", required=True),
        RecordColumn("company", words("对公司", "對公司", "For us"), "number", "percent"),
        RecordColumn("others", words("对他人", "對他人", "For others"), "number", "percent"),
        RecordColumn("level", words("级别", "級別", "Level"), "choice",
                     choices=(Category("high", words("高", "高", "High")), Category("low", words("低", "低", "Low")))),
    ),
    "finance",
)  # fmt: skip
MATRIX = MatrixBlock("matrix", "topic", "company", "others", "name", words("矩阵", "矩陣", "Matrix"), "level")


def topic(order, name, x="", y="", level=""):
    made = {"name": Field(words(name, name, name)), "level": Field(typed=level)}
    made |= {c: Field(typed=v, value=Decimal(v)) for c, v in (("company", x), ("others", y)) if v}
    return Record(RecordKey("topic", f"t{order}"), sample.REPORT, order, {n: f for n, f in made.items() if f})


SCORED = (topic(1, "甲", "2", "3.5", "low"), topic(2, "乙", "4", "4.5", "high"), topic(3, "丙", "", "", "high"))


def parts(*blocks, records=(), language="zh-Hans", **company):
    made = sample.definitions()
    first, *rest = made.outlines[sample.REPORT].chapters
    section = replace(first.sections[0], blocks=blocks)
    outline = replace(made.outlines[sample.REPORT], chapters=(replace(first, sections=(section,)), *rest))
    catalogue = replace(made.catalogue, records={"topic": TOPIC}, company=replace(made.catalogue.company, **company))
    made = replace(made, catalogue=catalogue, outlines={sample.REPORT: outline})
    data = replace(sample.snapshot(), records={record.key: record for record in records})
    return made, sample.REPORT, language, data


def built(*blocks, **more):
    return build_document(*parts(*blocks, **more))


def of(made, kind, start=""):
    return [block for block in made.blocks if isinstance(block, kind) and block.id.startswith(start)]


def written(made, tmp_path):
    path = tmp_path / "draft.docx"
    write_word(made, path)
    assert complaints(path) == []
    return Draft(path)


def apart(one, other):
    right, left = one.x + one.width <= other.x + 0.01, other.x + other.width <= one.x + 0.01
    above, below = one.y + one.height <= other.y + 0.01, other.y + other.height <= one.y + 0.01
    return right or left or above or below


def sound(drawing):
    """Whether boxes stand apart (but those on a panel) and all inside the drawing."""
    boxes = [box for box in drawing.boxes if box.look not in ("panel", "label")]
    inside = all(box.x >= 0 and box.x + box.width <= drawing.width + 0.01 for box in drawing.boxes)
    high = all(box.y + box.height <= drawing.height + 0.01 for box in drawing.boxes)
    return inside and high and all(apart(one, other) for one, other in combinations(boxes, 2))


@pytest.mark.parametrize("count", [1, 2, 5, 6, 8, 11])
@pytest.mark.parametrize("loop", ["", "不合格者返回"])
@pytest.mark.parametrize("note", ["", "抽检", "每批茶青抽检并留样，记录地块与时间。" * 9])
def test_steps_stand_apart_inside_the_width(count, loop, note):
    drawing = draw_steps([Step(f"步骤{n}", note) for n in range(count)], loop, 162)
    assert sound(drawing)
    assert drawing.width <= 162
    numbers = [box.number for box in drawing.boxes if box.look == "strong"]
    assert numbers == [str(n) for n in range(1, count + 1)]
    assert sum(line.arrow for line in drawing.lines) == count - 1 + bool(loop)


@pytest.mark.parametrize("leaves", [1, 3, 6, 7, 20])
@pytest.mark.parametrize("branches", [1, 2, 4])
def test_a_structure_stands_apart_inside_the_width(leaves, branches):
    below = tuple(
        Branch(f"委员会{n}", "", "授权", tuple(Branch(f"部门{n}{i}") for i in range(leaves))) for n in range(branches)
    )
    drawing = draw_tree(Branch("董事会", "最高决策", "", below), 162)
    assert sound(drawing)
    assert drawing.width <= 162
    assert len([box for box in drawing.boxes if box.title]) == 1 + branches + branches * leaves


def test_chinese_breaks_anywhere_and_latin_words_do_not():
    assert line_count("字" * 10, 10 * 9.5 * 25.4 / 72 * 1.05, 9.5) == 1
    assert line_count("字" * 11, 10 * 9.5 * 25.4 / 72 * 1.05, 9.5) == 2
    assert line_count("governance committee", 30, 9.5) == 2
    assert line_count("甲\n乙", 100, 9.5) == 2


def test_white_words_are_readable_on_any_company_colour():
    assert darkened(("FF4906", "1F3A5F")) == "1F3A5F"
    assert darkened(("FFFF00", "FFEEDD")) not in ("FFFF00", "FFEEDD")


def test_a_diagram_is_a_group_of_shapes_with_words_for_those_who_cannot_see_it(tmp_path):
    made = built(TREE, STEPS)
    tree, steps = of(made, Diagram)
    assert tree.words == "架构：董事会（下设：示例工作组）"
    assert steps.words.startswith("流程：1 第1步 → 2 第2步")
    draft = written(made, tmp_path)
    shapes = ["".join(shape.itertext()) for shape in draft.root.iter(f"{WPS}wsp")]
    assert [text for text in shapes if "董事会" in text or "工作组" in text] == ["董事会", "示例工作组执行"]
    names = re.findall(rb'name="(annals:diagram:\w+)" descr="([^"]+)"', draft.parts["word/document.xml"])
    assert [name.decode() for name, _ in names] == ["annals:diagram:structure", "annals:diagram:process"]


def test_a_form_has_a_box_for_each_choice_lines_for_open_answers_and_where_it_goes(tmp_path):
    made = built(FORM, email="ir@example.com", address=words("某街1号", "某街1號", "1 Some Street"))
    (form,) = of(made, Questionnaire)
    assert [(one.number, one.choices, one.lines) for one in form.questions] == [("1.", ("好", "差"), 0), ("2.", (), 3)]
    assert form.send == ("填妥后请发送至邮箱：ir@example.com", "邮寄地址：某街1号")
    draft = written(made, tmp_path)
    assert len(list(draft.root.iter(f"{W14}checkbox"))) == 2
    assert "    [ ] 好" in document_as_text(made).splitlines()


def test_a_form_without_any_address_is_an_open_point():
    made = built(FORM, email="", address=words("", "", ""))
    assert of(made, Questionnaire)[0].send == ()
    assert any("没有寄回地址" in point.what for point in made.open_points)


def test_a_matrix_numbers_its_points_by_group_and_names_what_has_no_scores(tmp_path):
    made = built(MATRIX, records=SCORED)
    (chart,), (table,) = of(made, Chart, "matrix"), of(made, Table, "matrix")
    assert chart.data.labels == ("1", "3")
    assert chart.data.across == (Decimal(4), Decimal(2))
    assert [series.name for series in chart.data.series] == ["高", "低"]
    assert [column.title for column in table.columns] == ["高", "低"]
    said = [["".join(getattr(i, "text", "") for i in cell) for cell in row.cells] for row in table.rows]
    assert said == [["1　乙", "3　甲"], ["2　丙", ""]]
    assert [point.what for point in made.open_points if "未评分" in point.what] == ["未评分，未能放入矩阵：丙"]
    draft = written(made, tmp_path)
    assert b'name="annals:chart:matrix"' in draft.parts["word/document.xml"]


def test_without_scores_the_groups_alone_are_the_figure():
    made = built(MATRIX, records=(topic(1, "甲", level="high"), topic(2, "乙", level="low")))
    assert of(made, Chart, "matrix") == []
    (table,) = of(made, Table, "matrix")
    assert table.caption == "矩阵"
    assert of(made, Paragraph, "matrix") == []


def test_without_scores_and_groups_an_open_point_says_what_is_missing():
    made = built(MATRIX, records=(topic(1, "甲"), topic(2, "乙")))
    assert len(of(made, Table, "matrix")) == 1
    assert [point.what for point in made.open_points if "矩阵" in point.what] == [
        "议题既未评分，也未划分级别，暂不能绘出矩阵"
    ]


def test_a_matrix_in_the_workbook_takes_its_points_from_the_records(tmp_path):
    path = tmp_path / "data.xlsx"
    write_excel(build_workbook(*parts(MATRIX, records=SCORED)), path)
    assert complaints(path) == []
    sheet = load_workbook(path)["图表"]
    formulas = {cell.value for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=")}
    points = {text for text in formulas if text.startswith("=IF(INDEX(annals_data[value],MATCH(") and "SUM" not in text}
    assert len(points) == 8  # both places of two topics, and the two parts and two years of the other charts
    assert [type(chart).__name__ for chart in sheet._charts].count("ScatterChart") == 1


def scatter(*points):
    series = tuple(
        ChartSeries(name, tuple(Decimal(y) if n == name else None for _, y, n in points))
        for name in dict.fromkeys(n for _, _, n in points)
    )
    across, names = tuple(Decimal(x) for x, _, _ in points), tuple(str(n) for n in range(1, len(points) + 1))
    return ChartData("m", "scatter", names, series, across=across, labels=names, axes=("x", "y"), font="微软雅黑")


def test_points_on_one_spot_share_a_label():
    assert [label for label, _ in label_sides(scatter(("1", "1", "a"), ("2", "2", "a"), ("1", "1", "b")))] == [
        "1, 3",
        "2",
        "",
    ]


def test_labels_of_neighbours_go_to_different_sides():
    sides = [side for _, side in label_sides(scatter(("1", "1", "a"), ("1.03", "1", "a"), ("5", "5", "a")))]
    assert sides[0] != sides[1]


@pytest.mark.parametrize(
    ("low", "high"), [("2.2", "4.8"), ("1", "1"), ("0", "100"), ("0", "0"), ("0.01", "0.02"), ("-3", "5")]
)
def test_an_axis_holds_all_its_values_between_round_numbers(low, high):
    start, end, step = span([Decimal(low), Decimal(high)])
    assert start <= Decimal(low) <= Decimal(high) <= end
    assert 1 <= (end - start) / step <= 9
    assert (end - start) % step == 0


def test_a_scatters_references_meet_the_cells_of_its_own_workbook():
    data = scatter(("1", "3", "高"), ("2", "4", "低"))
    sheet = load_workbook(io.BytesIO(chart_workbook(data)))["Sheet1"]
    root = etree.fromstring(chart_xml(data))

    def cells(reference):
        found = sheet[reference.split("!")[1].replace("$", "")]
        return [cell[0].value for cell in found] if isinstance(found, tuple) else [found.value]

    for series, own in zip(root.iter(f"{C}ser"), data.series, strict=True):
        assert cells(series.findtext(f"{C}tx/{C}strRef/{C}f")) == [own.name]
        assert cells(series.findtext(f"{C}xVal/{C}numRef/{C}f")) == [1, 2]
        assert cells(series.findtext(f"{C}yVal/{C}numRef/{C}f")) == [
            None if v is None else float(v) for v in own.values
        ]
    assert [text.text for label in root.iter(f"{C}dLbl") for text in label.iter(f"{A}t")] == ["1", "2"]
