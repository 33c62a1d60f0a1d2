"""The parser of a call: what all commands share here, what one command takes in its own module."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from desktop.cli.commands import COMMANDS, load_command
from desktop.cli.speaker import Speaker
from desktop.cli.usage_words import usage_problem
from schema.grammar.languages import LANGUAGES
from schema.grammar.location import location_of


class UsageError(Exception):
    """The words of a call are off; the sentence is ready to be shown."""


class _Store(argparse.Action):
    """Stores what is given; an option that takes several adds up where it is given again."""

    def __call__(self, parser: object, namespace: object, values: Any, option_string: str | None = None) -> None:
        adds_up = bool(self.option_strings) and self.nargs in ("+", "*")
        setattr(namespace, self.dest, [*getattr(namespace, self.dest, ()), *values] if adds_up else values)


class Parser(argparse.ArgumentParser):
    """Tells wrong use as a sentence in the speaker's language; what every call may say is known to every parser.

    `unsaid` is what stands for it where it is not said.
    """

    def __init__(self, speaker: Speaker, *, unsaid: Any = None, **words: Any) -> None:
        super().__init__(add_help=False, **words)
        self.register("action", None, _Store)
        self.speaker = speaker
        self.add_argument("-h", "--help", action="help", help=speaker.help("help"))
        self.add_argument("--language", choices=LANGUAGES, default=unsaid, help=speaker.help("language"))
        self.add_argument("--json", action="store_true", default=unsaid, help=speaker.help("json"))
        self.add_argument("--as", dest="acting", metavar="NAME", default=unsaid, help=speaker.help("as"))
        self.add_argument("--today", type=self._day, metavar="YYYY-MM-DD", default=unsaid, help=speaker.help("today"))

    def _day(self, text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            from schema.values.dates import day_meant

            raise UsageError(self.speaker.sentence("cli.no_day", text=text, example=day_meant(text))) from None

    def error(self, message: str) -> NoReturn:
        """Raise UsageError."""
        problem = usage_problem(message, self.speaker.sentence)
        raise UsageError(self.speaker.sentence("cli.usage", problem=problem, command=self.prog))


class CommandParser(Parser):
    """The parser of one command: it is filled, and the command's module imported, when the command is called."""

    def __init__(self, speaker: Speaker, command: str, **words: Any) -> None:
        self._speaker, self._command, self._words = speaker, command, words

    def parse_known_args(self, args: Iterable[str] | None = None, namespace: Any = None) -> Any:  # pyright: ignore
        """Add what the command takes, then parse."""
        speaker = self._speaker
        # What stands before the command is kept where nothing stands behind it. A command may give an option that all
        # share a meaning of its own.
        words = self._words | {"description": speaker.help(self._command), "conflict_handler": "resolve"}
        super().__init__(speaker, unsaid=argparse.SUPPRESS, **words)
        command = load_command(self._command)
        command.add_arguments(self, speaker)
        self.set_defaults(run=command.run)
        return super().parse_known_args(args, namespace)


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __init__(self, speaker: Speaker, **words: Any) -> None:
        self._speaker = speaker
        super().__init__(**words)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from desktop.cli.version_line import version_line

        print(version_line(self._speaker))
        parser.exit()


def make_parser(speaker: Speaker) -> Parser:
    """Return the parser of a whole call."""
    parser = Parser(speaker, prog="annals", description=speaker.help("about"), epilog=speaker.help("window"))
    parser.add_argument("--version", action=_Version, speaker=speaker, nargs=0, help=speaker.help("version"))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=CommandParser)
    for name in COMMANDS:
        commands.add_parser(name, help=speaker.help(name), speaker=speaker, command=name)
    return parser


# what several commands take


def file_path(speaker: Speaker) -> Callable[[str], Path]:
    """Return what reads the path of a file; UsageError where a database is named instead."""

    def read(text: str) -> Path:
        location = location_of(text)
        if not isinstance(location, Path):
            raise UsageError(speaker.sentence("cli.no_file", path=str(location)))
        return location

    return read


def add_workspace(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the workspace as the first argument."""
    parser.add_argument("workspace", metavar="WORKSPACE", type=location_of, help=speaker.help("workspace"))


def add_report(parser: argparse.ArgumentParser, speaker: Speaker, *, required: bool = False) -> None:
    """Take --report."""
    default = None if required else ""
    parser.add_argument("--report", required=required, default=default, help=speaker.help("report"))


def add_text(parser: argparse.ArgumentParser, speaker: Speaker, *names: str) -> None:
    """Take options with a text each, empty where they are not given."""
    for name in names:
        parser.add_argument(f"--{name}", default="", help=speaker.help(name))


def add_dry_run(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take --dry-run."""
    parser.add_argument("--dry-run", action="store_true", help=speaker.help("dryrun"))
