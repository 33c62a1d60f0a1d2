"""The commands by name, in the order in which help lists them; each is declared in the module that bears its name."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from desktop.cli.speaker import Speaker

COMMANDS = (
    "demo", "new", "reports", "template", "import", "values", "check", "coverage", "export", "press", "history",
    "verify", "backup", "backups", "restore", "unlock", "copy", "pictures", "picture", "catalogue", "next", "restate",
    "answers", "draft", "accept",
    "remark", "notes", "write", "contradictions", "explain", "scan", "propose",
    "people", "owners", "request", "requests", "submit", "review", "approve", "return",
    "ask", "reply", "questions", "pass",
    "send", "open", "answer", "merge", "attach", "evidence", "mark",
    "emissions", "freeze", "freezes", "diff", "assure", "compare", "refresh", "take",
)  # fmt: skip


class Command(Protocol):
    """What the module of a command holds; its help line stands under its name in resources/help/commands.json."""

    def add_arguments(self, parser: ArgumentParser, speaker: Speaker) -> None:
        """Declare the arguments."""
        ...

    def run(self, arguments: Namespace, speaker: Speaker) -> int:
        """Do it; returns the exit status."""
        ...


def module_name(name: str) -> str:
    """Return the module of a command; a name that Python keeps for itself has an underscore behind it."""
    return f"desktop.cli.{name}_" if iskeyword(name) else f"desktop.cli.{name}"


def load_command(name: str) -> Command:
    """Import a command's module: only the one that is called costs anything."""
    return cast("Command", import_module(module_name(name)))
