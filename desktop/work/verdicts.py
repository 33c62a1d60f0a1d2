"""What an auditor has noted in an assurance workbook is read back: by key, wherever the row now stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from desktop.work.assure_book import MARK
from desktop.work.noted_verdicts import Noted, Unread, noted_in
from desktop.work.requests import Act
from desktop.work.sent_rows import check_row
from exporters.excel.sheet_reader import Limits, read_sheets
from schema.catalogue.record_numbers import metric_of
from schema.errors import AnnalsError
from schema.exchange.catalogue_book.plain_sheet import PlainSheet
from schema.grammar.reference import Key, parse_record, value_key
from schema.moment import Moment
from schema.validation.verdicts import judged_content, judged_key
from schema.values.changes import Change, keep, thing_at
from schema.values.verdicts import FINDINGS, Finding, Verdict, VerdictAt, verdicts_of
from schema.workspace import Workspace

_LONGEST = 5_000
_LIMITS = Limits(packed=20, unpacked=80, memory=256, seconds=20, cells=1_000_000)
# What people type; LibreOffice and WPS keep it as it is.
_SAID: Mapping[str, Finding] = {
    "pass": "pass", "passed": "pass", "通过": "pass", "通過": "pass", "fail": "fail", "failed": "fail",
    "不通过": "fail", "不通過": "fail", "未通过": "fail", "未通過": "fail", "失败": "fail", "失敗": "fail",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A row that cannot be taken: where, what it is about, and the sentence that says why (its code and its places)."""

    place: str
    reference: str
    error: AnnalsError


@dataclass(frozen=True, slots=True)
class Taken:
    """What comes of a workbook: the verdicts that are new or others, how many stand already, and what is refused.

    `stale` are those of the verdicts whose number is another by now than when the workbook was made.
    """

    report: str
    verdicts: tuple[Verdict, ...]
    same: int
    refused: tuple[NotTaken, ...]
    stale: frozenset[VerdictAt]

    @property
    def changes(self) -> tuple[Change, ...]:
        """What keeps them."""
        return tuple(keep(verdict, verdict.remark) for verdict in self.verdicts)


@dataclass(frozen=True, slots=True)
class Judged:
    """A kept verdict; it `stands` while the number is what it was when it was judged."""

    verdict: Verdict
    stands: bool


def kept_verdicts(moment: Moment, report: str) -> tuple[Judged, ...]:
    """Return every verdict on a report's numbers, by reference."""
    own = (verdict for at, verdict in sorted(verdicts_of(moment.snapshot).items()) if at.report == report)
    return tuple(Judged(verdict, _stands(verdict, moment)) for verdict in own)


def take(workspace: Workspace, path: Path, act: Act) -> Taken:
    """Read the verdicts of a workbook and keep them, in the name of whoever acts. Raises as `offered`."""
    taken = offered(workspace, path, act)
    workspace.apply(taken.changes)
    return taken


def offered(workspace: Workspace, path: Path, act: Act, step: Callable[[], None] = lambda: None) -> Taken:
    """Read the verdicts of a workbook; nothing is stored. `step` is heard between the parts and may raise to cancel.

    Each is about what stood there when the workbook was made. AnnalsError assure.not_ours, assure.other, assure.none;
    book.… where it cannot be read.
    """
    sheets = read_sheets(path, _LIMITS)
    step()
    mark, noted = _mark(sheets, path.name), noted_in(sheets, path.name)
    if not noted.rows:
        raise AnnalsError("assure.none", file=path.name)
    moment = _moment_then(workspace, mark, path.name)
    step()
    judging = _Judging(mark, moment, act)
    read = [judging.read(one) for one in noted.rows]
    found, refused = _single([one for one in read if isinstance(one, tuple)])
    refused += [one for one in read if isinstance(one, NotTaken)]
    refused += [_not_read(one, noted.title) for one in noted.unread]
    snapshot = workspace.snapshot()
    news = tuple(verdict for verdict in found if _is_news(verdict, thing_at(snapshot, _at(verdict))))
    now = Moment(workspace.definitions, snapshot)
    stale = frozenset(_at(verdict) for verdict in news if not _stands(verdict, now))
    return Taken(mark["report"], news, len(found) - len(news), tuple(refused), stale)


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
    definitions = workspace.definitions_at(number)
    if mark["report"] not in definitions.outlines:
        raise AnnalsError("assure.other", file=file)
    return Moment(definitions, workspace.replay.snapshot(number))


def _not_read(sheet: Unread, read: str) -> NotTaken:
    return NotTaken(sheet.title, "", AnnalsError("assure.sheet", count=str(sheet.count), sheet=read))


@dataclass(frozen=True, slots=True)
class _Judging:
    """What a workbook says of itself, what stood there when it was made, and who takes it."""

    mark: Mapping[str, str]
    moment: Moment
    act: Act

    def read(self, noted: Noted) -> tuple[Noted, Verdict] | NotTaken:
        try:
            return noted, self._verdict(noted)
        except AnnalsError as error:
            return NotTaken(noted.place, noted.reference, error)

    def _verdict(self, noted: Noted) -> Verdict:
        """Return what a row says. AnnalsError assure.formula, .unsaid, .verdict, .row, .remark, .long; as check_row."""
        if noted.is_formula:
            raise AnnalsError("assure.formula")
        if not noted.verdict:
            raise AnnalsError("assure.unsaid", choices=" / ".join(FINDINGS))
        finding = _SAID.get(normalize("NFKC", noted.verdict).casefold())
        if finding is None:
            raise AnnalsError("assure.verdict", value=noted.verdict[:40], choices=" / ".join(FINDINGS))
        key, moment = judged_key(noted.reference), self.moment
        if key is None or value_key(noted.reference, noted.format) != noted.key or not _is_known(key, moment):
            raise AnnalsError("assure.row", reference=noted.reference[:80])
        check_row(key, noted.seen, self.mark.get(noted.key, ""))
        if finding == "fail" and not noted.remark:
            raise AnnalsError("assure.remark", reference=noted.reference)
        if len(noted.remark) > _LONGEST:
            raise AnnalsError("assure.long", count=str(len(noted.remark)), most=str(_LONGEST))
        content, act = judged_content(key, moment.definitions, moment.figures), self.act
        said = (finding, noted.remark, content, act.who, act.at)
        return Verdict(self.mark["report"], noted.reference, noted.format, *said)


def _is_known(key: Key, moment: Moment) -> bool:
    """Whether there was such a number then."""
    record = parse_record(key.metric)
    if record is not None and record[0] not in moment.snapshot.records:
        return False
    return metric_of(moment.catalogue, key.metric) is not None


def _single(read: Sequence[tuple[Noted, Verdict]]) -> tuple[list[Verdict], list[NotTaken]]:
    """Return one verdict for each number, and the rows that say of one number now this, now that."""
    by_number: dict[VerdictAt, list[tuple[Noted, Verdict]]] = {}
    for noted, verdict in read:
        by_number.setdefault(_at(verdict), []).append((noted, verdict))
    found, refused = list[Verdict](), list[NotTaken]()
    for rows in by_number.values():
        if len({(verdict.finding, verdict.remark) for _, verdict in rows}) == 1:
            found.append(rows[0][1])
        else:
            places = ", ".join(noted.place for noted, _ in rows)
            error = AnnalsError("assure.twice", places=places)
            refused += [NotTaken(noted.place, noted.reference, error) for noted, _ in rows]
    return found, refused


def _stands(verdict: Verdict, now: Moment) -> bool:
    key = judged_key(verdict.reference)
    return key is not None and judged_content(key, now.definitions, now.figures) == verdict.content


def _at(verdict: Verdict) -> VerdictAt:
    return VerdictAt(verdict.report, verdict.reference, verdict.format)


def _is_news(verdict: Verdict, known: object) -> bool:
    """Whether it says something else than what is known: taken twice, a workbook says nothing new."""
    if not isinstance(known, Verdict):
        return True
    names = ("finding", "remark", "content")
    return any(getattr(verdict, name) != getattr(known, name) for name in names)
