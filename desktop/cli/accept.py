"""annals accept: a person's word for texts that a machine proposed."""

from __future__ import annotations

import argparse

from desktop.cli.new_words import add_scope, run_scope
from desktop.cli.speaker import Speaker
from desktop.work.machine_words import accept


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the texts."""
    add_scope(parser, speaker)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Take the mark of a machine away: a person vouches for these words."""
    return run_scope(arguments, speaker, accept, {})
