"""What answers one framework answers others, too, where their tables say so."""

from dataclasses import replace
from pathlib import Path

import pytest

from schema.catalogue.crosswalk import crosswalk
from schema.catalogue.definitions import MANDATORY, Disclosure, Framework
from schema.grammar.words import LANGUAGES
from schema.validation.coverage import counts, coverage
from schema.values.figures import Figures
from tests.factories import words

SEEN = (
    "hkex2021",
    "hkexc2",
    "gri2016",
    "gri2021",
    "sdg",
    "iso26000",
    "gbt36001",
    "cass5",
    "cass6",
    "cnexchange",
    "tcfd",
)
GUIDE = Framework(
    "guide",
    words("指引"),
    (
        Disclosure("1", "1", words("甲"), answered_by={"old": ("A", "B")}),
        Disclosure("2", "2", words("乙"), answered_by={"old": ("B",), "other": ("X",)}),
    ),
)


def test_a_code_of_another_framework_answers_along_with_it():
    walk = crosswalk(GUIDE)
    assert walk.codes({"old": ("A",)}) == ("1",)
    assert walk.codes({"old": ("B",)}) == ("1", "2")
    assert walk.codes({"other": ("A",)}) == ()


def test_own_codes_come_first_and_each_stands_once():
    assert crosswalk(GUIDE).codes({"old": ("B",), "guide": ("2",)}) == ("2", "1")


def test_the_cross_walk_is_no_chain():
    far = Framework("far", words("远"), (Disclosure("9", "9", words("丙"), answered_by={"guide": ("1",)}),))
    assert crosswalk(far).codes({"old": ("A",)}) == ()


@pytest.mark.parametrize("framework", SEEN)
def test_a_shipped_framework_has_its_words_in_three_languages_and_each_code_once(definitions, framework):
    found = definitions.catalogue.frameworks[framework]
    codes = [item.code for item in found.disclosures]
    assert len(codes) == len(set(codes)) > 10
    for item in found.disclosures:
        assert item.printed
        assert item.title.missing() == ()
        for part in (item.part, item.aspect, item.statement):
            assert not part or part.missing() == (), (item.code, part)


def test_all_shipped_frameworks_are_there(definitions):
    assert tuple(definitions.catalogue.frameworks) == SEEN


@pytest.mark.parametrize("framework", SEEN)
def test_a_framework_has_a_short_name_that_fits_on_a_tab(definitions, framework):
    short = definitions.catalogue.frameworks[framework].short
    assert all(0 < len(short.get(language)) <= 22 for language in LANGUAGES)
    assert not any(sign in short.get(language) for sign in r"\/?*[]:" for language in LANGUAGES)


def test_every_row_of_a_table_says_where_it_was_found(resources):
    import csv

    for path in sorted(Path(resources, "definitions", "frameworks").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                assert row["source"], (path.name, row["code"])
                assert row["confidence"] in ("seen", "known"), (path.name, row["code"])
                assert bool(row["answered_by"]) <= bool(row["answered_by_source"]), (path.name, row["code"])


def test_what_the_gri_and_the_exchange_let_nobody_leave_out_is_mandatory(definitions):
    gri = definitions.catalogue.frameworks["gri2021"].disclosures
    assert {item.code for item in gri if item.kind == MANDATORY} == {"2-1", "2-2", "2-3", "2-4", "2-5", "3-1", "3-2"}
    exchange = definitions.catalogue.frameworks["hkex2021"].disclosures
    assert {item.code for item in exchange if item.mandatory} == {"MDR-13", "MDR-14", "MDR-15"}


@pytest.mark.parametrize(
    ("report", "framework", "least"),
    [
        ("esg-2021", "hkexc2", 50), ("esg-2021", "gri2021", 45), ("esg-2021", "iso26000", 25), ("esg-2021", "gbt36001", 20),
        ("esg-2021", "cnexchange", 13), ("esg-2021", "tcfd", 6), ("esg-2021", "cass5", 20), ("esg-2021", "cass6", 8),
        ("csr-2022", "iso26000", 20), ("csr-2022", "cnexchange", 12), ("csr-2022", "cass5", 18), ("csr-2022", "gri2021", 30),
        ("csr-2019", "gri2021", 40), ("csr-2019", "iso26000", 20), ("csr-2019", "gbt36001", 15), ("csr-2019", "cass5", 14),
    ],
)  # fmt: skip
def test_each_report_answers_more_than_the_frameworks_that_it_names(
    definitions, sample_snapshot, report, framework, least
):
    rows = coverage(definitions, Figures(definitions.catalogue, sample_snapshot), report, framework)
    assert counts(rows)["answered"] >= least
    assert sum(counts(rows).values()) == len(rows)


def test_a_section_of_2021_answers_the_iso_issue_of_its_subject(definitions, sample_snapshot):
    rows = coverage(definitions, Figures(definitions.catalogue, sample_snapshot), "esg-2021", "iso26000")
    found = {row.disclosure.code: row.sections for row in rows}
    assert found["6.6.3"] == ("governance.ethics", "governance.ethics.integrity", "governance.ethics.reports")
    assert found["6.8.8"] == ()


def test_without_the_cross_walk_a_framework_has_only_what_is_declared(definitions, sample_snapshot):
    catalogue = definitions.catalogue
    bare = {
        code: replace(f, disclosures=tuple(replace(item, answered_by={}) for item in f.disclosures))
        for code, f in catalogue.frameworks.items()
    }
    plain = replace(definitions, catalogue=replace(catalogue, frameworks=bare))
    figures = Figures(plain.catalogue, sample_snapshot)
    assert [row for row in coverage(plain, figures, "esg-2021", "hkexc2") if row.sections] == []
    assert counts(coverage(plain, figures, "esg-2021", "hkex2021"))["answered"] == 49
