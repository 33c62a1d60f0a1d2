"""Everything that a written draft or workbook says: body, comments, notes, charts, sheet names, alternative texts."""

import re
import zipfile

from lxml import etree

# What names a font, a style, a reference or a format is for programs.
_MACHINE = {"typeface", "eastAsia", "ascii", "hAnsi", "cs", "target", "id", "embed", "formatCode", "numFmtId"}
_PARTS = re.compile(r"(word|xl|docProps|customXml)/(?!fontTable|theme|settings).*\.xml")
_UNSAID = {"format", "ref", "f", "numFmt", "font", "rFonts", "name"}


def said(path):
    """Yield every text of a file with the part that it stands in; runs of a paragraph are joined."""
    with zipfile.ZipFile(path) as file:
        for name in file.namelist():
            if _PARTS.fullmatch(name) and "theme" not in name:
                yield from ((name, text) for text in _texts(etree.fromstring(file.read(name))))


def _texts(root):
    for element in root.iter(etree.Element):
        kind = etree.QName(element).localname
        if kind in ("p", "si"):
            yield "".join(part.text or "" for part in element.iter("{*}t"))
        elif kind not in _UNSAID and kind != "t" and element.text and element.text.strip():
            yield element.text
        if kind not in ("font", "rFonts", "name"):
            yield from (value for key, value in element.attrib.items() if etree.QName(key).localname not in _MACHINE)
