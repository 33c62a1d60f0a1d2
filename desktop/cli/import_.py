"""annals import: figures files and old sheets, all or nothing per file."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from desktop.cli.issue_lines import has_error, issue_entry, print_issues
from desktop.cli.parser import add_dry_run, add_json, add_workspace
from desktop.cli.sheet_rows import print_counts, print_rows, row_entries, write_column_map
from desktop.cli.speaker import Speaker
from desktop.work.import_figures import (
    Intake,
    Match,
    Reading,
    is_figures,
    match_rows,
    read_column_map,
    read_figures_file,
    read_sheet,
    sheet_intake,
    with_decimal,
)
from desktop.work.moments import moment_of
from schema.catalogue.definitions import Catalogue
from schema.errors import AnnalsError, ImportRefused
from schema.exchange.oldsheets.intake import Options
from schema.exchange.oldsheets.proposal_words import SAID_BY_ROWS
from schema.moment import Moment
from schema.validation.issue import Issue
from schema.validation.messages import message
from schema.workspace import Workspace


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the files, how far they may go, and what their rows mean."""
    add_workspace(parser, speaker)
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help=speaker.help("files"))
    add_dry_run(parser, speaker)
    parser.add_argument("--keep-unreadable", action="store_true", help=speaker.help("keep"))
    parser.add_argument("--replace", action="store_true", help=speaker.help("replace"))
    parser.add_argument("--map", type=Path, help=speaker.help("map"))
    parser.add_argument("--save-map", type=Path, help=speaker.help("savemap"))
    parser.add_argument("--decimal", choices=("point", "comma"), default="", help=speaker.help("decimal"))
    add_json(parser, speaker)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Import each file; the worst one decides the exit status."""
    if len(arguments.files) > 1 and (arguments.map or arguments.save_map or arguments.json):
        raise AnnalsError("cli.old_one")
    with speaker.open(arguments.workspace, write=not arguments.dry_run) as workspace:
        # A folder given as “.” has no name to be told by until it is resolved.
        paths = [path if path.name else path.resolve() for path in arguments.files]
        return max(_Import(path, arguments, workspace, speaker).run() for path in paths)


@dataclass(frozen=True, slots=True)
class _Import:
    """One file on its way into the workspace."""

    path: Path
    arguments: argparse.Namespace
    workspace: Workspace
    speaker: Speaker

    def run(self) -> int:
        """Return the exit status of this file."""
        moment = moment_of(self.workspace)
        try:
            return self._figures(moment) if is_figures(self.path) else self._sheet(moment)
        except ImportRefused as error:
            for issue in error.issues:
                if isinstance(issue, Issue):
                    sentence = message(issue, moment.catalogue, self.speaker.language)
                    self.speaker.warn(f"{issue.place}: {sentence}")
            self.speaker.warn(self.speaker.trouble(error))
            return 2

    def _figures(self, moment: Moment) -> int:
        if self.arguments.map or self.arguments.save_map:
            raise AnnalsError("cli.map_of_figures", file=self.path.name)
        intake = read_figures_file(
            self.path, moment, keep_unreadable=self.arguments.keep_unreadable, decimal=self.arguments.decimal
        )
        changed = self._store(intake)
        if self.arguments.json:
            self._json(moment, intake)
        else:
            self._say(intake, changed)
            print_issues(intake.issues, moment.catalogue, self.speaker)
        return has_error(intake.issues)

    def _sheet(self, moment: Moment) -> int:
        arguments, speaker = self.arguments, self.speaker
        known = read_column_map(arguments.map, moment.catalogue) if arguments.map else None
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
        changed = self._store(intake)
        if arguments.json:
            self._json(moment, intake, reading, match)
            return 2 if intake.refused else has_error(intake.issues)
        print_counts(self.path.name, match.draft, speaker)
        if intake.refused:
            raise ImportRefused(self.path.name, tuple(i for i in intake.issues if i.severity == "error"))
        self._say(intake, changed)
        if intake.answers and not arguments.dry_run:
            speaker.say("cli.old_kept", count=str(len(intake.answers)))
        told_by_rows = SAID_BY_ROWS if shows_rows else ()
        print_issues([i for i in intake.issues if i.code not in told_by_rows], moment.catalogue, speaker)
        return has_error(intake.issues)

    def _store(self, intake: Intake) -> int:
        """Store what the file brings, unless this is a dry run; return how many values it has changed."""
        if self.arguments.dry_run or intake.refused:
            return 0
        stored = self.workspace.apply((*intake.changes, *intake.answers), reason=intake.file)
        return len(stored) - len(intake.answers)

    def _say(self, intake: Intake, changed: int) -> None:
        code = "cli.would_import" if self.arguments.dry_run else "cli.imported"
        self.speaker.say(code, file=intake.file, count=str(len(intake.changes)), changed=str(changed))

    def _save_map(self, match: Match, catalogue: Catalogue) -> None:
        if self.arguments.save_map:
            path = write_column_map(self.arguments.save_map, match.draft, catalogue)
            if not self.arguments.json:
                self.speaker.say("cli.old_map", file=str(path))

    def _json(
        self, moment: Moment, intake: Intake, reading: Reading | None = None, match: Match | None = None
    ) -> None:  # fmt: skip
        """Print the one document of a file; only an old sheet has an encoding and rows."""
        issues = [{**issue_entry(i, moment.catalogue, self.speaker), "place": i.place} for i in intake.issues]
        encoding = {"encoding": reading.found.file.encoding} if reading else {}
        counts = {"refused": intake.refused, "changes": len(intake.changes)}
        rows = row_entries(match) if match else []
        self.speaker.json({"file": intake.file, **encoding, **counts, "rows": rows, "issues": issues})
