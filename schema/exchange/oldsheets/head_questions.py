"""The questions about columns and units of a file, one by one, and what an answer to each makes of all answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from schema.catalogue.definitions import Catalogue
from schema.exchange.oldsheets.answers import ColumnAnswer, ColumnMap, Fiscal, Identity
from schema.exchange.oldsheets.column_map import head_lines
from schema.exchange.oldsheets.heads import MEANINGS
from schema.exchange.oldsheets.proposal import Draft

Kind = Literal["column", "unit", "fiscal", "clash"]
_KINDS: Mapping[str, Kind] = {"column": "column", "unit": "unit", "fiscal": "fiscal"}
_FISCAL: Mapping[str, Fiscal] = {"start": "start", "end": "end"}


@dataclass(frozen=True, slots=True)
class Question:
    """What a column, a word of a unit, the fiscal year or a row with two units is taken for.

    `name` is its words, `under` and `nth` which of several alike, `example` what stands below it; `meaning` what it is
    taken for now ("" = not known), `guesses` what it may be, `asked` that something waits for the answer.
    """

    kind: Kind
    name: str
    under: str = ""
    nth: int = 0
    example: str = ""
    meaning: str = ""
    guesses: tuple[str, ...] = ()
    asked: bool = False
    row: Identity | None = None

    def choices(self, catalogue: Catalogue) -> tuple[str, ...]:
        """Return what may be chosen, the likely ones first."""
        match self.kind:
            case "column":
                return tuple(dict.fromkeys((*self.guesses, *MEANINGS)))
            case "unit":
                return tuple(dict.fromkeys((*self.guesses, *catalogue.units)))
            case "fiscal" | "clash":
                return self.guesses

    def answer(self, said: ColumnMap, meaning: str) -> ColumnMap:
        """Return all answers with this one among them."""
        match self.kind:
            case "column":
                name = (self.under, self.name, self.nth)
                return replace(said, columns={**said.columns, name: ColumnAnswer(meaning)})
            case "unit":
                return replace(said, units={**said.units, self.name: meaning})
            case "fiscal":
                return replace(said, fiscal=_FISCAL[meaning])
            case "clash":
                assert self.row is not None
                return replace(said, row_units={**said.row_units, self.row: meaning})


def questions(draft: Draft, catalogue: Catalogue) -> tuple[Question, ...]:
    """Return all of a draft, those that must be answered first."""
    found = [_question(line) for line in head_lines(draft, catalogue)]
    clashes = [
        Question("clash", proposal.row.written, proposal.row.under, guesses=proposal.clash, asked=True,
                 example=proposal.row.cells[-1].text, row=proposal.row.identity)
        for proposal in draft.proposals if proposal.clash
    ]  # fmt: skip
    return tuple(sorted((*found, *clashes), key=lambda question: not question.asked))


def _question(line: Mapping[str, str]) -> Question:
    kind = _KINDS[line["kind"]]
    guesses = tuple(filter(None, line["near"].split(" | ")))
    derived = bool(guesses) and not line["how"] and not line["meaning"]
    meaning = guesses[0] if derived else line["meaning"]
    asked = line["how"] == "?" and not meaning
    return Question(
        kind, line["name"], line["under"], int(line["nth"] or 0), line["value"], meaning, guesses, asked
    )  # fmt: skip
