"""A page on sheets of A4: cut where lines and rows end, with its head on each, for printers and PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop.window.paper.items import POINT, Laid, Pictures
from desktop.window.paper.page import Page
from desktop.window.paper.writing import Run

_HEAD = 22 * POINT  # between the head and the words
_DOTS = 300  # of a PDF in an inch


@dataclass(frozen=True, slots=True)
class Slip:
    """A part of a piece: from which to which of its heights it stands on a sheet."""

    laid: Laid
    start: float
    end: float


def sheets(laid: Sequence[Laid], room: float) -> Iterator[tuple[Slip, ...]]:
    """Yield what stands on each sheet of a height; what is kept with the next goes over to its sheet."""
    slips: list[Slip] = []
    used = 0.0
    for number, part in enumerate(laid):
        start = 0.0
        needed = part.height + (_first(laid[number + 1]) if part.kept and number + 1 < len(laid) else 0.0)
        if part.kept and slips and used + needed > room:
            yield tuple(slips)
            slips, used = [], 0.0
        while part.height - start > room - used:
            cut = max((at for at in part.cuts if start < at <= start + room - used), default=0.0)
            if not cut and not slips:
                cut = start + room  # nothing on an empty sheet can be divided any better
            if cut:
                slips.append(Slip(part, start, cut))
            yield tuple(slips)
            slips, used, start = [], 0.0, cut or start
        if part.height > start:
            slips.append(Slip(part, start, part.height))
            used += part.height - start
    if slips:
        yield tuple(slips)


def _first(laid: Laid) -> float:
    """Return how much of a part has to stand below a heading."""
    return min((cut for cut in laid.cuts), default=laid.height)


def pdf_bytes(page: Page, pictures: Pictures) -> bytes:
    """Return a page that is laid out as the content of a PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setCreator("Annals")
    writer.setTitle(page.shown.excerpt.header[1])
    print_page(page, writer, pictures)
    buffer.close()
    return bytes(buffer.data().data())


def print_page(page: Page, device: QPagedPaintDevice, pictures: Pictures) -> int:
    """Print a page that is laid out; return on how many sheets. The device stands on A4 without margins."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    look = page.press.look
    top, _, bottom, left = (margin * POINT for margin in look.margins)
    high = look.page[1] * POINT
    painter = QPainter(device)
    scale = device.width() / (look.page[0] * POINT)
    count = 0
    head = max(0.0, top - _HEAD)
    for slips in sheets([placed.laid for placed in page.placed()], high - top - bottom):
        if count:
            device.newPage()
        count += 1
        painter.save()
        painter.scale(scale, scale)
        _paint(
            painter, Slip(page.header, 0, page.header.height), QPointF(left, head - page.header.height / 2), pictures
        )
        _paint(painter, _foot(page, count), QPointF(left, high - bottom + _HEAD / 2), pictures)
        at = QPointF(left, top)
        for slip in slips:
            _paint(painter, slip, at, pictures)
            at += QPointF(0, slip.end - slip.start)
        painter.restore()
    painter.end()
    return count


def _foot(page: Page, count: int) -> Slip:
    """Return the number of a sheet."""
    style = replace(page.press.style("Header"), align="right", bold=True)
    laid = page.press.write((Run(str(count)),), style, page.press.width)
    return Slip(laid, 0, laid.height)


def _paint(painter: QPainter, slip: Slip, at: QPointF, pictures: Pictures) -> None:
    painter.save()
    painter.translate(at - QPointF(0, slip.start))
    divided = slip.start > 0 or slip.end < slip.laid.height
    if divided:
        painter.setClipRect(QRectF(-200, slip.start, 4000, slip.end - slip.start))
    for item in slip.laid.items:
        item.paint(painter, pictures)
    painter.restore()
