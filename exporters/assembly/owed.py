"""What each department still owes a report in which much is open: two pages that one can work from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from unicodedata import east_asian_width

from exporters.assembly.assembly import Assembly
from exporters.content import (
    Block,
    Gap,
    Heading,
    Inline,
    Inlines,
    LinkedNumber,
    OpenPoint,
    block_inlines,
    with_inlines,
    with_numbers,
)
from schema.validation.causes import Cause
from schema.validation.issue import Issue

_LINES = 80  # so many lines of the list fill two pages
# How many Latin letters the columns of the list hold in a line: where, what, whom to ask.
_WIDTHS = (25, 58, 18)
_SECTIONS = 5  # are named of a department's
# What is missing, by the codes of its issues or the families of these.
KINDS: Mapping[str, str] = {
    "missing": "value", "blank": "value", "figure": "value", "text": "text", "record": "record", "picture": "picture",
    "index": "index", "matrix": "record", "carried": "carried",
}  # fmt: skip


def is_long(rows: Sequence[OpenPoint]) -> bool:
    """Whether a list of open points fills more than two pages."""
    return sum(map(_lines, rows)) > _LINES


def _lines(row: OpenPoint) -> int:
    cells = zip((row.section, row.what, row.ask), _WIDTHS, strict=True)
    return max(-(-sum(2 if east_asian_width(c) in "WF" else 1 for c in text) // width) or 1 for text, width in cells)


def heads(assembly: Assembly, rows: Iterable[OpenPoint]) -> tuple[OpenPoint, ...]:
    """Return a list without the shares of its points: whom to ask stands in what the departments owe."""
    below, several = assembly.say("word.owed.below"), assembly.say("word.open.several")
    return tuple(replace(row, ask=below) if row.section == several else row for row in rows if not row.below)


def owed(assembly: Assembly, causes: Iterable[Cause]) -> tuple[OpenPoint, ...]:
    """Return a row for each department, the one with most first: its sections, how much of each kind, its name."""
    places = assembly.moment.places(assembly.outline.code, assembly.language)
    kinds: dict[str, Counter[str]] = {}
    sections: dict[str, Counter[str]] = {}
    for issue in (issue for cause in causes if cause.rank == "gap" for issue in cause.issues):
        for department in places.departments(issue):
            kinds.setdefault(department, Counter())[_kind(issue)] += 1
            sections.setdefault(department, Counter())[places.section(issue)] += 1
    order = sorted(kinds, key=lambda department: (-kinds[department].total(), department))
    return tuple(
        OpenPoint(_sections(assembly, sections[one]), "", _counts(assembly, kinds[one]), assembly.department(one))
        for one in order
    )


def _kind(issue: Issue) -> str:
    return KINDS.get(issue.code.partition(".")[0], "other")


def _counts(assembly: Assembly, found: Counter[str]) -> str:
    said = (assembly.say(f"word.owed.{kind}", count=str(count)) for kind, count in found.most_common())
    return assembly.punctuation.listed(said)


def _sections(assembly: Assembly, found: Counter[str]) -> str:
    """Return the sections in the order of reading, the first few by name."""
    titles = [assembly.words(section.title) for section in assembly.outline.walk() if section.code in found]
    named = assembly.punctuation.series.join(titles[:_SECTIONS])
    more = len(titles) - _SECTIONS
    return assembly.say("word.owed.more", names=named, count=str(len(titles))) if more > 0 else named


def sparsely_remarked(assembly: Assembly, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks with two remarks a section at most: whom to ask for its words, and whom for its numbers.

    Hundreds of comments are read by nobody; every placeholder is still there, and the list says whose it is.
    """
    said: set[type] = set()
    others = assembly.say("word.ask.others")

    def quiet(inline: Inline) -> Inline:
        missing = isinstance(inline, Gap) or (isinstance(inline, LinkedNumber) and inline.state == "missing")
        if not missing or not isinstance(inline, Gap | LinkedNumber) or not inline.remark:
            return inline
        again = type(inline) in said
        said.add(type(inline))
        return replace(inline, remark="" if again else f"{inline.remark}{assembly.punctuation.space}{others}")

    def quiet_run(inlines: Inlines) -> Inlines:
        return tuple(quiet(inline) if isinstance(inline, Gap) else inline for inline in inlines)

    def quiet_number(number: LinkedNumber) -> LinkedNumber:
        changed = quiet(number)
        return changed if isinstance(changed, LinkedNumber) else number

    for block in blocks:
        if isinstance(block, Heading):
            said.clear()
        open_here = any(isinstance(inline, Gap | LinkedNumber) for inline in block_inlines(block))
        yield with_numbers(with_inlines(block, quiet_run), quiet_number) if open_here else block
