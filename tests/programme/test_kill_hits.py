"""Save, import, export, merge, upgrade and backup are killed inside their writes: all of it stands, or nothing."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from desktop.cli.main import main
from desktop.work.export import ExportOptions, export_report
from schema.moment import Moment
from schema.storage.revision_steps import newest_revision
from schema.storage.sqlite.upgrade import upgrade
from schema.workspace import Workspace
from tests.factories import change, names_in, small_definitions
from tests.programme.kills import is_writing, killed

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(os.name == "nt", reason="fork and SIGKILL are POSIX"),
    pytest.mark.filterwarnings("ignore:This process:DeprecationWarning"),
    pytest.mark.timeout(7200),
]
HITS = (10, 200)
# On a busy machine a work may be over before the kill arrives.
MOST = 20
HR = ("--report", "csr-2022", "--department", "hr")
EDITOR = ("--as", "编辑")
ROOT = Path(__file__).parents[1]


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small" / "x.annals"
    path.parent.mkdir()
    with Workspace.create(path, small_definitions(), "me") as workspace:
        workspace.apply(
            [change(period=1900 + n, value="0", category="gender=male", code="staff.total") for n in range(150)]
        )
    return path


def _read(path):
    with Workspace.open(path, write=False) as workspace:
        assert workspace.verify() == ()
        return workspace.snapshot().points, len(workspace.history())


def test_saving(small, extent, figure, tally):
    wanted, chance, acknowledged = extent(*HITS), random.Random(1), 0

    def work(tell):
        with Workspace.open(small, write=True, who="me") as workspace:
            for number in range(acknowledged + 1, 10**9):
                workspace.apply([change("energy.gas", 2022, str(number)), change("waste.paper", 2000, str(number))])
                tell(number)

    while tally.hits < wanted and tally.kills < MOST * wanted:
        told, hit = killed(work, lambda: is_writing(small.parent), chance, 0.03)
        last = told[-1] if told else acknowledged
        points, _ = _read(small)
        with Workspace.open(small, write=True, who="me") as workspace:
            workspace.apply([])  # what was left open is taken back, as by the next person
        stored = {key.metric: int(point.value) for key, point in points.items() if key.period in (2000, 2022)}
        found = stored.get("energy.gas", 0)
        tally.add(hit=hit, lost=not last <= found <= last + 1 or stored.get("waste.paper", 0) != found)
        acknowledged = found
    figure("T01 save", tally)
    assert tally.lost == 0
    assert tally.hits >= wanted


def _whole_or_nothing(kept, path, call, extent, tally, seed):
    """Kill a command on a copy again and again; each copy is as before or as after, and the same call completes it."""
    wanted, chance = extent(*HITS), random.Random(seed)
    before = _read(kept)
    shutil.copyfile(kept, path)
    assert main(call) in (0, 1)
    whole = _read(path)
    assert whole[1] > before[1]
    while tally.hits < wanted and tally.kills < MOST * wanted:
        for left in path.parent.glob(f"{path.name}*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        shutil.copyfile(kept, path)
        _, hit = killed(lambda tell: main(call), lambda: _has_journal(path), chance, 0.06)
        found = _read(path)
        complete = found[0] == whole[0] or (main(call) in (0, 1) and _read(path)[0] == whole[0])
        tally.add(hit=hit, lost=found[0] not in (before[0], whole[0]) or not complete)


def _has_journal(path):
    try:
        return path.with_name(path.name + "-journal").stat().st_size > 0
    except FileNotFoundError:  # it comes and goes while it is looked for
        return False


@pytest.fixture(scope="module")
def company(tmp_path_factory):
    """A company that has asked hr, and hr's answer and figures."""
    folder = tmp_path_factory.mktemp("killed")
    path, contact, out = folder / "company.annals", folder / "contact.annals", folder / "out"
    assert main(["new", str(path)]) == 0
    for name, role in (("编辑", "editor"), ("人力", "contact")):
        assert main([*EDITOR, "people", str(path), "--add", name, "--role", role, "--department", "hr"]) == 0
    assert main([*EDITOR, "request", str(path), *HR, "--due", "2099-12-31"]) == 0
    assert main([*EDITOR, "send", str(path), *HR, "--out", str(out)]) == 0
    assert main(["open", str(out / "csr-2022-hr.annalspack"), "--to", str(contact)]) == 0
    with Workspace.open(contact, write=False) as workspace:
        metrics = workspace.definitions.catalogue.metrics.values()
        asked = [one.code for one in metrics if one.department == "hr" and not one.formula]
    figures = folder / "figures.csv"
    rows = [f"{code},2022,{41 + number}" for number, code in enumerate(asked)]
    figures.write_text("\n".join(["metric,period,value", *rows]), "utf-8")
    assert main(["import", str(contact), str(figures)]) in (0, 1)
    assert main(["submit", str(contact), *HR, "--incomplete", "later"]) == 0
    assert main(["answer", str(contact), "--out", str(out)]) == 0
    return folder


def test_importing(company, tmp_path, extent, figure, tally):
    path = tmp_path / "x.annals"
    call = [*EDITOR, "import", str(path), str(company / "figures.csv")]
    _whole_or_nothing(company / "company.annals", path, call, extent, tally, 2)
    figure("T01 import", tally)
    assert tally.lost == 0
    assert tally.hits >= extent(*HITS)


def test_merging(company, tmp_path, extent, figure, tally):
    path = tmp_path / "x.annals"
    call = [*EDITOR, "merge", str(path), str(company / "out" / "csr-2022-hr.answer.annalspack")]
    _whole_or_nothing(company / "company.annals", path, call, extent, tally, 3)
    figure("T01 merge", tally)
    assert tally.lost == 0
    assert tally.hits >= extent(*HITS)


def _is_whole(path):
    try:
        with zipfile.ZipFile(path) as file:
            return file.testzip() is None
    except (zipfile.BadZipFile, OSError):
        return False


def test_exporting(sample_workspace, tmp_path, program, extent, figure, tally):
    with Workspace.open(sample_workspace, write=False, program=program) as workspace:
        moment = Moment(workspace.definitions, workspace.snapshot())
    out, wanted, chance = tmp_path / "out", extent(*HITS), random.Random(4)
    options = ExportOptions("csr-2022", "", out, ("excel",), overwrite=True)

    def nothing(name):
        raise KeyError(name)

    export_report(moment, options, nothing)
    made = names_in(out)
    files = [out / name for name in made if name.endswith(".xlsx")]
    assert files
    while tally.hits < wanted and tally.kills < MOST * wanted:
        for left in out.glob(".annals-tmp-*"):
            left.unlink()
        _, hit = killed(lambda tell: export_report(moment, options, nothing), lambda: is_writing(out), chance, 0.4)
        tally.add(hit=hit, lost=not all(map(_is_whole, files)))
    export_report(moment, options, nothing)
    figure("T07 export", tally)
    assert names_in(out) == made  # and no litter
    assert tally.lost == 0
    assert tally.hits >= wanted


def _facts(path):
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        [[version]] = connection.execute("PRAGMA user_version").fetchall()
        [[rows]] = connection.execute("SELECT count(*) FROM history").fetchall()
        return version, rows


def test_upgrading(tmp_path, extent, figure, tally):
    olds = sorted((ROOT / "old_files").glob("*.annals"))
    path, chance, wanted = tmp_path / "up" / "x.annals", random.Random(5), extent(*HITS)
    path.parent.mkdir()
    while tally.hits < wanted and tally.kills < MOST * wanted:
        old = chance.choice(olds)
        for left in path.parent.iterdir():
            left.unlink()
        shutil.copyfile(old, path)
        before = _facts(path)
        _, hit = killed(lambda tell: upgrade(path), lambda: is_writing(path.parent), chance, 0.25)
        after = _facts(path)
        lost = after[0] not in (before[0], newest_revision()) or after[1] != before[1]
        if after[0] == before[0]:
            upgrade(path)
        with Workspace.open(path, write=False) as workspace:
            lost = lost or workspace.verify() != () or len(workspace.history()) != before[1]
        tally.add(hit=hit, lost=lost)
    figure("T14 upgrade", tally)
    assert tally.lost == 0
    assert tally.hits >= wanted


def test_backing_up(small, tmp_path, extent, figure, tally):
    backup, wanted, chance = tmp_path / "out" / "copy.annals", extent(*HITS), random.Random(6)
    backup.parent.mkdir()
    whole = _read(small)

    def work(tell):
        with Workspace.open(small, write=False) as workspace:
            for number in range(10**9):
                workspace.backup(backup)
                tell(number)

    with Workspace.open(small, write=False) as workspace:
        workspace.backup(backup)
    while tally.hits < wanted and tally.kills < MOST * wanted:
        for left in backup.parent.glob(".annals-tmp-*"):
            left.unlink()
        _, hit = killed(work, lambda: is_writing(backup.parent), chance, 0.05)
        tally.add(hit=hit, lost=_read(backup) != whole)
    figure("T13 backup", tally)
    assert tally.lost == 0
    assert tally.hits >= wanted
