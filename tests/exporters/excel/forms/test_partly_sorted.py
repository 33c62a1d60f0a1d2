"""Forms of which only the visible columns were sorted: what a row shows is held against its hidden key."""

import shutil
from decimal import Decimal

import pytest

from schema.exchange.forms.layout import talk_key
from schema.values.datapoint import SlotText
from tests.exporters.excel.forms.form_case import (
    REPORT,
    Case,
    beside,
    cell_of,
    columns_of,
    filling,
    order,
    refused,
    row_with,
    taken,
    wanted,
    written,
)


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    folder = tmp_path_factory.mktemp("form")
    return {
        (department, language): written(order(department, language, filled=filled), folder / f"{department}{language}.xlsx")
        for department, language, filled in (("hr", "zh-Hans", False), ("hr", "en", False), ("admin", "zh-Hans", True), ("procurement", "zh-Hans", False))
    }  # fmt: skip


@pytest.fixture(params=["zh-Hans", "en"])
def form(sent, tmp_path, request):
    return Case(shutil.copy(sent["hr", request.param], tmp_path / "back.xlsx"), order("hr", request.param))


@pytest.fixture
def parts(sent, tmp_path):
    """A form with a breakdown and its sum."""
    return Case(shutil.copy(sent["procurement", "zh-Hans"], tmp_path / "back.xlsx"), order("procurement"))


@pytest.fixture
def lists(sent, tmp_path):
    return Case(shutil.copy(sent["admin", "zh-Hans"], tmp_path / "back.xlsx"), order("admin", filled=True))


def swap_seen(page, upper, lower, first=2):
    """Exchange what people see of two rows; the hidden key before it and the code behind it stay."""
    for column in range(first, columns_of(page)["#code"] + 1):
        one, other = page.cell(upper, column), page.cell(lower, column)
        one.value, other.value = other.value, one.value


def swapping(*keys, first=2):
    def change(book):
        cells = [cell_of(book, key) for key in keys]
        swap_seen(cells[0].parent, cells[0].row, cells[1].row, first)

    return change


def unlike(form):
    """Two values that were sent with different earlier years."""
    whole = [key for key in form.keys if not key.category]
    return whole[0], next(key for key in whole[1:] if key.metric != whole[0].metric)


def numbers(keys):
    return {key: float(value) for key, value in wanted(keys).items()}


def test_rows_whose_visible_columns_were_exchanged_bring_nothing_and_are_told(form):
    first, second = unlike(form)
    form.edit(filling(numbers(form.keys)), swapping(first, second))
    answer = form.read()
    assert taken(answer) == {key: value for key, value in wanted(form.keys).items() if key not in (first, second)}
    told = {subject: code for subject, code, _ in refused(answer)}
    assert told == {key.canonical(): "form.other_both" for key in (first, second)}
    facts = {found.subject: found.issue.facts for found in answer.refused}
    assert facts[first.canonical()] == {"name": first, "other": second}


def test_what_is_told_names_the_cell_that_people_see(form):
    first, second = unlike(form)
    places = []
    form.edit(filling({first: 5, second: 6}), swapping(first, second))
    form.edit(lambda book: places.extend(cell_of(book, key) for key in (first, second)))
    assert {place for _, _, place in refused(form.read())} == {f"{c.parent.title}!{c.coordinate}" for c in places}


def test_earlier_years_of_another_item_are_enough_where_the_name_stayed(form):
    first, second = unlike(form)
    form.edit(filling({first: 5, second: 6}), swapping(first, second, first=3))
    answer = form.read()
    assert answer.offers == ()
    assert {code for _, code, _ in refused(answer)} == {"form.other_years"}


def test_a_name_of_another_item_is_enough_where_the_earlier_years_are_gone(form):
    first, second = unlike(form)

    def clear(book):
        for key in (first, second):
            for year in (1, 2):
                beside(book, key, f"#shown.{key.period - year}").value = None

    form.edit(filling({first: 5, second: 6}), swapping(first, second), clear)
    answer = form.read()
    assert answer.offers == ()
    assert {code for _, code, _ in refused(answer)} == {"form.other_name"}


def test_rows_of_a_breakdown_are_held_against_their_categories(parts):
    form, keys = parts, [key for key in parts.keys if key.category]
    first, second = keys
    form.edit(filling({first: 5, second: 6}), swapping(first, second))
    answer = form.read()
    assert answer.offers == ()
    assert {subject for subject, _, _ in refused(answer)} == {first.canonical(), second.canonical()}


def test_a_value_that_was_sorted_into_the_row_of_a_sum_is_told(parts):
    form, key = parts, next(key for key in parts.keys if key.category)

    def change(book):
        page = cell_of(book, key).parent
        swap_seen(page, cell_of(book, key).row, row_with(page, "#key", "#sum")[0].row)

    form.edit(filling({key: 5}), change)
    answer = form.read()
    assert answer.offers == ()
    assert {subject for subject, code, _ in refused(answer) if code.startswith("form.other")} == {"", key.canonical()}


@pytest.mark.parametrize("name", ["Employes, femmes", " 女 员 工?", None, "zh-Hant"])
def test_a_name_typed_anew_is_no_reason_to_refuse(form, name):
    key, _ = unlike(form)
    said = form.order.catalogue.metrics[key.metric].name.best("zh-Hant") if name == "zh-Hant" else name
    form.edit(
        filling({key: 5}),
        lambda book: setattr(cell_of(book, key).parent.cell(cell_of(book, key).row, 2), "value", said),
    )
    answer = form.read()
    assert (taken(answer), refused(answer)) == ({key: Decimal(5)}, [])


def test_earlier_years_cleared_or_written_in_another_way_are_no_reason_to_refuse(form):
    first, second = unlike(form)

    def change(book):
        for key in (first, second):
            cell = beside(book, key, f"#shown.{key.period - 1}")
            cell.value = None if key is first else str(cell.value)
            name = cell_of(book, key)
            name.parent.cell(name.row, 2).value = "另写的名称"

    form.edit(filling({first: 5, second: 6}), change)
    assert taken(form.read()) == {first: Decimal(5), second: Decimal(6)}


def test_a_row_with_neither_its_name_nor_one_of_its_earlier_years_is_refused(form):
    key, _ = unlike(form)

    def change(book):
        for year in (1, 2):
            beside(book, key, f"#shown.{key.period - year}").value = 987654 + year
        name = cell_of(book, key)
        name.parent.cell(name.row, 2).value = "另一个指标"

    form.edit(filling({key: 5}), change)
    answer = form.read()
    assert answer.offers == ()
    assert [code for _, code, _ in refused(answer)] == ["form.other_none"]


def test_texts_whose_visible_columns_were_exchanged_bring_nothing(form):
    subjects = [item.subject for item in form.order.items if item.kind == "text"][:2]

    def change(book):
        page = next(page for page in book.worksheets if "#text" in columns_of(page))
        rows = [row_with(page, "#key", subject) for subject in subjects]
        for row in rows:
            row[columns_of(page)["#text"]].value = f"给 {row[0].value}"
        swap_seen(page, *(row[0].row for row in rows))

    form.edit(change)
    answer = form.read()
    assert not any(isinstance(offer.theirs, SlotText) for offer in answer.offers)
    assert {(subject, code) for subject, code, _ in refused(answer)} == {(one, "form.other_name") for one in subjects}


def test_questions_whose_visible_columns_were_exchanged_are_asked_about_nothing(form):
    keys = [talk_key(REPORT, item.subject) for item in form.order.items[:2]]

    def change(book):
        page = next(page for page in book.worksheets if "#question" in columns_of(page))
        rows = [row_with(page, "#key", key) for key in keys]
        rows[0][columns_of(page)["#question"]].value = "口径？"
        swap_seen(page, *(row[0].row for row in rows))

    form.edit(change)
    answer = form.read()
    assert answer.offers == ()
    assert [(subject, code) for subject, code, _ in refused(answer)] == [
        (form.order.items[1].subject, "form.other_name")
    ]


def record_rows(book):
    for page in book.worksheets:
        if any(mark.startswith("#field.") for mark in columns_of(page)):
            rows = [row for row in page.iter_rows() if str(row[0].value or "").startswith("record/")]
            if len(rows) > 1:
                return page, rows[:2]
    raise AssertionError("no list with two records")


def test_records_whose_visible_columns_were_exchanged_stay_what_they_are(lists):
    subjects = []

    def change(book):
        page, rows = record_rows(book)
        subjects.extend(row[0].value for row in rows)
        swap_seen(page, *(row[0].row for row in rows))

    lists.edit(change)
    answer = lists.read()
    assert answer.offers == ()
    assert {(subject, code) for subject, code, _ in refused(answer)} == {(one, "form.other_record") for one in subjects}


def test_a_record_written_anew_is_taken(lists):
    def change(book):
        page, rows = record_rows(book)
        for mark, at in columns_of(page).items():
            if mark.startswith("#field.") and isinstance(rows[0][at].value, str):
                rows[0][at].value = "完全改写"
                break

    lists.edit(change)
    assert len(lists.read().offers) == 1
