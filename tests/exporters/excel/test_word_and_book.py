"""The Word draft against the workbook, number by number by key: value, unit, period, as files."""

import re
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from lxml import etree

from exporters.assembly.document import build_document
from exporters.excel.sheets.book import build_workbook
from exporters.word.writer import write_word
from schema.grammar.reference import parse_reference
from schema.grammar.words import LANGUAGES
from schema.moment import Moment
from schema.values.display import qualifier_words, round_half_up
from tests.exporters.excel import sample

KEY = re.compile(r"v[0-9a-f]{12}")
FORM = re.compile(r'((?:"[^"]*")*)(#,##0(?:\.0+)?)((?:"[^"]*")*)')
REPORTS = ("csr-2019", "esg-2021", "csr-2022")
PAIRS = [(report, language) for report in REPORTS for language in LANGUAGES]
MOST = [pytest.param(*pair, marks=() if pair == ("csr-2019", "zh-Hans") else pytest.mark.long) for pair in PAIRS]


def store(path):
    """What the draft prints, by key: reference, format, exact value, text, unit."""
    with zipfile.ZipFile(path) as parts:
        names = [name for name in parts.namelist() if re.fullmatch(r"customXml/item\d+\.xml", name)]
        (root,) = (x for x in (etree.fromstring(parts.read(n)) for n in names) if "urn:annals:values:1" in x.tag)
    return {etree.QName(one).localname: {etree.QName(c).localname: c.text or "" for c in one} for one in root}


def displayed(value, form):
    """A number as its cell shows it, without the sign of a change and the mark of a year that is not comparable."""
    before, digits, after = FORM.fullmatch(form.split(";")[0].lstrip("+")).groups()
    places = len(digits.partition(".")[2])
    number = f"{round_half_up(Decimal(format(value, '.15g')), places):,.{places}f}"
    return before.replace('"', "") + (number.lstrip("-") if ";" in form else number) + after.replace('"', "")


def shown_by_chapter(path, titles):
    """For each chapter's sheet what it shows under each key: the text, the unit, the year of its column."""
    book = openpyxl.load_workbook(path, data_only=True)
    return {title: dict(_shown(book[title])) for title in titles if title in book.sheetnames}


def _shown(sheet):
    head = [str(cell.value or "") for cell in sheet[3]]
    years = [number for number, text in enumerate(head) if re.fullmatch(r"\d{4}", text)]
    change = [years[-1] + 1] if "" not in head[-1:] and not re.search(r"\d{4}", head[-1]) else []
    for row in sheet.iter_rows(min_row=4):
        for column, cell in zip(years + change, row[-len(years + change) :], strict=True):
            if cell.value and KEY.fullmatch(str(cell.value)):
                unit = row[1].value or "" if column in years else None
                yield cell.value, (row[column].value, row[column].number_format, unit, head[column])


def change_of(value, form):
    """A change as its cell shows it."""
    return displayed(value * 100 if "%" in form.replace('"%"', "") else value, re.sub(r"(?<!\")%", "", form))


def unlike(entry, told, fact, language, year):
    """What differs between a number of the draft and its cell; nothing where they say the same."""
    value, form, unit, period = told
    reference = parse_reference(entry["ref"]).key(0)
    if unit is None:  # a change says its unit itself
        return None if value == entry["text"] or entry["text"].rstrip("%") in change_of(value, form) else (entry, value)
    if unit != entry["unit"].strip() or period != str(reference.period or year):
        return (entry["ref"], entry["unit"], unit, period)
    if fact.value is None:
        return None if value == entry["text"] else (entry["ref"], entry["text"], value)
    words = qualifier_words(fact.qualifier, language)
    text = displayed(value, form)
    return None if bare(text, words) == bare(entry["text"], words) else (entry["ref"], entry["text"], text)


def bare(text, words):
    """The digits of a number: the draft may set its qualifier and its % beside it, and a mark behind it."""
    for word in filter(None, (one.strip() for one in words)):
        text = text.replace(word, "")
    return text.rstrip("*†▲ ").replace("%", "").strip()


@pytest.mark.parametrize(("report", "language"), MOST)
def test_each_chapter_of_the_draft_and_its_sheet_have_the_same_numbers(report, language, tmp_path):
    moment = Moment(sample.definitions(), sample.snapshot())
    document = build_document(moment, report, language)
    book = build_workbook(moment, document)
    write_word(document, tmp_path / "draft.docx", pictures=lambda name: b"")
    printed, facts = store(tmp_path / "draft.docx"), {fact.word_key: fact for fact in document.facts}
    headings = {sheet.rows[0].cells[0].value: sheet.title for sheet in book.sheets if sheet.rows[0].cells}
    outline = moment.outline(report)
    titles = {chapter.code: headings.get(chapter.title.best(language)) for chapter in outline.chapters}
    sheets = shown_by_chapter(sample.saved(book, tmp_path), titles.values())
    assert printed.keys() == facts.keys()
    wrong = []
    for key, entry in printed.items():
        for chapter in {stand.chapter for stand in facts[key].stands}:
            told = sheets[titles[chapter]].get(key)
            empty = facts[key].state == "omission" and moment.figures.value(facts[key].key).kind == "missing"
            difference = ("absent", entry["ref"]) if told is None else unlike(
                entry, told, facts[key], language, outline.year)  # fmt: skip
            wrong += [(titles[chapter], difference)] if difference and not empty else []
    assert wrong == []
