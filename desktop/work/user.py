"""Who works here, as far as the system says."""

from __future__ import annotations

import getpass


def user_name() -> str:
    """Return the name that history shows for this person; "?" where the system has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"
