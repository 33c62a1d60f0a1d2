"""An empty figures file: one row per value that a report needs, ready to be filled in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.entities import COMPANY
from schema.catalogue.number_format import find_unit
from schema.catalogue.outline import Definitions, Outline, placements
from schema.grammar.reference import Key, parse_reference, sort_category
from schema.values.key_words import place_behind
from schema.values.rollup.entities import EntityRollup
from schema.values.rollup.periods import adds_up

_HEAD = ("metric", "name", "period", "category", "value", "unit", "omission", "footnote", "note", "source")
_AT = 3  # where the columns of entity and span stand, where there are any


def template_rows(definitions: Definitions, report: str | None, language: str = "") -> str:
    """Return a figures file (CSV text) with every value that a report places, or with the whole catalogue.

    Computed metrics stand for the metrics that they are computed from.
    Names are in `language`, else in the report's own.
    """
    catalogue = definitions.catalogue
    outline = definitions.outlines[report] if report else None
    codes = tuple(_placed(outline, catalogue)) if outline else tuple(catalogue.metrics)
    year = outline.year if outline else max((item.year for item in definitions.outlines.values()), default=0)
    language = language or (outline.language if outline else "zh-Hans")
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    entities = EntityRollup(catalogue.entities) if catalogue.entities else None
    parted = any(catalogue.metrics[code].collected for code in codes)
    beside = (*(("entity",) if entities else ()), *(("span",) if parted else ()))
    writer.writerow((*_HEAD[:_AT], *beside, *_HEAD[_AT:]))
    for code in codes:
        metric = catalogue.metrics[code]
        if metric.formula is None:
            asked = _asked(metric, entities, year)
            for entity, span in product(asked, _spans(metric, catalogue) if parted else (None,)):
                writer.writerows(_rows(metric, catalogue, _Wanted(year, entity, span), language))
    return text.getvalue()


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Of when and of whom a row asks; `entity` and `span` are None where the file has no column for them."""

    year: int
    entity: str | None
    span: str | None = None

    @property
    def beside(self) -> tuple[str, ...]:
        """Return what stands in those columns."""
        return tuple([one for one in (self.entity, self.span) if one is not None])


def _spans(metric: Metric, catalogue: Catalogue) -> tuple[str, ...]:
    """Return which parts of the year are asked for; the year itself where it does not follow from them."""
    if not metric.collected:
        return ("",)
    spans = catalogue.company.fiscal.spans(metric.collected)
    return spans if adds_up(metric) else ("", *spans)


def _asked(metric: Metric, entities: EntityRollup | None, year: int) -> tuple[str | None, ...]:
    """Return whose value is asked for: where entities are, the sum over them is not asked for once more."""
    if entities is None:
        return (None,)
    below = entities.asked(metric, COMPANY, year) if metric.entities else ()
    return below if entities.sums_up(metric) and below else (COMPANY, *below)


def _placed(outline: Outline, catalogue: Catalogue) -> dict[str, None]:
    found: dict[str, None] = {}
    for placement in (item for section in outline.walk() for block in section.blocks for item in placements(block)):
        reference = parse_reference(placement.reference)
        if reference is not None and reference.code in catalogue.metrics:
            _add(reference.code, catalogue, found)
    return found


def _add(code: str, catalogue: Catalogue, found: dict[str, None]) -> None:
    if code in found:
        return
    found[code] = None
    formula = catalogue.metrics[code].formula
    for reference in formula.references() if formula else ():
        _add(reference.code, catalogue, found)


def _rows(metric: Metric, catalogue: Catalogue, wanted: _Wanted, language: str) -> Iterator[tuple[str, ...]]:
    unit = _unit(metric, catalogue, language)
    place = Key(metric.code, wanted.year, wanted.entity or "", "", wanted.span or "")
    for category in ("", *_categories(metric, catalogue)):
        name = place_behind(_name(metric, catalogue, category, language), place, catalogue, language)
        row = metric.code, _harmless(name), str(wanted.year or ""), category, "", unit, "", "", "", ""
        yield (*row[:_AT], *wanted.beside, *row[_AT:])


def _categories(metric: Metric, catalogue: Catalogue) -> Iterator[str]:
    for crossing in metric.crossings:
        members = [[f"{code}={member.code}" for member in catalogue.breakdowns[code].members] for code in crossing]
        for parts in product(*members):
            yield sort_category(";".join(parts))


def _name(metric: Metric, catalogue: Catalogue, category: str, language: str) -> str:
    names = [metric.name.best(language)]
    for part in filter(None, category.split(";")):
        breakdown, _, code = part.partition("=")
        member = catalogue.breakdowns[breakdown].member(code)
        names.append(member.name.best(language) if member else code)
    return " · ".join(names)


def _unit(metric: Metric, catalogue: Catalogue, language: str) -> str:
    if metric.traits.labelled:
        return ""
    name = catalogue.units[metric.unit].name.best(language)
    return name if find_unit(name, catalogue.units) == metric.unit else metric.unit


def _harmless(text: str) -> str:
    # A spreadsheet would take it for a formula; the column is only for people.
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text
