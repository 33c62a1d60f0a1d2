"""A page on sheets of A4: cut where lines and rows end, with its head on each, for printers and PDF."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop.window.paper.items import POINT, Pictures
from desktop.window.paper.page import Page
from desktop.window.paper.slips import Slip, sheets
from desktop.window.paper.writing import Run

_HEAD = 22 * POINT  # between the head and the words
_DOTS = 300  # of a PDF in an inch


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
    painter = QPainter(device)
    scale = device.width() / (page.press.look.page[0] * POINT)
    divided = sheets_of(page)
    for number, slips in enumerate(divided):
        if number:
            device.newPage()
        painter.save()
        painter.scale(scale, scale)
        paint_sheet(page, painter, number + 1, slips, pictures)
        painter.restore()
    painter.end()
    return len(divided)


def sheets_of(page: Page) -> list[tuple[Slip, ...]]:
    """Return what stands on each sheet of a page that is laid out."""
    look = page.press.look
    room = (look.page[1] - look.margins[0] - look.margins[2]) * POINT
    return list(sheets([placed.laid for placed in page.placed()], room))


def paint_sheet(page: Page, painter: QPainter, number: int, slips: tuple[Slip, ...], pictures: Pictures) -> None:
    """Paint one sheet with its head and number; the painter counts in the page's units from the sheet's corner."""
    look = page.press.look
    top, _, bottom, left = (margin * POINT for margin in look.margins)
    head, foot = max(0.0, top - _HEAD), look.page[1] * POINT - bottom + _HEAD / 2
    header = Slip(page.header, 0, page.header.height)
    _paint(painter, header, QPointF(left, head - page.header.height / 2), pictures)
    _paint(painter, _foot(page, number), QPointF(left, foot), pictures)
    at = QPointF(left, top)
    for slip in slips:
        _paint(painter, slip, at, pictures)
        at += QPointF(0, slip.end - slip.start)


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
