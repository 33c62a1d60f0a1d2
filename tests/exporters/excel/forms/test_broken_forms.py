"""Forms that were damaged on their way, at random: each is read or refused, nothing else comes out of a reader."""

from __future__ import annotations

import random
import zipfile
from dataclasses import asdict
from datetime import UTC, datetime

import pytest

from exporters.excel import book_child, form_child
from exporters.excel.form_reader import FormLimits, form_book
from exporters.excel.sheet_reader import Limits
from schema.errors import AnnalsError
from schema.exchange.forms.reading import read_form
from tests.exporters.excel.forms.form_case import Case, filling, moment, order, taken, wanted, written

PIECES = (
    b"<c", b"&#x0;", b"1048576", b"</row>", b'r="A1"', b"NaN", b"&amp;", b"\xff\xfe", b"<!DOCTYPE x>", b"-1", b"#key",
    b"99999999999999999999", b'<row r="0">', b"1e999",
)  # fmt: skip


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    case = Case(written(order("hr"), tmp_path_factory.mktemp("form") / "csr-2022-hr.xlsx"), order("hr"))
    case.edit(filling({key: float(value) for key, value in wanted(case.keys).items()}))
    return case


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Flip, drop, repeat or put in something at a few places."""
    damaged = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at, fate = chance.randrange(len(damaged)), chance.random()
        if fate < 0.4:
            damaged[at] ^= 1 << chance.randrange(8)
        elif fate < 0.6:
            del damaged[at : at + chance.randint(1, 40)]
        elif fate < 0.8:
            damaged[at:at] = damaged[chance.randrange(len(damaged)) :][: chance.randint(1, 60)]
        else:
            damaged[at:at] = chance.choice(PIECES)
    return bytes(damaged)


def damaged(path, target, chance: random.Random) -> None:
    """Damage the file as it is, or what one of its parts says."""
    if chance.random() < 0.25:
        target.write_bytes(mutated(path.read_bytes(), chance))
        return
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        chosen = chance.choice([name for name in before.namelist() if name.startswith("xl/")])
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, mutated(data, chance) if name == chosen else data)


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
def test_a_damaged_form_is_read_or_refused_and_so_is_it_as_an_old_sheet(filled, tmp_path, count):
    chance, values, told = random.Random(20), wanted(filled.keys), []
    target = tmp_path / "back.xlsx"
    for _ in range(count):
        damaged(filled.path, target, chance)
        told.append(_read(target, values))
        sheets, _ = book_child.main(target, asdict(Limits()) | {"cells_as": "seen"})
        assert sheets.keys() & {"sheets", "refused"}
    assert told.count("not_workbook") > count / 3
    assert told.count(len(values)) > count / 10
