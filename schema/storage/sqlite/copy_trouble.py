"""What keeps a copy of a workspace from being written, told of the copy: the workspace itself is only read."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from schema.errors import WorkspaceError
from schema.storage.sqlite.database import trouble

_OF_SYSTEM = {
    errno.ENOSPC: "backup.full",
    errno.EDQUOT: "backup.full",
    errno.EFBIG: "backup.full",
    errno.ENAMETOOLONG: "backup.name_too_long",
    errno.EACCES: "backup.denied",
    errno.EPERM: "backup.denied",
    errno.EROFS: "backup.denied",
    errno.ENOENT: "workspace.no_folder",
    errno.ENOTDIR: "workspace.no_folder",
}
# What the database says of a copy that cannot be written; of the workspace it would say the same.
_OF_DATABASE = {"workspace.full": "backup.full", "workspace.readonly": "backup.denied"}


def copy_trouble(error: Exception, source: Path, target: Path) -> WorkspaceError:
    """Return the trouble of a copy that was being made of `source` at `target`."""
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        code = _OF_SYSTEM.get(error.errno or 0, "workspace.backup_failed")
        return WorkspaceError(code, path=str(target), reason=reason)
    told = error if isinstance(error, WorkspaceError) else trouble(error, source)
    if told.code == "workspace.cannot_open" and source.exists():
        return _unopened(target) or told
    if told.code in _OF_DATABASE:
        return WorkspaceError(_OF_DATABASE[told.code], path=str(target))
    return told


def check_target(target: Path) -> None:
    """Raise WorkspaceError where a name is longer than the system takes, or what stands there is no file."""
    try:
        target.lstat()
    except FileNotFoundError:
        return
    except OSError as error:
        raise copy_trouble(error, target, target) from error
    if not target.is_file():
        raise WorkspaceError("workspace.backup_other", path=str(target))


def _unopened(target: Path) -> WorkspaceError | None:
    if not target.parent.is_dir():
        return WorkspaceError("workspace.no_folder", path=str(target))
    if not os.access(target.parent, os.W_OK):
        return WorkspaceError("backup.denied", path=str(target))
    return None
