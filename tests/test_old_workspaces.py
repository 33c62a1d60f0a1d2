"""The whole sample of each past state with today's program: opened, checked, exported, rolled forward, never lost."""

import hashlib
import json
import lzma
from pathlib import Path

import pytest

from desktop.cli.main import main
from desktop.work import moments
from desktop.work.catalogue_update import Choice, apply_update, is_newer, prepare, sources, undo_update
from desktop.work.moments import moment_of
from schema.catalogue.built_in import BuiltIn, source_digest
from schema.grammar.words import LANGUAGES
from schema.storage.sqlite.header import USER_VERSION, check_header
from schema.workspace import Workspace
from tests.factories import names_in
from tests.read_once import Moments
from tests.shipped import RESOURCES

OLD_FILES = sorted((Path(__file__).parent / "old_files").glob("*.annals.xz"))
REPORTS = ("csr-2019", "csr-2022", "esg-2021", "press-2021", "press-2022")
# The state before the program's words left the workspace: a whole report is exported from it, a press release from the
# others; in `make test-long` every report from each, in every language.
WHOLE = "2f36fe4"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """The bytes of an old file, unpacked once."""
    return {file.name: lzma.decompress(file.read_bytes()) for file in OLD_FILES}


@pytest.fixture(params=OLD_FILES, ids=lambda file: file.name.partition(".")[0])
def old(request, unpacked, tmp_path) -> Path:
    """A past state's workspace alone in a folder."""
    path = tmp_path / "workspace" / "old.annals"
    path.parent.mkdir()
    path.write_bytes(unpacked[request.param.name])
    return path


@pytest.fixture
def run(capsys):
    """Run a command, which must not end otherwise than done (0) or done with issues (1)."""

    def call(*arguments: object) -> str:
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        assert status in (0, 1), captured.err
        return captured.out

    return call


def digest(path: Path) -> str:
    assert names_in(path.parent) == [path.name]
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_states_before_and_after_program_words_left_the_workspace_are_kept():
    assert len(OLD_FILES) >= 2
    assert [file for file in OLD_FILES if file.name.startswith(WHOLE)] != []
    assert all(file.stat().st_size < 1_000_000 for file in OLD_FILES)


def test_a_past_workspace_is_read_and_exported_and_stays_what_it_is(run, request, old, tmp_path, program, monkeypatch):
    monkeypatch.setattr(moments, "RememberingMoment", Moments().at)  # the command exports what is checked here
    before, is_whole = digest(old), WHOLE in request.node.callspec.id
    report = "esg-2021" if is_whole else "press-2021"
    with Workspace.open(old, write=False, program=program) as workspace:  # once: each opening goes through a copy
        assert len(workspace.snapshot().points) > 400
        assert [issue for issue in moment_of(workspace).issues() if issue.code == "wording.unfit"] == []
        assert workspace.verify() == ()
    run("export", old, "--report", report, "--excel", "--language", "en", "--out", tmp_path / "out")
    assert names_in(tmp_path / "out") == [".annals-outputs.json", f"{report}.en.xlsx"]
    assert digest(old) == before


@pytest.mark.long
def test_each_reading_command_reads_a_past_workspace_and_leaves_it_as_it_is(run, old):
    before = digest(old)
    points = json.loads(run("values", old, "--json"))["values"]
    issues = json.loads(run("check", old, "--json"))["issues"]
    assert len(points) > 400
    assert [issue for issue in issues if issue["code"] == "wording.unfit"] == []
    run("verify", old)
    assert digest(old) == before


def test_a_past_workspace_words_nothing_otherwise_than_the_program(old, program):
    with Workspace.open(old, write=False, program=program) as workspace:
        catalogue = workspace.definitions.catalogue
    assert (catalogue.messages.changes, catalogue.phrases.changes) == ({}, {})
    assert dict(catalogue.messages) == dict(program.messages)
    assert dict(catalogue.phrases) == dict(program.phrases)


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("report", REPORTS)
def test_every_report_of_a_past_workspace_is_exported_in_every_language(run, old, tmp_path, report, language):
    before = digest(old)
    out = tmp_path / "out"
    run("export", old, "--report", report, "--language", language, "--out", out)
    assert [Path(name).suffix for name in names_in(out)] == [".json", ".docx", ".xlsx"]
    assert digest(old) == before


@pytest.mark.long
def test_the_reports_exported_above_are_all_there_are(run, old):
    assert sorted(line.split("\t")[0] for line in run("reports", old).splitlines()) == sorted(REPORTS)


@pytest.mark.long
def test_a_past_workspace_rolls_forward_and_its_old_file_is_kept(run, old, tmp_path):
    before, revision = old.read_bytes(), check_header(old)
    run("next", old, "--from", "csr-2022", "--to", "csr-2023")
    kept = [] if revision == USER_VERSION else [f"{old.name}.{revision:04}.old"]
    assert names_in(old.parent) == [old.name, *(kept or [f"{old.name}.backups"])]  # the old file is a backup, too
    assert [(old.parent / name).read_bytes() for name in kept] == [before for _ in kept]
    run("check", old, "--report", "csr-2023")
    run("verify", old)
    run("export", old, "--report", "csr-2023", "--out", tmp_path / "out")
    assert {"csr-2023.docx", "csr-2023.xlsx"} <= set(names_in(tmp_path / "out"))


@pytest.mark.long
@pytest.mark.parametrize("name", [file.name for file in OLD_FILES])
def test_a_past_workspace_takes_in_today_s_catalogue_and_gives_it_back(unpacked, tmp_path, program, definitions, name):
    path = tmp_path / "old.annals"
    path.write_bytes(unpacked[name])
    today = BuiltIn(definitions, source_digest(RESOURCES))
    with Workspace.open(path, write=True, who="me", program=program) as workspace:
        before, values = workspace.definitions, workspace.snapshot()
        if today.source in {version.source for version in workspace.versions()}:
            assert not is_newer(workspace, RESOURCES)  # the newest file: nothing is newer yet
            return
        assert is_newer(workspace, RESOURCES)
        update = prepare(sources(workspace, today, RESOURCES), Choice())
        assert {one.kind for one in update.differences if one not in update.taken} <= {"kept"}
        apply_update(workspace, update, today, "update")
        now = workspace.definitions.catalogue
        assert (now.units, now.relations) == (definitions.catalogue.units, definitions.catalogue.relations)
        assert {code: metric.definition for code, metric in now.metrics.items()} == {
            code: metric.definition for code, metric in definitions.catalogue.metrics.items()
        }
        reasons = {code: outline.explanations for code, outline in before.outlines.items()}
        assert {code: outline.explanations for code, outline in workspace.definitions.outlines.items()} == reasons
        assert not is_newer(workspace, RESOURCES)
        assert (workspace.snapshot(), workspace.verify()) == (values, ())
        assert undo_update(workspace, "undo") == ()
        assert workspace.definitions == before
        assert not is_newer(workspace, RESOURCES)  # somebody has taken it back: nobody is asked again
        first, _, third = workspace.versions()
        assert (first, workspace.verify()) == (third, ())
