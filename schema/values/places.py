"""Where things of each type stand in a snapshot, and how it changes when some of them do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from schema.values.datapoint import Origin, PublishedValue, SlotText, Snapshot
from schema.values.subject import PublishedAt, TextAt


def renewed(old: Mapping[Any, Any], things: Mapping[Any, Any]) -> dict[Any, Any]:
    """Return a map with these things in it; None takes one out. What stands already keeps its place in the order."""
    new = {**old, **things}
    for subject, thing in things.items():
        if thing is None:
            del new[subject]
    return new


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A field of the snapshot that holds things by their subject."""

    field: str

    def finder(self, snapshot: Snapshot) -> Callable[[Any], Any]:
        """Return what gives the thing that stands at a subject, or None."""
        return getattr(snapshot, self.field).get

    def all(self, snapshot: Snapshot) -> Mapping[Any, Any]:
        """Return every thing by its subject."""
        return getattr(snapshot, self.field)

    def changed(self, snapshot: Snapshot, things: Mapping[Any, Any]) -> Mapping[str, Any]:
        """Return the field with these things in it."""
        return {self.field: renewed(getattr(snapshot, self.field), things)}

    def replaced(self, snapshot: Snapshot, things: Mapping[Any, Any]) -> Mapping[str, Any]:
        """Return the field with nothing but these things in it."""
        del snapshot
        return {self.field: dict(things)}


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A field of the snapshot that holds things by a plain name that a subject gives them."""

    field: str
    name: Callable[[Any], Any]
    subject: Callable[[Any], Any]

    def finder(self, snapshot: Snapshot) -> Callable[[Any], Any]:
        """Return what gives the thing that stands at a subject, or None."""
        named = getattr(snapshot, self.field)
        return lambda subject: named.get(self.name(subject))

    def all(self, snapshot: Snapshot) -> Mapping[Any, Any]:
        """Return every thing by its subject."""
        return {self.subject(thing): thing for thing in getattr(snapshot, self.field).values()}

    def changed(self, snapshot: Snapshot, things: Mapping[Any, Any]) -> Mapping[str, Any]:
        """Return the field with these things in it."""
        named = {self.name(subject): thing for subject, thing in things.items()}
        return {self.field: renewed(getattr(snapshot, self.field), named)}

    def replaced(self, snapshot: Snapshot, things: Mapping[Any, Any]) -> Mapping[str, Any]:
        """Return the field with nothing but these things in it."""
        del snapshot
        return {self.field: {self.name(subject): thing for subject, thing in things.items()}}


@dataclass(frozen=True, slots=True)
class MorePlace:
    """Things that the snapshot has no field of their own for: they stand in `more`, under one name."""

    name: str

    def finder(self, snapshot: Snapshot) -> Callable[[Any], Any]:
        """Return what gives the thing that stands at a subject, or None."""
        return self.all(snapshot).get

    def all(self, snapshot: Snapshot) -> Mapping[Any, Any]:
        """Return every thing by its subject."""
        return snapshot.more.get(self.name, {})

    def changed(self, snapshot: Snapshot, things: Mapping[Any, Any]) -> Mapping[str, Any]:
        """Return `more` with these things in it."""
        return self.replaced(snapshot, renewed(self.all(snapshot), things))

    def replaced(self, snapshot: Snapshot, things: Mapping[Any, Any]) -> Mapping[str, Any]:
        """Return `more` with nothing but these things under this name; a name that holds nothing is left out."""
        others = {name: kept for name, kept in snapshot.more.items() if name != self.name}
        return {"more": {**others, self.name: dict(things)} if things else others}


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Words of slots: what they are, from which report they are carried, and what they follow, in three fields."""

    def finder(self, snapshot: Snapshot) -> Callable[[TextAt], SlotText | None]:
        """Return what gives the words of a slot with all that is known of them, or None."""
        return lambda subject: self._at(snapshot, subject)

    def _at(self, snapshot: Snapshot, subject: TextAt) -> SlotText | None:
        place = (subject.report, subject.slot, subject.language)
        text = snapshot.texts.get(place)
        return SlotText(*place, text, snapshot.carried.get(place, ""), snapshot.origins.get(place)) if text else None

    def all(self, snapshot: Snapshot) -> Mapping[TextAt, SlotText]:
        """Return the words of every slot."""
        subjects = (TextAt(*place) for place in snapshot.texts)
        return {subject: text for subject in subjects if (text := self._at(snapshot, subject)) is not None}

    def changed(self, snapshot: Snapshot, things: Mapping[TextAt, SlotText | None]) -> Mapping[str, Any]:
        """Return the three fields with these words in them."""
        words: dict[Any, str | None] = {}
        carried: dict[Any, str | None] = {}
        origins: dict[Any, Origin | None] = {}
        for subject, text in things.items():
            place = (subject.report, subject.slot, subject.language)
            words[place] = text.text if text else None
            carried[place] = (text.carried or None) if text else None
            origins[place] = text.origin if text else None
        return {
            "texts": renewed(snapshot.texts, words),
            "carried": renewed(snapshot.carried, carried),
            "origins": renewed(snapshot.origins, origins),
        }

    def replaced(self, snapshot: Snapshot, things: Mapping[TextAt, SlotText]) -> Mapping[str, Any]:
        """Return the three fields with nothing but these words in them."""
        del snapshot
        return self.changed(Snapshot(), things)


@dataclass(frozen=True, slots=True)
class PublishedPlace:
    """Evidence stands in the order in which it was added."""

    def finder(self, snapshot: Snapshot) -> Callable[[PublishedAt], PublishedValue | None]:
        """Return what gives the evidence at a subject, or None."""
        return self.all(snapshot).get

    def all(self, snapshot: Snapshot) -> Mapping[PublishedAt, PublishedValue]:
        """Return all evidence by its subject."""
        return {published_at(value): value for value in snapshot.published}

    def changed(self, snapshot: Snapshot, things: Mapping[PublishedAt, PublishedValue | None]) -> Mapping[str, Any]:
        """Return the evidence with these values in it."""
        return self.replaced(snapshot, renewed(self.all(snapshot), things))

    def replaced(self, snapshot: Snapshot, things: Mapping[PublishedAt, PublishedValue]) -> Mapping[str, Any]:
        """Return nothing but these values as the evidence."""
        del snapshot
        return {"published": tuple(things.values())}


def published_at(value: PublishedValue) -> PublishedAt:
    """Return where evidence stands."""
    return PublishedAt(value.report, value.key, value.place, value.text)
