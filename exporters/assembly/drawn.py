"""Diagrams and questionnaires: the words of the outline, laid out."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.assembly.desk import Desk, block_anchor
from exporters.content import Gap, Paragraph
from exporters.drawings.steps import Step, draw_steps
from exporters.drawings.tree import Branch, draw_tree
from exporters.drawn_content import Diagram, DiagramEntry, QuestionItem, Questionnaire
from schema.catalogue.drawn_blocks import DiagramBlock, DiagramNode, Question, QuestionnaireBlock
from schema.catalogue.outline import Section
from schema.grammar.linked import LinkedNumber, company_words, parse_linked
from schema.grammar.words import Words

WIDTH = 162.0  # millimetres, the width of the text
_LINES = 3  # for an open answer


def diagram_block(desk: Desk, block: DiagramBlock) -> Diagram:
    """Return a figure of boxes and lines."""
    caption = desk.words(block.caption)
    if block.kind == "tree":
        top = _branch(desk, block, block.nodes[0])
        drawing, entries = draw_tree(top, WIDTH), tuple(_entries(top, 0))
        words = _tree_words(desk, top)
    else:
        steps = [Step(fixed_words(desk, node.title), fixed_words(desk, node.note)) for node in block.nodes]
        loop = fixed_words(desk, block.loop)
        drawing = draw_steps(steps, loop, WIDTH)
        titles = [f"{number} {step.title}" for number, step in enumerate(steps, 1)]
        entries = tuple(DiagramEntry(0, title, step.note) for title, step in zip(titles, steps, strict=True))
        entries += (DiagramEntry(0, "↺", loop),) if loop else ()
        words = desk.say("word.between").join(titles)
    described = caption + desk.say("word.record.between") + words
    return Diagram(block.id, caption, block_anchor(block.id), entries, drawing, described)


def _branch(desk: Desk, block: DiagramBlock, node: DiagramNode) -> Branch:
    below = tuple(_branch(desk, block, one) for one in block.under(node.node))
    return Branch(fixed_words(desk, node.title), fixed_words(desk, node.note), fixed_words(desk, node.edge), below)


def _entries(branch: Branch, depth: int) -> Iterator[DiagramEntry]:
    yield DiagramEntry(depth, branch.title, branch.note, branch.edge)
    for one in branch.branches:
        yield from _entries(one, depth + 1)


def _tree_words(desk: Desk, branch: Branch) -> str:
    """Return who stands above whom, in words."""
    if not branch.branches:
        return branch.title
    below = desk.say("word.and").join(_tree_words(desk, one) for one in branch.branches)
    return desk.say("word.above", top=branch.title, below=below)


def questionnaire_blocks(
    desk: Desk, block: QuestionnaireBlock, section: Section, ask: str
) -> tuple[Questionnaire | Paragraph, ...]:
    """Return the form; where the company has neither e-mail nor address, a placeholder says so."""
    questions = tuple(_question(desk, number, one) for number, one in enumerate(block.questions, 1))
    send = _send(desk)
    form = Questionnaire(block.id, block_anchor(block.id), desk.words(block.title), questions, send)
    if send:
        return (form,)
    what = desk.say("word.form.nowhere")
    desk.open(section, what, ask)
    gap = Gap(desk.say("word.gap.text", name=desk.say("word.form.where")), what)
    return (form, Paragraph(f"{block.id}.send", "body", (gap,)))


def _send(desk: Desk) -> tuple[str, ...]:
    company = desk.catalogue.company
    address, contact = desk.words(company.address), desk.words(company.contact)
    lines = [desk.say("word.form.email", value=company.email)] if company.email else []
    if address:
        phrase = "word.form.contact" if contact else "word.form.address"
        lines.append(desk.say(phrase, value=address, contact=contact))
    return tuple(lines)


def _question(desk: Desk, number: int, question: Question) -> QuestionItem:
    hint = desk.say("word.form.several") if question.kind == "several" else ""
    choices = tuple(fixed_words(desk, choice) for choice in question.choices)
    text = fixed_words(desk, question.title)
    return QuestionItem(f"{number}.", text, hint, choices, _LINES if question.kind == "open" else 0)


def fixed_words(desk: Desk, words: Words) -> str:
    """Return words of the outline, their company fields filled in."""
    found: list[str] = []
    for piece in parse_linked(desk.words(words)):
        if isinstance(piece, LinkedNumber):
            own = company_words(desk.catalogue.company, piece.reference.code, desk.language)
            found.append(piece.written if own is None else own)
        else:
            found.append(piece if isinstance(piece, str) else piece.written)
    return "".join(found)
