"""A year is played through the commands: departments type what the report published, and it comes out again."""

import ast
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

import desktop.cli.played
from desktop.cli.main import main
from desktop.cli.played.beginning import Plan
from desktop.cli.played.comparing import differences
from desktop.cli.played.published import read_published
from desktop.cli.played.year import REPORT, WHOLE, play
from desktop.cli.speaker import make_speaker
from desktop.work.data_files import resources_folder
from schema.catalogue.loader_messages import load_messages
from schema.grammar.languages import LANGUAGES
from schema.grammar.reference import Key
from schema.values.evidence import evidence_of
from schema.values.merges import merges_of
from schema.workspace import Workspace

# One of each kind: by pack, by form (two people fill in copies of it), at the company's workspace. Half a minute.
SHORT = Plan(packs=("hr",), forms=("property",), deputy="property", taken_back="hr", whole=False)
THREE = ("hr", "property", "security")


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    """The year of three departments, with the story that was told."""
    folder = tmp_path_factory.mktemp("played")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.work.own_key.keys_folder", lambda: folder / "keys")
        patch.setattr("desktop.cli.send.keys_folder", lambda: folder / "keys")
        patch.setattr("desktop.cli.answer.keys_folder", lambda: folder / "keys")
        speaker = make_speaker("zh-Hans")
        speaker.day = date(2026, 1, 5)
        return play(folder, speaker, lambda step: None, SHORT, THREE)


@pytest.fixture(scope="module")
def told(year):
    return (year.folder / "story.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def published(sample_definitions):
    return read_published(resources_folder(), sample_definitions, REPORT, plain=WHOLE.forms)


@pytest.fixture(scope="module")
def history(year):
    with Workspace.open(year.workspace, write=False) as workspace:
        return workspace.history()


@pytest.mark.long
def test_what_three_departments_answer_is_what_the_report_published(year):
    assert year.differs == ()


@pytest.mark.long
def test_slips_are_told_before_anything_is_handed_in(told):
    before = told[: told.index("submit small/hr.annals")]
    assert "1,171 元" in before
    assert "320" in before


@pytest.mark.long
def test_a_conflict_between_two_copies_shows_both_sides(told):
    assert "≠ property.agencies@2022" in told
    assert "65" in told[told.index("≠ property.agencies@2022") :]


@pytest.mark.long
def test_a_merge_that_was_taken_back_is_taken_again(year):
    with Workspace.open(year.workspace, write=False) as workspace:
        merges = [merged for merged in merges_of(workspace.snapshot()) if merged.department == "hr"]
    assert [merged.undone is not None for merged in merges] == [True, False]


@pytest.mark.long
def test_an_approval_that_fell_is_given_again(history):
    subject = "approval/csr-2022/workforce.countries@2022"
    own = [(entry.new not in (None, "", "null"), entry.who) for entry in history if entry.subject == subject]
    assert own == [(True, "CSR 审核人"), (False, "CSR 编辑"), (True, "CSR 审核人")]


@pytest.mark.long
def test_the_history_names_whoever_typed_by_what_they_do(history):
    typed = {entry.who for entry in history if entry.subject.startswith(("workforce.", "property.", "record/policy/"))}
    assert typed >= {"人力资源部联系人", "快手理想家联系人", "信息安全部联系人"}


@pytest.mark.long
def test_evidence_travels_with_the_answer(year):
    with Workspace.open(year.workspace, write=False) as workspace:
        (evidence,) = evidence_of(workspace.snapshot(), "training.expense@2022")
        assert "11710000" in workspace.attachment(evidence.file).decode()


@pytest.mark.long
def test_every_file_that_the_story_ends_with_is_there(year, told):
    made = {path.name for path in year.folder.iterdir()}
    assert made >= {"company.annals", "sent", "small", "typed", "back", "story.txt"}
    assert str(year.folder) in told.splitlines()[-1]


def test_before_the_year_nothing_of_it_is_there_but_words_that_name_values(published):
    after = {change.subject for change in published.beginning()}
    year = published.outline.year
    assert not any(isinstance(at, Key) and at.period == year for at in after)
    assert any(isinstance(at, Key) and at.period == year - 1 for at in after)


def test_a_value_a_text_or_a_record_that_differs_is_named(published):
    snapshot = published.snapshot
    key = published.asked("hr")[0]
    point = replace(snapshot.points[key], value=snapshot.points[key].value + 1)
    at = published.texts("hr")[0]
    (block, records), *_ = published.lists("security").items()
    changed = replace(
        snapshot,
        points={**snapshot.points, key: point},
        texts={**snapshot.texts, (at.report, at.slot, "en"): "other words"},
        records={known: row for known, row in snapshot.records.items() if known != records[0].key},
    )
    assert differences(published, snapshot) == ()
    assert differences(published, changed) == tuple(
        sorted((key.canonical(), f"text/csr-2022/{at.slot}.en", f"list/csr-2022/{block}"))
    )


def test_only_what_is_printed_is_compared(published):
    snapshot, key = published.snapshot, published.asked("hr")[0]
    noted = replace(snapshot.points[key], note="a note", source="a list")
    assert differences(published, replace(snapshot, points={**snapshot.points, key: noted})) == ()


STORY = load_messages(resources_folder() / "sample" / "played" / "story.yaml", "story")


@pytest.mark.parametrize("code", STORY)
def test_the_story_is_told_in_three_languages_with_the_same_facts(code):
    texts = [STORY[code].get(language) for language in LANGUAGES]
    places = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in texts]
    assert all(texts)
    assert places[0] == places[1] == places[2]


def test_freezes_have_words():
    assert {
        f"freeze.{state}{part}" for state in ("submitted", "approved") for part in ("", ".name", ".reason")
    } <= STORY.keys()


def test_nothing_is_told_that_has_no_words():
    folder = Path(desktop.cli.played.__file__).parent
    trees = [ast.parse(path.read_text("utf-8")) for path in folder.glob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for name, before in (("tell", ""), ("words", ""), ("chapter", "chapter.")):
        own = [call for call in calls if getattr(call.func, "attr", "") == name and call.args]
        said = {before + call.args[0].value for call in own if isinstance(call.args[0], ast.Constant)}
        assert said
        assert said <= STORY.keys()


@pytest.mark.long
def test_the_whole_year_is_played_by_the_command(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("CI", "1")
    assert main(["demo", "--played", "--json", "--no-window", "--out", str(tmp_path / "out"), "--language", "en"]) == 0
    document = json.loads(capsys.readouterr().out)
    folder = Path(document["folder"])
    assert document["differs"] == document["reasons"] == []
    assert Path(document["workspace"]) == folder / "company.annals"
    assert len(list((folder / "small").glob("*.annals"))) == len(WHOLE.packs) == 5
    assert len(list((folder / "sent").glob("*.xlsx"))) == len(WHOLE.forms) == 5
    assert {path.stem for path in (folder / "back").glob("*.annalspack")} == {
        f"csr-2022-{department}.answer" for department in WHOLE.packs
    }
    assert {path.name for path in (folder / "final").iterdir()} >= {"csr-2022.docx", "csr-2022.xlsx"}
