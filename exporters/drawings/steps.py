"""A process as a drawing: steps side by side, or one below the other where much is said about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

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
from exporters.drawn_content import Box, Drawing, Line

_GAP, _ROW_GAP, _STEP_GAP = 5.0, 9.0, 4.5
_MARGIN = 6.0  # for the way back at the left
_MOST_PER_ROW, _LEAST_WIDTH = 5, 24.0
_MOST_LINES = 9  # of a note below its step; longer ones stand beside it
_HEAD_WIDTH = 38.0
_LABEL = 6.0


@dataclass(frozen=True, slots=True)
class Step:
    """What one step says."""

    title: str
    note: str = ""


def draw_steps(steps: Sequence[Step], loop: str, width: float) -> Drawing:
    """Return the drawing of a process; with `loop` a way leads from the last step back to the first."""
    per_row = ceil(len(steps) / ceil(len(steps) / _MOST_PER_ROW))
    box = (width - _GAP * (per_row - 1)) / per_row
    room = box - 2 * INSET_X
    tight = any(longest_word(step.title, TITLE_SIZE) > room for step in steps)
    long = any(line_count(step.note, room, NOTE_SIZE) > _MOST_LINES for step in steps)
    if tight or long or box < _LEAST_WIDTH:
        return _down(steps, loop, width)
    return _across(steps, loop, width, per_row, box)


def _across(steps: Sequence[Step], loop: str, width: float, per_row: int, box: float) -> Drawing:
    rows = [steps[start : start + per_row] for start in range(0, len(steps), per_row)]
    left = _MARGIN if loop and len(rows) > 1 else 0.0
    box -= left / per_row
    boxes: list[Box] = []
    lines: list[Line] = []
    ends: list[tuple[float, float, float]] = []  # of each row: middle of its heads, last centre, end of the last box
    top = 0.0
    for start, row in zip(range(0, len(steps), per_row), rows, strict=True):
        head, body = _row_heights(row, box)
        middle = top + head / 2
        places = [left + number * (box + _GAP) for number in range(len(row))]
        for number, (x, step) in enumerate(zip(places, row, strict=True), start + 1):
            boxes.append(Box(x, top, box, head, "strong", step.title, "", str(number)))
            boxes += [Box(x, top + head, box, body, "note", "", step.note)] if step.note else []
        lines += [Line((x + box + 0.4, middle), (x + box + _GAP - 0.4, middle), arrow=True) for x in places[:-1]]
        if ends:
            lines += _to_next_row(ends[-1], left + box / 2, top)
        ends.append((middle, places[-1] + box / 2, top + head + (body if row[-1].note else 0.0)))
        top += head + body + _ROW_GAP
    height = top - _ROW_GAP
    if loop:
        way, label = _way_back(ends, left, box, height, loop)
        lines, boxes, height = lines + way, [*boxes, label], label.y + label.height
    return Drawing(width, height, tuple(boxes), tuple(lines))


def _row_heights(row: Sequence[Step], box: float) -> tuple[float, float]:
    head = max(box_height(step.title, "", box, numbered=True) for step in row) + 1.0
    body = max(box_height("", step.note, box) for step in row) if any(step.note for step in row) else 0.0
    return head, body


def _to_next_row(before: tuple[float, float, float], first: float, top: float) -> list[Line]:
    """The way from the end of a row to the first step of the next one, through the gap between both."""
    _, last, end = before
    turn = top - _ROW_GAP / 2
    return [
        Line((last, end + 0.4), (last, turn)),
        Line((last, turn), (first, turn)),
        Line((first, turn), (first, top - 0.4), arrow=True),
    ]


def _way_back(
    ends: Sequence[tuple[float, float, float]], left: float, box: float, bottom: float, loop: str
) -> tuple[list[Line], Box]:
    """The way from the last step below all others to the first one: from below, or from the left past all rows."""
    (middle, _, _), (_, start, end) = ends[0], ends[-1]
    turn = bottom + _LABEL
    lines = [Line((start, end + 0.4), (start, turn))]
    if len(ends) == 1:
        back = left + box / 2
        lines += [Line((start, turn), (back, turn)), Line((back, turn), (back, bottom + 0.4), arrow=True)]
    else:
        back = left - _MARGIN + 1.5
        lines += [Line((start, turn), (back, turn)), Line((back, turn), (back, middle))]
        lines.append(Line((back, middle), (left - 0.4, middle), arrow=True))
    return lines, _loop_label(loop, (start + back) / 2, turn, abs(start - back))


def _loop_label(loop: str, centre: float, line: float, room: float) -> Box:
    wide = min(text_width(loop, LABEL_SIZE) + 2 * INSET_X + 2, max(room - 8, 20))
    count = line_count(loop, wide - 2 * INSET_X, LABEL_SIZE)
    high = count * NOTE_LINE * POINT + INSET_Y
    return Box(centre - wide / 2, line - high / 2 if count == 1 else line + 0.6, wide, high, "label", "", loop)


def _down(steps: Sequence[Step], loop: str, width: float) -> Drawing:
    """Steps below one another: the name at the left, beside it what is said about it."""
    left = _MARGIN if loop else 0.0
    noted = any(step.note for step in steps)
    head = _HEAD_WIDTH if noted else min(width - 2 * left, 90.0)
    rest = width - left - head
    boxes: list[Box] = []
    lines: list[Line] = []
    middles: list[float] = []
    top = 0.0
    for number, step in enumerate(steps, 1):
        own = box_height(step.title, "", head, numbered=True)
        high = max(own, box_height("", step.note, rest) if noted else 0.0) + 0.5
        boxes.append(Box(left, top, head, high, "strong", step.title, "", str(number)))
        boxes += [Box(left + head, top, rest, high, "note", "", step.note)] if step.note else []
        if middles:
            centre = left + head / 2
            lines.append(Line((centre, top - _STEP_GAP + 0.3), (centre, top - 0.3), arrow=True))
        middles.append(top + high / 2)
        top += high + _STEP_GAP
    height = top - _STEP_GAP
    if loop:
        lines += [
            Line((left, middles[-1]), (1.5, middles[-1])),
            Line((1.5, middles[-1]), (1.5, middles[0])),
            Line((1.5, middles[0]), (left - 0.4, middles[0]), arrow=True),
        ]
        boxes.append(Box(0, height + 1, width, NOTE_LINE * POINT + INSET_Y, "label", "", "↺ " + loop))
        height += 1 + NOTE_LINE * POINT + INSET_Y
    return Drawing(width, height, tuple(boxes), tuple(lines))
