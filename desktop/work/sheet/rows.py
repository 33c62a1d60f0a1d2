"""The lines of a sheet: what a report asks for, each value once, the members of a breakdown below their metric."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from schema.catalogue.definitions import Catalogue
from schema.catalogue.entities import EntityTree
from schema.catalogue.outline import Definitions, Outline, Placement, Section, placements
from schema.catalogue.owners import Owners, owners
from schema.catalogue.section_content import entity_keys, open_wildcard
from schema.grammar.languages import LANGUAGES
from schema.grammar.reference import Key, category_parts, parse_reference, sort_category
from schema.grammar.words import NO_WORDS, Words
from schema.validation.shares import AskedItem
from schema.values.period_words import span_words

# A head (chapter, section, department), a value of its own, a breakdown that folds its members, one of these.
RowKind = Literal["head", "value", "parts", "member"]
_AND, _BY = " · ", " × "


@dataclass(frozen=True, slots=True)
class Row:
    """One line. `name` is its own in the sheet, `within` are the names of the lines that it stands under, outer first.

    `key` is that of the year that is filled in, of a breakdown that of the whole; `parts` are the members' keys.
    `words` are what is searched. A head without a title is that of values without a department.
    """

    kind: RowKind
    name: str
    title: Words
    depth: int
    within: tuple[str, ...] = ()
    key: Key | None = None
    placement: Placement | None = None
    parts: tuple[Key, ...] = ()
    department: str = ""
    words: str = ""

    @property
    def takes(self) -> bool:
        """Whether a line of somebody's own table belongs here: heads and sums stand between them."""
        return self.kind in ("value", "member")


def report_rows(definitions: Definitions, report: str, period: int, items: Sequence[AskedItem] = ()) -> tuple[Row, ...]:
    """Return the lines of a report; `items` add what only its figures take, each at its section."""
    outline = definitions.outlines[report]
    taken: dict[str, list[AskedItem]] = {}
    for item in items:
        if isinstance(item.at, Key):
            taken.setdefault(item.section, []).append(item)
    book = _Book(definitions.catalogue, period, set(_placed(outline, definitions.catalogue, period)))
    known = owners(outline)
    return tuple(row for chapter in outline.chapters for row in book.section(chapter, known, taken))


def catalogue_rows(definitions: Definitions, period: int) -> tuple[Row, ...]:
    """Return a line for every metric that there is, by department, each with its breakdowns."""
    catalogue = definitions.catalogue
    book, groups = _Book(catalogue, period), dict[str, list[_Placed]]()
    for metric in catalogue.metrics.values():
        starred = (f"{metric.code}:{sort_category(';'.join(f'{b}=*' for b in one))}" for one in metric.crossings)
        for reference in (metric.code, *starred):
            groups.setdefault(metric.department, []).append(_Placed(Placement(reference), metric.department))
    rows: list[Row] = []
    for code in (*catalogue.departments, ""):
        known = catalogue.departments.get(code)
        head = Row("head", f"department {code}", known.name if known else NO_WORDS, 0)
        rows += book.headed(head, groups.get(code, ()))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A placement with the department that owns it."""

    placement: Placement
    department: str


def _placed(outline: Outline, catalogue: Catalogue, period: int) -> Iterator[Key]:
    """Yield every key that a report places, wildcards opened, with those of entities that are asked for it."""
    tree = EntityTree(catalogue.entities)
    for section in outline.walk():
        for block in section.blocks:
            for placement in placements(block):
                reference = parse_reference(placement.reference)
                if reference is not None and reference.code in catalogue.metrics:
                    for key in entity_keys(reference.key(period), catalogue, tree):
                        yield from open_wildcard(key, catalogue)


@dataclass(slots=True)
class _Book:
    """Lays out lines in order; a value that stands in an earlier line is not asked for again."""

    catalogue: Catalogue
    period: int
    placed: set[Key] = field(default_factory=set[Key])
    seen: set[Key] = field(default_factory=set[Key])
    tree: EntityTree = field(init=False)

    def __post_init__(self) -> None:
        self.tree = EntityTree(self.catalogue.entities)

    def section(
        self, section: Section, known: Mapping[str, Owners], taken: Mapping[str, Sequence[AskedItem]]
    ) -> list[Row]:
        """Return a section's head, lines and sections; nothing where no value stands in it.

        A head between a chapter and a section with values would only push the values down.
        """
        head = Row("head", section.code, section.title, min(section.level - 1, 1))
        asked = [
            _Placed(placement, known[section.code].of(self._department(placement), block.department))
            for block in section.blocks
            for placement in placements(block)
        ]
        only_taken = (item for item in taken.get(section.code, ()) if item.at not in self.placed)
        asked += [
            _Placed(Placement(_reference(item.at)), item.owner) for item in only_taken if isinstance(item.at, Key)
        ]
        rows = self.headed(head, asked)
        below = [row for child in section.sections for row in self.section(child, known, taken)]
        if below and not rows and not head.depth:
            rows = [head]
        return rows + [replace(row, within=(head.name, *row.within)) for row in below]

    def headed(self, head: Row, asked: Iterable[_Placed]) -> list[Row]:
        """Return a head with its values below it; nothing where there is none."""
        opened = [pair for one in asked for pair in self._keys(one) if pair[1].period == self.period]
        folded = {member for _, key in opened if "*" in key.category for member in self._members(key)}
        groups: dict[Key, list[Row]] = {}
        for one, key in opened:
            group = groups.setdefault(_whole(key), [])
            if "*" in key.category:
                group += self._breakdown(one, key, head.depth + 1, alone=not group)
            elif key not in self.seen and key not in folded:
                self.seen.add(key)
                group.insert(0, self._value(one, key, head.depth + 1))
        rows = [row for group in groups.values() for row in _nested(group)]
        return [head, *(replace(row, within=(head.name, *row.within)) for row in rows)] if rows else []

    def _keys(self, one: _Placed) -> Iterator[tuple[_Placed, Key]]:
        """Yield what a placement asks for: its own value, and that of each entity that is asked for the metric."""
        reference = parse_reference(one.placement.reference)
        if reference is None or reference.code not in self.catalogue.metrics:
            return
        placed = reference.key(self.period)
        for key in entity_keys(placed, self.catalogue, self.tree):
            entity = self.catalogue.entity(key.entity) if key.entity else None
            owner = entity.department if entity is not None and entity.department else one.department
            bare = one.placement if key == placed else replace(one.placement, label=NO_WORDS)
            yield _Placed(bare, owner), key

    def _department(self, placement: Placement) -> str:
        reference = parse_reference(placement.reference)
        metric = self.catalogue.metrics.get(reference.code) if reference else None
        return metric.department if metric else ""

    def _members(self, key: Key) -> tuple[Key, ...]:
        return open_wildcard(key, self.catalogue)

    def _value(self, one: _Placed, key: Key, depth: int) -> Row:
        metric = self.catalogue.metrics[key.metric]
        own = _join(_AND, [metric.name, *self._member_names(key), *self._entity_names(key)])
        title = one.placement.label or own
        words = all_words(own, title, metric.code, self._unit(key))
        return Row("value", key.canonical(), title, depth, (), key, one.placement, (), one.department, words)

    def _breakdown(self, one: _Placed, key: Key, depth: int, *, alone: bool) -> list[Row]:
        """Return the line of a breakdown and its members; nothing where all of them stand in earlier lines."""
        parts = self._members(key)
        new = [part for part in parts if part not in self.seen]
        if not new:
            return []
        self.seen.update(new)
        metric, stars = self.catalogue.metrics[key.metric], [b for b, m in category_parts(key.category) if m == "*"]
        by = _join(_BY, [self.catalogue.breakdowns[code].name for code in stars])
        whole = _whole(key)
        named = one.placement.label or _join(
            _AND, [metric.name, *self._member_names(whole), *self._entity_names(whole)]
        )
        words = all_words(metric.name, named, by, metric.code, self._unit(key))
        title = _join(_AND, [named, by]) if alone else by
        name = f"{whole.canonical()} {'*'.join(stars)}"
        # A placement's own words are those of the whole: its members have names of their own.
        bare = replace(one.placement, label=NO_WORDS)
        head = Row("parts", name, title, depth, (), whole, bare, parts, one.department, words)
        rows = [head]
        for part in new:
            own = _join(_AND, [self._member_name(b, m) for b, m in category_parts(part.category) if b in stars])
            found = all_words(own, words)
            rows.append(Row("member", part.canonical(), own, depth + 1, (name,), part, bare, (), one.department, found))
        return rows

    def _member_names(self, key: Key) -> list[Words]:
        return [self._member_name(breakdown, member) for breakdown, member in category_parts(key.category)]

    def _entity_names(self, key: Key) -> list[Words]:
        entity = self.catalogue.entity(key.entity) if key.entity else None
        names = [entity.name] if entity is not None else []
        if key.span:
            names.append(Words(*(span_words(key.span, self.catalogue, language) for language in LANGUAGES)))
        return names

    def _member_name(self, breakdown: str, member: str) -> Words:
        known = self.catalogue.breakdowns.get(breakdown)
        found = known.member(member) if known else None
        return found.name if found else Words(member, member, member)

    def _unit(self, key: Key) -> Words:
        unit = self.catalogue.units.get(self.catalogue.metrics[key.metric].unit)
        return unit.name if unit else NO_WORDS


def _nested(group: Sequence[Row]) -> list[Row]:
    """Let the breakdowns of a metric stand under its own line, where it has one."""
    if not group or group[0].kind != "value":
        return list(group)
    first = group[0]
    return [first, *(replace(row, depth=row.depth + 1, within=(first.name, *row.within)) for row in group[1:])]


def _whole(key: Key) -> Key:
    if not key.category:
        return key
    parts = ";".join(f"{b}={m}" for b, m in category_parts(key.category) if m != "*")
    return replace(key, category=sort_category(parts))


def _reference(key: Key) -> str:
    at = f"{key.metric}/{key.entity}" if key.entity else key.metric
    at += f"@-0{key.span}" if key.span else ""
    return at + (f":{key.category}" if key.category else "")


def _join(sign: str, words: Sequence[Words]) -> Words:
    return Words(*(sign.join(one.best(language) for one in words) for language in LANGUAGES))


def all_words(*words: Words | str) -> str:
    """Return what a line is searched by: words in every language, and codes."""
    texts = (one if isinstance(one, str) else "\n".join((one.zh_hans, one.zh_hant, one.en)) for one in words)
    return "\n".join(texts).lower()
