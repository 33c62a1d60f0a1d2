"""A report with indices that its outline does not have, for one export."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from schema.catalogue.added_indices import framework_named, with_indices
from schema.errors import AnnalsError
from schema.mistakes import near
from schema.moment import Moment


def named_frameworks(moment: Moment, report: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of frameworks by the names people give. AnnalsError cli.unknown_framework."""
    outline, known = moment.outline(report), moment.catalogue.frameworks
    codes: dict[str, None] = {}
    for name in filter(None, map(str.strip, names)):
        code = framework_named(name, outline, known)
        if not code:
            alike = near(name.casefold(), [*known, *dict.fromkeys(code.rstrip("0123456789") for code in known)])
            raise AnnalsError("cli.unknown_framework", name=name, near=alike, known=", ".join(known))
        codes[code] = None
    return tuple(codes)


def indexed(moment: Moment, report: str, codes: Iterable[str]) -> Moment:
    """Return a moment whose report prints the indices of these frameworks, too; the same where it does already."""
    definitions, catalogue = moment.definitions, moment.catalogue
    wanted = [catalogue.frameworks[code] for code in codes]
    outline = definitions.outlines[report]
    made = with_indices(outline, wanted, catalogue.phrases["word.index.chapter"])
    if made == outline:
        return moment
    return Moment(replace(definitions, outlines={**definitions.outlines, report: made}), moment.snapshot, moment.freeze)
