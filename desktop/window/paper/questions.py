"""A questionnaire of the page: questions, boxes to tick, lines to write on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPen

from desktop.window.paper.items import POINT, Ground, Laid, Stack, Stroke, straight
from desktop.window.paper.writing import Press, Run, colour
from exporters.drawn_content import QuestionItem, Questionnaire
from exporters.word.forms import choice_columns

_INDENT = 17 * POINT
_LINE = 19 * POINT
_BOX = 9 * POINT
_RULE = "A9B1B8"


def questionnaire(press: Press, block: Questionnaire, width: float) -> Laid:
    """Return the whole form."""
    stack = Stack()
    if block.title:
        stack.put(press.write((Run(block.title),), press.style("Subtitle"), width), cut=False)
    for question in block.questions:
        stack.put(_question(press, question, width))
    style = replace(press.style("BoxText"), left=0.0, right=0.0, before=4.0, after=4.0)
    for line in block.send:
        laid = press.write((Run(line),), style, width - 12 * POINT)
        stack.items.append(Ground(QRectF(0, stack.y, width, laid.height), colour(style.ground)))
        stack.put(laid, 6 * POINT)
    return stack.laid()


def _question(press: Press, question: QuestionItem, width: float) -> Laid:
    stack = Stack()
    body = replace(press.style("BodyText"), left=0.0, before=6.5, after=2.0, line=15.0, align="left")
    hint = (Run(f" {question.hint}", size=9.0, ink="6B7680"),) if question.hint else ()
    runs = (Run(f"{question.number} ", bold=True, ink=press.colours[0]), Run(question.text, bold=True), *hint)
    stack.put(press.write(runs, body, width), cut=False)
    if question.choices:
        _choices(press, stack, question, width)
    for _ in range(question.lines):
        stack.y += _LINE
        stack.items.append(straight((0, stack.y), (width, stack.y), colour(_RULE), 0.5 * POINT))
    stack.y += 4 * POINT
    return stack.laid(whole=True)


def _choices(press: Press, stack: Stack, question: QuestionItem, width: float) -> None:
    columns = choice_columns(question.choices)
    step = (width - _INDENT) / columns
    style = replace(press.style("BodyText"), left=0.0, before=0.0, after=1.0, line=15.0, align="left")
    for start in range(0, len(question.choices), columns):
        row = [
            press.write((Run(words),), style, step - _BOX - 6 * POINT)
            for words in question.choices[start : start + columns]
        ]
        for number, laid in enumerate(row):
            left = _INDENT + number * step
            path = QPainterPath()
            path.addRect(QRectF(QPointF(left, stack.y + 3 * POINT), QPointF(left + _BOX, stack.y + 3 * POINT + _BOX)))
            stack.items.append(Stroke(path, QPen(colour(_RULE), POINT)))
            stack.lay(laid, left + _BOX + 4 * POINT)
        stack.y += max(laid.height for laid in row)
