"""YAML files as plain text data with line numbers: every scalar stays the text that was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from schema.mistakes import Mistake

# libyaml where the wheel has it; the stubs type neither loader nor compose.
_compose: Any = getattr(yaml, "compose")  # noqa: B009
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Where = tuple[str | int, ...]


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
        node = _compose(path.read_text(encoding="utf-8-sig"), _Loader)
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
        source.data = _plain(node, (), source) if node is not None else {}
    return source


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
