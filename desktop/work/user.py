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
    said = (" ".join(unicodedata.normalize("NFC", name).split()) for name in (acting, os.environ.get(ACTING, "")))
    return next(filter(None, said), "") or _login_name()


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"
