"""The drafts beside the two printed reports: headings, tables and index say what was printed, where it was printed."""

import re
import unicodedata
from itertools import chain

import pytest

from exporters.as_text import words
from exporters.content import Heading, Index, LinkedNumber, Pages, Table
from schema.catalogue.outline import TableBlock
from tests.census.census import ROOT
from tests.exporters.built import build_document

SEEDS = ROOT.parent / "shared" / "seeds"
PRINTED = {"esg-2021": "2021-esg-report.txt", "csr-2022": "2022-csr-report.txt"}
# Text was read from pages in columns: on one page a heading may come after what stands below it.
PAGE = 40
OPENER = "the chapter's opening page is a picture; its title stands in the contents and in page heads only"
NOT_A_LINE = {
    "esg-2021": {
        **dict.fromkeys(("governance", "winwin", "experience", "green", "people", "society"), OPENER),
        "green.targets": "the double page of the targets has no heading; its lead names the subject",
    },
    "csr-2022": dict.fromkeys(("partone", "parttwo"), OPENER),
}
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the printed reports are not part of this repository")


def letters(text):
    """Letters and digits alone: spaces, punctuation and widths differ between print and draft."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c)[0] in "LN")


def digits(text):
    return re.findall(r"\d[\d,]*(?:\.\d+)?", unicodedata.normalize("NFKC", text))


def printed(report):
    return (SEEDS / PRINTED[report]).read_text("utf-8")


def printed_lines(report):
    return [line for line in map(letters, printed(report).splitlines()) if line]


def is_line(heading, lines, at):
    """Whether a heading is a line of its own, alone or broken in two, with or without the mark of a footnote."""
    return any(re.fullmatch(re.escape(heading) + r"\d{0,2}", line) for line in (lines[at], "".join(lines[at : at + 2])))


def out_of_order(headings, lines):
    """Yield headings that are no line of the print at or after (a page's leeway) the heading before."""
    reached, used = 0, set()
    for heading in headings:
        places = range(max(0, reached - PAGE), len(lines))
        found = next((at for at in places if at not in used and is_line(letters(heading), lines, at)), None)
        if found is None:
            yield heading
        else:
            used.add(found)
            reached = max(reached, found)


@pytest.fixture(scope="module")
def drafts(sample_definitions, sample_snapshot):
    return {
        report: build_document(
            sample_definitions, report, sample_definitions.outlines[report].language, sample_snapshot
        )
        for report in PRINTED
    }


ADDED = ("kpis", "gri")  # chapters that the printed reports have not


@pytest.mark.parametrize("report", PRINTED)
def test_every_heading_is_a_printed_line_in_the_printed_order(drafts, report):
    excepted = NOT_A_LINE[report]
    own = (*excepted, *ADDED)
    headings = [b.text for b in drafts[report].blocks if isinstance(b, Heading) and b.id not in own]
    assert len(headings) > 70
    assert list(out_of_order(headings, printed_lines(report))) == []


@pytest.mark.parametrize("report", PRINTED)
def test_headings_that_are_no_line_are_printed_somewhere(drafts, report):
    text = letters(printed(report))
    found = {b.id: letters(b.text) in text for b in drafts[report].blocks if isinstance(b, Heading)}
    assert {code: found[code] for code in NOT_A_LINE[report]} == dict.fromkeys(NOT_A_LINE[report], True)


def test_a_swapped_or_unprinted_heading_is_noticed(drafts):
    headings = [b.text for b in drafts["esg-2021"].blocks if isinstance(b, Heading) and b.level == 2]
    lines = printed_lines("esg-2021")
    assert "從未印過的標題" in list(out_of_order([*headings, "從未印過的標題"], lines))
    assert list(out_of_order([headings[-1], *headings[:-1]], lines))


def table_numbers(definitions, document):
    planned = {
        b.id
        for s in definitions.outlines[document.report].walk()
        for b in s.blocks
        if isinstance(b, TableBlock) and not b.kpis
    }
    for table in (b for b in document.blocks if isinstance(b, Table) and b.id in planned):
        for cell in (cell for row in table.rows for cell in row.cells):
            yield from (inline for inline in cell if isinstance(inline, LinkedNumber))


def published(snapshot, report):
    """Return what a report printed for each key: the digits of every place."""
    known = {}
    for value in snapshot.published:
        if value.report == report:
            known.setdefault(value.key.canonical(), []).append(digits(value.text))
    return known


def test_every_number_of_a_table_has_the_printed_digits(definitions, sample_snapshot, drafts):
    known = published(sample_snapshot, "esg-2021")
    numbers = (
        n for n in table_numbers(definitions, drafts["esg-2021"]) if n.state == "value" and "change" not in n.format
    )
    shown = [n for n in numbers if n.reference in known]
    wrong = {n.reference: n.text for n in shown if digits(n.text) not in known[n.reference]}
    assert len(shown) > 80
    assert wrong == {}


@pytest.mark.parametrize("report", PRINTED)
def test_published_values_are_those_that_were_printed(sample_snapshot, report):
    text = unicodedata.normalize("NFKC", printed(report)).replace(" ", "")
    known = [(key, part) for key, places in published(sample_snapshot, report).items() for part in chain(*places)]
    assert len(known) > 200
    assert [(key, part) for key, part in known if part not in text] == []


def test_the_index_answers_what_the_printed_index_answers(drafts):
    text = printed("esg-2021")
    index = text[text.rindex("聯交所 ESG 指標索引") : text.rindex("讀者意見反饋")]
    wanted = set(re.findall(r"^ *([AB]\d\.\d)", index, re.MULTILINE)) | set(re.findall(r"層面 ([AB]\d)", index))
    rows = next(block for block in drafts["esg-2021"].blocks if isinstance(block, Index)).rows
    made = {words(row.cells[0]): row for row in rows if not row.heading and words(row.cells[0])[:1] in ("A", "B")}
    assert set(made) == wanted
    without = {code for code, row in made.items() if not isinstance(row.cells[-1][0], Pages)}
    assert without == {"A2.5", "B6.1"}
    assert all("不適用" in words(made[code].cells[-1]) for code in without)


@pytest.mark.parametrize("report", PRINTED)
def test_no_sentence_of_the_print_is_copied(sample_snapshot, report):
    text = letters(printed(report))
    pieces = (
        (slot, letters(sentence))
        for (owner, slot, _), words in sample_snapshot.texts.items()
        if owner == report
        for sentence in re.split(r"[。；！？\n|]", words)
        if not re.search("[《、□]", sentence)  # names of rules, lists of names, boxes to tick
    )
    assert [(slot, piece) for slot, piece in pieces if len(re.findall("[㐀-鿿]", piece)) >= 15 and piece in text] == []
