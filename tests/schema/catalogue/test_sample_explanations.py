"""What the sample company does not disclose belongs to the sample; every mistake with file, line and near name."""

import pytest

from schema.catalogue.compiled import from_json, to_json
from schema.errors import DefinitionsError
from schema.exchange.sample.explanations import with_explanations
from tests import shipped

GOOD = "hkex2021:\n  A2.5: {zh-Hans: 不适用, reason: not_applicable}\n"


def read(folder, text, name="esg-2021.yaml"):
    (folder / name).write_text(text, "utf-8")
    return with_explanations(shipped.definitions(), folder)


def test_the_shipped_definitions_explain_nothing():
    assert not any(outline.explanations for outline in shipped.definitions().outlines.values())


def test_the_sample_explains_what_the_company_does_not_disclose():
    explained = {
        (report, framework): tuple(reasons)
        for report, outline in shipped.sample().outlines.items()
        for framework, reasons in outline.explanations.items()
    }
    assert explained == {
        ("csr-2019", "sdg"): ("SDG6", "SDG7", "SDG16"),
        ("csr-2022", "sdg"): ("SDG6",),
        ("esg-2021", "hkex2021"): ("A2.5", "B6.1"),
    }
    words = [w for o in shipped.sample().outlines.values() for r in o.explanations.values() for w in r.values()]
    assert not any(one.missing() for one in words)


def test_an_explanation_stands_in_its_outline_and_in_the_hash(tmp_path):
    made = read(tmp_path, GOOD)
    found = made.outlines["esg-2021"].explanations["hkex2021"]["A2.5"]
    assert (found.zh_hans, found.reason) == ("不适用", "not_applicable")
    assert made.hash not in ("", shipped.definitions().hash)
    assert from_json(to_json(made)).hash == made.hash


@pytest.mark.parametrize(
    ("text", "name", "code", "line"),
    [
        (GOOD, "esg-2012.yaml", "definition.unknown_report", 1),
        (GOOD.replace("hkex2021", "hkex2012"), "esg-2021.yaml", "definition.unknown_framework", 1),
        (GOOD.replace("A2.5", "A2.9"), "esg-2021.yaml", "definition.unknown_disclosure", 2),
        (GOOD.replace("not_applicable", "lazy"), "esg-2021.yaml", "definition.not_one_of", 2),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path, text, name, code, line):
    with pytest.raises(DefinitionsError) as caught:
        read(tmp_path, text, name)
    assert [(m.file, m.code, m.line) for m in caught.value.mistakes] == [(name, code, line)]
