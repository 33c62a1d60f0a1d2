"""What can be chosen of a catalogue, as (code, words) in the language of the window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.window.session.desk import Desk
from desktop.work.structure.codes import initials
from schema.catalogue.definitions import Disclosure, Framework, Metric

APART = "  "  # between what something is called and what only helps to find it
_BETWEEN = "|"
_LONGEST = 40


def unit_choices(desk: Desk) -> list[tuple[str, str]]:
    """Return the units."""
    return [(unit.code, desk.words(unit.name)) for unit in desk.catalogue.units.values()]


def department_choices(desk: Desk) -> list[tuple[str, str]]:
    """Return the departments."""
    return [(code, desk.department(code)) for code in desk.catalogue.departments]


def breakdown_choices(desk: Desk) -> list[tuple[str, str]]:
    """Return the breakdowns."""
    return [(one.code, desk.words(one.name)) for one in desk.catalogue.breakdowns.values()]


def record_choices(desk: Desk) -> list[tuple[str, str]]:
    """Return the record types."""
    return [(one.code, desk.words(one.name)) for one in desk.catalogue.records.values()]


def metric_choices(desk: Desk, metrics: Iterable[Metric]) -> list[tuple[str, str]]:
    """Return metrics by name, with code and the initials of the name's sounds, which can be searched, too."""
    return [
        (one.code, f"{desk.words(one.name)}{APART}{one.code}{APART}{initials(desk.words(one.name))}".rstrip())
        for one in metrics
    ]


def disclosure_choices(desk: Desk) -> list[tuple[str, str]]:
    """Return the disclosures of all frameworks; a code here is that of the framework and of the disclosure in it."""
    return [
        (f"{framework.code}{_BETWEEN}{one.code}", _disclosure(desk, framework, one))
        for framework in desk.catalogue.frameworks.values()
        for one in framework.disclosures
    ]


def _disclosure(desk: Desk, framework: Framework, one: Disclosure) -> str:
    name = desk.words(framework.short or framework.name)
    return f"{name} {one.printed or one.code}{APART}{desk.words(one.title)[:_LONGEST]}".rstrip()


def disclosure_codes(disclosures: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return disclosures as codes of `disclosure_choices`."""
    return tuple(f"{framework}{_BETWEEN}{code}" for framework, codes in disclosures.items() for code in codes)


def disclosures_of(chosen: Iterable[str], known: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return what was chosen by framework; a framework that is named without a disclosure stays named so."""
    made = {framework: tuple[str, ...]() for framework, codes in known.items() if not codes}
    for one in chosen:
        framework, _, code = one.partition(_BETWEEN)
        made[framework] = (*made.get(framework, ()), code)
    return made
