"""lxml as far as readers of Word files need it, behind types: the library itself has none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

import lxml.etree as _etree

_LXML = cast("Any", _etree)
XML_ERROR: type[Exception] = _LXML.LxmlError


def parsed(content: bytes) -> Any:
    """Return the root of an XML part; nothing outside it is read. Raises XML_ERROR."""
    parser = _LXML.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return _LXML.fromstring(content, parser)


def printed(root: Any) -> bytes:
    """Return a part's bytes."""
    return _LXML.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def add_child(parent: Any, tag: str, attributes: Mapping[str, str] | None = None) -> Any:
    """Add an element at the end of another and return it."""
    return _LXML.SubElement(parent, tag, dict(attributes or {}))


def namespace_of(element: Any) -> str:
    """Return the namespace of an element's name; empty where it has none."""
    tag = str(element.tag)
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""


def named(element: Any) -> Iterator[tuple[str, Any]]:
    """Yield the children of an element with their names, without namespace; comments are left out."""
    for child in element:
        if isinstance(child.tag, str):
            yield child.tag.rpartition("}")[2], child
