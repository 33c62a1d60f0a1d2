"""How a linked number is shown, part by part: scale word, decimals, unit, change, year. Written anew from a choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from schema.catalogue.definitions import Catalogue
from schema.catalogue.number_format import SCALE_WORDS, SCALES, SHARE, format_parts, noun_in, parse_format
from schema.grammar.linked import LinkedNumber

_DECIMALS = ("", "0", "0.0", "0.00", "0.000")
_CHANGES = ("", "change", "change%", SHARE)
_YEARS_BACK = 3
BARE = '""'  # the number without its unit


@dataclass(frozen=True, slots=True)
class Shown:
    """Each part as it is written, empty where it is left open; `year` as -1 or 2021, `unit` a unit or a scaled one.

    `noun` is what is counted in place of the unit, in quotation marks.
    """

    scale: str = ""
    decimals: str = ""
    change: str = ""
    year: str = ""
    unit: str = ""
    noun: str = ""

    def written(self, link: LinkedNumber) -> str:
        """Return the link in this form."""
        reference = link.reference
        code = reference.code + (f"/{reference.entity}" if reference.entity else "")
        if self.year or reference.span:
            code += f"@{self.year or '-0'}{reference.span}"
        code += f":{reference.category}" if reference.category else ""
        form = " ".join(filter(None, (self.change, self.scale or self.unit, self.decimals, self.noun)))
        return "{" + code + (f"|{form}" if form else "") + "}"


def read_shown(link: LinkedNumber, catalogue: Catalogue) -> Shown | None:
    """Return the parts of a link's format; None where it has one that cannot be read."""
    if parse_format(link.format, catalogue.units) is None:
        return None
    reference, parts = link.reference, dict[str, str]()
    known = dict.fromkeys(SCALES, "scale") | dict.fromkeys(_DECIMALS, "decimals") | dict.fromkeys(_CHANGES, "change")
    for part in format_parts(link.format):
        noun = noun_in(part)
        parts["noun" if noun is not None else known.get(part, "unit")] = part if noun is None else f'"{noun}"'
    year = str(reference.year) if reference.year else str(reference.offset) if reference.offset else ""
    return Shown(**parts, year=year)


def options(link: LinkedNumber, shown: Shown, language: str) -> Mapping[str, Sequence[str]]:
    """Return what each part can be; what it is now is among it. A number of a record belongs to no year."""
    scales = ("", *SCALE_WORDS[language].values())
    parts: dict[str, Sequence[str]] = {"scale": scales, "decimals": _DECIMALS, "noun": ("", BARE)}
    if not link.reference.code.startswith("record/"):
        changes = _CHANGES if link.reference.category else _CHANGES[:-1]  # only a part has a share of the whole
        parts |= {"change": changes, "year": ("", *(f"-{back}" for back in range(1, _YEARS_BACK + 1)))}
    return {part: tuple(dict.fromkeys((*known, getattr(shown, part)))) for part, known in parts.items()}
