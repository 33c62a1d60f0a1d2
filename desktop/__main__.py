"""`annals`, also as `python -m desktop`: a command runs without Qt, a call without one opens the application."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from desktop.cli.call import called_language, called_name, called_workspace, can_show, opens_window
from schema.grammar.location import Location

CHILD = "--child"  # said by schema.child_process to a program that is one bundle, before anything else


def main(arguments: Sequence[str]) -> int:
    """Return the exit status; of what is not asked for nothing is loaded."""
    if opens_window(arguments):
        if not can_show(os.environ, sys.platform):
            return _say(called_language(arguments), "cli.no_display")
        return show_window(called_workspace(arguments), called_language(arguments), called_name(arguments))
    from desktop.cli.main import main as run_command

    return run_command(arguments, show_window)


def show_window(location: Location | None, language: str, acting: str = "") -> int:
    """Open the application; an empty language means the one chosen last, no name whoever is logged in."""
    from desktop.window.application import run_application
    from desktop.work.data_files import resources_folder
    from desktop.work.user import said_name

    return run_application(location, language, resources_folder(), said_name(acting))


def _say(language: str, code: str, **params: str) -> int:
    from desktop.cli.speaker import make_speaker

    speaker = make_speaker(language)
    speaker.warn(speaker.sentence(code, **params))
    return 2


def run() -> None:
    """Run the process's own arguments and end with the promised exit status."""
    if sys.argv[1:2] == [CHILD]:
        from schema import child

        sys.exit(child.run(sys.argv[2:]))
    if not opens_window(sys.argv[1:]):
        # What a command builds lives as long as the command: sweeps for cycles would cost it a fifth of its time.
        gc.disable()
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
