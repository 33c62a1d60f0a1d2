"""Who may do what, command by command: one table, held against the registry and tried with one of each role."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from PIL import Image

from desktop.cli.commands import COMMANDS
from desktop.cli.main import main
from desktop.work.moments import moment_of
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint, SheetAnswer
from schema.workspace import Workspace
from tests.exporters.word.edits import Edited, W

EDITOR, OWN, OTHER, REVIEWER, AUDITOR, NOBODY = "编辑", "茶农", "人事", "审核", "鉴证", "生人"
EVERYBODY = (EDITOR, OWN, OTHER, REVIEWER, AUDITOR, NOBODY)
EDITORS, OWNERS = (EDITOR,), (EDITOR, OWN)
REPORT = ("--report", "tea-2025")
GARDEN = (*REPORT, "--department", "garden")
LEAD, BODY = "text/tea-2025/garden.lead", "text/tea-2025/people.body"

# What each action is called, what it is called with ({name} is a file beside the workspace, an id, or a number that
# the world below has made), and who may do it. The items are those of the department of OWN, the gardens.
ACTIONS = {
    "import": ("{figures}", OWNERS),
    "import, published": ("{published}", EDITORS),
    "import, taken back": ("--undo {imported}", OWNERS),
    "picture": ("company.logo {logo}", EDITORS),
    "picture, taken out": ("company.logo --remove", EDITORS),
    "catalogue": ("import {book}", EDITORS),
    "next": ("--from tea-2025 --to tea-2026", EDITORS),
    "restate": ("water.used@2024 --report tea-2024 --reason 重算", OWNERS),
    "restate, taken back": ("gas.used@2024 --report tea-2024 --withdraw", OWNERS),
    "answers": ("--forget answer/unit/MT", (EDITOR, OWN, OTHER)),
    "draft": ("--report tea-2025 --text people.body --language zh-Hant", (EDITOR, OTHER)),
    "accept": ("--report tea-2025 --text garden.lead --language zh-Hant", OWNERS),
    "remark": ("gas.used@2025 --reason 扩产", OWNERS),
    "remark, taken back": ("leaf.bought@2025 --withdraw", OWNERS),
    "notes": ("power.used@2025 --to note", OWNERS),
    "write": (f"{LEAD} --text 新的一段。", OWNERS),
    "write, taken back": (f"{LEAD} --remove", OWNERS),
    "take": ("{edited}", OWNERS),
    "explain": ("{open} --reason 口径不同", OWNERS),
    "explain, taken back": ("{explained} --withdraw", OWNERS),
    "people": ("--add 新人 --role contact --department garden", EDITORS),
    "people, taken out": (f"--remove {OTHER}", EDITORS),
    "people, trusted": (f"--trust {OWN}", EDITORS),
    "owners": ("--set people gas.used --report tea-2025", EDITORS),
    "owners, taken back": ("--undo", EDITORS),
    "request": ("--report tea-2025 --due 2026-12-30", EDITORS),
    "submit": ("--report tea-2025 --department people --incomplete 待补", (EDITOR, OTHER)),
    "approve": ("--report tea-2025 --department garden --only water.used@2025", (REVIEWER,)),
    "return": ("--report tea-2025 --department garden --reason 请更正", (REVIEWER,)),
    "ask": ("gas.used@2025 --question 口径？", (EDITOR, OWN, REVIEWER)),
    "reply": ("water.used@2025 --answer 含雨水。", OWNERS),
    "pass": ("--report tea-2025 --department garden --to 茶农", OWNERS),
    "pass, taken back": ("--report tea-2025 --department garden --back", OWNERS),
    "send": ("--report tea-2025 --department garden --out {out}", EDITORS),
    "merge": ("{answer}", EDITORS),
    "merge, taken back": ("--undo 1", EDITORS),
    "attach": ("gas.used@2025 {proof}", OWNERS),
    "attach, taken back": ("leaf.bought@2025 proof.pdf --remove", OWNERS),
    "mark": ("gas.used@2025 --why 再核对", (EDITOR, OWN, REVIEWER)),
    "mark, taken back": ("leaf.bought@2025 --remove", (EDITOR, OWN, REVIEWER)),
    "propose": ("{edited} --report old-2024 --year 2024 --take", EDITORS),
    "emissions": ("--base-year 2024", EDITORS),
    "emissions, taken back": ("--base-year 0", EDITORS),
    "freeze": ("定稿 --reason 定稿", EDITORS),
    "assure": ("--take {verdicts}", (AUDITOR,)),
}
# What changes nothing in the workspace that it is called with, whoever calls it, or makes one of its own.
READING = {
    "demo", "new", "reports", "template", "values", "check", "coverage", "export", "press", "history", "verify",
    "backup", "backups", "restore", "unlock", "copy", "pictures", "contradictions", "requests", "review", "questions", "open", "answer", "evidence", "freezes",
    "diff", "scan", "compare", "refresh",
}  # fmt: skip


def test_each_command_either_reads_or_has_its_row():
    acting = {name.partition(",")[0] for name in ACTIONS}
    assert acting | READING == set(COMMANDS)
    assert not acting & READING


def _do(who: str, command: str, workspace: Path, *arguments: object) -> None:
    assert main(["--as", who, command, str(workspace), *map(str, arguments)]) in (0, 1)


def _csv(file: Path, *rows: str) -> Path:
    head = "metric,period,value" + (",report,place" if rows[0].count(",") > 2 else "")
    file.write_text("\n".join([head, *rows, ""]), "utf-8")
    return file


@pytest.fixture(scope="module")
def world(kept_tea, tmp_path_factory):
    """The folder of a workspace in which all of that stands that an action needs, with the files it is called with."""
    folder = tmp_path_factory.mktemp("roles")
    company = folder / "company.annals"
    shutil.copyfile(kept_tea, company)
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("ANNALS_AS", raising=False)
        _people(company)
        _values(company, folder)
        _beside(company, folder)
        _answers(company, folder)
        _verdicts(company, folder)
        _edited(company, folder)
        yield folder


def _people(company: Path) -> None:
    staff = [(EDITOR, "editor", "people"), (OWN, "contact", "garden"), ("茶农乙", "contact", "garden")]
    staff += [(OTHER, "contact", "people"), (REVIEWER, "reviewer", "people"), (AUDITOR, "auditor", "people")]
    for name, role, department in staff:
        _do(EDITOR, "people", company, "--add", name, "--role", role, "--department", department)
    _do(EDITOR, "request", company, *REPORT, "--due", "2026-12-31")


def _values(company: Path, folder: Path) -> None:
    printed = (
        "water.used,2024,99,tea-2024,p. 3",
        "gas.used,2024,98,tea-2024,p. 4",
        "leaf.bought,2024,97,tea-2024,p. 5",
    )
    _do(EDITOR, "import", company, _csv(folder / "printed.csv", *printed))
    _do(OWN, "import", company, _csv(folder / "typed.csv", "leaf.bought,2025,4000", "gas.used,2025,90000"))
    _csv(folder / "figures.csv", "gas.used,2025,8500")
    _csv(folder / "published.csv", "gas.used,2024,9000,tea-2023,p. 4")
    note = DataPoint(Key("power.used", 2025), Decimal(301500), typed="301500", note="电表读数", unsorted=True)
    with Workspace.open(company, write=True, who=EDITOR) as workspace:
        workspace.apply([keep(note), keep(SheetAnswer("unit", "MT", "t"))])


def _beside(company: Path, folder: Path) -> None:
    """What stands beside values and texts: words, a picture, evidence, answers to doubts, a question, other owners."""
    Image.new("RGB", (300, 100), "red").save(folder / "logo.png")
    (folder / "proof.pdf").write_bytes(b"%PDF-1.4 proof")
    _do(EDITOR, "picture", company, "company.logo", folder / "logo.png")
    _do(EDITOR, "emissions", company, "--base-year", "2023")
    Image.new("RGB", (300, 100), "blue").save(folder / "other.png")
    for text in (LEAD, BODY):
        _do(EDITOR, "write", company, text, "--text", "茶园的一年。")
    _do(EDITOR, "draft", company, *REPORT, "--text", "garden.lead", "--language", "zh-Hant")
    _do(OWN, "attach", company, "leaf.bought@2025", folder / "proof.pdf")
    _do(OWN, "mark", company, "leaf.bought@2025", "--why", "再核对")
    _do(OWN, "remark", company, "leaf.bought@2025", "--reason", "扩种")
    _do(EDITOR, "restate", company, "gas.used@2024", "--report", "tea-2024", "--reason", "重算")
    _do(EDITOR, "explain", company, _contradiction(company, "leaf.bought"), "--reason", "口径不同")
    _do(EDITOR, "ask", company, "water.used@2025", "--question", "含雨水吗？")
    _do(EDITOR, "owners", company, "--set", "garden", "farmers", *REPORT)


def _answers(company: Path, folder: Path) -> None:
    small = folder / "small.annals"
    _do(EDITOR, "pass", company, *GARDEN, "--to", "茶农乙")
    _do(EDITOR, "send", company, *GARDEN, "--out", folder / "sent")
    assert main(["--as", OWN, "open", str(folder / "sent" / "tea-2025-garden.annalspack"), "--to", str(small)]) == 0
    for number in (1, 2):
        _do(OWN, "import", small, _csv(folder / "small.csv", f"water.used,2025,{14000 + number}"))
        _do(OWN, "submit", small, *GARDEN, "--incomplete", "待补")
        _do(OWN, "answer", small, "--out", folder / f"back{number}")
    _do(EDITOR, "merge", company, folder / "back1" / "tea-2025-garden.answer.annalspack")


def _verdicts(company: Path, folder: Path) -> None:
    _do(AUDITOR, "assure", company, *REPORT, "--out", folder / "assured")
    book = openpyxl.load_workbook(folder / "assured" / "tea-2025-assurance.xlsx")
    sheet = book["sample"]
    head = next(row for row in sheet.iter_rows(max_row=10) if any(cell.value == "ref" for cell in row))
    verdict = [cell.value for cell in head].index("verdict") + 1
    sheet.cell((head[0].row or 0) + 1, verdict, "pass")
    book.save(folder / "verdicts.xlsx")
    assert main(["catalogue", "export", str(company), str(folder / "book.xlsx")]) == 0
    book = openpyxl.load_workbook(folder / "book.xlsx")
    rows = [[cell.value for cell in row] for row in book["metrics"].iter_rows()]
    at = next(n for n, row in enumerate(rows) if "farmers" in row)
    book["metrics"].cell(at + 1, rows[at].index("合作茶农") + 1, "合作的茶农")
    book.save(folder / "book.xlsx")


def _edited(company: Path, folder: Path) -> None:
    """A draft in which somebody has changed the text of the gardens."""
    _do(EDITOR, "export", company, *REPORT, "--word", "--out", folder / "drafts")
    draft = Edited(folder / "drafts" / "tea-2025.docx")
    with Workspace.open(company, write=False) as workspace:
        words = next(text for at, text in workspace.snapshot().texts.items() if at[1] == "garden.lead")
    first = next(t for t in draft.root.iter(W + "t") if t.text and t.text.strip() and t.text.strip()[:4] == words[:4])
    first.text += "另加一句。"
    draft.save(folder / "edited.docx")


def _contradiction(company: Path, metric: str) -> str:
    with Workspace.open(company, write=False) as workspace:
        known = moment_of(workspace).contradictions()
    return next(one.id for one in known if isinstance(one.issue.at, Key) and one.issue.at.metric == metric)


@pytest.fixture(scope="module")
def places(world):
    """What the table's words in braces stand for."""
    company = world / "company.annals"
    with Workspace.open(company, write=False) as workspace:
        imported = max(workspace.numbers("import"))
    files = {"figures": "figures.csv", "published": "published.csv", "logo": "other.png", "book": "book.xlsx",
             "proof": "proof.pdf", "verdicts": "verdicts.xlsx", "edited": "edited.docx"}  # fmt: skip
    return {
        **{name: str(world / file) for name, file in files.items()}, "imported": str(imported),
        "answer": str(world / "back2" / "tea-2025-garden.answer.annalspack"),
        "open": _contradiction(company, "water.used"), "explained": _contradiction(company, "leaf.bought"),
    }  # fmt: skip


def _call(name: str, workspace: Path, places: dict[str, str]) -> list[str]:
    command, words = name.partition(",")[0], [word.format(**places) for word in ACTIONS[name][0].split()]
    if command == "catalogue":
        return [command, words[0], str(workspace), *words[1:]]
    return [command, str(workspace), *words]


@pytest.mark.long
@pytest.mark.parametrize("name", ACTIONS)
def test_whoever_may_does_it_and_whoever_may_not_changes_nothing(world, places, tmp_path, capsys, name):
    before, files = (world / "company.annals").read_bytes(), sorted(world.rglob("*"))
    company = tmp_path / "company.annals"
    told = {}
    for who in EVERYBODY:
        company.write_bytes(before)
        status = main(["--as", who, *_call(name, company, {**places, "out": str(tmp_path / who)})])
        err = capsys.readouterr().err
        done = company.read_bytes() != before
        told[who] = status in (0, 1) and done
        if not told[who]:
            assert (status, done, err.count("\n")) == (2, False, 1), (who, err)
            assert who in err
            assert not (tmp_path / who).exists()
    assert sorted(world.rglob("*")) == files
    assert [who for who in EVERYBODY if told[who]] == [who for who in EVERYBODY if who in ACTIONS[name][1]]
