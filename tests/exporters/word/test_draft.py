"""The drafts of the sample: each report, whole, in three languages."""

import pytest

from exporters.blocks import Table
from exporters.content import Chart, Panel
from exporters.word.writer import write_word
from schema.grammar.reference import value_key
from tests.exporters.built import build_document
from tests.exporters.word.reading import Draft, W

REPORTS = ("csr-2019", "esg-2021", "csr-2022")
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
EVERY = [(report, language) for report in REPORTS for language in LANGUAGES]
# One report in each language; each in the others in `make test-long`.
OWN = list(zip(REPORTS, LANGUAGES, strict=True))
MOST = [pytest.param(pair, marks=() if pair in OWN else pytest.mark.long) for pair in EVERY]


@pytest.fixture(scope="module", params=MOST, ids="-".join)
def made(request, definitions, sample_snapshot, sample_pictures, tmp_path_factory):
    report, language = request.param
    document = build_document(definitions, report, language, sample_snapshot)
    path = tmp_path_factory.mktemp("draft") / f"{report}.docx"
    write_word(document, path, pictures=sample_pictures)
    return definitions.outlines[report], document, path


def test_every_heading_of_the_outline_stands_in_order_and_in_the_language(made):
    outline, document, path = made
    counted = [section for section in outline.walk() if section.matter != "part"]
    wanted = [(section.level, section.title.get(document.language)) for section in counted]
    assert Draft(path).headings() == wanted


def test_every_control_shows_what_the_store_says(made):
    _, document, path = made
    draft = Draft(path)
    store = draft.store()
    controls = draft.controls()
    assert len(controls) == len(list(document.numbers())) > 50
    assert all(store[c.tag.removeprefix("annals:")]["text"] == c.text != "" for c in controls)


def test_every_key_follows_from_its_reference_and_format(made):
    for key, entry in Draft(made[2]).store().items():
        assert key == value_key(entry["ref"], entry["format"])


def test_every_missing_thing_has_a_comment(made):
    _, document, path = made
    gaps = sum(type(inline).__name__ == "Gap" for inline in document.inlines())
    asked = sum(bool(number.remark) for number in document.numbers())
    asked += sum(type(inline).__name__ == "Text" and bool(inline.remark) for inline in document.inlines())
    assert len(Draft(path).comments()) == gaps + asked


def test_every_page_field_has_its_bookmark(made):
    draft = Draft(made[2])
    targets = {i.split()[1] for i in draft.instructions() if i.startswith(("PAGEREF", "NOTEREF"))}
    assert targets <= set(draft.bookmarks())


def charts_of(block):
    return block.charts if isinstance(block, Panel) else (block,) if isinstance(block, Chart) else ()


def test_charts_are_as_many_as_the_outline_has(made):
    outline, document, path = made
    planned = [b.id for s in outline.walk() for b in s.blocks if type(b).__name__ == "ChartBlock"]
    names = [e.get("name") for e in Draft(path).root.iter() if e.tag.endswith("}docPr")]
    drawn = [name.removeprefix("annals:chart:") for name in names if name.startswith("annals:chart:")]
    assert drawn == [chart.id for block in document.blocks for chart in charts_of(block)]
    assert all(any(name.startswith(code) for code in planned) for name in drawn)


def test_table_heads_are_repeated(made):
    tables = [
        t
        for t in Draft(made[2]).root.iter(f"{W}tbl")
        if t.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "ReportTable"
    ]
    headed = [table for table in tables if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None]
    shown = [block for block in made[1].blocks if isinstance(block, Table)]
    assert headed
    assert len(tables) - len(headed) == sum(not any(column.title for column in block.columns) for block in shown)


# Seconds of validating each: reports and languages differ in words more than in structure.
@pytest.mark.parametrize(
    "made", [pytest.param(pair, marks=() if pair == OWN[-1] else pytest.mark.long) for pair in EVERY], indirect=True,
    ids="-".join,
)  # fmt: skip
def test_the_file_is_valid(made, assert_valid_docx):
    assert_valid_docx(made[2])
