"""Where a workspace is kept: a file, or a database that a URL names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

DRIVER = "postgresql+psycopg"
_SCHEME = re.compile(r"(?:postgresql\+psycopg|postgresql|postgres)://", re.IGNORECASE)
_SECRETS = frozenset({"password", "sslpassword"})


@dataclass(frozen=True, slots=True)
class DatabaseUrl:
    """The URL of a database; as a text it is shown without its password."""

    url: str

    @property
    def name(self) -> str:
        """The database's own name."""
        return unquote(urlsplit(self.url).path.lstrip("/"))

    def __str__(self) -> str:
        parts = urlsplit(self.url)
        user, at, host = parts.netloc.rpartition("@")
        options = [(name, value) for name, value in parse_qsl(parts.query) if name.lower() not in _SECRETS]
        shown = f"{user.partition(':')[0]}{at}{host}"
        return urlunsplit((parts.scheme, shown, parts.path, urlencode(options), ""))

    def __repr__(self) -> str:
        return f"DatabaseUrl({str(self)!r})"


Location = Path | DatabaseUrl


def location_of(text: str) -> Location:
    """Read what a person writes for a workspace: the URL of a database where it begins like one, else a path."""
    scheme = _SCHEME.match(text)
    return Path(text) if scheme is None else DatabaseUrl(f"{DRIVER}://{text[scheme.end() :]}")
