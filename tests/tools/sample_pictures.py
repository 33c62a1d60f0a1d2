"""Draws the sample's pictures in the company's colours: `python -m tests.tools.sample_pictures`.

They are own drawings, made of plain shapes: nothing in them is taken from anywhere. Each is drawn four times as large and
made smaller, so that its edges are smooth, and kept in few colours, so that its file is small.
"""

import math
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).parents[2] / "resources" / "sample" / "pictures"
SIZE = (1200, 750)
FINE = 4
ORANGE, NAVY, AMBER, GREEN, SLATE = "#FF4906", "#1F3A5F", "#F2A65A", "#4C9F70", "#7A8CA5"
SKY, PALE, SAND, LEAF, WHITE, NIGHT = "#E8F0F6", "#C9D8E4", "#FBE7D2", "#A9D2B8", "#FFFFFF", "#16294A"

Point = tuple[float, float]


class Sheet:
    """A sheet of 1200 × 750 units; every place is given in these."""

    def __init__(self, ground: str) -> None:
        self.image = Image.new("RGB", (SIZE[0] * FINE, SIZE[1] * FINE), ground)
        self._draw = ImageDraw.Draw(self.image)

    def circle(self, x: float, y: float, radius: float, colour: str) -> None:
        self._draw.ellipse([(n * FINE) for n in (x - radius, y - radius, x + radius, y + radius)], fill=colour)

    def box(self, x: float, y: float, width: float, height: float, colour: str, round_: float = 0) -> None:
        corners = [n * FINE for n in (x, y, x + width, y + height)]
        self._draw.rounded_rectangle(corners, round_ * FINE, fill=colour)

    def shape(self, points: list[Point], colour: str) -> None:
        self._draw.polygon([(x * FINE, y * FINE) for x, y in points], fill=colour)

    def line(self, start: Point, end: Point, width: float, colour: str) -> None:
        self._draw.line([start[0] * FINE, start[1] * FINE, end[0] * FINE, end[1] * FINE], colour, round(width * FINE))

    def hill(self, height: float, swing: float, phase: float, colour: str) -> None:
        """A hill over the whole width, as a wave."""
        waves = [(x, height - swing * math.sin(x / 230 + phase)) for x in range(0, SIZE[0] + 10, 10)]
        self.shape([(0, SIZE[1]), *waves, (SIZE[0], SIZE[1])], colour)


def wind(sheet: Sheet) -> None:
    """Wind turbines over hills."""
    sheet.circle(930, 190, 82, AMBER)
    sheet.hill(470, 60, 0.4, PALE)
    for x, y, size in ((300, 560, 1.2), (600, 540, 0.95), (820, 540, 0.75)):
        _turbine(sheet, x, y, size)
    sheet.hill(560, 45, 2.1, LEAF)
    sheet.hill(650, 35, 3.6, GREEN)


def _turbine(sheet: Sheet, x: float, foot: float, size: float) -> None:
    top = foot - 300 * size
    sheet.shape([(x - 9 * size, foot + 60), (x - 4 * size, top), (x + 4 * size, top), (x + 9 * size, foot + 60)], WHITE)
    for blade in range(3):
        angle = math.radians(blade * 120 - 70)
        along, across = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))
        tip = (x + along[0] * 150 * size, top + along[1] * 150 * size)
        middle = [(x + along[0] * 40 * size + side * across[0] * 11 * size,
                   top + along[1] * 40 * size + side * across[1] * 11 * size) for side in (1, -1)]  # fmt: skip
        sheet.shape([(x, top), middle[0], tip, middle[1]], WHITE)
    sheet.circle(x, top, 10 * size, NAVY)


def reading(sheet: Sheet) -> None:
    """An open book from which a path of light leads to the stars."""
    for number, radius in enumerate((330, 250, 170)):
        sheet.circle(600, 470, radius, ("#FDEFD9", "#FBE0BB", "#F7CB93")[number])
    for x, y, size in ((380, 170, 20), (520, 110, 14), (700, 90, 22), (850, 190, 15), (610, 210, 11), (290, 300, 12)):
        _star(sheet, x, y, size)
    sheet.shape([(600, 640), (600, 430), (330, 380), (230, 400), (230, 610), (330, 590)], WHITE)
    sheet.shape([(600, 640), (600, 430), (870, 380), (970, 400), (970, 610), (870, 590)], "#F3F6F9")
    sheet.shape([(230, 610), (330, 590), (600, 640), (870, 590), (970, 610), (970, 640), (600, 680), (230, 640)], NAVY)
    for row in range(4):
        y = 430 + row * 38
        sheet.line((290, y - 8), (550, y + 36), 7, PALE)
        sheet.line((650, y + 36), (910, y - 8), 7, PALE)
    sheet.shape([(840, 388), (880, 382), (880, 500), (860, 480), (840, 505)], ORANGE)


def _star(sheet: Sheet, x: float, y: float, size: float) -> None:
    points = [(x + (size if n % 2 == 0 else size * 0.42) * math.sin(n * math.pi / 5),
               y - (size if n % 2 == 0 else size * 0.42) * math.cos(n * math.pi / 5)) for n in range(10)]  # fmt: skip
    sheet.shape(points, ORANGE)


def orchard(sheet: Sheet) -> None:
    """Fruit trees on terraces, and a phone that shows one of them."""
    sheet.circle(230, 180, 90, "#F9C98F")
    for number, colour in enumerate((LEAF, "#8CC3A0", "#6BB286", GREEN)):
        sheet.hill(400 + number * 90, 38, number * 1.1, colour)
    for x, y in ((110, 430), (290, 480), (470, 440), (200, 600), (400, 620), (620, 610)):
        _tree(sheet, x, y, 1.0)
    sheet.box(800, 110, 270, 530, NAVY, 36)
    sheet.box(818, 150, 234, 440, SKY, 10)
    sheet.shape([(818, 590), (818, 500), (930, 470), (1052, 500), (1052, 590)], GREEN)
    _tree(sheet, 935, 520, 1.9)
    sheet.box(838, 168, 74, 28, ORANGE, 14)
    sheet.circle(935, 616, 12, SLATE)


def _tree(sheet: Sheet, x: float, y: float, size: float) -> None:
    sheet.box(x - 5 * size, y - 10 * size, 10 * size, 44 * size, "#8A5A3B")
    for dx, dy, radius in ((0, -50, 40), (-30, -28, 30), (30, -28, 30)):
        sheet.circle(x + dx * size, y + dy * size, radius * size, "#3C7F59")
    for dx, dy in ((-26, -34), (6, -62), (30, -24), (-4, -24)):
        sheet.circle(x + dx * size, y + dy * size, 8 * size, ORANGE)


def servers(sheet: Sheet) -> None:
    """Racks of a data centre with cool air between them."""
    sheet.shape([(0, 750), (0, 600), (600, 470), (1200, 600), (1200, 750)], "#22406A")
    sheet.shape([(420, 750), (560, 478), (640, 478), (780, 750)], "#2E5488")
    for side in (-1, 1):
        for number, (near, far) in enumerate(((620, 480), (450, 350), (325, 255))):
            _rack(sheet, side, near, far, number)
    for number in range(5):
        y = 520 + number * 48
        sheet.line((600 - 14 - number * 9, y), (600 + 14 + number * 9, y), 7, "#8FD0C0")
    sheet.shape([(600, 240), (648, 300), (634, 352), (600, 372), (566, 352), (552, 300)], GREEN)
    sheet.line((600, 268), (600, 420), 6, WHITE)
    sheet.line((600, 330), (626, 304), 5, WHITE)


def _rack(sheet: Sheet, side: int, near: float, far: float, number: int) -> None:
    def at(distance: float, share: float) -> Point:
        # nearer to the middle everything is smaller, towards the vanishing point
        return 600 + side * distance, 440 + (share - 0.55) * distance * 1.15

    sheet.shape([at(near, 0), at(far, 0), at(far, 1), at(near, 1)], ("#33507A", "#3B5B88", "#456896")[number])
    for row in range(9):
        top = 0.08 + row * 0.1
        sheet.shape(
            [at(near - 12, top), at(far + 12, top), at(far + 12, top + 0.055), at(near - 12, top + 0.055)], NIGHT
        )
        light = at(far + (near - far) * 0.2, top + 0.028)
        sheet.circle(*light, 4.5, ORANGE if (row * 3 + number) % 5 == 0 else "#8FD0C0")


def people(sheet: Sheet) -> None:
    """Colleagues beside each other."""
    sheet.circle(600, 430, 400, "#FDF1E3")
    crowd = ((180, 1.0, SLATE), (1020, 1.0, GREEN), (380, 1.15, NAVY), (820, 1.15, AMBER), (600, 1.35, ORANGE))
    for x, size, colour in crowd:
        _person(sheet, x, size, colour)


def _person(sheet: Sheet, x: float, size: float, colour: str) -> None:
    head = 600 - 250 * size
    sheet.box(x - 100 * size, head + 88 * size, 200 * size, 420 * size, colour, 95 * size)
    sheet.circle(x, head, 68 * size, "#F6D3B3")
    hair = [(x - 68 * size, head - 4 * size)]
    hair += [(x + 70 * size * math.cos(a / 20), head + 70 * size * math.sin(a / 20)) for a in range(63, 126)]
    sheet.shape([*hair, (x + 40 * size, head - 26 * size)], NIGHT)
    sheet.box(x - 26 * size, head + 150 * size, 52 * size, 10 * size, WHITE, 5 * size)


def screen(sheet: Sheet) -> None:
    """A video that is watched, with hearts and words that fly from it."""
    sheet.circle(330, 360, 250, "#FDE3D6")
    sheet.circle(900, 420, 220, "#E0ECE6")
    sheet.box(380, 130, 440, 500, NAVY, 40)
    sheet.box(402, 168, 396, 400, "#2C5080", 12)
    sheet.circle(600, 368, 92, WHITE)
    sheet.shape([(572, 314), (572, 422), (662, 368)], ORANGE)
    sheet.box(430, 590, 340, 10, SLATE, 5)
    sheet.box(430, 590, 140, 10, ORANGE, 5)
    for x, y, size, colour in ((905, 250, 1.2, ORANGE), (985, 380, 0.8, AMBER), (890, 470, 0.6, ORANGE)):
        _heart(sheet, x, y, size, colour)
    for y, width in ((240, 150), (320, 190), (400, 120)):
        sheet.box(310 - width, y, width, 44, WHITE, 22)
        sheet.box(330 - width, y + 18, width - 60, 8, PALE, 4)


def _heart(sheet: Sheet, x: float, y: float, size: float, colour: str) -> None:
    turn = [n * math.pi / 40 for n in range(80)]
    shape = [(x + size * 3.4 * 16 * math.sin(t) ** 3 / 1.4,
              y - size * 2.4 * (13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t)))
             for t in turn]  # fmt: skip
    sheet.shape(shape, colour)


PICTURES: dict[str, tuple[str, Callable[[Sheet], None]]] = {
    "wind": (SKY, wind),
    "reading": (SAND, reading),
    "orchard": (SKY, orchard),
    "servers": (NAVY, servers),
    "people": (SKY, people),
    "screen": ("#F4F7FA", screen),
}


def main() -> None:
    """Write every picture anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (ground, draw) in PICTURES.items():
        sheet = Sheet(ground)
        draw(sheet)
        small = sheet.image.resize(SIZE, Image.Resampling.LANCZOS)
        few = small.quantize(48, dither=Image.Dither.NONE)
        few.save(FOLDER / f"{name}.png", optimize=True)
        print(f"{name}.png {(FOLDER / f'{name}.png').stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main()
