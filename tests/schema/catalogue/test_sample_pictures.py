"""Files of image slots: picture, caption and alternative text; every mistake with file, line and near name."""

import pytest

from schema.errors import DefinitionsError
from schema.exchange.sample.pictures import load_placed
from schema.sample import fill_sample
from schema.values.datapoint import SlotText
from schema.values.image_slots import placed_picture
from schema.workspace import Workspace
from tests.factories import small_definitions

PICTURES = {"wind.png": "ab" * 32}
GOOD = """green.photo:
  file: wind.png
  caption: {zh-Hans: 风车}
  alt: {zh-Hans: 山坡上的风车, en: Turbines}
"""


@pytest.fixture
def read(tmp_path):
    def read(text):
        (tmp_path / "r-2022.yaml").write_text(text, "utf-8")
        return load_placed(tmp_path, PICTURES)

    return read


def test_a_slot_gets_its_picture_and_its_words(read):
    assert read(GOOD) == (
        SlotText("r-2022", "green.photo", "", "ab" * 32),
        SlotText("r-2022", "green.photo.caption", "zh-Hans", "风车"),
        SlotText("r-2022", "green.photo.alt", "zh-Hans", "山坡上的风车"),
        SlotText("r-2022", "green.photo.alt", "en", "Turbines"),
    )


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("wind.png", "wnd.png", "definition.unknown_picture", 2),
        ("  file: wind.png\n", "", "definition.unknown_picture", 1),
        ("caption:", "captions:", "definition.wrong_form", 3),
        ("{zh-Hans: 风车}", "风车", "definition.wrong_form", 3),
        ("en: Turbines", "fr: Turbines", "definition.unknown_language", 4),
        (GOOD, "green.photo: wind.png", "definition.wrong_form", 1),
    ],
)
def test_a_mistake_is_named_with_its_line(read, old, new, code, line):
    with pytest.raises(DefinitionsError) as caught:
        read(GOOD.replace(old, new))
    assert [(m.file, m.code, m.line) for m in caught.value.mistakes] == [("r-2022.yaml", code, line)]


def test_a_picture_of_the_sample_that_cannot_be_taken_is_named(tmp_path):
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.png").write_bytes(b"GIF89a")
    with (
        Workspace.create(tmp_path / "w.annals", small_definitions(), "t") as workspace,
        pytest.raises(DefinitionsError) as caught,
    ):
        fill_sample(workspace, tmp_path)
    assert [(m.file, m.params["reason"]) for m in caught.value.mistakes] == [("a.png", "picture.other_format")]


def test_every_image_slot_of_the_sample_has_picture_caption_and_words_in_each_language(sample_workspace):
    with Workspace.open(sample_workspace, write=False) as workspace:
        definitions, snapshot = workspace.definitions, workspace.snapshot()
    count = 0
    for outline in definitions.outlines.values():
        for section in outline.walk():
            for block in (b for b in section.blocks if type(b).__name__ == "ImageBlock"):
                count += 1
                assert placed_picture(snapshot, outline.code, block.slot) is not None
                for part in ("caption", "alt"):
                    for language in ("zh-Hans", "zh-Hant", "en"):
                        assert snapshot.texts[outline.code, f"{block.slot}.{part}", language]
    assert count >= 8
