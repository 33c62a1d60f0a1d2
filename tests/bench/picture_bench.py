"""A report's Word draft with 40 photographs, and what it takes to read one: `python tests/bench/picture_bench.py`.

The photographs (1.6 megapixels, detailed like real ones) are made at run time and put into a copy of the sample: one in
each of 40 image slots. Medians of five fresh processes.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUNS, PICTURES = 5, 40
REPORTS = ("csr-2019", "esg-2021", "csr-2022")


def photograph(number: int, size: tuple[int, int]):
    """A picture with large shapes, fine grain and colour, so that it packs like a photograph."""
    from PIL import Image, ImageFilter

    width, height = size
    parts = []
    for band in range(3):
        rough = Image.effect_noise((40 + number, 30 + band), 90).resize(size, Image.Resampling.BICUBIC)
        grain = Image.effect_noise((width // 2, height // 2), 25).resize(size).filter(ImageFilter.GaussianBlur(1))
        parts.append(Image.blend(rough, grain, 0.35))
    return Image.merge("RGB", parts)


def make(folder: Path) -> Path:
    """Build the sample with 40 more image slots in each report, each with a photograph of its own."""
    from schema.catalogue.compiled import with_hash
    from schema.catalogue.loader import load_definitions
    from schema.catalogue.program_words import ProgramWords
    from schema.sample import fill_sample
    from schema.workspace import Workspace

    for number in range(PICTURES):
        photograph(number, (1550, 1033)).save(folder / f"p{number}.jpg", quality=88)
    definitions = load_definitions(ROOT / "resources" / "definitions", ProgramWords(ROOT / "resources"))
    outlines = {
        code: replace(outline, chapters=tuple(_with_slots(outline))) for code, outline in definitions.outlines.items()
    }
    path = folder / "bench.annals"
    with Workspace.create(path, with_hash(replace(definitions, outlines=outlines)), "bench") as workspace:
        fill_sample(workspace, ROOT / "resources" / "sample")
        workspace.apply(list(_changes(folder)))
    return path


def _with_slots(outline) -> Iterator:
    """Spread the slots over the chapters, as many in each."""
    from schema.catalogue.outline import ImageBlock

    count = len(outline.chapters)
    for place, chapter in enumerate(outline.chapters):
        own = (ImageBlock(f"bench.p{n}", f"bench.p{n}", width=110) for n in range(PICTURES) if n % count == place)
        yield replace(chapter, blocks=(*chapter.blocks, *own))


def _changes(folder: Path) -> Iterator:
    from schema.exchange.picture_reader import read_pictures
    from schema.grammar.slots import caption_slot
    from schema.values.changes import keep
    from schema.values.datapoint import SlotText
    from schema.values.image_slots import placing

    found = read_pictures(folder / f"p{number}.jpg" for number in range(PICTURES))
    for path, read in found.items():
        assert read.change is not None
        yield read.change
        for report in REPORTS:
            slot = f"bench.{path.stem}"
            yield keep(placing(report, slot, read.attachment.hash))
            yield keep(SlotText(report, caption_slot(slot), "zh-Hans", "一张照片"))


def export(path: Path, report: str, folder: Path) -> tuple[float, float]:
    """Return the seconds of a whole process that writes the draft: on the clock, and of the processor."""
    call = [
        sys.executable,
        "-m",
        "desktop",
        "export",
        str(path),
        "--report",
        report,
        "--word",
        "--overwrite",
        "--out",
        str(folder),
    ]
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(call, check=True, capture_output=True, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def reading(folder: Path) -> None:
    """Print what it takes to read photographs of several sizes, the process that does it included."""
    from schema.exchange.picture_reader import read_picture

    for name, size in (("1.6 MP", (1550, 1033)), ("12 MP", (4032, 3024)), ("50 MP", (8160, 6120))):
        path = folder / "one.jpg"
        photograph(1, size).save(path, quality=88)
        times = []
        for _ in range(RUNS):
            start = time.perf_counter()
            read_picture(path)
            times.append(time.perf_counter() - start)
        print(f"reading a photograph of {name}: {statistics.median(times):.2f} s")


def main() -> None:
    """Measure and print."""
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = make(folder)
        print(f"workspace with {PICTURES} photographs: {path.stat().st_size / 1e6:.1f} MB")
        for report in REPORTS:
            times = [export(path, report, folder / "out") for _ in range(RUNS)]
            clock, processor = (statistics.median(found) for found in zip(*times, strict=True))
            size = (folder / "out" / f"{report}.docx").stat().st_size / 1e6
            print(
                f"{report}: Word with {PICTURES} photographs, whole process {clock:.2f} s (goal 3), "
                f"of the processor {processor:.2f} s; {size:.1f} MB"
            )
        reading(folder)


if __name__ == "__main__":
    main()
