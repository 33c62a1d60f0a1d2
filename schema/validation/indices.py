"""Indices of frameworks: disclosures that nothing answers, and reasons that a framework does not take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from schema.catalogue.definitions import Catalogue, Disclosure, Framework
from schema.catalogue.outline import Definitions, IndexBlock, Outline
from schema.validation.coverage import covered
from schema.validation.facts import Coded, Fact, Facts
from schema.validation.issue import IndexAt, Issue, Severity
from schema.validation.speaking import Contents
from schema.values.figures import Figures

# What a content index lists whether or not the report answers it.
GENERAL = ("mandatory_requirement", "general_disclosure")


def check_indices(definitions: Definitions, outline: Outline, figures: Figures) -> Iterator[Issue]:
    """Yield each disclosure that a printed index leaves open, and each explanation that its framework refuses."""
    blocks = [block for section in outline.walk() for block in section.blocks if isinstance(block, IndexBlock)]
    if blocks:
        yield from _answers(blocks, Contents(outline, figures))
    strict = {block.framework for block in blocks if block.style == "content" and block.basis == "accordance"}
    yield from _explanations(definitions.catalogue, outline, strict)


def _answers(blocks: Sequence[IndexBlock], contents: Contents) -> Iterator[Issue]:
    """Yield each disclosure that a printed index leaves open."""
    outline = contents.outline
    for framework in dict.fromkeys(block.framework for block in blocks):
        listed = [block for block in blocks if block.framework == framework]
        whole = contents.figures.catalogue.frameworks[framework]
        for answer in covered(contents, whole):
            if answer.state != "open":
                continue
            if answer.disclosure.mandatory and answer.left_out:
                names = tuple(omitted.key for omitted in answer.left_out)
                yield _issue("index.omitted", outline, answer.disclosure, framework, names=names)
            # An explanation that stands in its place has an issue of its own: refused, or not confirmed for this year.
            elif not answer.explanation and any(_lists(block, whole, answer.disclosure.kind) for block in listed):
                yield _issue("index.open", outline, answer.disclosure, framework)


def _lists(block: IndexBlock, framework: Framework, kind: str) -> bool:
    """Whether an index prints a disclosure that nothing answers."""
    match block.style:
        case "codes" | "pages":
            return framework.every
        case "content":
            return block.basis == "accordance" and kind in GENERAL
        case "reverse" | "goals":
            return False
        case _:
            assert_never(block.style)


def _explanations(catalogue: Catalogue, outline: Outline, strict: set[str]) -> Iterator[Issue]:
    for code, reasons in outline.explanations.items():
        for disclosure in catalogue.frameworks[code].disclosures:
            reason = reasons.get(disclosure.code)
            if reason is None:
                continue
            kind = "index.mandatory" if disclosure.mandatory else "index.reason"
            if reason.document:  # it is answered there
                continue
            if disclosure.mandatory or (code in strict and not reason.reason):
                yield _issue(kind, outline, disclosure, code)


def _issue(code: str, outline: Outline, disclosure: Disclosure, framework: str, **more: Fact) -> Issue:
    named: Facts = {
        "disclosure": disclosure.printed, "report": outline.code, "framework": Coded("framework", framework), **more
    }  # fmt: skip
    at = IndexAt(outline.code, framework, disclosure.code)
    severity: Severity = "doubt" if code == "index.open" else "error"
    return Issue(code, severity, facts=named, place=outline.code, subject=at, report=outline.code)
