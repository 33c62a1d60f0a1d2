"""Where a page that is laid out is divided into sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.window.paper.items import Laid


@dataclass(frozen=True, slots=True)
class Slip:
    """A part of a piece: from which to which of its heights it stands on a sheet."""

    laid: Laid
    start: float
    end: float


def sheets(laid: Sequence[Laid], room: float, used: float = 0.0) -> Iterator[tuple[Slip, ...]]:
    """Yield what stands on each sheet of a height; what is kept with the next goes over to its sheet.

    So much of the first one is `used` by what stands before; it is empty where nothing more fits.
    """
    slips: list[Slip] = []
    for number, part in enumerate(laid):
        start = 0.0
        needed = part.height + (_first(laid[number + 1]) if part.kept and number + 1 < len(laid) else 0.0)
        if part.kept and used and used + needed > room:
            yield tuple(slips)
            slips, used = [], 0.0
        while part.height - start > room - used:
            cut = max((at for at in part.cuts if start < at <= start + room - used), default=0.0)
            if not cut and not used:
                cut = start + room  # nothing on an empty sheet can be divided any better
            if cut:
                slips.append(Slip(part, start, cut))
            yield tuple(slips)
            slips, used, start = [], 0.0, cut or start
        if part.height > start:
            slips.append(Slip(part, start, part.height))
            used += part.height - start
    if slips:
        yield tuple(slips)


def _first(laid: Laid) -> float:
    """Return how much of a part has to stand below a heading."""
    return min((cut for cut in laid.cuts), default=laid.height)


def ends(laid: Sequence[Laid], room: float, used: float) -> Iterator[tuple[int, float]]:
    """Yield where each sheet but the last ends: in which part, and at which of its heights (0: before it)."""
    place = -1
    for number, slips in enumerate(sheets(laid, room, used)):
        if number:
            # Nothing stands on the sheet before where it was full already.
            yield (place + 1, 0.0) if not slips or slips[0].start == 0 else (place, slips[0].start)
        place += sum(slip.start == 0 for slip in slips)
