"""Reading a person's own file of figures, used by the command line and by the window's worker alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from schema.errors import AnnalsError, ImportRefused
from schema.exchange.oldsheets.answers import ColumnMap, Identity
from schema.exchange.oldsheets.file_kind import file_kind, is_zip
from schema.exchange.oldsheets.intake import UNREAD, Options, Outcome, Take
from schema.exchange.oldsheets.names import Target
from schema.exchange.oldsheets.proposal import Draft, Drafter, Found, OldFile
from schema.exchange.oldsheets.remembered import merged, remembered, to_remember, without_answers
from schema.exchange.standing import Known
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.validation.facts import Coded
from schema.validation.issue import Issue
from schema.values.changes import Change, overlay
from schema.values.decimal_marks import DecimalMark
from schema.values.pack_origin import origin_of


def _go_on() -> bool:
    return False


def is_figures(path: Path) -> bool:
    """Whether a file is in the promised figures format, which needs no matching; ImportRefused where it is missing."""
    from schema.exchange.oldsheets.csv_file import is_figures_csv

    return file_kind(path) == "text" and is_figures_csv(path)


@dataclass(frozen=True, slots=True)
class Intake:
    """What a file brings, not stored yet, with the issues of reading it and of exactly the values that it brings.

    `answers` keep what a person has said about it, so that the next file does not ask again.
    """

    file: str
    changes: tuple[Change, ...]
    issues: tuple[Issue, ...]
    refused: bool = False
    answers: tuple[Change, ...] = ()


def read_figures_file(
    path: Path, moment: Moment, *, keep_unreadable: bool, decimal: DecimalMark | Literal[""] = ""
) -> Intake:
    """Read a file in the figures format. Raises ImportRefused with every reason, the open question of `decimal` too."""
    from schema.exchange.figures_csv import read_figures

    known = Known(remembered(moment.snapshot, moment.catalogue).fiscal, moment.snapshot.points)
    try:
        figures = read_figures(path, moment.catalogue, keep_unreadable=keep_unreadable, decimal=decimal, known=known)
    except ImportRefused as error:
        raise ImportRefused(path.name, _of_the_share(error.issues, moment)) from error
    changes = tuple(figures.changes)
    return Intake(path.name, changes, (*figures.issues, *brought_issues(moment, changes)))


def _of_the_share(issues: Iterable[object], moment: Moment) -> tuple[object, ...]:
    """In a small workspace say of an unknown metric that it is not in this share: it may well be another's."""
    origin = origin_of(moment.snapshot)
    if origin is None:
        return tuple(issues)
    whose = Coded("department", origin.department)
    return tuple(
        replace(issue, code="figures.not_in_share", facts={**issue.facts, "department": whose})
        if isinstance(issue, Issue) and issue.code == "figures.unknown_metric" else issue
        for issue in issues
    )  # fmt: skip


def brought_issues(moment: Moment, changes: Iterable[Change]) -> tuple[Issue, ...]:
    """Return the issues of exactly the data points that changes bring, as they are once all of them are stored.

    That a cell could not be read is said already, with its place in the file.
    """
    from schema.validation.check import check_keys
    from schema.validation.point_checks import UNREAD as UNREAD_POINTS

    brought = tuple(changes)
    after = Moment(moment.definitions, overlay(moment.snapshot, brought))
    keys = [change.subject for change in brought if isinstance(change.subject, Key)]
    issues = check_keys(after.definitions, after.figures, keys)
    return tuple(issue for issue in issues if issue.code not in UNREAD_POINTS.values())


@dataclass(frozen=True, slots=True)
class Reading:
    """An old sheet that was read, with what it takes to match its rows again after each answer.

    `said` is what a person has answered about it, `known` that with what the workspace keeps of earlier answers.
    """

    moment: Moment
    file: OldFile
    drafter: Drafter
    found: Found
    known: ColumnMap
    said: ColumnMap


def read_sheet(
    path: Path, moment: Moment, language: str, known: ColumnMap | None = None, stop: Callable[[], bool] = _go_on
) -> Reading:
    """Read an old sheet; `known` answers what some rows and columns mean. Raises as read_old does.

    A file in the figures format needs no matching: old.figures.
    """
    if is_figures(path):
        raise AnnalsError("old.figures", file=path.name)
    file, said = read_old(path, stop), known or ColumnMap()
    drafter = Drafter(moment.definitions, moment.figures, language)
    known = merged(remembered(moment.snapshot, moment.catalogue), said)
    return Reading(moment, file, drafter, _find(drafter, file, known), known, said)


def with_answers(reading: Reading, said: ColumnMap) -> Reading:
    """Read the same file anew after an answer about its columns or units."""
    known = merged(remembered(reading.moment.snapshot, reading.moment.catalogue), said)
    return with_decimal(replace(reading, known=known, said=said), reading.found.file.decimal)


def with_decimal(reading: Reading, decimal: DecimalMark | Literal[""]) -> Reading:
    """Read the same file anew, now that a person has said which sign parts its decimals ("" takes that back)."""
    from schema.exchange.oldsheets.decimal_commas import pointed

    file = replace(reading.file, decimal=decimal)
    found = _find(reading.drafter, pointed(file) if decimal == "comma" else file, reading.known)
    return replace(reading, found=found)


def _find(drafter: Drafter, file: OldFile, known: ColumnMap) -> Found:
    """Return the tables of a file; where nobody knows what its points and commas mean, that is an error among them."""
    from schema.exchange.oldsheets.decimal_commas import question

    found = drafter.find(file, known)
    asked = question(found)
    return replace(found, issues=(*found.issues, asked)) if asked else found


def read_old(path: Path, stop: Callable[[], bool] = _go_on) -> OldFile:
    """Read an old sheet in whatever format. Raises AnnalsError book.*, ImportRefused; Stopped when `stop` says so."""
    kind = file_kind(path)
    if kind == "text":
        from schema.exchange.oldsheets.csv_file import read_csv

        found = read_csv(path)
        return OldFile(path.name, (found.sheet,), found.encoding, found.separator == ";", kind=kind)
    from exporters.excel.sheet_reader import read_book, read_page

    if kind == "page":
        return OldFile(path.name, read_page(path, stop=stop), kind=kind)
    sheets = read_book(path, stop=stop)
    return OldFile(path.name, sheets, kind=kind, newer=is_zip(path))


def read_column_map(path: Path, moment: Moment) -> ColumnMap:
    """Read a column map, CSV or workbook; ImportRefused with every line that is wrong."""
    from schema.exchange.oldsheets.column_map import read_map

    file = read_old(path)
    column_map, issues = read_map(file.sheets[0], path.name, moment.catalogue)
    if issues:
        raise ImportRefused(path.name, _of_the_share(issues, moment))
    return column_map


@dataclass(frozen=True, slots=True)
class Match:
    """What the rows of an old sheet are taken for, and what they would bring; `said` are answers given since."""

    draft: Draft
    outcome: Outcome
    said: Mapping[Identity, Target | None] = field(default_factory=dict[Identity, "Target | None"])


def match_rows(reading: Reading, options: Options, answers: Mapping[Identity, Target | None] | None = None) -> Match:
    """Match the rows anew; `answers` say what a person takes a row for, None where it is left out."""
    known = reading.known if answers is None else merged(reading.known, ColumnMap(rows=answers))
    draft = reading.drafter.draft(reading.found, known)
    return Match(draft, _asked_once(reading.drafter.outcome(draft, options)), answers or {})


def _asked_once(outcome: Outcome) -> Outcome:
    """While it is not said what points and commas mean, no single number is told for them."""
    if not any(issue.code == "decimal.question" for issue in outcome.issues):
        return outcome
    return replace(outcome, issues=tuple(issue for issue in outcome.issues if issue.code != "figures.separators"))


def row_values(reading: Reading, match: Match, options: Options) -> tuple[Take, ...]:
    """Return what each row would bring were it taken, also those that are not."""
    previews = (reading.drafter.preview(match.draft, proposal, options) for proposal in match.draft.proposals)
    return tuple(take for preview in previews for take in preview)


def sheet_intake(reading: Reading, match: Match) -> Intake:
    """Return what an old sheet brings; where it is refused only what stands in the way."""
    outcome, name = match.outcome, reading.found.file.name
    if outcome.refused:
        return Intake(name, outcome.changes, outcome.issues, refused=True)
    issues = (*map(_kept, outcome.issues), *brought_issues(reading.moment, outcome.changes))
    return Intake(name, outcome.changes, issues, answers=answers_to_keep(reading, match))


def _kept(issue: Issue) -> Issue:
    """What could not be read is an error from the moment that it stands in the workspace."""
    unread = {*UNREAD.values(), "old.ratio"} - {"figures.open"}  # 待定 leaves the value open, which is no error
    return replace(issue, severity="error") if issue.code in unread else issue


def answers_to_keep(reading: Reading, match: Match) -> tuple[Change, ...]:
    """Return the changes that keep the answers about a file for the next one."""
    said, plain = replace(reading.said, rows={**reading.said.rows, **match.said}), match.draft
    if said.rows:
        plain = reading.drafter.draft(reading.found, without_answers(reading.known))
    return to_remember(said, match.draft, plain, reading.moment.snapshot)
