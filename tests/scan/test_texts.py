"""Ten texts with planted errors, and one of near misses: what stands between ⟦ and | is a number, the letter behind it what a reader says of it.

r is right, w is wrong (planted), s is somebody else's, of another time, planned or not in the workspace: never a mismatch.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.work.scan import QuotedAt, ScanAsked, scan_paragraphs
from schema.exchange.foreign_text.paragraphs import rejoined
from schema.moment import Moment
from tests.scan.truth import squeezed

TEXTS = sorted((Path(__file__).parent / "texts").iterdir())
MARK = re.compile(r"⟦(?P<quote>[^|⟧]+)\|(?P<kind>[rws])⟧")


@dataclass(frozen=True)
class Marked:
    """A number that a reader has marked, and what the scan says of it; `found` is None where it was not seen."""

    line: str
    quote: str
    kind: str
    found: QuotedAt | None


def marked(text: str, moment: Moment) -> tuple[list[Marked], list[QuotedAt]]:
    """Every mark of a text with what was found at it, and what else was found."""
    plain = [MARK.sub(lambda m: m["quote"], line) for line in text.split("\n")]
    lines = [(str(number), line) for number, line in enumerate(plain, 1)]
    left = list(scan_paragraphs(rejoined(lines), moment, ScanAsked()).numbers)
    rows = []
    for number, line in enumerate(text.split("\n"), 1):
        for mark in MARK.finditer(line):
            said = squeezed(mark["quote"])
            digits = re.search(r"[\d.,]*\d", said)
            assert digits is not None
            fitting = [q for q in left if q.line == str(number) and digits[0] in squeezed(q.number.quote)]
            found = fitting[0] if fitting else None
            if found is not None:
                left.remove(found)
            rows.append(Marked(str(number), mark["quote"], mark["kind"], found))
    return rows, left


@pytest.fixture(scope="module")
def moment(definitions, sample_snapshot):
    return Moment(definitions, sample_snapshot)


@pytest.fixture(scope="module")
def read(moment):
    return {path.stem: marked(path.read_text("utf-8"), moment) for path in TEXTS}


def test_every_number_of_the_texts_is_found(read):
    assert [(name, row.quote) for name, (rows, _) in read.items() for row in rows if row.found is None] == []


def test_the_planted_errors_are_found(read):
    wrong = [row for rows, _ in read.values() for row in rows if row.kind == "w" and row.found]
    missed = [row.quote for row in wrong if row.found.number.agreement != "mismatch"]
    assert len(wrong) >= 34
    assert len(missed) <= 0.05 * len(wrong), missed


def test_what_is_right_or_nobody_knows_is_no_mismatch(read):
    right = [row for rows, _ in read.values() for row in rows if row.kind != "w" and row.found]
    false = [row.quote for row in right if row.found.number.agreement == "mismatch"]
    false += [q.number.quote for _, left in read.values() for q in left if q.number.agreement == "mismatch"]
    assert len(right) >= 130
    assert len(false) <= 0.05 * len(right), false


def test_what_is_right_agrees(read):
    right = [row for rows, _ in read.values() for row in rows if row.kind == "r" and row.found]
    unsure = [row.quote for row in right if row.found.number.agreement not in ("match", "rounded")]
    assert len(unsure) <= 0.05 * len(right), unsure


def test_the_size_of_a_change_is_held_against_both_years(read):
    rows, _ = read["01-business-news"]
    (growth,) = [row.found.number for row in rows if row.quote == "16.2%"]
    assert (growth.agreement, growth.key, growth.unit, round(growth.current, 2)) == (
        "match", None, "percent", Decimal("16.16"),
    )  # fmt: skip


def test_a_table_gives_its_numbers_their_years(read):
    rows, _ = read["03-rural"]
    cells = {row.quote: row.found.number for row in rows if row.found}
    assert cells["7,570万元"].key.canonical() == "welfare.donations@2021"
    assert cells["2,720万元"].agreement == "mismatch"
    assert cells["16,319小时"].key.canonical() == "welfare.hours@2022"
