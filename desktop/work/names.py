"""Reports and metrics by the names that a person gives."""

from __future__ import annotations

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Definitions
from schema.errors import AnnalsError
from schema.grammar.reference import parse_reference
from schema.mistakes import near


def need_report(definitions: Definitions, code: str) -> None:
    """Refuse a report that the workspace does not have; an empty code names none. AnnalsError cli.unknown_report."""
    if code and code not in definitions.outlines:
        raise AnnalsError("cli.unknown_report", name=code, near=", ".join(definitions.outlines))


def need_metric(catalogue: Catalogue, code: str) -> None:
    """Refuse a metric that the catalogue does not have; an empty code names none."""
    reference = parse_reference(code)
    if reference is not None and (reference.entity or reference.span):
        raise AnnalsError("cli.not_whole", reference=code)
    if code and code not in catalogue.metrics:
        raise AnnalsError("cli.unknown_metric", name=code, near=near(code, catalogue.metrics))
