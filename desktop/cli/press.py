"""annals press: a press release about a report, as a report of its own."""

from __future__ import annotations

import argparse

from desktop.cli.parser import add_report, add_text, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.press import add_release
from schema.catalogue.outline import CalloutBlock, TableBlock, placements


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the report and the release's code."""
    add_workspace(parser, speaker)
    add_report(parser, speaker, required=True)
    add_text(parser, speaker, "code")


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Add it with the words that it begins with."""
    with speaker.open(arguments.workspace, write=True) as workspace:
        outline = add_release(workspace, arguments.report, arguments.code).outline
    blocks = [block for section in outline.walk() for block in section.blocks]
    figures = sum(len(placements(block)) for block in blocks if isinstance(block, CalloutBlock | TableBlock))
    counts = {"figures": figures, "sections": len(outline.chapters)}
    speaker.json({"report": outline.code, "of": arguments.report, **counts})
    speaker.say("cli.pressed", name=outline.code, figures=str(figures), sections=str(len(outline.chapters)))
    return 0
