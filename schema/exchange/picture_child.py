"""Run in a process of its own (schema.child): decodes a foreign picture and answers with its facts, then its bytes.

It imports nothing of Annals that is heavy, so that the process starts fast and holds nothing worth having.
A refusal is {"refused": reason}, the reasons being those of schema.exchange.picture_reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from schema.child import Answer

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_OTHERS = (
    (0, b"GIF8", "GIF"), (0, b"BM", "BMP"), (0, b"II*\0", "TIFF"), (0, b"MM\0*", "TIFF"), (0, b"%PDF", "PDF"),
    (0, b"8BPS", "PSD"), (8, b"WEBP", "WEBP"), (0, b"\0\0\1\0", "ICO"), (0, b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (8, b"avif", "AVIF"), (8, b"avis", "AVIF"), *((8, brand, "HEIC") for brand in (b"heic", b"heix", b"mif1", b"hevc")),
)  # fmt: skip
# What shows the picture, and nothing that tells of the camera, the place or the person.
_CHUNKS = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs", b"sBIT", b"bKGD")
_SEGMENTS = (0xE0, 0xE2, 0xEE)  # JFIF, colour profile, Adobe's colour transform
_LEAST_SIDE, _LONGEST_BY_SHORTEST = 16, 20
_ORIENTATION, _PHOTOGRAPH = 0x0112, 1_500_000
_QUALITY = 88


def main(path: Path, ask: Mapping[str, Any]) -> Answer:
    """Return the picture's facts with its bytes, or why there are none."""
    data = path.read_bytes()
    kind = "png" if data.startswith(_PNG) else "jpeg" if data.startswith(_JPEG) else ""
    if not kind:
        return _refused("other_format" if (name := _other(data)) else "not_picture", format=name)
    Image.MAX_IMAGE_PIXELS = None  # counted below, with a reason that can be told
    try:
        with Image.open(BytesIO(data), formats=(kind.upper(),)) as image:
            return _read(image, data, kind, ask["side"], ask["pixels"])
    # What Pillow raises on damaged data is spread over these; whatever else it raises ends the process with words.
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError):
        return _refused("damaged")


def _other(data: bytes) -> str:
    """Name the format of a file that is neither PNG nor JPEG; empty where it is no picture that we know."""
    named = (name for place, sign, name in _OTHERS if data[place : place + len(sign)] == sign)
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    svg = "SVG" if head.startswith((b"<svg", b"<?xml", b"<!doctype svg", b"<!--")) and b"<svg" in head else ""
    return next(named, svg)


def _refused(reason: str, **more: Any) -> Answer:
    return {"refused": reason, **more}, b""


def _read(image: Any, data: bytes, kind: str, side: int, pixels: int) -> Answer:
    width, height = image.size
    if width * height > pixels:
        return _refused("too_many_pixels", width=width, height=height)
    if min(width, height) < _LEAST_SIDE or max(width, height) > _LONGEST_BY_SHORTEST * min(width, height):
        return _refused("shape", width=width, height=height)
    notes = ["first_frame"] if kind == "png" and getattr(image, "n_frames", 1) > 1 else []
    turned = image.getexif().get(_ORIENTATION, 1) not in (0, 1)
    small, printed = max(width, height) > side, image.mode in ("CMYK", "YCCK")
    if not (turned or small or printed):
        image.load()
        content = without_remarks(data, kind)
        return _facts(kind, (width, height), notes), content
    notes += [name for name, is_so in (("scaled", small), ("turned", turned), ("colours", printed)) if is_so]
    made, kind = _made_anew(image, kind, side)
    with Image.open(BytesIO(made)) as again:
        return _facts(kind, again.size, notes) | {"from": [width, height]}, made


def _facts(kind: str, size: tuple[int, int], notes: list[str]) -> dict[str, Any]:
    return {"kind": kind, "width": size[0], "height": size[1], "notes": notes}


def _made_anew(image: Any, kind: str, side: int) -> tuple[bytes, str]:
    """Turn it upright, make it small enough for print and of colours for the screen; nothing else comes along."""
    if kind == "jpeg":
        image.draft(None, (side, side))  # decodes a large photograph at half or quarter size at once
    image.load()
    profile = image.info.get("icc_profile")
    image = ImageOps.exif_transpose(image)
    image, profile = _plain_colours(image, profile)
    image.thumbnail((side, side), Image.Resampling.LANCZOS)
    if kind == "png":
        made = _saved(image, "PNG", profile)
        # A photograph that was saved as PNG is several times as large as it need be.
        if image.mode not in ("RGB", "L") or len(made) < _PHOTOGRAPH:
            return made, kind
    return _saved(image, "JPEG", profile), "jpeg"


def _plain_colours(image: Any, profile: bytes | None) -> tuple[Any, bytes | None]:
    if image.mode in ("CMYK", "YCCK"):
        return _from_print(image, profile), None
    if image.mode.startswith("I"):  # 16 bits of grey
        return image.convert("I").point(_upper_byte).convert("L"), None
    if image.mode in ("1", "P", "PA", "LA"):
        clear = "transparency" in image.info or image.mode in ("PA", "LA")
        return image.convert("RGBA" if clear else "RGB"), profile
    return image, profile


def _upper_byte(value: Any) -> Any:  # Pillow asks once, with something that stands for every pixel
    return value * (1 / 256)


def _from_print(image: Any, profile: bytes | None) -> Any:
    if profile:
        try:
            cms: Any = ImageCms  # its stub leaves types open
            own = cms.ImageCmsProfile(BytesIO(profile))
            screen = cms.createProfile("sRGB")
            return cms.profileToProfile(image, own, screen, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):  # a profile that cannot be read: the plain way is better than none
            return image.convert("RGB")
    return image.convert("RGB")


def _saved(image: Any, form: str, profile: bytes | None) -> bytes:
    target = BytesIO()
    more = {"quality": _QUALITY, "optimize": True} if form == "JPEG" else {}
    image.info = {}  # text, EXIF and whatever else came along
    image.save(target, form, icc_profile=profile, **more)
    return target.getvalue()


def without_remarks(data: bytes, kind: str) -> bytes:
    """Return a PNG or JPEG with the same picture and without EXIF, comments, previews, and what follows its end."""
    return b"".join((_PNG, *_chunks(data)) if kind == "png" else _segments(data))


def _chunks(data: bytes) -> Iterator[bytes]:
    place, last = len(_PNG), b""
    while last != b"IEND":
        length, last = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8]
        if len(data) < place + 12 + length:
            raise ValueError("cut off")
        if last in _CHUNKS:
            yield data[place : place + 12 + length]
        place += 12 + length


def _segments(data: bytes) -> Iterator[bytes]:
    yield data[:2]
    place = 2
    while True:
        while data[place : place + 2] == b"\xff\xff":  # padding before a marker
            place += 1
        marker = data[place + 1]
        if data[place] != 0xFF:
            raise ValueError("no marker")
        if marker == 0xD9:
            yield data[place : place + 2]
            return
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        if marker == 0xDA:
            end = _end_of_scan(data, end)
        if _shows(marker, data[place + 4 : place + 16]):
            yield data[place:end]
        place = end


def _shows(marker: int, head: bytes) -> bool:
    """Whether a segment is needed to show the picture."""
    if marker == 0xE2:
        return head.startswith(b"ICC_PROFILE")
    return marker in _SEGMENTS or not (0xE0 <= marker <= 0xEF or marker == 0xFE)


def _end_of_scan(data: bytes, place: int) -> int:
    """Return where the next marker stands; FF 00 is a byte of the picture, FF D0 to D7 part the scan."""
    while True:
        place = data.index(b"\xff", place)
        if place + 1 >= len(data):
            raise ValueError("cut off")
        if data[place + 1] != 0 and not 0xD0 <= data[place + 1] <= 0xD7:
            return place
        place += 2
