"""Which changes of the definitions a section's form is made anew for; and checks that nobody wants any more."""

from __future__ import annotations

from dataclasses import replace

from desktop.window.fields.form_contents import form_contents
from desktop.window.session.checking import run_checks
from desktop.work.structure.checks import with_metric, with_outline
from desktop.work.structure.names import renamed
from desktop.work.structure.parts import Part
from schema.catalogue.outline import Definitions
from schema.grammar.words import Words
from schema.moment import Moment
from schema.values.datapoint import Snapshot
from tests.desktop.conftest import small_definitions

KNOWN = small_definitions()


def form_of(definitions: Definitions, code: str = "green.energy"):
    outline = definitions.outlines["csr-2022"]
    return form_contents(outline, code, definitions.catalogue, outline.year)


def test_a_change_elsewhere_leaves_a_form_as_it_is():
    metrics = KNOWN.catalogue.metrics
    assert form_of(with_metric(KNOWN, replace(metrics["users.daily"], name=Words("用户")))) == form_of(KNOWN)
    other = renamed(KNOWN.outlines["csr-2022"], Part("people"), Words("同事"))
    assert form_of(with_outline(KNOWN, other)) == form_of(KNOWN)  # type: ignore[arg-type]
    assert form_of(KNOWN, "green") != form_of(KNOWN)
    assert form_of(KNOWN, "gone") is None


def test_a_form_is_another_with_its_own_metric_its_path_or_its_year():
    gas = replace(KNOWN.catalogue.metrics["energy.gas"], name=Words("燃气"))
    assert form_of(with_metric(KNOWN, gas)) != form_of(KNOWN)
    above = renamed(KNOWN.outlines["csr-2022"], Part("green"), Words("环境"))
    assert form_of(with_outline(KNOWN, above)) != form_of(KNOWN)  # type: ignore[arg-type]
    outline = KNOWN.outlines["csr-2022"]
    assert form_contents(outline, "green.energy", KNOWN.catalogue, 2021) != form_of(KNOWN)


def test_a_check_that_nobody_wants_any_more_is_given_up_between_its_parts():
    moment = Moment(KNOWN, Snapshot())
    assert run_checks(moment, (), (), lambda: False) is None
    answers = iter((True, False))
    assert run_checks(moment, ("csr-2022",), (), lambda: next(answers)) is None
    checked = run_checks(moment, ("csr-2022", "gone"), (), lambda: True)
    assert checked is not None
    assert list(checked.of_reports) == ["csr-2022"]
