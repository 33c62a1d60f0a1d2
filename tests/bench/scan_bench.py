"""Prints what the scan of a report of 100 pages costs on the sample, beside its limit; nothing is asserted.

python tests/bench/scan_bench.py [--pages 100]
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from docx import Document

from desktop.work.scan import ScanAsked, scan_paragraphs
from schema.exchange.foreign_text.reader import read_paragraphs
from schema.moment import Moment
from tests.bench.contradictions_bench import sample
from tests.scan.test_texts import MARK, TEXTS

# Between numbers a report has words.
PROSE = "我们相信，科技的意义在于让每一个普通人都被看见，也让每一种生活都有人欣赏；为此，团队与各地的伙伴一起，把平台的能力带到需要的地方去。"
LIMIT, PAGE = 2.0, 1_200  # seconds; characters on a page of a Chinese report


def report(pages: int) -> list[str]:
    """Return paragraphs with as many numbers as reports have; no two are the same."""
    known = [
        MARK.sub(lambda m: m["quote"], line)
        for path in TEXTS
        for line in path.read_text("utf-8").split("\n")
        if line.strip()
    ]
    paragraphs, length = list[str](), 0
    while length < pages * PAGE:
        words = f"{PROSE * 4}{known[len(paragraphs) % len(known)]}（见附表{len(paragraphs)}）"
        paragraphs.append(words)
        length += len(words)
    return paragraphs


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=100)
    arguments = parser.parse_args()
    moment = Moment(*sample())
    with tempfile.TemporaryDirectory() as folder:
        path, document = Path(folder, "report.docx"), Document()
        for words in report(arguments.pages):
            document.add_paragraph(words)
        document.save(path)
        start = time.perf_counter()
        peer = sum(len(paragraph.text) for paragraph in Document(path).paragraphs)
        print(f"python-docx alone {time.perf_counter() - start:6.2f} s  {peer:,} characters")
        start, spent = time.perf_counter(), time.process_time()
        paragraphs = read_paragraphs(path)
        print(f"read              {time.perf_counter() - start:6.2f} s")
        scanned = scan_paragraphs(paragraphs, moment, ScanAsked())
        counts = ", ".join(f"{name} {count}" for name, count in scanned.counts().items())
        print(f"read and scanned  {time.perf_counter() - start:6.2f} s  (limit {LIMIT} s)  {counts}")
        print(f"processor         {time.process_time() - spent:6.2f} s")


if __name__ == "__main__":
    main()
