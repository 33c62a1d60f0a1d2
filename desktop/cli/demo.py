"""annals demo: the sample workspace, every report, and the application where there is a display."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from desktop.cli.speaker import Speaker
from desktop.cli.written_files import print_written, progress, written_entries
from desktop.work.export import ExportOptions, export_report
from desktop.work.moments import moment_of
from desktop.work.sample import write_sample
from desktop.work.trail import mark_of, trail_at
from schema.moment import Moment
from schema.validation.causes import counted


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take a folder, and whether to stay without a window."""
    parser.add_argument("--out", type=Path, default=Path("out"), help=speaker.help("out"))
    parser.add_argument("--played", action="store_true", help=speaker.help("played"))
    parser.add_argument("--no-window", action="store_true", help=speaker.help("nowindow"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Build the sample, check it, export every report, and open it."""
    if arguments.played:
        return _play(arguments, speaker)
    from schema.catalogue.loader import load_definitions

    folder: Path = arguments.out
    with progress(speaker) as step:
        step(speaker.sentence("cli.step.definitions"))
        definitions = load_definitions(speaker.resources / "definitions", speaker.program)
        path, count = write_sample(folder / "demo.annals", definitions, speaker.who, speaker.resources, step)
        step(speaker.sentence("cli.step.filled", count=str(count)))
        speaker.say("cli.made", file=str(path))
        with speaker.open(path, write=False) as workspace:
            moment = moment_of(workspace)
            counts = _say_checked(moment, speaker)
            files: list[dict[str, object]] = []
            trail, mark = trail_at(workspace, moment), mark_of(workspace)
            for report in definitions.outlines:
                options = ExportOptions(report, "", folder, mark=mark)
                written = export_report(moment, options, workspace.attachment, step, trail)
                print_written(written, speaker)
                files += written_entries(written)
    speaker.json({"workspace": str(path), "files": files, **counts})
    return _shown(path, arguments, speaker)


def _play(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Play a report's year in a folder of its own; 1 where it does not come to what the report published."""
    from desktop.cli.played.year import play
    from exporters.output_files import new_folder

    with progress(speaker) as step:
        played = play(new_folder(arguments.out / "played"), speaker, step)
    reasons = [{"code": r.issue.code, "subject": r.subject, "remedy": r.remedy} for r in played.reasons]
    places = {"workspace": str(played.workspace), "folder": str(played.folder)}
    speaker.json({**places, "differs": list(played.differs), "reasons": reasons})
    return int(bool(played.differs)) or _shown(played.workspace, arguments, speaker)


def _shown(path: Path, arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Open the application where there is a display and nobody asked for none."""
    if arguments.json:
        return 0
    if speaker.show_window and not arguments.no_window and has_display(os.environ, sys.platform):
        return speaker.show_window(path, speaker.language)
    return 0


def _say_checked(moment: Moment, speaker: Speaker) -> Mapping[str, int]:
    snapshot, (errors, doubts) = moment.snapshot, counted(moment.causes())
    counts = {"points": len(snapshot.points), "published": len(snapshot.published)}
    counts |= {"errors": errors, "doubts": doubts}
    speaker.say("cli.checked", **{name: f"{count:,}" for name, count in counts.items()})
    return counts


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be shown: always on Windows and macOS, else with an X or Wayland display."""
    if environment.get("CI"):
        return False
    return platform in ("win32", "darwin") or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
