"""One change of the inventory: the definitions with it, read again from end to end, and what it brings."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from desktop.work.emissions.adding import CONTRACT, with_source, with_totals, without_source
from desktop.work.emissions.change import InventoryChange, Kit
from desktop.work.emissions.inventory import counted_sources
from desktop.work.emissions.placing import report_of, section_of, with_list, with_rows_for, without_rows
from desktop.work.structure.checks import whole
from schema.catalogue.definitions import Catalogue
from schema.catalogue.entities import COMPANY
from schema.catalogue.factors import FactorVersion
from schema.catalogue.outline import Definitions, Outline
from schema.errors import AnnalsError
from schema.mistakes import near
from schema.values.factors import Factors


@dataclass(frozen=True, slots=True)
class Outcome:
    """The definitions as they become; `added` and `gone` are metrics, `beside` the totals that stay typed.

    `nearest` are the factors that are taken from another year.
    """

    definitions: Definitions
    added: tuple[str, ...]
    gone: tuple[str, ...]
    beside: tuple[str, ...]
    nearest: tuple[FactorVersion, ...]


def changed(definitions: Definitions, valued: Collection[str], change: InventoryChange, kit: Kit) -> Outcome:
    """Return what a change makes of the definitions; `valued` are the metrics of which values are kept.

    DefinitionsError where what comes out would not be sound (a factor for another kind of amount); AnnalsError for
    a source, factor, entity, report or section that is not there.
    """
    outline = report_of(definitions, change.report)
    catalogue = _with_places(definitions.catalogue, change, kit)
    for code in change.remove:
        catalogue = without_source(catalogue, code, valued, kit)
    for adding in change.add:
        catalogue = with_source(catalogue, adding, change, kit)
    catalogue = with_totals(catalogue, valued, kit)
    catalogue, nearest = _with_nearest(catalogue, outline, kit) if change.nearest else (catalogue, ())
    old, new = definitions.catalogue.metrics, catalogue.metrics
    added, gone = tuple(code for code in new if code not in old), tuple(code for code in old if code not in new)
    outlines = {code: without_rows(one, gone) if gone else one for code, one in definitions.outlines.items()}
    made = replace(definitions, catalogue=catalogue, outlines=outlines)
    if change.add:
        made = _placed(made, outlines[outline.code], change, kit)
    beside = tuple(
        total.metric for total in kit.sources.totals.values() if total.beside in new and total.beside not in old
    )
    return Outcome(whole(made), added, gone, beside, nearest)


def _with_places(catalogue: Catalogue, change: InventoryChange, kit: Kit) -> Catalogue:
    """Return the catalogue with factors of the company's own, with regions, and with the base year."""
    catalogue = replace(catalogue, factors=(*catalogue.factors, *(one.version() for one in change.factors)))
    entities = [one.code for one in catalogue.entities]
    for place, regions in change.regions.items():
        if place != COMPANY and place not in entities:
            raise AnnalsError("cli.unknown_entity", name=place, near=near(place, entities))
        catalogue = _with_regions(_with_known(catalogue, regions, kit), place, regions)
    if change.base_year is None:
        return catalogue
    return replace(catalogue, company=replace(catalogue.company, base_year=change.base_year or None))


def _with_regions(catalogue: Catalogue, place: str, regions: tuple[str, ...]) -> Catalogue:
    if place == COMPANY:
        return replace(catalogue, company=replace(catalogue.company, regions=regions))
    entities = tuple(replace(one, regions=regions) if one.code == place else one for one in catalogue.entities)
    return replace(catalogue, entities=entities)


def _with_known(catalogue: Catalogue, regions: tuple[str, ...], kit: Kit) -> Catalogue:
    """Return the catalogue with the factors of places that only the program's own has."""
    codes = {one.code for one in catalogue.factors}
    if all(region in codes for region in regions):
        return catalogue
    own = kit.built_in().factors
    return replace(
        catalogue, factors=(*catalogue.factors, *(one for one in own if one.code in regions and one.code not in codes))
    )


def _with_nearest(catalogue: Catalogue, outline: Outline, kit: Kit) -> tuple[Catalogue, tuple[FactorVersion, ...]]:
    """Return the catalogue with a version for each of the report's years in which a factor is not in force."""
    factors, made = Factors(catalogue), list[FactorVersion]()
    codes = dict.fromkeys(
        own for one in counted_sources(catalogue, kit.sources) if one.factor for own in factors.meant(one.factor)
    )
    for code in codes:
        for year in range(outline.year - outline.years + 1, outline.year + 1):
            version = factors.nearest(code, year)
            if version is not None and not version.holds_in(year):
                note = catalogue.phrases["emissions.nearest"].get(outline.language)
                told = note.format(source=version.source, year=year, near=version.since)
                made.append(replace(version, since=year, until=year, source=told))
    return replace(catalogue, factors=(*catalogue.factors, *made)), tuple(made)


def _placed(definitions: Definitions, outline: Outline, change: InventoryChange, kit: Kit) -> Definitions:
    """Return the definitions with the sources' rows in the report, each activity before what it emits."""
    catalogue = definitions.catalogue
    section = section_of(outline, change.section)
    asked = {one.source for one in change.add}
    codes: list[str] = []
    for one in counted_sources(catalogue, kit.sources):
        if one.source.code in asked:
            codes += [one.activity, one.metric.code]
    for total in kit.sources.totals.values():
        codes += [
            code
            for code in (total.metric, total.beside)
            if code in catalogue.metrics and _is_over(total.code, asked, kit)
        ]
    title = catalogue.phrases["emissions.table"]
    outline = with_rows_for(outline, section, codes, title)
    if any(CONTRACT in kit.sources.source(code).formula for code in asked):
        outline = with_list(outline, section, CONTRACT)
    return replace(definitions, outlines={**definitions.outlines, outline.code: outline})


def _is_over(total: str, asked: Collection[str], kit: Kit) -> bool:
    return any(kit.sources.source(code).total == total for code in asked)
