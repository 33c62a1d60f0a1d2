"""The place of requests: how shares stand, what is missing, what happened, asking, sending, reminding, handing in."""

from __future__ import annotations

import email
import email.policy
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.cli.request_lines import requests_document
from desktop.window.form.asked_line import AskedLine
from desktop.window.item_models.request_model import DEPARTMENT, DUE, SORT, STATE
from desktop.work.moments import moment_of
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint
from schema.values.people import Person, people_of
from schema.values.requests import ItemNote, Request, Step
from schema.values.subject import PersonAt, RequestAt
from schema.workspace import Workspace
from tests.desktop.typing_hand import type_text

REPORT = "csr-2022"
EDITOR = Person("编辑", "", "editor")
CONTACT = Person("行政联系人", "admin", "contact", "admin@example.com")
AT = RequestAt(REPORT, "admin")
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def asked(due: str, **more: object) -> Request:
    return Request(REPORT, "admin", due, "请按年报口径", Step("编辑", "2023-01-01T00:00:00Z"), **more)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def keys(tmp_path, monkeypatch):
    monkeypatch.delenv("ANNALS_AS", raising=False)
    monkeypatch.setattr("desktop.window.dialogs.sending.keys_folder", lambda: tmp_path / "keys")


@pytest.fixture
def opened(qtbot, own_windows):
    """Open the place of requests as somebody, after some things were kept."""

    def open_(window, path):
        with qtbot.waitSignal(window.opened, timeout=60000):
            window.open_path(path)

    def call(who: str, *things: object):
        window = own_windows.window(open_, who, things)
        window.actions_.requests.trigger()
        page = window.view.rooms.requests
        qtbot.waitUntil(lambda: page._shares is not None and page._shares.counted, timeout=60000)
        return page

    yield call
    own_windows.put_back()


@pytest.fixture
def contacts_page(opened):
    """The place as the contact of a department sees it that was asked long ago; no editor is listed."""
    return opened("行政联系人", CONTACT, asked("2023-01-31"))


@pytest.fixture
def editors_page(opened):
    return opened("编辑", EDITOR)


def told(page, row=0):
    return [page.model.index(row, column).data() for column in range(page.model.columnCount())]


def kept(page):
    return page._desk.session.snapshot.more.get("requests", {}).get(AT)


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


# the list


def test_a_share_is_listed_with_its_people_due_day_state_and_counts(contacts_page):
    assert told(contacts_page)[:5] == ["行政部", "行政联系人", "2023-01-31", "逾期", "2/11"]
    assert "请按年报口径" in contacts_page.detail.words.text()


def test_what_is_late_is_told_by_shape_word_and_colour(contacts_page):
    model, theme = contacts_page.model, contacts_page._desk.theme
    state = model.index(0, STATE)
    assert state.data() == "逾期"
    assert not state.data(Qt.ItemDataRole.DecorationRole).isNull()
    colours = [model.index(0, column).data(Qt.ItemDataRole.ForegroundRole).name() for column in (STATE, DUE)]
    assert colours == [theme.error.lower()] * 2
    assert contacts_page.filters["late"].text().endswith("1")


def test_its_counts_are_those_of_the_command(opened):
    note = {"energy.gas@2022": ItemNote("", "", Step("审核人", "2023-02-01T00:00:00Z", "请核对"))}
    wrong = DataPoint(Key("training.share", 2022), Decimal(140), typed="140")
    page = opened("编辑", EDITOR, CONTACT, asked("2023-01-31", items=note), wrong)
    with Workspace.open(page.window().view.session.path, write=False) as workspace:
        (entry,) = requests_document(moment_of(workspace), REPORT, datetime.now().astimezone().date())["requests"]
    names = ("answered", "omitted", "open", "errors", "doubts", "approved", "returned")
    shown = dict(zip(names, told(page)[4:11], strict=True))
    assert shown.pop("answered") == f"{entry['answered']}/{entry['asked']}"
    assert shown == {name: str(entry[name]) for name in shown}
    assert entry["doubts"] + entry["errors"] > 0


def test_a_department_that_is_not_asked_stands_in_the_list_and_is_asked_with_one_click(qtbot, editors_page):
    page = editors_page
    assert told(page)[0] == "行政部"
    assert told(page)[STATE] == "未征集"
    assert page.detail.items.count() == 11
    press(page.detail.ask)
    assert page.window().view.requesting.ask_dialog.tree.ticked() == ["admin"]


def test_the_list_sorts_and_narrows(contacts_page):
    page, proxy = contacts_page, contacts_page.list.model()
    press(page.filters["late"])
    assert proxy.rowCount() == 1
    type_text(page.search, "nobody of that name")
    assert proxy.rowCount() == 0
    assert "没有这样的部门" in page.empty.text()
    assert page.model.index(0, STATE).data(SORT) == 5
    page.list.sortByColumn(STATE, Qt.SortOrder.DescendingOrder)
    page.search.clear()
    assert proxy.index(0, DEPARTMENT).data() == "行政部"


def test_what_is_missing_leads_to_its_field(contacts_page):
    page, items = contacts_page, contacts_page.detail.items
    row = next(row for row in range(items.count()) if "天然气" in items.item(row).text())
    page._desk.choose_section("people")
    page.window().actions_.requests.trigger()
    items.setCurrentRow(row)
    items.itemActivated.emit(items.item(row))
    assert page._desk.section_code == "green.energy"
    assert page.window().view.rooms.currentIndex() == 0


def test_the_tab_counts_what_its_list_shows_with_what_came_back_though_it_is_answered(opened):
    back = {"energy.gas@2022": ItemNote("", "", Step("审核人", "2023-02-01T00:00:00Z", "请核对"))}
    page = opened(
        "编辑",
        EDITOR,
        CONTACT,
        asked("2023-01-31", items=back),
        DataPoint(Key("energy.gas", 2022), Decimal(5), typed="5"),
    )
    missing = len(page.model.rows[0].share.missing)
    assert "energy.gas@2022" not in [item.subject for item in page.model.rows[0].share.missing]
    assert page.detail.tabs.tabText(0) == f"未填 {missing} · 其他 1"
    assert page.detail.items.count() == missing + 1


def test_what_happened_is_told_newest_first(qtbot, opened):
    back = Step("审核人", "2023-02-01T00:00:00Z", "请核对口径")
    page = opened("编辑", EDITOR, CONTACT, asked("2023-01-31"))
    page._desk.session.change([keep(asked("2023-02-28", returned=back))])
    qtbot.waitUntil(lambda: "请核对口径" in page.detail.past.toPlainText(), timeout=20000)
    lines = page.detail.past.toPlainText()
    assert lines.index("已退回") < lines.index("截止日改为 2023-02-28") < lines.index("已征集，2023-01-31 截止")


def test_whoever_may_not_ask_sees_the_buttons_greyed_with_the_reason(opened):
    page = opened("行政联系人", EDITOR, CONTACT, asked("2023-01-31"))
    for button in (page.ask, page.send, page.remind):
        assert not button.isEnabled()
        assert "行政联系人" in button.toolTip()
    assert page.detail.ask.isHidden()


def test_a_key_leads_there_and_back(editors_page):
    window = editors_page.window()
    QTest.keyClick(window, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    assert window.view.rooms.currentIndex() == 0
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert window.view.rooms.currentWidget() is editors_page


# owners


def test_what_nobody_owns_is_listed_last_and_gets_an_owner_that_undo_takes_back(qtbot, opened):
    page = opened("编辑", EDITOR)
    subject = "text/csr-2022/green.energy.body.zh-Hans"
    nobody = next(row for row in page.model.rows if row.standing == "nobody")
    assert [item.subject for item in nobody.share.items] == [subject]
    assert told(page, page.model.rows.index(nobody))[:4] == ["尚无人负责", "", "", "没有负责部门"]
    page.list.sortByColumn(DEPARTMENT, Qt.SortOrder.DescendingOrder)
    assert page.list.shown()[-1] is nobody
    page.list.look_at("")
    press(page.detail.owner)
    dialog = page.window().view.requesting.owner_dialog
    assert not dialog.go.isEnabled()
    dialog.department.setFocus()
    QTest.keyClick(dialog.department, Qt.Key.Key_Down)
    qtbot.waitUntil(dialog.go.isEnabled, timeout=20000)
    assert "无人 → 行政部" in dialog.list.item(0).text()
    with qtbot.waitSignal(dialog.accepted, timeout=20000):
        press(dialog.go)
    qtbot.waitUntil(lambda: all(row.standing != "nobody" for row in page.model.rows), timeout=20000)
    assert page.isVisible()
    page.window().actions_.undo.trigger()
    qtbot.waitUntil(lambda: any(row.standing == "nobody" for row in page.model.rows), timeout=20000)


def test_an_item_that_is_not_asked_says_by_what_its_owner_is_named(editors_page):
    lines = [editors_page.detail.items.item(row).text() for row in range(editors_page.detail.items.count())]
    assert "天然气消耗量\n行政部（按指标）" in lines
    assert not editors_page.detail.owner.isEnabled()
    editors_page.detail.items.setCurrentRow(0)
    assert editors_page.detail.owner.isEnabled()


def test_a_contact_may_name_no_owner_and_is_told_why(opened):
    page = opened("行政联系人", EDITOR, CONTACT, asked("2023-01-31"))
    page.detail.items.setCurrentRow(0)
    assert not page.detail.owner.isEnabled()
    assert "行政联系人" in page.detail.owner.toolTip()


# asking


def test_guidance_for_one_item_is_kept_shown_at_its_field_and_changed_by_asking_again(qtbot, opened):
    page = opened("编辑", EDITOR, CONTACT, asked("2023-01-31"))
    page.window().actions_.ask.trigger()
    dialog = page.window().view.requesting.ask_dialog
    branch = dialog.tree.topLevelItem(0)
    assert branch.checkState(0) == Qt.CheckState.Unchecked
    gas = next(branch.child(row) for row in range(branch.childCount()) if "天然气" in branch.child(row).text(0))
    dialog.tree.setCurrentItem(gas)
    type_text(dialog.own, "只计办公楼")
    assert branch.checkState(0) == Qt.CheckState.Checked  # or the words would get lost
    press(dialog.go)
    assert kept(page).items["energy.gas@2022"].guidance == "只计办公楼"
    assert kept(page).guidance == "请按年报口径"
    page._desk.choose_section("green.energy")
    form = page.window().view.form
    form.build_all()
    (line,) = (line for line in form.parts_of(AskedLine) if not line.isHidden())
    assert line.text() == "填报说明：只计办公楼"
    page.window().actions_.undo.trigger()
    assert not kept(page).items
    assert line.isHidden()


def test_what_is_said_of_a_text_or_a_member_and_why_something_came_back_stands_at_its_field(opened):
    back = Step("审核人", "2023-02-01T00:00:00Z", "请核对")
    page = opened("编辑", EDITOR, CONTACT, asked("2023-01-31", items={
        "energy.gas@2022": ItemNote("", "", back), "energy.diesel@2022": ItemNote("", "2023-01-15"),
        "staff@2022:gender=male": ItemNote("年末人数"), "staff@2022:gender=female": ItemNote("含外派"),
    }))  # fmt: skip

    def lines(section):
        page._desk.choose_section(section)
        form = page.window().view.form
        form.build_all()
        return [line.text() for line in form.parts_of(AskedLine) if not line.isHidden()]

    assert lines("green.energy") == ["已退回：请核对", "2023-01-15 截止"]
    (grid,) = lines("people")
    assert sorted(line.partition("：")[2] for line in grid.split("\n")) == ["填报说明：含外派", "填报说明：年末人数"]


def test_the_due_day_is_that_of_others_or_a_working_day_in_four_weeks(opened):
    page = opened("编辑", EDITOR, asked("2999-12-31"))
    page.window().actions_.ask.trigger()
    assert page.window().view.requesting.ask_dialog.day() == date(2999, 12, 31)


def test_ticked_departments_are_those_that_are_asked(editors_page):
    QTest.keyClick(editors_page.list, Qt.Key.Key_Space)
    press(editors_page.ask)
    assert editors_page.window().view.requesting.ask_dialog.tree.ticked() == ["admin"]


def test_asking_nobody_is_not_offered_and_says_why(editors_page):
    press(editors_page.ask)
    dialog = editors_page.window().view.requesting.ask_dialog
    assert dialog.tree.ticked() == ["admin"]
    QTest.keyClick(dialog.everybody, Qt.Key.Key_Space)
    assert not dialog.go.isEnabled()
    assert dialog.go.toolTip()


# sending


def test_what_was_sent_is_listed_with_its_files_and_no_undo_takes_the_asking_back(qtbot, editors_page, tmp_path):
    page, window = editors_page, editors_page.window()
    press(page.ask)
    press(window.view.requesting.ask_dialog.go)
    qtbot.waitUntil(page.send.isEnabled, timeout=20000)
    press(page.send)
    dialog = window.view.requesting.send_dialog
    dialog.folder.setText(str(tmp_path / "out"))
    press(dialog.excel)
    with qtbot.waitSignal(dialog.finished_files, timeout=60000) as made:
        press(dialog.go)
    assert [path.name for path in made.args[0]] == ["csr-2022-admin.xlsx"]
    assert dialog.files.count() == 1
    assert not dialog.show_folder.isHidden()
    assert kept(page).sent.by == "编辑"
    dialog.reject()
    assert not window.actions_.undo.isEnabled()
    window.actions_.undo.trigger()
    assert kept(page).sent is not None
    qtbot.waitUntil(lambda: told(page)[11] == datetime.now(UTC).strftime("%m-%d"), timeout=20000)


def test_a_folder_that_cannot_be_written_is_said_and_nothing_counts_as_sent(qtbot, opened, tmp_path):
    page = opened("编辑", EDITOR, asked("2023-01-31"))
    (tmp_path / "file").write_text("no folder")
    press(page.send)
    dialog = page.window().view.requesting.send_dialog
    dialog.folder.setText(str(tmp_path / "file"))
    with qtbot.waitSignal(dialog.finished_files, timeout=60000):
        press(dialog.go)
    assert str(tmp_path / "file") in dialog.words.text()
    assert kept(page).sent is None


def test_reminding_ticks_what_is_late_and_makes_letters(qtbot, opened, tmp_path):
    page = opened("编辑", EDITOR, asked("2023-01-31"))
    press(page.remind)
    dialog = page.window().view.requesting.send_dialog
    assert dialog.list.ticked() == ["admin"]
    assert dialog.mail.isChecked()
    dialog.folder.setText(str(tmp_path / "out"))
    with qtbot.waitSignal(dialog.finished_files, timeout=60000) as made:
        press(dialog.go)
    assert [path.suffix for path in made.args[0]] == [".annalspack", ".ics", ".eml"]
    letter = email.message_from_bytes(made.args[0][2].read_bytes(), policy=email.policy.default)
    assert "已逾期" in letter["Subject"]
    assert "现已逾期" in letter.get_body().get_content()
    assert "行政部" in dialog.words.text()  # nobody is listed there, so the letter has no address
    dialog.reject()
    page.send.click()
    assert page.window().view.requesting.send_dialog.folder.text() == str(tmp_path / "out")


# people


def people_dialog(page):
    page.window().actions_.people.trigger()
    return page.window().view.requesting.people_dialog


def person(page, name):
    return page._desk.session.snapshot.more["people"].get(PersonAt(name))


def test_a_person_is_changed_emptied_renamed_and_taken_out_each_in_one_step(opened):
    page = opened("编辑", EDITOR, CONTACT)
    dialog = people_dialog(page)
    dialog.list.setCurrentIndex(dialog.model.index(dialog.model.row_of("行政联系人"), 0))
    press(dialog.change)
    dialog.fields.email.clear()
    dialog.fields.name.clear()
    type_text(dialog.fields.name, "张三")
    press(dialog.fields.go)
    assert person(page, "行政联系人") is None
    assert person(page, "张三") == Person("张三", "admin", "contact")
    page.window().actions_.undo.trigger()
    assert person(page, "行政联系人") == CONTACT
    dialog.list.setCurrentIndex(dialog.model.index(dialog.model.row_of("行政联系人"), 0))
    press(dialog.remove)
    assert [one.name for one in people_of(page._desk.session.snapshot)] == ["编辑"]
    assert "行政联系人" in dialog.words.text()


def test_what_does_not_fit_is_said_in_words_of_the_window(opened):
    page = opened("编辑", EDITOR, CONTACT)
    dialog = people_dialog(page)
    press(dialog.add)
    fields = dialog.fields
    press(fields.go)
    assert fields.trouble.text() == "请填写姓名。"
    type_text(fields.name, "李四")
    press(fields.go)
    assert "请选择部门" in fields.trouble.text()
    fields.department.setCurrentIndex(fields.department.findData("admin"))
    type_text(fields.email, "no address")
    press(fields.go)
    assert "不是有效的地址" in fields.trouble.text()
    fields.email.clear()
    fields.name.setText("编辑")
    press(fields.go)
    assert "已有“编辑”" in fields.trouble.text()
    assert "--" not in fields.trouble.text()


def test_a_contact_sees_the_people_greyed_with_the_reason(opened):
    dialog = people_dialog(opened("行政联系人", EDITOR, CONTACT))
    for button in (dialog.add, dialog.change, dialog.remove, dialog.read):
        assert not button.isEnabled()
        assert button.toolTip() == dialog.reason.text() != ""


def test_a_table_of_people_is_shown_before_it_is_kept(opened, tmp_path, monkeypatch):
    page = opened("编辑", EDITOR)
    table = tmp_path / "people.csv"
    table.write_text("name,department,role,email,language\n张三,行政部,contact,a@example.com,zh-Hans\n", "utf-8")
    dialog = people_dialog(page)
    asked_first: list[str] = []

    def answer(*words):
        asked_first.append(words[2])
        return words[3] & ~words[3].No if len(asked_first) > 1 else words[3].No

    monkeypatch.setattr("desktop.window.dialogs.people.QMessageBox.question", answer)
    dialog.take(table)
    assert person(page, "张三") is None
    assert "张三" in asked_first[0]
    dialog.take(table)
    assert person(page, "张三").email == "a@example.com"
    table.write_text("name,role\n王五,boss\n", "utf-8")
    dialog.take(table)
    assert "people.csv:2" in dialog.words.text()
    assert isinstance(dialog.words, QLabel)


def test_nobody_takes_their_own_rights_away_by_a_slip(opened):
    dialog = people_dialog(opened("编辑", EDITOR, CONTACT))
    dialog.list.setCurrentIndex(dialog.model.index(dialog.model.row_of("编辑"), 0))
    assert not dialog.remove.isEnabled()
    assert "另一位编辑" in dialog.remove.toolTip()
    press(dialog.change)
    assert (dialog.fields.name.isEnabled(), dialog.fields.role.isEnabled(), dialog.fields.email.isEnabled()) == (
        False, False, True,
    )  # fmt: skip


def test_once_the_first_editor_is_listed_it_is_asked_who_works_here(qtbot, opened):
    page = opened("login")
    dialog = people_dialog(page)
    assert "请先添加编辑" in dialog.reason.text()
    press(dialog.add)
    type_text(dialog.fields.name, "编辑")
    dialog.fields.role.setCurrentIndex(dialog.fields.role.findData("editor"))
    press(dialog.fields.go)
    qtbot.waitUntil(lambda: not page._desk.session.unsaved(), timeout=20000)
    assert not dialog.add.isEnabled()
    assert "您是谁" in dialog.reason.text()
    press(dialog.who)
    assert page.window().identity.dialog.model.names[0] == "编辑"


def test_ctrl_enter_asks_out_of_the_guidance(editors_page):
    press(editors_page.ask)
    dialog = editors_page.window().view.requesting.ask_dialog
    type_text(dialog.guidance, "a")
    QTest.keyClick(dialog.guidance, Qt.Key.Key_Return)
    QTest.keyClick(dialog.guidance, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert kept(editors_page).guidance == "a"
