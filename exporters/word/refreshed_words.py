"""Words of an edited draft that the program itself wrote and nobody has touched: cover, captions, counts of fields."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from exporters.content import Block, Chart, Document, Image, Index, Panel, Table, Text
from exporters.word.edited_draft import EditedDraft
from exporters.word.edition_part import add_marks
from exporters.word.parts import DOCUMENT
from exporters.word.passages import Passage, mark_of
from exporters.word.word_xml import W, pieces, splice, words_of, write
from schema.grammar.linked import escaped

_SEQUENCE, _REFERENCE = re.compile(r"\s*SEQ\s+(\S+)"), re.compile(r"\s*REF\s+(\S+)")


@dataclass(frozen=True, slots=True)
class WordsDone:
    """Words that say something else now."""

    before: str
    after: str


def refresh_words(draft: EditedDraft, document: Document, found: Sequence[Passage]) -> tuple[WordsDone, ...]:
    """Let cover and captions say what they would say today, where nobody has touched them; `found` are its passages."""
    base = frozenset(draft.edition.marks if draft.edition else ())
    untouched = [one for one in found if one.part == DOCUMENT and one.mark in base]
    front, captions = list(_cover(document, untouched)), list(_captions(document, untouched))
    if front or captions:
        draft.parts.changed(DOCUMENT)
    if draft.edition_part and (front or captions):
        add_marks(draft.parts.xml(draft.edition_part), [mark_of(escaped(one.after)) for one in (*front, *captions)])
        draft.parts.changed(draft.edition_part)
    return (*front, *captions)


def _cover(document: Document, untouched: Iterable[Passage]) -> Iterator[WordsDone]:
    """Change the lines of the cover; its state, with how far the history went, is that of the export, and stays."""
    cover = document.cover
    today = {"CoverCompany": cover.company, "CoverYear": cover.year, "CoverTitle": cover.title}
    front = [one for one in untouched if not one.section]
    styles = Counter(one.style for one in front)
    for one in front:
        now = today.get(one.style, "")
        if now and styles[one.style] == 1 and one.words != now and _rewrite(one.element, now):
            yield WordsDone(one.words, now)


def _rewrite(paragraph: Any, now: str) -> bool:
    """Put words in the place of a paragraph's, line by line; False where it has other lines."""
    before, lines = words_of(paragraph).split("\n"), now.split("\n")
    if len(lines) != len(before):
        return False
    end = sum(map(len, before)) + len(before) - 1
    for old, new in zip(reversed(before), reversed(lines), strict=True):
        if old != new and not splice(list(pieces(paragraph)), end - len(old), end, new):
            return False
        end -= len(old) + 1
    return True


def _captions(document: Document, untouched: Iterable[Passage]) -> Iterator[WordsDone]:
    today = {_anchor(block): words for block in document.blocks if (words := _caption(block)) and _anchor(block)}
    labels = (document.labels.table, document.labels.figure)
    for one in untouched:
        names = (str(mark.get(W + "name", "")) for mark in one.element.iter(W + "bookmarkStart"))
        anchor = next((name for name in names if name in today), "")
        tail = _tail(one, labels) if anchor else None
        if tail is None:
            continue
        label, old = tail
        now = f"{label} {today[anchor]}"
        if mark_of(escaped(now)) != one.mark and _retail(one, old, today[anchor]):
            yield WordsDone(one.words, now)


def _anchor(block: Block) -> str:
    return str(getattr(block, "anchor", ""))


def _caption(block: Block) -> str:
    """Return the words of a caption that no number is linked in."""
    match block:
        case Table() | Chart() | Panel():
            return block.caption
        case Index():
            return block.framework
        case Image():
            plain = all(isinstance(inline, Text) for inline in block.caption)
            return "".join(inline.text for inline in block.caption if isinstance(inline, Text)) if plain else ""
        case _:
            return ""


def _tail(passage: Passage, labels: Sequence[str]) -> tuple[str, str] | None:
    """Return the label of a caption and the words behind its number; None where it has links or no number."""
    stretches = passage.stretches
    last = max((n for n, one in enumerate(stretches) if one.counted), default=-1)
    if last < 0 or any(one.key for one in stretches):
        return None
    before = "".join(one.shown for one in stretches[:last] if not one.counted).strip()
    words = "".join(one.shown for one in stretches[last + 1 :])
    return (before, words.strip()) if before in labels and words.strip() else None


def _retail(passage: Passage, old: str, now: str) -> bool:
    found, words = list(pieces(passage.element)), words_of(passage.element)
    at = words.rfind(old)
    return at >= 0 and splice(found, at, at + len(old), now)


def recount(draft: EditedDraft) -> None:
    """Count captions anew, and let what refers to them say their numbers."""
    if _recounted(draft.parts.xml(DOCUMENT)):
        draft.parts.changed(DOCUMENT)


def _recounted(root: Any) -> bool:
    counts, numbers = Counter[str](), dict[str, str]()
    fields = list(_fields(root))
    changed = False
    for instruction, texts in fields:
        sequence = _SEQUENCE.match(instruction)
        if sequence:
            counts[sequence[1]] += 1
            changed |= _say(texts, str(counts[sequence[1]]))
    for mark in root.iter(W + "bookmarkStart"):
        name = str(mark.get(W + "name", ""))
        if name.startswith("b_"):
            numbers[name] = _within(mark)
    for instruction, texts in fields:
        reference = _REFERENCE.match(instruction)
        if reference and numbers.get(reference[1]):
            changed |= _say(texts, numbers[reference[1]])
    return changed


def _say(texts: Sequence[Any], words: str) -> bool:
    """Put words into what a field shows; whether they are others."""
    if not texts or "".join(text.text or "" for text in texts) == words:
        return False
    for number, text in enumerate(texts):
        write(text, "" if number else words)
    return True


def _fields(root: Any) -> Iterator[tuple[str, list[Any]]]:
    """Yield the fields of a body with the texts that they show, those that programs keep as one element, too."""
    instruction, texts, state = "", list[Any](), ""
    for element in root.iter(W + "fldChar", W + "instrText", W + "t", W + "fldSimple"):
        if element.tag == W + "fldSimple":
            yield str(element.get(W + "instr", "")), list(element.iter(W + "t"))
        elif element.tag == W + "fldChar":
            kind = element.get(W + "fldCharType")
            if kind == "end" and state == "separate":
                yield instruction, texts
            if kind != "separate":
                instruction, texts = "", []
            state = "" if kind == "end" else str(kind)
        elif element.tag == W + "instrText":
            instruction += element.text or ""
        elif state == "separate":
            texts.append(element)


def _within(mark: Any) -> str:
    """Return the words between the two ends of a bookmark in one paragraph."""
    own, shown = mark.get(W + "id"), ""
    for sibling in mark.itersiblings():
        if sibling.tag == W + "bookmarkEnd" and sibling.get(W + "id") == own:
            return shown
        shown += words_of(sibling) if sibling.tag != W + "r" else "".join(piece.text for piece in pieces(sibling))
    return ""
