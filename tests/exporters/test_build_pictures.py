"""Pictures in the document and in its files: size, words, placeholders, one part per picture, names in the workbook."""

from dataclasses import replace

import pytest

from exporters.as_text import document_as_text
from exporters.content import Frame, Gap, Image, LinkedNumber, Paragraph
from exporters.word.writer import write_word
from schema.catalogue.definitions import RecordColumn, RecordType
from schema.catalogue.outline import ImageBlock, RecordsBlock
from schema.grammar.reference import RecordKey
from schema.grammar.words import Words
from schema.values.datapoint import Attachment, Field, Record
from schema.values.record_places import put_into
from tests.exporters import small_report as sample
from tests.exporters.built import build_document, build_workbook
from tests.exporters.word.reading import Draft, W
from tests.exporters.word.test_writer import png

words = sample.words
CASE = RecordType(
    "case",
    words("案例", "案例", "Case"),
    (
        RecordColumn("title", words("标题", "標題", "Title"), "text", required=True),
        RecordColumn("body", words("正文", "正文", "Text"), "long"),
        RecordColumn("picture", words("图片", "圖片", "Picture"), "picture"),
        RecordColumn("caption", words("图片说明", "圖片說明", "Caption"), "text"),
        RecordColumn("place", words("地点", "地點", "Place"), "text"),
        RecordColumn("date", words("时间", "時間", "Date"), "date"),
    ),
)
WIDE = Attachment("aa" * 32, "风车.png", "png", 10, 1600, 800)
TALL = Attachment("bb" * 32, "塔.jpg", "jpeg", 10, 1000, 4000)
TINY = Attachment("cc" * 32, "标志.png", "png", 10, 96, 48)
BYTES = {WIDE.hash: png(16, 8), TALL.hash: b"\xff\xd8\xff\xd9", TINY.hash: png(96, 48)}
SLOT = "people.photo"
CAPTION = {f"{SLOT}.caption": "我们的团队，员工{staff}。", f"{SLOT}.alt": "三个人站在一起。"}


def case(code="a", picture: Attachment | None = WIDE, **fields):
    made = {
        "title": Field(Words(f"{code}之事")),
        "body": Field(Words("一段话。")),
        "picture": Field(typed=picture.hash) if picture else Field(),
        "caption": Field(Words("志愿者在课堂")),
        "place": Field(Words("凉山")),
        "date": Field(typed="2022-03"),
        **fields,
    }
    return Record(RecordKey("case", code), sample.REPORT, 1, {name: field for name, field in made.items() if field})


def parts(*records, picture: Attachment | None = WIDE, texts=CAPTION, language="zh-Hans", width=162, required=False):
    made = sample.definitions()
    first, *rest = made.outlines[sample.REPORT].chapters
    blocks = (
        ImageBlock(SLOT, SLOT, words("团队照片"), width),
        RecordsBlock("people.cases", "case", "cases"),
        RecordsBlock("people.table", "case", "table"),
    )
    section = replace(first.sections[0], blocks=blocks[: 3 if records else 1])
    outline = replace(made.outlines[sample.REPORT], chapters=(replace(first, sections=(section,)), *rest))
    columns = tuple(replace(c, required=required) if c.kind == "picture" else c for c in CASE.columns)
    catalogue = replace(made.catalogue, records={"case": replace(CASE, columns=columns)})
    made = replace(made, catalogue=catalogue, outlines={sample.REPORT: outline})
    data = sample.snapshot(**texts)
    placed = {**data.texts, (sample.REPORT, SLOT, ""): picture.hash} if picture else data.texts
    pictures = {found.hash: found for found in (WIDE, TALL, TINY)}
    data = replace(data, texts=placed, records={record.key: record for record in records}, attachments=pictures)
    return made, sample.REPORT, language, data


def built(*records, **more):
    return build_document(*parts(*records, **more))


def images(document):
    return [block for block in document.blocks if isinstance(block, Image)]


def frame(document):
    return next(block for block in document.blocks if isinstance(block, Frame))


def test_a_picture_stands_with_its_caption_and_what_it_shows():
    (image,) = images(built())
    assert (image.picture, image.kind, image.name) == (WIDE.hash, "png", "风车.png")
    assert (image.width, image.height) == (134, 67)
    assert image.words == "三个人站在一起。"
    assert any(isinstance(part, LinkedNumber) and part.reference == "staff@2022" for part in image.caption)


def test_without_words_of_its_own_the_caption_says_what_it_shows():
    assert images(built(texts={f"{SLOT}.caption": "我们的团队"}))[0].words == "我们的团队"
    assert images(built(texts={}))[0].words == "团队照片"


def test_a_picture_is_as_wide_as_asked_but_no_higher_than_its_page_and_never_coarse():
    assert images(built(width=100))[0].width == 100
    tall = images(built(picture=TALL))[0]
    assert tall.height == pytest.approx(190)
    assert images(built(picture=TINY))[0].width == pytest.approx(25.4)


def test_a_missing_picture_is_a_placeholder_that_says_whom_to_ask():
    document = built(picture=None)
    assert images(document) == []
    gaps = [part for part in document.inlines() if isinstance(part, Gap) and "图片" in part.text]
    assert [gap.text for gap in gaps] == ["【待补图片：团队照片】"]
    assert SLOT in gaps[0].remark
    assert "缺少图片：团队照片" in [point.what for point in document.open_points]


def test_a_caption_that_is_only_there_in_another_language_is_asked_for():
    image = images(built(language="en"))[0]
    assert [type(part) for part in image.caption] == [Gap]


def test_a_case_shows_its_picture_over_caption_and_place():
    found = frame(built(case()))
    kinds = [type(part) for part in found.blocks]
    assert kinds == [Paragraph, Image, Paragraph]
    image = found.blocks[1]
    assert "".join(part.text for part in image.caption) == "志愿者在课堂 · 凉山"
    assert image.words == "志愿者在课堂 · 凉山"
    assert image.height <= 100
    below = "".join(getattr(part, "text", "") for part in found.blocks[2].inlines)
    assert below == "时间：2022年3月"


def test_a_case_without_a_picture_keeps_its_place_and_drops_the_caption():
    found = frame(built(case(picture=None)))
    below = "".join(getattr(part, "text", "") for part in found.blocks[-1].inlines)
    assert below == "地点：凉山，时间：2022年3月"
    assert "志愿者" not in document_as_text(built(case(picture=None))).split("table:")[0]


def test_a_picture_that_a_case_must_have_is_a_placeholder():
    text = document_as_text(built(case(picture=None), required=True))
    assert "【待补图片：a之事】" in text


def test_a_table_of_records_has_no_column_of_file_names():
    text = document_as_text(built(put_into(case(), "people.table")))
    assert "| 标题 | 正文 | 图片说明 | 地点 | 时间" in text


def test_the_document_as_text_names_its_pictures():
    text = document_as_text(built(case()))
    assert (
        "image: 风车.png 134x67 mm: 我们的团队，员工[1,200]" in text or "image: 风车.png 134x67 mm: 我们的团队" in text
    )
    assert "  三个人站在一起。" in text
    assert "  image: 风车.png 110x55 mm: 志愿者在课堂 · 凉山" in text


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    target = tmp_path_factory.mktemp("pictures") / "pictures.docx"
    write_word(built(case(), case("b", TINY)), target, pictures=BYTES.__getitem__)
    return target


def test_the_file_is_valid(path, assert_valid_docx):
    assert_valid_docx(path)


def test_a_picture_that_stands_twice_is_in_the_file_once(path):
    draft = Draft(path)
    assert sorted(n for n in draft.parts if n.startswith("word/media/")) == [
        "word/media/image1.png",
        "word/media/image2.png",
    ]
    drawn = [e for e in draft.root.iter() if e.tag.endswith("}blip")]
    assert len(drawn) == 3


def test_every_picture_says_what_it_shows(path):
    places = [e for e in Draft(path).root.iter() if e.tag.endswith("}docPr")]
    ours = {e.get("name"): e.get("descr") for e in places if e.get("name", "").startswith("annals:picture:")}
    assert ours == {
        f"annals:picture:{SLOT}": "三个人站在一起。",
        "annals:picture:people.cases.a.picture": "志愿者在课堂 · 凉山",
        "annals:picture:people.cases.b.picture": "志愿者在课堂 · 凉山",
    }


def test_pictures_are_counted_as_figures_and_stay_with_their_captions(path):
    draft = Draft(path)
    pictures = [e for e in draft.root.iter() if e.tag.endswith("}blip")]
    assert len(pictures) == 3
    for picture in pictures:
        paragraph = next(picture.iterancestors(f"{W}p"))
        assert paragraph.find(f"{W}pPr/{W}keepNext") is not None
        caption = paragraph.getnext()
        own = caption.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "FigureCaption"
        assert own or paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "CasePicture"
        assert any("SEQ 图" in (text.text or "") for text in caption.iter(f"{W}instrText"))
        assert not own or caption.find(f"{W}pPr/{W}keepNext").get(f"{W}val") == "0"
    charts = [e for e in draft.root.iter() if e.tag.endswith("}chart")]
    assert [text for text in draft.instructions() if "SEQ 图" in text] == ["SEQ 图 \\* ARABIC"] * (3 + len(charts))


def test_a_number_in_a_caption_is_linked_like_every_number(path):
    assert any("staff" in value["ref"] for value in Draft(path).store().values())


def test_the_workbook_names_the_pictures_of_records():
    book = build_workbook(*parts(case(), case("b", None)))
    sheet = next(
        s for s in book.sheets if any(cell.value == "之事" or cell.value == "a之事" for r in s.rows for cell in r.cells)
    )
    values = [[cell.value for cell in row.cells] for row in sheet.rows]
    assert any("a之事" in row and "风车.png" in row for row in values)
    assert any("b之事" in row and "风车.png" not in row for row in values)


def test_a_number_in_a_caption_has_a_cell_in_the_workbook():
    book = build_workbook(*parts())
    assert any(cell.name == "v_staff_2022" for sheet in book.sheets for row in sheet.rows for cell in row.cells)
