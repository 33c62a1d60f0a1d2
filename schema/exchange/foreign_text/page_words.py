"""The words that a saved web page prints, with the lines that they stand on; tags and addresses hold numbers, too."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from schema.exchange.foreign_text.paragraphs import Line

_PAGE = re.compile(r"<!doctype html|<html[\s>]|<body[\s>]|</(?:p|div|table|td|li)>|<br */?>", re.IGNORECASE)
_BEGINNING = 200_000
# What stands above an article that a reader of feeds has saved: only title and date are shown.
_HEAD = re.compile(r"\A\s*---\r?\n(?P<head>.*?)\r?\n---\r?\n", re.DOTALL)
_SHOWN = re.compile(r"^(?P<key>title|date): *(?P<words>.*)$")
_SILENT = ("script", "style", "template", "noscript", "svg")
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "tr",
        "table",
        "br",
        "hr",
        "section",
        "article",
        "header",
        "footer",
        "title",
        "blockquote",
        "figure",
        "figcaption",
        "dd",
        "dt",
        "dl",
        "pre",
        "main",
        "aside",
        "nav",
        "form",
        "option",
        "caption",
    ]
)
_CELLS = ("td", "th")


def is_page(text: str) -> bool:
    """Whether a text is a web page, whatever it is called."""
    return _PAGE.search(text, 0, _BEGINNING) is not None


def page_paragraphs(text: str) -> list[list[Line]]:
    """Return each paragraph of a page as the pieces of it that stand on one line of the file."""
    head = _HEAD.match(text)
    blocks = list[list[Line]]()
    for number, line in enumerate(text[: head.end()].split("\n") if head else (), 1):
        if shown := _SHOWN.match(line.strip()):
            blocks.append([(str(number), shown["words"].strip("'\" "))])
    reader = _Reader(text[: head.end()].count("\n") if head else 0)
    reader.feed(text[head.end() if head else 0 :])
    reader.close()
    return [*blocks, *reader.blocks()]


class _Reader(HTMLParser):
    """Gathers what stands between the tags that end a paragraph."""

    def __init__(self, above: int) -> None:
        super().__init__(convert_charrefs=True)
        self._above, self._silent = above, 0
        self._done: list[list[Line]] = []
        self._block: list[Line] = []

    def blocks(self) -> list[list[Line]]:
        """Return the paragraphs that have words."""
        self._end()
        return self._done

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._silent += tag in _SILENT
        if tag in _BLOCKS:
            self._end()
        if tag in _CELLS and self._block:
            self._block.append((self._block[-1][0], " | "))

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in _SILENT))
        if tag in _BLOCKS:
            self._end()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        line = self.getpos()[0] + self._above
        for offset, words in enumerate(data.split("\n")):
            spaced = re.sub(r"[ \t\r\f\u00a0]+", " ", words)
            if offset and self._block and self._block[-1][1][-1:].isascii() and not self._block[-1][1].endswith(" "):
                spaced = " " + spaced.lstrip()
            if spaced:
                self._block.append((str(line + offset), spaced))

    def _end(self) -> None:
        if any(words.strip() for _, words in self._block):
            first = self._block[0]
            self._done.append([(first[0], first[1].lstrip()), *self._block[1:]])
        self._block = []
