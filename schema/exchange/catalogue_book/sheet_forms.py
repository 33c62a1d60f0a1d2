"""Which sheets the catalogue's workbook has, and their columns: made from the forms of the definition files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from schema.catalogue import outline_sources as outline_form
from schema.catalogue import sources as form
from schema.grammar.words import LANGUAGES

Kind = Literal["text", "words", "list", "crossings", "disclosures", "yes"]
_KINDS: tuple[tuple[Any, Kind], ...] = (
    (form.WordsSource, "words"), (list[str], "list"), (list[list[str]], "crossings"),
    (dict[str, list[str]], "disclosures"), (bool, "yes"), (str, "text"), (int, "text"),
)  # fmt: skip
HEADS = ("title", "caption", "label")
ROWS, GROUP, NODE, QUESTION, CHOICE = "row", "group", "node", "question", "choice"
# The rows below a block that have columns of their own; a group and a choice have a title only.
ROW_FORMS: Mapping[str, type[BaseModel]] = {
    ROWS: outline_form.PlacementSource, NODE: outline_form.NodeSource, QUESTION: outline_form.QuestionSource,
}  # fmt: skip
ROW_KINDS = (ROWS, GROUP, NODE, QUESTION, CHOICE)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form: one column, or one per language."""

    name: str
    kind: Kind = "text"
    choices: tuple[str, ...] = ()
    required: bool = False
    default: object = ""

    def columns(self) -> tuple[str, ...]:
        """Return the headers of its columns."""
        return columns_of(self.name, self.kind)


@dataclass(frozen=True, slots=True)
class SheetForm:
    """One sheet by title; an optional one may be absent."""

    title: str
    fields: tuple[Field, ...]
    optional: bool = False

    def columns(self) -> tuple[str, ...]:
        """Return the headers of all columns in order."""
        return tuple(column for field in self.fields for column in field.columns())

    def required(self) -> tuple[str, ...]:
        """Return the headers that must be there."""
        return tuple(column for field in self.fields if field.required for column in field.columns())

    def some(self, names: Iterable[str]) -> tuple[Field, ...]:
        """Return the fields with these names."""
        return tuple(field for field in self.fields if field.name in set(names))


@cache
def columns_of(name: str, kind: Kind) -> tuple[str, ...]:
    """Return the headers of a field: one, or one per language."""
    return tuple(f"{name}.{language}" for language in LANGUAGES) if kind == "words" else (name,)


def _key(name: str, *choices: str) -> Field:
    return Field(name, choices=choices, required=True)


def fields_of(kind: type[BaseModel], *left_out: str) -> tuple[Field, ...]:
    """Return the fields of a form that fit into cells; trees and tables in it have sheets of their own."""
    made = (_field(info.alias or name, info) for name, info in kind.model_fields.items())
    return tuple(field for field in made if field is not None and field.name not in left_out)


def _field(name: str, info: FieldInfo) -> Field | None:
    default = "" if info.is_required() else info.default
    if get_origin(info.annotation) is Literal:
        return Field(name, "text", tuple(filter(None, get_args(info.annotation))), info.is_required(), default)
    kind: Kind | None = next((kind for annotation, kind in _KINDS if annotation == info.annotation), None)
    choices = ("yes", "no") if kind == "yes" else ()
    return Field(name, kind, choices, info.is_required(), default) if kind else None


@cache
def sheet_forms() -> Mapping[str, SheetForm]:
    """Return every sheet by its title, in the order of the workbook."""
    code, name = _key("code"), Field("name", "words", required=True)
    forms = (
        SheetForm("company", fields_of(form.CompanySource)),
        SheetForm("departments", (code, name)),
        SheetForm("entities", (code, *fields_of(form.EntitySource)), optional=True),
        SheetForm("publishers", (code, name), optional=True),
        SheetForm("units", (code, *fields_of(form.UnitSource))),
        SheetForm("breakdowns", (_key("breakdown"), Field("member"), *fields_of(form.BreakdownSource)), optional=True),
        SheetForm("metrics", (code, *fields_of(form.MetricSource))),
        SheetForm("changes", (_key("metric"), *fields_of(form.ChangeSource)), optional=True),
        SheetForm("choices", (_key("metric"), _key("choice"), name), optional=True),
        SheetForm("records", _record_fields(), optional=True),
        SheetForm("rules", (code, *fields_of(form.RuleSource)), optional=True),
        SheetForm("totals", (code, *fields_of(form.TotalSource)), optional=True),
        SheetForm("relations", (code, *fields_of(form.RelationSource)), optional=True),
        SheetForm("factors", (code, name, *map(_key, ("value", "unit", "since", "until", "source"))), optional=True),
        SheetForm("glossary", (_key("zh_hans"), _key("zh_hant")), optional=True),
        SheetForm("frameworks", (code, *fields_of(form.FrameworkSource, "file")), optional=True),
        SheetForm("disclosures", _DISCLOSURE, optional=True),
        SheetForm("outlines", fields_of(outline_form.OutlineSource)),
        SheetForm("explanations", _EXPLANATION, optional=True),
        SheetForm("sections", (_key("outline"), _key("level", "1", "2", "3"), *fields_of(outline_form.SectionSource))),
        SheetForm("blocks", _block_fields()),
    )
    return {sheet.title: sheet for sheet in forms}


_DISCLOSURE = (
    _key("framework"), _key("code"), _key("printed"), Field("title", "words", required=True), Field("aspect", "words"),
    Field("kind"), Field("part", "words"), Field("statement", "words"), Field("colour"),
    Field("answered_by", "disclosures"),
)  # fmt: skip
_EXPLANATION = (
    _key("outline"), _key("framework"), _key("disclosure"), Field("reason", "words", required=True),
    *(Field(one.name.replace("reason", "omission"), one.kind, one.choices)
      for one in fields_of(form.ExplanationSource, *LANGUAGES)),
)  # fmt: skip


def _record_fields() -> tuple[Field, ...]:
    """Return the columns of record types, their columns, and the choices of these."""
    first = (
        _key("record"),
        Field("column"),
        Field("choice"),
        Field("name", "words", required=True),
        Field("department"),
        *(one for one in fields_of(form.RecordTypeSource) if one.name in ("carries", "evidence")),
    )
    own = (Field(one.name, one.kind, one.choices, default=one.default) for one in fields_of(form.ColumnSource, "name"))
    return (*first, *own)


def _block_fields() -> tuple[Field, ...]:
    """Return the columns of blocks and their rows: what any kind of block or a row in one may have."""
    first = (_key("outline"), _key("section"), _key("block", *outline_form.BLOCKS, *ROW_KINDS), _key("ref"))
    found = {field.name: field for field in (*first, Field("title", "words"))}
    for kind, one in (*outline_form.BLOCKS.items(), *ROW_FORMS.items()):
        for field in fields_of(one, name_of(kind), "ref", *HEADS):
            known = found.get(field.name, field)
            # A style's words are those of every kind of block that has one.
            choices = tuple(dict.fromkeys((*known.choices, *field.choices)))
            found[field.name] = Field(field.name, known.kind, choices, default=known.default)
    return tuple(found.values())


def name_of(kind: str) -> str:
    """Return which field of a block's form holds the block's own name."""
    return "id" if "id" in outline_form.BLOCKS.get(kind, outline_form.PlacementSource).model_fields else kind


def head_of(kind: type[BaseModel]) -> str:
    """Return which field of a block's form stands in the column `title`, or an empty string."""
    return next((name for name in HEADS if name in kind.model_fields), "")


def rows_of(kind: type[BaseModel]) -> str:
    """Return which field of a block's form holds its rows, or an empty string."""
    forms = [one.__name__ for one in ROW_FORMS.values()]
    fields = ((name, str(info.annotation)) for name, info in kind.model_fields.items())
    return next((name for name, annotation in fields if any(one in annotation for one in forms)), "")
