"""What is to be counted otherwise: sources in and out, where places are, factors of one's own, the base year."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.work.emissions.sources import Sources
from schema.catalogue.definitions import Catalogue
from schema.catalogue.factors import FactorVersion
from schema.grammar.words import Words


@dataclass(frozen=True, slots=True)
class Adding:
    """A source to be counted; empty: the activity that is known to be it or a new one, the usual factor."""

    source: str
    activity: str = ""
    factor: str = ""


@dataclass(frozen=True, slots=True)
class OwnFactor:
    """A factor that the company found itself: in force from `since` to `until` (0: still), with its source."""

    code: str
    value: Decimal
    unit: str
    since: int
    source: str
    until: int = 0
    name: str = ""

    def version(self) -> FactorVersion:
        """Return it as the definitions hold it; scale and dimension follow from its unit when they are read."""
        name = self.name or self.code
        words = Words(name, name, name)
        return FactorVersion(
            self.code, words, self.value, self.unit, Decimal(1), "", self.since, self.until, self.source
        )


@dataclass(frozen=True, slots=True)
class InventoryChange:
    """All that is asked for at once; `regions` by entity ("" the company), `base_year` 0 takes it out, None leaves it.

    `section` is where new rows stand, empty: where scope 1 stands. `nearest`: a year without a factor takes that of
    the nearest one.
    """

    add: tuple[Adding, ...] = ()
    remove: tuple[str, ...] = ()
    report: str = ""
    section: str = ""
    department: str = ""
    regions: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, "tuple[str, ...]"])
    factors: tuple[OwnFactor, ...] = ()
    base_year: int | None = None
    nearest: bool = False


@dataclass(frozen=True, slots=True)
class Kit:
    """What the program brings along: the sources that it knows, and its own catalogue, which takes a while to read."""

    sources: Sources
    built_in: Callable[[], Catalogue]
