"""The words that a saved web page prints: its head, tags and addresses hold numbers that no reader sees."""

from __future__ import annotations

import html
import re

_HEAD = re.compile(r"\A\s*---\n(?P<head>.*?)\n---\n", re.DOTALL)
# Of the head only the title and the date are shown above an article.
_SHOWN = re.compile(r"^(?:title|date): *(?P<words>.*)$", re.MULTILINE)
_BREAK = re.compile(r"</(?:p|div|h\d|li|tr)>|<br */?>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def printed_words(text: str) -> str:
    """Return a saved web page as plain text, a paragraph a line; any other text as it is."""
    if not re.search(r"<p[\s>]", text):
        return text
    head = _HEAD.match(text)
    shown = [match["words"].strip("'\" ") for match in _SHOWN.finditer(head["head"])] if head else []
    body = _TAG.sub("", _BREAK.sub("\n", text[head.end() if head else 0 :]))
    lines = (html.unescape(line).strip() for line in body.split("\n"))
    return "\n".join([*shown, *(line for line in lines if line)]) + "\n"
