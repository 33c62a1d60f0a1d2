"""Texts of the reports: every link in them is known and has a value, and each placed slot has words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schema.catalogue.outline import Outline, TextBlock
from schema.grammar.linked import BrokenLink, LinkedNumber, company_words, parse_linked
from schema.grammar.reference import Key, category_parts, parse_record
from schema.grammar.words import LANGUAGES
from schema.validation.issue import Issue
from schema.values.datapoint import Snapshot
from schema.values.direction import said_direction
from schema.values.display import parse_format, plain, show_percent
from schema.values.figures import Figures
from schema.values.records import metric_of


def check_texts(outlines: Mapping[str, Outline], snapshot: Snapshot, figures: Figures) -> Iterator[Issue]:
    """Yield the issues of every text; a value that a paragraph lacks is told once for all languages."""
    told: set[tuple[str, str, Key]] = set()
    for (report, slot, language), text in snapshot.texts.items():
        if report in outlines and ("{" in text or "}" in text):
            found = check_text(outlines[report], slot, language, text, figures)
            yield from (issue for issue in found if _new(issue, told))


def _new(issue: Issue, told: set[tuple[str, str, Key]]) -> bool:
    """Whether this is not one more place of a paragraph, or its translation, where the same value is missing."""
    if issue.key is None or issue.code != "text.missing_value":
        return True
    cause = (issue.place, issue.params["paragraph"], issue.key)
    fresh = cause not in told
    told.add(cause)
    return fresh


def check_text(outline: Outline, slot: str, language: str, text: str, figures: Figures) -> Iterator[Issue]:
    """Yield the issues of one text: broken braces, unknown references and formats, missing values."""
    before = ""
    for piece in parse_linked(text):
        if isinstance(piece, str):
            before = piece
            continue
        paragraph = str(text.count("\n\n", 0, piece.position) + 1)
        shown = {"report": outline.code, "slot": slot, "language": language, "paragraph": paragraph}
        shown["written"] = piece.written
        if isinstance(piece, BrokenLink):
            yield from _broken(piece, shown)
        else:
            yield from _link(piece, shown, outline, figures)
            yield from _direction(piece, before, shown, outline.year, figures)
        before = ""


def _broken(piece: BrokenLink, shown: dict[str, str]) -> Iterator[Issue]:
    code = "text.not_a_reference" if piece.fault == "reference" else "text.stray_brace"
    yield Issue(code, "error", params=shown, place=_place(shown))


def _link(piece: LinkedNumber, shown: dict[str, str], outline: Outline, figures: Figures) -> Iterator[Issue]:
    reference, place = piece.reference, _place(shown)
    if company_words(figures.catalogue.company, reference.code, shown["language"]) is not None:
        return
    key = reference.key(outline.year)
    if not known(key, figures):
        yield Issue("text.unknown_reference", "error", params=shown, place=place)
    elif reference.wildcard:
        yield Issue("text.wildcard", "error", params=shown, place=place)
    elif (form := parse_format(piece.format, figures.catalogue.units)) is None:
        yield Issue("text.unknown_format", "error", _metric_key(key, figures), {**shown, "format": piece.format}, place)
    elif not _has_value(key, form.change, figures):
        code = "text.missing_change" if form.change and figures.value(key).value is not None else "text.missing_value"
        if form.change and figures.breaks(key.metric, key.period - 1, key.period):
            code = "text.not_comparable"
        yield Issue(code, "doubt", _metric_key(key, figures), {**shown, "where": piece.written}, place)


def _direction(piece: LinkedNumber, before: str, shown: dict[str, str], year: int, figures: Figures) -> Iterator[Issue]:
    """Yield a doubt where the words right before a change say the other direction than the data."""
    form = parse_format(piece.format, figures.catalogue.units)
    if form is None or not form.change:
        return
    key = piece.reference.key(year)
    change = figures.change_percent(key) if form.change == "change%" else figures.change(key)
    words = before.replace("**", "").rstrip()
    said = said_direction(words, figures.catalogue.phrases, shown["language"])
    if change is not None and said and (said == "down") != (change < 0):
        size = {"size": show_percent(change, signed=True) if form.change == "change%" else plain(change)}
        yield Issue("text.direction", "doubt", _metric_key(key, figures), shown | size, _place(shown))


def _metric_key(key: Key, figures: Figures) -> Key | None:
    """A number of a record is no data point of the report's year: its issue stands at the text alone."""
    return key if key.metric in figures.catalogue.metrics else None


def _has_value(key: Key, change: str, figures: Figures) -> bool:
    if change == "change%":
        return figures.change_percent(key) is not None
    if change:
        return figures.change(key) is not None
    return figures.value(key).value is not None


def known(key: Key, figures: Figures) -> bool:
    """Whether a reference names a metric of the catalogue, or a factor, and a category of its crossings."""
    catalogue = figures.catalogue
    if key.metric.startswith("factor."):
        return any("factor." + factor.code == key.metric for factor in catalogue.factors)
    metric = catalogue.metrics.get(key.metric)
    if metric is None:
        record = parse_record(key.metric)
        there = record is not None and record[0] in figures.snapshot.records
        return there and metric_of(catalogue, key.metric) is not None
    pairs = category_parts(key.category)
    axes = tuple(sorted(breakdown for breakdown, _ in pairs))
    if axes and axes not in {tuple(sorted(crossing)) for crossing in metric.crossings}:
        return False
    return all(member == "*" or catalogue.breakdowns[breakdown].member(member) for breakdown, member in pairs)


def _place(shown: Mapping[str, str]) -> str:
    return f"{shown['report']} {shown['slot']}"


def check_missing_texts(outline: Outline, snapshot: Snapshot) -> Iterator[Issue]:
    """Yield each slot of the outline that has no words in the report's own language."""
    for section in outline.walk():
        for block in section.blocks:
            if not isinstance(block, TextBlock):
                continue
            if not snapshot.texts.get((outline.code, block.slot, outline.language), "").strip():
                shown = {"report": outline.code, "slot": block.slot, "language": outline.language}
                shown["section"] = section.title.best(outline.language)
                # Messages are worded without the outline at hand: the title goes along in every language.
                shown |= {f"section.{language}": section.title.best(language) for language in LANGUAGES}
                yield Issue("text.blank", "doubt", params=shown, place=_place(shown))
