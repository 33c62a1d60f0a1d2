"""Foreign files are read through one door; what fails there is told by its cause, never as the file's fault."""

import json
import os
import signal
import stat
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import Image

from schema import child, child_process
from schema.child import is_too_large
from schema.child_process import ChildLimits, Stopped, run_child
from schema.errors import ChildError
from schema.exchange.picture_reader import PictureLimits, read_picture
from schema.foreign_file import SpecialFileError
from schema.grammar.words import LANGUAGES
from tests.factories import shipped_messages

pytestmark = pytest.mark.usefixtures("own_process")
ROOT = Path(__file__).parents[2]
POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX")


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "图.png"
    Image.linear_gradient("L").save(path)
    return path


def _script(tmp_path: Path, body: str) -> str:
    """A program in the place of Python."""
    script = tmp_path / "python"
    script.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return str(script)


def _fault(path) -> ChildError:
    with pytest.raises(ChildError) as caught:
        run_child("picture", path, PictureLimits())
    return caught.value


@pytest.mark.parametrize("name", child.CHILDREN)
def test_each_child_can_be_asked(name):
    assert callable(import_module(child.CHILDREN[name]).main)


@pytest.mark.parametrize("name", child.CHILDREN)
def test_each_child_starts_shut_off_from_the_folder_it_is_started_in(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for trap in ("json", "schema", "exporters", "zipfile"):
        (tmp_path / f"{trap}.py").write_text("raise SystemExit(77)", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "a").write_bytes(b"nothing of use")
    answer = run_child(name, tmp_path / "a", ChildLimits(), {"own": "", "cells_as": "seen"})
    # What is no document has no pages, and is a text all the same; nothing else is asked of evidence.
    told = {"evidence": {"pages": 0}, "text": {"lines": [["1", "nothing of use"]]}}
    assert answer.facts == told[name] if name in told else answer.refused.startswith("not_")


def test_a_child_loads_nothing_of_annals_but_the_door_and_itself():
    ours = "[m for m in sys.modules if m.startswith(('schema', 'exporters', 'desktop'))]"
    code = f"import sys, schema.child, schema.exchange.picture_child; print(*{ours})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert sorted(done.stdout.split()) == ["schema", "schema.child", "schema.exchange", "schema.exchange.picture_child"]


@pytest.mark.parametrize("arguments", [[], ["picture"], ["other", "a.png", "{}"], ["picture", "a.png", "{}", "more"]])
def test_what_is_no_call_of_ours_is_refused(arguments):
    assert child.run(arguments) == child.WRONG_USE


@POSIX
def test_in_a_bundle_the_program_itself_is_the_child(path, tmp_path, monkeypatch):
    body = f'export PYTHONPATH="{ROOT}"; cd "{tmp_path}"; exec "{sys.executable}" -m desktop "$@"'
    monkeypatch.setattr(sys, "executable", _script(tmp_path, body))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert run_child("picture", path, PictureLimits()).facts["kind"] == "png"


@POSIX
def test_a_program_without_a_console_answers_through_its_pipe(path, tmp_path, monkeypatch):
    (tmp_path / "silent.py").write_text(
        f"import sys; sys.stdout = sys.stderr = None; sys.path.insert(0, {str(ROOT)!r})\n"
        "from schema.child import run; run(sys.argv[3:])\n",
        encoding="utf-8",
    )
    body = f'exec "{sys.executable}" "{tmp_path}/silent.py" "$@"'
    monkeypatch.setattr(sys, "executable", _script(tmp_path, body))
    answer = run_child("picture", path, PictureLimits())
    assert answer.content.startswith(b"\x89PNG")


def test_beside_an_interpreter_without_a_console_the_one_that_prints_is_taken(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "pythonw.exe"))
    assert child_process._python() == str(tmp_path / "pythonw.exe")
    (tmp_path / "python.exe").touch()
    assert child_process._python() == str(tmp_path / "python.exe")


def test_no_console_flashes_and_nothing_is_read_from_ours(path, monkeypatch):
    calls = []
    monkeypatch.setattr(subprocess, "CREATE_NO_WINDOW", 0x08000000, raising=False)
    monkeypatch.setattr(subprocess, "Popen", lambda call, **more: calls.append(more) or _raise(OSError("no")))
    assert _fault(path).code == "child.not_started"
    assert (calls[0]["creationflags"], calls[0]["stdin"]) == (0x08000000, subprocess.DEVNULL)


def _raise(error):
    raise error


@pytest.mark.parametrize("program", ["", "/nowhere/python"])
def test_a_process_that_cannot_be_started_is_not_the_files_fault(path, monkeypatch, program):
    monkeypatch.setattr(sys, "executable", program)
    monkeypatch.setenv("PATH", "")
    error = _fault(path)
    assert (error.code, error.params["file"]) == ("child.not_started", "图.png")


BROKEN = {
    "exit 3": ("child.ended", "3"),
    "echo first >&2; echo 'ImportError: no PIL' >&2; exit 1": ("child.ended", "ImportError: no PIL"),
    "kill -SEGV $$": ("child.ended", "SIGSEGV"),
    "kill -ABRT $$": ("child.ended", "SIGABRT"),
    "kill -KILL $$": ("child.killed", ""),
    "echo no json": ("child.ended", "Expecting value: line 1 column 1 (char 0)"),
    "exit 0": ("child.ended", "Expecting value: line 1 column 1 (char 0)"),
}


@POSIX
@pytest.mark.parametrize("body", BROKEN)
def test_a_process_that_breaks_off_is_not_the_files_fault(path, tmp_path, monkeypatch, body):
    monkeypatch.setattr(sys, "executable", _script(tmp_path, body))
    error = _fault(path)
    assert (error.code, error.params.get("reason", "")) == BROKEN[body]


REFUSED = {
    "kill -XCPU $$": "too_slow",
    "echo MemoryError >&2; exit 1": "memory",
    "echo 'memory allocation of 8 bytes failed' >&2; kill -ABRT $$": "memory",
    "echo 'libc.so: failed to map segment from shared object' >&2; exit 127": "memory",
    """echo '{"refused": "memory"}'""": "memory",
}


@POSIX
@pytest.mark.parametrize("body", REFUSED)
def test_a_file_that_needs_more_than_our_own_limits_is_refused(path, tmp_path, monkeypatch, body):
    monkeypatch.setattr(sys, "executable", _script(tmp_path, body))
    assert run_child("picture", path, PictureLimits()).refused == REFUSED[body]


INHERITING = """
import resource, sys
from pathlib import Path
from types import SimpleNamespace
from schema.child_process import run_child
from schema.errors import ChildError
from schema.exchange.picture_reader import PictureLimits
path, kind, hard, sys.executable = sys.argv[1:]
resource.setrlimit(getattr(resource, kind), (int(hard), int(hard)))
try:
    print(run_child("picture", Path(path), PictureLimits()).refused or "read")
except ChildError as error:
    print(error.code, error.params["limit"])
"""


def _under(path: Path, kind: str, hard: int, program: str = sys.executable) -> str:
    """Read the file in a process that has inherited a limit, and return what it says."""
    call = [sys.executable, "-c", INHERITING, str(path), kind, str(hard), program]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or done.stderr


def _limited(tmp_path: Path, then: str) -> str:
    """A child that keeps to the limits as ours do, and needs more."""
    (tmp_path / "needy.py").write_text(
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import schema.child as c; c._limit(3000, 60)\n{then}\n",
        encoding="utf-8",
    )
    return _script(tmp_path, f'exec "{sys.executable}" "{tmp_path}/needy.py"')


@POSIX
def test_limits_that_are_inherited_and_enough_harm_nobody(path):
    assert _under(path, "RLIMIT_CPU", 20) == "read"
    assert _under(path, "RLIMIT_AS", 1_000_000_000) == "read"


@POSIX
def test_a_processor_limit_that_is_inherited_is_told_as_that(path, tmp_path):
    assert _under(path, "RLIMIT_CPU", 2, _limited(tmp_path, "while True: pass")) == "child.processor 1"


@POSIX
def test_a_memory_limit_that_is_inherited_is_told_as_that(path, tmp_path):
    assert _under(path, "RLIMIT_AS", 400_000_000, _limited(tmp_path, "bytearray(2_000_000_000)")) == "child.memory 400"


@POSIX
def test_a_system_that_knows_no_such_limit_reads_all_the_same(monkeypatch):
    import resource

    asked = []

    def refuse(kind, limits):
        asked.append((kind, limits))
        raise ValueError("current limit exceeds maximum limit")

    monkeypatch.setattr(resource, "setrlimit", refuse)
    child._limit(10, 5)
    assert asked == [
        (resource.RLIMIT_AS, (10_000_000, 10_000_000)),
        (resource.RLIMIT_CPU, (5, 6)),
        (resource.RLIMIT_CORE, (0, 0)),
    ]


@POSIX
def test_a_lower_limit_that_can_be_raised_is_raised(monkeypatch):
    import resource

    monkeypatch.setattr(resource, "getrlimit", lambda kind: (1, resource.RLIM_INFINITY))
    assert (child.memory_limit(10), child.processor_limit(5)) == (10_000_000, 5)
    monkeypatch.setattr(resource, "getrlimit", lambda kind: (1, 4))
    assert (child.memory_limit(10), child.processor_limit(5), child.processor_limit(2)) == (4, 3, 2)


def test_the_time_and_the_size_are_ours_and_a_reading_can_be_stopped(path):
    assert run_child("picture", path, PictureLimits(seconds=0)).refused == "too_slow"
    assert run_child("picture", path, PictureLimits(packed=0)).facts["size"] == path.stat().st_size
    with pytest.raises(Stopped):
        run_child("picture", path, PictureLimits(), stop=lambda: True)
    with pytest.raises(FileNotFoundError):
        run_child("picture", path.with_name("none.png"), PictureLimits())


def test_memory_that_gives_out_in_a_child_is_said_and_no_crash(path, monkeypatch, capfdbinary):
    monkeypatch.setattr(child, "_limit", lambda memory, seconds: None)
    monkeypatch.setitem(child.CHILDREN, "picture", "tests.schema.test_child_process")
    assert child.run(["picture", str(path), json.dumps({"memory": 1, "seconds": 1})]) == 0
    assert json.loads(capfdbinary.readouterr().out) == {"refused": "memory"}


def main(path, ask):
    """Stands for a child whose memory gives out."""
    raise MemoryError


def test_a_fault_of_the_process_reaches_the_person_in_its_own_words(path, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    (issue,) = read_picture(path).issues
    assert (issue.code, issue.severity, issue.facts["file"]) == ("child.not_started", "error", "图.png")


@pytest.mark.parametrize("code", ["not_started", "killed", "ended", "memory", "processor"])
def test_each_fault_has_a_sentence_whose_places_are_filled(code):
    words = shipped_messages()[f"child.{code}"]
    for language in LANGUAGES:
        assert "图.png" in words.get(language).format(file="图.png", reason="r", limit="5")


def test_signals_have_names():
    assert child_process._reason(-signal.SIGTERM, b"") == "SIGTERM"
    assert child_process._reason(-200, b"") == "-200"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only there are pipes with a name")
def test_a_pipe_a_device_and_a_folder_are_no_files(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(SpecialFileError, match="not a file"):
            run_child("book", path, ChildLimits())
    with pytest.raises(IsADirectoryError):
        run_child("book", tmp_path, ChildLimits())


def test_one_part_of_a_file_may_be_no_more_than_a_share_of_what_all_may_be():
    def archive(*sizes):
        return SimpleNamespace(infolist=lambda: [SimpleNamespace(file_size=size) for size in sizes])

    ask = {"unpacked": 100}
    assert not is_too_large(archive(30_000_000, 30_000_000, 30_000_000), ask)
    assert is_too_large(archive(30_000_001), ask)
    assert is_too_large(archive(*[26_000_000] * 4), ask)
    assert not is_too_large(archive(), ask)
