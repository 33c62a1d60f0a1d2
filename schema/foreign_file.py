"""The one door to a file that a person names: what is no file, or is larger than anything needs, is not opened."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


class SpecialFileError(OSError):
    """A pipe, a socket or a device stands where a file is asked for: opening it may wait, reading it may never end."""


def look(path: Path) -> os.stat_result:
    """Return the facts of a file without opening it; SpecialFileError, IsADirectoryError where it is none."""
    facts = path.stat()
    if stat.S_ISDIR(facts.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(facts.st_mode):
        raise SpecialFileError(errno.EINVAL, "not a file", str(path))
    return facts


def need_no_device(path: Path) -> None:
    """Raise SpecialFileError for a pipe or a device; folders and what is not there are for others to judge."""
    try:
        look(path)
    except SpecialFileError:
        raise
    except OSError:
        return


def beginning(path: Path, length: int) -> bytes:
    """Return the first bytes of a file; OSError where there is none."""
    look(path)
    with path.open("rb") as file:
        return file.read(length)
