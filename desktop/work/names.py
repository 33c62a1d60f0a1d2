"""Reports and metrics by the names that a person gives."""

from __future__ import annotations

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Definitions
from schema.errors import AnnalsError
from schema.grammar.reference import Key, Reference, parse_reference
from schema.mistakes import near

EVERY = "*"


def need_report(definitions: Definitions, code: str) -> None:
    """Refuse a report that the workspace does not have; an empty code names none. AnnalsError cli.unknown_report."""
    if code and code not in definitions.outlines:
        raise AnnalsError("cli.unknown_report", name=code, near=", ".join(definitions.outlines))


def asked_value(catalogue: Catalogue, text: str) -> Reference:
    """Read which values a person means: a metric, and where told an entity, a year or part of it, a category.

    Empty text means all. AnnalsError cli.unknown_metric, cli.unknown_entity.
    """
    reference = parse_reference(text) if text else Reference("")
    if reference is None or (reference.code and reference.code not in catalogue.metrics):
        code = text if reference is None else reference.code
        raise AnnalsError("cli.unknown_metric", name=code, near=near(code, catalogue.metrics))
    if reference.entity != EVERY and not catalogue.reports(reference.entity):
        entities = [one.code for one in catalogue.entities]
        raise AnnalsError("cli.unknown_entity", name=reference.entity, near=near(reference.entity, entities))
    return reference


def concerns(asked: Reference, key: Key) -> bool:
    """Whether a value is one of those that are meant; what is not told may be anything."""
    told = (
        (asked.code, key.metric), ("" if asked.entity == EVERY else asked.entity, key.entity), (asked.year, key.period),
        (asked.span, key.span), (asked.category, key.category),
    )  # fmt: skip
    return all(not wanted or wanted == found for wanted, found in told)
