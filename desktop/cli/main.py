"""The command line: one command, run without Qt."""

from __future__ import annotations

import argparse
import errno
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.cli.call import called_language
from desktop.cli.parser import UsageError, make_parser
from desktop.cli.speaker import Speaker, make_speaker
from schema.errors import AnnalsError
from schema.foreign_file import SpecialFileError, need_no_device

WRONG_USE = 2


def main(arguments: Sequence[str], show_window: Callable[[Path, str], int] | None = None) -> int:
    """Return 0 done, 1 done with issues of severity error, 2 wrong use or bad input.

    `show_window` opens a workspace in a language where a command ends in the application.
    """
    speaker = make_speaker(called_language(arguments), show_window)
    try:
        return _run(arguments, speaker)
    except UsageError as error:
        speaker.warn(str(error))
    except AnnalsError as error:
        speaker.warn(speaker.trouble(error))
    except BrokenPipeError:
        # The reader of our output went away (`annals values … | head`): nothing to tell anyone.
        sys.stderr.close()
    except KeyboardInterrupt:
        speaker.warn(speaker.sentence("cli.stopped"))
        return 130
    except SpecialFileError as error:
        speaker.warn(speaker.sentence("cli.special_file", file=str(error.filename or "")))
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            speaker.warn(speaker.sentence("cli.name_too_long", file=str(error.filename or "")))
            return WRONG_USE
        speaker.warn(speaker.sentence("cli.environment", reason=str(error)))
    except Exception as error:  # the last resort: a fault of ours is kept in the log and told in one sentence
        _tell_fault(error, speaker)
    return WRONG_USE


def _tell_fault(error: Exception, speaker: Speaker) -> None:
    from desktop.work.fault_report import keep_report, log_folder, report_of

    kept = keep_report(report_of(error), log_folder())
    speaker.warn(
        speaker.sentence("cli.fault" if kept else "cli.fault_unkept", kind=type(error).__name__, path=str(kept))
    )


def _run(arguments: Sequence[str], speaker: Speaker) -> int:
    parsed = make_parser(speaker).parse_args(list(arguments))
    if parsed.command is None:
        raise UsageError(speaker.sentence("cli.usage", problem=speaker.sentence("cli.nocommand"), command="annals"))
    speaker.as_json, speaker.acting, speaker.day = bool(parsed.json), parsed.acting or "", parsed.today
    _refuse_devices(parsed)
    return parsed.run(parsed, speaker)


def _refuse_devices(parsed: argparse.Namespace) -> None:
    """Raise SpecialFileError for a pipe or device among the files, which may never end; a workspace tells it itself."""
    named = {name: value for name, value in vars(parsed).items() if name != "workspace"}
    values = (value if isinstance(value, list) else [value] for value in named.values())
    for path in (one for some in values for one in some if isinstance(one, Path)):
        need_no_device(path)
