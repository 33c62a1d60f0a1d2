"""YAML files as plain text data with line numbers: every scalar stays the text that was written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from schema.foreign_file import look
from schema.mistakes import Mistake

# libyaml where the wheel has it; the stubs type neither loader nor compose.
_compose: Any = getattr(yaml, "compose")  # noqa: B009
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Where = tuple[str | int, ...]
# What no definitions come near: characters of a file, places in it with each repetition counted, places in places.
MOST_CHARACTERS, MOST_PLACES, DEEPEST = 20_000_000, 400_000, 40
_MOST_BYTES = 4 * MOST_CHARACTERS
# Brackets that are open in a text, some of them in its words and never closed; signs that a line stands further in.
_OPEN, _FURTHEST_IN = 1000, 200
_NESTING = re.compile(r"[\[\]{}]|^[ -]+", re.MULTILINE)


@dataclass(slots=True)
class Source:
    """One file's data; `lines` gives the line of each path into it."""

    file: str
    data: Any = None
    lines: dict[Where, int] = field(default_factory=dict[Where, int])
    mistakes: list[Mistake] = field(default_factory=list[Mistake])

    def nearest(self, where: Where) -> Where:
        """Return the nearest known place on the way to `where`."""
        return next((where[:end] for end in range(len(where), -1, -1) if where[:end] in self.lines), ())

    def line(self, where: Where) -> int:
        """Return the line of the nearest known place on the way to `where`."""
        return self.lines.get(self.nearest(where), 1)

    def mistake(self, where: Where, code: str, **params: str) -> Mistake:
        """Return a mistake at a place of this file."""
        return Mistake(self.file, self.line(where), code, params)


def read_yaml(path: Path, name: str) -> Source:
    """Read a YAML file; syntax errors, unreadable bytes and doubled keys become mistakes."""
    source = Source(name)
    try:
        text = path.read_text(encoding="utf-8-sig") if look(path).st_size <= _MOST_BYTES else None
        if too_large := text is None or len(text) > MOST_CHARACTERS or _is_too_deep(text):
            node = None
        else:
            node = _compose(text, _Loader)
            too_large = node is not None and _places(node) > MOST_PLACES
    except FileNotFoundError:
        source.mistakes.append(Mistake(name, 1, "definition.missing_file", {"name": name}))
    except UnicodeDecodeError:
        source.mistakes.append(Mistake(name, 1, "definition.not_utf8"))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        source.mistakes.append(
            Mistake(name, line, "definition.syntax", {"problem": str(getattr(error, "problem", ""))})
        )
    else:
        if too_large:
            source.mistakes.append(Mistake(name, 1, "definition.too_large", {"name": name}))
        else:
            source.data = _plain(node, (), source) if node is not None else {}
    return source


def _is_too_deep(text: str) -> bool:
    """Whether so much is nested in a text that the parser, which calls itself as often, must not see it."""
    depth = 0
    for match in _NESTING.finditer(text):
        sign = match[0]
        if sign in "[{":
            depth += 1
        elif sign in "]}":
            depth = max(0, depth - 1)
        elif len(sign) > 2 * _FURTHEST_IN:
            return True
        if depth > _OPEN:
            return True
    return False


def _places(node: Any) -> int:
    """Return how many places a tree has with each repetition of a part counted, without walking repetitions."""
    counted: dict[int, int] = {}

    def count(part: Any, above: int) -> int:
        if above > DEEPEST:
            return MOST_PLACES + 1
        if id(part) not in counted:
            counted[id(part)] = MOST_PLACES + 1  # a part of itself has no end
            inner = part.value if isinstance(part, yaml.SequenceNode) else ()
            if isinstance(part, yaml.MappingNode):
                inner = [one for pair in part.value for one in pair]
            counted[id(part)] = min(1 + sum(count(one, above + 1) for one in inner), MOST_PLACES + 1)
        return counted[id(part)]

    return count(node, 0)


def _plain(node: yaml.Node, where: Where, source: Source) -> Any:
    source.lines[where] = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*where, index), source) for index, item in enumerate(node.value)]
    return _mapping(node, where, source)


def _mapping(node: Any, where: Where, source: Source) -> Mapping[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in result:
            line = key_node.start_mark.line + 1
            source.mistakes.append(Mistake(source.file, line, "definition.doubled", {"name": key}))
            continue
        result[key] = _plain(value_node, (*where, key), source)
        source.lines[(*where, key)] = key_node.start_mark.line + 1
    return result
