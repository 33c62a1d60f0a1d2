"""annals reply: the open questions about an item are answered."""

from __future__ import annotations

import argparse

from desktop.cli.about_item import add_item, say_about
from desktop.cli.speaker import Speaker
from desktop.work.questions import answer_questions


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the item and the answer."""
    add_item(parser, speaker)
    parser.add_argument("--answer", required=True, metavar="TEXT", help=speaker.help("answertext"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Answer, then print what was asked and answered about the item."""
    return say_about(arguments, speaker, lambda moment, at, act: answer_questions(moment, at, arguments.answer, act))
