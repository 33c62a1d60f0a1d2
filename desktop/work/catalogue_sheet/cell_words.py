"""How what is said of a metric is written in a cell, and what a typed one means in the catalogue's workbook."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop.work.catalogue_sheet.fields import CHOICES, NEEDED, MetricField
from desktop.work.catalogue_sheet.known_names import KnownNames, known_names
from schema.catalogue.cell_lists import join_list, split_crossings, split_disclosures, split_list
from schema.catalogue.definitions import Catalogue, Metric, Total
from schema.catalogue.outline import Definitions, Outline, placements
from schema.catalogue.totals import totals_of
from schema.grammar.decimals import plain
from schema.grammar.formula import Formula
from schema.grammar.reference import parse_reference
from schema.grammar.words import Words
from schema.validation.issue import Issue
from schema.values.parse import clean_text, parse_value

_AND, _WITH, _FRAMEWORKS = ", ", " + ", "; "
_APART = re.compile(r"[,，、;；\n\"+＋:：]")  # what parts lists: a name that holds it is written by its code
_REFERENCE = re.compile(r"\[([^\]@:]+)")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of the window: what columns are called, and what their choices are, by column and code."""

    headings: Mapping[str, str]
    choices: Mapping[str, Mapping[str, str]]


class CellWords:
    """Writes and reads the cells of some definitions in a language; `report` is the one whose places are told."""

    def __init__(self, definitions: Definitions, report: str, language: str, vocabulary: Vocabulary) -> None:
        self.definitions, self._report, self._language = definitions, report, language
        self._vocabulary = vocabulary
        self._names = _names(definitions.catalogue, language)
        self._totals = _totals(definitions.catalogue)
        self._places = _places(definitions.outlines[report], language)

    def are_of(self, definitions: Definitions, report: str, language: str) -> bool:
        """Whether these are the words of some definitions, for a report and a language."""
        return self.definitions is definitions and (self._report, self._language) == (report, language)

    @property
    def fixed_totals(self) -> frozenset[str]:
        """The metrics whose totals no cell can say: several of them, some years only, not all parts, or a rule."""
        rules = {rule.code for rule in self.definitions.catalogue.rules}
        return frozenset(
            code
            for code, totals in self._totals.items()
            if len(totals) > 1 or any(one.since or one.until or not one.complete or one.code in rules for one in totals)
        )

    # writing

    def exact(self, metric: Metric, field: MetricField) -> str:
        """Return a cell as it can be typed and copied."""
        match field.reads:
            case "words" | "number" | "formula":
                return _own(metric, field.code)
            case "named":
                own = _own(metric, field.code)
                return self._names[field.code].name(own) if own else ""
            case "choice":
                own = _own(metric, field.code)
                return self._vocabulary.choices[field.code].get(own, own)
            case "crossings":
                return _AND.join(_WITH.join(map(self._breakdown, one)) for one in metric.crossings)
            case "axes":
                return _AND.join(map(self._axis, metric.sum_over))
            case "disclosures":
                framework = self._names["frameworks"]
                listed = ((_plain(framework, one), join_list(codes)) for one, codes in metric.disclosures.items())
                return _FRAMEWORKS.join(f"{name}: {codes}".strip() for name, codes in listed)
            case "total":
                return "; ".join(join_list(part.target() for part in one.parts) for one in self._of(metric))
            case "follows":
                return _FRAMEWORKS.join(self._places.get(metric.code, ()))

    def shown(self, metric: Metric, field: MetricField) -> str:
        """Return what a cell shows: metrics by their names."""
        match field.reads:
            case "formula":
                return _REFERENCE.sub(lambda found: f"[{self.metric_name(found[1])}", self.exact(metric, field))
            case "total":
                parts = (self.metric_name(part.target()) for one in self._of(metric) for part in one.parts)
                return _WITH.join(parts)
            case _:
                return self.exact(metric, field)

    def metric_name(self, code: str) -> str:
        """Return what a metric is called; what is none of a code alone stays as it is."""
        known = self.definitions.catalogue.metrics.get(code)
        return known.name.best(self._language) if known else code

    def options(self, metric: Metric, field: MetricField) -> tuple[tuple[str, str], ...]:
        """Return what a cell can say, as (words, what is typed for it); of a list each that it gains or loses."""
        blank = () if field.code in NEEDED else (("", ""),)
        match field.reads:
            case "named":
                return tuple((name, name) for name in self._names[field.code].shown.values())
            case "choice":
                return (*blank, *((words, words) for words in self._vocabulary.choices[field.code].values()))
            case "crossings":
                return (*blank, *self._toggles([_WITH.join(map(self._breakdown, one)) for one in metric.crossings]))
            case "axes":
                return (*blank, *self._toggles([self._axis(one) for one in metric.sum_over]))
            case _:
                return ()

    def _toggles(self, own: Sequence[str]) -> Iterable[tuple[str, str]]:
        for code in self._names["crossings"].shown:
            name = self._breakdown(code)
            left = [one for one in own if one != name]
            yield (f"− {name}", _AND.join(left)) if name in own else (f"+ {name}", _AND.join((*own, name)))

    def _of(self, metric: Metric) -> Sequence[Total]:
        return self._totals.get(metric.code, ())

    def _breakdown(self, code: str) -> str:
        return _plain(self._names["crossings"], code)

    def _axis(self, code: str) -> str:
        return self._vocabulary.choices["sum_over"].get(code) or self._breakdown(code)

    # reading

    def read(self, metric: Metric, field: MetricField, text: str) -> str | Issue:
        """Return a typed cell as the workbook has it, or why it cannot be read."""
        typed = clean_text(text).strip()
        if not typed:
            empty = Issue("definition.missing_field", "error", facts={"name": self._heading(field.code)})
            return empty if field.code in NEEDED else ""
        match field.reads:
            case "words" | "follows":
                return typed
            case "named":
                return self._names[field.code].code(typed)
            case "choice":
                return self._choice(field.code, typed)
            case "number":
                return self._number(metric, field, typed)
            case _:
                return self._composed(field, typed)

    def _composed(self, field: MetricField, typed: str) -> str | Issue:
        """Return what is made of several names: a formula, or a list."""
        match field.reads:
            case "formula":
                return _REFERENCE.sub(self._reference, typed.removeprefix("=").strip())
            case "crossings":
                return self._crossings(typed)
            case "disclosures":
                return self._disclosures(typed)
            case "axes":
                return self._listed(split_list(typed), self._axis_code)
            case _:
                return self._listed(split_list(typed), self._part)

    def _choice(self, column: str, typed: str) -> str | Issue:
        words = self._vocabulary.choices[column]
        found = [code for code in words if typed.casefold() in (code.casefold(), words[code].casefold())]
        if found:
            return found[0]
        expected = tuple(word for code, word in words.items() if code in CHOICES[column])
        facts = {"name": self._heading(column), "value": typed, "expected": _AND.join(expected)}
        return Issue("definition.not_one_of", "error", facts=facts)

    def _heading(self, column: str) -> str:
        return self._vocabulary.headings[column]

    def _crossings(self, typed: str) -> str | Issue:
        read = [self._listed(crossing, self._breakdown_code, _WITH) for crossing in split_crossings(typed)]
        return next((one for one in read if isinstance(one, Issue)), None) or _AND.join(map(str, read))

    def _breakdown_code(self, name: str) -> str | Issue:
        return self._names["crossings"].code(name)

    def _axis_code(self, name: str) -> str | Issue:
        words = self._vocabulary.choices["sum_over"]
        code = next((code for code in words if name.casefold() in (code, words[code].casefold())), "")
        return code or self._breakdown_code(name)

    def _reference(self, found: re.Match[str]) -> str:
        """Return the beginning of a reference with the code of a metric that is called by its name."""
        code = self._names["metrics"].code(found[1])
        return found[0] if isinstance(code, Issue) else f"[{code}"

    def _part(self, name: str) -> str | Issue:
        """Return a part of a total: a metric by its name or code, perhaps with a category behind a colon."""
        bare = name.strip("[]")
        code = self._names["metrics"].code(bare.partition(":")[0])
        return code if isinstance(code, Issue) else code + bare[len(bare.partition(":")[0]) :]

    def _disclosures(self, typed: str) -> str | Issue:
        found = split_disclosures(typed)
        if found is None:
            return Issue("catalogue.disclosures", "error", facts={"name": typed})
        lines: list[str] = []
        for name, codes in found.items():
            code = self._names["frameworks"].code(name)
            if isinstance(code, Issue):
                return code
            lines.append(f"{code}: {join_list(codes)}".rstrip())
        return "\n".join(lines)

    def _number(self, metric: Metric, field: MetricField, typed: str) -> str | Issue:
        share = field.code == "change_threshold"
        parsed = parse_value(typed.rstrip("%％") if share else typed, metric, self.definitions.catalogue)
        if parsed.value is None or parsed.qualifier:
            return Issue("definition.not_a_number", "error", facts={"name": typed})
        return plain(parsed.value)

    @staticmethod
    def _listed(names: Iterable[str], code: Callable[[str], str | Issue], sign: str = _AND) -> str | Issue:
        read = [code(name) for name in names]
        return next((one for one in read if isinstance(one, Issue)), None) or sign.join(map(str, read))


def _own(metric: Metric, column: str) -> str:
    """Return what the workbook has in a column, without the forms of its sheets, which are slow to import."""
    name, _, language = column.partition(".")
    value = getattr(metric, name)
    if isinstance(value, Words):
        return value.get(language)
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, Formula):
        return value.text
    return "yes" if value is True else str(value or "")


def _plain(names: KnownNames, code: str) -> str:
    name = names.name(code)
    return code if _APART.search(name) else name


def _names(catalogue: Catalogue, language: str) -> Mapping[str, KnownNames]:
    def of(what: str, things: Mapping[str, Words], more: Mapping[str, Iterable[str]] | None = None) -> KnownNames:
        return known_names(what, things, language, more or {})

    units, frameworks = catalogue.units.values(), catalogue.frameworks.values()
    return {
        "unit": of("unit", {one.code: one.name for one in units}, {one.code: one.aliases for one in units}),
        "department": of("department", {one.code: one.name for one in catalogue.departments.values()}),
        "crossings": of("breakdown", {one.code: one.name for one in catalogue.breakdowns.values()}),
        "frameworks": of("framework", {one.code: one.short or one.name for one in frameworks},
                         {one.code: _called(one.name) for one in frameworks}),
        "metrics": of("metric", {one.code: one.name for one in catalogue.metrics.values()}),
    }  # fmt: skip


def _called(name: Words) -> Iterable[str]:
    return (name.zh_hans, name.zh_hant, name.en)


def _totals(catalogue: Catalogue) -> Mapping[str, Sequence[Total]]:
    found: dict[str, list[Total]] = {}
    for total in totals_of(catalogue):
        found.setdefault(total.whole.target(), []).append(total)
    return found


def _places(outline: Outline, language: str) -> Mapping[str, Iterable[str]]:
    """Return in which sections of a report each metric stands, told in a language."""
    found: dict[str, dict[str, None]] = {}
    for section in outline.walk():
        for block in section.blocks:
            for row in placements(block):
                reference = parse_reference(row.reference)
                if reference is not None:
                    found.setdefault(reference.code, {})[section.title.best(language)] = None
    return found
