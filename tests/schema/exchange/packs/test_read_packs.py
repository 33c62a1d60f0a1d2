"""Several packs are read by one process; what one of them is does nothing to the others."""

import pytest

from schema.errors import PackError
from schema.exchange.packs.pack import Pack, read_pack, read_packs
from tests.schema.exchange.packs.given import good, without


def test_packs_read_together_are_what_they_are_read_alone(tmp_path):
    contents = [good(number=1), b"no pack", good(number=2), without("signature"), good(number=3)[:300]]
    paths = [tmp_path / f"{number}.annalspack" for number in range(len(contents) + 1)]
    for path, content in zip(paths, contents, strict=False):
        path.write_bytes(content)
    read = read_packs(paths)
    assert [one.manifest.number for one in read if isinstance(one, Pack)] == [1, 2]
    for path, one in zip(paths, read, strict=True):
        if isinstance(one, PackError):
            with pytest.raises(PackError) as alone:
                read_pack(path)
            assert (one.code, one.params) == (alone.value.code, alone.value.params)
    assert [one.code for one in read if isinstance(one, PackError)] == [
        "pack.not_pack", "pack.unsigned", "pack.half", "pack.missing",
    ]  # fmt: skip
