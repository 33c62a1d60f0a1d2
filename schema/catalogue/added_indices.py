"""Indices that a report prints on demand: frameworks by the names people give, each as a chapter at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from schema.catalogue.definitions import Framework
from schema.catalogue.drawn_blocks import QuestionnaireBlock
from schema.catalogue.outline import IndexBlock, Outline, Section
from schema.grammar.words import LANGUAGES, Words

_YEAR = re.compile(r"20\d\d")


def framework_named(name: str, outline: Outline, frameworks: Mapping[str, Framework]) -> str:
    """Return the code of the framework that a name means, or an empty text.

    A name without its edition (gri, hkex) means the one that the report follows, else the newest of its year.
    """
    wanted = name.strip().casefold()
    if wanted in frameworks:
        return wanted
    if not wanted:
        return ""
    known = [code for code, one in frameworks.items() if _is_called(wanted, code, one)]
    followed = [code for code in known if code in outline.frameworks]
    if followed:
        return followed[0]
    in_force = [code for code in known if _edition(frameworks[code]) <= outline.year]
    return max(in_force or known, key=lambda code: (_edition(frameworks[code]), code), default="")


def _is_called(wanted: str, code: str, framework: Framework) -> bool:
    """Whether a name is a framework's without its edition: gri of gri2021, gri 2021 of GRI 2021."""
    shorts = {framework.short.get(language).casefold() for language in LANGUAGES}
    edition = code.removeprefix(wanted)
    return wanted in shorts or (code.startswith(wanted) and bool(re.fullmatch(r"\d{4}|[a-z]\d", edition)))


def _edition(framework: Framework) -> int:
    years = _YEAR.findall(framework.code) or _YEAR.findall(framework.name.best("en"))
    return max(map(int, years), default=0)


def with_indices(outline: Outline, frameworks: Iterable[Framework], title: Words) -> Outline:
    """Return an outline that prints these indices: what it has none of stands in a chapter of its own at the end.

    `title` is that of such a chapter, with a place for the framework's {name}. A form for readers stays the last.
    """
    printed = {
        block.framework for section in outline.walk() for block in section.blocks if isinstance(block, IndexBlock)
    }
    asked = {one.code: one for one in frameworks}
    added = tuple(_chapter(outline, one, title) for code, one in asked.items() if code not in printed)
    last = len(outline.chapters) - _ends_with_a_form(outline)
    chapters = (*outline.chapters[:last], *added, *outline.chapters[last:])
    followed = tuple(dict.fromkeys((*outline.frameworks, *asked)))
    return replace(outline, chapters=chapters, frameworks=followed)


def _ends_with_a_form(outline: Outline) -> bool:
    last = outline.chapters[-1:] and outline.chapters[-1].blocks
    return any(isinstance(block, QuestionnaireBlock) for block in last)


def _chapter(outline: Outline, framework: Framework, title: Words) -> Section:
    name = framework.short or framework.name
    words = Words(*(title.best(language).format(name=name.best(language)) for language in LANGUAGES))
    taken = {section.code for section in outline.walk()}
    code = next(c for c in (f"index.{framework.code}", f"index.{framework.code}.added") if c not in taken)
    lettered = any(chapter.matter == "annex" for chapter in outline.chapters)
    block = IndexBlock(code, framework.code, framework.style)
    return Section(code, 1, words, (block,), matter="annex" if lettered else "plain")
