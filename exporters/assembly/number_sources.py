"""What a review says of one number: what it is, its exact value, whence it comes, who answers for it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from exporters.assembly.assembly import Assembly
from exporters.assembly.data_rows import DataRow, stored_at
from schema.catalogue.number_format import parse_format
from schema.validation.shares import STATES
from schema.values.dates import show_date
from schema.values.display import qualifier_words
from schema.values.evidence import evidence_by_subject, proved_text
from schema.values.result import Result

_MOST_DECIMALS = 6
_KINDS = {"computed": "review.computed", "estimated": "review.estimated"}


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One number of a report, with all that the data sheet knows of it."""

    assembly: Assembly
    row: DataRow

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """Return what it is, its exact value, its source and evidence, and who typed and approved it, in words."""
        name = self.row.fact.name
        named = self.assembly.say("review.change", name=name) if self._is_change else name
        return named, self._value(), self._source(), self._state()

    @property
    def _result(self) -> Result:
        return self.assembly.figures.value(self.row.fact.key)

    @property
    def _is_change(self) -> bool:
        form = parse_format(self.row.fact.format, self.assembly.catalogue.units)
        return form is not None and bool(form.change)

    def _value(self) -> str:
        """Return the value in its stored unit; of a published one what the data come to instead."""
        fact, assembly = self.row.fact, self.assembly
        if fact.value is None:
            return fact.text
        unit = fact.unit if self._is_change else self._unit()
        result, published = self._result, not self._is_change and self._result.computed is not None
        value, qualifier = (result.value, result.qualifier) if published else (fact.value, fact.qualifier)
        before, inside, after = qualifier_words(qualifier, assembly.language)
        told = [_amount(f"{before}{_digits(value or fact.value)}{inside}{after}", unit)]
        if published and result.computed is not None:
            told.append(assembly.say("review.published", value=_amount(_digits(result.computed), unit)))
        return assembly.punctuation.series.join(told)

    def _unit(self) -> str:
        known = self.assembly.catalogue.units.get(str(self.row.cells["unit"]))
        return self.assembly.words(known.name) if known else ""

    def _source(self) -> str:
        """Return its source, its kind where it is not a measured one, how it was found, and its evidence."""
        cells, assembly = self.row.cells, self.assembly
        kind = str(cells["measured"])
        told = [str(cells["source"])]
        if kind in _KINDS:
            told.append(assembly.say(_KINDS[kind]))
        told.append(str(cells["method"]))
        if as_of := str(cells["as_of"]):
            told.append(assembly.say("review.as_of", date=show_date(as_of, assembly.language)))
        at = stored_at(self.row.fact.key)
        proofs = evidence_by_subject(assembly.snapshot).get(proved_text(at), ())
        if proofs:
            names = assembly.punctuation.listed(dict.fromkeys(one.name for one in proofs))
            told.append(assembly.say("review.evidence", names=names))
        return assembly.punctuation.series.join(filter(None, told)) or assembly.say("review.no_source")

    def _state(self) -> str:
        """Return who typed it and when, and whether it is approved where that was asked for."""
        told = [self._said("typed", "review.typed"), self._said("approved", "review.approved")]
        state = self._approval()
        if state and not told[1]:
            told.append(self.assembly.say(f"request.{state}"))
        return self.assembly.punctuation.series.join(filter(None, told))

    def _approval(self) -> str:
        """Return the code of its state; of what follows from others the least finished of theirs."""
        known, result = self.assembly.moment.states, self._result
        key = self.row.fact.key
        keys = (key,) if key in known else self.assembly.figures.leaves(result)
        found = [known[one] for one in keys if one in known]
        return min(found, key=STATES.index) if found else ""

    def _said(self, deed: str, phrase: str) -> str:
        who, when = str(self.row.cells[f"{deed}_by"] or ""), str(self.row.cells[f"{deed}_at"] or "")
        return self.assembly.say(phrase, who=who, date=when[:10]) if who else ""


def _digits(value: Decimal) -> str:
    """Return a value exactly; one without end, such as a share, to so many decimals that no report prints more."""
    exact = f"{value:,f}"
    return exact if len(exact.partition(".")[2]) <= _MOST_DECIMALS else f"≈{value:,.{_MOST_DECIMALS}f}"


def _amount(shown: str, unit: str) -> str:
    return f"{shown} {unit}".strip()
