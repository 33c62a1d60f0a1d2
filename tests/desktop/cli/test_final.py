"""annals export --final: refused with the whole list of reasons, each with the command line that resolves it."""

import json
import shlex
from dataclasses import replace

import pytest
from PIL import Image

from desktop.cli.main import main
from desktop.cli.parser import make_parser
from desktop.cli.speaker import make_speaker
from desktop.work.final import final_reasons
from desktop.work.remedies import REMEDIES, Call, remedy
from schema.catalogue.outline import ImageBlock
from schema.grammar.reference import Key
from schema.grammar.words import Words
from schema.moment import Moment
from schema.validation.facts import ID, Coded
from schema.validation.issue import Issue
from schema.values.changes import keep
from schema.values.subject import TextAt
from schema.workspace import Workspace
from tests.exporters import small_report as sample

REPORT = sample.REPORT


def definitions():
    """The small report with a place for a picture and a metric whose definition is only assumed."""
    known = sample.definitions()
    outline = known.outlines[REPORT]
    first, *rest = outline.chapters
    chapter = replace(first, blocks=(*first.blocks, ImageBlock("people.photo", "people.photo")))
    defined = Words("全年合计，含境外。", "全年合計，含境外。", "Sum of the year, abroad included.")
    metrics = {code: replace(metric, definition=defined) for code, metric in known.catalogue.metrics.items()}
    metrics["trainees"] = replace(metrics["trainees"], assumed=True)
    catalogue = replace(known.catalogue, metrics=metrics)
    return replace(known, catalogue=catalogue, outlines={REPORT: replace(outline, chapters=(chapter, *rest))})


@pytest.fixture
def run(capsys):
    def call(*arguments: object) -> tuple[int, str, str]:
        status = main(["--language", "en", *(str(argument) for argument in arguments)])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "small book.annals"
    with Workspace.create(path, definitions(), "me") as workspace:
        snapshot = sample.snapshot()
        things = [*snapshot.points.values(), *snapshot.records.values()]
        workspace.apply([keep(thing) for thing in things])
    return path


def reasons(run, book, tmp_path):
    status, out, _ = run("export", book, "--report", REPORT, "--final", "--json", "--word", "--out", tmp_path / "out")
    return json.loads(out)["reasons"] if status == 1 else []


def typed(line, book, reason, tmp_path):
    """A remedy as a person types it: with a reason, words and files where it has capitals."""
    words = shlex.split(line)
    assert words[0] == "annals"
    files = {"FIGURES.csv": _figures, "PICTURE.png": _picture}
    filled = {"REASON": "checked with the department", "WORDS": "Nothing of note happened in this year.",
              "NAME": "Ann Lee"}  # fmt: skip
    return [str(files[word](book, reason, tmp_path)) if word in files else filled.get(word, word) for word in words[1:]]


def _figures(book, reason, tmp_path):
    with Workspace.open(book, write=False) as workspace:
        moment = Moment(workspace.definitions, workspace.snapshot())
        found = [r.issue for r in final_reasons(moment, REPORT) if r.subject == reason["subject"]]
        keys = [leaf for issue in found if issue.key for leaf in moment.figures.leaves(moment.figures.value(issue.key))]
        keys = keys or [issue.key for issue in found]
        wide = [m for key in keys for m in (moment.figures.members(key) if "*" in key.category else (key,))]
        wide = list(dict.fromkeys(wide))
    path = tmp_path / "figures.csv"
    rows = "".join(f"{key.metric},{key.period},{key.category},50\n" for key in wide)
    path.write_text("metric,period,category,value\n" + rows, "utf-8")
    return path


def _picture(book, reason, tmp_path):
    path = tmp_path / "photo.png"
    Image.new("RGB", (800, 600), "white").save(path)
    return path


def test_a_final_is_refused_with_every_reason_and_nothing_is_written(run, book, tmp_path):
    status, out, _ = run("export", book, "--report", REPORT, "--final", "--out", tmp_path / "out")
    assert status == 1
    assert not list(tmp_path.glob("out/*"))
    listed = reasons(run, book, tmp_path)
    assert all(set(reason) == {"code", "subject", "message", "remedy"} and all(reason.values()) for reason in listed)
    assert all(reason["message"] in out and reason["remedy"] in out for reason in listed)
    checked = json.loads(run("check", book, "--report", REPORT, "--json")[1])["issues"]
    assert {(i["code"], i["subject"]) for i in checked if i["subject"]} <= {(r["code"], r["subject"]) for r in listed}


def test_each_remedy_resolves_its_reason_when_it_is_typed_until_the_report_is_final(run, book, tmp_path):
    tried = set()
    for _ in range(6):
        left = reasons(run, book, tmp_path)
        if not left:
            break
        for reason in left:
            now = {(r["code"], r["subject"]) for r in reasons(run, book, tmp_path)}
            if (reason["code"], reason["subject"]) not in now:
                continue
            status, out, err = run(*typed(reason["remedy"], book, reason, tmp_path))
            assert status in (0, 1), (reason, out, err)
            tried.add(shlex.split(reason["remedy"])[1])
            now = {(r["code"], r["subject"]) for r in reasons(run, book, tmp_path)}
            assert (reason["code"], reason["subject"]) not in now, (reason, out, err)
    assert reasons(run, book, tmp_path) == []
    assert list((tmp_path / "out").glob(f"{REPORT}*.docx"))
    assert {"import", "remark", "write", "catalogue", "picture"} <= tried, tried


@pytest.mark.parametrize("code", sorted(REMEDIES))
def test_each_remedy_is_a_line_that_the_program_takes(code):
    facts = {
        ID: "c0123456789",
        "tongue": Coded("language", "en"),
        "report": REPORT,
        "department": Coded("department", "hr"),
        "column": Coded("column", "topic.group"),
    }
    at = None if code == "metric.assumed" else TextAt(REPORT, "people.body", "en")
    issue = Issue(code, "doubt", Key("energy", 2022), facts, subject=at, report=REPORT)
    words = shlex.split(remedy(Call("my book.annals", "en", "en", "people", issue)))
    parsed = make_parser(make_speaker("en")).parse_args(words[1:])
    assert str(parsed.workspace) == "my book.annals"


def test_an_answered_gap_still_has_its_placeholder_and_is_still_a_reason(run, book, tmp_path):
    gaps = [r for r in reasons(run, book, tmp_path) if r["code"] in ("blank", "text.blank")]
    for gap in gaps:
        assert run("remark", book, gap["subject"], "--code", gap["code"], "--reason", "no time")[0] == 0
    left = {(r["code"], r["subject"]) for r in reasons(run, book, tmp_path)}
    assert gaps
    assert {(gap["code"], gap["subject"]) for gap in gaps} <= left
