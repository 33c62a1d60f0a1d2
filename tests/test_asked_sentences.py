"""A sentence that the source asks for and no resource has is a failing test, never a person's traceback."""

import re
from typing import get_args, get_type_hints

import pytest

from desktop.work.draft_claims import CLAIM_STATES
from desktop.work.profile import NEED_STATES
from desktop.work.review_past import Verdict
from desktop.work.take import TAKEN_STATES
from desktop.work.word_report.proposal import Why as ProposedWhy
from exporters.assembly.data_rows import COLUMNS as DATA_COLUMNS
from exporters.assembly.owed import KINDS as OWED
from exporters.assembly.today import LOST
from exporters.excel.forms.intro_sheet import STEPS
from exporters.excel.forms.order import Outcome
from exporters.excel.sheets.cover import LEGEND
from exporters.excel.sheets.sampling import LOOKED_UP
from exporters.word.page_check import FaultCode
from schema.catalogue import sources
from schema.catalogue.outline import FiguresPrinted, IndexBlock, TextStyle
from schema.catalogue.owners import LEVELS
from schema.catalogue.program_words import WINDOW, ProgramWords
from schema.catalogue.relations import RELATION_KINDS
from schema.exchange.catalogue_book.sheet_forms import sheet_forms
from schema.exchange.catalogue_update.difference import KINDS as DIFFERENCES
from schema.exchange.catalogue_update.entries import own_fields
from schema.exchange.oldsheets.intake import State as Taken
from schema.exchange.oldsheets.matching import How
from schema.exchange.packs.pack_child import Reason
from schema.grammar.words import LANGUAGES
from schema.validation.causes import FOLDINGS
from schema.validation.contradictions.contradiction import State
from schema.validation.coverage import STATES
from schema.validation.issue import Severity
from schema.validation.quoted.judging import Unsure
from schema.validation.quoted.quoted_number import AGREEMENTS
from schema.validation.shares import STATES as SHARE_STATES
from schema.validation.statements.statement import Form
from schema.values.comparison import NOT_MEANINGFUL
from schema.values.definition_breaks import SAME
from schema.values.file_types import FILE_TYPES
from schema.values.kept_backup import WHYS
from schema.values.kept_things import FORMS
from schema.values.omissions import OMISSIONS
from schema.values.people import ROLES
from schema.values.questions import ASKED_OF
from schema.values.verdicts import FINDINGS
from tests.asked_sentences import UNKNOWN, asked, column_codes, literals, refusals
from tests.conftest import RESOURCES

SEVERITIES = get_args(Severity)
# Told by use cases and readers, but of what only a command can be given: references, maps of columns, subjects.
TYPED_ONLY = {
    "catalogue.no_difference", "explain.unknown", "notes.sorted", "old.map_columns", "remark.none", "request.which",
    "write.list", "write.list_form", "write.picture", "write.value", "write.where",
    "copy.damaged", "restore.to_database", "workspace.no_workspace",
}  # fmt: skip


def choices(form: type, field: str) -> tuple[str, ...]:
    """What a definition's field may be."""
    return tuple(filter(None, get_args(get_type_hints(form)[field])))


def dotted(codes) -> tuple[str, ...]:
    return tuple(code.replace("_", ".") for code in codes)


# What may stand at the star of a code that is put together when the program runs.
FAMILIES = {
    ("messages", "backup.*"): WHYS,
    ("messages", "book.*"): {*refusals("book_child", "sheet_child"), "too_slow", "missing"},
    ("messages", "catalogue.difference.*"): DIFFERENCES,
    ("messages", "catalogue.field.*"): {field.name for sheet in sheet_forms() for field in own_fields(sheet)},
    ("messages", "catalogue.list.*"): sheet_forms(),
    ("messages", "cli.*.done"): {"draft", "accept"},
    ("phrases", "factors.*"): {"grid", "hotel"},  # those of which a place has one
    ("phrases", "word.span.*"): {"h1", "h2", "q1", "q2", "q3", "q4"},
    ("messages", "cli.*.dry"): {"draft", "accept"},
    ("messages", "cli.catalogue_*"): {"metrics", "outlines", "sections", "others"},
    ("messages", "cli.coverage.*"): STATES,
    ("messages", "cli.owners.level.*"): LEVELS,
    ("messages", "cli.profile.*"): NEED_STATES,
    ("messages", "cli.propose.why.*"): get_args(ProposedWhy),
    ("messages", "people.language.*"): LANGUAGES,
    ("messages", "cli.claim.*"): CLAIM_STATES,
    ("messages", "cli.orphan.*"): LOST,
    ("messages", "cli.take.*"): TAKEN_STATES,
    ("messages", "cli.refresh.chart_*"): ("updated", "kept"),
    ("messages", "draft.*"): {*refusals("edited_child", "edited_draft"), "missing"},
    ("messages", "cli.evidence.*"): {"attached", "removed", "same"},
    ("messages", "cli.request.*"): SHARE_STATES,
    ("messages", "cli.review.*"): get_args(Verdict),
    ("messages", "cli.request.questions_*"): ASKED_OF,
    ("messages", "cli.role.*"): ROLES,
    ("messages", "cli.severity.*"): SEVERITIES,
    ("messages", "cli.state.*"): get_args(State),
    ("messages", "contradiction.*"): RELATION_KINDS,
    ("phrases", "request.*"): SHARE_STATES,
    ("messages", "definition.unknown_*"): (),  # the scan sees each of them where `known` is called
    ("messages", "form.*"): {
        "missing",
        "not_workbook",
        "password",
        "too_large",
        "too_slow",
        "number",
        "date",
        "choice",
    },
    ("messages", "figures.choose.*"): get_args(FiguresPrinted),
    ("messages", "figures.printed.*"): get_args(FiguresPrinted),
    ("messages", "folded.*"): FOLDINGS,
    ("messages", "named.*"): sorted({form.kind for form in FORMS} - {"point", "text", "record"}),
    ("messages", "old.how.*"): get_args(How),
    ("messages", "old.state.*"): get_args(Taken),
    ("messages", "pack.*"): {*get_args(Reason), "too_slow"},
    ("messages", "page.*"): get_args(FaultCode),
    ("messages", "picture.*"): {*refusals("picture_child", "picture_reader"), "scaled", "first_frame", "colours"},
    ("messages", "rights.*"): ROLES,
    ("messages", "cli.scan.*"): AGREEMENTS,
    ("messages", "scan.*"): {
        *(set(AGREEMENTS) - {"other"}),
        *get_args(Form),
        "footnote",
        "page",
        "vague",
        *(f"unknown.{why}" for why in get_args(Unsure) if why),
        "change.match",
        "change.mismatch",
    },
    ("messages", "scanned.*"): {*refusals("text_child", "text_child"), "too_slow"},
    ("messages", "template.*"): {*refusals("template_child", "template_reader"), "styles"},
    ("messages", "verdict.*"): FINDINGS,
    ("phrases", "word.kind.*"): get_args(TextStyle),
    ("phrases", "word.owed.*"): {*OWED.values(), "other"},
    ("phrases", "break.*"): [what for what in choices(sources.ChangeSource, "what") if what != SAME],
    ("phrases", "column.*"): {*column_codes(), *STATES, *(code for code, *_ in LOOKED_UP)},
    ("phrases", "sheet.*"): {"history", "evidence"},
    ("phrases", "sheet.*.lead"): {"history", "evidence"},
    ("phrases", "sheet.*.none"): {"history", "evidence"},
    ("phrases", "sheet.sampling.*"): {"seen", "verdict"},
    ("phrases", "data.column.*"): [code.replace("_", "") for code in DATA_COLUMNS],
    ("phrases", "data.says.*"): [code.replace("_", "") for code in DATA_COLUMNS],
    ("phrases", "file.*"): FILE_TYPES,
    ("phrases", "cover.*"): {
        "report",
        "year",
        "language",
        "state",
        "freeze",
        "history",
        "values",
        "book",
        "footed",
        "version",
    },
    ("phrases", "cover.legend.*"): LEGEND,
    ("phrases", "coverage.*"): STATES,
    ("phrases", "form.fact.*"): {"by", "due", "period", "items", "number", "returned", "guidance"},
    ("phrases", "form.head.*"): {"name", "definition", "asks", "change", "place", "last", "talk"},
    ("phrases", "form.howto.*"): tuple(map(str, STEPS)),
    ("phrases", "form.reply.*"): {*get_args(Outcome), "result", "item", "place", "reason"},
    ("phrases", "incomparable.*"): sorted(NOT_MEANINGFUL - {"break"}),
    ("phrases", "reconciliation.*"): ("ok", "open"),
    ("phrases", "severity.*"): SEVERITIES,
    ("phrases", "text.*"): (),  # asked for with something else at hand where there is none
    ("phrases", "timing.*"): choices(sources.MetricSource, "timing"),
    ("phrases", "unlike.*"): [
        *sorted(NOT_MEANINGFUL - {"break"}),
        *(f"inputs.{reason}" for reason in ("break", "qualified", "since", "as_of", "coarse")),
    ],
    ("messages", "refused.*"): sorted({form.kind for form in FORMS} - {"point", "text", "record"}),
    ("phrases", "untold.*"): ("break", "qualified", "since", "as_of", "coarse"),
    ("phrases", "word.index.use.*"): choices(IndexBlock, "basis"),
    ("phrases", "word.language.*"): [language.replace("-", "").lower() for language in LANGUAGES],
    ("phrases", "word.omission.*"): dotted(choices(sources.ExplanationSource, "reason")),
}
# What a registry names by itself.
NAMED = [("phrases", row.phrase) for row in OMISSIONS.values()]


def said():
    return [entry for entry in asked() if "*" not in entry.code and entry.code not in (UNKNOWN, "")]


def test_the_scan_finds_what_we_know_of():
    found = {(entry.kind, entry.code) for entry in said()}
    assert len(found) > 450
    assert found >= {
        ("phrases", "sheet.coverage"), ("phrases", "note.as.of"), ("phrases", "restated.note"),
        ("phrases", "release.opening"), ("messages", "cli.usage"), ("messages", "workspace.locked"),
        ("messages", "definition.unknown_unit"), ("messages", "old.head.metric"), ("messages", "slip.copied"),
        ("messages", "output.full"), ("messages", "restate.equal"), ("messages", "record.twice"),
    }  # fmt: skip


def test_every_sentence_that_the_source_asks_for_is_there(program):
    lost = [f"{entry.where}: {entry.kind} {entry.code}" for entry in said()
            if entry.code not in getattr(program, entry.kind)]  # fmt: skip
    assert lost == []


def test_every_place_of_a_sentence_is_filled_where_it_is_said(program):
    unfilled = [
        f"{entry.where}: {entry.code} {sorted(missing)}"
        for entry in said()
        if entry.places is not None and (missing := getattr(program, entry.kind).places(entry.code) - entry.places)
    ]
    assert unfilled == []


def test_each_code_that_is_put_together_has_its_list_of_what_it_may_be():
    assert sorted(FAMILIES) == sorted({(entry.kind, entry.code) for entry in asked() if "*" in entry.code})


@pytest.mark.parametrize(("kind", "code"), FAMILIES)
def test_every_member_of_a_family_has_its_sentence(program, kind, code):
    members = [code.replace("*", member) for member in FAMILIES[kind, code]]
    assert [member for member in members if member not in getattr(program, kind)] == []
    assert members or code in ("text.*", "definition.unknown_*")


def test_every_sentence_that_a_registry_names_is_there(program):
    assert [code for kind, code in NAMED if code not in getattr(program, kind)] == []


def test_a_sentence_of_the_window_stands_for_another_and_has_no_further_places(program):
    sentences = program.messages
    of_the_window = [code for code in sentences if code.endswith(WINDOW)]
    assert len(of_the_window) > 30
    assert [code for code in of_the_window
            if not sentences.places(code) <= sentences.places(code.removesuffix(WINDOW))] == []  # fmt: skip


def test_the_window_names_no_command_and_no_option():
    typed = re.compile(r"(?<!sheet )annals [a-z]|--[a-z]|ANNALS_AS")
    sentences = ProgramWords(RESOURCES, in_window=True).messages
    naming = {code for code, words in sentences.items() if any(typed.search(words.get(tongue)) for tongue in LANGUAGES)}
    in_commands = {entry.code for entry in said() if entry.where.startswith("desktop/cli/")}
    elsewhere = {entry.code for entry in said() if not entry.where.startswith("desktop/cli/")}
    assert {code for code in naming if not code.startswith("cli.")} - (in_commands - elsewhere) == TYPED_ONLY


def test_a_phrase_that_nobody_asks_for_is_not_kept(program):
    families = {code.replace("*", member) for (_, code), members in FAMILIES.items() for member in members}
    spoken = {entry.code for entry in said()} | {code for _, code in NAMED} | families | literals()
    idle = [code for code in program.phrases if code not in spoken and not code.startswith("text.")]
    assert idle == []
