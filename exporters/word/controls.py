"""A linked number in the draft: written as a content control, and found and read again in a file people worked on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from exporters.word.ooxml import clean, properties, run
from exporters.word.word_xml import W, words_of

_QUALIFIER = re.compile(r"[^\d\s−+-]+(?=\d)|[^\d]+\s(?=\d)")
_TAG = re.compile(r"annals:(v[0-9a-f]{12})")
# LibreOffice drops tags; the binding to the store is kept.
_BOUND = re.compile(r"/(?:\w+:)?values(?:\[1\])?/(?:\w+:)?(v[0-9a-f]{12})(?:\[1\])?/")
_PROPERTIES = (
    "rPr", "alias", "tag", "id", "lock", "placeholder", "temporary", "showingPlcHdr", "dataBinding", "label",
    "tabIndex",
)  # fmt: skip  # in the order of the schema; what the control is comes last


@dataclass(frozen=True, slots=True)
class Control:
    """An inline plain-text control: the element of the store that it is bound to, its id, its title, its look."""

    key: str
    number: int
    title: str
    look: str = ""
    small: str = ""  # of words before the digits, where they are set smaller


def bound_control(control: Control, store: tuple[str, str], text: str) -> str:
    """Return a control with its cached text, bound to the store (namespace, item id)."""
    namespace, item = store
    key, rpr = control.key, properties(control.look)
    return (
        f'<w:sdt><w:sdtPr>{rpr}<w:alias w:val="{clean(control.title)}"/><w:tag w:val="annals:{key}"/>'
        f'<w:id w:val="{control.number}"/>'
        f"<w:dataBinding w:prefixMappings=\"xmlns:v='{namespace}'\" "
        f'w:xpath="/v:values[1]/v:{key}[1]/v:text[1]" w:storeItemID="{item}"/><w:text/></w:sdtPr>'
        f"<w:sdtContent>{_parted(text, control)}</w:sdtContent></w:sdt>"
    )


def _parted(text: str, control: Control) -> str:
    """Return the words of a control; those before its digits in a look of their own where it has one."""
    before, rest = parted(text) if control.small else ("", text)
    return (run(before, control.small) if before else "") + run(rest, control.look)


def controls(root: Any) -> Iterator[tuple[Any, str]]:
    """Yield each control of a linked number below an element with its key, in reading order."""
    for control in root.iter(W + "sdt"):
        key = key_of(control)
        if key:
            yield control, key


def key_of(control: Any) -> str:
    """Return the key that a control's tag names, else the one that it is bound to; empty where it is none of ours."""
    tag = control.find(f"{W}sdtPr/{W}tag")
    named = _TAG.fullmatch(tag.get(W + "val", "")) if tag is not None else None
    if named:
        return named[1]
    binding = control.find(f"{W}sdtPr/{W}dataBinding")
    bound = _BOUND.search(binding.get(W + "xpath", "")) if binding is not None else None
    return bound[1] if bound else ""


def content_of(control: Any) -> Any:
    """Return the element with a control's words; None where it has none."""
    return control.find(W + "sdtContent")


def shown(control: Any) -> str:
    """Return what stands in a control once all tracked changes are accepted."""
    content = content_of(control)
    return "" if content is None else words_of(content)


def is_struck(control: Any) -> bool:
    """Whether a tracked change deletes all words of a control."""
    content = content_of(control)
    return content is not None and not words_of(content) and next(content.iter(W + "delText"), None) is not None


def bind(control: Any, key: str, store: tuple[str, str]) -> None:
    """Give a control its tag and its binding again where a program has dropped them."""
    own = control.find(W + "sdtPr")
    if own.find(W + "tag") is None:
        own.append(own.makeelement(W + "tag", {W + "val": f"annals:{key}"}))
    if own.find(W + "dataBinding") is None:
        namespace, item = store
        own.append(own.makeelement(W + "dataBinding", {
            W + "prefixMappings": f"xmlns:v='{namespace}'", W + "xpath": f"/v:values[1]/v:{key}[1]/v:text[1]",
            W + "storeItemID": item,
        }))  # fmt: skip
    hint = own.find(W + "showingPlcHdr")
    if hint is not None:
        own.remove(hint)
    _sort(own)


def unbind(control: Any) -> None:
    """Take the binding off, so that Word shows what a person typed and not what the store says."""
    binding = control.find(f"{W}sdtPr/{W}dataBinding")
    if binding is not None:
        binding.getparent().remove(binding)


def _sort(own: Any) -> None:
    """Put a control's properties in the order of the schema, which LibreOffice does not keep."""
    places = {W + name: place for place, name in enumerate(_PROPERTIES)}
    children = list(own)
    ordered = sorted(children, key=lambda child: places.get(child.tag, len(places)))
    if ordered != children:
        for child in ordered:
            own.append(child)


def parted(text: str) -> tuple[str, str]:
    """Return the qualifier before the digits of a number, and the rest."""
    words = _QUALIFIER.match(text)
    return (words[0], text[words.end() :]) if words else ("", text)
