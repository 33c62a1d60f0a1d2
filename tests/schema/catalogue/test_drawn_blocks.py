"""Diagrams, questionnaires and matrices in an outline: read as written, each mistake with its line and the near name."""

import pytest

from schema.catalogue.compiled import from_json, to_json
from schema.catalogue.loader import Sentences, load_definitions
from schema.catalogue.outline import DiagramBlock, MatrixBlock, QuestionnaireBlock
from schema.exchange.catalogue_book.rows import from_sheets
from schema.exchange.catalogue_book.writing import to_sheets

TOPIC = """
  topic:
    name: {zh-Hans: 议题, zh-Hant: 議題, en: Topic}
    columns:
      name: {kind: text, required: yes, name: {zh-Hans: 议题, zh-Hant: 議題, en: Topic}}
      company: {kind: number, unit: person, name: {zh-Hans: 公司, zh-Hant: 公司, en: Company}}
      others: {kind: number, unit: person, name: {zh-Hans: 他人, zh-Hant: 他人, en: Others}}
      level:
        kind: choice
        name: {zh-Hans: 级别, zh-Hant: 級別, en: Level}
        choices: {high: {zh-Hans: 高, zh-Hant: 高, en: High}}
"""
DRAWN = """chapters:
  - code: drawn
    title: {zh-Hans: 图, zh-Hant: 圖, en: Figures}
    blocks:
      - diagram: structure
        kind: tree
        caption: {zh-Hans: 架构, zh-Hant: 架構, en: Structure}
        nodes:
          - node: board
            title: {zh-Hans: 董事会, zh-Hant: 董事會, en: Board}
          - node: group
            below: board
            edge: {zh-Hans: 授权, zh-Hant: 授權, en: mandate}
            title: {zh-Hans: "{company.short}工作组", zh-Hant: 工作組, en: Group}
            note: {zh-Hans: 执行, zh-Hant: 執行, en: Does it}
      - diagram: process
        kind: steps
        caption: {zh-Hans: 流程, zh-Hant: 流程, en: Process}
        loop: {zh-Hans: 返回, zh-Hant: 返回, en: Back}
        nodes:
          - {node: one, title: {zh-Hans: 一, zh-Hant: 一, en: One}}
          - {node: two, title: {zh-Hans: 二, zh-Hant: 二, en: Two}}
      - questionnaire: form
        title: {zh-Hans: 问卷, zh-Hant: 問卷, en: Form}
        questions:
          - question: view
            kind: single
            title: {zh-Hans: 如何？, zh-Hant: 如何？, en: How?}
            choices:
              - {zh-Hans: 好, zh-Hant: 好, en: Good}
              - {zh-Hans: 差, zh-Hant: 差, en: Poor}
          - question: advice
            kind: open
            title: {zh-Hans: 建议？, zh-Hant: 建議？, en: Advice?}
      - matrix: topics
        type: topic
        x: company
        y: others
        name: name
        group: level
        caption: {zh-Hans: 矩阵, zh-Hant: 矩陣, en: Matrix}
"""


@pytest.fixture
def drawn(folder):
    """The small folder with a chapter of drawn blocks."""
    records = folder / "records.yaml"
    records.write_text(records.read_text("utf-8") + TOPIC.lstrip("\n"), "utf-8")
    (folder / "outlines/r/02.yaml").write_text(DRAWN, "utf-8")
    return folder


def blocks(definitions):
    return next(section for section in definitions.outlines["r-2021"].walk() if section.code == "drawn").blocks


def test_drawn_blocks_are_read_and_survive_compiling(drawn):
    definitions = load_definitions(drawn)
    structure, process, form, matrix = blocks(definitions)
    assert isinstance(structure, DiagramBlock)
    assert [node.node for node in structure.under("board")] == ["group"]
    assert structure.nodes[1].edge.en == "mandate"
    assert process.loop.zh_hant == "返回"
    assert isinstance(form, QuestionnaireBlock)
    assert [len(one.choices) for one in form.questions] == [2, 0]
    assert isinstance(matrix, MatrixBlock)
    assert (matrix.x, matrix.y, matrix.group) == ("company", "others", "level")
    assert from_json(to_json(definitions)) == definitions


def test_drawn_blocks_go_through_the_workbook_without_loss(drawn):
    definitions = load_definitions(drawn)
    sentences = Sentences(definitions.catalogue.messages, definitions.catalogue.phrases)
    sheets = to_sheets(definitions)
    rows = next(sheet for sheet in sheets if sheet.title == "blocks").rows
    kinds = [row[rows[0].index("block")] for row in rows[1:]]
    assert kinds[-5:] == ["question", "choice", "choice", "question", "matrix"]
    assert from_sheets(sheets, sentences) == definitions


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "near"),
    [
        ("below: board", "below: bord", "definition.unknown_node", 12, "board"),
        ("            below: board\n", "", "definition.second_top", 11, None),
        ("node: group", "node: board", "definition.doubled", 11, None),
        ("node: group", "node: Group", "definition.bad_word", 11, None),
        ("en: Group}", "en: ''}", "definition.missing_language", 14, None),
        ("{company.short}", "{staff}", "definition.fixed_words", 14, None),
        ("{company.short}", "{company.shirt}", "definition.fixed_words", 14, None),
        ("{node: two,", "{node: two, below: one,", "definition.diagram_kind", 22, None),
        ("kind: steps", "kind: tree", "definition.diagram_kind", 19, None),
        ("kind: steps", "kind: step", "definition.not_one_of", 17, None),
        ("kind: open", "kind: several", "definition.question_choices", 32, None),
        ("kind: single", "kind: open", "definition.question_choices", 26, None),
        ("question: advice", "question: view", "definition.doubled", 32, None),
        ("en: Poor}", "en: ''}", "definition.missing_language", 31, None),
        ("type: topic", "type: topics", "definition.unknown_record", 36, "topic"),
        ("x: company", "x: companies", "definition.unknown_column", 37, "company"),
        ("x: company", "x: name", "definition.matrix_number", 37, None),
        ("name: name", "name: level", "definition.matrix_words", 39, None),
        ("group: level", "group: name", "definition.matrix_choices", 40, None),
        ("matrix: topics", "matrix: structure", "definition.doubled", 35, None),
        ("        caption: {zh-Hans: 矩阵", "        captain: {zh-Hans: 矩阵", "definition.unknown_field", 41, "caption"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line_and_the_near_name(drawn, spoil, old, new, code, line, near):
    told = spoil("outlines/r/02.yaml", old, new)
    found = [m for m in told if m.code == code and m.line == line]
    assert found, [(m.code, m.line, m.params) for m in told]
    assert near is None or found[0].params["near"].startswith(near)
