"""Commands that write a workspace: new, import, press, backup."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.speaking import Speaker
from desktop.cli.telling import has_error, issue_entry, need_report, tell_issues
from schema.catalogue.outline import Definitions
from schema.errors import AnnalsError
from schema.grammar.reference import Key
from schema.validation.issue import Issue
from schema.values.changes import Change
from schema.values.figures import Figures
from schema.workspace import Workspace

if TYPE_CHECKING:
    from schema.exchange.figures_csv import FiguresFile


def new(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Make an empty workspace."""
    from desktop.cli.cataloguing import read_book
    from desktop.cli.company import read_look
    from schema.catalogue.loader import load_definitions

    path = arguments.catalogue or speaker.resources / "definitions"
    if not path.exists():
        raise AnnalsError("cli.no_catalogue", path=str(path))
    definitions = load_definitions(path, speaker.program) if path.is_dir() else read_book(path, speaker)
    look = read_look(arguments, definitions.catalogue, speaker)
    if look is None:
        return 2
    with Workspace.create(arguments.workspace, definitions, speaker.who) as workspace:
        workspace.apply(look)
        speaker.say("cli.made", file=str(arguments.workspace))
    return 0


def take(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Import figures files and old sheets, all or nothing per file; the worst file decides the exit status."""
    if len(arguments.files) > 1 and (arguments.map or arguments.save_map or arguments.json):
        raise AnnalsError("cli.old_one")
    with speaker.open(arguments.workspace, write=not arguments.dry_run) as workspace:
        # A folder given as “.” has no name to be told by until it is resolved.
        paths = [path if path.name else path.resolve() for path in arguments.files]
        return max(_take_file(path, arguments, workspace, speaker) for path in paths)


def _take_file(path: Path, arguments: argparse.Namespace, workspace: Workspace, speaker: Speaker) -> int:
    from desktop.cli.old_sheets import take_old
    from desktop.work.import_figures import is_figures
    from schema.errors import ImportRefused

    try:
        if is_figures(path):
            return _take_figures(path, arguments, workspace, speaker)
        return take_old(path, arguments, workspace, speaker)
    except ImportRefused as error:
        for issue in error.issues:
            if isinstance(issue, Issue):
                print(_line(issue, workspace.definitions, speaker), file=speaker.err)
        print(speaker.trouble(error), file=speaker.err)
        return 2


def _take_figures(path: Path, arguments: argparse.Namespace, workspace: Workspace, speaker: Speaker) -> int:
    from schema.exchange.figures_csv import read_figures

    catalogue = workspace.definitions.catalogue
    found = read_figures(path, catalogue, keep_unreadable=arguments.keep_unreadable)
    if arguments.json:
        return _figures_json(path, found, arguments, workspace, speaker)
    if arguments.dry_run:
        speaker.say("cli.would_import", file=path.name, count=str(len(found.changes)))
    else:
        entries = workspace.apply(found.changes, reason=path.name)
        speaker.say("cli.imported", file=path.name, count=str(len(found.changes)), changed=str(len(entries)))
    issues = (*found.issues, *issues_of(found.changes, workspace, arguments.dry_run))
    tell_issues(issues, catalogue, speaker)
    return has_error(issues)


def _figures_json(
    path: Path, found: FiguresFile, arguments: argparse.Namespace, workspace: Workspace, speaker: Speaker
) -> int:
    if not arguments.dry_run:
        workspace.apply(found.changes, reason=path.name)
    issues = (*found.issues, *issues_of(found.changes, workspace, arguments.dry_run))
    entries = [{**issue_entry(i, workspace.definitions.catalogue, speaker), "place": i.place} for i in issues]
    speaker.json({"file": path.name, "refused": False, "changes": len(found.changes), "rows": [], "issues": entries})
    return has_error(issues)


def _line(issue: Issue, definitions: Definitions, speaker: Speaker) -> str:
    from schema.validation.messages import message

    return f"{issue.place}: {message(issue, definitions.catalogue, speaker.language)}"


def issues_of(changes: Sequence[Change], workspace: Workspace, dry_run: bool) -> tuple[Issue, ...]:
    """Return the issues of exactly the data points that a file brought."""
    from schema.validation.check import check_keys
    from schema.values.changes import overlay

    snapshot = workspace.snapshot()
    snapshot = overlay(snapshot, changes) if dry_run else snapshot
    figures = Figures(workspace.definitions.catalogue, snapshot)
    keys = [change.subject for change in changes if isinstance(change.subject, Key)]
    return check_keys(workspace.definitions, figures, keys)


def press(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Add a press release about a report to the workspace, with the words that it begins with."""
    from schema.catalogue.outline import CalloutBlock, placements
    from schema.exchange.press_release import draft_release, with_outline
    from schema.values.changes import keep

    with speaker.open(arguments.workspace, write=True) as workspace:
        definitions = workspace.definitions
        need_report(definitions, arguments.report)
        draft = draft_release(definitions, arguments.report, workspace.snapshot(), arguments.code)
        workspace.adopt(with_outline(definitions, draft.outline), reason=draft.outline.code)
        workspace.apply([keep(text) for text in draft.texts], reason=draft.outline.code)
    blocks = [block for section in draft.outline.walk() for block in section.blocks]
    figures = sum(len(placements(block)) for block in blocks if isinstance(block, CalloutBlock))
    sections = str(len(draft.outline.chapters))
    speaker.say("cli.pressed", name=draft.outline.code, figures=str(figures), sections=sections)
    return 0


def backup(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Write a consistent copy, also while the application has the workspace open."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        workspace.backup(arguments.to)
    speaker.say("cli.backed_up", file=str(arguments.to))
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace, Speaker], int]] = {
    "new": new, "import": take, "press": press, "backup": backup,
}  # fmt: skip
