"""Packs from strangers: each is refused with one sentence that says why, or read as it was made."""

from __future__ import annotations

import hashlib
import json
import random
import sqlite3
import time
import zipfile
from dataclasses import asdict

import pytest

from schema.child_process import ChildAnswer
from schema.errors import PackError
from schema.exchange.packs import pack
from schema.exchange.packs.pack import PackLimits, pack_bytes, read_pack
from schema.exchange.packs.pack_child import main
from schema.exchange.packs.signing import Signer, is_signed
from schema.grammar.languages import LANGUAGES
from schema.validation.messages import error_message
from tests.factories import shipped_messages
from tests.schema.exchange.packs import given

pytestmark = pytest.mark.usefixtures("own_process")

OTHER = Signer(bytes(range(1, 33)))
ASK = asdict(PackLimits())


def database(path) -> bytes:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t(x)")
    connection.close()
    return path.read_bytes()


def signature(text: str) -> bytes:
    return given.zipped({**given.members(), "signature": text.encode()})


def short(number: int) -> bytes:
    data = given.good()
    return data[: len(data) * number // 100]


def twins() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate"):
        return given.zipped([*given.members().items(), ("content.json", b"{}")])


def symlink() -> bytes:
    entry = zipfile.ZipInfo("content.json")
    entry.external_attr = 0o120777 << 16
    return given.zipped([(entry if name == "content.json" else name, data) for name, data in given.members().items()])


DEEP, NAN = b"[" * 300_000 + b"]" * 300_000, b'{"value": NaN}'
HOSTILE = {
    "an empty file": (lambda: b"", "not_pack"),
    "words": (lambda: "一份文件".encode(), "not_pack"),
    "a PDF": (lambda: b"%PDF-1.7\n" * 50, "not_pack"),
    "an empty ZIP": (lambda: given.zipped({}), "lacking"),
    "a ZIP of other things": (lambda: given.zipped({"word/document.xml": b"<w/>"}), "lacking"),
    "99 percent of it": (lambda: short(99), "half"),
    "60 percent of it": (lambda: short(60), "half"),
    "10 percent of it": (lambda: short(10), "half"),
    "the start of a ZIP": (lambda: b"PK\3\4", "half"),
    "no manifest": (lambda: given.without("manifest.json"), "lacking"),
    "no content": (lambda: given.without("content.json"), "lacking"),
    "no evidence": (lambda: given.without(f"attachments/{given.EVIDENCE_HASH}"), "lacking"),
    "no signature": (lambda: given.without("signature"), "unsigned"),
    "no key": (lambda: given.without("key"), "unsigned"),
    "an empty signature": (lambda: signature(""), "forged"),
    "a signature of words": (lambda: signature("签名"), "forged"),
    "a signature as long as a book": (lambda: signature("A" * 5000), "unsigned"),
    "a signature of something else": (lambda: signature(given.SIGNER.sign(b"else")), "forged"),
    "a signature with a blank": (lambda: signature(given.members()["signature"].decode() + " "), "forged"),
    "another's signature": (lambda: signature(OTHER.sign(given.members()["manifest.json"])), "forged"),
    "another's key": (lambda: given.zipped({**given.members(), "key": OTHER.public.encode()}), "changed"),
    "another's key, hash made right": (lambda: given.holding(OTHER.public.encode(), None, "key"), "forged"),
    "a key that is none": (lambda: given.holding(b"key", name="key"), "forged"),
    "a key of zeros": (lambda: given.holding(b"A" * 43 + b"=", name="key"), "forged"),
    "changed content": (lambda: given.zipped({**given.members(), "content.json": b"{}"}), "changed"),
    "changed content, hash made right": (lambda: given.holding(b"{}", None), "forged"),
    "changed evidence": (
        lambda: given.zipped({**given.members(), f"attachments/{given.EVIDENCE_HASH}": b"x"}), "changed",
    ),
    "another company": (lambda: given.told(lambda said: said.update(company="另一家"), None), "forged"),
    "another department": (lambda: given.told(lambda said: said.update(department="legal"), None), "forged"),
    "another number": (lambda: given.told(lambda said: said.update(number=9), None), "forged"),
    "a climbing name": (lambda: given.and_also("../../outside.txt"), "stranger"),
    "a climbing name of Windows": (lambda: given.and_also("..\\..\\outside.txt"), "stranger"),
    "an absolute name": (lambda: given.and_also("/tmp/outside.txt"), "stranger"),
    "a drive": (lambda: given.and_also("C:\\outside.txt"), "stranger"),
    "a device": (lambda: given.and_also("CON"), "stranger"),
    "a climbing attachment": (lambda: given.and_also("attachments/../../outside.txt"), "stranger"),
    "an empty name": (lambda: given.and_also("./"), "stranger"),
    "a name in other letters": (lambda: given.and_also("Content.JSON"), "stranger"),
    "evidence that nobody lists": (lambda: given.and_also("attachments/" + "a" * 64), "stranger"),
    "a listed climbing name": (
        lambda: given.told(lambda said: said["members"].update({"../x": {"sha256": "a" * 64, "size": 1}})), "manifest",
    ),
    "a link": (symlink, "damaged"),
    "twins": (twins, "twice"),
    "two GB claimed": (lambda: given.with_header(24, "<I", 0x7FFFFFFF), "unpacked"),
    "a little too much claimed": (lambda: given.with_header(24, "<I", 900_000), ""),
    "too little claimed": (lambda: given.with_header(24, "<I", 3), "damaged"),
    "a locked member": (lambda: given.with_header(8, "<H", 1), "locked"),
    "packed in another way": (lambda: given.with_header(10, "<H", 14), "damaged"),
    "a wrong checksum": (lambda: given.with_header(16, "<I", 7), "damaged"),
    "members that overlap": (given.overlapping, "damaged"),
    "a place behind the end": (lambda: given.with_header(42, "<I", 0x7FFFFFF0), "damaged"),
    "bombs": (given.bomb, "ratio"),
    "a bomb of a manifest": (lambda: given.bomb("manifest.json"), "ratio"),
    "10,001 members": (
        lambda: given.zipped({**given.members(), **{f"attachments/{n:064x}": b"x" for n in range(10_001)}}), "members",
    ),
    "deep content": (lambda: given.holding(DEEP), "deep"),
    "content 65 deep": (lambda: given.holding(b"[" * 66 + b"]" * 66), "deep"),
    "a deep manifest": (lambda: given.told(lambda said: b'{"members":' * 5000 + b"1" + b"}" * 5000), "deep"),
    "NaN": (lambda: given.holding(NAN), "json"),
    "infinity": (lambda: given.holding(b'{"value": -Infinity}'), "json"),
    "a number of 5,000 digits": (lambda: given.holding(b'{"value": ' + b"9" * 5000 + b"}"), "json"),
    "a name twice": (lambda: given.holding(b'{"value": 1, "value": 2}'), "json"),
    "half a character": (lambda: given.holding(b'{"value": "\\ud800"}'), "json"),
    "UTF-16": (lambda: given.holding('{"value": 1}'.encode("utf-16")), "json"),
    "XML with a DTD": (lambda: given.holding(b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "json"),
    "a DTD in UTF-16": (lambda: given.holding('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode("utf-16")), "json"),
    "Latin-1": (lambda: given.holding('{"é": 1}'.encode("latin-1")), "json"),
    "half a JSON": (lambda: given.holding(b'{"changes": ['), "json"),
    "content that is a list": (lambda: given.holding(b"[]"), "manifest"),
    "a manifest that is a list": (lambda: given.told(lambda said: []), "manifest"),
    "a newer format": (lambda: given.says(format=2), "newer"),
    "format yes": (lambda: given.says(format=True), "manifest"),
    "a format in words": (lambda: given.says(format="1"), "manifest"),
    "an unknown kind": (lambda: given.says(kind="gift"), "manifest"),
    "a number below zero": (lambda: given.says(number=-1), "manifest"),
    "a number with a fraction": (lambda: given.says(number=1.5), "manifest"),
    "a company without end": (lambda: given.says(company="x" * 5000), "manifest"),
    "no department": (lambda: given.told(lambda said: said.pop("department") and None), "manifest"),
    "no members": (lambda: given.says(members={}), "manifest"),
    "members in a list": (lambda: given.says(members=["content.json"]), "manifest"),
    "a hash that is none": (
        lambda: given.told(lambda said: said["members"]["key"].update(sha256="zz")), "manifest",
    ),
    "a size that is none": (
        lambda: given.told(lambda said: said["members"]["key"].update(size="44")), "manifest",
    ),
    "a wrong size": (lambda: given.told(lambda said: said["members"]["key"].update(size=43)), "changed"),
}  # fmt: skip


@pytest.fixture
def judged(monkeypatch, tmp_path):
    """Reads a pack here, where it is quick; the process is asked about below. Gives the reason, empty where it is read."""
    path = tmp_path / "csr-2022-hr.answer.annalspack"

    def call(data: bytes) -> str:
        path.write_bytes(data)
        monkeypatch.setattr(pack, "run_child", lambda name, where, limits, more: ChildAnswer(*main(where, ASK | more)))
        try:
            assert read_pack(path).content == given.CONTENT
        except PackError as error:
            for language in LANGUAGES:
                sentence = error_message(error, shipped_messages(), language)
                assert "{" not in sentence
                assert "\n" not in sentence
            return error.code.removeprefix("pack.")
        return ""

    return call


def test_the_corpus_is_no_smaller_than_it_is_said_to_be():
    assert len(HOSTILE) >= 60


@pytest.mark.parametrize("name", HOSTILE)
def test_what_strangers_make_is_refused_for_its_own_reason(name, judged):
    make, reason = HOSTILE[name]
    assert judged(make()) == reason


def test_a_database_is_told_as_one(judged, tmp_path):
    assert judged(database(tmp_path / "x.db")) == "database"


def test_a_good_pack_reads_as_it_was_written_and_is_always_the_same_bytes(tmp_path):
    path = tmp_path / "good.annalspack"
    path.write_bytes(given.good())
    pack = read_pack(path)
    assert (pack.content, pack.key, pack.manifest.person) == (given.CONTENT, given.SIGNER.public, "人力联系人")
    assert pack.attachment(given.EVIDENCE_HASH) == given.EVIDENCE
    assert given.good() == given.good()
    assert not any(given.SIGNER.secret in data for data in given.members().values())


def test_evidence_that_packs_like_a_bomb_comes_through(judged):
    zeros = bytes(20_000_000)
    sha256 = hashlib.sha256(zeros).hexdigest()
    assert judged(pack_bytes(given.manifest(), given.CONTENT, {sha256: zeros}, given.SIGNER)) == ""


def test_a_bomb_costs_the_process_neither_time_nor_memory(tmp_path):
    path = tmp_path / "bomb.annalspack"
    for make in (given.bomb, lambda: given.holding(DEEP), lambda: given.holding(b"[" + b"[]," * 4_000_000 + b"1]")):
        path.write_bytes(make())
        began = time.monotonic()
        with pytest.raises(PackError):
            read_pack(path)
        assert time.monotonic() - began < 5  # 2 s on a machine that does nothing else
    assert [entry.name for entry in tmp_path.iterdir()] == ["bomb.annalspack"]


def test_a_pack_that_is_not_there_is_told(tmp_path):
    with pytest.raises(PackError) as raised:
        read_pack(tmp_path / "none.annalspack")
    assert raised.value.code == "pack.missing"


def test_no_flipped_byte_is_accepted_as_another_content(judged):
    """What may be flipped without being noticed are bytes of the ZIP that mean nothing: then it reads as it was made."""
    chance = random.Random(7)
    reasons = [judged(given.at_byte(chance.random())) for _ in range(400)]
    assert {"damaged", "changed", "forged"} & set(reasons)
    assert reasons.count("") < len(reasons) / 4


def test_a_signature_is_of_these_bytes_and_of_this_key_only():
    text = json.dumps({"a": 1}).encode()
    signed = given.SIGNER.sign(text)
    assert is_signed(text, signed, given.SIGNER.public)
    assert not is_signed(text + b" ", signed, given.SIGNER.public)
    assert not is_signed(text, signed, OTHER.public)
    assert not is_signed(text, "", "")
    assert "\\x" not in repr(given.SIGNER)
