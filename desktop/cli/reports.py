"""annals reports: the outlines of a workspace."""

from __future__ import annotations

import argparse

from desktop.cli.parser import add_workspace
from desktop.cli.speaker import Speaker


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the workspace."""
    add_workspace(parser, speaker)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Print code, title, year, language and form of each report."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        outlines = workspace.definitions.outlines.values()
    entries: list[dict[str, object]] = []
    for outline in outlines:
        title = outline.title.best(speaker.language)
        speaker.write(f"{outline.code}\t{title}\t{outline.year}\t{outline.language}\t{outline.form}")
        head = {"code": outline.code, "title": title, "year": outline.year}
        entries.append({**head, "language": outline.language, "form": outline.form})
    speaker.json({"reports": entries})
    return 0
