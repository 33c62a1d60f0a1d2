"""Texts of the sample: several languages per slot, in one file or several."""

import pytest

from schema.errors import DefinitionsError
from schema.exchange.sample.texts import load_texts


def write(folder, name, text):
    path = folder / "report" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def test_a_slot_has_a_text_per_language_in_one_file_or_several(tmp_path):
    write(tmp_path, "a.yaml", "one:\n  zh-Hans: 一\n  zh-Hant: 壹\n")
    write(tmp_path, "b.yaml", "one:\n  en: One\n")
    assert [(text.slot, text.language, text.text) for text in load_texts(tmp_path)] == [
        ("one", "zh-Hans", "一"), ("one", "zh-Hant", "壹"), ("one", "en", "One"),
    ]  # fmt: skip


def test_a_text_that_two_files_have_is_a_mistake_with_its_line(tmp_path):
    write(tmp_path, "a.yaml", "one:\n  en: One\n")
    write(tmp_path, "b.yaml", "two:\n  en: Two\none:\n  en: Uno\n")
    with pytest.raises(DefinitionsError) as caught:
        load_texts(tmp_path)
    (mistake,) = caught.value.mistakes
    assert (mistake.file, mistake.line, mistake.code) == ("report/b.yaml", 4, "definition.doubled")


def test_an_unknown_language_is_a_mistake(tmp_path):
    write(tmp_path, "a.yaml", "one:\n  zh-TW: 一\n")
    with pytest.raises(DefinitionsError) as caught:
        load_texts(tmp_path)
    assert caught.value.mistakes[0].code == "definition.unknown_language"
