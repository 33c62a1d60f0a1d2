"""Texts of the reports: every link in them is known and has a value, and each placed slot has words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schema.catalogue.block_references import is_block_reference, referred_block
from schema.catalogue.entities import EVERY
from schema.catalogue.number_format import SHARE, Format, parse_format
from schema.catalogue.outline import Outline, TextBlock
from schema.catalogue.record_numbers import metric_of
from schema.grammar.linked import BrokenLink, LinkedNumber, parse_linked
from schema.grammar.reference import Key, category_parts, parse_record
from schema.validation.facts import Coded, Fact, Facts, PartAt
from schema.validation.issue import Issue, Severity
from schema.validation.whole import near_entity
from schema.values.comparison import Comparison, told_change
from schema.values.datapoint import Snapshot
from schema.values.dates import names_a_day
from schema.values.figures import Figures
from schema.values.own_words import own_words
from schema.values.pack_origin import origin_of
from schema.values.subject import TextAt
from schema.values.teller import as_reported
from schema.values.unsaid import unsaid_slots
from schema.values.whole_shares import share_of_whole


def check_texts(outlines: Mapping[str, Outline], snapshot: Snapshot, figures: Figures) -> Iterator[Issue]:
    """Yield the issues of every text; a value that a paragraph lacks is told once for all languages."""
    causes: set[tuple[str, Fact, Key]] = set()
    told = {report: as_reported(figures, outline) for report, outline in outlines.items()}
    for (report, slot, language), text in snapshot.texts.items():
        if report in outlines and ("{" in text or "}" in text):
            outline = outlines[report]
            issues = check_text(outline, slot, language, text, told[report])
            yield from (issue for issue in issues if _new(issue, causes))


def _new(issue: Issue, causes: set[tuple[str, Fact, Key]]) -> bool:
    """Whether this is not one more place of a paragraph, or its translation, where the same value is missing."""
    if issue.key is None or issue.code not in ("text.missing_value", "text.incomparable", "text.untold"):
        return True
    cause = (issue.place, issue.facts["paragraph"], issue.key)
    fresh = cause not in causes
    causes.add(cause)
    return fresh


def check_text(outline: Outline, slot: str, language: str, text: str, figures: Figures) -> Iterator[Issue]:
    """Yield the issues of one text: broken braces, unknown references and formats, missing values."""
    for piece in parse_linked(text):
        fault = None if isinstance(piece, str) else _fault(piece, outline, language, figures)
        if isinstance(piece, str) or fault is None:
            continue
        code, severity, key, more = fault
        at, paragraph = TextAt(outline.code, slot, language), text.count("\n\n", 0, piece.position) + 1
        shown: dict[str, Fact] = {"report": outline.code, "slot": PartAt(outline, slot), "language": language}
        shown |= {"written": piece.written, "paragraph": paragraph, **more}
        yield Issue(code, severity, key, shown, f"{outline.code} {slot}", at, outline.code)


_Fault = tuple[str, Severity, Key | None, Facts]


def _fault(piece: LinkedNumber | BrokenLink, outline: Outline, language: str, figures: Figures) -> _Fault | None:
    """Return the code of what is wrong with a link, the value concerned and the facts beside where it stands."""
    if isinstance(piece, BrokenLink):
        code = "text.not_a_reference" if piece.fault == "reference" else "text.stray_brace"
        return code, "error", None, {}
    if own_words(piece.reference.code, figures.catalogue, outline.year, language) is not None:
        return None
    if is_block_reference(piece.reference.code):
        # A share has the blocks of its department alone: a text of it may name another's.
        partly = origin_of(figures.snapshot) is not None
        there = partly or referred_block(outline, piece.reference.code) is not None
        return None if there else ("text.unknown_block", "error", None, {})
    key = piece.reference.key(outline.year)
    if not figures.catalogue.reports(key.entity) and key.entity != EVERY:
        return (
            "text.unknown_entity",
            "error",
            None,
            {"name": key.entity, "near": near_entity(key.entity, figures.catalogue)},
        )
    if not known(key, figures):
        return "text.unknown_reference", "error", None, {}
    if piece.reference.wildcard:
        return "text.wildcard", "error", None, {}
    form = parse_format(piece.format, figures.catalogue.units)
    if form is None:
        return "text.unknown_format", "error", _metric_key(key, figures), {"format": piece.format}
    lack = _lack(key, form, figures)
    return (lack[0], "doubt", _metric_key(key, figures), {"where": piece.written, **lack[1]}) if lack else None


def _lack(key: Key, form: Format, figures: Figures) -> tuple[str, Facts] | None:
    """Return the code and the reason of why a linked number has no value; None where it has one."""
    if not form.change:
        result = figures.value(key)
        if result.untold:
            return "text.untold", {"reason": Coded("incomparable", f"inputs.{result.reason}")}
        return None if result.value is not None else ("text.missing_value", {})
    if form.change == SHARE:
        share = share_of_whole(figures, key, form)
        return ("text.missing_value", {}) if share.reason == "missing" else None
    comparison = _comparison(key, form, figures)
    if comparison is None or comparison.reason in ("missing", "zero"):
        there = figures.value(key).value is not None
        return ("text.missing_change" if there else "text.missing_value"), {}
    if comparison.reason == "break":
        return "text.not_comparable", {}
    return ("text.incomparable", {"reason": Coded("incomparable", comparison.reason)}) if comparison.reason else None


def _comparison(key: Key, form: Format, figures: Figures) -> Comparison | None:
    """Return the change that a text cites; a record's number has none."""
    metric = figures.catalogue.metrics.get(key.metric)
    return told_change(figures, key, metric, form) if metric is not None else None


def _metric_key(key: Key, figures: Figures) -> Key | None:
    """A number of a record is no data point of the report's year: its issue stands at the text alone."""
    return key if key.metric in figures.catalogue.metrics else None


def known(key: Key, figures: Figures) -> bool:
    """Whether a reference names a metric of the catalogue, or a factor, and a category of its crossings."""
    catalogue = figures.catalogue
    if key.metric.startswith("factor."):
        return any("factor." + factor.code == key.metric for factor in catalogue.factors)
    metric = catalogue.metrics.get(key.metric)
    if not catalogue.reports(key.entity):
        return key.entity == EVERY and bool(catalogue.entities)
    if metric is None:
        record = parse_record(key.metric)
        there = record is not None and record[0] in figures.snapshot.records
        return there and metric_of(catalogue, key.metric) is not None
    pairs = category_parts(key.category)
    axes = tuple(sorted(breakdown for breakdown, _ in pairs))
    if axes and axes not in {tuple(sorted(crossing)) for crossing in metric.crossings}:
        return False
    return all(member == "*" or catalogue.breakdowns[breakdown].member(member) for breakdown, member in pairs)


def check_missing_texts(outline: Outline, snapshot: Snapshot) -> Iterator[Issue]:
    """Yield each slot of the outline that has no words in the report's own language, and a dateline without its day."""
    for section in outline.walk():
        unsaid = unsaid_slots(outline, section, snapshot)
        for block in section.blocks:
            if not isinstance(block, TextBlock) or block.slot in unsaid:
                continue
            text = snapshot.texts.get((outline.code, block.slot, outline.language), "").strip()
            undated = block.style == "dateline" and not names_a_day(text)
            if not text or undated:
                lacked = PartAt(outline, block.slot)
                shown: dict[str, Fact] = {"report": outline.code, "slot": lacked, "section": section.title}
                place, at = f"{outline.code} {block.slot}", TextAt(outline.code, block.slot, outline.language)
                code = "text.undated" if text else "text.blank"
                yield Issue(code, "doubt", facts=shown, place=place, subject=at, report=outline.code)
