"""Diagrams, questionnaires and matrices: from their forms to frozen blocks, each mistake with its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from schema.catalogue import outline_sources as form
from schema.catalogue.company_fields import YEAR_FIELDS, company_words
from schema.catalogue.definitions import Catalogue, RecordColumn, RecordType
from schema.catalogue.drawn_blocks import DiagramBlock, DiagramNode, MatrixBlock, Question, QuestionnaireBlock
from schema.catalogue.reading import Reading
from schema.catalogue.record_types import WORD
from schema.catalogue.yaml_source import Source, Where
from schema.grammar.linked import LinkedNumber, parse_linked
from schema.grammar.words import LANGUAGES, Words


@dataclass(frozen=True, slots=True)
class DrawnReader:
    """Reads blocks out of one file."""

    reading: Reading
    catalogue: Catalogue
    source: Source

    def block(self, entry: object, where: Where) -> DiagramBlock | QuestionnaireBlock | MatrixBlock | None:
        """Return the block of a checked form; None where it is of another kind."""
        if isinstance(entry, form.DiagramSource):
            return self._diagram(entry, where)
        if isinstance(entry, form.QuestionnaireSource):
            return self._questionnaire(entry, where)
        return self._matrix(entry, where) if isinstance(entry, form.MatrixSource) else None

    def _diagram(self, entry: form.DiagramSource, where: Where) -> DiagramBlock:
        nodes = tuple(self._nodes(entry, where))
        if not nodes:
            self.reading.say(self.source, where, "definition.missing_field", name="nodes")
        if entry.kind == "tree" and entry.loop.words():
            self.reading.say(self.source, (*where, "loop"), "definition.diagram_kind", name="loop", kind="steps")
        self._words(entry.diagram, entry.loop, (*where, "loop"), optional=True)
        return DiagramBlock(entry.diagram, entry.kind, entry.caption.words(), nodes, entry.loop.words())

    def _nodes(self, entry: form.DiagramSource, where: Where) -> Iterator[DiagramNode]:
        before: list[str] = []
        for number, node in enumerate(entry.nodes):
            place = (*where, "nodes", number)
            self._own_code(node.node, before, (*place, "node"))
            if entry.kind == "tree":
                self._below(node, before, place)
            for name in ("below", "edge") if entry.kind == "steps" else ():
                if name in node.model_fields_set:
                    self.reading.say(self.source, (*place, name), "definition.diagram_kind", name=name, kind="tree")
            self._words(node.node, node.title, (*place, "title"))
            self._words(node.node, node.note, (*place, "note"), optional=True)
            self._words(node.node, node.edge, (*place, "edge"), optional=True)
            before.append(node.node)
            yield DiagramNode(node.node, node.title.words(), node.note.words(), node.below, node.edge.words())

    def _below(self, node: form.NodeSource, before: list[str], place: Where) -> None:
        """A tree has one node on top, and each other stands below one that was named before it."""
        if node.below:
            self.reading.known(node.below, before, "node", self.source, (*place, "below"))
        elif before:
            self.reading.say(self.source, place, "definition.second_top", name=node.node, top=before[0])

    def _questionnaire(self, entry: form.QuestionnaireSource, where: Where) -> QuestionnaireBlock:
        questions = tuple(self._questions(entry, where))
        if not questions:
            self.reading.say(self.source, where, "definition.missing_field", name="questions")
        return QuestionnaireBlock(entry.questionnaire, questions, entry.title.words())

    def _questions(self, entry: form.QuestionnaireSource, where: Where) -> Iterator[Question]:
        before: list[str] = []
        for number, question in enumerate(entry.questions):
            place = (*where, "questions", number)
            self._own_code(question.question, before, (*place, "question"))
            before.append(question.question)
            self._words(question.question, question.title, (*place, "title"))
            for index, choice in enumerate(question.choices):
                self._words(question.question, choice, (*place, "choices", index))
            if (question.kind == "open") != (not question.choices) or len(question.choices) == 1:
                self.reading.say(self.source, place, "definition.question_choices", name=question.question)
            choices = tuple(choice.words() for choice in question.choices)
            yield Question(question.question, question.kind, question.title.words(), choices)

    def _matrix(self, entry: form.MatrixSource, where: Where) -> MatrixBlock:
        if self.reading.known(entry.type, self.catalogue.records, "record", self.source, (*where, "type")):
            record_type = self.catalogue.records[entry.type]
            for axis in ("x", "y"):
                self._column(record_type, entry, axis, where, "definition.matrix_number")
            self._column(record_type, entry, "name", where, "definition.matrix_words")
            if entry.group:
                self._column(record_type, entry, "group", where, "definition.matrix_choices")
        return MatrixBlock(entry.matrix, entry.type, entry.x, entry.y, entry.name, entry.caption.words(), entry.group)

    def _column(
        self, record_type: RecordType, entry: form.MatrixSource, field: str, where: Where, mistake: str
    ) -> None:
        code, place = str(getattr(entry, field)), (*where, field)
        if not self.reading.known(code, [item.code for item in record_type.columns], "column", self.source, place):
            return
        column = record_type.column(code)
        if column is not None and not _fits(column, mistake):
            self.reading.say(self.source, place, mistake, name=code)

    def _own_code(self, code: str, before: list[str], where: Where) -> None:
        if not WORD.fullmatch(code):
            self.reading.say(self.source, where, "definition.bad_word", name=code)
        if code in before:
            self.reading.say(self.source, where, "definition.doubled", name=code)

    def _words(self, name: str, entry: form.WordsSource, where: Where, *, optional: bool = False) -> None:
        words = entry.words()
        if words or not optional:
            for language in words.missing(self.reading.languages):
                place = (*where, language)
                self.reading.say(self.source, place, "definition.missing_language", name=name, language=language)
        self._no_numbers(words, where)

    def _no_numbers(self, words: Words, where: Where) -> None:
        """A shape can hold neither comments nor footnotes, which a linked number may need: company fields only."""
        for language in LANGUAGES:
            for piece in parse_linked(words.get(language)):
                if isinstance(piece, str) or (isinstance(piece, LinkedNumber) and self._of_company(piece, language)):
                    continue
                self.reading.say(self.source, (*where, language), "definition.fixed_words", name=piece.written)

    def _of_company(self, piece: LinkedNumber, language: str) -> bool:
        code = piece.reference.code
        return code in YEAR_FIELDS or company_words(self.catalogue.company, code, language) is not None


def _fits(column: RecordColumn, mistake: str) -> bool:
    if mistake == "definition.matrix_number":
        return column.numeric
    return column.worded if mistake == "definition.matrix_words" else column.traits.chosen
