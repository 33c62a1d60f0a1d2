"""What a call asks for, told from its words before anything is parsed: the language, a window or a command."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.cli.commands import COMMANDS
from schema.grammar.languages import LANGUAGES


def called_language(arguments: Sequence[str]) -> str:
    """Return the value of --language, so that even a mistake in the call is told in it; else an empty text."""
    for name, value in zip(arguments, [*arguments[1:], ""], strict=False):
        chosen = value if name == "--language" else name.removeprefix("--language=")
        if chosen in LANGUAGES:
            return chosen
    return ""


def opens_window(arguments: Sequence[str]) -> bool:
    """Whether this call opens the application: no command, at most a workspace and --language."""
    words, options = _words(arguments), [word for word in arguments if word.startswith("-")]
    only_language = all(option.partition("=")[0] == "--language" for option in options)
    return only_language and not any(word in COMMANDS for word in words[:1]) and _plausible(words)


def called_workspace(arguments: Sequence[str]) -> Path | None:
    """Return the workspace of a call that opens the application, or None."""
    words = _words(arguments)
    return Path(words[0]) if words else None


def _words(arguments: Sequence[str]) -> list[str]:
    return [word for word in arguments if not word.startswith("-") and word not in LANGUAGES]


def _plausible(words: Sequence[str]) -> bool:
    """A lone word that is no command is taken for a workspace only if it looks like a path."""
    if len(words) > 1:
        return False
    return not words or "." in words[0] or "/" in words[0] or Path(words[0]).exists()
