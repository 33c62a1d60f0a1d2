"""JSON from strangers: strict UTF-8, each name once, no NaN, no half characters, no deeper than is allowed."""

from __future__ import annotations

import json
from typing import Any, NoReturn


class BadJson(Exception):
    """What is written is no JSON, or none that is taken."""


class TooDeep(Exception):
    """There are more lists within lists than are allowed."""


def read_json(data: bytes, depth: int) -> Any:
    """Read JSON. Raises BadJson, TooDeep."""
    try:
        found = json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
        json.dumps(found, ensure_ascii=False).encode("utf-8")  # half of a character can be written, and not be kept
    except RecursionError:
        raise TooDeep from None
    except ValueError as error:
        raise BadJson(str(error)) from error
    level: list[Any] = [found]
    for _ in range(depth + 1):
        level = [below for item in level for below in _below(item)]
        if not level:
            return found
    raise TooDeep


def _below(item: Any) -> list[Any]:
    if isinstance(item, dict):
        return list(item.values())  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
    return item if isinstance(item, list) else []  # pyright: ignore[reportUnknownVariableType]


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    named = dict(pairs)
    if len(named) < len(pairs):
        raise ValueError("a name stands twice")
    return named


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")
