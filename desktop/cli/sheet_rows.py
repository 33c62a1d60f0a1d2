"""The rows of an old sheet as the command line shows them, and as its column map keeps them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desktop.cli.speaker import Speaker
from desktop.work.import_figures import Match, Reading
from schema.catalogue.definitions import Catalogue
from schema.catalogue.record_numbers import metric_of
from schema.exchange.oldsheets.column_map import write_map
from schema.exchange.oldsheets.intake import Options, Take
from schema.exchange.oldsheets.matching import Proposal
from schema.exchange.oldsheets.proposal import Draft
from schema.exchange.oldsheets.proposal_words import how_words, row_counts, value_words
from schema.values.labels import written_value

_WIDTH = 160


def print_rows(reading: Reading, match: Match, options: Options, speaker: Speaker) -> None:
    """Print a table: where, name → metric, why, taken or not, and each year's value beside what stands there."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=speaker.out, width=None if speaker.out.isatty() else _WIDTH, highlight=False)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("place", "name", "metric", "how", "take", "values"):
        table.add_column(speaker.sentence(f"old.head.{name}"), overflow="fold")
    for proposal in match.draft.proposals:
        takes = reading.drafter.preview(match.draft, proposal, options)
        values = _value_lines(proposal, takes, reading.moment.catalogue, speaker)
        cells = _row_words(match.draft, proposal, reading.moment.catalogue, speaker)
        table.add_row(*map(Text, (*cells, "\n".join(values))))
    console.print(table)


def _row_words(draft: Draft, proposal: Proposal, catalogue: Catalogue, speaker: Speaker) -> tuple[str, ...]:
    target = draft.target(proposal)
    shown = target or (proposal.best.target if proposal.best else None)
    words = shown.words(catalogue, speaker.language) if shown else "–"
    sheet = f"{proposal.row.sheet} " if proposal.row.sheet else ""
    mark = "✓" if target else "?" if proposal.best else "–"
    why = how_words(proposal, catalogue, speaker.language)
    return sheet + proposal.row.row, proposal.row.written, words, why, mark


def _value_lines(proposal: Proposal, takes: Iterable[Take], catalogue: Catalogue, speaker: Speaker) -> list[str]:
    by_place = {take.cell.place: take for take in takes}
    lines: list[str] = []
    for cell in proposal.row.cells:
        take = by_place.get(cell.place)
        words = value_words(take, catalogue, speaker.language) if take else cell.text
        lines.append(f"{cell.year}  {words}")
    return lines


def print_counts(file: str, draft: Draft, speaker: Speaker) -> None:
    """Say how many rows are taken, to be confirmed, or without a metric."""
    counts = {name: str(count) for name, count in row_counts(draft).items()}
    speaker.say("cli.old_rows", file=file, count=str(len(draft.proposals)), **counts)


def write_column_map(target: Path, draft: Draft, catalogue: Catalogue) -> Path:
    """Write the map with the mark by which Excel knows UTF-8; a map that a person has edited is kept beside it."""
    from exporters.output_files import write_output

    content = write_map(draft, catalogue).encode("utf-8-sig")

    def write(temporary: Path) -> None:
        temporary.write_bytes(content)

    return write_output(target, write)


def row_entries(match: Match, catalogue: Catalogue) -> list[dict[str, object]]:
    """Return the rows as the promised JSON objects."""
    return [_row_entry(proposal, match, catalogue) for proposal in match.draft.proposals]


def _row_entry(proposal: Proposal, match: Match, catalogue: Catalogue) -> dict[str, object]:
    row, target = proposal.row, match.draft.target(proposal)
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
             "value": _read_value(take, catalogue),
             "shown": take.new, "old": take.old}
            for take in match.outcome.takes if take.row is row
        ],
    }  # fmt: skip


def _read_value(take: Take, catalogue: Catalogue) -> str:
    """Return the value of a cell as files have it, empty where it has none."""
    value = take.parsed.value if take.parsed else None
    return "" if value is None else written_value(metric_of(catalogue, take.key.metric), value)
