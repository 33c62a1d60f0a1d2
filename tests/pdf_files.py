"""Small PDF files of so many empty pages, made where a test needs one."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfWriter


def pdf(pages: int, password: str = "") -> bytes:
    """Return a PDF; with a password it is encrypted."""
    writer, content = PdfWriter(), BytesIO()
    for _ in range(pages):
        writer.add_blank_page(100, 100)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(content)
    return content.getvalue()


def printed_pdf(lines: int = 20) -> bytes:
    """Return a PDF with words on two pages, packed as programs pack them."""
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer, content = PdfWriter(), BytesIO()
    for page in range(2):
        sheet = writer.add_blank_page(400, 800)
        font = DictionaryObject({
            NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        })  # fmt: skip
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
        sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        words = "".join(
            f"BT /F1 9 Tf 20 {780 - 30 * n} Td (In 2021, line {page}.{n} had 1,{n:03} cases.) Tj ET\n"
            for n in range(lines)
        )
        stream = DecodedStreamObject()
        stream.set_data(words.encode())
        sheet[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    writer.write(content)
    return content.getvalue()
