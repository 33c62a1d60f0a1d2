"""Who works here, as far as this is said: on one desk a statement, not a proof."""

from __future__ import annotations

import getpass
import os
import unicodedata

ACTING = "ANNALS_AS"


def user_name(acting: str = "") -> str:
    """Return the name that history shows for this person: who is said to act, else ANNALS_AS, else the login name.

    "?" where the system has none.
    """
    return said_name(acting) or _login_name()


def said_name(acting: str = "") -> str:
    """Return the name by which somebody says who acts: as an option, else ANNALS_AS; empty where nobody says it."""
    said = (" ".join(unicodedata.normalize("NFC", name).split()) for name in (acting, os.environ.get(ACTING, "")))
    return next(filter(None, said), "")


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"
