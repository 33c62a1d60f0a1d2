"""A call that is wrong, or a file that is: one sentence in the language asked for, and nothing is touched."""

import argparse
import re
import shutil
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.cli.call import can_show, opens_window
from desktop.cli.parser import make_parser
from desktop.cli.speaker import make_speaker
from desktop.cli.usage_words import usage_problem
from schema.grammar.languages import LANGUAGES
from tests.factories import names_in

OLD = Path(__file__).parents[2] / "old_files" / "0003.annals"
GOOD = "metric,period,value\nenergy.gas,2021,1\n"

WRONG = {
    "required": ["check"],
    "unknown": ["reports", "a.annals", "--nothing"],
    "choice": ["chekc", "a.annals"],
    "one": ["check", "a.annals", "--report"],
    "some": ["import", "a.annals"],
    "ignored": ["check", "a.annals", "--json=yes"],
    "ambiguous": ["import", "a.annals", "f.csv", "--keep-unreadable", "--re=1", "--s"],
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("arguments", WRONG.values(), ids=WRONG)
def test_a_wrong_call_is_told_in_one_language(run, arguments, language):
    status, out, err = run(*arguments, "--language", language)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert not re.search("required|unrecognized|invalid|expected|choose|ignored|ambiguous", err)
    assert bool(re.search("[\u4e00-\u9fff]", err)) == (language != "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_thing_that_the_parser_of_python_says_of_options_is_known(language):
    speaker = make_speaker(language)
    parser = argparse.ArgumentParser(exit_on_error=False)
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--all", action="store_true")
    group.add_argument("--count", type=int)
    parser.add_argument("--name", nargs="+")
    told = []
    parser.error = lambda message: told.append(message) or (_ for _ in ()).throw(ValueError)
    for call in (["--count", "x"], ["--all", "--count", "1"], [], ["--all", "--name"]):
        with pytest.raises((ValueError, argparse.ArgumentError)) as caught:
            parser.parse_args(call)
        told += [str(caught.value)] if isinstance(caught.value, argparse.ArgumentError) else []
    assert len(told) == 4
    assert all(usage_problem(message, speaker.sentence) != message for message in told)
    assert usage_problem("something else", speaker.sentence) == "something else"


@pytest.mark.parametrize(
    ("call", "name"),
    [("approve a --report r --only x y --only z", "only"), ("return a --report r --reason w --only x y --only z", "only"),
     ("request a --report r --due 2026-12-31 --department x --department y z", "department"),
     ("request a --report r --due 2026-12-31 --only x y --only=z", "only"),
     ("send a --report r --out o --department x y --department z", "department"),
     ("accept a --report r --carried x --carried y z", "carried"), ("answers a --forget x --forget y z", "forget")],
)  # fmt: skip
def test_an_option_that_takes_several_adds_up_where_it_is_given_again(call, name):
    for _ in range(2):  # what one call was given is not there in the next
        arguments = make_parser(make_speaker("en")).parse_args(call.split())
        assert getattr(arguments, name) == ["x", "y", "z"]


def test_every_command_is_named_where_one_is_unknown(run):
    _, _, err = run("chekc", "a.annals", "--language", "en")
    assert "COMMAND cannot be 'chekc', only" in err
    assert "'check'" in err or "check," in err
    assert make_parser(make_speaker("en")).prog == "annals"


@pytest.mark.parametrize(
    "figures", ["metric,period,value\nenergy.gass,2021,1\n", "metric,period,value\nenergy.gas,2021,x\n"]
)
def test_an_import_that_is_refused_leaves_an_older_workspace_as_it_is(run, tmp_path, figures):
    path, file = tmp_path / "a.annals", tmp_path / "f.csv"
    shutil.copyfile(OLD, path)
    file.write_text(figures, "utf-8")
    before = path.read_bytes()
    assert run("import", path, file)[0] == 2
    assert (path.read_bytes() == before, names_in(tmp_path)) == (True, [path.name, file.name])


@pytest.mark.parametrize("option", ["--map", "--save-map"])
def test_a_map_for_a_figures_file_is_refused(run, empty, tmp_path, option):
    file, columns = tmp_path / "f.csv", tmp_path / "map.csv"
    file.write_text(GOOD, "utf-8")
    status, out, err = run("import", empty, file, option, columns, "--language", "en")
    assert (status, out, columns.exists()) == (2, "", False)
    assert "f.csv is in the figures CSV format" in err
    assert "energy.gas" not in run("values", empty)[1]


def test_an_unreadable_cell_that_is_kept_is_told_once(run, empty, tmp_path):
    file = tmp_path / "f.csv"
    file.write_text("metric,period,value\nenergy.gas,2021,many\n", "utf-8")
    status, out, err = run("import", empty, file, "--keep-unreadable", "--language", "en")
    assert status == 1
    assert (out + err).count("many") == 1


def test_a_file_in_the_place_of_the_folder_for_an_export_is_named_as_that(run, empty, tmp_path):
    target = tmp_path / "out"
    target.write_text("mine", "utf-8")
    for folder in (target, target / "deeper"):
        status, _, err = run("export", empty, "--report", "press-2021", "--excel", "--out", folder, "--language", "en")
        assert (status, f"{target} is a file, not a folder" in err) == (2, True)
    assert target.read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("environment", "platform", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_window_needs_a_display_but_on_windows_and_macos(environment, platform, shown):
    assert can_show(environment, platform) is shown


def test_without_a_display_the_application_says_so_in_one_sentence(monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert main(["--language", "en"]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert captured.err.startswith("There is no display here")


@pytest.mark.parametrize("words", [["--as"], ["--language"], ["w.annals", "--as"]])
def test_an_option_without_its_value_opens_no_window(words):
    assert not opens_window(words)
