"""Structure in the window: a section with two metrics by keys, moved, undone; what is refused, removed, dropped."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.window.fields.part_words import DRAWINGS, PartWords
from desktop.window.form.breakdown_grid import BreakdownGrid
from desktop.window.form.field_row import FieldRow
from desktop.window.form.shown_row import ShownRow
from desktop.window.item_models.structure_model import TITLE
from desktop.work.structure.blocks import with_placement
from desktop.work.structure.checks import with_metric
from desktop.work.structure.parts import Part
from exporters.assembly.document import build_document
from schema.catalogue.outline import Block, Group, Placement, Section
from schema.grammar.reference import Key
from schema.grammar.words import Words
from schema.workspace import Workspace
from tests.desktop.control_walk import faults, unseen
from tests.desktop.typing_hand import Hand, type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
MOST_KEYS = 12


@pytest.fixture
def page(qtbot, window):
    """The place of the structure, gone to by its key, the people's chapter chosen."""
    window.actions_.structure.trigger()
    page = window.view.rooms.pages["structure"]
    page.tree.choose(Part("people"))
    return page


def settled(qtbot, page) -> None:
    qtbot.waitUntil(lambda: not page.structuring.is_open, timeout=60000)


def stored(page):
    with Workspace.open(page.structuring._desk.session.path, write=False) as workspace:
        return workspace.definitions, workspace.history()


def codes(page) -> list[str]:
    return [one.code for one in page.structuring.outline.walk()]


def name_editor(page) -> QLineEdit:
    editors = page.tree.viewport().findChildren(QLineEdit)
    return editors[-1]


def test_a_new_section_with_two_metrics_takes_few_keys_beyond_its_words_and_each_is_one_step(qtbot, page, window):
    hand, control = Hand(), Qt.KeyboardModifier.ControlModifier
    hand.press(page.tree, Qt.Key.Key_Return)
    type_text(name_editor(page), "用水情况")
    hand.press(name_editor(page), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "yszk" in codes(page) or "ysqk" in codes(page), timeout=60000)
    assert page.tree.part() == Part("ysqk")
    hand.press(page.tree, Qt.Key.Key_N, control)
    dialog = window.view.rooms.grids.shaping.metric
    qtbot.waitUntil(dialog.isVisible)
    assert (faults(dialog), unseen(dialog)) == ([], [])
    dialog.fields.name.setFocus()
    type_text(dialog.fields.name, "用水量")
    hand.press(dialog.fields.name, Qt.Key.Key_Return, control)
    assert dialog.fields.name.text() == ""
    type_text(dialog.fields.name, "废水量")
    hand.press(dialog.fields.name, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    settled(qtbot, page)
    hand.done("a section, two metrics")
    hand.tell("a new section with two metrics", {"a section, two metrics": "9 steps and 30 cells"})
    assert hand.keys <= MOST_KEYS
    definitions, history = stored(page)
    made = definitions.outlines["csr-2022"].part("ysqk.table")
    assert made is not None
    assert [row.reference for row in made[1].rows] == ["ysl", "fsl"]
    assert definitions.catalogue.metrics["ysl"].name == Words("用水量")
    assert [one.reason for one in history][-3:] == ["新增章节“用水情况”", "新增指标“用水量”", "新增指标“废水量”"]
    for left in (["ysl"], [], None):
        window.actions_.undo.trigger()
        qtbot.waitUntil(lambda left=left: rows(page) == left, timeout=60000)
    assert window.view.commands.canRedo()


def rows(page):
    if "ysqk" not in codes(page):
        return None
    made = page.structuring._desk.session.definitions.outlines["csr-2022"].part("ysqk.table")
    return [row.reference for row in made[1].rows] if made else []


def test_parts_move_by_key_and_by_hand_and_a_refusal_says_why(qtbot, page):
    moving = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.tree, Qt.Key.Key_Up, moving)
    assert codes(page) == ["people", "green", "green.energy"]
    QTest.keyClick(page.tree, Qt.Key.Key_Up, moving)
    assert "员工" in page.reason.text()
    assert page.reason.isVisible()
    page.tree.choose(Part("green"))
    QTest.keyClick(page.tree, Qt.Key.Key_Right, moving)
    assert [(one.code, one.level) for one in page.structuring.outline.walk()] == [
        ("people", 1), ("green", 2), ("green.energy", 3)]  # fmt: skip
    assert not page.reason.isVisible()
    model, source = page.model, page.model.find(Part("green.energy", "b1"))
    target = model.find(Part("people"))
    model.dropMimeData(model.mimeData([source]), Qt.DropAction.MoveAction, 0, TITLE, target)
    qtbot.waitUntil(lambda: page.structuring.outline.chapters[0].blocks[0].id == "b1", timeout=60000)
    assert page.tree.part() == Part("people", "b1")
    settled(qtbot, page)
    assert stored(page)[0].outlines["csr-2022"].chapters[0].blocks[0].id == "b1"


def test_a_part_is_removed_after_it_is_told_what_stands_in_it_and_data_stays(qtbot, page, window):
    before = len(window.view.session.snapshot.points)
    QTest.keyClick(page.tree, Qt.Key.Key_Delete)
    assert page.removal.isVisible()
    assert "1 项有数值的指标" in page.removal.words.text()
    QTest.keyClick(page.removal.go, Qt.Key.Key_Escape)
    assert not page.removal.isVisible()
    assert "people" in codes(page)
    QTest.keyClick(page.tree, Qt.Key.Key_Delete)
    page.removal.go.click()
    settled(qtbot, page)
    assert codes(page) == ["green", "green.energy"]
    with Workspace.open(window.view.session.path, write=False) as workspace:
        assert len(workspace.snapshot().points) == before
    window.actions_.undo.trigger()
    qtbot.waitUntil(lambda: "people" in codes(page), timeout=60000)


def test_a_name_in_one_language_is_open_work_and_the_report_goes_out(qtbot, page, window, tmp_path):
    index = page.model.find(Part("people"))
    page.tree.edit(index)
    type_text(name_editor(page), "我们的同事")
    QTest.keyClick(name_editor(page), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.structuring.outline.chapters[1].title == Words("我们的同事"), timeout=60000)
    settled(qtbot, page)
    assert "English" in page.detail.later.text()
    page.detail.fields["en"].setText("Our people")
    page.detail.fields["en"].editingFinished.emit()
    settled(qtbot, page)
    assert page.structuring.outline.chapters[1].title == Words("我们的同事", en="Our people")
    session = window.view.session
    qtbot.waitUntil(lambda: session.moment.definitions is session.definitions, timeout=60000)
    document = build_document(session.moment, "csr-2022", "zh-Hant")  # goes out, the nearest language standing in
    assert "我们的同事" in str(document)
    found = [
        one.facts["tongue"].code for one in session.moment.issues("csr-2022") if one.code == "outline.untranslated"
    ]  # type: ignore[union-attr]
    assert found == ["zh-Hant"]


def test_the_form_of_a_section_waits_until_it_is_seen_and_stays_where_nothing_of_it_has_changed(qtbot, page, window):
    form, desk = window.view.form, window.view.desk
    kept, metrics = form.widget(), window.view.session.definitions.catalogue.metrics
    page.structuring.step("x", with_metric(page.structuring.definitions, replace(metrics["staff"], required=True)))
    settled(qtbot, page)
    assert form.widget() is kept
    gas = replace(metrics["energy.gas"], name=Words("燃气"))
    page.structuring.step("y", with_metric(page.structuring.definitions, gas))
    settled(qtbot, page)
    assert form.widget() is None
    desk.jump(Key("energy.gas", 2022))
    assert window.view.rooms.room() == "sections"
    row = next(row for row in form.parts_of(FieldRow) if row.key.metric == "energy.gas")
    assert row.edit.hasFocus()
    assert "燃气" in row.name.text()


def test_a_member_that_a_grid_asks_for_is_only_shown_and_a_click_leads_to_the_grid(qtbot, page, window):
    placed = with_placement(page.structuring.outline, Part("people", "t3"), "staff:gender=male", Words("交叉"))
    page.structuring.outline_step("x", placed.outline)
    settled(qtbot, page)
    form, desk = window.view.form, window.view.desk
    desk.choose_section("people")
    window.view.rooms.show_room("sections")
    form.build_all()
    (row,) = form.parts_of(ShownRow)
    assert (row.value.text(), row.way.text()) == ("60  人", "↑ 在上方填写")
    QTest.mouseClick(row.name, Qt.MouseButton.LeftButton)
    grid = form.parts_of(BreakdownGrid)[0]
    assert grid.hasFocus()
    assert grid.proved(None) == "staff@2022:gender=male"


def test_every_kind_of_part_has_a_word_and_a_drawing(qapp):
    kinds = {Section, Placement, Group, *Block.__args__}
    assert set(DRAWINGS) == kinds
    assert PartWords().kind(Group(Words("a"))) == "Heading"


def test_a_metric_that_figures_need_is_kept_and_another_goes_from_all_reports_once_it_is_told(qtbot, page, window):
    shaping, metrics = window.view.rooms.grids.shaping, page.structuring.definitions.catalogue.metrics
    page.change_metric(metrics["energy.gas"])
    shaping.metric.remove.click()
    assert "燃料合计" in shaping.metric.reason.text()
    shaping.metric.reject()
    page.change_metric(metrics["users.daily"])
    shaping.metric.remove.click()
    assert "0 个数值" in shaping.metric.reason.text()
    shaping.metric.remove.click()
    settled(qtbot, page)
    definitions = stored(page)[0]
    assert "users.daily" not in definitions.catalogue.metrics
    people = definitions.outlines["csr-2022"].part("t2")
    assert people is not None
    assert [row.reference for row in people[1].rows] == ["training.share", "staff", "staff:gender=*"]


def test_evidence_and_the_change_to_ask_about_are_set_in_the_form_of_a_metric(qtbot, page, window):
    page.tree.choose(Part("green.energy", "t1", 1))
    page.detail.change.click()
    dialog = window.view.rooms.grids.shaping.metric
    dialog.fields.evidence.click()
    dialog.fields.threshold.setText("30")
    dialog.go.click()
    settled(qtbot, page)
    metric = stored(page)[0].catalogue.metrics["energy.gas"]
    assert (metric.evidence, str(metric.change_threshold), metric.name.en) == ("required", "30", "Natural gas")


def test_computed_leads_into_the_formula_and_tab_goes_as_the_fields_stand(page, window):
    page.tree.choose(Part("green.energy", "t1", 1))
    page.detail.change.click()
    dialog = window.view.rooms.grids.shaping.metric
    fields = dialog.fields
    fields.making.button(1).click()
    assert dialog.focusWidget() is fields.formula.line
    reached = []
    for _ in range(3):
        dialog.focusNextChild()
        reached.append(dialog.focusWidget())
    assert reached[:2] == [fields.formula.finder, fields.owner]
    dialog.reject()


def test_an_empty_line_that_is_not_named_goes_again(qtbot, page):
    before = codes(page)
    QTest.keyClick(page.tree, Qt.Key.Key_Return)
    assert page.model.draft is not None
    QTest.keyClick(name_editor(page), Qt.Key.Key_Escape)
    assert page.model.draft is None
    assert codes(page) == before
    assert page.tree.part() is not None


def test_a_company_with_another_stock_code_is_one_step(qtbot, page, window):
    page.company.click()
    dialog = window.view.rooms.grids.shaping.company
    dialog.fields["stock_code", ""].setText("1024")
    dialog.fields["colours", ""].setText("red")
    dialog.check()
    assert "red" in dialog.reason.text()
    assert not dialog.go.isEnabled()
    dialog.fields["colours", ""].setText("")
    dialog.check()
    dialog.go.click()
    settled(qtbot, page)
    assert stored(page)[0].catalogue.company.stock_code == "1024"
