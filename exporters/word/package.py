"""The file around the body: template, parts, relations, and how they are packed. python-docx is the container."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, cast

import docx
import lxml.etree as etree
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PACKAGE_URI, PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.rel import Relationships
from docx.oxml.parser import parse_xml
from docx.parts.document import DocumentPart

from exporters.charts.data import ChartData
from exporters.word.ooxml import NAMESPACES, clean
from exporters.word.page_check import Area
from exporters.word.template_guard import guard
from exporters.word.value_store import CustomStore

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GAP_STYLE = "Gap"  # of placeholders, for people who type one themselves
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_COMPANY = re.compile(r"<Company>[^<]*</Company>|<Company/>")
_PACKED = ("png", "jpg", "jpeg", "xlsx")
_PICTURE_TYPES = {"png": CT.PNG, "jpg": CT.JPEG, "jpeg": CT.JPEG}
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


Pictures = Callable[[str], bytes]


def no_pictures(name: str) -> bytes:
    """Stand where a document has no pictures."""
    raise KeyError(name)


class Package:
    """One Word file in the making: takes parts, gives relation ids, and is saved once."""

    def __init__(self, template: Path, pictures: Pictures = no_pictures) -> None:
        """Begin with a template; `pictures` gives the bytes of a picture by its hash."""
        self._bytes_of = pictures
        self.document = docx.Document(str(template))
        guard(self.document)  # one that a workspace brings need not have been read here
        self.part: DocumentPart = self.document.part
        self._pictures: dict[str, str] = {}
        self._charts = 0
        self._copied: set[str] = set()
        self._taken = frozenset(str(part.partname) for part in self.part.package.iter_parts())  # pyright: ignore

    def body(self) -> list[str]:
        """Return the template's body, one text per paragraph; the last is its section."""
        body: Any = self._body()
        return [_text(child) for child in body]

    def fill_body(self, xml: str) -> None:
        """Replace the body, its section included: parsed once, which is what makes long drafts fast.

        Headers and footers of which only copies stand in it are left out of the file.
        """
        for relation in (one for one in self._copied if f'"{one}"' not in xml):
            del self.part.rels[relation]
        body = self._body()
        # A root of our own: only there can it be said that w14 (boxes to tick) may be ignored.
        made: Any = parse_xml(f'<w:document {NAMESPACES} mc:Ignorable="w14"><w:body>{xml}</w:body></w:document>')
        for child in list(body.getparent())[: body.getparent().index(body)]:
            made.insert(0, child)
        cast("Any", self.part)._element = made

    @property
    def root(self) -> Any:
        """Return the document's element."""
        return cast("Any", self.part).element

    def _body(self) -> Any:
        return self.root.body

    def relate(self, part: Part, kind: str, identifier: str) -> str:
        """Relate the document to a part under our own id: python-docx would search all relations for a free one."""
        self.part.load_rel(kind, part, identifier)
        return identifier

    def new_part(self, name: str, kind: str, content: bytes) -> Part:
        """Return a part that belongs to this file once something is related to it."""
        package = self.part.package
        assert package is not None
        if name in self._taken:  # a company's template may have pictures and charts of its own
            stem, dot, suffix = name.rpartition(".")
            name = f"{stem}annals{dot}{suffix}"
        return Part(PackURI(name), kind, content, package)

    def part_named(self, name: str) -> Part | None:
        """Return a part of the template by its name."""
        package = self.part.package
        assert package is not None
        return next((part for part in package.iter_parts() if str(part.partname) == name), None)

    def list_number(self, name: str) -> str:
        """Return the number of one of our template's lists by its name: a company's template has lists before it."""
        part = self.part.numbering_part
        root = cast("Any", part).element
        kind = root.find(f"{{{W}}}abstractNum/{{{W}}}name[@{{{W}}}val='{name}']/..").get(f"{{{W}}}abstractNumId")
        return root.find(f"{{{W}}}num/{{{W}}}abstractNumId[@{{{W}}}val='{kind}']/..").get(f"{{{W}}}numId")

    def picture(self, name: str, kind: str) -> str:
        """Take a picture once, by its hash and its kind (png, jpeg); return its relation."""
        if name not in self._pictures:
            number = len(self._pictures) + 1
            part = self.new_part(f"/word/media/image{number}.{kind}", _PICTURE_TYPES[kind], self._bytes_of(name))
            self._pictures[name] = self.relate(part, RT.IMAGE, f"rIdImage{number}")
        return self._pictures[name]

    def chart(self, data: ChartData) -> str:
        """Add a chart with its workbook; return its relation."""
        from exporters.charts.xml import chart_xml  # deferred, both: they load openpyxl
        from exporters.excel.embedded import chart_workbook

        self._charts += 1
        number = self._charts
        workbook = self.new_part(f"/word/embeddings/chart{number}.xlsx", _WORKBOOK, chart_workbook(data))
        part = self.new_part(f"/word/charts/chart{number}.xml", CT.DML_CHART, b"")
        part.load_rel(RT.PACKAGE, workbook, "rId1")
        external = f'<externalData xmlns:r="{_RELATIONS}" r:id="rId1"><autoUpdate val="0"/></externalData></chartSpace>'
        xml = chart_xml(data).decode("utf-8").replace("</chartSpace>", external)
        part._blob = _declared(xml)  # pyright: ignore[reportPrivateUsage]  # known only after the workbook is related
        return self.relate(part, RT.CHART, f"rIdChart{number}")

    def add_store(self, store: CustomStore, xml: str) -> None:
        """Add a custom XML part with its properties."""
        properties = (
            f'<ds:datastoreItem ds:itemID="{store.item}" '
            'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
            f'<ds:schemaRef ds:uri="{store.namespace}"/></ds:schemaRefs></ds:datastoreItem>'
        )
        number = store.number
        item = self.new_part(f"/customXml/item{number}.xml", CT.XML, _declared(xml))
        props = self.new_part(f"/customXml/itemProps{number}.xml", CT.OFC_CUSTOM_XML_PROPERTIES, _declared(properties))
        item.load_rel(RT.CUSTOM_XML_PROPS, props, "rId1")
        self.relate(item, RT.CUSTOM_XML, f"rIdStore{number}")

    def add_comments(self, xml: str) -> None:
        """Add the comments part."""
        part = self.new_part("/word/comments.xml", CT.WML_COMMENTS, _declared(xml))
        self.relate(part, RT.COMMENTS, "rIdComments")

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace words in a part that python-docx keeps as bytes."""
        part = self.part_named(name)
        if part is None:  # a company's own template may do without
            return
        part._blob = part.blob.decode("utf-8").replace(old, new).encode("utf-8")  # pyright: ignore[reportPrivateUsage]

    def copied(self, relation: str, identifier: str, change: Callable[[str], str]) -> str:
        """Add a copy of a header or footer with its XML `change`d; return its relation: the same where nothing did."""
        source = self.part.rels[relation].target_part
        old = source.blob.decode("utf-8")
        new = change(old)
        if new == old:
            return relation
        self._copied.add(relation)
        name, dot, suffix = str(source.partname).rpartition(".")
        part = self.new_part(f"{name}{identifier}{dot}{suffix}", source.content_type, new.encode("utf-8"))
        for link in source.rels.values():
            target = link.target_ref if link.is_external else link.target_part
            part.load_rel(link.reltype, target, link.rId, link.is_external)
        return self.relate(part, self.part.rels[relation].reltype, f"rId{identifier}")

    def area(self) -> Area:
        """Return between which heights words stand on the pages of the last section."""
        section = self.document.sections[-1]
        height, top, bottom = section.page_height, section.top_margin, section.bottom_margin
        assert height is not None
        return Area(bottom.pt if bottom else 0.0, height.pt - (top.pt if top else 0.0))

    def ask_to_update(self) -> None:
        """Let Word count pages when it opens the file."""
        settings = cast("Any", self.document.settings).element
        update = parse_xml(f'<w:updateFields {NAMESPACES} w:val="true"/>')
        settings.find(f"{{{W}}}footnotePr").addprevious(update)

    def name_company(self, company: str) -> None:
        """Write the company into the file's extended properties."""
        part = self.part_named("/docProps/app.xml")
        if part is not None:
            bare = _COMPANY.sub("", part.blob.decode("utf-8"))
            named = bare.replace("</Properties>", f"<Company>{clean(company)}</Company></Properties>")
            part._blob = named.encode("utf-8")  # pyright: ignore[reportPrivateUsage]

    def drop_style(self, name: str) -> None:
        """Take a style out of the file that nothing has; `name` is its id."""
        styles = cast("Any", self.document.styles).element
        for style in [one for one in styles if one.get(f"{{{W}}}styleId") == name]:
            styles.remove(style)

    def xml_parts(self, prefix: str) -> Iterable[XmlPart]:
        """Yield the template's XML parts whose name begins with `prefix`."""
        package = self.part.package
        assert package is not None
        for part in package.iter_parts():
            if isinstance(part, XmlPart) and str(part.partname).startswith(prefix):
                yield part

    def save(self, path: Path) -> None:
        """Write the file: XML deflated fast, pictures and workbooks stored, since they cannot shrink."""
        package = self.part.package
        assert package is not None
        parts = package.parts
        for part in parts:
            part.before_marshal()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
            _put(file, "[Content_Types].xml", _content_types(parts).encode("utf-8"))
            _put(file, PACKAGE_URI.rels_uri.membername, _relations(package.rels))
            for part in parts:
                _put(file, part.partname.membername, part.blob)
                if len(part.rels):
                    _put(file, part.partname.rels_uri.membername, _relations(part.rels))


def _text(element: Any) -> str:
    return cast("Any", etree).tostring(element, encoding="unicode", with_tail=False)


def _relations(relations: Relationships) -> bytes:
    xml: Any = relations.xml  # bytes, whatever its annotation says
    return xml


def _put(file: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))  # the same content gives the same file
    packed = name.rpartition(".")[2] in _PACKED
    entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    file.writestr(entry, content, compresslevel=None if packed else 1)


def _content_types(parts: Iterable[Part]) -> str:
    defaults = {"rels": CT.OPC_RELATIONSHIPS, "xml": CT.XML}
    overrides: list[str] = []
    for part in parts:
        suffix = part.partname.ext
        if suffix in _PICTURE_TYPES:
            defaults[suffix] = part.content_type
        elif part.content_type != defaults.get(suffix):
            overrides.append(f'<Override PartName="{part.partname}" ContentType="{part.content_type}"/>')
    known = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in defaults.items())
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{known}'
        f"{''.join(overrides)}</Types>"
    )


def _declared(xml: str) -> bytes:
    body = xml if not xml.startswith("<?xml") else xml.partition("?>")[2].lstrip()
    return (_HEAD + body).encode("utf-8")
