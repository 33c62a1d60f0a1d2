"""Files made to do harm, brought to a workspace: one sentence each, the workspace byte for byte what it was."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from schema.exchange.packs.manifest import SUFFIX
from tests.exporters.excel.forms.form_case import order, written
from tests.exporters.excel.forms.test_hostile_forms import HARM
from tests.schema.exchange.packs.test_hostile_packs import HOSTILE, database

ROOT = Path(__file__).parents[3]
EDITOR = ("--as", "编辑")
SECONDS, MEGABYTES = 2, 256
# Reads each file of a folder as merge does and tells what it cost: seconds of processor time, and megabytes at most.
READER = """
import json, resource, sys
from pathlib import Path
from desktop.work.answer_files import read_answers
from schema.catalogue.compiled import from_json
from tests import shipped
definitions, costs = shipped.definitions(), {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    (read,) = read_answers([path], definitions)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    costs[path.name] = [getattr(read, "code", ""), seconds, after.ru_maxrss / 1024]
print(json.dumps(costs))
"""


@pytest.fixture(scope="module")
def packs(tmp_path_factory):
    """The corpus of packs, each under its own name."""
    folder = tmp_path_factory.mktemp("packs")
    for number, (make, _) in enumerate(HOSTILE.values()):
        (folder / f"{number:03}{SUFFIX}").write_bytes(make())
    (folder / f"database{SUFFIX}").write_bytes(database(folder / "x.db"))
    (folder / "x.db").unlink()
    return folder


@pytest.fixture(scope="module")
def forms(tmp_path_factory):
    """The corpus of forms that are refused whole."""
    folder = tmp_path_factory.mktemp("forms")
    source = written(order("hr"), tmp_path_factory.mktemp("form") / "csr-2022-hr.xlsx")
    for number, (make, code) in enumerate(HARM.values()):
        if code:
            make(source, folder / f"{number:03}.xlsx")
    return folder


@pytest.fixture
def company(kept_asked, tmp_path):
    path = tmp_path / "company.annals"
    path.write_bytes(kept_asked.read_bytes())
    return path


def _refused(run, company, folder):
    before, there = company.read_bytes(), sorted(company.parent.rglob("*"))
    files = sorted(folder.iterdir())
    status, out, err = run(*EDITOR, "merge", company, *files, "--json")
    merges = json.loads(out)["merges"]
    assert (status, [merged["file"] for merged in merges]) == (2, [path.name for path in files])
    assert [merged["number"] for merged in merges] == [None] * len(files)
    lines = err.splitlines()
    assert [len(merged["refused"]) for merged in merges] == [1] * len(files)
    assert lines == [merged["refused"][0]["reason"] for merged in merges]
    assert "Traceback" not in err
    assert company.read_bytes() == before
    assert sorted(company.parent.rglob("*")) == there


def test_no_hostile_pack_changes_a_workspace_or_is_without_its_sentence(run, company, packs):
    _refused(run, company, packs)


@pytest.mark.long
def test_no_hostile_form_changes_a_workspace_or_is_without_its_sentence(run, company, forms):
    _refused(run, company, forms)


@pytest.mark.long
def test_no_hostile_pack_becomes_a_small_workspace(run, packs, tmp_path):
    for path in sorted(packs.iterdir()):
        status, _, err = run("open", path, "--to", tmp_path / "small.annals")
        assert (status, err.count("\n"), list(tmp_path.iterdir())) == (2, 1, []), path.name


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="memory of a process that has ended is told by Linux")
@pytest.mark.parametrize("kind", ["packs", "forms"])
def test_refusing_costs_neither_time_nor_memory(kind, request):
    folder = request.getfixturevalue(kind)
    done = subprocess.run([sys.executable, "-c", READER, folder], cwd=ROOT, check=True, capture_output=True, text=True)
    costs = json.loads(done.stdout)
    assert len(costs) == len(list(folder.iterdir()))
    dear = {name: cost for name, cost in costs.items() if cost[1] >= SECONDS or cost[2] >= MEGABYTES}
    assert dear == {}
    print(kind, max(cost[1] for cost in costs.values()), max(cost[2] for cost in costs.values()))  # noqa: T201
