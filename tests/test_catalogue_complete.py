"""Walks the shipped definitions: each metric, each language, each outline, each sample value and text."""

import csv
import re
from dataclasses import fields
from pathlib import Path

import pytest

from schema.catalogue.definitions import Company
from schema.catalogue.loader import load_definitions
from schema.catalogue.outline import (
    CalloutBlock,
    ChartBlock,
    IndexBlock,
    Placement,
    TableBlock,
    TextBlock,
    records_block,
)
from schema.exchange.figures_csv import read_figures
from schema.exchange.sample.records import load_records
from schema.exchange.sample.texts import load_texts
from schema.grammar.linked import company_words, parse_linked
from schema.grammar.reference import parse_record, parse_reference
from schema.grammar.words import LANGUAGES
from schema.validation.record_checks import check_record
from schema.values.datapoint import Attachment, Snapshot
from schema.values.figures import Figures
from schema.values.record_places import home
from tests.catalogue_walk import walk

FIELDS = {field.name.replace("_", "") for field in fields(Company)} | {"short", "name"}
RESOURCES = Path(__file__).parents[1] / "resources"
DEFINITIONS = load_definitions(RESOURCES / "definitions")
CATALOGUE = DEFINITIONS.catalogue
METRICS = sorted(CATALOGUE.metrics)
REPORTS = sorted(DEFINITIONS.outlines)
TEXTS = load_texts(RESOURCES / "sample" / "texts")
RECORDS = load_records(RESOURCES / "sample" / "records", CATALOGUE)
PICTURES = {
    path.name: Attachment(path.name, path.name, "png", 1, 1, 1)
    for path in (RESOURCES / "sample" / "pictures").glob("*.png")
}  # read without their bytes, a record's picture is known by its file's name
ROWS = {record.key: record for record in RECORDS}
WORDS_OF_RECORDS = [field.words.get(language) for r in RECORDS for field in r.fields.values() for language in LANGUAGES]


def blocks(report):
    return [block for section in DEFINITIONS.outlines[report].walk() for block in section.blocks]


def placements(report):
    for block in blocks(report):
        rows = {TableBlock: "rows", CalloutBlock: "items", ChartBlock: "series"}.get(type(block))
        yield from (row for row in getattr(block, rows) if isinstance(row, Placement)) if rows else ()


def test_what_is_said_in_one_language_is_said_in_all_three():
    found = dict(walk(DEFINITIONS))
    assert len(found) > 3000
    assert [where for where, words in found.items() if words and words.missing()] == []


def test_the_three_reports_are_there():
    assert {"csr-2019", "esg-2021", "csr-2022"} <= set(REPORTS)


@pytest.mark.parametrize("code", METRICS)
def test_a_metric_has_its_name_in_three_languages(code):
    assert CATALOGUE.metrics[code].name.missing() == ()


@pytest.mark.parametrize("code", METRICS)
def test_a_definition_says_more_than_the_name(code):
    metric = CATALOGUE.metrics[code]
    if not metric.definition:
        return
    assert metric.definition.missing() == ()
    for language in LANGUAGES:
        name, words = metric.name.get(language), metric.definition.get(language)
        rest = re.sub(r"[\s。.，,：:]|the |of ", "", words.replace(name, ""))
        assert len(rest) >= (8 if language == "en" else 4), f"{code} {language}: {words}"


@pytest.mark.parametrize("code", METRICS)
def test_a_metric_answers_a_framework_or_a_report_places_it(code):
    placed = {parse_reference(item.reference).code for report in REPORTS for item in placements(report)}
    inputs = {ref.code for m in CATALOGUE.metrics.values() if m.formula for ref in m.formula.references()}
    linked = {
        part.reference.code
        for text in [*(text.text for text in TEXTS), *WORDS_OF_RECORDS]
        for part in parse_linked(text)
        if not isinstance(part, str) and part.reference is not None
    }
    assert CATALOGUE.metrics[code].disclosures or code in placed | inputs | linked


@pytest.mark.parametrize("report", REPORTS)
def test_every_slot_of_the_outline_has_sample_words_in_its_own_language(report):
    outline = DEFINITIONS.outlines[report]
    slots = {block.slot for block in blocks(report) if isinstance(block, TextBlock)}
    told = {text.slot for text in TEXTS if text.report == report and text.language == outline.language}
    assert sorted(slots - told) == []
    assert sorted(told - slots) == []


@pytest.mark.parametrize("report", REPORTS)
def test_every_block_of_records_has_rows_with_words_in_the_reports_language(report):
    outline = DEFINITIONS.outlines[report]
    placed = {found.type for block in blocks(report) if (found := records_block(block))}
    own = [record for record in RECORDS if record.report == report]
    assert {record.key.type for record in own} == placed
    for record in own:
        for column in CATALOGUE.records[record.key.type].columns:
            field = record.field(column.code)
            filled = field.words.get(outline.language) if column.worded else field.typed
            assert filled or not column.required, f"{record.key.canonical()}.{column.code}"


@pytest.mark.parametrize("report", REPORTS)
def test_every_section_has_something_under_it(report):
    empty = [s.code for s in DEFINITIONS.outlines[report].walk() if not s.blocks and not s.sections]
    assert empty == []


@pytest.mark.parametrize("report", REPORTS)
def test_every_framework_of_a_report_has_an_index(report):
    indexed = {block.framework for block in blocks(report) if isinstance(block, IndexBlock)}
    assert set(DEFINITIONS.outlines[report].frameworks) <= indexed


@pytest.mark.parametrize("path", sorted((RESOURCES / "sample" / "figures").glob("*.csv")), ids=lambda path: path.name)
def test_a_sample_file_of_figures_is_read_without_an_issue(path):
    assert read_figures(path, CATALOGUE).issues == ()


def test_one_data_point_stands_in_one_sample_file_only():
    seen = {}
    for path in sorted((RESOURCES / "sample" / "figures").glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                if row.get("report"):
                    continue
                key = (row["metric"], row["period"], row.get("category", ""), row.get("entity", ""))
                assert key not in seen, f"{key} in {seen.get(key)} and {path.name}"
                seen[key] = path.name


def unknown_links(text, language):
    for part in parse_linked(text):
        if isinstance(part, str) or part.reference is None:
            continue
        code = part.reference.code
        number = parse_record(code)
        if number is not None:
            known = number[0] in ROWS and ROWS[number[0]].field(number[1]).value is not None
        else:
            known = code in CATALOGUE.metrics or company_words(CATALOGUE.company, code, language) is not None
        if not known:
            yield part.written


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: f"{text.report}.{text.slot}.{text.language}")
def test_every_linked_number_of_a_sample_text_is_known(text):
    assert list(unknown_links(text.text, text.language)) == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.key.canonical())
def test_a_sample_record_has_its_place_what_its_type_requires_and_known_links(record):
    outline, kind = DEFINITIONS.outlines[record.report], CATALOGUE.records[record.key.type]
    assert home(outline, record) == (record.block or home(outline, record)) != ""
    held = Snapshot(records=ROWS, attachments=PICTURES)
    assert [issue.code for issue in check_record(record, kind, outline, Figures(CATALOGUE, held))
            if issue.code.startswith("record.")] == []  # fmt: skip
    words = [field.words.get(language) for field in record.fields.values() for language in LANGUAGES]
    assert [link for text in words for link in unknown_links(text, outline.language)] == []
