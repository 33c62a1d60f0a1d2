"""Comments put beside words of an edited draft: what a person should look at."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from exporters.word.ooxml import NAMESPACES
from exporters.word.parts import DOCUMENT, Parts
from exporters.word.word_xml import W, write
from exporters.word.xml_tree import add_child

AUTHOR = "Annals"
_PART = "word/comments.xml"
_LONGEST = 9  # digits of a number that Word reads


class CommentMarks:
    """The comments of one file; the same one at the same place is written once, however often it is asked for."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        related = parts.related(DOCUMENT).values()
        self._part = next((name for name in related if name.endswith("comments.xml") and name in parts), "")
        known = parts.xml(self._part) if self._part else ()
        self._texts = {one.get(W + "id"): _words(one) for one in known if one.get(W + "author") == AUTHOR}
        self._next = max((_number(one) for one in known), default=-1) + 1

    def add(self, first: Any, last: Any, words: str) -> bool:
        """Put a comment around siblings of a paragraph; whether it was not there before. Only in the body."""
        paragraph = first.getparent()
        if any(self._texts.get(one.get(W + "id")) == words for one in paragraph.iter(W + "commentReference")):
            return False
        number = str(self._next)
        self._next += 1
        first.addprevious(first.makeelement(W + "commentRangeStart", {W + "id": number}))
        end = first.makeelement(W + "commentRangeEnd", {W + "id": number})
        last.addnext(end)
        end.addnext(_reference(first, number))
        self._comment(number, words)
        self._parts.changed(DOCUMENT)
        return True

    def _comment(self, number: str, words: str) -> None:
        if not self._part:
            self._part = _PART
            kind = CT.WML_COMMENTS
            self._parts.add(_PART, kind, RT.COMMENTS, f"<w:comments {NAMESPACES}/>".encode())
        root = self._parts.xml(self._part)
        comment = add_child(root, W + "comment", {W + "id": number, W + "author": AUTHOR, W + "initials": AUTHOR[0]})
        paragraph = add_child(comment, W + "p")
        write(add_child(add_child(paragraph, W + "r"), W + "t"), words)
        self._texts[number] = words
        self._parts.changed(self._part)


def _reference(element: Any, number: str) -> Any:
    run = element.makeelement(W + "r")
    add_child(run, W + "commentReference", {W + "id": number})
    return run


def _number(comment: Any) -> int:
    """Return the number of a comment; one that has none, or none that Word would give, does not count."""
    text = str(comment.get(W + "id", ""))
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _LONGEST else -1


def _words(comment: Any) -> str:
    return "".join(text.text or "" for text in comment.iter(W + "t"))
