"""The bytes of attachments that a freeze names stay, whatever is taken back afterwards."""

import hashlib

import pytest

from schema.errors import WorkspaceError
from schema.values.changes import Change, keep
from schema.values.datapoint import Attachment
from schema.values.freezes import Freeze
from schema.values.subject import AttachmentAt


def facts(content: bytes) -> Attachment:
    return Attachment(hashlib.sha256(content).hexdigest(), "a.pdf", "pdf", len(content))


FROZEN, LATER = b"one", b"two"
ONE, TWO = facts(FROZEN), facts(LATER)


@pytest.fixture
def frozen(workspace):
    """A workspace that was frozen with one of two attachments."""
    workspace.apply([keep(ONE, content=FROZEN)])
    workspace.freeze(lambda number, head: Freeze("送审稿", "", "李编辑", "2026-11-30T00:00:00Z", "送审", number, head))
    workspace.apply([keep(TWO, content=LATER)])
    return workspace


def test_a_step_back_leaves_the_bytes_that_a_freeze_names_and_drops_those_that_nothing_names(frozen):
    frozen.apply([Change(AttachmentAt(one.hash), one, None) for one in (ONE, TWO)])
    assert frozen.snapshot().attachments == {}
    assert frozen.attachment(ONE.hash) == FROZEN
    with pytest.raises(WorkspaceError):
        frozen.attachment(TWO.hash)
    assert frozen.verify() == ()


def test_bytes_that_a_freeze_has_kept_get_their_facts_back(frozen):
    frozen.apply([Change(AttachmentAt(ONE.hash), ONE, None)])
    frozen.apply([keep(ONE, content=FROZEN)])
    assert frozen.snapshot().attachments[ONE.hash] == ONE
    assert frozen.attachment(ONE.hash) == FROZEN
    assert frozen.verify() == ()
