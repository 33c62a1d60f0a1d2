"""Pictures from elsewhere: what is taken, what is done to it, and what is refused with a sentence."""

from __future__ import annotations

import hashlib
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from schema.exchange.picture_child import without_remarks
from schema.exchange.picture_reader import PictureLimits, read_picture, read_pictures
from schema.validation.messages import message
from tests.factories import shipped_messages, small_definitions

SMALL = PictureLimits(side=200)


def picture(width=120, height=80, mode="RGB"):
    """A picture in which every corner is different."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    image.paste((255, 0, 0), (0, 0, width // 4, height // 4))
    return image.convert(mode)


@pytest.fixture
def save(tmp_path):
    def save(name, image=None, form="", **more) -> Path:
        (image or picture()).save(tmp_path / name, form or None, **more)
        return tmp_path / name

    return save


def opened(found):
    return Image.open(BytesIO(found.content))


def codes(found):
    return [(issue.code, issue.severity) for issue in found.issues]


@pytest.mark.parametrize(("name", "kind"), [("a.png", "png"), ("照片.jpg", "jpeg"), ("b.JPEG", "jpeg")])
def test_a_picture_is_taken_with_its_facts(save, name, kind):
    found = read_picture(save(name))
    taken = found.attachment
    assert (taken.name, taken.type, taken.width, taken.height) == (name, kind, 120, 80)
    assert (taken.size, taken.hash) == (len(found.content), hashlib.sha256(found.content).hexdigest())
    assert found.issues == ()


def test_the_kind_is_what_the_file_is_not_what_it_is_called(save):
    assert read_picture(save("a.png", form="JPEG")).attachment.type == "jpeg"


def test_a_picture_that_fits_keeps_every_pixel(save):
    path = save("a.jpg", quality=70, progressive=True)
    assert opened(read_picture(path)).tobytes() == Image.open(path).tobytes()


def test_what_a_camera_writes_is_left_out_without_another_compression(save):
    exif = Image.Exif()
    exif[0x010F], exif[0x8825] = "SecretCamera", {1: "N", 2: (39.9, 0.0, 0.0)}
    path = save("a.jpg", exif=exif, comment=b"taken at home")
    assert b"SecretCamera" in path.read_bytes()
    found = read_picture(path)
    assert b"SecretCamera" not in found.content
    assert b"taken at home" not in found.content
    assert not opened(found).getexif()
    assert opened(found).tobytes() == Image.open(path).tobytes()


def test_what_follows_the_end_of_a_picture_is_left_out(save):
    for name in ("a.jpg", "a.png"):
        path = save(name)
        whole = read_picture(path).content
        path.write_bytes(path.read_bytes() + b"PK\x03\x04 a film, or worse")
        assert read_picture(path).content == whole


def test_text_in_a_png_is_left_out_and_its_colours_stay(save):
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Author", "SecretAuthor")
    path = save("a.png", pnginfo=info, icc_profile=b"a profile")
    found = read_picture(path)
    assert b"SecretAuthor" not in found.content
    assert opened(found).info["icc_profile"] == b"a profile"


def test_a_picture_on_its_side_is_turned_upright(save):
    exif = Image.Exif()
    exif[0x0112] = 6
    found = read_picture(save("a.jpg", exif=exif))
    image = opened(found)
    assert (found.attachment.width, found.attachment.height) == (80, 120)
    assert not image.getexif()
    red = image.getpixel((75, 5))  # the left upper corner has gone to the right
    assert red[0] > 200
    assert red[1] < 80
    assert found.issues == ()


@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
def test_a_large_picture_is_made_smaller_and_says_so(save, name):
    found = read_picture(save(name, picture(800, 400)), SMALL)
    assert (found.attachment.width, found.attachment.height) == (200, 100)
    assert codes(found) == [("picture.scaled", "doubt")]
    assert found.issues[0].facts | {"file": ""} == {"file": "", "old": "800 × 400", "new": "200 × 100"}


def test_a_photograph_that_was_saved_as_png_is_kept_as_jpeg(tmp_path):
    path = tmp_path / "a.png"
    Image.effect_noise((1500, 1100), 90).convert("RGB").save(path, compress_level=1)
    found = read_picture(path, PictureLimits(side=1400))
    assert found.attachment.type == "jpeg"
    assert len(found.content) < path.stat().st_size / 2


def test_a_clear_ground_stays_clear(save):
    image = picture(400, 300, "RGBA")
    image.putalpha(Image.linear_gradient("L").resize((400, 300)))
    for limits in (None, SMALL):
        found = read_picture(save("a.png", image), limits)
        assert opened(found).mode == "RGBA"
        assert opened(found).getpixel((5, 2))[3] < 10


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "I;16"])
def test_pictures_of_every_depth_are_made_smaller(save, mode):
    image = Image.new("I;16", (400, 300), 30000) if mode == "I;16" else picture(400, 300, mode)
    found = read_picture(save("a.png", image), SMALL)
    assert opened(found).size == (200, 150)
    if mode == "I;16":
        assert opened(found).getpixel((9, 9)) == 30000 // 256


def test_colours_for_print_become_those_of_the_screen(save):
    found = read_picture(save("a.jpg", Image.new("CMYK", (100, 60), (0, 255, 255, 0))))
    assert codes(found) == [("picture.colours", "doubt")]
    assert opened(found).mode == "RGB"
    red, green, blue = opened(found).getpixel((50, 30))
    assert red > 200
    assert max(green, blue) < 60


def test_of_an_animation_the_first_frame_is_taken(save, tmp_path):
    frames = [Image.new("RGB", (60, 60), colour) for colour in ("red", "blue")]
    frames[0].save(tmp_path / "a.png", save_all=True, append_images=frames[1:])
    found = read_picture(tmp_path / "a.png")
    assert codes(found) == [("picture.first_frame", "doubt")]
    assert opened(found).convert("RGB").getpixel((5, 5)) == (255, 0, 0)
    assert b"acTL" not in found.content


@pytest.mark.parametrize("form", ["GIF", "WEBP", "BMP", "TIFF", "ICO", "PDF"])
def test_another_format_is_named(save, form):
    found = read_picture(save(f"a.{form.lower()}", form=form))
    assert codes(found) == [("picture.other_format", "error")]
    assert found.issues[0].facts["format"] == form
    assert found.change is None


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        (b"\0\0\0\x1cftypavif\0\0\0\0", "AVIF"),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
        (b"<svg/>", "SVG"),
        (b"8BPS\0\1", "PSD"),
    ],
)
def test_formats_of_phones_and_drawing_programs_are_named(tmp_path, content, form):
    (tmp_path / "IMG_1.jpg").write_bytes(content)
    found = read_picture(tmp_path / "IMG_1.jpg")
    assert (found.issues[0].code, found.issues[0].facts["format"]) == ("picture.other_format", form)


@pytest.mark.parametrize("content", [b"", b"words", b"PK\x03\x04", b"\x89PN", b"<?xml?><html/>"])
def test_what_is_no_picture_is_refused(tmp_path, content):
    (tmp_path / "a.png").write_bytes(content)
    assert codes(read_picture(tmp_path / "a.png")) == [("picture.not_picture", "error")]


@pytest.mark.parametrize("name", ["a.png", "a.jpg"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.97])
def test_a_picture_that_is_cut_off_is_refused(tmp_path, name, share):
    Image.effect_noise((300, 200), 80).convert("RGB").save(tmp_path / name)
    content = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(content[: int(len(content) * share)])
    assert codes(read_picture(tmp_path / name)) == [("picture.damaged", "error")]


def test_a_picture_with_flipped_bytes_is_refused(save):
    path = save("a.png", picture(300, 200))
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)
    assert codes(read_picture(path)) == [("picture.damaged", "error")]


def bomb(width, height):
    """A small file that claims to be a huge picture."""

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 9)) + chunk(b"IEND", b"")


def test_a_small_file_with_huge_pixels_is_refused_before_it_is_unpacked(tmp_path):
    (tmp_path / "a.png").write_bytes(bomb(60_000, 60_000))
    found = read_picture(tmp_path / "a.png", PictureLimits(memory=300, seconds=20))
    assert codes(found) == [("picture.too_many_pixels", "error")]
    assert found.issues[0].facts["pixels"] == "60,000 × 60,000"


def test_a_picture_that_needs_more_memory_than_it_may_have_is_refused(save):
    limits = PictureLimits(memory=150)
    found = read_picture(save("a.png", Image.new("RGB", (6000, 6000))), limits)
    assert codes(found) == [("picture.too_many_pixels", "error")]


def test_a_file_that_is_too_large_is_refused_unread(save):
    found = read_picture(save("a.png"), PictureLimits(packed=0))
    assert codes(found) == [("picture.too_large", "error")]


@pytest.mark.parametrize("size", [(15, 200), (2100, 100), (40, 900)])
def test_a_picture_of_no_use_in_a_report_is_refused(save, size):
    assert codes(read_picture(save("a.png", picture(*size)))) == [("picture.shape", "error")]


def test_a_reading_that_takes_too_long_is_stopped(save):
    assert codes(read_picture(save("a.png"), PictureLimits(seconds=0))) == [("picture.too_slow", "error")]


def test_what_is_not_there_or_no_file_is_said(tmp_path):
    assert codes(read_picture(tmp_path / "none.png")) == [("picture.missing", "error")]
    assert codes(read_picture(tmp_path)) == [("picture.not_picture", "error")]


def test_several_pictures_are_read_at_once_each_with_its_own_fault(save, tmp_path):
    (tmp_path / "b.png").write_bytes(b"no")
    found = read_pictures([save("a.png"), tmp_path / "b.png"])
    assert [bool(read.change) for read in found.values()] == [True, False]


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_every_fault_is_a_sentence_with_the_files_name(tmp_path, language):
    catalogue = small_definitions(messages=shipped_messages()).catalogue
    (tmp_path / "猫.png").write_bytes(b"GIF89a")
    for limits in (None, PictureLimits(packed=0), PictureLimits(seconds=0)):
        said = message(read_picture(tmp_path / "猫.png", limits).issues[0], catalogue, language)
        assert "猫.png" in said
        assert "picture." not in said


@pytest.mark.parametrize("code", [c for c in shipped_messages() if c.startswith("picture.")])
def test_every_sentence_ends_and_says_what_to_do(code):
    words = shipped_messages()[code]
    assert all(words.get(language).count("。") >= 2 for language in ("zh-Hans", "zh-Hant"))
    assert words.en.count(". ") + words.en.count("; ") + words.en.endswith(".") >= 2


def test_a_jpeg_without_markers_is_not_walked_for_ever():
    with pytest.raises((ValueError, IndexError)):
        without_remarks(b"\xff\xd8\xff\xda\0\x04ab" + b"\xff\0" * 50, "jpeg")
