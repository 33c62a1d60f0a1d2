"""Where a workspace is kept: a file, or a database that a URL names. Help reads this: it loads next to nothing."""

from __future__ import annotations

from pathlib import Path

DRIVER = "postgresql+psycopg"
_SCHEMES = (DRIVER, "postgresql", "postgres")
_SECRETS = frozenset({"password", "sslpassword"})


class DatabaseUrl:
    """The URL of a database; as a text it is shown without its password."""

    __slots__ = ("url",)

    def __init__(self, url: str) -> None:
        self.url = url

    @property
    def name(self) -> str:
        """The database's own name."""
        from urllib.parse import unquote, urlsplit

        return unquote(urlsplit(self.url).path.lstrip("/"))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DatabaseUrl) and other.url == self.url

    def __hash__(self) -> int:
        return hash(self.url)

    def __str__(self) -> str:
        from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

        parts = urlsplit(self.url)
        user, at, host = parts.netloc.rpartition("@")
        options = [(name, value) for name, value in parse_qsl(parts.query) if name.lower() not in _SECRETS]
        shown = f"{user.partition(':')[0]}{at}{host}"
        return urlunsplit((parts.scheme, shown, parts.path, urlencode(options), ""))

    def __repr__(self) -> str:
        return f"DatabaseUrl({str(self)!r})"


Location = Path | DatabaseUrl


def title_of(location: Location) -> str:
    """Return what a workspace is called by its place: its file's name without the ending, or its database's."""
    return location.stem if isinstance(location, Path) else location.name


def whole(location: Location) -> str:
    """Return where it is, wherever that is asked: a file's whole path, a database's URL without its password."""
    return str(location.resolve()) if isinstance(location, Path) else str(location)


def folder_of(location: Location) -> Path | None:
    """Return the folder that a file lies in; None of a database."""
    return location.absolute().parent if isinstance(location, Path) else None


def location_of(text: str) -> Location:
    """Read what a person writes for a workspace: the URL of a database where it begins like one, else a path."""
    scheme, separator, rest = text.partition("://")
    if separator and scheme.lower() in _SCHEMES:
        return DatabaseUrl(f"{DRIVER}://{rest}")
    return Path(text)
