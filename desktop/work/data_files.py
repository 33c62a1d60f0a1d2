"""Where the installed data files are."""

from __future__ import annotations

from pathlib import Path

import resources


def resources_folder() -> Path:
    """Return the folder of definitions, sample, templates and translations."""
    return Path(resources.__path__[0])
