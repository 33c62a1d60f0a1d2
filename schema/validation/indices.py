"""Explanations that a framework does not take: for what must be answered, or without one of its reasons."""

from __future__ import annotations

from collections.abc import Iterator

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import IndexBlock, Outline
from schema.validation.issue import Issue


def check_indices(catalogue: Catalogue, outline: Outline) -> Iterator[Issue]:
    """Yield each explanation in a report's outline that its framework does not allow."""
    strict = {
        block.framework
        for section in outline.walk()
        for block in section.blocks
        if isinstance(block, IndexBlock) and block.style == "content" and block.basis == "accordance"
    }
    for code, reasons in outline.explanations.items():
        for disclosure in catalogue.frameworks[code].disclosures:
            reason = reasons.get(disclosure.code)
            if reason is None:
                continue
            params = {"disclosure": disclosure.printed, "report": outline.code, "framework": code}
            if disclosure.mandatory:
                yield Issue("index.mandatory", "error", params=params, place=outline.code)
            elif code in strict and not reason.reason:
                yield Issue("index.reason", "error", params=params, place=outline.code)
