"""What a verification found names things, and says of what nobody can enter again where it comes back from."""

import pytest

from desktop.work.subject_names import SubjectNames
from desktop.work.verified_words import found_words
from schema.grammar.languages import LANGUAGES
from schema.grammar.reference import Key
from schema.validation.issue import Issue
from schema.values.datapoint import Attachment, Snapshot
from schema.values.evidence import EvidenceAt
from schema.values.freezes import FreezeAt
from schema.values.kept_things import form_of
from schema.values.questions import QuestionAt
from schema.values.subject import ApprovalAt
from schema.values.verdicts import VerdictAt

GAS, HASH = "energy.gas@2022", "b22b" * 16
GONE = (
    EvidenceAt(GAS, HASH), FreezeAt("c1"), VerdictAt("csr-2022", GAS, ""), QuestionAt("csr-2022", GAS, "0" * 16),
    ApprovalAt("csr-2022", GAS),
)  # fmt: skip


def untrue(subject) -> Issue:
    kind, stored = form_of(subject).written(subject)
    code = "verify.state" if kind == "point" else "verify.kept"
    return Issue(code, "error", facts={"kind": kind, "subject": stored})


def lines(definitions, language, subjects):
    snapshot = Snapshot(attachments={HASH: Attachment(HASH, "a.pdf", "pdf", 3)})
    return [one.sentence for one in found_words(map(untrue, subjects), SubjectNames(definitions, snapshot, language))]


@pytest.mark.parametrize("subject", GONE)
def test_what_nobody_can_enter_again_is_named_and_comes_from_a_backup(definitions, subject):
    for language, remedy in zip(LANGUAGES, ("从备份恢复", "從備份還原", "estore"), strict=True):
        (said,) = lines(definitions, language, [subject])
        assert remedy in said
        assert not any(code in said for code in ("%40", "/", HASH, "energy.gas", "enter it again", "核对来源"))


def test_evidence_that_is_gone_keeps_the_name_of_its_file(definitions):
    (said,) = lines(definitions, "en", [GONE[0]])
    assert said.startswith("Evidence of “")
    assert ": a.pdf" in said


def test_many_of_one_kind_are_one_line_with_their_count_and_three_names(definitions):
    years = [Key("energy.gas", year) for year in range(1900, 2000)]
    said = lines(definitions, "en", [*years, *GONE[:2], FreezeAt("c2")])
    assert len(said) == 3
    assert [part in said[0] for part in ("(100)", "(1900)", "(1902)", "enter them again")] == [True] * 4
    assert "(1903)" not in said[0]
    assert [part in said[2] for part in ("c1", "c2", "Restore")] == [True] * 3
