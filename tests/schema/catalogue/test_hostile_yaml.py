"""Definitions from outside: a file that grows without end, or goes in without end, is refused at once by its name."""

from time import process_time

import pytest

from schema.catalogue.folder import Folder
from schema.catalogue.yaml_source import DEEPEST, read_yaml
from tests.conftest import RESOURCES

LAUGHS = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 10)
)


def read(tmp_path, text):
    path = tmp_path / "metrics.yaml"
    path.write_text(text, "utf-8")
    begun = process_time()
    source = read_yaml(path, "metrics.yaml")
    assert process_time() - begun < 5
    return source


@pytest.mark.parametrize(
    "text",
    [
        LAUGHS,
        "[" * 100_000,
        "{a: " * 5_000,
        "- " * 50_000 + "x",
        "\n".join(" " * level + "a:" for level in range(1_000)),
        "a: " + "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1),
        "- x\n" * 500_000,
    ],
    ids=["repeated", "brackets", "braces", "dashes", "indented", "just-too-deep", "long"],
)
def test_what_no_definitions_come_near_is_one_mistake(tmp_path, text):
    source = read(tmp_path, text)
    assert [mistake.code for mistake in source.mistakes] == ["definition.too_large"]
    assert source.data is None


def test_a_file_of_ten_gigabytes_of_nothing_is_not_read(tmp_path):
    for name in ("a.yaml", "a.csv"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(10 * 2**30)
    assert [mistake.code for mistake in read_yaml(tmp_path / "a.yaml", "a.yaml").mistakes] == ["definition.too_large"]
    rows, mistakes = Folder(tmp_path).rows("a.csv", ("code",))
    assert (rows, [mistake.code for mistake in mistakes]) == ([], ["definition.too_large"])


def test_a_part_of_itself_has_no_end(tmp_path):
    source = read(tmp_path, "a: &a\n  b: *a\n")
    assert [mistake.code for mistake in source.mistakes] in (["definition.too_large"], ["definition.syntax"])


@pytest.mark.parametrize("text", ["a: &x {b: 1}\nc: *x\n", "a: " + "[" * (DEEPEST - 2) + "]" * (DEEPEST - 2)])
def test_what_is_repeated_once_or_deep_enough_is_read(tmp_path, text):
    assert read(tmp_path, text).mistakes == []


def test_the_shipped_definitions_are_far_from_the_bounds():
    for path in RESOURCES.rglob("*.yaml"):
        assert read_yaml(path, path.name).mistakes == [], path


def test_brackets_in_words_that_nobody_closes_are_no_depth(tmp_path):
    assert read(tmp_path, "".join(f'a{n}: "[1 {{x"\n' for n in range(400))).mistakes == []
