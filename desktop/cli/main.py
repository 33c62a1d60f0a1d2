"""Entry of the program: a command runs without Qt; no command opens the application."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.cli.arguments import COMMANDS, UsageError, make_parser
from desktop.cli.speaking import Speaker, make_speaker, resources_folder
from schema import child
from schema.errors import AnnalsError
from schema.grammar.words import LANGUAGES

WRONG_USE = 2
CHILD = "--child"  # said by schema.child_process to a program that is one bundle, before anything else


def run() -> None:
    """Run the process's own arguments and end with the promised exit status."""
    if sys.argv[1:2] == [CHILD]:
        sys.exit(child.run(sys.argv[2:]))
    if not _opens(sys.argv[1:]):
        # What a command builds lives as long as the command: sweeps for cycles would cost it a fifth of its time.
        gc.disable()
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Return 0 done, 1 done with issues of severity error, 2 wrong use or bad input."""
    if _opens(arguments):
        return _open_window(arguments)
    speaker = make_speaker(_language(arguments))
    try:
        return _command(make_parser(speaker).parse_args(list(arguments)), speaker)
    except UsageError as error:
        print(error, file=speaker.err)
    except AnnalsError as error:
        print(speaker.trouble(error), file=speaker.err)
    except BrokenPipeError:
        # The reader of our output went away (`annals values … | head`): nothing to tell anyone.
        sys.stderr.close()
    except KeyboardInterrupt:
        print(speaker.sentence("cli.stopped"), file=speaker.err)
        return 130
    except OSError as error:
        print(speaker.sentence("cli.environment", reason=str(error)), file=speaker.err)
    return WRONG_USE


def _language(arguments: Sequence[str]) -> str | None:
    """Find --language before anything is parsed, so that even a mistake in the call is told in it."""
    for name, value in zip(arguments, [*arguments[1:], ""], strict=False):
        chosen = value if name == "--language" else name.removeprefix("--language=")
        if chosen in LANGUAGES:
            return chosen
    return None


def _opens(arguments: Sequence[str]) -> bool:
    """Whether this call opens the application: no command, at most a workspace and --language."""
    words = [word for word in arguments if not word.startswith("-") and word not in LANGUAGES]
    options = [word for word in arguments if word.startswith("-")]
    only_language = all(option.partition("=")[0] == "--language" for option in options)
    return only_language and not any(word in COMMANDS for word in words[:1]) and _plausible(words)


def _plausible(words: Sequence[str]) -> bool:
    """A lone word that is no command is taken for a workspace only if it looks like a path."""
    if len(words) > 1:
        return False
    return not words or "." in words[0] or "/" in words[0] or Path(words[0]).exists()


def _open_window(arguments: Sequence[str]) -> int:
    """Nothing is loaded for it but the window: sentences come when they are needed."""
    words = [word for word in arguments if not word.startswith("-") and word not in LANGUAGES]
    from desktop.window.application import run_application

    return run_application(Path(words[0]) if words else None, _language(arguments) or "", resources_folder())


def _command(arguments: argparse.Namespace, speaker: Speaker) -> int:
    if arguments.command is None:
        raise UsageError(speaker.sentence("cli.usage", problem=speaker.sentence("cli.nocommand"), command="annals"))
    commands: dict[str, Callable[[argparse.Namespace, Speaker], int]] = {}
    if arguments.command in ("demo", "export"):
        from desktop.cli import making

        commands = making.COMMANDS
    elif arguments.command in ("pictures", "picture"):
        from desktop.cli import picturing

        commands = picturing.COMMANDS
    elif arguments.command == "catalogue":
        from desktop.cli import cataloguing

        commands = cataloguing.COMMANDS
    elif arguments.command == "next":
        from desktop.cli import rolling

        commands = rolling.COMMANDS
    elif arguments.command == "restate":
        from desktop.cli import restating

        commands = restating.COMMANDS
    elif arguments.command in ("draft", "accept"):
        from desktop.cli import drafting

        commands = drafting.COMMANDS
    elif arguments.command in ("new", "import", "press", "backup"):
        from desktop.cli import changing

        commands = changing.COMMANDS
    else:
        from desktop.cli import telling

        commands = telling.COMMANDS
    return commands[arguments.command](arguments, speaker)
