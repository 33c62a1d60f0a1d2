"""The indices beside those of the printed reports, row by row: codes, titles, reasons, places, goals."""

import re
import unicodedata

import pytest

from exporters.as_text import words
from exporters.assembly.anchors import value_anchor
from exporters.content import Index, Pages
from schema.catalogue.outline import placements
from schema.grammar.reference import parse_reference
from tests.census.census import ROOT
from tests.exporters.built import build_document

SEEDS = ROOT.parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the printed reports are not part of this repository")

# First pages of the sections, from the contents list of the printed report; the targets' double page is not listed.
FIRST_PAGES = {
    "about": 1, "chairman": 3, "board": 5, "company": 6, "governance.esg": 15, "governance.risk": 16, "governance.ethics": 18,
    "governance.stakeholders": 22, "governance.materiality": 23, "winwin.content": 27, "winwin.commerce": 34,
    "winwin.suppliers": 41, "winwin.ip": 43, "experience.service": 49, "experience.security": 58, "green.targets": 71,
    "green.office": 73, "green.emissions": 78, "green.datacentre": 79, "green.climate": 81, "people.employment": 87,
    "people.training": 89, "people.safety": 95, "people.care": 97, "society.care": 103, "society.rural": 113,
    "society.volunteers": 118, "outlook": 121,
}  # fmt: skip
PART_HEADING = (
    "科技普惠，创造幸福未来"  # printed without codes as the title of a part; in the outline a chapter of its own
)
RENAMED = {"高管/CEO致辞": "公司创始人致辞", "互相成就创造美好未来": "相互成就共赢幸福未来"}


def letters(text):
    text = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in text if unicodedata.category(sign)[0] in "LN")


@pytest.fixture(scope="module")
def indices(sample_definitions, sample_snapshot):

    def of(report):
        language = sample_definitions.outlines[report].language
        document = build_document(sample_definitions, report, language, sample_snapshot)
        return {block.id: block for block in document.blocks if isinstance(block, Index)}

    return {report: of(report) for report in ("csr-2019", "esg-2021", "csr-2022")}


def printed_rows_2021():
    """Yield (code, title, pages or reason) of the printed HKEX index; the code of a general disclosure is its aspect's."""
    text = (SEEDS / "2021-esg-report.txt").read_text("utf-8")
    text = text[text.rindex("聯交所 ESG 指標索引") : text.rindex("讀者意見反饋")]
    text = unicodedata.normalize("NFKC", text).replace("指標 詳情 頁數", "")
    pieces = re.split(r"(層面 [AB]\d ?: ?[^\n]*|^ *[AB]\d\.\d |一般披露|^[AB]\. .*$)", text, flags=re.MULTILINE)
    aspect = ""
    for head, rest in zip(pieces[1::2], pieces[2::2], strict=True):
        if head.startswith("層面"):
            aspect = head.split()[1][:2]
        elif "披露" in head:
            yield aspect, "一般披露", rest
        elif re.match(r" *[AB]\d\.\d", head):
            title, _, pages = re.sub(r"\s+", " ", rest).partition(" P")
            yield head.strip(), title.split("本集團")[0], "P" + pages if pages else rest


def made_rows_2021(indices):
    for row in indices["esg-2021"]["index.hkex2021"].rows:
        if not row.heading and words(row.cells[0])[0] in "AB":
            yield words(row.cells[0]), words(row.cells[1]), row.cells[2]


def test_the_hkex_index_has_the_printed_rows_in_the_printed_order(indices):
    printed = [(code, letters(title)) for code, title, _ in printed_rows_2021()]
    made = [(code, letters(title)) for code, title, _ in made_rows_2021(indices)]
    assert len(printed) == 48
    assert made == printed


def test_the_hkex_index_has_the_printed_headings(indices):
    text = letters((SEEDS / "2021-esg-report.txt").read_text("utf-8"))
    heads = [words(row.cells[0]) for row in indices["esg-2021"]["index.hkex2021"].rows if row.heading]
    own = [head for head in heads if head != "強制披露規定"]
    assert len(own) == 14
    assert [head for head in own if letters(head) not in text] == []


def sections_on(page):
    """Return the codes of the sections that stand on a printed page: where one begins, the one before may end."""
    begun = sorted((first, code) for code, first in FIRST_PAGES.items() if first <= page)
    return {begun[-1][1]} | ({begun[-2][1]} if begun[-1][0] == page else set())


def named_sections(pages):
    """Return for each page of a printed entry like `P73-76, P79-82` the sections on it."""
    ranges = re.findall(r"P(\d+)(?:-(\d+))?", pages)
    return [sections_on(page) for first, last in ranges for page in range(int(first), int(last or first) + 1)]


@pytest.fixture(scope="module")
def sections(definitions):
    """Each section's anchor with the printed sections that it lies in, or that lie in it."""
    known = {}
    for section in definitions.outlines["esg-2021"].walk():
        own = [code for code in FIRST_PAGES if section.code == code or section.code.startswith(code + ".")]
        below = [code for code in FIRST_PAGES if code.startswith(section.code + ".")]
        known["s_" + section.code.replace(".", "_")] = set(own or below)
        for block in section.blocks:
            references = (parse_reference(placement.reference) for placement in placements(block))
            known |= {value_anchor(block.id, reference.code): set(own or below) for reference in references}
    return known


def test_the_places_of_the_hkex_index_are_the_sections_that_the_printed_pages_name(indices, sections):
    printed = {code: named_sections(pages) for code, _, pages in printed_rows_2021()}
    wrong = {}
    for code, _, where in made_rows_2021(indices):
        anchors = [place.anchor for one in where if isinstance(one, Pages) for place in one.places]
        made = set().union(*(sections[anchor] for anchor in anchors)) if anchors else set()
        named = printed[code]
        if not made <= set().union(*named) or not all(made & page for page in named):
            wrong[code] = sorted(made), named
    assert wrong == {}


def test_the_hkex_index_explains_what_the_print_explains(indices):
    printed = {code for code, _, pages in printed_rows_2021() if "不適用" in pages}
    made = {code: words(where) for code, _, where in made_rows_2021(indices) if not isinstance(where[0], Pages)}
    assert set(made) == printed == {"A2.5", "B6.1"}
    assert all(text.startswith("不適用") for text in made.values())


def test_the_reverse_index_of_2019_has_the_printed_rows(indices):
    text = (SEEDS / "2019-csr-report.txt").read_text("utf-8")
    lines = text[text.index("GRI Standards 对标") :].splitlines()[1:]
    printed = [line.split("\t") for line in lines[: next(i for i, line in enumerate(lines) if not line.strip())]]
    rows = [
        [words(cell).strip("*") for cell in row.cells[:2]] for row in indices["csr-2019"]["index.gri2016.reverse"].rows
    ]
    rows = [[title, ", ".join(re.split(r"\s", line)[0] for line in codes.split("\n"))] for title, codes in rows]
    renamed = {letters(old): letters(new) for old, new in RENAMED.items()}
    wanted = [[renamed.get(letters(title), letters(title)), codes.strip()] for title, codes in printed]
    wanted = [[title, "/" if title == letters(PART_HEADING) else codes] for title, codes in wanted]
    assert len(wanted) == 18
    assert [[letters(title), codes] for title, codes in rows] == wanted


def goal_names(text):
    """The quoted names of projects in a cell."""
    return {letters(name) for name in re.findall(r"“([^”]+)”", text)}


@pytest.mark.parametrize(
    ("report", "seed", "goals"),
    [
        ("csr-2019", "2019-csr-report.txt", [1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 13, 14, 15, 17]),
        ("csr-2022", "2022-csr-report.txt", [1, 2, 3, 4, 5, 8, 10, 11, 12, 13, 14, 15, 17]),
    ],
)
def test_the_goals_are_the_printed_ones_and_every_named_project_was_printed(indices, report, seed, goals):
    rows = indices[report]["index.sdg.goals"].rows
    text = letters((SEEDS / seed).read_text("utf-8"))
    assert [int(words(row.cells[0])) for row in rows] == goals
    assert len({row.colour for row in rows}) == len(goals)
    names = {name for row in rows for name in goal_names(words(row.cells[3]))}
    assert len(names) > 15
    assert sorted(name for name in names if name not in text) == []


def test_the_statements_of_2022_are_the_printed_ones(indices):
    text = letters((SEEDS / "2022-csr-report.txt").read_text("utf-8"))
    statements = [words(row.cells[1]).partition("：")[2] for row in indices["csr-2022"]["index.sdg.goals"].rows]
    missing = [s for s in statements if letters(s) not in text]
    assert len(statements) == 13
    assert len(missing) <= 3, missing
