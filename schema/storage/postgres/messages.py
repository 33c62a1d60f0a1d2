"""What those who have one database open tell each other: each message is one line of JSON on one channel."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import Connection, text

from schema.values.watching import Changed, Heard, Present

CHANNEL = "annals"
_LONGEST = 2000  # characters of a name or place; the server takes 8,000 bytes a message


def tell_change(connection: Connection, head: str) -> None:
    """Let the others hear, once the transaction is stored, that the workspace was changed."""
    message = json.dumps({"head": head})
    connection.execute(text(f"SELECT pg_notify('{CHANNEL}', :message)"), {"message": message})


def written(present: Present) -> str:
    """Return the message that says where somebody is."""
    fields = {"who": present.who, "desk": present.desk, "report": present.report, "section": present.section}
    return json.dumps({name: value[:_LONGEST] for name, value in fields.items()})


def heard(message: str) -> Heard | None:
    """Read a message; None where it is none of ours."""
    try:
        fields: Any = json.loads(message)
    except ValueError:
        return None
    plain: Mapping[str, Any] = cast("Mapping[str, Any]", fields) if isinstance(fields, dict) else {}
    texts = {name: value for name, value in plain.items() if isinstance(value, str)}
    if "head" in texts:
        return Changed(texts["head"])
    if texts.get("who") and texts.get("desk"):
        return Present(texts["who"], texts["desk"], texts.get("report", ""), texts.get("section", ""))
    return None
