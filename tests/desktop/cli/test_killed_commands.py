"""Commands that are killed at any moment: all of it is there or nothing, and the same command again completes it."""

import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from desktop.cli.main import main
from schema.workspace import Workspace

ROOT = Path(__file__).parents[3]
HR = ("--report", "csr-2022", "--department", "hr")
EDITOR = ("--as", "编辑")
KILLS = 12

# Everything is imported before it is ready, so that a kill meets the work and not the imports.
CHILD = """
import sys
from pathlib import Path
from desktop.cli import main as program, send, answer, merge, freeze, attach, approve
for module in (send, answer, freeze):
    module.keys_folder = lambda: Path(sys.argv[1])
import desktop.work.merge, desktop.work.send, desktop.work.letters, exporters.excel.forms
print("ready", flush=True)
sys.exit(program.main(sys.argv[2:]))
"""


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    folder = tmp_path_factory.mktemp("keys")
    with pytest.MonkeyPatch.context() as patch:
        for module in ("send", "answer", "freeze"):
            patch.setattr(f"desktop.cli.{module}.keys_folder", lambda: folder)
        patch.delenv("ANNALS_AS", raising=False)
        yield folder


@pytest.fixture(scope="module")
def kept(kept_empty, tmp_path_factory, keys):
    """A company that asked hr, and hr's answer with all the values it owns."""
    folder = tmp_path_factory.mktemp("killed")
    company, small, out = folder / "company.annals", folder / "small.annals", folder / "out"
    shutil.copyfile(kept_empty, company)
    for name, role in (("编辑", "editor"), ("人力", "contact"), ("审核人", "reviewer")):
        assert main([*EDITOR, "people", str(company), "--add", name, "--role", role, "--department", "hr"]) == 0
    assert main([*EDITOR, "request", str(company), *HR, "--due", "2026-12-31"]) == 0
    assert main([*EDITOR, "send", str(company), *HR, "--out", str(out)]) == 0
    assert main(["open", str(out / "csr-2022-hr.annalspack"), "--to", str(small)]) == 0
    with Workspace.open(small, write=False) as workspace:
        metrics = [
            m for m in workspace.definitions.catalogue.metrics.values() if m.department == "hr" and not m.formula
        ]
    rows = [f"{metric.code},2022,{41 + number}" for number, metric in enumerate(metrics)]
    figures = folder / "figures.csv"
    figures.write_text("\n".join(["metric,period,value", *rows]), "utf-8")
    assert main(["import", str(small), str(figures)]) in (0, 1)
    assert main(["submit", str(small), *HR, "--incomplete", "later"]) == 0
    assert main(["answer", str(small), "--out", str(out)]) == 0
    taken = folder / "taken.annals"
    shutil.copyfile(company, taken)
    assert main([*EDITOR, "merge", str(taken), str(out / "csr-2022-hr.answer.annalspack")]) in (0, 1)
    for number in range(3):
        (folder / f"{number}.pdf").write_bytes(b"%PDF-1.4\n" + random.Random(number).randbytes(400_000))
    return folder


def _started(keys, *arguments):
    who = () if "--as" in arguments else EDITOR
    command = [sys.executable, "-c", CHILD, str(keys), *who, *map(str, arguments)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def _whole_run(keys, *arguments) -> float:
    """Return how long a command takes that nobody kills."""
    begun = time.monotonic()
    with _started(keys, *arguments) as process:
        begun = time.monotonic()
        process.communicate()
        assert process.returncode in (0, 1)
    return time.monotonic() - begun


def _killed(keys, seconds: float, *arguments) -> bool:
    """Kill a command after so long; False where it was done before."""
    with _started(keys, *arguments) as process:
        time.sleep(seconds)
        running = process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.communicate()
    return running


def _taken(company):
    with Workspace.open(company, write=False) as workspace:
        assert workspace.verify() == ()
        return len(workspace.snapshot().points), [row.kind for row in workspace.history()].count("merge")


@pytest.mark.long
def test_a_merge_that_is_killed_took_all_or_nothing_and_ends_when_it_is_run_again(kept, keys, tmp_path):
    answer = kept / "out" / "csr-2022-hr.answer.annalspack"
    company = tmp_path / "company.annals"
    shutil.copyfile(kept / "company.annals", company)
    needed = _whole_run(keys, "merge", company, answer)
    whole, before = _taken(company), _taken(kept / "company.annals")
    assert whole[1] == 1
    assert whole[0] > before[0] + 5
    chance, hit = random.Random(9), 0
    for _ in range(KILLS):
        shutil.copyfile(kept / "company.annals", company)
        hit += _killed(keys, chance.uniform(0, needed), "merge", company, answer)
        assert _taken(company) in (before, whole)
        assert main([*EDITOR, "merge", str(company), str(answer)]) in (0, 1)
        assert _taken(company) == whole
    assert hit >= KILLS // 3


@pytest.mark.long
def test_a_sending_that_is_killed_leaves_whole_files_alone(kept, keys, tmp_path):
    company, out = tmp_path / "company.annals", tmp_path / "out"
    shutil.copyfile(kept / "company.annals", company)
    needed = _whole_run(keys, "send", company, *HR, "--excel", "--mail", "--out", out)
    names = {path.name for path in out.iterdir() if not path.name.startswith(".")}
    assert len(names) == 3
    chance, hit = random.Random(10), 0
    for _ in range(KILLS):
        shutil.rmtree(out)
        shutil.copyfile(kept / "company.annals", company)
        hit += _killed(keys, chance.uniform(0, needed), "send", company, *HR, "--excel", "--mail", "--out", out)
        made = [path for path in out.iterdir() if path.name in names] if out.exists() else []
        assert [(path.name, path.stat().st_size) for path in made if not _is_whole(path)] == []
        with Workspace.open(company, write=False) as workspace:
            assert workspace.verify() == ()
        assert main([*EDITOR, "send", str(company), *HR, "--excel", "--mail", "--out", str(out)]) == 0
        assert {path.name for path in out.iterdir()} >= names
    assert hit >= KILLS // 3


FILES = ("0.pdf", "1.pdf", "2.pdf")
SINGLE = {
    "a freeze": lambda company: ("freeze", company, "送审稿", "--report", "csr-2022", "--reason", "送审"),
    "evidence": lambda company: ("attach", company, "workforce.total@2022", *(company.parent / name for name in FILES)),
    "a review": lambda company: ("approve", company, *HR, "--as", "审核人"),
    "a return": lambda company: ("return", company, *HR, "--reason", "请更正", "--as", "审核人"),
}


def _stands(company) -> tuple[int, dict[str, int]]:
    """How long the history is, and how many things of each type there are, in a file in which nothing is wrong."""
    with Workspace.open(company, write=False) as workspace:
        assert workspace.verify() == ()
        snapshot = workspace.snapshot()
        counts = {name: len(things) for name, things in snapshot.more.items()}
        assert all(workspace.attachment(name) for name in snapshot.attachments)
        return len(workspace.history()), counts | {"attachments": len(snapshot.attachments)}


@pytest.mark.long
@pytest.mark.parametrize("name", SINGLE)
def test_what_is_killed_is_there_whole_or_not_at_all_and_the_same_command_completes_it(kept, keys, tmp_path, name):
    company, command = tmp_path / "company.annals", SINGLE[name](tmp_path / "company.annals")
    for file in FILES:
        shutil.copyfile(kept / file, tmp_path / file)
    shutil.copyfile(kept / "taken.annals", company)
    before, needed = _stands(company), _whole_run(keys, *command)
    whole = _stands(company)
    assert whole[0] > before[0]
    chance, hit = random.Random(11), 0
    for _ in range(KILLS):
        shutil.copyfile(kept / "taken.annals", company)
        hit += _killed(keys, chance.uniform(0, needed), *command)
        left = _stands(company)
        assert left in (before, whole)
        if left == before:
            assert main([*map(str, command)] if "--as" in command else [*EDITOR, *map(str, command)]) in (0, 1)
        assert _stands(company) == whole
    assert hit >= KILLS // 3


def _is_whole(path: Path) -> bool:
    if path.suffix in (".annalspack", ".xlsx"):
        with zipfile.ZipFile(path) as file:
            return file.testzip() is None
    return path.read_bytes().rstrip().endswith((b"END:VCALENDAR", b"--"))
