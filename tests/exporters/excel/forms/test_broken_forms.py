"""Forms that were damaged on their way, at random: each is read or refused, nothing else comes out of a reader."""

from __future__ import annotations

import random
from dataclasses import asdict
from datetime import UTC, datetime

import pytest

from exporters.excel import book_child, form_child
from exporters.excel.form_reader import FormLimits, form_book
from exporters.excel.sheet_reader import Limits
from schema.errors import AnnalsError
from schema.exchange.forms.reading import read_form
from tests.exporters.excel.forms.form_case import Case, filling, moment, order, taken, wanted, written
from tests.programme.damaged_files import damaged


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    case = Case(written(order("hr"), tmp_path_factory.mktemp("form") / "csr-2022-hr.xlsx"), order("hr"))
    case.edit(filling({key: float(value) for key, value in wanted(case.keys).items()}))
    return case


def _read(path, values):
    """What was read: a refusal's code, or how many values, all of them at the places where they were typed."""
    facts, _ = form_child.main(path, asdict(FormLimits()))
    if "refused" in facts:
        return str(facts["refused"])
    try:
        answer = read_form(form_book(path.name, facts, datetime.now(UTC)), moment().definitions)
    except AnnalsError as error:
        return error.code
    return sum(values.get(subject) == value for subject, value in taken(answer).items())


@pytest.mark.parametrize("count", [60, pytest.param(4000, marks=pytest.mark.long)])
def test_a_damaged_form_is_read_or_refused_and_so_is_it_as_an_old_sheet(filled, tmp_path, count, extent, figure):
    count = count if count == 60 else extent(count, 100_000)
    chance, values, told = random.Random(20), wanted(filled.keys), []
    target = tmp_path / "back.xlsx"
    for _ in range(count):
        damaged(filled.path, target, chance)
        told.append(_read(target, values))
        sheets, _ = book_child.main(target, asdict(Limits()) | {"cells_as": "seen"})
        assert sheets.keys() & {"sheets", "refused"}
    figure("T20 xlsx", f"{count} damaged forms, each read or refused")
    assert told.count("not_workbook") > count / 3
    assert told.count(len(values)) > count / 10
