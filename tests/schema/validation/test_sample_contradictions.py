"""The contradictions that a reader finds in the sample's reports: which are found, and what else is told."""

import csv
from pathlib import Path
from random import Random

import pytest

from schema.moment import Moment
from schema.validation.issue import write_subject
from tests.bench.contradicting_texts import measure_texts
from tests.bench.contradictions_bench import SEED, measure, sample, totals

SAMPLE = Path(__file__).parents[3] / "resources" / "sample"
TRUTH = Path(__file__).parents[2] / "sample_contradictions.csv"
# The sample keeps this one open: nobody has said yet which of both prints holds.
OPEN = {("reprinted", "users.mau@2021")}
# So many of the rows are told; more may be, never fewer.
FOUND = 45
SOURCES = {"prints", "relations", "texts", "dates", "units", "names"}
# What is told and contradicts nothing.
FALSE_ALARMS: set[tuple[str, str]] = set()


@pytest.fixture(scope="module")
def truth():
    with TRUTH.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def told(definitions, sample_snapshot):
    found = Moment(definitions, sample_snapshot).contradictions()
    return {(one.kind, write_subject(one.subject)): one for one in found}


def test_each_row_is_found_or_says_why_it_is_not_shown(truth, told):
    found = [row["number"] for row in truth if (row["kind"], row["subject"]) in told]
    assert [row["number"] for row in truth if not row["not shown"]] == found
    assert len(found) >= FOUND
    assert {row["source"] for row in truth} == SOURCES


def test_what_data_and_prints_decide_is_found(truth):
    decided = [row for row in truth if row["source"] in ("prints", "relations")]
    assert len(decided) >= 15
    assert [row["what"] for row in decided if row["not shown"]] == []


def test_what_is_told_is_known_to_be_real(truth, told):
    known = {(row["kind"], row["subject"]) for row in truth} | FALSE_ALARMS
    assert set(told) - known == set()
    assert len(FALSE_ALARMS) <= 0.05 * len(told)


def test_the_sample_explains_all_but_one_of_them(told, truth):
    ours = {place for place in told if place in {(row["kind"], row["subject"]) for row in truth}}
    assert {place for place in ours if told[place].state == "open"} == OPEN
    assert all(told[place].reason for place in ours - OPEN)


def test_every_reason_of_the_sample_is_whole():
    for path in sorted(SAMPLE.glob("*remarks.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            assert [row for row in csv.reader(file) if len(row) != 3] == [], path.name


def test_every_row_says_what_stands_where_and_why_both_cannot_hold(truth):
    assert [row["number"] for row in truth] == [str(number) for number in range(1, len(truth) + 1)]
    needed = ("what", "first", "first_place", "second", "second_place", "why")
    assert [row["number"] for row in truth if not all(row[name] for name in needed)] == []
    assert len(truth) >= 70


@pytest.mark.long
def test_planted_contradictions_are_found_and_harmless_changes_are_left_alone():
    counts, wrong = measure(*sample())
    number, found, alarms = totals(counts)
    assert number >= 200
    assert found >= 95, wrong
    assert alarms <= 5, wrong


@pytest.mark.long
def test_contradictions_planted_in_texts_are_found_and_what_may_hold_is_left_alone():
    counts, wrong = measure_texts(*sample(), Random(SEED))
    number, found, alarms = totals(counts)
    assert number >= 75
    assert found >= 95, wrong
    assert alarms <= 5, wrong
