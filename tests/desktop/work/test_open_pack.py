"""Whatever a signed pack holds: it is taken whole where Annals would have written it, else refused in one sentence."""

from __future__ import annotations

import contextlib
import copy
import hashlib
import json
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.work.open_pack import Desk, open_pack
from schema.catalogue.outline import Definitions, Outline, Placement, Section, TableBlock
from schema.errors import PackError
from schema.exchange.packs.cut_definitions import Whole, cut_share
from schema.exchange.packs.manifest import Manifest
from schema.exchange.packs.pack import Pack, pack_bytes
from schema.exchange.packs.request_pack import read_request, request_content
from schema.exchange.packs.share_things import share_things
from schema.exchange.packs.signing import Signer
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.validation.messages import error_message
from schema.values.changes import keep, overlay
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.people import Person, people_of
from schema.values.requests import Request, Step
from schema.workspace import Workspace
from tests.factories import small_definitions, words

SIGNER = Signer(bytes(range(32)))
REQUEST = Request("r", "hr", "2026-12-31", "Count heads.", Step("编", "2026-11-30T08:00:00Z"), packs=1)
SAID = {
    "kind": "request", "company": "某公司", "report": "r", "department": "hr", "person": "人", "number": 1,
    "request": "ab" * 16, "made": "2026-11-30T08:00:00Z", "base": "0" * 64, "members": {},
}  # fmt: skip


def _content() -> dict[str, object]:
    table = TableBlock("t", words("t"), (Placement("staff.total"), Placement("energy.gas")))
    chapter = Section("one", 1, words("one"), (table,))
    plain = small_definitions()
    definitions = Definitions(plain.catalogue, {"r": Outline("r", 2022, "en", words("r"), (chapter,))})
    things = (DataPoint(Key("staff.total", 2021), Decimal(5)), Person("人", "hr", "contact"))
    moment = Moment(definitions, overlay(Snapshot(), map(keep, things)))
    whole = Whole(definitions, moment.snapshot, moment.contents)
    share = cut_share(whole, "r", "hr")
    return {**request_content(share, share_things(whole, share, REQUEST)), "sender": "编"}


CONTENT = _content()


@pytest.fixture
def opened(tmp_path, program):
    """Opens a pack with this content and manifest; gives the small workspace's path."""

    def call(content, files=None, **said):
        path, target = tmp_path / "r-hr.annalspack", tmp_path / "small.annals"
        path.write_bytes(pack_bytes(Manifest(**{**SAID, **said}), content, files or {}, SIGNER))
        open_pack(path, target, Desk("", program, lambda: datetime(2026, 12, 1, tzinfo=UTC)))
        return target

    return call


def changed(change) -> dict[str, object]:
    content = copy.deepcopy(CONTENT)
    change(content)
    return content


def test_a_pack_is_taken_as_it_was_made(opened, program):
    with Workspace.open(opened(CONTENT), write=False, program=program) as workspace:
        snapshot, origin = workspace.snapshot(), workspace.origin
        assert snapshot.points.keys() == {Key("staff.total", 2021)}
        assert [person.name for person in people_of(snapshot)] == [workspace.contact] == ["人"]
        assert workspace.definitions.catalogue.metrics.keys() == {"staff.total"}
        assert origin is not None
        assert (origin.person, origin.pack, origin.request, origin.answers) == ("人", 1, "ab" * 16, 0)
        assert origin.signers == {"编": SIGNER.public}
        assert len(origin.desk) == 32
        assert workspace.verify() == ()
        brought = [entry for entry in workspace.history() if entry.via]
        assert {(entry.who, entry.when) for entry in brought} == {("编", datetime(2026, 11, 30, 8, tzinfo=UTC))}


def _of(content, kind: str) -> dict[str, str]:
    return next(thing for thing in content["things"] if thing["kind"] == kind)


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c.pop("definitions"),
        lambda c: c.pop("things"),
        lambda c: c.pop("asked"),
        lambda c: c.pop("sender"),
        lambda c: c.update(sender="编\u202e"),
        lambda c: c.update(asked=[5]),
        lambda c: c.update(things="all"),
        lambda c: c["things"].append("more"),
        lambda c: c["things"].remove(_of(c, "request")),
        lambda c: c["things"].append(_of(c, "request")),
        lambda c: _of(c, "request").update(subject="request/r/admin"),
        lambda c: _of(c, "person").update(state=_of(c, "person")["state"].replace("contact", "editor")),
        lambda c: _of(c, "person").update(kind="origin"),
        lambda c: _of(c, "point").update(subject="definitions"),
        lambda c: _of(c, "point").update(subject="staff.total"),
        lambda c: _of(c, "point").update(state=""),
        lambda c: _of(c, "point").update(state='{"value":"NaN"}'),
        lambda c: _of(c, "point").update(state='{"value":"1E+9999"}'),
        lambda c: _of(c, "point").update(state='{"value": "5"}'),
        lambda c: _of(c, "point").update(state='{"value":5}'),
        lambda c: _of(c, "point").update(state='{"typed":"\\u202e5","value":"5"}'),
        lambda c: _of(c, "point").update(state="[" * 5000),
        lambda c: c["definitions"]["outlines"]["keys"].__setitem__(0, "other"),
    ],
)
def test_what_annals_would_not_have_written_is_refused_with_its_place(opened, tmp_path, program, change):
    with pytest.raises(PackError) as caught:
        opened(changed(change))
    assert caught.value.code == "pack.content"
    sentence = error_message(caught.value, program.messages, "en")
    assert ("r-hr.annalspack" in sentence, len(sentence.splitlines())) == (True, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["r-hr.annalspack"]


@pytest.mark.parametrize(
    "said",
    [{"made": "yesterday"}, {"made": "2026-11-30T08:00:00"}, {"report": "s"}, {"department": "admin"},
     {"person": "\u202e"}],
)  # fmt: skip
def test_a_manifest_that_does_not_fit_its_content_is_refused(opened, tmp_path, said):
    with pytest.raises(PackError) as caught:
        opened(CONTENT, **said)
    assert caught.value.code == "pack.content"
    assert not (tmp_path / "small.annals").exists()


@pytest.mark.parametrize("facts", [{"size": 8}, {"width": 4, "height": 3}])
def test_a_file_that_is_not_what_it_says_is_refused(opened, tmp_path, facts):
    """A picture that nobody has decoded would be shown by whatever library finds it first."""
    data = b"no picture"
    name = hashlib.sha256(data).hexdigest()
    said = {"kind": "png", "name": "a.png", "size": len(data), **facts}
    state = json.dumps(said, sort_keys=True, separators=(",", ":"))
    thing = {"kind": "picture", "subject": f"attachment/{name}", "state": state}
    with pytest.raises(PackError) as caught:
        opened(changed(lambda c: c["things"].append(thing)), files={name: data})
    assert (caught.value.code, caught.value.params["subject"]) == ("pack.content", "a.png")
    assert not (tmp_path / "small.annals").exists()


def test_an_answer_is_not_opened(opened):
    with pytest.raises(PackError) as caught:
        opened({"changes": []}, kind="answer")
    assert caught.value.code == "pack.kind"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_anywhere_in_a_pack_it_is_read_or_refused(tmp_path, data):
    content = copy.deepcopy(CONTENT)
    at = content
    while isinstance(at, dict | list) and at:
        place = data.draw(st.sampled_from(sorted(at) if isinstance(at, dict) else range(len(at))))
        if not isinstance(at[place], dict | list) or not at[place] or data.draw(st.booleans()):
            at[place] = data.draw(JSON)
            break
        at = at[place]
    pack = Pack(Manifest(**SAID), SIGNER.public, content, tmp_path / "r-hr.annalspack")
    with contextlib.suppress(PackError):
        read_request(pack)
