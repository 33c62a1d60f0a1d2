"""What is kept of a fault of the program's own: where it came up, in a log on this computer, and nobody's values.

Nothing is sent anywhere. Who wants help with it sends the file.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

LOG = "annals.log"
_LARGEST = 500_000
_FRAMES = 60  # the last ones: where a program has called itself too often, all the others are alike
_CHAIN = 8


def log_folder() -> Path:
    """Return where this system keeps the logs of programs."""
    from platformdirs import user_log_path  # deferred: few need it

    return user_log_path("annals")


def report_of(error: BaseException) -> str:
    """Return where a fault came up and of which kind it is; not its words, which may quote a value."""
    return "\n".join(_told(one) for one in _chain(error))


def keep_report(text: str, folder: Path) -> Path | None:
    """Add a report to the log and return its path; None where nothing can be written there."""
    path = folder / LOG
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LARGEST:
            path.replace(path.with_name(f"{LOG}.1"))
        with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {text}\n")
    except OSError:
        return None
    return path


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield a fault, and what it came up in the wake of."""
    one: BaseException | None = error
    for _ in range(_CHAIN):
        if one is None:
            return
        yield one
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _told(error: BaseException) -> str:
    kind = type(error)
    frames = "".join(traceback.format_tb(error.__traceback__, limit=-_FRAMES))
    return f"{kind.__module__}.{kind.__qualname__}\n{frames}"
