"""The sample: the published figures and texts of the sample reports, put into a workspace."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Definitions
from schema.errors import DefinitionsError
from schema.exchange.figures_csv import read_figures
from schema.exchange.picture_reader import read_pictures
from schema.exchange.sample.explanations import with_explanations
from schema.exchange.sample.pictures import load_placed
from schema.exchange.sample.records import load_records
from schema.exchange.sample.texts import load_texts
from schema.grammar.times import stamp
from schema.mistakes import Mistake
from schema.storage.author import Author
from schema.validation.answers import answer_at, answered_content, content_of
from schema.validation.contradictions.sources import contradictions
from schema.validation.issue import Issue, write_subject
from schema.validation.statements.texts import Texts
from schema.validation.statements.worklist import worklist
from schema.values.changes import Change, keep, overlay
from schema.values.datapoint import Attachment, Remark, Snapshot
from schema.values.figures import Figures
from schema.values.subject import RemarkAt, read_value
from schema.workspace import Workspace


def sample_definitions(definitions: Definitions, folder: Path) -> Definitions:
    """Return the definitions with the sample company's explanations of what it does not disclose."""
    return with_explanations(definitions, folder / "explanations")


def fill_sample(workspace: Workspace, folder: Path, progress: Callable[[str], None] = lambda step: None) -> int:
    """Put what a folder holds into a workspace; returns the number of changes."""
    changes = sample_changes(folder, workspace.definitions.catalogue, progress)
    after = overlay(workspace.snapshot(), changes)
    remarks = sample_remarks(folder, workspace.definitions, after, workspace.author)
    return len(workspace.apply([*changes, *remarks]))


def sample_remarks(
    folder: Path, definitions: Definitions, snapshot: Snapshot, author: Author, *, partial: bool = False
) -> list[Change]:
    """Read the remarks of a folder: answers to the doubts about the sample's values, and to its texts' worklists.

    Where only a part of the sample is there (`partial`), those about the rest are left out.
    """
    given = remarks_given(folder)
    if not given:
        return []
    figures = Figures(definitions.catalogue, snapshot)
    at = stamp(author.when)
    texts, outlines = Texts(definitions, figures), definitions.outlines.values()
    listed = [item for outline in outlines for item in worklist(outline, figures, texts.of(outline))]
    issues = [*(c.issue for c in contradictions(texts)), *listed]
    remarks: list[Change] = []
    for subject, code, reason in given:
        contents = _contents(subject, code, issues, definitions, figures)
        if not contents and not partial:
            raise ValueError(f"nothing to answer is {subject} {code}")
        remarks += [keep(Remark(p.subject, p.code, c, reason, author.who, at), reason) for p, c in contents.items()]
    return remarks


def remarks_given(folder: Path) -> list[tuple[str, str, str]]:
    """Read the remarks of a folder as they are written: the subject, the code of the doubt, the reason."""
    rows = (row for path in sorted(folder.glob("*remarks.csv")) for row in _rows(path))
    return [(row["subject"], row["code"], row["reason"]) for row in rows]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _contents(
    subject: str, code: str, issues: Iterable[Issue], definitions: Definitions, figures: Figures
) -> dict[RemarkAt, str]:
    """Return where the answer is kept, with the content it is bound to: that of a value, or of contradictions."""
    own = [issue for issue in issues if issue.code == code and write_subject(issue.at) == subject]
    if own:
        return {answer_at(issue): answered_content(issue, definitions, figures) for issue in own}
    key = read_value(subject) if not code.startswith("contradiction.") else None
    there = key is not None and figures.value(key).kind != "missing"
    return {RemarkAt(subject, code): content_of(key, definitions, figures)} if key and there else {}


def sample_changes(
    folder: Path, catalogue: Catalogue, progress: Callable[[str], None] = lambda step: None
) -> list[Change]:
    """Read figures/*.csv, texts, pictures and records of a folder."""
    changes: list[Change] = []
    for path in sorted((folder / "figures").glob("*.csv")):
        progress(path.name)
        changes += read_figures(path, catalogue).changes
    changes += [keep(text) for text in load_texts(folder / "texts")]
    pictures = _pictures(folder / "pictures")
    changes += [keep(picture, content=content) for picture, content in pictures]
    hashes = {picture.name: picture.hash for picture, _ in pictures}
    changes += [keep(text) for text in load_placed(folder / "pictures", hashes)]
    records = load_records(folder / "records", catalogue, hashes)
    changes += map(keep, records)
    return changes


def _pictures(folder: Path) -> list[tuple[Attachment, bytes]]:
    """Read every picture of a folder; one that cannot be taken is a mistake of the sample."""
    found = read_pictures(path for path in folder.glob("*.*") if path.suffix != ".yaml")
    faults = [
        Mistake(path.name, 1, "definition.bad_picture", {"name": path.name, "reason": read.issues[0].code})
        for path, read in found.items()
        if read.attachment is None
    ]
    if faults:
        raise DefinitionsError(tuple(faults))
    return [(read.attachment, read.content) for read in found.values() if read.attachment is not None]
