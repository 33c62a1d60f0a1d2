"""What a call asks for, told from its words before anything is parsed: the language, a window or a command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop.cli.commands import COMMANDS
from schema.grammar.languages import LANGUAGES
from schema.grammar.location import Location, location_of

# What may be said beside the workspace that the application opens; each has a value behind it.
_WINDOWS = ("--language", "--as")
# Behind these commands --language says another language than the program's, where one of these options stands there.
_OWN_LANGUAGE: Mapping[str, tuple[str, ...]] = {
    "people": ("--add",),
    "write": ("--text", "--file", "--remove", "--omission"),
}


def called_language(arguments: Sequence[str]) -> str:
    """Return the value of --language, so that even a mistake in the call is told in it; else an empty text.

    Behind `people --add` it is that of the person, behind `write --text` and the like that of the words, not the
    program's.
    """
    command = next(iter(_words(arguments)), "")
    said = {word.partition("=")[0] for word in arguments}
    if said.intersection(_OWN_LANGUAGE.get(command, ())):
        arguments = arguments[: arguments.index(command)]
    for name, value in zip(arguments, [*arguments[1:], ""], strict=False):
        chosen = value if name == "--language" else name.removeprefix("--language=")
        if chosen in LANGUAGES:
            return chosen
    return ""


def called_name(arguments: Sequence[str]) -> str:
    """Return the value of --as; else an empty text."""
    for name, value in zip(arguments, [*arguments[1:], ""], strict=False):
        if name == "--as" or name.startswith("--as="):
            return value if name == "--as" else name.removeprefix("--as=")
    return ""


def opens_window(arguments: Sequence[str]) -> bool:
    """Whether this call opens the application: no command, at most a workspace, --language and --as."""
    words, options = _words(arguments), [word for word in arguments if word.startswith("-")]
    no_others = all(option.partition("=")[0] in _WINDOWS for option in options)
    if arguments and arguments[-1] in _WINDOWS:  # without its value
        return False
    return no_others and not any(word in COMMANDS for word in words[:1]) and _plausible(words)


def can_show(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be opened at all: on Linux something has to be there that shows it."""
    shown = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform in ("win32", "darwin") or any(environment.get(name) for name in shown)


def called_workspace(arguments: Sequence[str]) -> Location | None:
    """Return the workspace of a call that opens the application, or None."""
    words = _words(arguments)
    return location_of(words[0]) if words else None


def _words(arguments: Sequence[str]) -> list[str]:
    behind = zip(["", *arguments], arguments, strict=False)
    return [word for name, word in behind if not word.startswith("-") and name not in _WINDOWS]


def _plausible(words: Sequence[str]) -> bool:
    """A lone word that is no command is taken for a workspace only if it looks like a path."""
    if len(words) > 1:
        return False
    return not words or "." in words[0] or "/" in words[0] or Path(words[0]).exists()
