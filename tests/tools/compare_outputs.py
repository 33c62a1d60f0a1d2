"""Compares two folders of exports, Word files and workbooks, and prints every difference in what they say.

python -m tests.tools.compare_outputs OLD NEW [--first N | --all]

Exit 0: no difference; 1: differences; 2: wrong use.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path

from tests.tools.book_facts import FACETS, Book, Row, read_book
from tests.tools.output_facts import Fact
from tests.tools.word_facts import read_word

_AROUND = 60
_LONG = 400


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two exports say differently; None where one does not have it."""

    file: str
    kind: str
    name: str
    old: str | None
    new: str | None


def compare(old: Path, new: Path) -> Iterator[Difference]:
    """Yield all differences of two folders, file by file."""
    names = {path.name for folder in (old, new) for path in folder.iterdir() if path.suffix in (".docx", ".xlsx")}
    for name in sorted(names):
        if not (old / name).is_file() or not (new / name).is_file():
            here = "there" if (old / name).is_file() else None
            yield Difference(name, "file", "", here, None if here else "there")
        elif name.endswith(".docx"):
            yield from compare_words(name, read_word(old / name), read_word(new / name))
        else:
            yield from compare_books(name, read_book(old / name), read_book(new / name))


def compare_words(file: str, old: Sequence[Fact], new: Sequence[Fact]) -> Iterator[Difference]:
    """Yield what two Word files say differently; their whole markup speaks only where nothing else does."""
    differences = list(compare_facts(file, old, new))
    others = [difference for difference in differences if difference.kind != "markup"]
    yield from others or differences


def compare_facts(file: str, old: Sequence[Fact], new: Sequence[Fact]) -> Iterator[Difference]:
    """Yield differences kind by kind: what has a name against its namesake, the rest as sequences."""
    for kind in dict.fromkeys(fact.kind for fact in (*old, *new)):
        before, after = ([fact for fact in facts if fact.kind == kind] for facts in (old, new))
        if before == after:
            continue
        yield from _by_name(file, kind, before, after)
        yield from _by_turn(file, kind, *([f.value for f in facts if not f.name] for facts in (before, after)))


def _by_name(file: str, kind: str, old: Sequence[Fact], new: Sequence[Fact]) -> Iterator[Difference]:
    before, after = (_numbered(facts) for facts in (old, new))
    for name in dict.fromkeys((*before, *after)):
        if before.get(name) != after.get(name):
            yield Difference(file, kind, name, before.get(name), after.get(name))


def _numbered(facts: Sequence[Fact]) -> dict[str, str]:
    """Return values by name; a name that comes again gets its turn, so that no namesake is lost."""
    turns: Counter[str] = Counter()
    values: dict[str, str] = {}
    for fact in (fact for fact in facts if fact.name):
        turns[fact.name] += 1
        values[fact.name if turns[fact.name] == 1 else f"{fact.name} ({turns[fact.name]})"] = fact.value
    return values


def _by_turn(file: str, kind: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    for at, before, after in pairs(old, new):
        if before is None or after is None or old[before] != new[after]:
            name = f"{at + 1} of {len(old)}"
            yield Difference(file, kind, name, *(None if i is None else s[i] for s, i in ((old, before), (new, after))))


def pairs(old: Sequence[object], new: Sequence[object]) -> Iterator[tuple[int, int | None, int | None]]:
    """Yield (place in old, old index, new index) of what belongs together; None where something came or went."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for _, i, i_end, j, j_end in matcher.get_opcodes():
        for before, after in zip_longest(range(i, i_end), range(j, j_end)):
            yield (i if before is None else before), before, after


def compare_books(file: str, old: Book, new: Book) -> Iterator[Difference]:
    """Yield what two workbooks say differently; sheets that came or went are told as such."""
    yield from compare_facts(file, old.facts, new.facts)
    for sheet in (name for name in old.sheets if name in new.sheets):
        yield from _compare_rows(file, sheet, old.sheets[sheet], new.sheets[sheet])


def _compare_rows(file: str, sheet: str, old: Sequence[Row], new: Sequence[Row]) -> Iterator[Difference]:
    """Yield rows that came or went, and the cells of the others; a moved row is compared where it went."""
    for _, before, after in pairs([row.words() for row in old], [row.words() for row in new]):
        if before is not None and after is not None:
            yield from _compare_row(file, sheet, old[before], new[after])
        elif before is not None:
            yield Difference(file, "row", f"{sheet}!{old[before].number}", _row_text(old[before]), None)
        elif after is not None:
            yield Difference(file, "row", f"{sheet}!{new[after].number}", None, _row_text(new[after]))


def _row_text(row: Row) -> str:
    return " | ".join(f"{column}: {cell.formula or cell.value}" for column, cell in row.cells.items())


def _compare_row(file: str, sheet: str, old: Row, new: Row) -> Iterator[Difference]:
    if old.setting != new.setting:
        yield Difference(file, "row height", f"{sheet}!{old.number}", old.setting, new.setting)
    for column in dict.fromkeys((*old.cells, *new.cells)):
        cells = old.cells.get(column), new.cells.get(column)
        for facet, kind in FACETS.items():
            before, after = (getattr(cell, facet) if cell else "" for cell in cells)
            if before != after:
                yield Difference(file, kind, f"{sheet}!{column}{old.number}", before, after)


def report(differences: Sequence[Difference], first: int | None) -> Iterator[str]:
    """Yield lines for people: a table of counts, then the differences by file and kind."""
    counts = Counter(difference.kind for difference in differences)
    yield f"{len(differences)} differences" + "".join(f"\n  {kind}: {count}" for kind, count in counts.most_common())
    groups: dict[tuple[str, str], list[Difference]] = {}
    for difference in differences:
        groups.setdefault((difference.file, difference.kind), []).append(difference)
    for (file, kind), group in groups.items():
        yield f"\n{file}: {kind} ({len(group)})"
        yield from (_line(difference) for difference in group[:first])
        if first is not None and len(group) > first:
            yield f"  … and {len(group) - first} more"


def _line(difference: Difference) -> str:
    old, new = difference.old, difference.new
    if old is None or new is None:
        sign, value = ("+", new) if old is None else ("-", old)
        return f"  {sign} {difference.name}: {(value or '')[:_LONG]}"
    start = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    window = slice(max(0, start - _AROUND), start + 2 * _AROUND)
    return f"  ~ {difference.name}:\n      {old[window]!r}\n      {new[window]!r}"


def main(arguments: Sequence[str]) -> int:
    """Print the differences of two folders; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--first", type=int, default=5, help="how many of each file and kind are shown")
    parser.add_argument("--all", action="store_true", help="show every difference")
    options = parser.parse_args(arguments)
    differences = list(compare(options.old, options.new))
    print("\n".join(report(differences, None if options.all else options.first)))
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
