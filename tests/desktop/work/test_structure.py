"""Structure without a window: parts moved, named, made and removed; metrics; steps that can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.work.structure.blocks import (
    NewBlock,
    beside_removed,
    with_new_block,
    with_new_section,
    with_placement,
    without,
)
from desktop.work.structure.checks import outline_mistakes, with_outline
from desktop.work.structure.codes import initials, metric_code, section_code
from desktop.work.structure.contents import standing
from desktop.work.structure.delta import delta_of
from desktop.work.structure.inputs import dependents, read_formula
from desktop.work.structure.likeness import found, nearly_same, proposal
from desktop.work.structure.metrics import MetricDraft, checked_metric, draft_of, with_draft, without_metric
from desktop.work.structure.moves import Moved, Target, moved, stepped
from desktop.work.structure.names import in_language, renamed, with_language, words_of
from desktop.work.structure.parts import Part, name_of
from desktop.work.structure.steps import put, step_of
from schema.catalogue.compiled import with_hash
from schema.catalogue.outline import Outline, Placement, Section, TableBlock, TextBlock
from schema.errors import DefinitionsError
from schema.exchange.catalogue_book.rows import from_sheets, to_sheets
from schema.grammar.words import NO_WORDS, Words
from schema.validation.check import check
from schema.validation.issue import Issue
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures
from schema.workspace import Workspace
from tests.factories import words
from tests.schema.validation.given import catalogue, definitions, metric, number, point, share, snapshot

NAME = words("名")


def section(code: str, *below: Section, level: int = 1, blocks=()) -> Section:
    return Section(code, level, words(code), tuple(blocks), below)


def tree() -> Outline:
    """a (a1 (x), a2), b; a1 has a text and a table of two rows, b a text."""
    table = TableBlock("t", words("表"), (Placement("staff"), Placement("gas")))
    a1 = section("a1", section("x", level=3), level=2, blocks=(TextBlock("w", "w"), table))
    return Outline("report", 2022, "zh-Hans", words("报告"), (
        section("a", a1, section("a2", level=2)), section("b", blocks=(TextBlock("v", "v"),))))  # fmt: skip


def shape(outline: Outline) -> list[str]:
    return [f"{'·' * one.level}{one.code}" for one in outline.walk()]


DIMENSIONS = {"m3": "length^3", "t": "mass^1", "kg": "mass^1", "person": "person^1", "percent": ""}


def known(outline: Outline | None = None):
    """The small catalogue as the loader would have made it, with these chapters."""
    made = catalogue(metric("staff", crossings=(("gender",),), sum_over=("gender",)), number("gas"), share("share"))
    units = {code: replace(made.units[code], dimension=dimension) for code, dimension in DIMENSIONS.items()}
    return with_outline(definitions(replace(made, units=units)), outline or tree())


def step(part: Part, way, outline: Outline | None = None) -> Moved | str:
    done = stepped(outline or tree(), part, way, NAME)
    return done.code if isinstance(done, Issue) else done


@pytest.mark.parametrize(
    ("code", "way", "after"),
    [
        ("a2", "up", ["·a", "··a2", "··a1", "···x", "·b"]),
        ("a1", "down", ["·a", "··a2", "··a1", "···x", "·b"]),
        ("b", "up", ["·b", "·a", "··a1", "···x", "··a2"]),
        ("x", "down", ["·a", "··a1", "··a2", "···x", "·b"]),
        ("a2", "down", ["·a", "··a1", "···x", "·b", "··a2"]),
        ("a2", "in", ["·a", "··a1", "···x", "···a2", "·b"]),
        ("x", "out", ["·a", "··a1", "··x", "··a2", "·b"]),
        ("a2", "out", ["·a", "··a1", "···x", "·a2", "·b"]),
    ],
)
def test_a_section_moves_one_step_with_all_below_it(code, way, after):
    done = step(Part(code), way)
    assert isinstance(done, Moved)
    assert shape(done.outline) == after
    assert outline_mistakes(known(done.outline), "report") == ()


@pytest.mark.parametrize(
    ("part", "way", "reason"),
    [
        (Part("a"), "up", "structure.first"),
        (Part("b"), "down", "structure.last"),
        (Part("a1"), "in", "structure.none_before"),
        (Part("a"), "out", "structure.chapter"),
        (Part("b"), "in", "structure.too_deep"),
        (Part("a1", "w"), "in", "structure.no_level"),
        (Part("b", "v"), "down", "structure.last"),
    ],
)
def test_what_cannot_go_there_is_refused_with_a_sentence(part, way, reason):
    deep = section("b", section("c", section("d", level=3), level=2))
    outline = replace(tree(), chapters=(tree().chapters[0], deep)) if reason.endswith("deep") else tree()
    assert step(part, way, outline) == reason


def test_a_block_at_the_end_of_its_section_goes_on_into_the_next_one():
    done = step(Part("a1", "t"), "down")
    assert isinstance(done, Moved)
    assert done.part == Part("x", "t")
    back = step(done.part, "up", done.outline)
    assert isinstance(back, Moved)
    assert back.outline == tree()


def test_a_row_goes_from_one_list_into_another_and_a_text_takes_none():
    both = with_new_block(tree(), Part("b"), NewBlock("chart", words("图"), "share")).outline
    target = moved(both, Part("a1", "t", 0), Target(Part("b", "b.chart"), 1), NAME)
    assert isinstance(target, Moved)
    assert target.part == Part("b", "b.chart", 1)
    refused = moved(both, Part("a1", "t", 0), Target(Part("b", "v"), 0), NAME)
    assert isinstance(refused, Issue)
    assert refused.code == "structure.needs_list"


def test_a_section_cannot_go_into_itself():
    refused = moved(tree(), Part("a"), Target(Part("a1"), 0), NAME)
    assert isinstance(refused, Issue)
    assert refused.code == "structure.inside"


def test_a_dropped_section_stands_where_the_line_was():
    done = moved(tree(), Part("b"), Target(Part("a"), 1), NAME)
    assert isinstance(done, Moved)
    assert shape(done.outline) == ["·a", "··a1", "···x", "··b", "··a2"]


def test_a_name_in_one_language_leaves_the_others_to_be_asked_for_and_the_check_lists_them():
    outline = renamed(tree(), Part("a2"), in_language("zh-Hans", " 员工　数据 "))
    assert isinstance(outline, Outline)
    assert words_of(outline, Part("a2")) == Words("员工 数据")
    assert outline_mistakes(known(outline), "report") == ()
    base = known(outline)
    found_issues = check(base, Snapshot(), Figures(base.catalogue, Snapshot()))
    open_work = [(one.facts["tongue"].code, one.at.part) for one in found_issues if one.code == "outline.untranslated"]  # type: ignore[union-attr]
    assert open_work == [("zh-Hant", "a2"), ("en", "a2")]
    again = from_sheets(to_sheets(base), _sentences(base))
    assert again.outlines["report"] == outline


def _sentences(base):
    from schema.catalogue.loader import Sentences

    return Sentences(base.catalogue.messages, base.catalogue.phrases)


def test_a_company_that_writes_its_name_in_one_language_is_asked_for_no_other():
    base = known(renamed(tree(), Part("a2"), Words("数据")))  # type: ignore[arg-type]
    alone = replace(base.catalogue, company=replace(base.catalogue.company, name=Words("某公司")))
    issues = check(replace(base, catalogue=alone), Snapshot(), Figures(alone, Snapshot()))
    assert not [one for one in issues if one.code.endswith("untranslated")]


def test_an_empty_name_is_refused_but_a_row_goes_back_to_the_name_of_its_metric():
    refused = renamed(tree(), Part("a"), NO_WORDS)
    assert isinstance(refused, Issue)
    labelled = renamed(tree(), Part("a1", "t", 0), words("另称"))
    assert isinstance(labelled, Outline)
    base = known()
    assert name_of(labelled, Part("a1", "t", 0), base.catalogue) == words("另称")
    bare = renamed(labelled, Part("a1", "t", 0), NO_WORDS)
    assert isinstance(bare, Outline)
    assert name_of(bare, Part("a1", "t", 0), base.catalogue) == words("<staff>")
    assert with_language(words("a"), "en", "b").en == "b"


def test_new_sections_and_blocks_have_codes_of_their_own_and_stand_after_what_was_chosen():
    first = with_new_section(tree(), Part("a1"), Words("员工数据总表"))
    assert isinstance(first, Moved)
    assert shape(first.outline) == ["·a", "··a1", "···x", "··a.ygsjzb", "··a2", "·b"]
    second = with_new_section(first.outline, first.part, Words("员工数据总表"))
    assert isinstance(second, Moved)
    assert second.part == Part("a.ygsjzb2")
    text = with_new_block(second.outline, Part("a1", "w"), NewBlock("text", words("正文")))
    assert [block.id for block in text.outline.walk()[1].blocks] == ["w", "a1.text", "t"]
    assert outline_mistakes(known(text.outline), "report") == ()


def test_a_placed_metric_joins_the_table_of_its_section_or_makes_one():
    joined = with_placement(tree(), Part("a1"), "share", words("新表"))
    assert joined.part == Part("a1", "t", 2)
    fresh = with_placement(tree(), Part("b"), "share", words("新表"))
    assert fresh.part == Part("b", "b.table", 0)
    after = with_placement(tree(), Part("a1", "t", 0), "share", words("新表"))
    assert after.part == Part("a1", "t", 1)
    assert outline_mistakes(known(after.outline), "report") == ()


def test_what_stands_in_a_part_is_counted_before_it_is_removed():
    held = snapshot([point("gas", "1")], texts={("report", "w", "zh-Hans"): "写好的"})
    counts = standing(tree(), Part("a"), held, known().catalogue)
    assert (counts.sections, counts.blocks, counts.texts, counts.valued) == (3, 2, 1, 1)
    assert [one.zh_hans for one in counts.unplaced] == ["<staff>", "<gas>"]
    row = standing(tree(), Part("a1", "t", 0), held, known().catalogue)
    assert ([one.zh_hans for one in row.unplaced], row.valued, row.nothing) == (["<staff>"], 0, True)


def test_a_removed_part_gives_its_place_to_the_next_and_the_last_row_takes_its_block_along():
    assert beside_removed(tree(), Part("a1")) == Part("a2")
    assert beside_removed(tree(), Part("b")) == Part("a")
    assert beside_removed(tree(), Part("x")) == Part("a1")
    assert shape(without(tree(), Part("a"))) == ["·b"]
    once = without(tree(), Part("a1", "t", 0))
    assert "t" in [block.id for block in once.walk()[1].blocks]
    assert [block.id for block in without(once, Part("a1", "t", 0)).walk()[1].blocks] == ["w"]


# metrics


def draft(**fields) -> MetricDraft:
    return replace(MetricDraft(Words("废水"), "water.waste", "m3", False, "flow", "admin"), **fields)


def test_a_new_metric_in_one_language_is_checked_as_the_loader_checks():
    made, issues = checked_metric(known(), draft(breakdowns=("gender",)))
    assert issues == ()
    assert made is not None
    assert (made.crossings, made.sum_over, made.kind) == ((("gender",),), ("gender",), "number")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"name": NO_WORDS}, "structure.no_name"),
        ({"code": "gas"}, "structure.taken"),
        ({"code": "Gas!"}, "definition.bad_code"),
        ({"unit": ""}, "structure.no_unit"),
        ({"department": ""}, "structure.no_owner"),
        ({"department": "nobody"}, "definition.unknown_department"),
        ({"making": "computed", "formula": "[gas] +"}, "definition.formula_syntax"),
        ({"making": "computed", "formula": "[gaz]"}, "definition.unknown_metric"),
        ({"making": "computed", "formula": "[staff]"}, "definition.dimension"),
        ({"making": "total"}, "structure.no_formula"),
        ({"threshold": "x"}, "structure.threshold"),
    ],
)
def test_every_reason_against_a_metric_is_told(fields, reason):
    made, issues = checked_metric(known(), draft(**fields))
    assert made is None
    assert [one.code for one in issues] == [reason]


def test_a_total_is_the_sum_of_its_parts_and_a_circle_is_refused():
    base = known()
    with_total = with_draft(base, draft(making="total", parts=("gas",), code="gas.all"))
    assert not isinstance(with_total, tuple)
    assert with_total.catalogue.metrics["gas.all"].formula is not None
    before = with_total.catalogue.metrics["gas"]
    circle = with_draft(with_total, replace(draft_of(before), making="computed", formula="[gas.all]"), before)
    assert isinstance(circle, tuple)
    assert circle[0].code == "definition.cycle"


def test_a_changed_metric_keeps_what_its_form_does_not_show():
    base = with_draft(known(), draft())
    assert not isinstance(base, tuple)
    before = replace(base.catalogue.metrics["water.waste"], note="记", since=2019)
    changed = with_draft(base, replace(draft_of(before), evidence=True, threshold="20 %"), before)
    assert not isinstance(changed, tuple)
    now = changed.catalogue.metrics["water.waste"]
    assert (now.note, now.since, now.evidence, str(now.change_threshold)) == ("记", 2019, "required", "20")


def test_what_a_metric_is_like_is_found_while_its_name_is_typed():
    base = catalogue(number("energy.gas", name=words("天然气消耗量")), metric("staff", name=words("员工总数")))
    assert [one.code for one in nearly_same(base, "正式员工总数")] == ["staff"]
    assert nearly_same(base, "绿地面积") == ()
    proposed = proposal(base, "正式员工总数", (), "")
    assert (proposed.unit, proposed.whole_numbers, proposed.timing, proposed.department) == (
        "person",
        True,
        "stock",
        "hr",
    )
    assert proposal(base, "女性员工占比", (), "admin").unit == "percent"
    assert [one.code for one in found(base, "ygzs")] == ["staff"]


def test_what_is_counted_is_not_taken_for_the_share_with_the_nearest_name():
    share = metric("managers", unit="percent", name=words("女性管理者占比"))
    base = catalogue(share, metric("staff", name=words("受训员工人数")))
    assert proposal(base, "女性管理者人数", (), "").unit == "person"
    assert proposal(base, "女性管理者数量", ("managers",), "").unit != "percent"


def test_codes_are_made_of_english_words_else_of_the_initials_of_sounds():
    base = known().catalogue
    assert initials("正式员工总数") == "zsygzs"
    assert metric_code(Words("正式员工总数"), base, ("workforce.total",)) == "workforce.zsygzs"
    assert metric_code(Words("气", en="Use of gas"), base, ()) == "usegas"
    assert section_code(Words("a"), tree(), "") == "a3"


def test_a_formula_shows_its_inputs_with_values_and_names_what_is_not_there():
    base = known().catalogue
    held = snapshot([point("gas", "12")])
    reading = read_formula(base, "[gas] + [gass]", base.metrics["gas"], Figures(base, held), 2022)
    values = [
        (one.written, one.result.value if one.result else None, one.near.code if one.near else "")
        for one in reading.inputs
    ]
    assert values == [("gas", 12, ""), ("gass", None, "gas")]
    assert [one.code for one in reading.issues] == ["definition.unknown_metric"]


def test_a_metric_that_figures_need_is_not_removed_and_one_that_nobody_needs_goes_with_its_places():
    base = with_draft(known(), draft(making="total", parts=("gas",), code="gas.all"))
    assert not isinstance(base, tuple)
    refused = without_metric(base, "gas")
    assert isinstance(refused, Issue)
    assert dependents(base.catalogue, "gas")[0] == Words("废水")
    gone = without_metric(base, "staff")
    assert not isinstance(gone, Issue)
    assert gone.outlines["report"].walk()[1].blocks[1].rows == (Placement("gas"),)  # type: ignore[union-attr]


# steps


def test_a_step_back_leaves_what_others_have_changed_since():
    old = known()
    renamed_one = with_outline(old, renamed(tree(), Part("a"), words("甲")))  # type: ignore[arg-type]
    step_one = delta_of(old, renamed_one)
    added = with_draft(renamed_one, draft())
    assert not isinstance(added, tuple)
    back = step_one.undone().within(added)
    assert back.outlines == old.outlines
    assert "water.waste" in back.catalogue.metrics
    assert delta_of(old, old).nothing


def test_a_removed_entry_comes_back_to_its_old_place():
    old = known()
    gone = replace(
        old, catalogue=replace(old.catalogue, metrics={k: m for k, m in old.catalogue.metrics.items() if k != "gas"})
    )
    assert list(delta_of(old, gone).undone().within(gone).catalogue.metrics) == ["staff", "gas", "share"]


@pytest.fixture
def workspace(tmp_path):
    with Workspace.create(tmp_path / "w.annals", with_hash(known()), "editor") as made:
        yield made


def test_a_step_is_stored_as_definitions_are_and_taken_back(workspace):
    before = workspace.definitions
    added = with_draft(before, draft())
    assert not isinstance(added, tuple)
    done = step_of(before, added, "新指标")
    put(workspace, done)
    assert "water.waste" in workspace.definitions.catalogue.metrics
    put(workspace, done.undone())
    assert workspace.definitions.hash == before.hash
    assert [(one.kind, one.reason) for one in workspace.history()][-2:] == [("definitions", "新指标")] * 2
    assert workspace.verify() == ()


def test_the_values_of_a_removed_metric_stay(workspace):
    from schema.values.changes import keep

    workspace.apply([keep(point("gas", "12"))])
    gone = without_metric(workspace.definitions, "gas")
    assert not isinstance(gone, Issue)
    put(workspace, step_of(workspace.definitions, gone, "去掉"))
    assert [one.typed for one in workspace.snapshot().points.values()] == ["12"]


def test_a_step_that_would_break_the_definitions_stores_nothing(workspace):
    before = workspace.definitions
    doubled = replace(tree(), chapters=(*tree().chapters, section("a")))
    with pytest.raises(DefinitionsError) as refused:
        put(workspace, step_of(before, with_outline(before, doubled), ""))
    assert [one.code for one in refused.value.mistakes] == ["definition.doubled"]
    assert workspace.definitions.hash == before.hash
