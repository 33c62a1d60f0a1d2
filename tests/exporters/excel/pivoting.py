"""Somebody lays a pivot table over the data sheet in LibreOffice itself: run by a Python that has its `uno`.

    python pivoting.py SOFFICE PROFILE BOOK.xlsx SHEET RANGE MADE.xlsx

The pivot stands on a sheet of its own, `pivot`: metrics in rows, periods in columns, values summed.
"""

import contextlib
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.sheet.DataPilotFieldOrientation import COLUMN, DATA, ROW
from com.sun.star.sheet.GeneralFunction import SUM
from com.sun.star.table import CellAddress

FIELDS = {"metric": ROW, "period": COLUMN, "value": DATA}


def option(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def desktop(pipe):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(240):
        with contextlib.suppress(NoConnectException):
            far = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return far.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", far)
        time.sleep(0.25)
    raise SystemExit("no answer from LibreOffice")


def pivot(document, title, area):
    source = document.Sheets.getByName(title)
    document.Sheets.insertNewByName("pivot", document.Sheets.Count)
    tables = document.Sheets.getByName("pivot").getDataPilotTables()
    described = tables.createDataPilotDescriptor()
    described.setSourceRange(source.getCellRangeByName(area).getRangeAddress())
    for name, orientation in FIELDS.items():
        field = described.getDataPilotFields().getByName(name)
        field.Orientation = orientation
        if orientation == DATA:
            field.Function = SUM
    place = CellAddress()
    place.Sheet, place.Column, place.Row = document.Sheets.Count - 1, 0, 0
    tables.insertNewByName("pivot", place, described)


def main(office, profile, book, title, area, made):
    pipe = f"annals-{Path(profile).name}-{abs(hash(profile))}"
    command = [office, f"-env:UserInstallation=file://{profile}", "--headless", f"--accept=pipe,name={pipe};urp;"]
    running = subprocess.Popen(command)
    try:
        place = desktop(pipe)
        document = place.loadComponentFromURL(Path(book).as_uri(), "_blank", 0, (option("Hidden", True),))
        pivot(document, title, area)
        document.calculateAll()
        document.storeToURL(Path(made).as_uri(), (option("FilterName", "Calc MS Excel 2007 XML"),))
        document.close(True)
        with contextlib.suppress(Exception):
            place.terminate()
        running.wait(60)
    finally:
        if running.poll() is None:
            running.kill()


if __name__ == "__main__":
    main(*sys.argv[1:])
