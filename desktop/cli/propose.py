"""annals propose: a report that exists in Word as an outline with texts, looked at before anything is stored."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import shorten

from desktop.cli.parser import add_workspace, file_path
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.safe_files import write_out
from desktop.work.word_report.intake import NewReport, TakenIn, preview
from desktop.work.word_report.proposal import Proposed
from desktop.work.word_report.proposal_file import answered, figure_tables, written
from desktop.work.word_report.source import WordReport, proposed, read_report, slots_of, store_in
from schema.catalogue.outline import Outline
from schema.errors import AnnalsError
from schema.grammar.languages import LANGUAGES

_SHOWN = 60  # of what is left out, characters


@dataclass(frozen=True, slots=True)
class _Proposal:
    """What was read, what becomes of it, and the files that were written."""

    read: WordReport
    language: str
    made: tuple[Proposed, ...]
    outcome: TakenIn
    files: tuple[str, ...]
    stored: bool


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the Word file, the report that it becomes or goes into, and what is to be written."""
    add_workspace(parser, speaker)
    parser.add_argument("file", metavar="FILE.docx", type=file_path(speaker), help=speaker.help("proposedfile"))
    parser.add_argument("--report", required=True, help=speaker.help("proposedreport"))
    parser.add_argument("--year", type=int, default=0, metavar="YYYY", help=speaker.help("proposedyear"))
    parser.add_argument("--title", default="", help=speaker.help("proposedtitle"))
    parser.add_argument("--in", dest="spoken", choices=LANGUAGES, default="", help=speaker.help("proposedin"))
    path = file_path(speaker)
    parser.add_argument("--save", type=path, metavar="FILE.csv", help=speaker.help("saveproposal"))
    parser.add_argument("--tables", type=path, metavar="FOLDER", help=speaker.help("proposedtables"))
    parser.add_argument(
        "--take", nargs="?", type=path, const=Path(), metavar="FILE.csv", help=speaker.help("takeproposal")
    )


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Say what the file comes to; store it where it is to be taken."""
    read = read_report(arguments.file)
    store = arguments.take is not None
    with speaker.open(arguments.workspace, write=store) as workspace:
        moment = moment_of(workspace)
        outline = moment.definitions.outlines.get(arguments.report)
        spoken = moment.catalogue.company.languages or LANGUAGES
        language = arguments.spoken or read.spoken(spoken, outline.language if outline is not None else spoken[0])
        wanted = _new_report(arguments, outline, language, speaker.today)
        made = proposed(read.passages, outline, moment.snapshot, language)
        if store and arguments.take != Path():
            made = answered(_text(arguments.take), made, slots_of(outline))
        if store and not any(one.take for one in made):
            raise AnnalsError("propose.nothing")
        outcome = preview(moment, wanted, arguments.report, language, made)
        if store:
            store_in(workspace, moment.definitions, outcome)
    files = _write(arguments, made)
    _tell(speaker, _Proposal(read, language, tuple(made), outcome, tuple(files), stored=store))
    return 0


def _new_report(arguments: argparse.Namespace, outline: Outline | None, language: str, today: date) -> NewReport | None:
    if outline is not None:
        if arguments.year or arguments.title:
            raise AnnalsError("propose.there", name=arguments.report)
        return None
    return NewReport(arguments.report, arguments.year or today.year - 1, language, arguments.title.strip())


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise AnnalsError("scanned.missing", file=str(path), reason=type(error).__name__) from error


def _write(arguments: argparse.Namespace, made: Sequence[Proposed]) -> list[str]:
    """Write the proposal and the tables of figures; return the names of the files."""
    wanted = {arguments.save: written(made)} if arguments.save is not None else {}
    if arguments.tables is not None:
        arguments.tables.mkdir(parents=True, exist_ok=True)
        wanted |= {arguments.tables / name: text for name, text in figure_tables(made).items()}
    for path, text in wanted.items():
        write_out(path, text.encode("utf-8-sig"))
    return [str(path) for path in wanted]


def _tell(speaker: Speaker, told: _Proposal) -> None:
    counts = {
        "sections": sum(one.take for one in told.made), "texts": len(told.outcome.changes),
        "numbers": told.outcome.numbers, "links": told.outcome.links,
        "figures": sum(len(one.passage.figures) for one in told.made),
    }  # fmt: skip
    entries = [
        {"part": one.number, "take": one.take, "level": one.passage.level, "title": one.title, "section": one.section,
         "into": one.slot, "why": one.why, "characters": len(one.passage.words), "figures": len(one.passage.figures)}
        for one in told.made
    ]  # fmt: skip
    speaker.json({
        "written": told.stored, "report": told.outcome.report, "language": told.language, **counts, "parts": entries,
        "cover": len(told.read.cover), "files": told.files,
    })  # fmt: skip
    if speaker.as_json:
        return
    for one in told.made:
        mark = "+" if one.take else " "
        why = speaker.sentence(f"cli.propose.why.{one.why}")
        speaker.write(f"{mark} {'  ' * (one.passage.level - 1)}{one.title}\t{one.slot}\t{why}")
    _tell_assumed(speaker, told.read, told.language)
    words = {name: str(count) for name, count in counts.items()}
    speaker.say("cli.propose.done" if told.stored else "cli.propose.would", report=told.outcome.report, **words)
    for name in told.files:
        speaker.write(name)


def _tell_assumed(speaker: Speaker, read: WordReport, language: str) -> None:
    """Say which language the words are stored in, and what is not taken as no heading stands above it."""
    speaker.say("cli.propose.language", language=speaker.sentence(f"people.language.{language}"))
    if read.cover:
        begin = shorten(" ".join(read.cover.split()), _SHOWN, placeholder="…")
        speaker.say("cli.propose.cover", count=str(len(read.cover)), begin=begin)
