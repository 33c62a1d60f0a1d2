"""A refusal names things as people do: no text of it is a place in the store."""

import pytest

from desktop.work.evidence import detaching
from desktop.work.refused_thing import refused_thing
from schema.errors import AnnalsError
from schema.grammar.languages import LANGUAGES
from schema.grammar.reference import Key
from schema.validation.messages import error_message
from schema.values.datapoint import Snapshot
from schema.values.evidence import EVIDENCE_NAME, Evidence, EvidenceAt
from schema.values.follow_ups import FollowUpAt
from schema.values.freezes import FreezeAt
from schema.values.kept_things import FORMS, canonical
from schema.values.questions import QuestionAt
from schema.values.subject import RequestAt

ITEM = "energy.gas@2022"
PLACES = {
    "evidence": EvidenceAt(ITEM, "7bd0" * 16),
    "question": QuestionAt("csr-2022", ITEM, "0" * 16),
    "mark": FollowUpAt(ITEM),
    "freeze": FreezeAt("c1"),
    "request": RequestAt("csr-2023", "hr"),
    "any request": RequestAt("", ""),
}


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("evidence", f"the evidence of {ITEM}"), ("question", f"a question about {ITEM}"), ("freeze", "the freeze c1"), ("mark", f"the follow-up mark of {ITEM}"),
        ("request", "what departments are asked for (Human resources, csr-2023)"), ("any request", "what departments are asked for"),
    ],
)  # fmt: skip
def test_a_thing_is_called_by_its_name(definitions, place, said):
    assert refused_thing(canonical(PLACES[place]), definitions.catalogue, "en") == said


def test_no_language_says_where_it_is_kept(definitions):
    for at in PLACES.values():
        for language in LANGUAGES:
            said = refused_thing(canonical(at), definitions.catalogue, language)
            assert "/" not in said
            assert "7bd0" not in said


@pytest.mark.parametrize("text", [canonical(Key("energy.gas", 2022)), "text/csr-2022/employees.lead/en", "list/r/b"])
def test_an_item_is_its_reference_which_can_be_typed_again(definitions, text):
    assert refused_thing(text, definitions.catalogue, "en") == text


def test_there_are_words_for_whatever_is_kept(definitions):
    items = {"point", "text", "record"}
    assert {f"refused.{form.kind}" for form in FORMS if form.kind not in items} <= set(definitions.catalogue.messages)


def test_an_unknown_file_is_answered_with_five_of_those_that_are_there_the_nearest_first(definitions):
    files = [Evidence(ITEM, f"{number:064x}", f"scan {number}.pdf") for number in range(10)]
    snapshot = Snapshot(more={EVIDENCE_NAME: {EvidenceAt(ITEM, one.file): one for one in files}})
    with pytest.raises(AnnalsError) as caught:
        detaching(snapshot, ITEM, ["scan 77.pdf"])
    said = error_message(caught.value, definitions.catalogue.messages, "en")
    assert "scan 7.pdf, scan 0.pdf, scan 1.pdf, scan 2.pdf, scan 3.pdf and 5 more." in said
    few = Snapshot(more={EVIDENCE_NAME: {EvidenceAt(ITEM, one.file): one for one in files[:2]}})
    with pytest.raises(AnnalsError) as caught:
        detaching(few, ITEM, ["x"])
    said = error_message(caught.value, definitions.catalogue.messages, "zh-Hans")
    assert said.endswith("已有：scan 0.pdf, scan 1.pdf。")
