"""The command import with a person's own old sheet: dry run, column map, and what is taken."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from desktop.cli.speaking import Speaker
from desktop.cli.telling import has_error, issue_entry, tell_issues
from desktop.work.import_figures import read_column_map, read_old
from schema.catalogue.definitions import Catalogue
from schema.errors import ImportRefused
from schema.exchange.oldsheets.column_map import ColumnMap, write_map
from schema.exchange.oldsheets.matching import Proposal
from schema.exchange.oldsheets.proposal import Draft, Drafter
from schema.exchange.oldsheets.proposal_words import SAID_BY_ROWS, how_words, row_counts, value_words
from schema.exchange.oldsheets.taking import Options, Outcome, Take
from schema.exchange.oldsheets.target_words import target_words
from schema.validation.issue import Issue
from schema.values.display import plain
from schema.values.figures import Figures
from schema.workspace import Workspace

_WIDTH = 160


def take_old(path: Path, arguments: argparse.Namespace, workspace: Workspace, speaker: Speaker) -> int:
    """Take one old sheet; ImportRefused where something must be put right first, and then nothing is stored."""
    definitions = workspace.definitions
    figures = Figures(definitions.catalogue, workspace.snapshot())
    drafter = Drafter(definitions, figures, speaker.language)
    known = read_column_map(arguments.map, definitions.catalogue) if arguments.map else ColumnMap()
    draft = drafter.draft(drafter.find(read_old(path), known), known)
    options = Options(arguments.replace, arguments.keep_unreadable)
    outcome = drafter.outcome(draft, options)
    shows_rows = not arguments.json and (arguments.dry_run or arguments.save_map)
    if shows_rows:
        _print_rows(draft, lambda proposal: drafter.preview(draft, proposal, options), definitions.catalogue, speaker)
    if arguments.save_map:
        _save_map(arguments.save_map, draft, speaker, quiet=arguments.json)
    changed = _store(path, outcome, workspace, dry_run=arguments.dry_run)
    issues = outcome.issues if outcome.refused else (*outcome.issues, *_stored(outcome, workspace, arguments.dry_run))
    if arguments.json:
        speaker.json(_document(path, draft, outcome, issues, definitions.catalogue, speaker))
        return 2 if outcome.refused else has_error(issues)
    _say_counts(path, draft, speaker)
    if outcome.refused:
        raise ImportRefused(path.name, tuple(issue for issue in issues if issue.severity == "error"))
    code = "cli.would_import" if arguments.dry_run else "cli.imported"
    speaker.say(code, file=path.name, count=str(len(outcome.changes)), changed=str(changed))
    tell_issues([i for i in issues if not (shows_rows and i.code in SAID_BY_ROWS)], definitions.catalogue, speaker)
    return has_error(issues)


def _store(path: Path, outcome: Outcome, workspace: Workspace, *, dry_run: bool) -> int:
    if dry_run or outcome.refused:
        return 0
    return len(workspace.apply(outcome.changes, reason=path.name))


def _stored(outcome: Outcome, workspace: Workspace, dry_run: bool) -> tuple[Issue, ...]:
    """Return the issues of the values that the sheet brings."""
    from desktop.cli.changing import issues_of

    return issues_of(outcome.changes, workspace, dry_run)


def _save_map(target: Path, draft: Draft, speaker: Speaker, *, quiet: bool) -> None:
    """Write the map with the mark by which Excel knows UTF-8; a map that a person has edited is kept beside it."""
    from exporters.output_files import write_output

    text = write_map(draft.found.tables, draft.proposals, draft.answered())
    path = write_output(target, lambda temporary: _write(temporary, text))
    if not quiet:
        speaker.say("cli.old_map", file=str(path))


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8-sig"))


def _say_counts(path: Path, draft: Draft, speaker: Speaker) -> None:
    counts = {name: str(count) for name, count in row_counts(draft).items()}
    speaker.say("cli.old_rows", file=path.name, count=str(len(draft.proposals)), **counts)


def _print_rows(
    draft: Draft, preview: Callable[[Proposal], Sequence[Take]], catalogue: Catalogue, speaker: Speaker
) -> None:
    """Print a table: where, name → metric, why, taken or not, and each year's value beside what stands there."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=speaker.out, width=None if speaker.out.isatty() else _WIDTH, highlight=False)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("place", "name", "metric", "how", "take", "values"):
        table.add_column(speaker.sentence(f"old.head.{name}"), overflow="fold")
    for proposal in draft.proposals:
        target = draft.target(proposal)
        shown = target or (proposal.best.target if proposal.best else None)
        words = target_words(shown, catalogue, speaker.language) if shown else "–"
        lines = _value_lines(proposal, preview(proposal), catalogue, speaker)
        sheet = f"{proposal.row.sheet} " if proposal.row.sheet else ""
        mark = "✓" if target else "?" if proposal.best else "–"
        cells = (
            sheet + proposal.row.row,
            proposal.row.written,
            words,
            how_words(proposal, catalogue, speaker.language),
        )
        table.add_row(*map(Text, (*cells, mark, "\n".join(lines))))
    console.print(table)


def _value_lines(proposal: Proposal, takes: Iterable[Take], catalogue: Catalogue, speaker: Speaker) -> list[str]:
    found = {take.cell.place: take for take in takes}
    lines: list[str] = []
    for cell in proposal.row.cells:
        take = found.get(cell.place)
        words = value_words(take, catalogue, speaker.language) if take else cell.text
        lines.append(f"{cell.year}  {words}")
    return lines


def _document(
    path: Path, draft: Draft, outcome: Outcome, issues: Iterable[Issue], catalogue: Catalogue, speaker: Speaker
) -> dict[str, object]:
    rows = [_row_entry(proposal, draft, outcome) for proposal in draft.proposals]
    return {
        "file": path.name,
        "encoding": draft.found.file.encoding,
        "refused": outcome.refused,
        "changes": len(outcome.changes),
        "rows": rows,
        "issues": [{**issue_entry(i, catalogue, speaker), "place": i.place} for i in issues],
    }


def _row_entry(proposal: Proposal, draft: Draft, outcome: Outcome) -> dict[str, object]:
    row, target = proposal.row, draft.target(proposal)
    return {
        "place": row.place, "name": row.written, "under": row.under, "unit": row.unit,
        "reference": target.reference() if target else "", "taken": target is not None,
        "candidates": [
            {"reference": c.target.reference(), "how": c.how, "score": round(c.score, 2), "unit_fits": c.fits,
             "years_agreeing": c.agrees}
            for c in proposal.candidates
        ],
        "values": [
            {"period": take.key.period, "text": take.cell.text, "state": take.state,
             "value": plain(take.parsed.value) if take.parsed and take.parsed.value is not None else "",
             "shown": take.new, "old": take.old}
            for take in outcome.takes if take.row is row
        ],
    }  # fmt: skip
