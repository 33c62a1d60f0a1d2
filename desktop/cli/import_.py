"""annals import: figures files and old sheets, all or nothing per file; an import is taken back by its number."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.cli.changed_entries import Entry, changed_entries
from desktop.cli.issue_lines import has_error, issue_entry, print_issues, trouble_entry
from desktop.cli.parser import add_dry_run, add_workspace
from desktop.cli.sheet_rows import print_counts, print_rows, row_entries, write_column_map
from desktop.cli.speaker import Speaker
from desktop.cli.undoing_lines import print_undoing
from desktop.work.answer_files import is_pack
from desktop.work.forms import is_form
from desktop.work.import_figures import (
    Intake,
    Match,
    is_figures,
    match_rows,
    read_column_map,
    read_figures_file,
    read_sheet,
    sheet_intake,
    with_decimal,
)
from desktop.work.imports import store_import, undo_import
from desktop.work.moments import moment_of
from schema.catalogue.definitions import Catalogue
from schema.errors import AnnalsError, ImportRefused, WorkspaceError
from schema.exchange.oldsheets.intake import Options
from schema.exchange.oldsheets.proposal_words import SAID_BY_ROWS
from schema.moment import Moment
from schema.validation.approvals import voided_issues
from schema.validation.issue import Issue
from schema.validation.messages import message
from schema.values.changes import altering
from schema.workspace import Workspace


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the files, how far they may go, and what their rows mean."""
    add_workspace(parser, speaker)
    parser.add_argument("files", metavar="FILE", nargs="*", type=Path, help=speaker.help("files"))
    add_dry_run(parser, speaker)
    parser.add_argument("--keep-unreadable", action="store_true", help=speaker.help("keep"))
    parser.add_argument("--replace", action="store_true", help=speaker.help("replace"))
    parser.add_argument("--map", type=Path, help=speaker.help("map"))
    parser.add_argument("--save-map", type=Path, help=speaker.help("savemap"))
    parser.add_argument("--decimal", choices=("point", "comma"), default="", help=speaker.help("decimal"))
    parser.add_argument("--undo", type=int, metavar="NUMBER", help=speaker.help("undoimport"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Import each file, or take an import back; the worst file decides the exit status."""
    if bool(arguments.files) == (arguments.undo is not None):
        raise AnnalsError("import.asks")
    if arguments.undo is not None:
        return _undo(arguments, speaker)
    if len(arguments.files) > 1 and (arguments.map or arguments.save_map):
        raise AnnalsError("cli.old_one")
    with speaker.open(arguments.workspace, write=not arguments.dry_run) as workspace:
        # A folder given as “.” has no name to be told by until it is resolved.
        paths = [path if path.name else path.resolve() for path in arguments.files]
        entries: list[Entry] = []
        try:
            return max([_Import(path, arguments, workspace, speaker, entries).run() for path in paths])
        finally:
            if arguments.json:
                speaker.json({"files": entries})


def _undo(arguments: argparse.Namespace, speaker: Speaker) -> int:
    with speaker.open(arguments.workspace, write=not arguments.dry_run) as workspace:
        undoing = undo_import(workspace, arguments.undo, dry=arguments.dry_run)
        code = "cli.would_undo_import" if arguments.dry_run else "cli.import_undone"
        speaker.say(code, number=str(arguments.undo), count=str(len(undoing.undone)))
        return print_undoing(arguments.undo, undoing, workspace, speaker)


@dataclass(frozen=True, slots=True)
class _Import:
    """One file on its way into the workspace; `entries` gathers what is told of each file as JSON."""

    path: Path
    arguments: argparse.Namespace
    workspace: Workspace
    speaker: Speaker
    entries: list[Entry]

    def run(self) -> int:
        """Return the exit status of this file."""
        moment, count = moment_of(self.workspace), len(self.entries)
        try:
            if is_pack(self.path):
                raise AnnalsError("import.pack", file=self.path.name)
            if is_form(self.path):
                raise AnnalsError("import.form", file=self.path.name)
            return self._figures(moment) if is_figures(self.path) else self._sheet(moment)
        except WorkspaceError:
            raise  # not this file's fault: no other one goes in either
        except AnnalsError as error:
            sentence = self.speaker.trouble(error)
            reasons = self._reasons(error, moment)
            if len(self.entries) == count:  # an old sheet tells its rows beside the reasons
                told = reasons or [trouble_entry(error.code, sentence, self.path.name)]
                self.entries.append(_entry(self.path.name, told, refused=True))
            self.speaker.warn(sentence)
            return 2

    def _reasons(self, error: AnnalsError, moment: Moment) -> list[Entry]:
        """Return why nothing of the file is taken; people are told each reason with its place."""
        reasons = error.issues if isinstance(error, ImportRefused) else ()
        issues = [issue for issue in reasons if isinstance(issue, Issue)]
        for issue in issues if not self.arguments.json else ():
            self.speaker.warn(f"{issue.place}: {message(issue, moment.catalogue, self.speaker.language)}")
        return self._issues(issues, moment)

    def _figures(self, moment: Moment) -> int:
        if self.arguments.map or self.arguments.save_map:
            raise AnnalsError("cli.map_of_figures", file=self.path.name)
        intake = read_figures_file(
            self.path, moment, keep_unreadable=self.arguments.keep_unreadable, decimal=self.arguments.decimal
        )
        changes = self._changed(intake, moment)
        intake, stored = self._store(intake)
        if self.arguments.json:
            told = _entry(intake.file, self._issues(intake.issues, moment), changes)
            self.entries.append({**told, **stored.entry})
        else:
            self._say(intake, stored)
            print_issues(intake.issues, moment.catalogue, self.speaker)
        return has_error(intake.issues)

    def _sheet(self, moment: Moment) -> int:
        arguments, speaker = self.arguments, self.speaker
        known = read_column_map(arguments.map, moment) if arguments.map else None
        reading = read_sheet(self.path, moment, speaker.language, known)
        if arguments.decimal:
            reading = with_decimal(reading, arguments.decimal)
        options = Options(arguments.replace, arguments.keep_unreadable)
        match = match_rows(reading, options)
        shows_rows = not arguments.json and (arguments.dry_run or arguments.save_map)
        if shows_rows:
            print_rows(reading, match, options, speaker)
        self._save_map(match, moment.catalogue)
        intake = sheet_intake(reading, match)
        changes = self._changed(intake, moment)
        intake, stored = self._store(intake)
        if arguments.json:
            told = _entry(intake.file, self._issues(intake.issues, moment), changes, refused=intake.refused)
            seen = {"encoding": reading.found.file.encoding, "rows": row_entries(match, reading.moment.catalogue)}
            self.entries.append({**told, **stored.entry, **seen})
        else:
            print_counts(self.path.name, match.draft, speaker)
        if intake.refused:
            raise ImportRefused(self.path.name, tuple(i for i in intake.issues if i.severity == "error"))
        if not arguments.json:
            self._say_sheet(intake, stored, SAID_BY_ROWS if shows_rows else (), moment.catalogue)
        return has_error(intake.issues)

    def _say_sheet(self, intake: Intake, stored: _Stored, said: Collection[str], catalogue: Catalogue) -> None:
        self._say(intake, stored)
        if intake.answers and not self.arguments.dry_run:
            self.speaker.say("cli.old_kept", count=str(len(intake.answers)))
        print_issues([issue for issue in intake.issues if issue.code not in said], catalogue, self.speaker)

    def _changed(self, intake: Intake, moment: Moment) -> list[Entry]:
        """Return what the file changes, or would change; looked up only where it is asked for."""
        if not self.arguments.json or intake.refused:
            return []
        changes = altering(moment.snapshot, intake.changes)
        last = self.workspace.last_changes([change.subject for change in changes if change.before is not None])
        return changed_entries(changes, last, moment.catalogue, self.speaker.language)

    def _store(self, intake: Intake) -> tuple[Intake, _Stored]:
        """Store what the file brings, unless this is a dry run.

        What is told of it then names the approvals that fell.
        """
        if self.arguments.dry_run or intake.refused:
            return intake, _Stored(0, None)
        imported = store_import(self.workspace, (*intake.changes, *intake.answers), intake.file)
        voided = voided_issues(imported.entries, self.workspace.definitions, self.workspace.snapshot())
        told = replace(intake, issues=(*intake.issues, *voided))
        changed = len(imported.entries) - len(intake.answers) - len(voided)
        return told, _Stored(changed, imported.number)

    def _say(self, intake: Intake, stored: _Stored) -> None:
        code = "cli.would_import" if self.arguments.dry_run else "cli.imported"
        self.speaker.say(code, file=intake.file, count=str(len(intake.changes)), changed=str(stored.changed))
        if stored.number is not None:
            self.speaker.say("cli.import_number", number=str(stored.number))

    def _save_map(self, match: Match, catalogue: Catalogue) -> None:
        if self.arguments.save_map:
            path = write_column_map(self.arguments.save_map, match.draft, catalogue)
            if not self.arguments.json:
                self.speaker.say("cli.old_map", file=str(path))

    def _issues(self, issues: Iterable[Issue], moment: Moment) -> list[Entry]:
        return [{**issue_entry(i, moment.catalogue, self.speaker), "place": i.place} for i in issues]


@dataclass(frozen=True, slots=True)
class _Stored:
    """How many values an import has changed, and its number."""

    changed: int
    number: int | None

    @property
    def entry(self) -> Entry:
        """The number as JSON tells it: only where there is one, so that all else keeps its promised shape."""
        return {} if self.number is None else {"number": self.number}


def _entry(file: str, issues: list[Entry], changed: Sequence[Entry] = (), *, refused: bool = False) -> Entry:
    """Return what is told of a file; only an old sheet has an encoding and rows."""
    return {
        "file": file, "refused": refused, "changed": list(changed), "rows": [], "issues": issues,
    }  # fmt: skip
