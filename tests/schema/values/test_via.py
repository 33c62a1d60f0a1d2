import pytest

from schema.values.via import Via, read_via


@pytest.mark.parametrize("how", ["pack", "merge", "import"])
def test_how_something_came_is_read_as_it_was_written(how):
    via = Via(how, 7, "王芳", "2024-03-01T08:00:00")
    assert read_via(via.written()) == via


def test_ones_own_doing_came_by_nothing():
    assert read_via("") is None
