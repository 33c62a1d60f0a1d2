"""annals draft: texts in the other Chinese script, proposed by machine."""

from __future__ import annotations

import argparse

from desktop.cli.new_words import add_scope, run_scope
from desktop.cli.speaker import Speaker
from desktop.work.machine_words import NewWords, Scope, propose
from schema.grammar.words import LANGUAGES
from schema.moment import Moment
from schema.values.report_texts import source_of


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the texts, and the language that they are made from."""
    add_scope(parser, speaker)
    parser.add_argument("--from", dest="source", choices=LANGUAGES, help=speaker.help("source"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Fill what a report lacks in a language from its texts in the other script; what is there stays."""
    source = arguments.source or source_of(arguments.language or "") or "zh-Hans"

    def choose(moment: Moment, scope: Scope) -> NewWords:
        return propose(moment, scope, source)

    return run_scope(arguments, speaker, choose, {"from": source})
