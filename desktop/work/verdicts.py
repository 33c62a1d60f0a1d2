"""What an auditor has noted in an assurance workbook is read back: by key, wherever the row now stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.work.assure_book import MARK, SAMPLE
from desktop.work.requests import Act
from exporters.excel.sheet_reader import Limits, read_sheets
from schema.errors import AnnalsError
from schema.exchange.catalogue_book.plain_sheet import PlainSheet
from schema.grammar.reference import parse_reference, value_key
from schema.moment import Moment
from schema.validation.verdicts import judged_content
from schema.values.changes import keep, thing_at
from schema.values.parse import clean_text
from schema.values.verdicts import FINDINGS, Finding, Verdict, VerdictAt
from schema.workspace import Workspace

_HEADS = ("key", "ref", "format", "verdict", "remark")
_HEAD_WITHIN = 30  # rows in which the head may stand: people add lines above it
_LONGEST = 5_000
_LIMITS = Limits(packed=20, unpacked=120, memory=500, seconds=20, cells=1_000_000)
# What people type; LibreOffice and WPS keep it as it is.
_SAID: Mapping[str, Finding] = {
    "pass": "pass", "passed": "pass", "通过": "pass", "通過": "pass", "fail": "fail", "failed": "fail",
    "不通过": "fail", "不通過": "fail", "未通过": "fail", "未通過": "fail",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Noted:
    """One row with a verdict: where it stands, and what is written there."""

    place: str
    key: str
    reference: str
    format: str
    verdict: str
    remark: str


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A row that cannot be taken: where, and the sentence that says why (its code and its places)."""

    place: str
    error: AnnalsError


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a workbook: the verdicts that are new or others, how many stood already, and what was refused."""

    report: str
    verdicts: tuple[Verdict, ...]
    same: int
    refused: tuple[NotTaken, ...]


def take(workspace: Workspace, path: Path, act: Act) -> Taken:
    """Read the verdicts of a workbook and keep them, in the name of whoever acts.

    Each is about what stood there when the workbook was made. AnnalsError assure.not_ours, assure.other, assure.none;
    book.… where it cannot be read.
    """
    sheets = read_sheets(path, _LIMITS)
    mark = _mark(sheets, path.name)
    moment = _moment_then(workspace, mark, path.name)
    found: list[Verdict] = []
    refused: list[NotTaken] = []
    for noted in _rows(sheets, path.name):
        try:
            found.append(_verdict(noted, mark["report"], moment, act))
        except AnnalsError as error:
            refused.append(NotTaken(noted.place, error))
    if not found and not refused:
        raise AnnalsError("assure.none", file=path.name)
    snapshot = workspace.snapshot()
    changes = [
        keep(verdict, verdict.remark) for verdict in found if _is_news(verdict, thing_at(snapshot, _at(verdict)))
    ]
    workspace.apply(changes)
    verdicts = tuple(change.after for change in changes if isinstance(change.after, Verdict))
    return Taken(mark["report"], verdicts, len(found) - len(verdicts), tuple(refused))


def _mark(sheets: Sequence[PlainSheet], file: str) -> Mapping[str, str]:
    """Return what the workbook says of itself. AnnalsError assure.not_ours."""
    rows = next((sheet.rows for sheet in sheets if sheet.title.casefold() == MARK), ())
    facts = {row[0].strip(): row[1].strip() for row in rows if len(row) > 1}
    if not {"report", "number", "head"} <= facts.keys() or not facts["number"].isdecimal():
        raise AnnalsError("assure.not_ours", file=file)
    return facts


def _moment_then(workspace: Workspace, mark: Mapping[str, str], file: str) -> Moment:
    """Return what stood when the workbook was made. AnnalsError assure.other where that never stood here."""
    number = int(mark["number"][:9])
    if not mark["head"] or workspace.replay.hash_at(number) != mark["head"]:
        raise AnnalsError("assure.other", file=file)
    return Moment(workspace.definitions_at(number), workspace.replay.snapshot(number))


def _rows(sheets: Sequence[PlainSheet], file: str) -> Iterator[Noted]:
    """Yield the rows with a verdict, of the sheet that has the columns; they may stand in any order."""
    named = sorted(sheets, key=lambda sheet: sheet.title.casefold() != SAMPLE)
    for sheet in named:
        for number, row in enumerate(sheet.rows[:_HEAD_WITHIN]):
            places = {text.strip().casefold(): column for column, text in enumerate(row)}
            if set(_HEADS) <= places.keys():
                yield from _noted(sheet, number + 1, [places[head] for head in _HEADS])
                return
    raise AnnalsError("assure.not_ours", file=file)


def _noted(sheet: PlainSheet, first: int, columns: Sequence[int]) -> Iterator[Noted]:
    for number, row in enumerate(sheet.rows[first:], first + 1):
        cells = [clean_text(row[column]).strip() if column < len(row) else "" for column in columns]
        if cells[3] or cells[4]:
            yield Noted(f"{sheet.title}!{number}", *cells)


def _verdict(noted: Noted, report: str, moment: Moment, act: Act) -> Verdict:
    """Return what a row says. AnnalsError assure.verdict, assure.row, assure.remark."""
    finding = _SAID.get(noted.verdict.casefold())
    if finding is None:
        raise AnnalsError("assure.verdict", value=noted.verdict[:40], choices=" / ".join(FINDINGS))
    reference = parse_reference(noted.reference)
    if reference is None or not reference.year or value_key(noted.reference, noted.format) != noted.key:
        raise AnnalsError("assure.row", reference=noted.reference[:80])
    if finding == "fail" and not noted.remark:
        raise AnnalsError("assure.remark", reference=noted.reference)
    content = judged_content(reference.key(0), moment.definitions, moment.figures)
    return Verdict(report, noted.reference, noted.format, finding, noted.remark[:_LONGEST], content, act.who, act.at)


def _at(verdict: Verdict) -> VerdictAt:
    return VerdictAt(verdict.report, verdict.reference, verdict.format)


def _is_news(verdict: Verdict, known: object) -> bool:
    """Whether it says something else than what is known: taken twice, a workbook says nothing new."""
    if not isinstance(known, Verdict):
        return True
    names = ("finding", "remark", "content")
    return any(getattr(verdict, name) != getattr(known, name) for name in names)
