"""The numbers of a report's headings, as Word will count them: 1, 1.1 in chapters, A, A.1 in annexes."""

from __future__ import annotations

from collections.abc import Mapping

from schema.catalogue.outline import Outline


def heading_numbers(outline: Outline) -> Mapping[str, str]:
    """Return the number of each chapter and section by its code; plain ones, parts and releases have none."""
    numbers: dict[str, str] = {}
    chapters = annexes = 0
    for chapter in outline.chapters if outline.form == "report" else ():
        match chapter.matter:
            case "plain" | "part":
                continue
            case "annex":
                annexes += 1
                number = annex_letters(annexes)
            case "":
                chapters += 1
                number = str(chapters)
        numbers[chapter.code] = number
        numbers |= {section.code: f"{number}.{count}" for count, section in enumerate(chapter.sections, 1)}
    return numbers


def annex_letters(number: int) -> str:
    """Return the letters of an annex counted from 1, as Word counts: A … Z, AA, BB …"""
    times, letter = divmod(number - 1, 26)
    return chr(ord("A") + letter) * (times + 1)
