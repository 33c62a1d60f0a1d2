"""Issues and errors as sentences: what is wrong, where, and what to do, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from schema.catalogue.definitions import Catalogue
from schema.catalogue.program_words import WordsInForce
from schema.errors import AnnalsError, DefinitionsError
from schema.grammar.reference import Key
from schema.grammar.templates import filled
from schema.grammar.words import Words
from schema.mistakes import Mistake
from schema.validation.causes import FOLDINGS, Cause, line_of
from schema.validation.fact_words import FactWords, name_of
from schema.validation.issue import Issue, write_subject
from schema.values.key_words import key_words
from schema.values.period_words import OF_A_YEAR, key_period

# Where Chinese characters and Latin letters or digits meet, office documents have a blank.
_SEAM = re.compile(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[\u4e00-\u9fff])")
_CHINESE = re.compile(r"[\u4e00-\u9fff《》]")
# A place with the blank that a number in it would want.
_BEFORE = re.compile(r"(?<=[\u4e00-\u9fff]) \{(\w+)\}")
_BEHIND = re.compile(r"\{(\w+)\} (?=[\u4e00-\u9fff])")

_MOST_PLACES = 6  # of the same mistake


def for_readers(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue whose messages name no command: documents are read by people who have no terminal."""
    sentences = catalogue.messages
    return replace(catalogue, messages=sentences.in_window()) if isinstance(sentences, WordsInForce) else catalogue


def message(issue: Issue, catalogue: Catalogue, language: str) -> str:
    """Return the sentence of an issue; numbers, names and places are worded for this language."""
    template = catalogue.messages.get(issue.code)
    places = _places(issue, catalogue, language)
    if template is None:
        return f"{places['where']}: {issue.code}"
    sentence = template.best(language)
    if isinstance(year := issue.facts.get("year"), int):
        sentence, places["year"] = _with_period(sentence, Key("", year, span=_span(issue)), catalogue, language)
    if language == "en":
        return filled(sentence, places)
    return _SEAM.sub(" ", filled(_closed(sentence, places), places))


def _span(issue: Issue) -> str:
    return issue.key.span if issue.key is not None else ""


def _with_period(sentence: str, key: Key, catalogue: Catalogue, language: str) -> tuple[str, str]:
    """Return a sentence that names a year, and its words: of a fiscal year or a part of one it has no 年 of its own."""
    if not key.span and catalogue.company.fiscal.calendar:
        return sentence, str(key.period)
    return OF_A_YEAR.sub("{year}", sentence), key_period(key, catalogue, language)


def _closed(template: str, places: Mapping[str, str]) -> str:
    """Return a Chinese template without the blanks beside places that Chinese characters fill there: 为{value}."""
    said = {name: (text[:1], text[-1:]) for name, text in places.items()}
    opened = _BEFORE.sub(lambda m: m[0].strip() if _CHINESE.fullmatch(said[m[1]][0]) else m[0], template)
    return _BEHIND.sub(lambda m: m[0].strip() if _CHINESE.fullmatch(said[m[1]][1]) else m[0], opened)


def cause_message(cause: Cause, catalogue: Catalogue, language: str) -> str:
    """Return the line of a cause: the sentence of its one issue, or one that counts its issues and names the first."""
    names = tuple(issue_name(issue, catalogue, language) for issue in cause.issues) if cause.folded else ()
    return message(line_of(cause, names), catalogue, language)


def issue_name(issue: Issue, catalogue: Catalogue, language: str) -> str:
    """Return what an issue is about, in a few words: a metric, a value without its year, a section, a record."""
    folding = FOLDINGS.get(issue.code)
    words = FactWords.of(issue, catalogue, language)
    named = folding.named if folding else ""
    if named in issue.facts:
        return words.say(issue.facts[named])
    if issue.key is None:
        return write_subject(issue.at) or issue.place
    if named == "metric" and words.metric is not None:
        return words.metric.name.best(language)
    return key_words(issue.key, catalogue, language).bracketed()


def error_message(error: AnnalsError, messages: Mapping[str, Words], language: str) -> str:
    """Return the sentence of an expected trouble; mistakes in definitions are listed with file and line, each once."""
    params = dict(error.params)
    if isinstance(error, DefinitionsError):
        params["list"] = "\n".join(_mistakes(error.mistakes, messages, language))
    return _sentence(error.code, params, messages, language)


def _mistakes(mistakes: Iterable[Mistake], messages: Mapping[str, Words], language: str) -> Iterator[str]:
    """Yield a line for each thing that is amiss: where it stands first, and where else the same is said."""
    places: dict[str, list[str]] = {}
    for mistake in mistakes:
        places.setdefault(_sentence(mistake.code, mistake.params, messages, language), []).append(mistake.place)
    for sentence, (first, *others) in places.items():
        more = ", ".join(others[:_MOST_PLACES]) + (" …" if len(others) > _MOST_PLACES else "")
        params = {"count": str(len(others)), "places": more}
        also = f" {_sentence('definitions.also', params, messages, language)}" if others else ""
        yield f"{first}: {sentence}{also}"


def _sentence(code: str, params: Mapping[str, str], messages: Mapping[str, Words], language: str) -> str:
    template = messages.get(code)
    if template is None:
        return " ".join([code, *(f"{name}={value}" for name, value in params.items())])
    return filled(template.best(language), params)


def _places(issue: Issue, catalogue: Catalogue, language: str) -> dict[str, str]:
    """Return the words of every place that a template may name."""
    words = FactWords.of(issue, catalogue, language)
    places = {name: words.say(fact) for name, fact in issue.facts.items()}
    if issue.key is not None:
        places["where"] = name_of(issue.key, catalogue, language)
    else:
        places.setdefault("where", issue.place)
    if words.metric is not None:
        places.setdefault("name", words.metric.name.best(language))
        places["unit"] = words.coded("unit", words.metric.unit)
    return places
