"""Drafts of Chinese texts in the other script: by OpenCC, with the company's own terms. Needs the extra `hant`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from schema.catalogue.definitions import Catalogue, Term
from schema.errors import AnnalsError

Convert = Callable[[str], str]

# From which language to which: OpenCC's table, and the marks of quotation of both.
_TABLES = {
    ("zh-Hans", "zh-Hant"): ("s2hk", str.maketrans("“”‘’", "「」『』")),
    ("zh-Hant", "zh-Hans"): ("hk2s", str.maketrans("「」『』", "“”‘’")),
}
# Linked numbers, doubled braces and the marks of bold words stay as they are.
_KEPT = re.compile(r"(\{\{|\}\}|\{[^{}\n]*\}|\*\*)")
# The title of a law or a work is a name: only its script changes.
_TITLE = re.compile(r"(《[^《》]*》)")
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])’(?=[A-Za-z])")
_STANDING = "\x01"  # a sign that no text has: clean_text lets no controls through


def sources_of(language: str) -> tuple[str, ...]:
    """Return the languages from which a draft in this one can be made."""
    return tuple(source for source, target in _TABLES if target == language)


def installed() -> bool:
    """Whether the extra `hant` is there."""
    return find_spec("opencc") is not None


@dataclass(frozen=True, slots=True)
class Drafter:
    """Puts texts of one Chinese language into the other; links, bold marks and blanks stay where they are."""

    convert: Convert
    terms: dict[str, str]
    pattern: re.Pattern[str]
    forms: dict[int, str]
    quotes: dict[int, int]

    def draft(self, text: str) -> str:
        """Return the text in the other script."""
        parts = _KEPT.split(text)
        return "".join(part if number % 2 else self._words(part) for number, part in enumerate(parts))

    def _words(self, text: str) -> str:
        parts = _TITLE.split(_APOSTROPHE.sub(_STANDING, text))
        converted = "".join(
            self._script(part) if number % 2 else self._termed(part) for number, part in enumerate(parts)
        )
        return converted.translate(self.quotes).replace(_STANDING, "’")

    def _termed(self, text: str) -> str:
        parts = self.pattern.split(text)
        return "".join(self.terms[part] if number % 2 else self._script(part) for number, part in enumerate(parts))

    def _script(self, text: str) -> str:
        return self.convert(text).translate(self.forms) if text else ""


def make_drafter(catalogue: Catalogue, source: str, target: str) -> Drafter:
    """Return what drafts from one language in the other with the catalogue's glossary.

    Raises AnnalsError draft.no_pair, draft.not_installed.
    """
    if (source, target) not in _TABLES:
        raise AnnalsError("draft.no_pair", source=source, target=target)
    table, quotes = _TABLES[source, target]
    convert = _converter(table)
    pairs = [_ordered(term, source) for term in (*_names(catalogue), *catalogue.glossary)]
    terms = {old: new for old, new in reversed(pairs) if len(old) > 1}
    forms = {convert(old): new for old, new in pairs if len(old) == len(new) == 1} if target == "zh-Hant" else {}
    return Drafter(convert, terms, _longest_first(terms), {ord(old): new for old, new in forms.items()}, quotes)


def _longest_first(terms: dict[str, str]) -> re.Pattern[str]:
    ordered = sorted(terms, key=len, reverse=True)
    return re.compile(f"({'|'.join(map(re.escape, ordered))})" if ordered else "((?!))")  # no terms: never


def _converter(table: str) -> Convert:
    try:
        import opencc
    except ImportError as error:
        raise AnnalsError("draft.not_installed") from error
    maker: Any = opencc  # the package's own types are partly unknown
    return maker.OpenCC(table).convert


def _ordered(term: Term, source: str) -> tuple[str, str]:
    pair = (term.zh_hans, term.zh_hant)
    return pair if source == "zh-Hans" else (pair[1], pair[0])


def _names(catalogue: Catalogue) -> list[Term]:
    """The company's names are what the company says they are."""
    company = catalogue.company
    names = (company.name, company.short, company.address)
    return [Term(words.zh_hans, words.zh_hant) for words in names if words.zh_hans and words.zh_hant]
