"""Walks the shipped definitions: each metric, each language, each outline, each sample value and text.

A walk is one test: it collects what is wrong, so that its message names each failing item.
"""

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest

from schema.catalogue.block_references import is_block_reference
from schema.catalogue.company_fields import company_words
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
from schema.grammar.linked import parse_linked
from schema.grammar.reference import parse_record, parse_reference
from schema.grammar.words import LANGUAGES
from schema.validation.record_checks import check_record
from schema.values.datapoint import Attachment, Snapshot
from schema.values.figures import Figures
from schema.values.record_places import home
from tests.catalogue_walk import walk

RESOURCES = Path(__file__).parents[1] / "resources"
REPORTS = ("csr-2019", "csr-2022", "esg-2021", "press-2021", "press-2022")


@pytest.fixture(scope="module")
def catalogue(definitions):
    return definitions.catalogue


@pytest.fixture(scope="module")
def texts():
    return load_texts(RESOURCES / "sample" / "texts")


@pytest.fixture(scope="module")
def records(catalogue):
    return load_records(RESOURCES / "sample" / "records", catalogue)


@pytest.fixture(scope="module")
def held(records):
    """The sample's records and pictures; read without its bytes, a picture is known by its file's name."""
    names = [path.name for path in (RESOURCES / "sample" / "pictures").glob("*.png")]
    pictures = {name: Attachment(name, name, "png", 1, 1, 1) for name in names}
    return Snapshot(records={record.key: record for record in records}, attachments=pictures)


def blocks(outline):
    return [block for section in outline.walk() for block in section.blocks]


def placements(outline):
    for block in blocks(outline):
        rows = {TableBlock: "rows", CalloutBlock: "items", ChartBlock: "series"}.get(type(block))
        yield from (row for row in getattr(block, rows) if isinstance(row, Placement)) if rows else ()


def words_of(record):
    return [field.words.get(language) for field in record.fields.values() for language in LANGUAGES]


def test_what_is_said_in_one_language_is_said_in_all_three(definitions):
    found = dict(walk(definitions))
    assert len(found) > 3000
    assert [where for where, words in found.items() if words and words.missing()] == []


def test_the_reports_are_there(definitions):
    assert set(REPORTS) == set(definitions.outlines)


def test_a_metric_has_its_name_in_three_languages(catalogue):
    assert len(catalogue.metrics) > 400
    assert [code for code, metric in catalogue.metrics.items() if metric.name.missing()] == []


def test_a_definition_says_more_than_the_name(catalogue):
    defined = {code: metric for code, metric in catalogue.metrics.items() if metric.definition}
    assert len(defined) > 100
    assert [code for code, metric in defined.items() if metric.definition.missing()] == []
    assert [short for code, metric in defined.items() for short in says_no_more(code, metric)] == []


def says_no_more(code, metric):
    for language in LANGUAGES:
        name, words = metric.name.get(language), metric.definition.get(language)
        rest = re.sub(r"[\s。.，,：:]|the |of ", "", words.replace(name, ""))
        if len(rest) < (8 if language == "en" else 4):
            yield f"{code} {language}: {words}"


def test_a_definition_that_repeats_the_name_is_noticed(catalogue):
    metric = next(iter(catalogue.metrics.values()))
    assert len(list(says_no_more("a", replace(metric, definition=metric.name)))) == len(LANGUAGES)


def test_a_metric_answers_a_framework_or_a_report_places_it(definitions, catalogue, texts, records):
    placed = {parse_reference(item.reference).code for o in definitions.outlines.values() for item in placements(o)}
    inputs = {ref.code for m in catalogue.metrics.values() if m.formula for ref in m.formula.references()}
    written = [text.text for text in texts] + [text for record in records for text in words_of(record)]
    linked = {
        part.reference.code
        for text in written
        for part in parse_linked(text)
        if not isinstance(part, str) and part.reference is not None
    }
    used = placed | inputs | linked
    assert [code for code, metric in catalogue.metrics.items() if not metric.disclosures and code not in used] == []


@pytest.mark.parametrize("report", REPORTS)
def test_every_slot_of_the_outline_has_sample_words_in_its_own_language(definitions, texts, report):
    outline = definitions.outlines[report]
    slots = {block.slot for block in blocks(outline) if isinstance(block, TextBlock)}
    filled = {text.slot for text in texts if text.report == report and text.language == outline.language}
    assert sorted(slots - filled) == []
    assert sorted(filled - slots) == []


@pytest.mark.parametrize("report", REPORTS)
def test_every_block_of_records_has_rows_with_words_in_the_reports_language(definitions, catalogue, records, report):
    outline = definitions.outlines[report]
    placed = {found.type for block in blocks(outline) if (found := records_block(block))}
    own = [record for record in records if record.report == report]
    assert {record.key.type for record in own} == placed
    empty = []
    for record in own:
        for column in catalogue.records[record.key.type].columns:
            field = record.field(column.code)
            filled = field.words.get(outline.language) if column.worded else field.typed
            if column.required and not filled:
                empty.append(f"{record.key.canonical()}.{column.code}")
    assert empty == []


@pytest.mark.parametrize("report", REPORTS)
def test_every_section_has_something_under_it(definitions, report):
    empty = [s.code for s in definitions.outlines[report].walk() if not s.blocks and not s.sections]
    assert empty == []


@pytest.mark.parametrize("report", REPORTS)
def test_every_framework_of_a_report_has_an_index(definitions, report):
    outline = definitions.outlines[report]
    indexed = {block.framework for block in blocks(outline) if isinstance(block, IndexBlock)}
    assert set(outline.frameworks) <= indexed


def test_every_sample_file_of_figures_is_read_without_an_issue(catalogue):
    paths = sorted((RESOURCES / "sample" / "figures").glob("*.csv"))
    files = {path.name: read_figures(path, catalogue) for path in paths}
    assert len(files) > 5
    assert [name for name, file in files.items() if not file.changes] == []
    assert [(name, issue) for name, file in files.items() for issue in file.issues] == []


def test_one_data_point_stands_in_one_sample_file_only():
    places = {}
    for path in sorted((RESOURCES / "sample" / "figures").glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                if not row.get("report"):
                    key = (row["metric"], row["period"], row.get("category", ""), row.get("entity", ""))
                    places.setdefault(key, []).append(path.name)
    assert {key: names for key, names in places.items() if len(names) > 1} == {}


def unknown_links(text, language, catalogue, held):
    for part in parse_linked(text):
        if not isinstance(part, str) and not is_known(part, language, catalogue, held):
            yield part.written


def is_known(part, language, catalogue, held):
    if part.reference is None:  # braces around something else
        return False
    code = part.reference.code
    if is_block_reference(code):  # that its table or figure stands in the report is checked with the report
        return True
    number = parse_record(code)
    if number is None:
        return code in catalogue.metrics or company_words(catalogue.company, code, language) is not None
    return number[0] in held.records and held.records[number[0]].field(number[1]).value is not None


def test_every_linked_number_of_a_sample_text_is_known(catalogue, texts, held):
    assert len(texts) > 500
    unknown = [(text.report, text.slot, text.language, link)
               for text in texts for link in unknown_links(text.text, text.language, catalogue, held)]  # fmt: skip
    assert unknown == []


@pytest.mark.parametrize("link", ["no.such.metric", "company.nosuch", "record/case/nosuch.people", "员工"])
def test_a_link_that_leads_nowhere_is_noticed(catalogue, held, link):
    assert list(unknown_links(f"a {{{link}}} b", "en", catalogue, held))


def test_every_sample_record_has_its_place(definitions, records):
    assert len(records) > 100
    placed = {r.key.canonical(): (home(definitions.outlines[r.report], r), r.block) for r in records}
    assert {key: places for key, places in placed.items() if not places[0] or places[1] not in ("", places[0])} == {}


def test_every_sample_record_has_what_its_type_requires(definitions, catalogue, records, held):
    figures = Figures(catalogue, held)
    issues = [
        (record.key.canonical(), issue.code)
        for record in records
        for issue in check_record(
            record, catalogue.records[record.key.type], definitions.outlines[record.report], figures
        )
        if issue.code.startswith("record.")
    ]
    assert issues == []


def test_every_linked_number_of_a_sample_record_is_known(definitions, catalogue, records, held):
    unknown = [
        (record.key.canonical(), link)
        for record in records
        for text in words_of(record)
        for link in unknown_links(text, definitions.outlines[record.report].language, catalogue, held)
    ]
    assert unknown == []
