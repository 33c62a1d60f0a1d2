"""Mistakes in definitions: all are reported at once, each with file, line, reason and the nearest known name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Mistake:
    """`code` names the sentence in messages.yaml, `params` fill its places; `column` is a sheet's letter or empty."""

    file: str
    line: int
    code: str
    params: Mapping[str, str] = field(default_factory=dict[str, str])
    column: str = ""

    @property
    def place(self) -> str:
        """Return where it stands, as editors and spreadsheets write it: file:line, or sheet!cell."""
        return f"{self.file}!{self.column}{self.line}" if self.column else f"{self.file}:{self.line}"

    def __str__(self) -> str:
        words = ", ".join(f"{name}={value}" for name, value in self.params.items())
        return f"{self.place}: {self.code} {words}".rstrip()


# Below, two names share letters and nothing more; of a short one half the letters are enough.
_ALIKE, _SHORT, _SHORT_ALIKE = 0.65, 4, 0.5


def near(name: str, known: Iterable[str]) -> str:
    """Return the known name nearest to a wrong one, whatever the case, or an empty string where none is near."""
    cutoff = _SHORT_ALIKE if len(name) <= _SHORT else _ALIKE
    by_folded = {one.casefold(): one for one in reversed(list(known))}
    found = get_close_matches(name.casefold(), by_folded, n=1, cutoff=cutoff)
    return by_folded[found[0]] if found else ""
