"""What an export says, as a list of facts that can be compared: one reader of Word files and one of workbooks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.tools.markup import TIMES, Package, digest, local, markup


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing in a file. With a name it is compared with its namesake, without one by its turn among its kind."""

    kind: str
    value: str
    name: str = ""


def properties(package: Package) -> Iterator[Fact]:
    """Yield the document's properties, times left out."""
    for kind in ("core-properties", "extended-properties"):
        for part in package.related("", kind):
            yield from (Fact("property", markup(p), local(p)) for p in package.tree(part) if local(p) not in TIMES)


def other_parts(package: Package, known: set[str]) -> Iterator[Fact]:
    """Yield every part that no reader has looked into, as markup or as the hash of its bytes."""
    for name, content in package.parts.items():
        if name in known or name.endswith((".rels", "[Content_Types].xml")):
            continue
        is_xml = name.endswith((".xml", ".vml"))
        value = markup(package.tree(name), package.meanings(name)) if is_xml else digest(content)
        yield Fact("other part", value, name)
