"""Words for people in the three languages that Annals speaks."""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
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

    def missing(self) -> tuple[str, ...]:
        """Return the languages without a wording."""
        return tuple(language for language in LANGUAGES if not self.get(language))


NO_WORDS = Words()
