"""How well what somebody types fits a name: the same for every list that is searched."""

from __future__ import annotations

from desktop.work.initials import place_of

# The whole name, its beginning, a part of it; its initials from the first on, later ones; other words.
WHOLE, BEGINNING, PART, LETTERS, LATER_LETTERS, OTHER = range(6)
NOT_AT_ALL = -1


def fit(term: str, name: str, letters: tuple[str, ...], searched: str) -> int:
    """Return how well one word fits, the best is 0; `NOT_AT_ALL` where it does not.

    The word is folded (`str.casefold`), and so are the words that are `searched` beside the name.
    """
    name = name.casefold()
    if term in name:
        return WHOLE if name == term else BEGINNING if name.startswith(term) else PART
    spelled = place_of(term, letters)
    if spelled >= 0:
        return LETTERS if spelled == 0 else LATER_LETTERS
    return OTHER if term in searched else NOT_AT_ALL
