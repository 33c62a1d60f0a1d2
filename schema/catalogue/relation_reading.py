"""relations.yaml → the relations between metrics, each checked as the formula that says the same of its units."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from schema.catalogue import sources as form
from schema.catalogue.definitions import Catalogue
from schema.catalogue.dimensions import PURE, read_dimension
from schema.catalogue.formulas import parse_formula
from schema.catalogue.reading import Passage, Reading
from schema.catalogue.record_numbers import metric_of
from schema.catalogue.relations import RELATION_KINDS, Relation, RelationKind
from schema.grammar.formula import Ref
from schema.grammar.formula_parser import FormulaReader

_NAME = "relations.yaml"
_MEASURED = ("mass", "length", "time")


def load_relations(reading: Reading, catalogue: Catalogue) -> tuple[Relation, ...]:
    """Read relations.yaml, if there is one."""
    if not reading.files.names(_NAME):
        return ()
    file, source = reading.read(_NAME, form.RelationsFile)
    reader = _Reader(catalogue, FormulaReader())
    entries = file.relations.items() if file else ()
    found = (reader.relation(code, entry, Passage(reading, source, ("relations", code))) for code, entry in entries)
    return tuple(relation for relation in found if relation is not None)


@dataclass(frozen=True, slots=True)
class _Reader:
    catalogue: Catalogue
    formulas: FormulaReader

    def relation(self, code: str, entry: form.RelationSource, passage: Passage) -> Relation | None:
        """Read one entry; None where it has mistakes."""
        kind = RELATION_KINDS[entry.kind]
        terms = self._terms(code, kind, entry, passage)
        slack = passage.at("slack").decimal(entry.slack) or Decimal(0)
        if slack < 0 or (slack and not kind.rough):
            passage.at("slack").say("definition.relation_slack", name=code, value=entry.slack)
        return Relation(code, kind.code, terms, slack) if terms else None

    def _terms(self, code: str, kind: RelationKind, entry: form.RelationSource, passage: Passage) -> tuple[Ref, ...]:
        """Return the terms with their scales; none where one of them is wrong."""
        if len(entry.terms) != kind.terms:
            params = {"name": code, "value": str(len(entry.terms)), "expected": str(kind.terms)}
            passage.at("terms").say("definition.relation_terms", **params)
            return ()
        read = [parse_formula(passage, self.formulas, self.catalogue, f"[{term}]") for term in entry.terms]
        terms = tuple(one.tree for one in read if one is not None and isinstance(one.tree, Ref))
        if len(terms) != len(read):
            return ()
        wild = any("*" in term.entity or ("*" in term.category and not kind.members) for term in terms)
        if wild or any(term.offset or term.year for term in terms):
            passage.at("terms").say("definition.no_relation", name=code)
            return ()
        if not (kind.counts and all(map(self._counts, terms))):
            text = kind.formula.format(*(f"SUM([{term}])" for term in entry.terms))
            parse_formula(passage, self.formulas, self.catalogue, text)
        return terms

    def _counts(self, term: Ref) -> bool:
        """Whether a term counts things (people, places, sessions) and measures nothing."""
        metric = metric_of(self.catalogue, term.code)
        dimension = read_dimension(self.catalogue.units[metric.unit].dimension) if metric is not None else PURE
        return len(dimension) == 1 and dimension[0][1] == 1 and dimension[0][0] not in _MEASURED
