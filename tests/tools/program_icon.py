"""Draws the program's icon: `python -m tests.tools.program_icon` writes resources/icons/annals.png, .ico and .icns."""

from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).parents[2] / "resources" / "icons"
SIZE = 1024
GROUND, PAPER, INK, ACCENT = "#2457A4", "#ffffff", "#a7bbd8", "#2f9e6e"  # the first is the window's own accent


def drawn() -> Image.Image:
    """A report's page with two lines of text and the three columns of its figures."""
    picture = Image.new("RGBA", (SIZE, SIZE), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    pen.rounded_rectangle((32, 32, SIZE - 33, SIZE - 33), 200, fill=GROUND)
    pen.rounded_rectangle((240, 150, 784, 874), 48, fill=PAPER)
    for top, right in ((240, 680), (330, 580)):
        pen.rounded_rectangle((344, top, right, top + 44), 22, fill=INK)
    for left, top in ((344, 640), (468, 540), (592, 430)):
        pen.rounded_rectangle((left, top, left + 88, 770), 20, fill=ACCENT)
    return picture


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    large = drawn()
    large.resize((256, 256), Image.Resampling.LANCZOS).save(FOLDER / "annals.png", optimize=True)
    large.save(FOLDER / "annals.ico", sizes=[(size, size) for size in (16, 24, 32, 48, 64, 128, 256)])
    large.resize((512, 512), Image.Resampling.LANCZOS).save(FOLDER / "annals.icns")


if __name__ == "__main__":
    main()
