"""Whatever is kept has a name that people know it by: none is called by the place where it is kept."""

from decimal import Decimal

import pytest

from desktop.work.subject_names import SubjectNames
from schema.grammar.languages import LANGUAGES
from schema.grammar.reference import Key, RecordKey
from schema.grammar.words import Words
from schema.values.datapoint import Attachment, PublishedValue, Remark, Restatement, SheetAnswer, Snapshot
from schema.values.evidence import Evidence, EvidenceAt, awaited
from schema.values.follow_ups import FollowUp, FollowUpAt
from schema.values.freezes import Freeze, FreezeAt
from schema.values.kept_things import FORMS, KEPT, canonical
from schema.values.merges import Merged
from schema.values.pack_origin import PackOrigin
from schema.values.people import Person
from schema.values.questions import QuestionAt
from schema.values.requests import Approval, Request, Step
from schema.values.subject import (
    AnswerAt,
    ApprovalAt,
    AttachmentAt,
    DefinitionsAt,
    MergeAt,
    PackOriginAt,
    PersonAt,
    PublishedAt,
    RemarkAt,
    RequestAt,
    RestatementAt,
    TextAt,
)
from schema.values.verdicts import Verdict, VerdictAt

GAS = Key("energy.gas", 2022)
ITEM, LEAD = GAS.canonical(), "text/csr-2022/employees.lead.zh-Hans"
HASH = "7bd0" * 16
AT = "2026-11-30T08:00:00Z"
STEP = Step("Hua", AT, "why?")

# One subject of every kind that is kept; what stands nowhere any more has its name all the same.
SUBJECTS = {
    "point": GAS,
    "text": TextAt("csr-2022", "employees.lead", "zh-Hans"),
    "record": RecordKey("case", "gone"),
    "published": PublishedAt("esg-2021", GAS, "p. 7", "5"),
    "restatement": RestatementAt("esg-2021", GAS),
    "remark": RemarkAt(ITEM, "change.far"),
    "answer": AnswerAt("unit", "度"),
    "picture": AttachmentAt(HASH),
    "person": PersonAt("Hua"),
    "request": RequestAt("csr-2022", "hr"),
    "approval": ApprovalAt("csr-2022", LEAD),
    "origin": PackOriginAt("csr-2022", "hr"),
    "merge": MergeAt(3),
    "freeze": FreezeAt("c1"),
    "verdict": VerdictAt("csr-2022", ITEM, ""),
    "evidence": EvidenceAt(LEAD, HASH),
    "question": QuestionAt("csr-2022", ITEM, "0" * 16),
    "followup": FollowUpAt(ITEM),
    "definitions": DefinitionsAt(),
}
THINGS = (
    Evidence(LEAD, HASH, "发票.pdf"), FollowUp(ITEM, "ask"), Freeze("c1", "", "Ed", AT, "sent", 1, HASH),
    Verdict("csr-2022", ITEM, "", "fail", "off by ten", HASH, "Aud", AT), PublishedValue("esg-2021", GAS, "5", Decimal(5)),
    Restatement("esg-2021", GAS, "5", "p. 7", Decimal(5), Decimal(4), Words("重算", "重算", "counted anew")),
    Remark(ITEM, "change.far", HASH, "moved", "Ed", AT), SheetAnswer("unit", "度", "kWh"),
    Attachment(HASH, "a.pdf", "pdf", 3), Person("Hua", "hr", "contact"), Request("csr-2022", "hr", "2023-01-01", "", STEP),
    Approval("csr-2022", ITEM, HASH, "Rev", AT), PackOrigin("c", "csr-2022", "hr", "Hua", "r", 1, HASH, "d"),
    Merged(3, "a.xlsx", HASH, "r", "csr-2022", "hr", "d", 1, 1, "", "Hua", "Ed", AT),
)  # fmt: skip


def names(definitions, language, snapshot=None):
    return SubjectNames(definitions, snapshot or Snapshot(), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_that_is_kept_has_a_name_and_none_is_a_place_in_the_store(definitions, language):
    assert set(SUBJECTS) == {form.kind for form in FORMS}  # a new kind brings its name
    for kind, subject in SUBJECTS.items():
        said = names(definitions, language).name(subject)
        assert said, kind
        assert said not in (canonical(subject), kind)
        for code in ("/", "%2F", "@", HASH, "0" * 16, "csr-2022", "esg-2021", "energy.gas"):
            assert code not in said, (kind, said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_told_by_what_it_says(definitions, language):
    told = {type(thing): names(definitions, language).shown(thing) for thing in THINGS}
    untold = {"point", "text", "record", "question"}  # told by what was typed
    assert set(told) == {kept.thing for kept in KEPT if kept.form.kind not in untold}
    for thing, said in told.items():
        assert said not in ("", "…", "∅"), thing
        assert HASH not in said
    assert told[Evidence] == "发票.pdf"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-Hans", "“员工发展”的证明文件：发票.pdf"),
        ("zh-Hant", "「員工發展」的證明檔案：发票.pdf"),
        ("en", "Evidence of “Employees”: 发票.pdf"),
    ],
)
def test_evidence_is_called_by_what_it_proves_and_its_file(definitions, language, said):
    coming = awaited(LEAD, "发票.pdf")
    at = EvidenceAt(LEAD, coming.file)
    assert names(definitions, language).name(at) == said
    assert (
        names(definitions, language, Snapshot(attachments={HASH: Attachment(HASH, "发票.pdf", "pdf", 3)})).name(
            EvidenceAt(LEAD, HASH)
        )
        == said
    )
