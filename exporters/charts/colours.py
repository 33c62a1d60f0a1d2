"""The colours of charts, tables and drawings: the company's own, made lighter or darker so that they can be read."""

from __future__ import annotations

from collections.abc import Sequence

INK, GREY, RULE, WHITE = "3C4650", "6B7680", "D5DADF", "FFFFFF"
DEFAULT_COLOURS = ("1F6F78", "E07A3F", "5B8DB8", "8FA63F", "B0506E", "7D6BA8")
READABLE = 4.5  # the least contrast of small white words to their ground


def colour_of(text: str) -> str:
    """Return a colour as openpyxl wants it (RRGGBB), or an empty string."""
    return text.removeprefix("#").upper()


def palette(colours: Sequence[str], count: int) -> tuple[str, ...]:
    """Return `count` colours that can be told apart: the company's, then ours, then lighter ones of both."""
    own = [colour_of(colour) for colour in colours if colour]
    base = list(dict.fromkeys([*own, *DEFAULT_COLOURS]))
    shades = [lighter(colour, share) for share in (0.0, 0.35, 0.6) for colour in base]
    while len(shades) < count:
        shades += shades
    return tuple(shades[:count])


def lighter(colour: str, share: float) -> str:
    """Mix a colour (RRGGBB) with white."""
    parts = (int(colour[i : i + 2], 16) for i in (0, 2, 4))
    return "".join(f"{round(part + (255 - part) * share):02X}" for part in parts)


def darkened(colours: Sequence[str]) -> str:
    """Return the first of these colours (RRGGBB) that white words can be read on, else the first one made darker."""
    dark = next((colour for colour in colours if _contrast(colour) >= READABLE), "")
    share = 1.0
    while not dark:
        share -= 0.08
        made = "".join(f"{round(int(colours[0][i : i + 2], 16) * share):02X}" for i in (0, 2, 4))
        dark = made if _contrast(made) >= READABLE else ""
    return dark


def readable(colour: str) -> str:
    """Return a colour (RRGGBB), darker where small words of it could not be read on white or on its own tint."""
    for step in range(100):
        made = "".join(f"{round(int(colour[i : i + 2], 16) * (100 - step) / 100):02X}" for i in (0, 2, 4))
        if (_light(lighter(colour, 0.88)) + 0.05) / (_light(made) + 0.05) >= READABLE:
            return made
    return "000000"


def is_dark(colour: str) -> bool:
    """Whether small white words can be read on a colour."""
    return _contrast(colour) >= READABLE


def _contrast(colour: str) -> float:
    """Return the contrast to white, as WCAG counts it."""
    return 1.05 / (_light(colour) + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
