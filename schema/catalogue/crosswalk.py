"""What answers a framework's disclosures: what sections and metrics declare, else the cross-walk between frameworks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from schema.catalogue.definitions import Framework

Declared = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """One framework; `walks` gives for (other framework, its code) the codes that are answered along with it."""

    framework: str
    walks: Mapping[tuple[str, str], tuple[str, ...]]

    def codes(self, declared: Declared) -> tuple[str, ...]:
        """Return the codes that something answers which declares these: its own first, each once."""
        walked = (
            code for other, codes in declared.items() for one in codes for code in self.walks.get((other, one), ())
        )
        return tuple(dict.fromkeys((*declared.get(self.framework, ()), *walked)))


def crosswalk(framework: Framework) -> Crosswalk:
    """Return the cross-walk to a framework, from its disclosures' `answered_by`."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for disclosure in framework.disclosures:
        for other, codes in disclosure.answered_by.items():
            for code in codes:
                found[other, code] = (*found.get((other, code), ()), disclosure.code)
    return Crosswalk(framework.code, found)
