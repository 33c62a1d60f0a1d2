"""annals compare: each number of an edited draft held against the data, linked and typed ones."""

import json
import random
import re
import shutil
from pathlib import Path

import pytest
from lxml import etree

from desktop.__main__ import main
from tests.exporters.word.edits import Edited, W, run, type_into, words

PRINTED = "ip.patents.granted@2022"


@pytest.fixture(scope="module")
def exported(kept_sample, tmp_path_factory) -> Path:
    """The draft of a report; no test may change it."""
    folder = tmp_path_factory.mktemp("exported")
    workspace = Path(shutil.copy(kept_sample, folder / "w.annals"))
    assert main(["export", str(workspace), "--report", "csr-2022", "--word", "--out", str(folder)]) == 0
    return folder / "csr-2022.docx"


@pytest.fixture
def compared(run, kept_sample):
    def compare(draft: Path, *more, status=0):
        code, out, err = run("--language", "en", "compare", kept_sample, draft, "--json", *more)
        assert code == status, err or out[:500]
        return json.loads(out)

    return compare


def wrong(told):
    return [claim for claim in told["claims"] if claim["verdict"] in ("mismatch", "stale")]


def test_an_untouched_draft_has_no_mismatch_and_nothing_typed(compared, exported):
    told = compared(exported)
    assert len(told["claims"]) > 700
    assert wrong(told) == []
    assert {claim["state"] for claim in told["claims"]} == {"unchanged", "written"}
    assert told["deleted"] == []


def test_what_became_of_linked_numbers_is_told(compared, exported, tmp_path):
    draft = Edited(exported)
    type_into(draft.inline(PRINTED), "3,300")
    gone = draft.inline("ip.copyrights@2022")
    gone.getparent().remove(gone)
    told = compared(draft.save(tmp_path / "d.docx"), status=1)
    edited = next(claim for claim in told["claims"] if claim["state"] == "edited")
    assert (edited["ref"], edited["quote"], edited["value"], edited["current"]) == (PRINTED, "3,300", "3300", "3264")
    assert (edited["verdict"], edited["period"], edited["unit"]) == ("mismatch", 2022, "piece")
    assert [(one["ref"], one["count"]) for one in told["deleted"]] == [("ip.copyrights@2022", 1)]


def test_a_linked_number_in_another_section_is_moved(compared, exported, tmp_path):
    draft = Edited(exported)
    paragraph = draft.inline(PRINTED).getparent()
    draft.prose()[0].addprevious(paragraph)
    told = compared(draft.save(tmp_path / "d.docx"))
    moved = [claim for claim in told["claims"] if claim["state"] == "moved"]
    assert PRINTED in {claim["ref"] for claim in moved}
    assert {claim["verdict"] for claim in moved} == {"match"}


def planted(draft: Edited, values, chance: random.Random, step: int) -> list[tuple[str, str]]:
    """Type sentences about these values into running text, their last digit slipped by `step`; return what was."""
    made = []
    for value in values:
        number = re.search(r"\d[\d,.]*\d|\d", value["text"])[0]
        slipped = number[:-1] + str((int(number[-1]) + step) % 10)
        chance.choice(draft.prose()).append(
            run(f"2022 年，{value['name']}为 {value['text'].replace(number, slipped)}。")
        )
        made.append((value["metric"], slipped))
    return made


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_slips_are_found_and_true_sentences_are_not_called_wrong(
    compared, exported, kept_sample, run, tmp_path, language
):
    listed = json.loads(run("--language", language, "values", kept_sample, "--json")[1])["values"]
    own = [v for v in listed if v["kind"] == "entered" and not v["category"] and v["period"] == 2022 and v["value"]]
    fitting = [v for v in own if not v["qualifier"] and float(v["value"]) > 100 and re.search(r"\d", v["text"])]
    draft, chance = Edited(exported), random.Random(7)
    slips = planted(draft, fitting[:30], chance, 3)
    planted(draft, fitting[-30:], chance, 0)
    told = compared(draft.save(tmp_path / "d.docx"), status=1)
    found = wrong(told)
    hit = [slip for slip in slips if any(slip[1] in c["quote"] and (c["ref"] or "").startswith(slip[0]) for c in found)]
    others = [c for c in found if not any(slip[1] in c["quote"] for slip in slips)]
    assert len(hit) >= 0.95 * len(slips), [slip for slip in slips if slip not in hit]
    assert len(others) <= 0.05 * len(told["claims"]), [(c["quote"], c["ref"]) for c in others]


def test_a_typed_number_that_equals_a_value_is_told_as_not_linked(compared, exported, tmp_path):
    draft = Edited(exported)
    draft.prose()[0].append(run("2022 年，累计授权专利数为 3,264 件。"))
    typed = [c for c in compared(draft.save(tmp_path / "d.docx"))["claims"] if c["state"] == "typed"]
    assert [(c["ref"], c["verdict"], c["quote"]) for c in typed] == [(PRINTED, "match", "3,264 件")]
    assert "without a link" in typed[0]["reason"]


def test_a_copy_of_the_draft_says_at_each_place_what_is_wrong(compared, exported, tmp_path):
    draft, copied = Edited(exported), tmp_path / "said.docx"
    type_into(draft.inline(PRINTED), "3,300")
    path = draft.save(tmp_path / "d.docx")
    kept = path.read_bytes()
    compared(path, "--comments", copied, status=1)
    said = Edited(copied)
    assert path.read_bytes() == kept
    new = said.comments()[len(draft.comments()) :]
    assert len(new) == 1
    assert "3,300" in new[0]
    assert "3,264" in new[0]
    assert words(said.root) == words(draft.root)
    ids = [e.get(W + "id") for e in said.root.iter(W + "commentReference")]
    known = {c.get(W + "id") for c in etree.fromstring(said.parts["word/comments.xml"])}
    assert len(ids) == len(set(ids))
    assert set(ids) <= known


def test_as_text_it_lists_what_is_not_as_it_was(run, exported, kept_sample, tmp_path):
    draft = Edited(exported)
    type_into(draft.inline(PRINTED), "3,300")
    code, out, _ = run("--language", "zh-Hans", "compare", kept_sample, draft.save(tmp_path / "d.docx"))
    lines = out.strip().splitlines()
    assert code == 1
    assert len(lines) == 2
    assert "手改" in lines[0]
    assert PRINTED in lines[0]
    assert "手改 1" in lines[1]
