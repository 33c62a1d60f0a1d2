"""annals refresh: a draft that people have worked on, brought up to date in a new file."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.parser import add_report, add_workspace
from desktop.cli.speaker import Speaker
from desktop.cli.written_files import print_written, written_entries
from desktop.work.draft_sentences import Contradicted
from desktop.work.export import Written
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from desktop.work.refresh import Refreshed, RefreshOptions, refresh_draft
from desktop.work.trail import mark_of
from schema.catalogue.definitions import Catalogue
from schema.validation.messages import message


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the draft, where the new file goes, and whether what was typed over stays."""
    add_workspace(parser, speaker)
    parser.add_argument("draft", type=Path, metavar="DRAFT.docx", help=speaker.help("editeddraft"))
    parser.add_argument("--out", type=Path, required=True, metavar="NEW.docx", help=speaker.help("refreshout"))
    parser.add_argument("--keep-typed", action="store_true", help=speaker.help("keeptyped"))
    add_report(parser, speaker)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Write the new file; 1 where a number is not known or a sentence no longer true."""
    from exporters.output_files import write_output

    with speaker.open(arguments.workspace, write=False) as workspace:
        moment = moment_of(workspace)
        need_report(moment.definitions, arguments.report)
        options = RefreshOptions(
            arguments.draft,
            arguments.out,
            workspace.identity,
            arguments.report,
            arguments.keep_typed,
            mark_of(workspace),
        )
        refreshed = refresh_draft(moment, options)
    written = [Written(write_output(arguments.out, refreshed.writer), arguments.out)]
    speaker.json({**_entry(refreshed, moment.catalogue, speaker.language), "files": written_entries(written)})
    _print(refreshed, moment.catalogue, speaker)
    print_written(written, speaker)
    return 0 if refreshed.is_clean else 1


def _entry(refreshed: Refreshed, catalogue: Catalogue, language: str) -> dict[str, object]:
    numbers = refreshed.numbers
    return {
        "updated": [
            {"ref": one.ref, "format": one.format, "before": one.before, "after": one.after} for one in numbers.updated
        ],
        "unchanged": numbers.unchanged,
        "edited": [{"ref": one.ref, "typed": one.typed, "now": one.now} for one in numbers.edited],
        "orphans": [{"ref": one.ref, "text": one.text, "reason": one.reason} for one in numbers.orphans],
        "contradicted": [_contradicted(one, catalogue, language) for one in refreshed.contradicted],
        "charts": [{"id": one.id, "state": one.state} for one in refreshed.charts],
        "tables": [
            {"id": t.id, "added": t.added, "changed": t.changed, "removed": t.removed, "kept": t.kept}
            for t in refreshed.tables
        ],
        "words": [{"before": one.before, "after": one.after} for one in refreshed.words],
        "new": [
            {"id": one.id, "section": one.section, "words": one.words, "whole": one.whole} for one in refreshed.new
        ],
        "units": [{"ref": one.ref, "unit": one.unit} for one in numbers.units],
    }


def _contradicted(one: Contradicted, catalogue: Catalogue, language: str) -> dict[str, object]:
    key = one.issue.key
    return {
        "line": one.passage.line,
        "quote": one.quote,
        "ref": key.canonical() if key is not None else None,
        "code": one.issue.code,
        "message": message(one.issue, catalogue, language),
    }


def _print(refreshed: Refreshed, catalogue: Catalogue, speaker: Speaker) -> None:
    numbers = refreshed.numbers
    for one in numbers.updated:
        speaker.write(f"{one.ref}{'|' + one.format if one.format else ''}  {one.before or '∅'} → {one.after}")
    for edited in numbers.edited:
        speaker.say("cli.refresh.edited", ref=edited.ref, typed=edited.typed, now=edited.now)
    for orphan in numbers.orphans:
        reason = speaker.sentence(f"cli.orphan.{orphan.reason}")
        speaker.say("cli.refresh.orphan", ref=orphan.ref, text=orphan.text, reason=reason)
    for chart in refreshed.charts:
        speaker.say(f"cli.refresh.chart_{chart.state}", id=chart.id)
    for table in refreshed.tables:
        counts = {"added": table.added, "changed": table.changed, "removed": table.removed, "kept": table.kept}
        speaker.say("cli.refresh.table", id=table.id, **{name: str(count) for name, count in counts.items()})
    for words in refreshed.words:
        speaker.write(f"{_line(words.before)} → {_line(words.after)}")
    for offered in refreshed.new:
        speaker.say("cli.refresh.new", id=offered.id, section=offered.section, words=offered.words)
    for left in numbers.units:
        speaker.say("cli.refresh.unit", ref=left.ref, unit=left.unit)
    for wrong in refreshed.contradicted:
        said = message(wrong.issue, catalogue, speaker.language)
        speaker.say("cli.refresh.contradicted", line=str(wrong.passage.line), quote=wrong.quote, words=said)
    speaker.say(
        "cli.refreshed", updated=str(len(numbers.updated)), unchanged=str(numbers.unchanged),
        edited=str(len(numbers.edited)), orphans=str(len(numbers.orphans)),
        contradicted=str(len(refreshed.contradicted) + len(numbers.units)),
    )  # fmt: skip


def _line(words: str) -> str:
    return " / ".join(words.split("\n"))
