"""Which version of a factor is in force where and when: a place has its own grid, the company's where it says none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from schema.catalogue.definitions import Catalogue
from schema.catalogue.entities import COMPANY, path_up
from schema.catalogue.factors import FactorVersion, group_of, is_group
from schema.grammar.formula import Formula


class Factors:
    """The factors of a catalogue by code, each with its versions; and which factors are whose."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._versions: dict[str, list[FactorVersion]] = {}
        for version in catalogue.factors:
            self._versions.setdefault(version.code, []).append(version)
        self._parents: Mapping[str, str] = {one.code: one.parent for one in catalogue.entities}
        self._own: dict[str, tuple[str, ...]] = {one.code: one.regions for one in catalogue.entities}
        self._own[COMPANY] = catalogue.company.regions

    def code_at(self, code: str, entity: str = COMPANY) -> str:
        """Return which factor a code of a formula means at an entity; empty where nobody has said for a group."""
        if not is_group(code):
            return code
        for place in (*(path_up(entity, self._parents) if entity else ()), COMPANY):
            if own := next((one for one in self._own.get(place, ()) if group_of(one) == code), ""):
                return own
        return ""

    def in_force(self, code: str, year: int, entity: str = COMPANY) -> FactorVersion | None:
        """Return the version in force in a year at an entity, the latest begun one, or None."""
        fitting = [one for one in self._versions.get(self.code_at(code, entity), ()) if one.holds_in(year)]
        return max(fitting, key=lambda version: version.since, default=None)

    def nearest(self, code: str, year: int, entity: str = COMPANY) -> FactorVersion | None:
        """Return the version in force, else the one whose years are nearest, the earlier one of two; or None."""
        versions = self._versions.get(self.code_at(code, entity), ())
        return self.in_force(code, year, entity) or min(
            versions, key=lambda one: (_distance(one, year), one.since), default=None
        )

    def versions(self, code: str) -> tuple[FactorVersion, ...]:
        """Return the versions of one factor, in the order of the definitions."""
        return tuple(self._versions.get(code, ()))

    def used_by(self, formulas: Iterable[Formula | None]) -> frozenset[str]:
        """Return the factors that formulas name; of a group those of the company and of its entities."""
        named = {code for formula in formulas if formula is not None for code in formula.factors()}
        return frozenset(own for code in named for own in self.meant(code))

    def meant(self, code: str) -> Iterator[str]:
        """Yield the factors that a code of a formula means anywhere: of a group those of the places, each once."""
        if not is_group(code):
            yield code
            return
        yield from dict.fromkeys(one for own in self._own.values() for one in own if group_of(one) == code)


def _distance(version: FactorVersion, year: int) -> int:
    return max(version.since - year, year - version.until if version.until else 0, 0)
