"""Account for each number of a report's plain text: which value of the catalogue it shows, or why it shows none.

    python tests/census/census.py TEXT --report esg-2021 [--unaccounted] [--csv OUT]

TEXT is the text of a published report as `pdftotext -layout` or a copy gives it, or a saved web page. docs/census.md says how it counts.
"""
# ruff: noqa: E402 - run as a script, the checkout must first be found

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.census.article import printed_words
from tests.census.events import UNCLEAR, Reasons, by_person, read_events
from tests.census.layout import by_place
from tests.census.patterns import by_form
from tests.census.published import Pages, Value, match, read_values
from tests.census.tokens import Number, flatten

HERE = Path(__file__).resolve().parent
FIGURES = ROOT / "resources" / "sample" / "figures"
# Of an article each paragraph counts as a page; a newspaper's article stands on one.
LAST_PAGE = {"csr-2019": 144, "csr-2022": 98, "esg-2021": 124, "press-2021": 38, "press-2024": 1}


@dataclass(frozen=True, slots=True)
class Account:
    """What a number of the text is: a class and a reference or reason; `unclear` where nothing accounts for it."""

    number: Number
    kind: str
    reason: str

    @property
    def found(self) -> bool:
        """Whether the number is accounted for."""
        return self.kind != UNCLEAR


def account(text: str, values: Sequence[Value], reasons: Reasons, pages: int) -> tuple[Account, ...]:
    """Account for each number of a text, in reading order."""
    flat = flatten(text)
    found = tuple(flat.numbers())
    scale = Pages(found, values, len(flat.starts), pages)
    looked_at = by_person(reasons, found)
    forms = {number: (p.kind, p.reason) for number, p in by_form(flat, found).items()}
    places = by_place(flat, found, pages)
    answers: list[Account] = []
    for number in found:
        telling = _shown(match(flat, number, values, scale, telling=True))
        near = _shown(match(flat, number, values, scale, telling=False))
        answer = looked_at.get(number) or forms.get(number) or telling or places.get(number) or near or (UNCLEAR, "")
        answers.append(Account(number, *answer))
    return tuple(answers)


def _shown(value: Value | None) -> tuple[str, str] | None:
    return ("figure", value.reference) if value else None


def report_accounts(text: Path, report: str) -> tuple[Account, ...]:
    """Account for the numbers of a report's text with the sample's published values and its list of events."""
    values, reasons = read_values(FIGURES, report), read_events(HERE / f"events-{report}.csv")
    return account(printed_words(text.read_text("utf-8")), values, reasons, LAST_PAGE.get(report, 100))


def share(accounts: Sequence[Account]) -> float:
    """Return the part of the numbers that is accounted for, in percent."""
    return 100 * sum(a.found for a in accounts) / max(len(accounts), 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the classes with their counts, on request the numbers without account; write the list as CSV."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("text", type=Path)
    parser.add_argument("--report", required=True)
    parser.add_argument("--unaccounted", action="store_true", help="list the numbers nothing accounts for")
    parser.add_argument("--csv", type=Path, help="write line, number, class, reason of every number")
    options = parser.parse_args(arguments)
    accounts = report_accounts(options.text, options.report)
    if options.csv:
        _write(accounts, options.csv)
    sys.stdout.write(_summary(accounts))
    if options.unaccounted:
        lines = printed_words(options.text.read_text("utf-8")).splitlines()
        sys.stdout.writelines(_listed(a, lines) for a in accounts if not a.found)
    return 0


def _summary(accounts: Sequence[Account]) -> str:
    counts = Counter(a.kind if a.found else "unaccounted" for a in accounts)
    rows = [f"{kind:12} {count:5}\n" for kind, count in counts.most_common()]
    return "".join([*rows, f"{'numbers':12} {len(accounts):5}\n", f"accounted for {share(accounts):.2f} %\n"])


def _listed(found: Account, lines: Sequence[str]) -> str:
    return f"{found.number.line}: {found.number.text} | {' '.join(lines[found.number.line - 1].split())}\n"


def _write(accounts: Sequence[Account], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["line", "number", "class", "reason"])
        writer.writerows([a.number.line, a.number.text, a.kind, a.reason] for a in accounts)


if __name__ == "__main__":
    raise SystemExit(main())
