"""annals ask: a question about an item, kept with it."""

from __future__ import annotations

import argparse

from desktop.cli.about_item import add_item, say_about
from desktop.cli.speaker import Speaker
from desktop.work.questions import put_question


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the item and what is asked."""
    add_item(parser, speaker)
    parser.add_argument("--question", required=True, metavar="TEXT", help=speaker.help("question"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Ask, then print what was asked and answered about the item."""
    return say_about(arguments, speaker, lambda moment, at, act: (put_question(moment, at, arguments.question, act),))
