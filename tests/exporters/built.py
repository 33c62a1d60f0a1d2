"""Documents and workbooks straight from definitions and a snapshot."""

from exporters.assembly import document as assembly
from exporters.excel.sheets import book
from schema.moment import Moment


def build_document(definitions, report, language, snapshot):
    return assembly.build_document(Moment(definitions, snapshot), report, language)


def build_workbook(definitions, report, language, snapshot):
    moment = Moment(definitions, snapshot)
    return book.build_workbook(moment, assembly.build_document(moment, report, language))
