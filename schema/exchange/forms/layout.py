"""What a form says to the program beside what people read: marks of columns, keys of rows, its hidden sheet.

Where something stands is found by these, so that rows may be sorted and inserted, columns and sheets moved and renamed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from schema.values.subject import quoted

SHEET = "annals"
FORMAT = "1"
_FORM = "annals form"
_BASE, _DEFINITION, _SHOWN = "base", "definition", "shown"
# A cell holds 32,767 characters, rare ones counting twice: what stood there before is cut into pieces that fit.
_PIECE = 15_000

# The marks above the columns of a sheet. A column of a record type is FIELD with its code.
KEY, CODE, UNIT = "#key", "#code", "#unit"
VALUE, OMISSION, FOOTNOTE, NOTE, SOURCE, EVIDENCE = "#value", "#omission", "#footnote", "#note", "#source", "#evidence"
METHOD, ESTIMATED, AS_OF, FOLLOW = "#method", "#estimated", "#as_of", "#follow"
SHOWN = "#shown."  # with an earlier year, whose values are only to be read
TEXT, ACCEPT, LIST, ENTRY, FIELD = "#text", "#accept", "#list", "#entry", "#field."
TALK_KEYS = "question/"  # how the keys of such rows begin
TALK = "#question"  # what is asked or answered about an item, in a row whose key is `talk_key`
# The keys of the lines of the first sheet that are filled in.
PERSON, FINISHED, WHY = "#person", "#finished", "#why"
LINES = (PERSON, FINISHED, WHY)
SUM = "#sum"  # the key of a row that adds up those above it


def talk_key(report: str, subject: str) -> str:
    """Return the key of the row in which questions about an item (canonical text) are asked and answered."""
    return f"question/{quoted(report)}/{quoted(subject)}"


class NoForm(Exception):
    """The sheet is none of a form's; `newer` where it is one of a newer program's."""

    def __init__(self, *, newer: bool = False) -> None:
        super().__init__(newer)
        self.newer = newer


@dataclass(frozen=True, slots=True)
class FormHead:
    """Which form it is: whose share of which company's report, and the `pack`, the number that counts what was sent.

    `request` is the request's id, `form` the form's own, `made` when it was made (UTC, ISO). `definitions` say what
    the values are asked as (schema.exchange.meanings).
    """

    company: str
    report: str
    department: str
    request: str
    pack: int
    form: str
    person: str
    made: str
    language: str
    definitions: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Hidden:
    """The hidden sheet: the head, and what stood at each subject (canonical text) when the form was made.

    `shown` has, by subject and earlier year, what is written beside its cell to be read.
    """

    head: FormHead
    bases: Mapping[str, str]
    shown: Shown = field(default_factory=dict[str, Mapping[str, str]])


Shown = Mapping[str, Mapping[str, str]]
_TEXTS = ("company", "report", "department", "request", "form", "person", "made", "language")


def hidden_rows(hidden: Hidden) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the hidden sheet."""
    head = hidden.head
    yield _FORM, FORMAT
    yield from ((name, getattr(head, name)) for name in _TEXTS)
    yield "pack", str(head.pack)
    yield from ((_DEFINITION, code, meaning) for code, meaning in sorted(head.definitions.items()))
    yield from ((_BASE, subject, *_pieces(state)) for subject, state in hidden.bases.items())
    for subject, years in hidden.shown.items():
        yield from ((_SHOWN, subject, year, text) for year, text in years.items())


def _pieces(state: str) -> Iterator[str]:
    yield from (state[at : at + _PIECE] for at in range(0, len(state), _PIECE))


def is_hidden_sheet(rows: Iterable[Sequence[str]]) -> bool:
    """Whether these are the rows of a form's hidden sheet."""
    first = next((row for row in rows if any(row)), ())
    return bool(first) and first[0] == _FORM


def read_hidden(rows: Iterable[Sequence[str]]) -> Hidden:
    """Read what `hidden_rows` wrote. Raises NoForm."""
    said, definitions, bases = dict[str, str](), dict[str, str](), dict[str, str]()
    shown = dict[str, dict[str, str]]()
    for row in rows:
        name, first, *more = (*row, "", "")[: max(2, len(row))]
        if name == _BASE:
            bases[first] = "".join(more)
        elif name == _SHOWN and len(more) > 1:
            shown.setdefault(first, {})[more[0]] = more[1]
        elif name == _DEFINITION:
            definitions[first] = "".join(more[:1])
        else:
            said[name] = first
    if _FORM not in said or not all(name in said for name in (*_TEXTS, "pack")):
        raise NoForm
    if said[_FORM] != FORMAT:
        raise NoForm(newer=said[_FORM].isdecimal() and said[_FORM] > FORMAT)
    pack = said["pack"] if said["pack"].isdecimal() and len(said["pack"]) < 9 else "0"
    texts = {name: said[name] for name in _TEXTS}
    return Hidden(FormHead(pack=int(pack), definitions=definitions, **texts), bases, shown)
