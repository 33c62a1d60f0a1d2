"""Which values of a sheet are not somebody's to change, told before anything is typed or pasted there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from schema.catalogue.outline import Definitions
from schema.errors import RightsError
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.holders import Holders
from schema.values.people import people_of
from schema.values.rights import check_rights


def foreign(definitions: Definitions, snapshot: Snapshot, who: str, keys: Iterable[Key]) -> Mapping[Key, RightsError]:
    """Return the refusal that the one door would give for each key that this person may not change."""
    people, refused = people_of(snapshot), dict[Key, RightsError]()
    holders = cache(lambda: Holders(definitions))
    for key in keys:
        try:
            check_rights([keep(DataPoint(key))], who, people, holders)
        except RightsError as error:
            refused[key] = error
    return refused
