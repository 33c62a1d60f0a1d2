"""The registry of commands: each is declared in one module, explains itself, and ends in a sentence when called wrongly."""

import ast
import json
import os
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path

import pytest
from docx import Document
from PIL import Image

import desktop.cli
from desktop.cli.commands import COMMANDS, load_command, module_name
from desktop.cli.main import main
from desktop.cli.parser import make_parser
from desktop.cli.speaker import make_speaker
from desktop.work.data_files import resources_folder
from schema.grammar.languages import LANGUAGES

FOLDER = Path(desktop.cli.__file__).parent
HELP = json.loads((resources_folder() / "help" / "commands.json").read_text("utf-8"))


def helps_asked_for():
    """Every name that code asks help of by a literal."""
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "help":
                yield from (a.value for a in node.args if isinstance(a, ast.Constant))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_in_every_language(command, language, capsys):
    with pytest.raises(SystemExit) as ended:
        main([command, "--help", "--language", language])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert HELP[command][language].split()[0] in out
    assert "--language" in out


@pytest.mark.parametrize("command", COMMANDS)
def test_wrong_use_ends_with_2_and_one_sentence(command, capsys):
    assert main([command, "--language", "en", "--no-such-option"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.rstrip().endswith("--help.")
    assert "Traceback" not in captured.err


def test_a_module_with_arguments_and_a_run_is_a_command_and_the_other_way_round():
    declared = {
        path.stem
        for path in FOLDER.glob("*.py")
        if {"add_arguments", "run"} <= {getattr(n, "name", "") for n in ast.parse(path.read_text("utf-8")).body}
    }
    assert declared == {module_name(command).rpartition(".")[2] for command in COMMANDS}


def test_no_command_imports_qt_or_the_window():
    modules = ", ".join(repr(module_name(command)) for command in COMMANDS)
    code = (
        f"import importlib, sys\nfor name in ({modules}): importlib.import_module(name)\n"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'desktop.window'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_help_is_written_in_every_language_and_asked_for_by_some_code():
    assert [name for name, words in HELP.items() if set(words) != set(LANGUAGES) or not all(words.values())] == []
    assert set(helps_asked_for()) | set(COMMANDS) >= set(HELP) - asked_by_names()
    assert set(helps_asked_for()) | set(COMMANDS) <= set(HELP)


def test_no_help_has_the_name_of_another():
    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        names = [name for name, _ in pairs]
        assert len(names) == len(set(names)), [name for name in names if names.count(name) > 1]
        return dict(pairs)

    json.loads((resources_folder() / "help" / "commands.json").read_text("utf-8"), object_pairs_hook=once)


def asked_by_names() -> set[str]:
    """The helps of options whose name is their help's: what the parsers ask for that no literal shows."""
    speaker = make_speaker("en")
    parser = make_parser(speaker)
    names: set[str] = set()
    for command in COMMANDS:
        child = ArgumentParser(add_help=False)
        load_command(command).add_arguments(child, speaker)
        names |= {action.dest.replace("_", "") for action in child._actions}
    return names | {action.dest for action in parser._actions}


def test_the_help_of_the_program_reads_no_yaml_and_no_module_of_a_command():
    code = (
        "import sys\nfrom desktop.__main__ import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        f"print([n for n in sys.modules if n in {[module_name(c) for c in COMMANDS]!r} or n in "
        "('yaml', 'dataclasses', 'importlib.metadata', 'schema.workspace')], file=sys.stderr)"
    )
    # Where lines are counted, the counter would come into the new process with modules of its own.
    uncounted = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=uncounted)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize("before", [True, False])
def test_a_language_may_stand_before_the_command_or_behind_it(before):
    call = ["reports", "a.annals"]
    spoken = ["--language", "zh-Hant"]
    spoken_to = make_parser(make_speaker("en")).parse_args([*spoken, *call] if before else [*call, *spoken])
    assert spoken_to.language == "zh-Hant"
    assert make_parser(make_speaker("en")).parse_args(call).language is None


def test_the_language_behind_the_command_goes_before_the_one_in_front():
    parser = make_parser(make_speaker("en"))
    assert parser.parse_args(["--language", "en", "reports", "a.annals", "--language", "zh-Hant"]).language == "zh-Hant"


def word_file(beside: Path) -> Path:
    """A Word file with a heading."""
    document, path = Document(), beside.with_name("last.docx")
    document.add_heading("People", 1)
    document.add_paragraph("Words.")
    document.save(path)
    return path


def calls(command: str, place: Path) -> list[object]:
    """What a call of each command takes that does its work, on a workspace that is still empty."""
    file, picture = place.with_name("f.csv"), place.with_name("p.png")
    file.write_text("metric,period,value\nenergy.gas,2021,1\n", "utf-8")
    Image.new("RGB", (40, 30)).save(picture)
    report, out = ["--report", "press-2021"], ["--out", place.with_name("out")]
    further: dict[str, list[object]] = {
        "new": [place.with_name("other.annals")], "reports": [place], "template": [place, *report],
        "import": [place, file], "values": [place], "check": [place, *report], "coverage": [place, *report],
        "export": [place, *report, *out], "press": [place, "--report", "esg-2021", "--code", "press-x"],
        "history": [place], "verify": [place], "backup": [place, "--to", place.with_name("b.annals")],
        "backups": [place], "restore": [place, "--to", place.with_name("r.annals")], "unlock": [place],
        "copy": [place, place.with_name("copied.annals")],
        "pictures": [place], "picture": [place, "company.logo", picture],
        "catalogue": ["export", place, place.with_name("c.xlsx")],
        "next": [place, "--from", "csr-2022", "--to", "csr-2023"], "restate": [place], "answers": [place],
        "draft": [place, *report, "--language", "zh-Hant"], "accept": [place, *report, "--language", "zh-Hant"],
        "remark": [place, "creators.earning@2021", "--reason", "why"], "notes": [place], "people": [place], "owners": [place],
        "requests": [place], "review": [place], "questions": [place], "contradictions": [place], "scan": [place, file], "propose": [place, word_file(place), "--report", "press-2021"], "write": [place, "text/press-2021/opening.lead", "--text", "Hello", "--dry-run"],
        "emissions": [place, "--sources"], "freeze": [place, "v1", "--reason", "why"], "freezes": [place],
        "attach": [place, "energy.gas@2021", file], "evidence": [place], "mark": [place], "diff": [place, place],
    }  # fmt: skip
    return [command, *further[command]]


# Those that need more than an empty workspace are asked where that is there: test_cli, test_contradictions,
# test_requests, test_questions, test_send_and_open, test_answer_and_merge, test_refresh.
ELSEWHERE = (
    "demo", "assure", "explain", "request", "submit", "approve", "return", "ask", "reply", "pass",
    "send", "open", "answer", "merge", "compare", "refresh", "take",
)  # fmt: skip


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in ELSEWHERE])
def test_with_json_every_command_prints_one_document_and_nothing_else(command, empty, capsys):
    status = main(["--language", "en", *map(str, calls(command, empty)), "--json"])
    captured = capsys.readouterr()
    assert status in (0, 1), captured.err
    assert isinstance(json.loads(captured.out), dict)


@pytest.mark.parametrize("before", [True, False])
def test_who_acts_and_the_day_may_stand_before_the_command_or_behind_it(before):
    call, said = ["reports", "a.annals"], ["--as", "Ann", "--today", "2026-01-31", "--json"]
    parsed = make_parser(make_speaker("en")).parse_args([*said, *call] if before else [*call, *said])
    assert (parsed.acting, parsed.today.isoformat(), parsed.json) == ("Ann", "2026-01-31", True)
    assert make_parser(make_speaker("en")).parse_args(call).acting is None
