"""A structure as a drawing: what stands above on top; many leaves of one box stand together in a panel below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exporters.drawings.measure import (
    INSET_X,
    INSET_Y,
    LABEL_SIZE,
    NOTE_LINE,
    NOTE_SIZE,
    POINT,
    TITLE_SIZE,
    box_height,
    line_count,
    longest_word,
    text_width,
)
from exporters.drawn_content import Box, BoxLook, Drawing, Line

_GAP, _LEVEL_GAP, _INNER = 4.0, 9.0, 2.5
_MOST_ACROSS = 6
_LEAST_WIDTH, _WIDEST_TITLE, _WIDEST_NOTE = 24.0, 70.0, 118.0
_LEAST_LEAF = 34.0


@dataclass(frozen=True, slots=True)
class Branch:
    """What a box says, what is said at the line above it, and what stands below it."""

    title: str
    note: str = ""
    edge: str = ""
    branches: tuple[Branch, ...] = ()

    def walk(self) -> Iterator[Branch]:
        """Yield this branch and all below it."""
        yield self
        for branch in self.branches:
            yield from branch.walk()


@dataclass(frozen=True, slots=True)
class _Placed:
    """A branch with its span from left to right, its depth, and whether its leaves stand in a panel."""

    branch: Branch
    left: float
    right: float
    depth: int
    panel: bool
    below: tuple[_Placed, ...]

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    def walk(self) -> Iterator[_Placed]:
        yield self
        for one in self.below:
            yield from one.walk()


@dataclass(frozen=True, slots=True)
class _Level:
    """The boxes of one depth: all equally wide and high, and of one look."""

    top: float
    width: float
    height: float
    look: BoxLook


def draw_tree(top: Branch, width: float) -> Drawing:
    """Return the drawing of a structure."""
    leaves = sum(not branch.branches for branch in top.walk())
    placed = _place(top, 0.0, width, 0, crowded=leaves > _MOST_ACROSS or _narrow(top, width, leaves))
    levels = _levels(placed)
    boxes: list[Box] = []
    lines: list[Line] = []
    bottom = 0.0
    for one in placed.walk():
        level = levels[one.depth]
        boxes.append(_box(one, level))
        bottom = max(bottom, level.top + level.height)
        if one.panel:
            start = level.top + level.height
            top_of_panel = start + _gap(one.branch.branches)
            lines.append(Line((one.centre, start), (one.centre, top_of_panel)))
            panel = _panel(one, top_of_panel)
            boxes += panel
            bottom = max(bottom, panel[0].y + panel[0].height)
        else:
            lines += _joined(one, level, levels)
        boxes += _edges(one, levels)
    return _cropped(boxes, lines, bottom)


def _cropped(boxes: Sequence[Box], lines: Sequence[Line], bottom: float) -> Drawing:
    """Leave out what is empty at both sides: LibreOffice takes a group to be as wide as its shapes."""
    left, right = min(box.x for box in boxes), max(box.x + box.width for box in boxes)
    moved = tuple(replace(box, x=box.x - left) for box in boxes)
    ways = tuple(
        replace(line, start=(line.start[0] - left, line.start[1]), end=(line.end[0] - left, line.end[1]))
        for line in lines
    )
    return Drawing(right - left, bottom, moved, ways)


def _narrow(top: Branch, width: float, leaves: int) -> bool:
    room = (width - _GAP * (leaves - 1)) / leaves
    return room < _LEAST_WIDTH or any(longest_word(b.title, TITLE_SIZE) > room - 2 * INSET_X for b in top.walk())


def _place(branch: Branch, left: float, right: float, depth: int, *, crowded: bool) -> _Placed:
    panel = crowded and len(branch.branches) > 1 and not any(one.branches for one in branch.branches)
    below: list[_Placed] = []
    if not panel and branch.branches:
        shares = [_share(one, crowded=crowded) for one in branch.branches]
        unit = (right - left - _GAP * (len(shares) - 1)) / sum(shares)
        at = left
        for one, share in zip(branch.branches, shares, strict=True):
            below.append(_place(one, at, at + unit * share, depth + 1, crowded=crowded))
            at += unit * share + _GAP
    return _Placed(branch, left, right, depth, panel, tuple(below))


def _share(branch: Branch, *, crowded: bool) -> int:
    """How much of the width a branch takes: one part for each leaf, one for a whole panel."""
    if not branch.branches or (crowded and not any(one.branches for one in branch.branches)):
        return 1
    return sum(_share(one, crowded=crowded) for one in branch.branches)


def _levels(top: _Placed) -> list[_Level]:
    depths = max(one.depth for one in top.walk()) + 1
    rows = [[one for one in top.walk() if one.depth == depth] for depth in range(depths)]
    widths = [_width(row) for row in rows]
    alone = max((width for row, width in zip(rows, widths, strict=True) if len(row) == 1), default=0.0)
    found: list[_Level] = []
    at = 0.0
    for depth, (row, width) in enumerate(zip(rows, widths, strict=True)):
        width = min(alone, row[0].right - row[0].left) if len(row) == 1 else width
        height = max(box_height(one.branch.title, one.branch.note, width) for one in row) + 1.0
        at += _gap([one.branch for one in row]) if depth else 0.0
        look: BoxLook = "top" if depth == 0 else "strong" if any(one.branch.branches for one in row) else "plain"
        found.append(_Level(at, width, height, look))
        at += height
    return found


def _width(row: Sequence[_Placed]) -> float:
    return min(min(one.right - one.left for one in row), max(_natural(one.branch) for one in row))


def _natural(branch: Branch) -> float:
    title = text_width(branch.title, TITLE_SIZE) + 2 * INSET_X + 6
    note = text_width(branch.note, NOTE_SIZE) + 2 * INSET_X + 4
    return max(_LEAST_LEAF, min(title, _WIDEST_TITLE), min(note, _WIDEST_NOTE))


def _gap(branches: Sequence[Branch]) -> float:
    """The room between two levels: more where words stand at the lines."""
    lines = max((branch.edge.count("\n") + 1 for branch in branches if branch.edge), default=0)
    return _LEVEL_GAP if not lines else max(_LEVEL_GAP, lines * NOTE_LINE * POINT + 5.0)


def _box(one: _Placed, level: _Level) -> Box:
    left = one.centre - level.width / 2
    return Box(left, level.top, level.width, level.height, level.look, one.branch.title, one.branch.note)


def _joined(one: _Placed, level: _Level, levels: Sequence[_Level]) -> list[Line]:
    """The lines from a box to those below it: down, across, down."""
    if not one.below:
        return []
    start, end = level.top + level.height, levels[one.depth + 1].top
    if len(one.below) == 1:
        return [Line((one.centre, start), (one.below[0].centre, end))]
    turn = start + 3.5
    first, last = one.below[0].centre, one.below[-1].centre
    down = [Line((below.centre, turn), (below.centre, end)) for below in one.below]
    return [Line((one.centre, start), (one.centre, turn)), Line((first, turn), (last, turn)), *down]


def _edges(one: _Placed, levels: Sequence[_Level]) -> list[Box]:
    """What is said at the lines: at the right of each."""
    found: list[Box] = []
    for below in one.below:
        words = below.branch.edge
        if not words:
            continue
        high = line_count(words, 999, LABEL_SIZE) * NOTE_LINE * POINT + INSET_Y
        wide = max(text_width(part, LABEL_SIZE) for part in words.split("\n")) + 2 * INSET_X + 1
        end = levels[below.depth].top
        top = end - high - (0.8 if len(one.below) > 1 else (_gap([below.branch]) - high) / 2)
        found.append(Box(below.centre + 0.8, top, wide, high, "label", "", words))
    return found


def _panel(one: _Placed, top: float) -> list[Box]:
    """The leaves of a box in rows on a shaded ground, which comes first."""
    leaves = one.branch.branches
    room = one.right - one.left - 2 * _INNER
    needed = max(_LEAST_LEAF, *(longest_word(leaf.title, TITLE_SIZE) + 2 * INSET_X for leaf in leaves))
    across = max(1, min(len(leaves), 4, int((room + _INNER) // (needed + _INNER))))
    rows = -(-len(leaves) // across)
    across = -(-len(leaves) // rows)  # so that the last row is as full as it can be
    width = (room - (across - 1) * _INNER) / across
    notes = ["\n".join(filter(None, (leaf.edge, leaf.note))) for leaf in leaves]  # a panel has no lines of its own
    height = max(box_height(leaf.title, note, width) for leaf, note in zip(leaves, notes, strict=True)) + 0.5
    boxes = [
        Box(
            one.left + _INNER + (number % across) * (width + _INNER),
            top + _INNER + (number // across) * (height + _INNER),
            width, height, "plain", leaf.title, note,
        )
        for number, (leaf, note) in enumerate(zip(leaves, notes, strict=True))
    ]  # fmt: skip
    return [Box(one.left, top, one.right - one.left, rows * (height + _INNER) + _INNER, "panel"), *boxes]
