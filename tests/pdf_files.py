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
