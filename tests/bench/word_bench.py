"""A draft of some 105 pages written by Annals and by docxtpl: fresh processes, interleaved, median of five.

`python tests/bench/word_bench.py [--runs 5]` prints the processor's seconds of both with their ratio, the same draft
with every number linked, and how the time grows with twice the tables and twice the pictures. docxtpl comes with the
extra `bench`; without it the rest is printed.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORDS = tuple(
    re.findall(
        r"\w+",
        "公司 持续 推进 绿色 低碳 转型 完善 管理 体系 员工 培训 健康 安全 供应链 责任 公益 能源 水资源 废弃物 治理 披露",
    )
)
HEAD = ("指标", "单位", "2020", "2021", "2022")


def sentence(dice: random.Random, length: int) -> str:
    text = ""
    while len(text) < length:
        text += dice.choice(WORDS) + ("，" if dice.random() < 0.12 else "")
    return text + "。"


def model(tables: int = 60, pictures: int = 40, paragraphs: int = 300) -> list[tuple]:
    """Return plain blocks: (kind, …), spread over five chapters with eight sections each."""
    dice = random.Random(5)
    blocks: list[tuple] = []
    counts = {"p": paragraphs, "table": tables, "picture": pictures}
    for section in range(40):
        if section % 8 == 0:
            blocks.append(("h1", f"第{section // 8 + 1}章 {sentence(dice, 6)[:-1]}", f"chap{section}"))
        blocks.append(("h2", f"{section + 1} {sentence(dice, 10)[:-1]}", f"sec{section}"))
        for kind, whole in counts.items():
            numbers = range(whole * section // 40, whole * (section + 1) // 40)
            blocks.extend(one(kind, number, dice) for number in numbers)
    blocks.append(("h1", "附录 索引", "chapindex"))
    blocks.append(("index", [(f"GRI {n}", sentence(dice, 12), f"sec{n % 40}") for n in range(60)]))
    return blocks


def one(kind: str, number: int, dice: random.Random) -> tuple:
    if kind == "p":
        return ("p", sentence(dice, 180))
    if kind == "picture":
        return ("picture", f"p{number}.png", sentence(dice, 8)[:-1])
    rows = [(sentence(dice, 8)[:-1], "吨", *(f"{dice.random() * 1e5:,.2f}" for _ in range(3))) for _ in range(9)]
    return ("table", sentence(dice, 8)[:-1], rows)


def make_pictures(folder: Path, count: int) -> None:
    from PIL import Image, ImageFilter

    for number in range(count):
        noise = Image.effect_noise((100, 75), 60).resize((800, 600)).filter(ImageFilter.GaussianBlur(2))
        noise.putpixel((0, 0), number % 256)
        noise.putpixel((1, 0), number // 256)
        Image.merge("RGB", (noise, noise, noise)).save(folder / f"p{number}.png")


def ours(blocks: list[tuple], folder: Path, *, linked: bool = False) -> None:
    sys.path.insert(0, str(ROOT))
    from exporters.word.writer import write_word

    write_word(as_document(blocks, folder, linked=linked), folder / "ours.docx", pictures=pictures_of(folder))


def pictures_of(folder: Path):
    return lambda name: (folder / name).read_bytes()


def as_document(blocks: list[tuple], folder: Path, *, linked: bool):
    from exporters.assembly.facts import fact_of
    from exporters.content import Cover, Document, Labels, Look

    look = Look(("0F6B6E", "E0852E"), "微软雅黑", "Calibri", "zh-CN")
    labels = Labels("目录", "表", "图", "注", "", "", ("", "", ""), ("", "", ""), "", "P")
    content = tuple(as_block(number, block, folder, linked=linked) for number, block in enumerate(blocks))
    document = Document(
        "bench", "zh-Hans", 2022, Cover("公司", "报告", "2022", ""), ("公司", "报告"), look, labels, content
    )
    return replace(document, facts=tuple(fact_of(number, ()) for number in document.numbers()))


def as_block(number: int, block: tuple, folder: Path, *, linked: bool):
    from exporters.content import Column, Heading, Image, Index, IndexRow, PageRef, Pages, Paragraph, Row, Table, Text

    kind, name = block[0], f"b{number}"
    if kind in ("h1", "h2"):
        return Heading(name, int(kind[1]), block[1], block[2])
    if kind == "p":
        return Paragraph(name, "body", (Text(block[1]),))
    if kind == "picture":
        return Image(name, block[1], block[1], "png", (800, 600), (Text(block[2]),))
    if kind == "index":
        columns = (Column("code", 1, "准则"), Column("text", 4, "披露项"), Column("page", 1, "页码"))
        return Index(
            name,
            "GRI",
            columns,
            tuple(IndexRow(((Text(code),), (Text(t),), (Pages((PageRef(a),)),))) for code, t, a in block[1]),
        )
    columns = (Column("text", 3, HEAD[0]), Column("unit", 1, HEAD[1]), *(Column("number", 1, y) for y in HEAD[2:]))
    rows = tuple(Row(tuple(as_cell(f"{number}.{r}.{c}", t, c, linked) for c, t in enumerate(row)))
                 for r, row in enumerate(block[2]))  # fmt: skip
    return Table(name, block[1], name, columns, rows)


def as_cell(name: str, text: str, column: int, linked: bool):
    from exporters.content import LinkedNumber, Text
    from schema.grammar.reference import value_key

    if not linked or column < 2:
        return (Text(text),)
    reference = f"bench.n{name.replace('.', 'x')}@2022"
    return (LinkedNumber(reference, "", value_key(reference, ""), text.replace(",", ""), text, "t", name),)


def peer(blocks: list[tuple], folder: Path) -> None:
    from docx.shared import Mm
    from docxtpl import DocxTemplate, InlineImage

    template = DocxTemplate(folder / "template.docx")
    context = []
    for block in blocks:
        kind = block[0]
        if kind == "picture":
            picture = InlineImage(template, str(folder / block[1]), width=Mm(140))
            context.append({"kind": kind, "text": block[2], "picture": picture})
        elif kind == "table":
            context.append({"kind": kind, "text": block[1], "rows": block[2]})
        elif kind == "index":
            context.append({"kind": kind, "rows": block[1]})
        else:
            context.append({"kind": kind, "text": block[1]})
    template.render({"blocks": context}, autoescape=True)
    template.save(folder / "peer.docx")


def make_template(path: Path) -> None:
    """A template as an editor makes it: one loop, one branch per kind of block."""
    import docx

    made = docx.Document()
    made.add_paragraph("{%p for b in blocks %}")
    for kind, style in (("h1", "Heading 1"), ("h2", "Heading 2"), ("p", "Normal")):
        made.add_paragraph("{%p if b.kind == '" + kind + "' %}")
        made.add_paragraph("{{ b.text }}", style=style)
        made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p if b.kind == 'picture' %}")
    made.add_paragraph("{{ b.picture }}")
    made.add_paragraph("{{ b.text }}", style="Caption")
    made.add_paragraph("{%p endif %}")
    for kind, width in (("table", 5), ("index", 3)):
        made.add_paragraph("{%p if b.kind == '" + kind + "' %}")
        made.add_paragraph("{{ b.text }}", style="Caption")
        table = made.add_table(rows=4, cols=width, style="Table Grid")
        for column in range(width):
            table.cell(0, column).text = HEAD[column]
            table.cell(2, column).text = "{{ r[" + str(column) + "] }}"
        table.cell(1, 0).text, table.cell(3, 0).text = "{%tr for r in b.rows %}", "{%tr endfor %}"
        made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p endfor %}")
    made.save(str(path))


def run_one(variant: str, folder: Path) -> None:
    name, _, size = variant.partition(":")
    if name == "grow":
        kind, count = size.split("=")
        print(grow(kind, int(count), folder))
    elif name == "docxtpl":
        peer(model(), folder)
    else:
        ours(model(), folder, linked=name == "linked")


def grow(kind: str, count: int, folder: Path) -> float:
    """Return the seconds inside the writer for a draft of this many tables or pictures only."""
    sys.path.insert(0, str(ROOT))
    from exporters.word.writer import write_word

    blocks = model(count if kind == "tables" else 0, count if kind == "pictures" else 0, 0)
    document = as_document(blocks, folder, linked=False)
    start = time.process_time()
    write_word(document, folder / "grown.docx", pictures=pictures_of(folder))
    return time.process_time() - start


def process(variant: str, folder: Path) -> tuple[float, str]:
    """Return the seconds that the processor spent on a fresh process, and what it printed."""
    command = [sys.executable, __file__, "--one", variant, str(folder)]
    before = os.times()
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ))
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return spent, done.stdout.strip()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--one", nargs=2)
    chosen = parser.parse_args()
    if chosen.one:
        run_one(chosen.one[0], Path(chosen.one[1]))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_pictures(folder, 160)
        if find_spec("docxtpl"):
            make_template(folder / "template.docx")
        compare(folder, chosen.runs)
        growth(folder, chosen.runs)


def compare(folder: Path, runs: int) -> None:
    has_peer = find_spec("docxtpl") is not None
    variants = ("ours", "linked", *(("docxtpl",) if has_peer else ()))
    times: dict[str, list[float]] = {variant: [] for variant in variants}
    for turn in range(runs + 1):  # the first turn warms the disk
        for variant in variants:
            seconds, _ = process(variant, folder)
            if turn:
                times[variant].append(seconds)
    middle = {variant: statistics.median(values) for variant, values in times.items()}
    print("Word draft, 300 paragraphs, 60 tables, 40 pictures, whole process, seconds of the processor:")
    if not has_peer:
        print(f"  Annals {middle['ours']:.2f}, with all 1,620 numbers linked {middle['linked']:.2f}; no docxtpl here")
        return
    size = (folder / "ours.docx").stat().st_size / (folder / "peer.docx").stat().st_size
    print(f"  Annals {middle['ours']:.2f}, docxtpl {middle['docxtpl']:.2f}: {middle['ours'] / middle['docxtpl']:.2f} × "
          f"(goal ≤ 0.5); file {size:.2f} ×")  # fmt: skip
    print(f"  with all 1,620 numbers linked {middle['linked']:.2f}: {middle['linked'] / middle['docxtpl']:.2f} ×")


def growth(folder: Path, runs: int) -> None:
    for kind, count in (("tables", 200), ("pictures", 80)):
        small = statistics.median(float(process(f"grow:{kind}={count}", folder)[1]) for _ in range(runs))
        large = statistics.median(float(process(f"grow:{kind}={count * 2}", folder)[1]) for _ in range(runs))
        print(f"  time(2n) / time(n) for {count * 2} / {count} {kind}: {large / small:.2f} (goal ≤ 2.2)")


if __name__ == "__main__":
    main()
