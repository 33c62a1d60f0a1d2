"""What a Word report comes to in a workspace: sections and texts with their places, each to be taken or left."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

from desktop.work.structure.codes import free_code, word_of
from desktop.work.word_report.passages import Passage
from schema.catalogue.outline import Outline, Section, TextBlock
from schema.grammar.words import LANGUAGES, Words
from schema.values.datapoint import Snapshot

# new: a section that the report gets; same: the section of this name; beside: below the heading above;
# written: words stand there already; nowhere: no section of this name, or none with a text.
Why = Literal["new", "same", "beside", "written", "nowhere"]
ALIKE = 0.6
DEEPEST = 3  # sections stand on so many levels
BODY, PART = "body", "part"


@dataclass(frozen=True, slots=True)
class Proposed:
    """A heading and what becomes of its words: `section` and `slot` are where they go; nothing goes unless `take`."""

    number: int
    passage: Passage
    section: str
    slot: str
    why: Why
    take: bool

    @property
    def title(self) -> str:
        """The heading."""
        return self.passage.title


def for_new(found: Sequence[Passage]) -> tuple[Proposed, ...]:
    """Return each heading as a section of a report that begins with it, its words in a text of its own."""
    made: list[Proposed] = []
    codes: list[str] = []
    above: list[tuple[int, str]] = []  # (level, code) of the headings that a part stands below
    for number, passage in enumerate(found, 1):
        while above and above[-1][0] >= passage.level:
            above.pop()
        above = above[: DEEPEST - 1]
        prefix = above[-1][1] if above else ""
        word = word_of(Words(passage.title, passage.title, passage.title))
        code = free_code(prefix, word if len(word) > 1 else PART, codes)
        codes.append(code)
        above.append((passage.level, code))
        made.append(Proposed(number, passage, code, f"{code}.{BODY}" if passage.words else "", "new", take=True))
    return tuple(made)


def for_outline(found: Sequence[Passage], outline: Outline, snapshot: Snapshot, language: str) -> tuple[Proposed, ...]:
    """Return each heading with the section of a report that has its name; one without goes with the heading above."""
    made: list[Proposed] = []
    sections = _matched(found, outline)
    above: list[tuple[int, str]] = []
    for number, passage in enumerate(found, 1):
        while above and above[-1][0] >= passage.level:
            above.pop()
        section = sections.get(number)
        home = section.code if section is not None else (above[-1][1] if above else "")
        above.append((passage.level, home))
        slot = next(iter(_slots(outline, home)), "") if home else ""
        why: Why = "nowhere" if not slot else "same" if section is not None else "beside"
        made.append(Proposed(number, passage, home, slot, why, take=bool(slot and passage.words)))
    return tuple(_unwritten(made, outline, snapshot, language))


def _unwritten(made: Sequence[Proposed], outline: Outline, snapshot: Snapshot, language: str) -> Iterator[Proposed]:
    for one in made:
        words = snapshot.texts.get((outline.code, one.slot, language), "") if one.slot else ""
        yield replace(one, why="written", take=False) if words and one.passage.words else one


def _matched(found: Sequence[Passage], outline: Outline) -> Mapping[int, Section]:
    """Return by the headings' numbers the sections that are named alike, the likest first, each once."""
    ranks = [
        (likeness(passage.title, section.title), number, section)
        for number, passage in enumerate(found, 1)
        for section in outline.walk()
    ]
    chosen: dict[int, Section] = {}
    taken: set[str] = set()
    for rank, number, section in sorted(ranks, key=lambda entry: -entry[0]):
        if rank >= ALIKE and number not in chosen and section.code not in taken:
            chosen[number] = section
            taken.add(section.code)
    return chosen


def likeness(title: str, names: Words) -> float:
    """Return how alike a heading and a section's name are, in the language in which they are likest."""
    own = _folded(title)
    return max((_ratio(own, _folded(names.get(one))) for one in LANGUAGES if names.get(one)), default=0.0)


def _ratio(own: str, other: str) -> float:
    return SequenceMatcher(None, own, other, autojunk=False).ratio() if own and other else 0.0


def _folded(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _slots(outline: Outline, code: str) -> list[str]:
    section = next((one for one in outline.walk() if one.code == code), None)
    return [block.slot for block in section.blocks if isinstance(block, TextBlock)] if section is not None else []


def chosen(made: Sequence[Proposed], numbers: Collection[int]) -> tuple[Proposed, ...]:
    """Return the proposal with those parts to be taken alone."""
    return tuple(replace(one, take=one.number in numbers) for one in made)
