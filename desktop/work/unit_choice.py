"""In which other units a typed number may be meant: each with what would be typed and what that comes to."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.work.wording import Wording
from schema.catalogue.definitions import Unit
from schema.values.labels import labels_of


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A unit by its name, the text with it in the place of any other unit, and the value that this means, in words."""

    name: str
    text: str
    means: str


def unit_choices(wording: Wording, text: str) -> tuple[UnitChoice, ...]:
    """Return the units that convert, but the one that is meant now; none where no number is typed."""
    now = wording.parse(text)
    units = _convertible(wording)
    if now.value is None or len(units) < 2:
        return ()
    number = _without_unit(text, units, wording.language)
    choices = (_choice(wording, number, unit) for unit in units)
    return tuple(one for one, value in filter(None, choices) if value != now.value)


def label_choices(wording: Wording) -> tuple[str, ...]:
    """Return what a yes or no, or a choice, can say; nothing for what is counted or dated."""
    if not wording.metric.traits.labelled:
        return ()
    return tuple(label.name.best(wording.language) for label in labels_of(wording.metric).values())


def _convertible(wording: Wording) -> tuple[Unit, ...]:
    units = wording.catalogue.units
    own = units.get(wording.metric.unit)
    return tuple(unit for unit in units.values() if own is not None and unit.dimension == own.dimension)


def _names(unit: Unit, language: str) -> tuple[str, ...]:
    words = unit.name
    return tuple(filter(None, (words.best(language), *unit.aliases, words.zh_hans, words.zh_hant, words.en, unit.code)))


def _without_unit(text: str, units: tuple[Unit, ...], language: str) -> str:
    """Return a typed number without the unit behind it; scale words like 万 stay."""
    text = text.strip()
    names = sorted({name for unit in units for name in _names(unit, language)}, key=len, reverse=True)
    name = next((name for name in names if text.casefold().endswith(name.casefold())), "")
    return text[: len(text) - len(name)].rstrip()


def _choice(wording: Wording, number: str, unit: Unit) -> tuple[UnitChoice, object] | None:
    """Return a choice with the value that it stands for: by the first of the unit's names that is read."""
    for name in _names(unit, wording.language):
        gap = " " if name[0].isascii() else ""
        parsed = wording.parse(f"{number}{gap}{name}")
        if parsed.value is not None:
            return UnitChoice(name, f"{number}{gap}{name}", wording.understood(parsed)), parsed.value
    return None
