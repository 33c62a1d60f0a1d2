"""Commands that make files for people: demo, export."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.cli.speaking import Speaker
from desktop.cli.telling import need_report
from desktop.work.export import Request, Written, export_report
from schema.catalogue.outline import Definitions
from schema.validation.check import check
from schema.values.figures import Figures
from schema.workspace import Workspace

Progress = Callable[[str], None]


def export(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Write CODE.docx and CODE.xlsx of one report."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        return _export(workspace, arguments, speaker)


def _export(workspace: Workspace, arguments: argparse.Namespace, speaker: Speaker) -> int:
    definitions, snapshot = workspace.definitions, workspace.snapshot()
    need_report(definitions, arguments.report)
    from exporters.word.measured_pages import office_program

    both = not (arguments.word or arguments.excel)
    request = Request(
        arguments.report, arguments.language or "", arguments.out, word=arguments.word or both,
        excel=arguments.excel or both, overwrite=arguments.overwrite, final=arguments.final, pages=arguments.pages,
    )  # fmt: skip
    if arguments.pages and office_program() is None:
        print(speaker.sentence("cli.no_office"), file=speaker.err)
    with progress(speaker) as step:
        written = export_report(definitions, snapshot, request, workspace.attachment, step)
    tell_written(written, speaker)
    return 0


def tell_written(written: tuple[Written, ...], speaker: Speaker) -> None:
    """Say what was made, and what was kept because a person had changed it."""
    for file in written:
        if file.path.name != file.wanted.name:
            print(speaker.sentence("output.renamed", file=file.wanted.name, new=file.path.name), file=speaker.err)
        speaker.say("cli.written", file=str(file.path), size=f"{file.path.stat().st_size / 1024:,.0f}")


def demo(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Build the sample workspace, check it, export every report, and open it where there is a display."""
    from schema.catalogue.loader import load_definitions

    with progress(speaker) as step:
        step(speaker.sentence("cli.step.definitions"))
        definitions = load_definitions(speaker.resources / "definitions", speaker.program)
        path = _build_sample(arguments.out, definitions, speaker, step)
        _tell_check(path, speaker)
        for report in definitions.outlines:
            request = Request(report, "", arguments.out, word=True, excel=True)
            with speaker.open(path, write=False) as workspace:
                written = export_report(definitions, workspace.snapshot(), request, workspace.attachment, step)
            tell_written(written, speaker)
    if not arguments.no_window and has_display(os.environ, sys.platform):
        from desktop.window.application import run_application

        return run_application(path, speaker.language, speaker.resources)
    return 0


def _build_sample(folder: Path, definitions: Definitions, speaker: Speaker, step: Progress) -> Path:
    """Make demo.annals beside its place and move it in; a workspace that a person has changed is kept."""
    from exporters.output_files import write_output
    from schema.sample import fill_sample

    def make(temporary: Path) -> None:
        temporary.unlink(missing_ok=True)
        with Workspace.create(temporary, definitions, speaker.who) as workspace:
            count = fill_sample(workspace, speaker.resources / "sample", step)
        step(speaker.sentence("cli.step.filled", count=str(count)))

    path = write_output(folder / "demo.annals", make)
    speaker.say("cli.made", file=str(path))
    return path


def _tell_check(path: Path, speaker: Speaker) -> None:
    with speaker.open(path, write=False) as workspace:
        definitions, snapshot = workspace.definitions, workspace.snapshot()
    issues = check(definitions, snapshot, Figures(definitions.catalogue, snapshot))
    errors = sum(issue.severity == "error" for issue in issues)
    counts = (len(snapshot.points), len(snapshot.published), errors, len(issues) - errors)
    names = ("points", "published", "errors", "doubts")
    speaker.say("cli.checked", **{name: f"{count:,}" for name, count in zip(names, counts, strict=True)})


def has_display(environment: os._Environ[str] | dict[str, str], platform: str) -> bool:
    """Whether a window can be shown: always on Windows and macOS, else with an X or Wayland display."""
    if environment.get("CI"):
        return False
    return platform in ("win32", "darwin") or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


@contextmanager
def progress(speaker: Speaker) -> Iterator[Progress]:
    """Show the current step of long work on a terminal; elsewhere say nothing."""
    if not speaker.err.isatty():
        yield lambda step: None
        return
    from rich.console import Console

    with Console(file=speaker.err).status("…") as status:
        yield status.update


COMMANDS: dict[str, Callable[[argparse.Namespace, Speaker], int]] = {"export": export, "demo": demo}
