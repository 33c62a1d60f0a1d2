"""Relations between metrics: read with their scales, each mistake told at its line."""

from decimal import Decimal
from typing import get_args

import pytest

from schema.catalogue.compiled import from_json, to_json
from schema.catalogue.loader import load_definitions
from schema.catalogue.relations import RELATION_KINDS, RelationName
from schema.errors import DefinitionsError

RELATIONS = """
relations:
  women:
    kind: at_most
    terms: ["staff:gender=female", staff]
  power:
    kind: product
    terms: ["staff:gender=*", "staff:gender=*", staff]
    slack: 5
"""


@pytest.fixture
def related(folder):
    """The folder of definitions with relations."""
    (folder / "relations.yaml").write_text(RELATIONS, "utf-8")
    return folder


def mistakes(folder, old, new):
    path = folder / "relations.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(DefinitionsError) as caught:
        load_definitions(folder)
    return [(mistake.code, mistake.line) for mistake in caught.value.mistakes]


def test_definitions_without_relations_have_none(folder):
    assert load_definitions(folder).catalogue.relations == ()


def test_a_relation_is_kept_compiled_with_its_terms_and_slack(folder):
    (folder / "relations.yaml").write_text(RELATIONS.partition("  power")[0], "utf-8")
    definitions = load_definitions(folder)
    (women,) = definitions.catalogue.relations
    assert (women.code, women.kind, women.slack) == ("women", "at_most", Decimal(0))
    assert [term.target() for term in women.terms] == ["staff:gender=female", "staff"]
    assert from_json(to_json(definitions)).catalogue.relations == (women,)


def test_the_product_of_two_counts_is_none_of_a_third(related):
    assert mistakes(related, "zzz", "") == [("definition.dimension", 6)]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("kind: at_most", "kind: below", "definition.not_one_of", 4),
        (", staff]", "]", "definition.relation_terms", 5),
        ("gender=female\", staff]", "gender=female\", stuff]", "definition.unknown_metric", 3),
        ("gender=female\", staff]", "gender=female\", staff@2020]", "definition.no_relation", 5),
        ("gender=female", "gender=*", "definition.no_relation", 5),
        (", staff]\n", ", staff]\n    slack: 5\n", "definition.relation_slack", 6),
        ("slack: 5", "slack: -5", "definition.relation_slack", 9),
        ("slack: 5", "slack: some", "definition.not_a_number", 9),
        (", staff]", ", gas]", "definition.dimension", 3),
        ("kind: product", "kind: once", "definition.relation_terms", 8),
    ],
)  # fmt: skip
def test_a_mistake_in_a_relation_is_named_with_its_line(related, old, new, code, line):
    assert (code, line) in mistakes(related, old, new)


def test_the_table_of_kinds_has_each_kind_that_a_file_may_name():
    assert set(RELATION_KINDS) == set(get_args(RelationName))
