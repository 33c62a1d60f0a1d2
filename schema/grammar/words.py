"""Words for people in the three languages that Annals speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from schema.grammar.languages import LANGUAGES

_CHINESE = re.compile("[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]")
_LINK = re.compile(r"""https?://[^\s"'<>\\{}|^`]+""")
_FIELDS = {"zh-Hans": "zh_hans", "zh-Hant": "zh_hant", "en": "en"}


@dataclass(frozen=True, slots=True)
class Words:
    """One wording per language; an empty string means that the language has none."""

    zh_hans: str = ""
    zh_hant: str = ""
    en: str = ""

    def get(self, language: str) -> str:
        """Return the wording in exactly this language, or an empty string."""
        return getattr(self, _FIELDS[language])

    def best(self, language: str) -> str:
        """Return the wording in this language, else in the nearest one that has words."""
        if own := self.get(language):
            return own
        order = (language, "zh-Hans", "zh-Hant", "en") if language != "zh-Hant" else (language, "zh-Hans", "en")
        return next((text for text in map(self.get, order) if text), "")

    def __bool__(self) -> bool:
        return bool(self.zh_hans or self.zh_hant or self.en)

    def missing(self, languages: Iterable[str] = LANGUAGES) -> tuple[str, ...]:
        """Return which of the languages have no wording."""
        return tuple(language for language in languages if not self.get(language))


NO_WORDS = Words()


def is_link(text: str) -> bool:
    """Whether a text is the address of a page that a reader may open."""
    return _LINK.fullmatch(text) is not None


def is_chinese(text: str) -> bool:
    """Whether a text has Chinese characters or punctuation in it."""
    return _CHINESE.search(text) is not None


# Why a disclosure may be left out, as the frameworks' indices name it; "" where they ask for no such reason.
DisclosedReason = Literal["", "not_applicable", "legal", "confidential", "unavailable"]


@dataclass(frozen=True, slots=True)
class Explanation(Words):
    """Why a disclosure is not answered, in words; `reason` is a DisclosedReason where the framework wants one.

    `requirements` names the parts that are left out (a, b-ii); empty for the whole disclosure. Or where else it is
    answered: in another `document` (its name, in several languages parted by two bars), on a `page`, at a `link`.
    """

    reason: str = ""
    requirements: str = ""
    document: str = ""
    page: str = ""
    link: str = ""

    def __bool__(self) -> bool:
        return bool(self.zh_hans or self.zh_hant or self.en or self.document)
