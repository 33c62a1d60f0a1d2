"""Both articles, read number by number by a person, against the sample; and the three reports that it was made of."""

import re
from pathlib import Path

import pytest

from desktop.work.scan import ScanAsked, ScannedText, scan_file, scan_paragraphs
from schema.exchange.foreign_text.paragraphs import whole
from schema.exchange.foreign_text.reader import read_paragraphs
from schema.moment import Moment
from tests.scan.truth import agrees, paired, truth

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
ARTICLES = {"press-2021": "2021-csr-press-article.txt", "press-2024": "2024-newspaper-article.txt"}
REPORTS = {"csr-2019": "2019-csr-report.txt", "esg-2021": "2021-esg-report.txt", "csr-2022": "2022-csr-report.txt"}

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the articles are not part of the checkout")


@pytest.fixture(scope="module")
def moment(definitions, sample_snapshot):
    return Moment(definitions, sample_snapshot)


@pytest.fixture(scope="module")
def scanned(moment):
    return {name: scan_file(SEEDS / file, moment) for name, file in {**ARTICLES, **REPORTS}.items()}


@pytest.mark.parametrize("name", ARTICLES)
def test_every_number_of_an_article_is_found_and_judged_as_a_reader_judges_it(scanned, name):
    pairs = list(paired(truth(name), scanned[name].numbers))
    assert [row.quote for row, found in pairs if found is None] == []
    assert [(row, found) for row, found in pairs if found and not agrees(row, found)] == []
    assert len(scanned[name].numbers) == len(pairs)


@pytest.mark.parametrize("name", [*ARTICLES, *REPORTS])
def test_a_text_is_known_by_its_numbers_and_contradicts_nothing(scanned, name):
    assert scanned[name].source == name
    assert [found for found in scanned[name].numbers if found.number.agreement == "mismatch"] == []


@pytest.mark.parametrize(("name", "least"), [("csr-2019", 60), ("esg-2021", 150), ("csr-2022", 170)])
def test_of_a_report_it_says_which_numbers_have_a_fact(scanned, name, least):
    counts = scanned[name].counts()
    assert counts["match"] + counts["rounded"] + counts["circular"] >= least


def test_another_source_does_not_make_it_circular(moment):
    said = scan_file(SEEDS / ARTICLES["press-2024"], moment, ScanAsked(source="csr-2019"))
    assert said.counts()["circular"] == 0
    assert said.counts()["match"] >= 15


def test_a_misspelt_programme_is_told(scanned):
    assert [(n.line, n.name.quote, n.name.known) for n in scanned["press-2024"].names] == [
        ("194", "扶苗计划", "福苗计划")
    ]


def planted(text: ScannedText, moment: Moment) -> list[tuple[str, str]]:
    """Change each number that agrees and names its year, one at a time: what the scan says of it then."""
    verdicts = []
    for at, paragraph in enumerate(text.paragraphs):
        for found in [q.number for q in text.numbers if q.paragraph == at]:
            digits = re.search(r"[1-9]", found.quote)
            agreed = found.agreement in ("match", "rounded", "circular") and found.time.said and found.time.whole
            if digits is None or not agreed:
                continue
            place = found.start + digits.start()
            other = str((int(digits[0]) + 3) % 9 + 1)
            wrong = paragraph.text[:place] + other + paragraph.text[place + 1 :]
            blocks = [whole([("1", wrong if n == at else p.text)]) for n, p in enumerate(text.paragraphs)]
            again = scan_paragraphs(blocks, moment, ScanAsked(source=text.source))
            (now,) = [q.number for q in again.numbers if q.paragraph == at and q.number.start == found.start]
            verdicts.append((found.quote, now.agreement))
    return verdicts


@pytest.mark.parametrize("name", ARTICLES)
def test_a_wrong_number_of_an_article_is_found(scanned, moment, name):
    verdicts = planted(scanned[name], moment)
    missed = [quote for quote, agreement in verdicts if agreement != "mismatch"]
    assert len(verdicts) >= 5
    assert len(missed) <= len(verdicts) * 0.05, missed


def test_the_words_of_an_article_stand_where_they_stood():
    paragraphs = read_paragraphs(SEEDS / ARTICLES["press-2024"])
    (orders,) = [p for p in paragraphs if "8.7亿个农产品订单" in p.text]
    assert orders.place(orders.text.index("8.7亿")) == "128"
