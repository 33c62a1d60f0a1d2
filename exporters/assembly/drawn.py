"""Diagrams and questionnaires: the words of the outline, laid out."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.assembly.anchors import block_anchor
from exporters.assembly.assembly import Assembly
from exporters.content import Gap, Paragraph
from exporters.drawings.steps import Step, draw_steps
from exporters.drawings.tree import Branch, draw_tree
from exporters.drawn_content import Diagram, DiagramEntry, QuestionItem, Questionnaire
from schema.catalogue.drawn_blocks import DiagramBlock, DiagramNode, Question, QuestionnaireBlock
from schema.grammar.linked import LinkedNumber, parse_linked
from schema.grammar.words import Words
from schema.values.own_words import own_words

WIDTH = 162.0  # millimetres, the width of the text
_LINES = 3  # for an open answer


def diagram_block(assembly: Assembly, block: DiagramBlock) -> Diagram:
    """Return a figure of boxes and lines."""
    caption = assembly.words(block.caption)
    if block.kind == "tree":
        top = _branch(assembly, block, block.nodes[0])
        drawing, entries = draw_tree(top, WIDTH), tuple(_entries(top, 0))
        words = _tree_words(assembly, top)
    else:
        steps = [Step(fixed_words(assembly, node.title), fixed_words(assembly, node.note)) for node in block.nodes]
        loop = fixed_words(assembly, block.loop)
        drawing = draw_steps(steps, loop, WIDTH)
        titles = [f"{number} {step.title}" for number, step in enumerate(steps, 1)]
        entries = tuple(DiagramEntry(0, title, step.note) for title, step in zip(titles, steps, strict=True))
        entries += (DiagramEntry(0, "↺", loop),) if loop else ()
        words = assembly.say("word.between").join(titles)
    described = caption + assembly.say("word.record.between") + words
    return Diagram(block.id, caption, block_anchor(block.id), entries, drawing, described)


def _branch(assembly: Assembly, block: DiagramBlock, node: DiagramNode) -> Branch:
    below = tuple(_branch(assembly, block, below_it) for below_it in block.under(node.node))
    return Branch(
        fixed_words(assembly, node.title), fixed_words(assembly, node.note), fixed_words(assembly, node.edge), below
    )


def _entries(branch: Branch, depth: int) -> Iterator[DiagramEntry]:
    yield DiagramEntry(depth, branch.title, branch.note, branch.edge)
    for below_it in branch.branches:
        yield from _entries(below_it, depth + 1)


def _tree_words(assembly: Assembly, branch: Branch) -> str:
    """Return who stands above whom, in words."""
    if not branch.branches:
        return branch.title
    below = assembly.say("word.and").join(_tree_words(assembly, below_it) for below_it in branch.branches)
    return assembly.say("word.above", top=branch.title, below=below)


def questionnaire_blocks(assembly: Assembly, block: QuestionnaireBlock) -> tuple[Questionnaire | Paragraph, ...]:
    """Return the form; where the company has neither e-mail nor address, a placeholder says so."""
    questions = tuple(_question(assembly, number, question) for number, question in enumerate(block.questions, 1))
    send = _send(assembly)
    form = Questionnaire(block.id, block_anchor(block.id), assembly.words(block.title), questions, send)
    if send:
        return (form,)
    where = assembly.say("word.gap.text", name=assembly.say("word.form.where"))
    return (form, Paragraph(f"{block.id}.send", "body", (Gap(where, assembly.say("word.form.nowhere")),)))


def _send(assembly: Assembly) -> tuple[str, ...]:
    company = assembly.catalogue.company
    address, contact = assembly.words(company.address), assembly.words(company.contact)
    lines = [assembly.say("word.form.email", value=company.email)] if company.email else []
    if address:
        phrase = "word.form.contact" if contact else "word.form.address"
        lines.append(assembly.say(phrase, value=address, contact=contact))
    return tuple(lines)


def _question(assembly: Assembly, number: int, question: Question) -> QuestionItem:
    hint = assembly.say("word.form.several") if question.kind == "several" else ""
    choices = tuple(fixed_words(assembly, choice) for choice in question.choices)
    text = fixed_words(assembly, question.title)
    return QuestionItem(f"{number}.", text, hint, choices, _LINES if question.kind == "open" else 0)


def fixed_words(assembly: Assembly, words: Words) -> str:
    """Return words of the outline, their company fields filled in."""
    parts: list[str] = []
    for piece in parse_linked(assembly.words(words)):
        if isinstance(piece, LinkedNumber):
            own = own_words(piece.reference.code, assembly.catalogue, assembly.year, assembly.language)
            parts.append(piece.written if own is None else own)
        else:
            parts.append(piece if isinstance(piece, str) else piece.written)
    return "".join(parts)
