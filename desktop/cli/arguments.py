"""The words of the command line: commands, options, and their help in three languages."""

from __future__ import annotations

import argparse
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NoReturn

from desktop.cli.speaking import Speaker
from schema.grammar.words import LANGUAGES

COMMANDS = (
    "demo", "new", "reports", "template", "import", "values", "check", "coverage", "export", "press", "history",
    "verify", "backup", "pictures", "picture", "catalogue", "next", "restate",
    "draft", "accept",
)  # fmt: skip


class UsageError(Exception):
    """The words of a call are off; the sentence is ready to be shown."""


class _Parser(argparse.ArgumentParser):
    speaker: Speaker

    def error(self, message: str) -> NoReturn:
        raise UsageError(self.speaker.sentence("cli.usage", problem=message, command=self.prog))


def make_parser(speaker: Speaker) -> argparse.ArgumentParser:
    """Return the parser; a call that begins with no command opens the application."""
    _Parser.speaker = speaker
    parser = _Parser(
        prog="annals", description=speaker.sentence("cli.about"), epilog=speaker.sentence("cli.open"), add_help=False
    )
    _common(parser, speaker)
    parser.add_argument("--version", action="version", version=_version(), help=speaker.sentence("cli.help.version"))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for name in COMMANDS:
        words = speaker.sentence(f"cli.help.{name}")
        child = commands.add_parser(name, help=words, description=words, add_help=False)
        _common(child, speaker)
        _ARGUMENTS[name](child, speaker)
    return parser


def _version() -> str:
    try:
        return f"annals {version('annals')}"
    except PackageNotFoundError:
        return "annals"


def _common(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    parser.add_argument("-h", "--help", action="help", help=speaker.sentence("cli.help.help"))
    parser.add_argument("--language", choices=LANGUAGES, help=speaker.sentence("cli.help.language"))


def _workspace(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    parser.add_argument("workspace", metavar="WORKSPACE", type=Path, help=speaker.sentence("cli.help.workspace"))


def _json(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    parser.add_argument("--json", action="store_true", help=speaker.sentence("cli.help.json"))


def _demo(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    parser.add_argument("--out", type=Path, default=Path("out"), help=speaker.sentence("cli.help.out"))
    parser.add_argument("--no-window", action="store_true", help=speaker.sentence("cli.help.nowindow"))


def _new(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    _workspace(parser, speaker)
    parser.add_argument("--catalogue", type=Path, help=speaker.sentence("cli.help.definitions"))
    parser.add_argument("--template", type=Path, help=speaker.sentence("cli.help.word_template"))
    parser.add_argument("--logo", type=Path, help=speaker.sentence("cli.help.logo"))


def _template(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    _workspace(parser, speaker)
    parser.add_argument("--report", default="", help=speaker.sentence("cli.help.report"))


def _import(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    _workspace(parser, speaker)
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help=speaker.sentence("cli.help.files"))
    parser.add_argument("--dry-run", action="store_true", help=speaker.sentence("cli.help.dryrun"))
    parser.add_argument("--keep-unreadable", action="store_true", help=speaker.sentence("cli.help.keep"))
    parser.add_argument("--replace", action="store_true", help=speaker.sentence("cli.help.replace"))
    parser.add_argument("--map", type=Path, help=speaker.sentence("cli.help.map"))
    parser.add_argument("--save-map", type=Path, help=speaker.sentence("cli.help.savemap"))
    _json(parser, speaker)


def _values(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    _workspace(parser, speaker)
    parser.add_argument("--metric", default="", help=speaker.sentence("cli.help.metric"))
    parser.add_argument("--period", type=int, default=0, help=speaker.sentence("cli.help.period"))
    _json(parser, speaker)


def _check(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    _template(parser, speaker)
    _json(parser, speaker)


def _coverage(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    _workspace(parser, speaker)
    parser.add_argument("--report", required=True, help=speaker.sentence("cli.help.report"))
    _json(parser, speaker)


def _export(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    _workspace(parser, speaker)
    parser.add_argument("--report", required=True, help=speaker.sentence("cli.help.report"))
    for name in ("word", "excel", "overwrite", "final", "pages"):
        parser.add_argument(f"--{name}", action="store_true", help=speaker.sentence(f"cli.help.{name}"))
    parser.add_argument("--out", type=Path, required=True, help=speaker.sentence("cli.help.out"))


def _press(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    _workspace(parser, speaker)
    parser.add_argument("--report", required=True, help=speaker.sentence("cli.help.report"))
    parser.add_argument("--code", default="", help=speaker.sentence("cli.help.code"))


def _history(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    _workspace(parser, speaker)
    parser.add_argument("--metric", default="", help=speaker.sentence("cli.help.metric"))
    _json(parser, speaker)


def _backup(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    _workspace(parser, speaker)
    parser.add_argument("--to", type=Path, required=True, help=speaker.sentence("cli.help.to"))


def _pictures(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    _check(parser, speaker)


def _picture(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    _workspace(parser, speaker)
    parser.add_argument("place", metavar="PLACE", help=speaker.sentence("cli.help.place"))
    parser.add_argument("file", metavar="FILE", type=Path, nargs="?", help=speaker.sentence("cli.help.picturefile"))
    parser.add_argument("--report", default="", help=speaker.sentence("cli.help.report"))
    for name in ("caption", "alt"):
        parser.add_argument(f"--{name}", default="", help=speaker.sentence(f"cli.help.{name}"))
    parser.add_argument("--remove", action="store_true", help=speaker.sentence("cli.help.removepicture"))


def _catalogue(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    parser.add_argument("action", choices=("export", "import"), help=speaker.sentence("cli.help.action"))
    _workspace(parser, speaker)
    parser.add_argument("file", metavar="FILE.xlsx", type=Path, help=speaker.sentence("cli.help.book"))
    parser.add_argument("--overwrite", action="store_true", help=speaker.sentence("cli.help.overwrite"))


def _next(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    _workspace(parser, speaker)
    parser.add_argument("--from", dest="source", required=True, help=speaker.sentence("cli.help.from"))
    parser.add_argument("--to", dest="target", required=True, help=speaker.sentence("cli.help.target"))
    parser.add_argument("--dry-run", action="store_true", help=speaker.sentence("cli.help.dryrun"))
    _json(parser, speaker)


def _restate(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    _workspace(parser, speaker)
    parser.add_argument(
        "reference", metavar="REFERENCE", nargs="?", default="", help=speaker.sentence("cli.help.reference")
    )
    parser.add_argument("--report", default="", help=speaker.sentence("cli.help.printedby"))
    parser.add_argument("--reason", default="", help=speaker.sentence("cli.help.reason"))
    parser.add_argument("--withdraw", action="store_true", help=speaker.sentence("cli.help.withdraw"))
    _json(parser, speaker)


def _accept(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    _workspace(parser, speaker)
    parser.add_argument("--report", required=True, help=speaker.sentence("cli.help.report"))
    for name in ("section", "text"):
        parser.add_argument(f"--{name}", default="", help=speaker.sentence(f"cli.help.{name}"))
    parser.add_argument("--dry-run", action="store_true", help=speaker.sentence("cli.help.dryrun"))
    _json(parser, speaker)


def _draft(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    _accept(parser, speaker)
    parser.add_argument("--from", dest="source", choices=LANGUAGES, help=speaker.sentence("cli.help.source"))


_ARGUMENTS = {
    "demo": _demo,
    "new": _new,
    "reports": _workspace,
    "template": _template,
    "import": _import,
    "values": _values,
    "check": _check,
    "coverage": _coverage,
    "export": _export,
    "press": _press,
    "history": _history,
    "verify": _workspace,
    "backup": _backup,
    "pictures": _pictures,
    "picture": _picture,
    "catalogue": _catalogue,
    "next": _next,
    "restate": _restate,
    "draft": _draft,
    "accept": _accept,
}
