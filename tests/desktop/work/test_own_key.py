"""A person's key: made once, kept for oneself, told where it is broken."""

import os
import stat

import pytest

from desktop.work.own_key import keys_folder, own_signer
from schema.errors import OutputError


def test_the_key_of_a_person_is_made_once_and_is_not_anothers(tmp_path):
    first = own_signer(tmp_path / "keys", "人力联系人")
    assert own_signer(tmp_path / "keys", "人力联系人").public == first.public
    assert own_signer(tmp_path / "keys", "法务联系人").public != first.public
    assert len(list((tmp_path / "keys").iterdir())) == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_nobody_else_can_read_it(tmp_path):
    own_signer(tmp_path / "keys", "人力联系人")
    (path,) = (tmp_path / "keys").iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_broken_key_is_told_and_not_replaced(tmp_path):
    own_signer(tmp_path, "人力联系人")
    (path,) = tmp_path.iterdir()
    path.write_bytes(b"half")
    with pytest.raises(OutputError) as raised:
        own_signer(tmp_path, "人力联系人")
    assert (raised.value.code, path.read_bytes()) == ("key.broken", b"half")


def test_where_no_key_can_be_kept_is_told(tmp_path):
    (tmp_path / "keys").write_bytes(b"")
    with pytest.raises(OutputError) as raised:
        own_signer(tmp_path / "keys", "人力联系人")
    assert raised.value.code == "key.unwritable"


def test_keys_are_in_the_users_own_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert keys_folder().parts[-2:] == ("annals", "keys")
