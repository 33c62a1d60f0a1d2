"""The program's words come with the program; a company's definitions keep only what it words otherwise."""

from dataclasses import replace

import pytest

from schema.catalogue.compiled import from_json, to_json, with_hash
from schema.catalogue.folder import Folder
from schema.catalogue.loader import load_definitions, load_sentences
from schema.catalogue.program_words import KINDS, ProgramWords, mark
from schema.catalogue.reading import Reading
from schema.grammar.words import LANGUAGES, Words
from schema.workspace import Workspace
from tests.factories import small_definitions, words
from tests.tools import program_words as tool

MESSAGES = """messages:
  hello: {zh-Hans: "{name}好", zh-Hant: "{name}好！", en: "Hello {name}"}
  bare: {zh-Hans: 无, zh-Hant: 無, en: none}
"""
PHRASES = "phrases:\n  year: {zh-Hans: 年, zh-Hant: 年, en: year}\n"
HELLO = Words("{name}好", "{name}好！", "Hello {name}")


@pytest.fixture
def said(tmp_path):
    """A program of three sentences, one of which was worded otherwise in the past."""
    resources = tmp_path / "resources"
    for folder in ("definitions", "words"):
        (resources / folder).mkdir(parents=True)
    (resources / "definitions" / "messages.yaml").write_text(MESSAGES, "utf-8")
    (resources / "definitions" / "phrases.yaml").write_text(PHRASES, "utf-8")
    past = [mark("messages", "hello", "Hi {name}"), mark("messages", "gone", "Gone")]
    (resources / "words" / "said.txt").write_text("\n".join(past), "ascii")
    return ProgramWords(resources)


def changed(said, code, *texts):
    return dict(said.in_force("messages", {code: Words(*texts)}).changes)


def test_without_changes_the_program_speaks_for_itself(said):
    assert dict(said.messages) == {"hello": HELLO, "bare": Words("无", "無", "none")}
    assert dict(said.phrases) == {"year": Words("年", "年", "year")}
    assert said.messages.changes == said.messages.unfit == {}


def test_the_window_says_its_own_sentence_in_place_of_one_that_names_a_command(said, tmp_path):
    messages = MESSAGES + '  hello.window: {zh-Hans: "请点选", zh-Hant: "請點選", en: "Choose {name}"}\n'
    (tmp_path / "resources" / "definitions" / "messages.yaml").write_text(messages, "utf-8")
    in_window = ProgramWords(tmp_path / "resources", in_window=True)
    assert in_window.messages["hello"] == Words("请点选", "請點選", "Choose {name}")
    assert in_window.messages["bare"] == Words("无", "無", "none")
    assert ProgramWords(tmp_path / "resources").messages["hello"] == HELLO
    assert ProgramWords(tmp_path / "resources").messages.in_window()["hello"] == in_window.messages["hello"]
    # A company that words the sentence otherwise is heard in the window, too.
    assert in_window.in_force("messages", {"hello": Words(en="Dear {name}")})["hello"].en == "Dear {name}"


def test_a_wording_that_the_program_has_or_ever_had_is_no_difference(said):
    assert changed(said, "hello", HELLO.zh_hans, HELLO.zh_hant, "Hi {name}") == {}
    assert changed(said, "gone", "Gone", "Gone", "Gone") == {}


def test_blanks_at_its_ends_make_no_wording_another(said):
    assert changed(said, "hello", "{name}好 ", " {name}好！", "Hi {name} ") == {}
    assert changed(said, "hello", "{name} 好", "", "") == {"hello": Words("{name} 好")}


def test_what_was_said_is_known_by_its_code_and_kind(said):
    assert changed(said, "bare", "", "", "Hi {name}") == {"bare": Words(en="Hi {name}")}
    hello = said.in_force("phrases", {"hello": Words(en="Hi {name}")})
    assert hello.changes == {"hello": Words(en="Hi {name}")}


def test_a_change_in_one_language_leaves_the_others_to_the_program(said):
    sentences = said.in_force("messages", {"hello": Words("{name}好", "{name}好！", "Dear {name}")})
    assert sentences.changes == {"hello": Words(en="Dear {name}")}
    assert sentences["hello"] == replace(HELLO, en="Dear {name}")
    assert sentences["bare"] == said.messages["bare"]


def test_a_sentence_of_the_companys_own_stands_beside_the_programs(said):
    sentences = said.in_force("phrases", {"text.poem": words("诗")})
    assert list(sentences) == ["year", "text.poem"]
    assert sentences["text.poem"] == words("诗")


@pytest.mark.parametrize("text", ["Dear {who}", "Dear {", "Dear {}", "Dear {0}", "{name.x}", "{name:>9d}", "{name!r}"])
def test_a_wording_whose_places_do_not_fit_gives_way_in_its_language_and_is_kept(said, text):
    sentences = said.in_force("messages", {"hello": Words("{name}，您好", "", text)})
    assert sentences["hello"] == Words("{name}，您好", HELLO.zh_hant, HELLO.en)
    assert sentences.unfit == {"hello": Words(en=text)}
    assert sentences.changes["hello"].en == text
    assert sentences.places("hello") == {"name"}


def test_a_wording_may_have_fewer_places(said):
    sentences = said.in_force("messages", {"hello": Words(en="Dear all")})
    assert sentences["hello"].en == "Dear all"
    assert sentences.unfit == {}


def test_a_workspace_keeps_the_differences_alone(said, tmp_path):
    given = {**said.messages, "hello": replace(HELLO, en="Dear {name}")}
    definitions = with_hash(small_definitions(messages=said.in_force("messages", given), phrases=said.phrases))
    text = to_json(definitions)
    assert "Dear {name}" in text
    assert not [own for own in ("Hello", "{name}好", "none", "year") if f'"{own}' in text]
    assert from_json(text, said) == definitions
    assert dict(from_json(text).catalogue.messages) == {"hello": Words(en="Dear {name}")}


def test_a_full_copy_of_an_older_program_reduces_to_its_true_differences(said):
    old = small_definitions(messages={"hello": Words("{name}好", "{name}好", "Hi {name}"), "gone": words("Gone")})
    assert from_json(to_json(old), said).catalogue.messages.changes == {"hello": Words(zh_hant="{name}好")}


def test_a_workspace_that_was_just_made_speaks_as_its_definitions_do(said, tmp_path):
    definitions = with_hash(small_definitions(messages=said.messages, phrases=said.phrases))
    with Workspace.create(tmp_path / "a.annals", definitions, "me") as workspace:
        assert workspace.definitions == definitions
    with Workspace.open(tmp_path / "a.annals", write=False, program=said) as workspace:
        assert workspace.definitions == definitions
    assert Workspace.peek(tmp_path / "a.annals", said)[0] == definitions


def test_a_companys_folder_need_hold_only_what_it_words_otherwise(folder, said):
    (folder / "phrases.yaml").unlink(missing_ok=True)
    hello = 'messages:\n  hello: {zh-Hans: "{name}好", zh-Hant: "{name}好！", en: "Dear {name}"}\n'
    (folder / "messages.yaml").write_text(hello, "utf-8")
    catalogue = load_definitions(folder, said).catalogue
    assert catalogue.messages.changes == {"hello": Words(en="Dear {name}")}
    assert catalogue.phrases == said.phrases


def test_sentences_that_somebody_is_at_work_on_count_as_they_stand(said, tmp_path):
    compiled = tmp_path / "resources" / "words" / "compiled.json"
    for text in ('{"of": "another state", "messages": {}, "phrases": {}}', "<<<<<<< a merge"):
        compiled.write_text(text, "utf-8")
        assert ProgramWords(tmp_path / "resources").messages["hello"] == HELLO


def test_the_compiled_sentences_are_those_of_the_definitions():
    assert tool.COMPILED.read_text("utf-8") == tool.compiled(), "run: python -m tests.tools.program_words"


def test_the_compiled_sentences_are_read_whatever_ends_the_lines_of_the_definitions(program, tmp_path):
    for folder, name in (("definitions", "messages.yaml"), ("definitions", "phrases.yaml"), ("words", "compiled.json")):
        (tmp_path / folder).mkdir(exist_ok=True)
        text = (tool.ROOT / "resources" / folder / name).read_bytes().replace(b"\n", b"\r\n")
        (tmp_path / folder / name).write_bytes(text)
    import schema.catalogue.loader_messages as slow

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(slow, "load_messages", None)
        assert dict(ProgramWords(tmp_path).messages) == dict(program.messages)


def test_each_wording_of_today_is_marked_so_that_tomorrow_knows_it():
    lost = tool.marks() - set(tool.SAID.read_text("ascii").split())
    assert not lost, "run: python -m tests.tools.program_words"


def test_the_programs_words_are_those_that_the_strict_loader_reads(program):
    strict = load_sentences(Reading(Folder(tool.ROOT / "resources" / "definitions")))
    assert (dict(program.messages), dict(program.phrases)) == (strict.messages, strict.phrases)


@pytest.mark.parametrize("kind", KINDS)
def test_the_program_has_every_sentence_in_three_languages(program, kind):
    said = getattr(program, kind)
    assert len(said) > 200
    assert {language for words in said.values() for language in LANGUAGES if not words.get(language)} == set()
