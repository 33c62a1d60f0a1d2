"""The parts of a Word report gathered below their headings, written as texts are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from schema.exchange.foreign_text.report_parts import ReportPart

_NUMBER = re.compile(
    r"^(?:第[一二三四五六七八九十\d]{1,3}[章节節部分篇]+\s*|[一二三四五六七八九十]{1,3}、\s*|[（(][一二三四五六七八九十\d]{1,3}[）)]\s*"
    r"|\d{1,2}(?:[.．]\d{1,2}){0,2}[.．、]?\s+|0\d\s?|(?:Chapter|Part)\s+\w+[.:]?\s+)",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"^(?:[<>≥≤≈约約近逾]|超过|超過)?\s?[-−]?\d[\d,.]* ?(?:%|％|[^\d\s]{0,6})$")
_YEAR = re.compile(r"(?:FY)?(?:19|20)\d\d")
_COUNTED = re.compile(r"[<>≥≤]?\s?(?:约|約|近|超过|超過|over|nearly)?\s?\d")
_BLANK = ("", "-", "—", "–", "/", "n/a", "N/A")


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading with what stands below it, up to the next one: words as a text keeps them, and tables of figures."""

    level: int
    title: str
    words: str
    figures: tuple[tuple[tuple[str, ...], ...], ...]


def passages(parts: Iterable[ReportPart]) -> tuple[Passage, ...]:
    """Return the headings with what they head; what stands before the first one is a cover and left out."""
    found: list[tuple[ReportPart, list[ReportPart]]] = []
    for part in parts:
        if part.kind == "heading":
            found.append((part, []))
        elif found:
            found[-1][1].append(part)
    return tuple(_passage(head, below) for head, below in found)


def cover_of(parts: Iterable[ReportPart]) -> str:
    """Return the words before the first heading: a cover, a list of contents, or what was meant to have a heading."""
    return _written(list(takewhile(lambda part: part.kind != "heading", parts)))


def _passage(head: ReportPart, below: Sequence[ReportPart]) -> Passage:
    figures = tuple(part.rows for part in below if part.kind == "table" and holds_figures(part.rows))
    told = [part for part in below if part.kind != "table" or not holds_figures(part.rows)]
    return Passage(head.level, bare_title(head.words), _written(told), figures)


def bare_title(words: str) -> str:
    """Return a heading without its number: 第一章, 1.2, 一、."""
    return _NUMBER.sub("", words.strip(), count=1).strip() or words.strip()


def holds_figures(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table holds figures: below the head of a column behind the first, most cells are numbers."""
    width = max(map(len, rows), default=0)
    return len(rows) > 1 and any(_counts([row[at] if at < len(row) else "" for row in rows]) for at in range(1, width))


def _counts(column: Sequence[str]) -> bool:
    """Whether a column has a head, in words or a year, and numbers below it; page numbers have none."""
    head, *cells = (cell.strip() for cell in column)
    filled = [cell for cell in cells if cell not in _BLANK]
    headed = _FIGURE.match(head) is None or _YEAR.match(head) is not None
    return headed and bool(filled) and sum(_FIGURE.match(cell) is not None for cell in filled) * 2 > len(filled)


def _written(parts: Sequence[ReportPart]) -> str:
    """Return parts as the words of a text: a blank line between paragraphs, entries of a list on lines of their own."""
    blocks: list[str] = []
    before = ""
    for part in parts:
        words = "\n".join(_lines(part))
        if part.kind == "item" and before == "item":
            blocks[-1] += f"\n{words}"
        else:
            blocks.append(words)
        before = part.kind
    return "\n\n".join(blocks)


def _lines(part: ReportPart) -> Iterator[str]:
    match part.kind:
        case "item":
            yield f"- {_plain(part.words)}"
        case "table" if _is_row_of_figures(part.rows):
            yield from (f"- {_plain(cell)}" for row in part.rows for cell in row if cell)
        case "table":
            for row in part.rows:
                yield "| " + " | ".join(_plain(cell).replace("|", r"\|") for cell in row) + " |"
        case "text" | "heading":
            yield _plain(part.words)


def _is_row_of_figures(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table is none: large figures beside each other, each with a few words."""
    return all(_COUNTED.match(cell) for row in rows for cell in row if cell)


def _plain(words: str) -> str:
    """Return words in which a brace is one."""
    return words.replace("{", "{{").replace("}", "}}")
