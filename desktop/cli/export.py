"""annals export: the files of one report."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from desktop.cli.parser import add_report, add_workspace
from desktop.cli.speaker import Speaker
from desktop.cli.written_files import mark_entry, print_mark, print_written, progress, written_entries
from desktop.work.export import ExportOptions, NotFinal, export_report
from desktop.work.final import FinalReason
from desktop.work.freezes import moment_of_freeze
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from desktop.work.trail import mark_at, trail_at
from exporters.content import DocumentState
from exporters.writers import WRITERS, usual_writers
from schema.grammar.languages import LANGUAGES
from schema.moment import Moment
from schema.validation.messages import message


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the report, the kinds of files, and how they are to be written."""
    add_workspace(parser, speaker)
    add_report(parser, speaker, required=True)
    # Before the command it is the language in which the command speaks, and the files are in the report's own.
    parser.add_argument(
        "--language", dest="edition", choices=LANGUAGES, default="", help=speaker.help("editionlanguage")
    )
    for name in ("word", "excel", "pdf", "overwrite", "pages"):
        parser.add_argument(f"--{name}", action="store_true", help=speaker.help(name))
    states = parser.add_mutually_exclusive_group()
    states.add_argument("--review", action="store_true", help=speaker.help("exportreview"))
    states.add_argument("--final", action="store_true", help=speaker.help("final"))
    parser.add_argument("--approved-only", action="store_true", help=speaker.help("approvedonly"))
    parser.add_argument("--index", default="", metavar="NAME,…", help=speaker.help("exportindex"))
    parser.add_argument("--freeze", default="", metavar="NAME", help=speaker.help("exportfreeze"))
    parser.add_argument("--out", type=Path, required=True, help=speaker.help("out"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Write the files asked for, all kinds where none is named."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        name, report = arguments.freeze, arguments.report
        moment = moment_of_freeze(workspace, name, report) if name else moment_of(workspace)
        need_report(moment.definitions, report)
        if arguments.pages and not _can_count_pages():
            speaker.warn(speaker.sentence("cli.no_office"))
        mark, trail = mark_at(workspace, moment), trail_at(workspace, moment)
        options = replace(_options(arguments, speaker, workspace.identity), mark=mark)
        try:
            with progress(speaker) as step:
                written = export_report(moment, options, workspace.attachment, step, trail)
        except NotFinal as refused:
            _refuse(moment, arguments, refused.reasons, speaker)
            return 1
    print_written(written, speaker)
    print_mark(mark, speaker)
    speaker.json({"files": written_entries(written), "history": mark_entry(mark)})
    return 0


def _can_count_pages() -> bool:
    from exporters.word.measured_pages import office_program  # deferred: it loads what writes Word

    return office_program() is not None


def _refuse(moment: Moment, arguments: argparse.Namespace, reasons: tuple[FinalReason, ...], speaker: Speaker) -> None:
    """Say why there is no final: each reason with the command line that resolves it."""
    told = [(reason, message(reason.issue, moment.catalogue, speaker.language)) for reason in reasons]
    entries = [{"code": r.issue.code, "subject": r.subject, "message": m, "remedy": r.remedy} for r, m in told]
    speaker.json({"reasons": entries})
    for reason, words in told:
        speaker.write(f"{words}\n    {reason.remedy}")
    speaker.say("cli.not_final", report=arguments.report, count=str(len(reasons)))


def _options(arguments: argparse.Namespace, speaker: Speaker, origin: str) -> ExportOptions:
    named = tuple(name for name in WRITERS if getattr(arguments, name))
    return ExportOptions(
        arguments.report, arguments.edition, arguments.out, named or usual_writers(),
        overwrite=arguments.overwrite, state=_state(arguments), pages=arguments.pages,
        indices=tuple(arguments.index.split(",")) if arguments.index else (),
        approved_only=arguments.approved_only, day=speaker.today.isoformat(), workspace=str(arguments.workspace),
        origin=origin,
    )  # fmt: skip


def _state(arguments: argparse.Namespace) -> DocumentState:
    return "final" if arguments.final else "review" if arguments.review else "draft"
