"""Texts written before anybody looked at how they would be read: news, press and web pages in all three languages.

Marks are those of test_texts; names are said in the words of newspapers, so that not every number can be known. The rates
are floors: what was measured when the texts were added, a little below.
"""

from pathlib import Path

import pytest

from desktop.work.scan import QuotedAt, scan_file
from schema.moment import Moment
from tests.scan.test_texts import MARK, Marked
from tests.scan.truth import squeezed

FOLDER = Path(__file__).parent / "held_out"
WRONG_FOUND, TRUE_KNOWN = 0.78, 0.76
AGREES = ("match", "rounded", "circular")


def rows_of(path: Path, moment: Moment, folder: Path) -> tuple[list[Marked], list[QuotedAt]]:
    """Every mark of a text with what was found at it, and what else was found."""
    text = path.read_text("utf-8")
    plain = folder / path.name
    plain.write_text(MARK.sub(lambda m: m["quote"], text), "utf-8")
    left, rows = list(scan_file(plain, moment).numbers), []
    for number, line in enumerate(text.split("\n"), 1):
        for mark in MARK.finditer(line):
            found = next((q for q in left if q.line == str(number) and is_said(q, mark["quote"])), None)
            if found is not None:
                left.remove(found)
            rows.append(Marked(str(number), mark["quote"], mark["kind"], found))
    return rows, left


def is_said(found: QuotedAt, quote: str) -> bool:
    """Whether a number that was found is the one that was marked, which may have another word around it."""
    mine, marked = squeezed(found.number.quote), squeezed(quote)
    return found.number.statement is not None and (mine in marked or marked in mine)


@pytest.fixture(scope="module")
def read(definitions, sample_snapshot, tmp_path_factory):
    moment, folder = Moment(definitions, sample_snapshot), tmp_path_factory.mktemp("plain")
    return {path.stem: rows_of(path, moment, folder) for path in sorted(FOLDER.iterdir())}


@pytest.fixture(scope="module")
def rows(read):
    return [row for rows, _ in read.values() for row in rows]


def share(rows, *agreements):
    """The share of rows that were judged so."""
    return sum(row.found is not None and row.found.number.agreement in agreements for row in rows) / len(rows)


def test_nearly_every_number_of_a_text_is_found(rows):
    assert len(rows) >= 262
    assert sum(row.found is not None for row in rows) >= 0.95 * len(rows)


def test_most_planted_errors_are_found_though_names_are_said_freely(rows):
    wrong = [row for row in rows if row.kind == "w"]
    assert len(wrong) >= 65
    assert share(wrong, "mismatch") >= WRONG_FOUND, [row.quote for row in wrong if share([row], "mismatch") == 0]


def test_of_what_is_true_or_somebody_elses_hardly_any_is_called_wrong(read, rows):
    right = [row for row in rows if row.kind != "w"]
    false = [row.quote for row in right if row.found and row.found.number.agreement == "mismatch"]
    false += [q.number.quote for _, left in read.values() for q in left if q.number.agreement == "mismatch"]
    assert len(false) <= 0.02 * len(right), false


def test_most_of_what_is_true_is_borne_out(rows):
    true = [row for row in rows if row.kind == "r"]
    assert share(true, *AGREES) >= TRUE_KNOWN


def test_a_wrong_number_of_an_event_is_found_where_its_year_is_told(read):
    numbers = {row.quote: row.found.number for row in read["10-cases-column"][0] if row.found}
    assert numbers["2.1亿"].key.canonical() == "record/case/village.viewers"
    wrong = ("2.1亿", "超过3.5亿", "9万元", "25万")
    assert [numbers[quote].agreement for quote in wrong] == ["mismatch"] * len(wrong)
