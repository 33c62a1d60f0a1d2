"""Explanations that a framework does not take: for what must be answered, or without one of its reasons."""

from __future__ import annotations

from collections.abc import Iterator

from schema.catalogue.definitions import Catalogue, Disclosure
from schema.catalogue.outline import IndexBlock, Outline
from schema.validation.facts import Coded
from schema.validation.issue import IndexAt, Issue


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
            kind = "index.mandatory" if disclosure.mandatory else "index.reason"
            if disclosure.mandatory or (code in strict and not reason.reason):
                yield _issue(kind, outline, disclosure, code)


def _issue(code: str, outline: Outline, disclosure: Disclosure, framework: str) -> Issue:
    named = {"disclosure": disclosure.printed, "report": outline.code, "framework": Coded("framework", framework)}
    at = IndexAt(outline.code, disclosure.code)
    return Issue(code, "error", facts=named, place=outline.code, subject=at, report=outline.code)
