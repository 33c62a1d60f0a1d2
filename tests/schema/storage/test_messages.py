"""Every trouble with a workspace has a sentence, and every place in it is filled."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from schema.grammar.words import LANGUAGES
from schema.storage.sqlite import lock as locking
from tests.factories import shipped_messages

ROOT = Path(__file__).parents[3]
SOURCES = sorted([*(ROOT / "schema" / "storage").rglob("*.py"), ROOT / "schema" / "workspace.py"])


def _raised() -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each code in the sources with the names that fill its places."""
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id == "WorkspaceError" and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value), frozenset(str(keyword.arg) for keyword in node.keywords)
            elif node.func.id == "Issue" and isinstance(node.args[0], ast.Constant):
                facts = next(keyword.value for keyword in node.keywords if keyword.arg == "facts")
                assert isinstance(facts, ast.Dict)
                names = frozenset(key.value for key in facts.keys if isinstance(key, ast.Constant))
                yield str(node.args[0].value), frozenset(map(str, names))


CAUSES = {*locking._CAUSES.values(), "workspace.io"}
LOCKS = {"workspace.lock_unreadable", "workspace.lock_folder", "workspace.lock_denied"}
RAISED = sorted(
    {
        *_raised(),
        *((code, frozenset({"path", "reason"})) for code in CAUSES),
        *((code, frozenset({"path", "lock"})) for code in LOCKS),
    }
)


@pytest.fixture(scope="module")
def messages():
    return shipped_messages()


@pytest.mark.parametrize(("code", "names"), RAISED, ids=lambda item: item if isinstance(item, str) else "")
def test_every_trouble_has_a_sentence_whose_places_are_filled(messages, code, names):
    words = messages[code]
    for language in LANGUAGES:
        places = {name for _, name, _, _ in string.Formatter().parse(words.get(language)) if name}
        assert words.get(language)
        assert places <= names


def test_the_list_of_troubles_is_not_empty():
    assert len(RAISED) > 15
