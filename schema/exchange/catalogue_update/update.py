"""A company's definitions brought up to a newer built-in catalogue: merged, then read again as a workbook would be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from schema.catalogue.definition_drift import settle
from schema.catalogue.loader import Sentences
from schema.catalogue.outline import Definitions
from schema.errors import DefinitionsError
from schema.exchange.catalogue_book.plain_sheet import PlainSheet
from schema.exchange.catalogue_book.rows import from_sheets, to_sheets
from schema.exchange.catalogue_update.difference import Difference
from schema.exchange.catalogue_update.entered import Entered
from schema.exchange.catalogue_update.entries import Entries, names_of, read_entries, write_sheets
from schema.exchange.catalogue_update.merge import Three
from schema.mistakes import Mistake
from schema.values.datapoint import Snapshot

Takes = Callable[[Difference], bool]


@dataclass(frozen=True, slots=True)
class Sources:
    """What is merged: the catalogue that the company's definitions were made of (None: nobody knows), they, the newer.

    `snapshot` is what people have entered under them.
    """

    base: Definitions | None
    ours: Definitions
    theirs: Definitions
    snapshot: Snapshot


@dataclass(frozen=True, slots=True)
class Update:
    """The definitions as they would be, and every difference, with whether it is taken."""

    definitions: Definitions
    differences: tuple[Difference, ...]
    taken: tuple[Difference, ...]


def differences(sources: Sources) -> tuple[Difference, ...]:
    """Return what a newer catalogue says otherwise, without putting anything together."""
    return _three(sources).merged(_entered(sources), _comes)[1]


def update(sources: Sources, takes: Takes) -> Update:
    """Merge and check; DefinitionsError lists every mistake that the whole would have.

    Where something of the company's needs what is gone from the newer catalogue, nothing is removed.
    """
    three, entered = _three(sources), _entered(sources)
    try:
        return _checked(sources, *three.merged(entered, takes), takes)
    except DefinitionsError:
        return _checked(sources, *three.merged(entered, takes, removes=False), takes)


def _checked(sources: Sources, entries: Entries, found: tuple[Difference, ...], takes: Takes) -> Update:
    ours = sources.ours
    sentences = Sentences(ours.catalogue.messages, ours.catalogue.phrases)
    taken = tuple(one for one in found if one.kind != "kept" and takes(one))
    if not taken:  # what stands there stands: also what an older program would have written otherwise
        return Update(ours, found, ())
    sheets = write_sheets(entries)
    try:
        merged = from_sheets(sheets, sentences)
    except DefinitionsError as error:
        raise DefinitionsError(tuple(_named(mistake, sheets) for mistake in error.mistakes)) from error
    valued = {key.metric for key in sources.snapshot.points}
    return Update(settle(ours, merged, valued), found, taken)


def _named(mistake: Mistake, sheets: Sequence[PlainSheet]) -> Mistake:
    """Say which entry has a mistake: there is no workbook that people could look its cell up in."""
    rows = next((sheet.rows for sheet in sheets if sheet.title == mistake.file), tuple[tuple[str, ...], ...]())
    if not 1 < mistake.line <= len(rows):
        return mistake
    row = dict(zip(rows[0], rows[mistake.line - 1], strict=True))
    own = (row.get(name, "") for name in names_of(mistake.file))
    return replace(mistake, file="/".join((mistake.file, *filter(None, own))))


def _three(sources: Sources) -> Three:
    base = None if sources.base is None else read_entries(to_sheets(sources.base))
    return Three(base, *(read_entries(to_sheets(one)) for one in (sources.ours, sources.theirs)))


def _entered(sources: Sources) -> Entered:
    return Entered.of(sources.snapshot, sources.ours.catalogue)


def _comes(difference: Difference) -> bool:
    return difference.comes
