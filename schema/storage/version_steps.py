"""An earlier version of the definitions, kept as its difference from a later one: a step changes little.

Both are JSON as schema.catalogue.compiled writes it. A difference says what becomes of the later version's data:
`{"=": value}` in its place, of an object `{"of": {key: difference}, "without": [keys]}`, of a map (an object of `keys`
and `values`) `{"pairs": {key: difference}, "keys": difference}`, of a list `{"at": {number: difference}}` or
`{"from": first, "to": from_the_end, "put": [values]}`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import takewhile
from typing import Any, cast

from schema.catalogue.compiled import write_json

_MARK = '{"later":'  # no compiled definitions begin so


def is_step(stored: str) -> bool:
    """Whether a version is kept as a difference."""
    return stored.startswith(_MARK)


def later_of(stored: str) -> str:
    """Return the name of the version that a difference is one from."""
    return json.loads(stored)["later"]


def step_between(earlier: str, later: str, name: str) -> str | None:
    """Return an earlier version as its difference from the later one of this name.

    None where it would not give back the same text, or would save little.
    """
    data = json.loads(later)
    difference = _difference(data, json.loads(earlier))
    stored = f'{_MARK}"{name}","difference":{_written(difference)}}}'
    if len(stored) > len(earlier) // 2 or write_json(_applied(data, json.loads(_written(difference)))) != earlier:
        return None
    return stored


def earlier_of(whole: str, steps: Sequence[str]) -> str:
    """Return the version that steps lead to, one after the other, from one that is kept whole."""
    data = json.loads(whole)
    for stored in steps:
        data = _applied(data, json.loads(stored)["difference"])
    return write_json(data)


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _difference(later: Any, earlier: Any) -> dict[str, Any]:
    """Return what makes the earlier data of the later; both are read from JSON."""
    if isinstance(later, dict) and isinstance(earlier, dict):
        one, other = cast("dict[str, Any]", later), cast("dict[str, Any]", earlier)
        return _of_maps(one, other) if _is_map(one) and _is_map(other) else _of_objects(one, other)
    if isinstance(later, list) and isinstance(earlier, list):
        return _of_lists(cast("list[Any]", later), cast("list[Any]", earlier))
    return {"=": earlier}


def _of_objects(later: dict[str, Any], earlier: dict[str, Any]) -> dict[str, Any]:
    new = {key: {"=": value} for key, value in earlier.items() if key not in later}
    other = {key: later[key] for key, value in earlier.items() if key in later and later[key] != value}
    changed = {key: _difference(value, earlier[key]) for key, value in other.items()}
    return {"of": new | changed, "without": [key for key in later if key not in earlier]}


def _is_map(data: dict[str, Any]) -> bool:
    return data.keys() == {"keys", "values"} and all(isinstance(key, str) for key in data["keys"])


def _of_maps(later: dict[str, Any], earlier: dict[str, Any]) -> dict[str, Any]:
    known, pairs = dict(zip(later["keys"], later["values"], strict=True)), dict[str, Any]()
    for key, value in zip(earlier["keys"], earlier["values"], strict=True):
        if key not in known or known[key] != value:
            pairs[key] = _difference(known[key], value) if key in known else {"=": value}
    return {"pairs": pairs, "keys": _difference(later["keys"], earlier["keys"])}


def _of_lists(later: list[Any], earlier: list[Any]) -> dict[str, Any]:
    if len(later) == len(earlier):
        pairs = enumerate(zip(later, earlier, strict=True))
        return {"at": {str(place): _difference(one, other) for place, (one, other) in pairs if one != other}}
    first = _alike(later, earlier)
    last = _alike(later[first:][::-1], earlier[first:][::-1])
    return {"from": first, "to": last, "put": earlier[first : len(earlier) - last]}


def _alike(one: Sequence[Any], other: Sequence[Any]) -> int:
    """Return how many things from the beginning on are the same in both."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _applied(data: Any, difference: dict[str, Any]) -> Any:
    if "=" in difference:
        return difference["="]
    if "pairs" in difference:
        keys, pairs = _applied(data["keys"], difference["keys"]), difference["pairs"]
        known = dict(zip(data["keys"], data["values"], strict=True))
        values = [_applied(known.get(key), pairs[key]) if key in pairs else known[key] for key in keys]
        return {"keys": keys, "values": values}
    if "of" in difference:
        gone = set(difference["without"])
        kept = {key: value for key, value in data.items() if key not in gone}
        return kept | {key: _applied(data.get(key), change) for key, change in difference["of"].items()}
    if "at" in difference:
        changes = {int(place): change for place, change in difference["at"].items()}
        return [_applied(one, changes[place]) if place in changes else one for place, one in enumerate(data)]
    end = len(data) - difference["to"]
    return [*data[: difference["from"]], *difference["put"], *data[end:]]
