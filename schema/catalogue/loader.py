"""Definition files → the checked Definitions; every mistake is gathered before anything is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from schema.catalogue import sources as form
from schema.catalogue.compiled import with_hash
from schema.catalogue.definition_changes import load_changes
from schema.catalogue.definitions import (
    Breakdown,
    Catalogue,
    Category,
    Company,
    Department,
    Metric,
    Term,
    Unit,
)
from schema.catalogue.dimensions import PURE, Dimension, UnitReader, dimension_text
from schema.catalogue.entity_reading import check_asked, load_entities
from schema.catalogue.factor_reading import check_company_regions, load_factors
from schema.catalogue.folder import Folder
from schema.catalogue.formulas import check_formulas, load_rules, load_totals
from schema.catalogue.frameworks import check_codes, load_frameworks
from schema.catalogue.labelled_reading import load_choices, units_to_name
from schema.catalogue.number_format import is_display
from schema.catalogue.outline import Definitions
from schema.catalogue.outlines import load_outlines
from schema.catalogue.program_words import ProgramWords
from schema.catalogue.reading import CODE, DefinitionFiles, Passage, Reading
from schema.catalogue.record_types import load_record_types
from schema.catalogue.relation_reading import load_relations
from schema.catalogue.unitless import without_unit
from schema.catalogue.yaml_source import Source
from schema.errors import DefinitionsError
from schema.grammar.fiscal import is_year_end
from schema.grammar.words import LANGUAGES, NO_WORDS, Words

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_FIRST_YEAR, _LAST_YEAR = 1900, 2200


def load_definitions(
    folder: Path | DefinitionFiles, program: ProgramWords | None = None, languages: Sequence[str] = ()
) -> Definitions:
    """Read a folder of definitions; DefinitionsError lists every mistake with file, line and the near name.

    Its messages and phrases, if any, are laid over the program's. `languages`: those in which there must be words,
    whatever the company says of itself.
    """
    reading = Reading(Folder(folder) if isinstance(folder, Path) else folder, languages)
    return load(reading, load_sentences(reading, program))


@dataclass(frozen=True, slots=True)
class Sentences:
    """What the program says, and the fixed words of documents: templates by code."""

    messages: Mapping[str, Words]
    phrases: Mapping[str, Words]


def load(reading: Reading, sentences: Sentences) -> Definitions:
    """Read all definitions but the sentences; DefinitionsError lists every mistake with its place and the near name."""
    catalogue = load_catalogue(reading, sentences)
    outlines = load_outlines(reading, catalogue)
    if reading.mistakes:
        raise DefinitionsError(tuple(reading.mistakes))
    return with_hash(Definitions(catalogue, outlines))


def load_sentences(reading: Reading, program: ProgramWords | None = None) -> Sentences:
    """Read messages.yaml and phrases.yaml, of which a company's own folder need hold only what it words otherwise."""
    messages = load_words(reading, "messages.yaml", form.MessagesFile)
    phrases = load_words(reading, "phrases.yaml", form.PhrasesFile)
    if program is None:
        return Sentences(messages, phrases)
    return Sentences(program.in_force("messages", messages), program.in_force("phrases", phrases))


def load_catalogue(reading: Reading, sentences: Sentences) -> Catalogue:
    """Read everything but the outlines."""
    company = load_company(reading)
    units, dimensions = _load_units(reading)
    catalogue = Catalogue(
        company=company,
        units=units,
        breakdowns=_load_breakdowns(reading),
        departments=_load_departments(reading),
        frameworks=load_frameworks(reading),
        factors=load_factors(reading, units, dimensions),
        metrics={},
        rules=(),
        messages=sentences.messages,
        phrases=sentences.phrases,
        glossary=_load_glossary(reading),
        publishers=_load_publishers(reading),
    )
    check_company_regions(reading, catalogue)
    catalogue = replace(catalogue, entities=load_entities(reading, catalogue))
    catalogue = replace(catalogue, records=load_record_types(reading, catalogue))
    written = load_metrics(reading, catalogue)
    metrics = {code: metric for code, (metric, _, _) in written.items()}
    catalogue = replace(catalogue, metrics=metrics, units=without_unit(units, metrics.values()))
    catalogue = replace(catalogue, metrics=check_formulas(reading, catalogue, written))
    catalogue = replace(catalogue, rules=load_rules(reading, catalogue))
    catalogue = replace(catalogue, totals=load_totals(reading, catalogue))
    return replace(catalogue, relations=load_relations(reading, catalogue))


def load_words(
    reading: Reading, name: str, kind: type[form.MessagesFile] | type[form.PhrasesFile]
) -> Mapping[str, Words]:
    """Read a file of sentences, if there is one; a wording missing in a language is a mistake."""
    if not reading.files.names(name):
        return {}
    found, source = reading.read(name, kind)
    if found is None:
        return {}
    entries = found.messages if isinstance(found, form.MessagesFile) else found.phrases
    top = "messages" if isinstance(found, form.MessagesFile) else "phrases"
    for code, entry in entries.items():
        for language in entry.words().missing(reading.languages):
            reading.say(source, (top, code), "definition.missing_language", name=code, language=language)
    return {code: entry.words() for code, entry in entries.items()}


def _load_units(reading: Reading) -> tuple[dict[str, Unit], dict[str, Dimension]]:
    found, source = reading.read("units.yaml", form.UnitsFile)
    if found is None:
        return {}, {}
    reader = UnitReader(tuple(unit.is_ for unit in found.units.values()))
    units: dict[str, Unit] = {}
    dimensions: dict[str, Dimension] = {}
    for code, entry in found.units.items():
        try:
            factor, dimension = reader.read(entry.is_)
        except ValueError:
            reading.say(source, ("units", code, "is"), "definition.unit_expression", name=code, value=entry.is_)
            factor, dimension = Decimal(1), PURE
        _need_words(reading, source, ("units", code, "name"), entry.name)
        units[code] = Unit(code, entry.name.words(), factor, dimension_text(dimension), tuple(entry.aliases))
        dimensions[code] = dimension
    return units, dimensions


def _need_words(reading: Reading, source: Source, where: tuple[str | int, ...], words: form.WordsSource) -> None:
    for language in words.words().missing(reading.languages):
        reading.say(source, (*where, language), "definition.missing_language", name=str(where[-2]), language=language)


def _load_breakdowns(reading: Reading) -> dict[str, Breakdown]:
    found, source = reading.read("breakdowns.yaml", form.BreakdownsFile)
    result: dict[str, Breakdown] = {}
    for code, entry in found.breakdowns.items() if found else ():
        _need_words(reading, source, ("breakdowns", code, "name"), entry.name)
        for member, words in entry.members.items():
            _need_words(reading, source, ("breakdowns", code, "members", member, "name"), words)
        members = tuple(Category(member, words.words()) for member, words in entry.members.items())
        result[code] = Breakdown(code, entry.name.words(), members, entry.complete)
    return result


def _load_departments(reading: Reading) -> dict[str, Department]:
    found, _ = reading.read("departments.yaml", form.DepartmentsFile)
    return {code: Department(code, name.words()) for code, name in found.departments.items()} if found else {}


def _load_publishers(reading: Reading) -> dict[str, Words]:
    """Read publishers.yaml, if there is one."""
    if not reading.files.names("publishers.yaml"):
        return {}
    found, source = reading.read("publishers.yaml", form.PublishersFile)
    names = found.publishers if found else {}
    for code, name in names.items():
        _need_words(reading, source, ("publishers", code), name)
    return {code: name.words() for code, name in names.items()}


def load_company(reading: Reading) -> Company:
    """Read company.yaml."""
    found, source = reading.read("company.yaml", form.CompanyFile)
    if found is None:
        return Company(NO_WORDS, NO_WORDS)
    entry = found.company
    for colour in entry.colours:
        if not _COLOUR.fullmatch(colour):
            reading.say(source, ("company", "colours"), "definition.bad_colour", name=colour)
    if entry.year_ends and not is_year_end(entry.year_ends):
        reading.say(source, ("company", "year_ends"), "definition.year_end", name=entry.year_ends)
    for language in entry.languages:
        if language not in LANGUAGES:
            reading.say(source, ("company", "languages"), "definition.no_language", name=language)
    if entry.base_year and not _FIRST_YEAR <= entry.base_year <= _LAST_YEAR:
        reading.say(source, ("company", "base_year"), "definition.base_year", name=str(entry.base_year))
    languages = tuple(one for one in LANGUAGES if one in (reading.wanted or entry.languages))
    reading.languages = languages or LANGUAGES
    return Company(
        entry.name.words(), entry.short.words(), entry.stock_code, entry.website, entry.email,
        entry.address.words(), tuple(entry.colours), entry.phone, entry.contact.words(),
        entry.year_ends if is_year_end(entry.year_ends) else "", entry.year_label, languages,
        tuple(entry.regions), entry.base_year or None,
    )  # fmt: skip


def _load_glossary(reading: Reading) -> tuple[Term, ...]:
    """Read the terms of drafts; a company may do without. A term that stands twice would hide the second one."""
    name = "glossary.csv"
    if not reading.files.names(name):
        return ()
    terms: dict[str, Term] = {}
    for source, row in reading.rows(name, ("zh_hans", "zh_hant")):
        for column in ("zh_hans", "zh_hant"):
            if not row.get(column):
                reading.say(source, (column,), "definition.missing_field", name=column)
        term = Term(row.get("zh_hans", ""), row.get("zh_hant", ""))
        if term.zh_hans in terms:
            reading.say(source, ("zh_hans",), "definition.doubled", name=term.zh_hans)
        terms[term.zh_hans] = term
    return tuple(terms.values())


Written = dict[str, "tuple[Metric, form.MetricSource, Source]"]


def load_metrics(reading: Reading, catalogue: Catalogue) -> Written:
    """Read all metrics but their formulas, each with what was written and where."""
    result: Written = {}
    for name in reading.files.names("metrics/*.yaml"):
        found, source = reading.read(name, form.MetricsFile)
        for code, entry in found.metrics.items() if found else ():
            if code in result:
                reading.say(source, ("metrics", code), "definition.doubled", name=code)
                continue
            result[code] = (_metric(reading, catalogue, code, entry, source), entry, source)
    return result


def _metric(reading: Reading, catalogue: Catalogue, code: str, entry: form.MetricSource, source: Source) -> Metric:
    where = ("metrics", code)
    _check_metric(reading, catalogue, code, entry, source)
    metric = Metric(
        code=code,
        name=entry.name.words(),
        kind=entry.kind,
        unit=entry.unit,
        display=entry.display,
        timing=entry.timing,
        department=entry.department,
        definition=entry.definition.words(),
        definition_source=entry.definition_source,
        since=entry.since,
        crossings=tuple(tuple(sorted(crossing)) for crossing in entry.crossings),
        sum_over=tuple(entry.sum_over),
        minimum=reading.decimal(entry.minimum, source, (*where, "minimum")),
        maximum=reading.decimal(entry.maximum, source, (*where, "maximum")),
        required=entry.required,
        evidence=entry.evidence,
        change_threshold=reading.decimal(entry.change_threshold, source, (*where, "change_threshold")),
        disclosures={name: tuple(codes) for name, codes in entry.disclosures.items()},
        changed=load_changes(reading, code, entry, source),
        assumed=entry.assumed,
        self_explanatory=entry.self_explanatory,
        note=entry.note,
        confirmed_in=tuple(entry.confirmed_in) if entry.assumed else (),
        entities=tuple(entry.entities),
        collected=entry.collected,
        choices=load_choices(Passage(reading, source, where), code, entry),
    )
    check_asked(Passage(reading, source, where), metric, catalogue)
    return metric


def _check_metric(reading: Reading, catalogue: Catalogue, code: str, entry: form.MetricSource, source: Source) -> None:
    where = ("metrics", code)
    if not CODE.fullmatch(code):
        reading.say(source, where, "definition.bad_code", name=code)
    reading.known(entry.unit, units_to_name(catalogue.units, entry.kind), "unit", source, (*where, "unit"))
    reading.known(entry.department, catalogue.departments, "department", source, (*where, "department"))
    if entry.display and not is_display(entry.display, catalogue.units):
        reading.say(source, (*where, "display"), "definition.bad_format", name=entry.display)
    if not entry.name.words():
        _need_words(reading, source, (*where, "name"), entry.name)  # in one language it has one: others are open work
    for language in set(entry.confirmed_in).difference(LANGUAGES):
        reading.say(source, (*where, "confirmed_in"), "definition.unknown_language", name=language)
    for crossing in entry.crossings:
        for breakdown in crossing:
            reading.known(breakdown, catalogue.breakdowns, "breakdown", source, (*where, "crossings"))
    for axis in entry.sum_over:
        reading.known(axis, [*catalogue.breakdowns, "period", "entity"], "breakdown", source, (*where, "sum_over"))
    if entry.timing == "cumulative" and entry.sum_over and "period" in entry.sum_over:
        reading.say(source, (*where, "sum_over"), "definition.cumulative_sums", name=code)
    check_codes(reading, catalogue.frameworks, entry.disclosures, source, (*where, "disclosures"))
