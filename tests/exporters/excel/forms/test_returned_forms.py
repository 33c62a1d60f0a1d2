"""Forms as they come back from people: whatever they did to rows, columns and sheets, no value lands in a wrong place."""

import shutil
import zipfile
from copy import copy
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from schema.grammar.reference import Key, RecordKey
from schema.moment import Moment
from schema.values.changes import keep, overlay
from schema.values.datapoint import Record, SlotText
from schema.values.evidence import Evidence, awaited
from tests.exporters.excel.forms.form_case import (
    REPORT,
    Case,
    arrived_beside,
    beside,
    cell_of,
    columns_of,
    filling,
    order,
    refused,
    row_with,
    taken,
    wanted,
    words_beside,
    written,
)

FULL = str.maketrans("0123456789.", "０１２３４５６７８９．")


@pytest.fixture(scope="module")
def blank(tmp_path_factory):
    return written(order("hr"), tmp_path_factory.mktemp("form") / "csr-2022-hr.xlsx")


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    return written(order("hr", filled=True), tmp_path_factory.mktemp("form") / "csr-2022-hr.xlsx")


@pytest.fixture(scope="module")
def listed(tmp_path_factory):
    return written(order("admin", filled=True), tmp_path_factory.mktemp("form") / "csr-2022-admin.xlsx")


@pytest.fixture
def form(blank, tmp_path):
    return Case(shutil.copy(blank, tmp_path / "back.xlsx"), order("hr"))


@pytest.fixture
def sent_filled(full, tmp_path):
    return Case(shutil.copy(full, tmp_path / "back.xlsx"), order("hr", filled=True))


@pytest.fixture
def lists(listed, tmp_path):
    return Case(shutil.copy(listed, tmp_path / "back.xlsx"), order("admin", filled=True))


def swap(page, one, two):
    for column in range(1, page.max_column + 1):
        a, b = page.cell(one, column), page.cell(two, column)
        a.value, b.value = b.value, a.value


def value_page(book):
    return next(page for page in book.worksheets if "#value" in columns_of(page))


def rows_of(book, keys):
    return [cell_of(book, key).row for key in keys]


def sort_rows(keys):
    def change(book):
        page, rows = value_page(book), rows_of(book, keys)
        for one, two in zip(rows[: len(rows) // 2], reversed(rows), strict=False):
            swap(page, one, two)

    return change


def insert_lines(book):
    page = value_page(book)
    page.insert_rows(7)
    page.cell(7, 2).value = "我自己加的一行 123"
    page.insert_rows(3)


def insert_column(book):
    value_page(book).insert_cols(3)
    value_page(book).cell(9, 3).value = 999


def move_columns(book):
    """The column to fill in stands before the names now, as cut and inserted there."""
    page = value_page(book)
    at = columns_of(page)["#value"] + 1
    cells = [page.cell(row, at).value for row in range(1, page.max_row + 1)]
    page.delete_cols(at)
    page.insert_cols(2)
    for row, value in enumerate(cells, 1):
        page.cell(row, 2).value = value


def rename_sheets(book):
    book.move_sheet(value_page(book), -1)
    value_page(book).title = "我的表 '2'"


def without_marks(book):
    value_page(book).delete_rows(1)


def without_keys(book):
    page = value_page(book)
    page.delete_cols(1)


def without_key_texts(book):
    for row in value_page(book).iter_rows(min_row=2):
        row[0].value = None


def without_codes(book):
    page = value_page(book)
    page.delete_cols(columns_of(page)["#code"] + 1)


def without_names(book):
    for name in list(book.defined_names):
        del book.defined_names[name]


def without_formulas(book):
    for page in book.worksheets:
        for row in page.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    cell.value = None


def with_a_copy(book):
    book.copy_worksheet(value_page(book)).title = "备份"


def with_notes(book):
    page = book.create_sheet("草稿纸", 0)
    for n in range(1, 9):
        page.append([f"算式 {n}", n * 1000, "备注"])


def without_colours(book):
    for row in value_page(book).iter_rows():
        for cell in row:
            cell.style = "Normal"


def renamed_hidden_sheet(book):
    book["annals"].title = "annals (2)"


def unhidden(book):
    for page in book.worksheets:
        page.sheet_state = "visible"
        page.column_dimensions["A"].hidden = False
    book["annals"].protection.disable()


def by_one_sheet(book):
    """Everything copied below each other into the first sheet, as people do it who dislike tabs."""
    first, *others = [page for page in book.worksheets if page.title != "annals"]
    for page in others:
        start = first.max_row + 2
        for row in page.iter_rows():
            for cell in row:
                first.cell(start + cell.row, cell.column).value = cell.value
    for page in others:
        book.remove(page)


WAYS = {
    "left as it was sent": [],
    "rows sorted": ["sort"],
    "rows inserted": [insert_lines],
    "rows sorted, then inserted": ["sort", insert_lines],
    "a column inserted": [insert_column],
    "the column moved": [move_columns],
    "sheets renamed and moved": [rename_sheets],
    "the hidden row taken out": [without_marks],
    "the hidden row taken out, rows sorted": ["sort", without_marks],
    "the hidden column taken out": [without_keys],
    "the hidden column taken out, rows sorted": [without_keys, "sort-by-code"],
    "the hidden column emptied": [without_key_texts],
    "the codes taken out": [without_codes],
    "the codes taken out and the keys emptied: names are left": [without_codes, without_key_texts],
    "the names taken out": [without_names],
    "names and codes taken out, rows sorted": ["sort", without_names, without_codes],
    "formulas taken out": [without_formulas],
    "a sheet copied before as a backup": ["copy-first"],
    "a sheet of own notes before all others": [with_notes],
    "pasted without formats": [without_colours],
    "the hidden sheet renamed": [renamed_hidden_sheet],
    "everything unhidden": [unhidden],
    "all in one sheet": [by_one_sheet],
    "several at once": ["sort", insert_lines, insert_column, rename_sheets, without_names, without_formulas],
}


@pytest.mark.parametrize("way", WAYS)
def test_every_value_arrives_at_its_own_place(form, way):
    values, more = wanted(form.keys), words_beside(form.keys)
    steps = [sort_rows(form.keys) if step == "sort" else step for step in WAYS[way]]
    if "copy-first" in steps:
        steps = [with_a_copy]
        form.edit(with_a_copy, fill_first(values), more)
    elif "sort-by-code" in steps:
        form.edit(filling(values), more, sort_rows(form.keys), without_keys)
    else:
        form.edit(filling({key: float(value) for key, value in values.items()}), more, *steps)
    answer = form.read()
    came = taken(answer)
    assert {key: came[key] for key in form.keys if key in came} == values
    assert refused(answer) == []
    arrived_beside(answer, form.keys)


def fill_first(values):
    def fill(book):
        page = value_page(book)
        for key, value in values.items():
            row = row_with(page, "#key", key.canonical())
            page.cell(row[0].row, columns_of(page)["#value"] + 1).value = float(value)

    return fill


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1,234", Decimal(1234)),
        ("1,234".translate(FULL), Decimal(1234)),
        (" 12 ", Decimal(12)),
        ("1.5万", Decimal(15000)),
        ("1.5萬", Decimal(15000)),
        ("约 1,200", Decimal(1200)),
        ("over 300", Decimal(300)),
        (0, Decimal(0)),
        ("不适用", "not_applicable"),
        ("保密", "confidential"),
    ],
)
def test_numbers_are_read_as_people_write_them(form, typed, value):
    key = next(key for key in form.keys if key.metric == "training.persontimes")
    form.edit(filling({key: typed}))
    assert taken(form.read()) == {key: value}


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("见附件", "figures.unreadable"),
        (date(2022, 3, 5), "figures.date_cell"),
        ("12 或 13", "figures.several"),
        ("#DIV/0!", "form.formula"),
        ("待定", "figures.open"),
        (True, "figures.unreadable"),
    ],
)
def test_what_is_no_number_is_refused_with_its_sheet_and_cell(form, typed, code):
    key = form.keys[2]
    places = {}

    def fill(book):
        cell = cell_of(book, key)
        cell.value = typed
        places[key] = f"{cell.parent.title}!{cell.coordinate}"

    form.edit(filling({form.keys[0]: 5}), fill)
    answer = form.read()
    assert taken(answer) == {form.keys[0]: Decimal(5)}
    assert [(subject, place) for subject, _, place in refused(answer)] == [(key.canonical(), places[key])]
    assert refused(answer)[0][1] == code


def test_a_percentage_that_excel_keeps_as_a_fraction_is_the_percentage_that_was_seen(form):
    key = next(key for key in form.keys if "share" in key.metric or "rate" in key.metric)

    def fill(book):
        cell_of(book, key).value = 0.936
        cell_of(book, key).number_format = "0.0%"

    form.edit(fill)
    assert taken(form.read()) == {key: Decimal("93.6")}


def test_another_unit_written_beside_the_value_is_converted_and_an_unknown_one_refused(form):
    key = next(key for key in form.keys if key.metric == "training.persontimes")

    def fill(unit):
        def change(book):
            cell_of(book, key).value = 2
            beside(book, key, "#unit").value = unit

        return change

    form.edit(fill("万人次"))
    assert taken(form.read()) == {key: Decimal(20000)}
    form.edit(fill("头"))
    assert taken(form.read()) == {}
    assert [code for _, code, _ in refused(form.read())] == ["figures.unit_in_value"]


def test_a_form_that_nobody_touched_offers_nothing(form, sent_filled, lists):
    for case in (form, sent_filled, lists):
        answer = case.read()
        assert answer.offers == ()
        assert refused(answer) == []


def test_words_beside_a_value_come_with_it(form):
    key = form.keys[0]

    def fill(book):
        cell_of(book, key).value = 7
        for mark, words in (
            ("#footnote", "不含外包"),
            ("#note", "内部核对"),
            ("#source", "人事系统"),
            ("#evidence", "明细.xlsx"),
        ):
            beside(book, key, mark).value = words

    form.edit(fill)
    proof, offer = form.read().offers
    point = offer.theirs
    assert (point.footnote, point.note, point.source) == ("不含外包", "内部核对", "人事系统")
    assert (proof.theirs.name, proof.theirs.subject, proof.theirs.awaited) == ("明细.xlsx", key.canonical(), True)


def test_how_a_value_was_made_comes_with_it(form):
    key = form.keys[0]

    def fill(book):
        cell_of(book, key).value = 7
        beside(book, key, "#method").value = "抽样调查"
        beside(book, key, "#estimated").value = "Estimated"
        beside(book, key, "#as_of").value = "2022年6月30日"

    form.edit(fill)
    point = form.read().offers[0].theirs
    assert (point.method, point.estimated, point.as_of) == ("抽样调查", True, "2022-06-30")


def test_what_says_neither_measured_nor_estimated_and_no_date_is_told_and_the_value_taken(form):
    key = form.keys[0]

    def fill(book):
        cell_of(book, key).value = 7
        beside(book, key, "#estimated").value = "大概"
        beside(book, key, "#as_of").value = "年中"

    form.edit(fill)
    answer = form.read()
    assert [code for _, code, _ in refused(answer)] == ["form.stated", "figures.as_of"]
    assert str(answer.offers[0].theirs.value) == "7"


def test_a_file_that_is_only_named_needs_no_value(form):
    key = form.keys[0]
    form.edit(lambda book: setattr(beside(book, key, "#evidence"), "value", "a.pdf; b.xlsx"))
    answer = form.read()
    assert [offer.theirs.name for offer in answer.offers] == ["a.pdf", "b.xlsx"]
    assert refused(answer) == []


def test_evidence_that_stands_when_a_form_is_made_is_no_item_of_it(tmp_path):
    made = order("hr", filled=True)
    key = next(item.subject for item in made.items if item.kind == "value")
    proofs = [keep(Evidence(key, "ab" * 32, "合同.pdf")), keep(awaited(key, "明细.xlsx"))]
    snapshot = overlay(made.moment.snapshot, proofs)
    made = replace(made, moment=Moment(made.moment.definitions, snapshot))
    case = Case(written(made, tmp_path / "form.xlsx"), made)
    answer = case.read()
    assert (answer.offers, refused(answer)) == ((), [])

    def fill(book):
        cell = beside(book, case.keys[0], "#evidence")
        assert set(cell.value.split("; ")) == {"合同.pdf", "明细.xlsx"}
        cell.value = f"{cell.value}; 新.pdf"

    case.edit(fill)
    answer = case.read()
    assert [getattr(offer.theirs, "name", "") for offer in answer.offers] == ["新.pdf"]
    assert "form.unfinished" not in [code for _, code, _ in refused(answer)]


def test_an_omission_is_chosen_and_its_only_words_explain_it(form):
    key = form.keys[1]

    def fill(book):
        beside(book, key, "#omission").value = "未统计"
        beside(book, key, "#note").value = "系统明年上线"

    form.edit(fill)
    point = form.read().offers[0].theirs
    assert (point.omission, point.footnote, point.note) == ("not_collected", "系统明年上线", "")


def test_a_value_beside_a_reason_why_there_is_none_is_refused(form):
    key = form.keys[1]

    def fill(book):
        cell_of(book, key).value = 12
        beside(book, key, "#omission").value = "保密"

    form.edit(fill)
    assert [code for _, code, _ in refused(form.read())] == ["form.both"]
    assert form.read().offers == ()


@pytest.mark.parametrize("dash", ["—", "-", "－", "/"])
def test_a_dash_where_a_value_is_asked_for_is_asked_about(form, dash):
    key, chosen = form.keys[1:3]

    def fill(book):
        beside(book, chosen, "#omission").value = "不适用"

    form.edit(filling({key: dash, chosen: dash}), fill)
    answer = form.read()
    assert [(subject, code) for subject, code, _ in refused(answer)] == [(key.canonical(), "form.dash")]
    assert taken(answer) == {chosen: "not_applicable"}


def test_what_is_typed_over_an_earlier_years_value_is_told_and_not_taken(sent_filled):
    key = next(key for key in sent_filled.keys if key.metric == "training.persontimes")
    places = []

    def overwrite(book):
        cell = beside(book, key, f"#shown.{key.period - 1}")
        cell.value = 4321
        places.append(f"{cell.parent.title}!{cell.coordinate}")

    sent_filled.edit(overwrite)
    answer = sent_filled.read()
    assert refused(answer) == [(key.canonical(), "form.overwritten", places[0])]
    assert answer.offers == ()
    assert answer.refused[0].issue.facts["text"] == "4321"


def test_a_value_in_a_row_that_somebody_has_inserted_is_told_and_not_taken(form):
    """The names of cells stay behind here, as with some programs: they then name a cell of the new row."""
    places = []

    def insert(book):
        cell = cell_of(book, form.keys[1])
        cell.parent.insert_rows(cell.row)
        stray = cell.parent.cell(cell_of(book, form.keys[1]).row - 1, columns_of(cell.parent)["#value"] + 1)
        stray.value = 999
        places.append(f"{stray.parent.title}!{stray.coordinate}")

    form.edit(filling({form.keys[0]: 5}), insert)
    answer = form.read()
    assert taken(answer) == {form.keys[0]: Decimal(5)}
    assert refused(answer) == [("", "form.stray", places[0])]


def test_only_what_was_changed_is_offered_with_what_was_sent_as_its_base(sent_filled):
    key = next(key for key in sent_filled.keys if key.metric == "training.persontimes")
    sent_filled.edit(filling({key: 250000}))
    (offer,) = sent_filled.read().offers
    assert (offer.subject, offer.base, offer.theirs.value) == (
        key,
        sent_filled.order.moment.snapshot.points[key],
        Decimal(250000),
    )


def test_a_blank_takes_nothing_away_and_says_so(sent_filled):
    key = sent_filled.keys[0]
    sent_filled.edit(filling({key: None}))
    answer = sent_filled.read()
    assert answer.offers == ()
    assert [(subject, code) for subject, code, _ in refused(answer)] == [(key.canonical(), "form.emptied")]


def test_an_omission_chosen_beside_the_value_that_was_sent_takes_its_place(sent_filled):
    key = sent_filled.keys[0]
    sent_filled.edit(lambda book: setattr(beside(book, key, "#omission"), "value", "不适用"))
    assert taken(sent_filled.read()) == {key: "not_applicable"}


def test_where_only_some_columns_were_sorted_the_rows_are_refused(form):
    first, second, *_ = form.keys
    values = wanted(form.keys)

    def sort_partly(book):
        page = value_page(book)
        one, two = rows_of(book, [first, second])
        for column in range(2, page.max_column + 1):
            a, b = page.cell(one, column), page.cell(two, column)
            a.value, b.value = b.value, a.value

    form.edit(filling({key: float(value) for key, value in values.items()}), sort_partly)
    answer = form.read()
    assert taken(answer) == {key: value for key, value in values.items() if key not in (first, second)}
    assert {code for _, code, _ in refused(answer)} == {"form.mixed"}


def test_the_same_item_filled_in_twice_and_differently_is_refused(form):
    values = wanted(form.keys)

    def other(book):
        copied = book.copy_worksheet(value_page(book))
        key = form.keys[0].canonical()
        copied.cell(row_with(copied, "#key", key)[0].row, columns_of(copied)["#value"] + 1).value = 1

    form.edit(filling({key: float(value) for key, value in values.items()}), other)
    answer = form.read()
    assert set(taken(answer)) == set(form.keys[1:])
    assert [(subject, code) for subject, code, _ in refused(answer)] == [(form.keys[0].canonical(), "form.twice")]


def test_rows_that_were_taken_out_are_told_once(form):
    form.edit(lambda book: value_page(book).delete_rows(rows_of(book, form.keys[:1])[0], 1))
    assert [code for _, code, _ in refused(form.read())] == ["form.gone"]


def test_a_row_that_was_not_asked_for_is_refused(form):
    strange = Key("users.mau", 2022)

    def add(book):
        page = value_page(book)
        row = page.max_row + 2
        page.cell(row, 1).value = strange.canonical()
        page.cell(row, columns_of(page)["#value"] + 1).value = 5

    form.edit(add)
    answer = form.read()
    assert answer.offers == ()
    assert [(subject, code) for subject, code, _ in refused(answer)] == [(strange.canonical(), "form.unknown")]


def edit_xml(path, old, new):
    """Change the XML of a sheet, where openpyxl writes no cached results."""
    source = path.with_name("source.xlsx")
    path.rename(source)
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, data.replace(old, new) if name.startswith("xl/worksheets/") else data)


def test_of_a_formula_its_result_is_taken_and_one_without_a_result_is_refused(form):
    first, second = form.keys[:2]
    form.edit(filling({first: "=1000+234", second: '=HYPERLINK("http://x","5")'}))
    assert [(subject, code) for subject, code, _ in refused(form.read())] == [
        (first.canonical(), "form.formula"), (second.canonical(), "form.formula")
    ]  # fmt: skip
    edit_xml(form.path, b"<f>1000+234</f><v/>", b"<f>1000+234</f><v>1234</v>")
    edit_xml(form.path, b"<f>1000+234</f><v></v>", b"<f>1000+234</f><v>1234</v>")
    (offer,) = form.read().offers
    assert (offer.theirs.value, offer.theirs.typed) == (Decimal(1234), "1234")


def test_the_person_and_the_handing_in_are_what_the_first_sheet_says(form):
    assert (form.read().person, form.read().submitted) == ("hr 联系人", None)

    def sign(book):
        page = book.worksheets[0]
        rows = {row[0].value: row for row in page.iter_rows()}
        rows["#person"][3].value = "人事专员"
        rows["#finished"][3].value = "是"
        rows["#why"][3].value = "其余下月补"

    form.edit(filling({form.keys[0]: 3}), sign)
    answer = form.read()
    assert (answer.person, answer.submitted.by, answer.submitted.words) == ("人事专员", "人事专员", "其余下月补")
    assert answer.offers[0].steps[0].who == "人事专员"


def test_a_form_that_says_it_is_finished_and_is_not_hands_nothing_in(form):
    places = []

    def sign(book):
        row = next(row for row in book.worksheets[0].iter_rows() if row[0].value == "#finished")
        row[3].value = "是"
        places.append(f"{book.worksheets[0].title}!{row[3].coordinate}")

    form.edit(filling({form.keys[0]: 3}), sign)
    answer = form.read()
    assert answer.submitted is None
    assert [(code, place) for _, code, place in refused(answer)] == [("form.unfinished", places[0])]


def test_a_form_filled_to_the_end_needs_no_reason(form):
    def everything(book):
        for page in book.worksheets:
            marks = columns_of(page)
            if "#text" in marks:
                for row in page.iter_rows():
                    if str(row[0].value or "").startswith("text/"):
                        row[marks["#text"]].value = f"文字 {row[0].row}"
        next(row for row in book.worksheets[0].iter_rows() if row[0].value == "#finished")[3].value = "yes"

    form.edit(filling({key: float(value) for key, value in wanted(form.keys).items()}), everything)
    answer = form.read()
    assert refused(answer) == []
    assert (answer.submitted.by, answer.submitted.words) == ("hr 联系人", "")


def test_each_offer_says_from_which_sheet_and_cell_it_comes(form):
    places = []

    def fill(book):
        cell = cell_of(book, form.keys[0])
        cell.value = 3
        places.append(f"{cell.parent.title}!{cell.coordinate}")

    form.edit(fill)
    step = form.read().offers[0].steps[0]
    assert step.reason == places[0]
    assert step.at.replace(microsecond=0) <= datetime.now(UTC)


def test_a_text_is_offered_where_its_words_are_others(lists):
    page = next(p for p in order_pages(lists) if "#text" in columns_of(p))
    subject = page.cell(6, 1).value

    def change(book):
        row = row_with(book[page.title], "#key", subject)
        row[columns_of(page)["#text"]].value = " 新的一段。\r\n\r\n第二段。"

    lists.edit(change)
    (offer,) = lists.read().offers
    assert isinstance(offer.theirs, SlotText)
    assert offer.theirs.text == "新的一段。\n\n第二段。"


def order_pages(case):
    import openpyxl

    return openpyxl.load_workbook(case.path).worksheets


def record_page(book):
    return next(p for p in book.worksheets if any(mark.startswith("#field.") for mark in columns_of(p)))


def test_a_new_row_of_a_list_becomes_a_record_there_and_a_changed_one_stays_itself(lists):
    made = {}

    def change(book):
        page = record_page(book)
        columns = columns_of(page)
        field = next(mark for mark in columns if mark.startswith("#field."))
        blank = row_with(page, "#key", "list/")
        blank[columns[field]].value = "新的一条"
        made["type"], made["column"] = field.removeprefix("#field.").split(".")
        made["block"] = blank[0].value.partition("#")[0].rpartition("/")[2]

    lists.edit(change)
    (offer,) = lists.read().offers
    record = offer.theirs
    assert isinstance(record, Record)
    assert (record.key.type, record.report, record.block) == (made["type"], REPORT, made["block"])
    assert record.field(made["column"]).words.get("zh-Hans") == "新的一条"
    assert record.key == RecordKey(made["type"], record.key.id)
    assert offer.base is None


def test_a_form_read_again_names_its_new_records_alike(lists):
    def change(book):
        page = record_page(book)
        columns = columns_of(page)
        field = next(mark for mark in columns if mark.startswith("#field."))
        row_with(page, "#key", "list/")[columns[field]].value = "新的一条"

    lists.edit(change)
    assert [offer.subject for offer in lists.read().offers] == [offer.subject for offer in lists.read().offers]


def test_rows_added_below_a_list_belong_to_the_list_that_they_name(lists):
    def change(book):
        page = record_page(book)
        columns = columns_of(page)
        field = next(mark for mark in columns if mark.startswith("#field."))
        like = row_with(page, "#key", "list/")
        for n in (1, 2):
            row = page.max_row + n
            page.cell(row, columns[field] + 1).value = f"另加 {n}"
            page.cell(row, columns["#list"] + 1).value = copy(like[columns["#list"]].value)

    lists.edit(change)
    records = [offer.theirs for offer in lists.read().offers]
    assert len({record.key for record in records}) == 2
    assert len({record.block for record in records}) == 1
    assert refused(lists.read()) == []
