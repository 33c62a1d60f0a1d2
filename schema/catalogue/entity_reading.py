"""entities.yaml: the subsidiaries and sites below the company. The tree is sound, or each mistake is told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from schema.catalogue import sources as form
from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.entities import EVERY, WHOLE, Entity, path_up, stands_below_itself
from schema.catalogue.factor_reading import check_regions
from schema.catalogue.reading import Passage, Reading
from schema.catalogue.yaml_source import Source

_NAME = "entities.yaml"
_CODE = re.compile("[a-z][a-z0-9]*")


def load_entities(reading: Reading, catalogue: Catalogue) -> tuple[Entity, ...]:
    """Read entities.yaml, if there is one."""
    if not reading.files.names(_NAME):
        return ()
    file, source = reading.read(_NAME, form.EntitiesFile)
    entries = file.entities if file else {}
    found: dict[str, Entity] = {}
    for code, entry in entries.items():
        passage = Passage(reading, source, ("entities", code))
        found[code] = _entity(passage, code, entry)
        if entry.parent:
            passage.at("parent").known(entry.parent, entries, "entity")
        check_regions(passage, entry.regions, catalogue.factors)
        if entry.department:
            passage.at("department").known(entry.department, catalogue.departments, "department")
    return _rooted(reading, source, found)


def _entity(passage: Passage, code: str, entry: form.EntitySource) -> Entity:
    if not _CODE.fullmatch(code):
        passage.say("definition.bad_entity", name=code)
    for language in entry.name.words().missing(passage.reading.languages):
        passage.at("name", language).say("definition.missing_language", name=code, language=language)
    if entry.until and entry.until < entry.since:
        passage.at("until").say("definition.entity_years", name=code, value=str(entry.until))
    return Entity(
        code, entry.name.words(), entry.parent, _share(passage, code, entry.share), entry.since, entry.until,
        entry.boundary, entry.department, tuple(entry.regions),
    )  # fmt: skip


def _share(passage: Passage, code: str, text: str) -> Decimal:
    share = passage.at("share").decimal(text)
    if share is not None and not 0 < share <= WHOLE:
        passage.at("share").say("definition.entity_share", name=code, value=text)
    return WHOLE if share is None else share


def _rooted(reading: Reading, source: Source, found: Mapping[str, Entity]) -> tuple[Entity, ...]:
    """Return the entities, unless one stands below itself."""
    parents = {code: entity.parent for code, entity in found.items()}
    for code in found:
        if stands_below_itself(code, parents):
            shown = " → ".join((*path_up(code, parents), code))
            reading.say(source, ("entities", code, "parent"), "definition.entity_cycle", name=shown)
            return ()
    return tuple(found.values())


def check_asked(passage: Passage, metric: Metric, catalogue: Catalogue) -> None:
    """Say what is wrong with the entities that are asked for a metric, and with its adding up over them."""
    for code in metric.entities:
        if code != EVERY:
            passage.at("entities").known(code, [one.code for one in catalogue.entities], "entity")
    if metric.entities and not catalogue.entities:
        passage.at("entities").say("definition.no_entities", name=metric.code)
    if "entity" not in metric.sum_over:
        return
    if not catalogue.entities:
        passage.at("sum_over").say("definition.sum_entity", name=metric.code)
    elif metric.traits.share or metric.timing == "cumulative":
        passage.at("sum_over").say("definition.entity_rate", name=metric.code)


def entity_known(passage: Passage, catalogue: Catalogue, entity: str) -> bool:
    """Whether a reference names an entity that there is, or every one of them."""
    codes = [one.code for one in catalogue.entities]
    return not entity or (entity == EVERY and bool(codes)) or passage.known(entity, codes, "entity")
