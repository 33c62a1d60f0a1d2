"""A questionnaire as OOXML: questions, boxes to tick, lines to write on, and where the form goes."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.drawings.measure import text_width
from exporters.drawn_content import QuestionItem, Questionnaire
from exporters.word.inline_writer import Scribe
from exporters.word.ooxml import paragraph, run, tick_box
from exporters.word.tables import TEXT_WIDTH

_PLAIN = '<w:ind w:left="0" w:firstLineChars="0" w:firstLine="0"/>'
_TIGHT = '<w:spacing w:before="0" w:after="20" w:line="300" w:lineRule="auto"/>'
_INDENT = 340  # twentieths of a point, below a question's number
_LINE_HEIGHT = 380
_CHOICE_SIZE, _TICK = 10.5, 8.0  # points; millimetres of the box and the room behind a choice
_TEXT_MILLIMETRES = 156.0


def questionnaire_xml(block: Questionnaire, scribe: Scribe) -> str:
    """Return the whole form."""
    title = [paragraph(scribe.words(block.title), "Subtitle")] if block.title else []
    parts = title + [_question(question, scribe) for question in block.questions]
    parts[0] = parts[0].replace("</w:pPr>", "</w:pPr>" + scribe.anchored(block.anchor, ""), 1)
    return "".join(parts) + (_send(block.send, scribe) if block.send else "")


def _question(question: QuestionItem, scribe: Scribe) -> str:
    bold = "<w:b/><w:bCs/>"
    hint = (
        scribe.words(" " + question.hint, '<w:color w:val="5A6373" w:themeColor="accent5"/><w:sz w:val="18"/>')
        if question.hint
        else ""
    )
    inner = run(question.number + " ", '<w:rStyle w:val="CaptionNumber"/>') + scribe.words(question.text, bold)
    spacing = '<w:spacing w:before="130" w:after="40" w:line="300" w:lineRule="auto"/>'
    head = paragraph(inner + hint, "BodyText", f"<w:keepNext/>{spacing}{_PLAIN}")
    return head + (_choices(question, scribe) if question.choices else _lines(question.lines))


def _choices(question: QuestionItem, scribe: Scribe) -> str:
    """Return the choices in columns that stand in line."""
    columns = choice_columns(question.choices)
    step = (TEXT_WIDTH - _INDENT) // columns
    stops = "".join(f'<w:tab w:val="left" w:pos="{_INDENT + step * number}"/>' for number in range(1, columns))
    tabs = f"<w:tabs>{stops}</w:tabs>" if stops else ""
    look = f'{_TIGHT}<w:ind w:left="{_INDENT}" w:firstLineChars="0" w:firstLine="0"/>'
    starts = range(0, len(question.choices), columns)
    rows = [question.choices[start : start + columns] for start in starts]
    parts: list[str] = []
    for number, choices in enumerate(rows, 1):
        keep = "<w:keepNext/>" if number < len(rows) else ""
        inner = "<w:r><w:tab/></w:r>".join(_choice(choice, scribe) for choice in choices)
        parts.append(paragraph(inner, "BodyText", f'{keep}{tabs}{look}<w:jc w:val="left"/>'))
    return "".join(parts)


def choice_columns(choices: Sequence[str]) -> int:
    """Return how many choices stand beside each other: as many as the widest allows, five at most, rows evenly full."""
    widest = max(text_width(choice, _CHOICE_SIZE) for choice in choices) + _TICK
    most = max(1, min(5, len(choices), int(_TEXT_MILLIMETRES // widest)))
    rows = -(-len(choices) // most)
    return -(-len(choices) // rows)


def _choice(choice: str, scribe: Scribe) -> str:
    return tick_box(scribe.number(), choice) + scribe.words(" " + choice)


def _lines(count: int) -> str:
    """Return lines to write on: tabs that leave a rule."""
    rule = f'<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    look = f'{rule}<w:spacing w:before="0" w:after="0" w:line="{_LINE_HEIGHT}" w:lineRule="exact"/>{_PLAIN}'
    line = '<w:r><w:rPr><w:color w:val="A9B1B8"/></w:rPr><w:tab/></w:r>'
    return "".join(
        paragraph(line, "BodyText", ("<w:keepNext/>" if number < count else "") + look)
        for number in range(1, count + 1)
    )


def _send(lines: Sequence[str], scribe: Scribe) -> str:
    """Return where the form goes, on a shaded ground."""
    made = [paragraph(scribe.words(line), "BoxText", "<w:keepNext/>" if line != lines[-1] else "") for line in lines]
    return "".join([made[0].replace("</w:pPr>", '<w:spacing w:before="320"/></w:pPr>', 1), *made[1:]])
